#pragma once

#include "core/result.h"
#include "kql/kqlanswers.h"
#include "kql/kqlquestion.h"
#include "kql/kqlschema.h"
#include "kql/kqltree.h"

#include <QFuture>
#include <chrono>
#include <memory>

namespace sonde {

/// A place in one query, for questions about it.
struct KqlPlace
{
    QString text;     ///< of the query alone, not of the script it stands in
    int position = 0; ///< UTF-16 units
    KqlSchemaPtr schema;
};

/// Microsoft's Kusto language service in a JavaScript engine on one worker thread of its own. One per
/// process, made by main() before it starts other threads (it sets an environment variable that Qt reads) and
/// shared; every other function may be called from any thread. The most urgent question is answered first, of
/// these the oldest.
///
/// What is wrong with a query is no failure: it stands in the answer. A question fails with Usage where the
/// service is missing, Query where the text is too long, too deeply nested or takes longer than the budget;
/// its future is cancelled where another question took its slot. Wait for it on a worker thread; in the GUI
/// thread use whenDone().
class KqlService final
{
public:
    struct Limits
    {
        qsizetype textLength = 1024 * 1024; ///< UTF-16 units; a longer text is refused before it is parsed
        std::chrono::milliseconds budget{30'000}; ///< for one question, loading the service not counted
        /// Without a question for so long, the service's memory is given back.
        std::chrono::milliseconds idle = std::chrono::minutes(10);
    };
    /// Who waits for an answer.
    struct Waiting
    {
        KqlQuestion::Urgency urgency = KqlQuestion::Urgency::Asked;
        KqlQuestion::Slot slot = 0;
    };

    KqlService();
    explicit KqlService(const Limits &limits);
    /// Ends the thread; questions that were not yet answered are cancelled.
    ~KqlService();
    KqlService(const KqlService &) = delete;
    KqlService &operator=(const KqlService &) = delete;

    /// Whether the program was built with the language service.
    static bool isAvailable();
    /// One that nobody has.
    static KqlQuestion::Slot makeSlot();

    /// Loads the service and builds its grammar in the background (3 to 4 s), so that the first question is
    /// quick.
    void warmUp();
    /// Gives up what is asked in that slot.
    void drop(KqlQuestion::Slot slot);

    /// Parses and binds \a text.
    QFuture<Result<KqlTree>> analyze(const QString &text, const KqlSchemaPtr &schema);
    QFuture<Result<KqlTree>> analyze(const QString &text, const KqlSchemaPtr &schema, const Waiting &waiting);
    /// What is wrong with a script: queries with empty lines between them, each bound for itself; positions
    /// are the script's.
    QFuture<Result<QList<KqlDiagnostic>>> check(const QString &text, const KqlSchemaPtr &schema);
    /// The script as the service's own formatter writes it. White space around its queries and the way its
    /// lines end stay.
    QFuture<Result<QString>> format(const QString &text);
    QFuture<Result<QString>> format(const QString &text, const Waiting &waiting);

    /// What is wrong with one query, and its colours.
    QFuture<Result<KqlExamination>> examine(const QString &text, const KqlSchemaPtr &schema,
                                            const Waiting &waiting);
    QFuture<Result<KqlCompletion>> complete(const KqlPlace &place, const Waiting &waiting);
    QFuture<Result<KqlQuickInfo>> quickInfo(const KqlPlace &place, const Waiting &waiting);
    QFuture<Result<KqlReferences>> references(const KqlPlace &place, const Waiting &waiting);
    QFuture<Result<KqlSignatures>> signatures(const KqlPlace &place, const Waiting &waiting);
    /// How the expression of that length at \a place becomes a variable of its own; empty where it is none.
    QFuture<Result<KqlEdit>> extract(const KqlPlace &place, int length, const Waiting &waiting);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sonde
