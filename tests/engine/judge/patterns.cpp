#include "engine/judge/operation.h"

#include <QRegularExpression>

namespace sonde::judge {

/// Functions of regular expressions: the maker of queries writes only such as RE2 and PCRE read alike.
namespace {

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text);
}

/// extract(regex, group, text)
Value extracted(const Operands &operands)
{
    const auto match = pattern(operands.at(0).text()).match(operands.at(2).text());
    return match.hasMatch() ? match.captured(static_cast<int>(operands.at(1).whole())) : QString();
}

/// replace_regex(text, regex, replacement): the replacement has no backslash.
Value replaced(const Operands &operands)
{
    QString text = operands.at(0).text();
    return text.replace(pattern(operands.at(1).text()), operands.at(2).text());
}

/// One match at either end.
template <bool start, bool end>
Value trimmed(const Operands &operands)
{
    QString text = operands.at(1).text();
    const QString regex = operands.at(0).text();
    if (start)
        text.remove(pattern(u"\\A(?:" + regex + u')'));
    if (end)
        text.remove(pattern(u"(?:" + regex + u")\\z"));
    return text;
}

} // namespace

void addPatternOperations(Operations &operations)
{
    const auto add = [&operations](const char *name, Value (*apply)(const Operands &)) {
        operations.insert(QString::fromLatin1(name), {apply, false});
    };
    add("extract", extracted);
    add("replace_regex", replaced);
    add("trim", trimmed<true, true>);
    add("trim_start", trimmed<true, false>);
    add("trim_end", trimmed<false, true>);
}

} // namespace sonde::judge
