#pragma once

#include "kql/kqlanswers.h"

namespace sonde {

/// Where in a query something is written, as far as the text alone tells.
enum class KqlSpot {
    None,      ///< within a string, a comment or a number: nothing is completed
    Start,     ///< a table, or what else a query begins with
    Operator,  ///< behind a pipe
    Scalar,    ///< an expression
    Aggregate, ///< the same in summarize and its like, before `by`
    Infix,     ///< behind an operand
    Chart,     ///< behind render
    Name       ///< a name that is being made up, as behind let
};

/// The words of the language that may stand there, the likeliest first: what the service itself offers where
/// it knows no names (resources/kql/make-words.mjs). The same list each time; may be called on any thread.
const QList<KqlCompletionItem> &kqlWords(KqlSpot spot);

/// The function or operator of that name with all its parameters; null where the language has none.
const KqlCompletionItem *kqlWord(QStringView name);

} // namespace sonde
