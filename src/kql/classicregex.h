#pragma once

#include "core/result.h"

#include <QString>

namespace sonde {

/// \a text as a regular expression of KQL (RE2) that stands for exactly it. From any thread.
QString escapedForKqlRegex(const QString &text);

/// The regular expression of a classic `field:Regex("...")` as one of KQL (RE2) for the whole value.
///
/// It is Lucene's language, which matches whole values, and `.` any character: characters, `.`, `[a-z]`,
/// `[^a-z]`, groups, `|`, `?` `*` `+` `{n}` `{n,}` `{n,m}`, `@` (any text) and `\` before a sign (source:
/// Microsoft's "Regular expressions in Log Analytics log searches" of February 2017; `^` at the beginning,
/// which says nothing there: the search reference's own example). What RE2 has no equal for (`&`, `~`, `#`,
/// `<n-m>`, a text in quotes) and what the two read differently is refused.
///
/// Fails with Query: the error's message is a sentence; its position's column counts from the expression's
/// beginning. May be called from any thread.
Result<QString> kqlRegexOfClassic(const QString &expression);

} // namespace sonde
