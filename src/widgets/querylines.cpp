#include "widgets/querylines.h"

namespace sonde {

namespace {

/// Where the last operator of a query stands. It knows strings, comments and brackets of KQL, and nothing
/// else of it.
struct LastOperator
{
    qsizetype pipe = -1;   ///< of its `|`, outside of brackets; -1 where there is none
    qsizetype end = 0;     ///< behind its last character
    qsizetype lineEnd = 0; ///< behind a comment on the same line as that, else as `end`
};

/// Behind the string that begins at \a at.
qsizetype skipString(const QString &query, qsizetype at)
{
    const QChar quote = query.at(at);
    const bool isVerbatim = at > 0 && query.at(at - 1) == u'@';
    for (++at; at < query.size(); ++at) {
        if (query.at(at) == u'\\' && !isVerbatim)
            ++at;
        else if (query.at(at) == quote || query.at(at) == u'\n')
            return at + 1;
    }
    return query.size();
}

LastOperator findLast(const QString &query)
{
    LastOperator found;
    int depth = 0;
    for (qsizetype at = 0; at < query.size();) {
        const QChar c = query.at(at);
        const auto isNext = [&](char16_t next) { return at + 1 < query.size() && query.at(at + 1) == next; };
        if (c == u'/' && isNext(u'/')) {
            const qsizetype lineBreak = query.indexOf(u'\n', at);
            const qsizetype end = lineBreak < 0 ? query.size() : lineBreak;
            if (!QStringView(query).mid(found.end, at - found.end).contains(u'\n'))
                found.lineEnd = end;
            at = end;
            continue;
        }
        if (c.isSpace() || c == u';') {
            ++at;
            continue;
        }
        if (c == u'|' && depth == 0)
            found.pipe = at;
        depth += c == u'(' || c == u'[' || c == u'{' ? 1 : 0;
        depth -= c == u')' || c == u']' || c == u'}' ? 1 : 0;
        at = c == u'"' || c == u'\'' ? skipString(query, at) : at + 1;
        found.end = at;
        found.lineEnd = at;
    }
    return found;
}

bool isRender(const QString &query, const LastOperator &last)
{
    if (last.pipe < 0)
        return false;
    const QStringView name = QStringView(query).mid(last.pipe + 1).trimmed();
    return name.startsWith(u"render") &&
           (name.size() == 6 || !(name.at(6).isLetterOrNumber() || name.at(6) == u'_'));
}

} // namespace

QString withLines(const QString &query, const QString &lines)
{
    const LastOperator last = findLast(query);
    qsizetype at = last.lineEnd;
    // A comment behind a semicolon belongs to what is no longer the end.
    if (QStringView(query).mid(last.end, at - last.end).contains(u';'))
        at = last.end;
    if (isRender(query, last)) {
        at = last.pipe;
        while (at > 0 && query.at(at - 1).isSpace())
            --at;
        // Not into a comment that ends the line before.
        return query.left(at) + lines + u'\n' + query.mid(last.pipe);
    }
    return query.left(at) + lines + query.mid(at);
}

QString withoutRender(const QString &query)
{
    const LastOperator last = findLast(query);
    if (!isRender(query, last))
        return query;
    qsizetype at = last.pipe;
    while (at > 0 && query.at(at - 1).isSpace())
        --at;
    return query.left(at) + query.mid(last.end);
}

} // namespace sonde
