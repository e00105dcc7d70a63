#include "core/patternsearch.h"

#include <QCoreApplication>
#include <limits>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PatternSearch)
};

Error usage(const QString &message)
{
    Error error;
    error.kind = ErrorKind::Usage;
    error.message = message;
    return error;
}

QChar escaped(QChar sign)
{
    switch (sign.unicode()) {
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    default:
        return sign;
    }
}

/// Writes what a group matched, and moves \a at behind its number or name; false where none stands there.
bool appendGroup(QString &out, const QRegularExpressionMatch &match, QStringView by, qsizetype &at)
{
    if (by.at(at) == u'{') {
        const qsizetype end = by.indexOf(u'}', at);
        if (end < 0)
            return false;
        const QStringView name = by.mid(at + 1, end - at - 1);
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        if (isNumber)
            out += match.captured(number);
        else
            out += match.captured(name.toString());
        at = end + 1;
        return true;
    }
    qsizetype end = at;
    while (end < by.size() && end < at + 2 && by.at(end) >= u'0' && by.at(end) <= u'9')
        ++end;
    // As many digits as make a group that is there: in $10 of one group the 0 is text.
    while (end > at + 1 && by.mid(at, end - at).toInt() > match.regularExpression().captureCount())
        --end;
    if (end == at)
        return false;
    out += match.captured(by.mid(at, end - at).toInt());
    at = end;
    return true;
}

QString expanded(const QRegularExpressionMatch &match, QStringView by, const QString &lineBreak)
{
    QString out;
    for (qsizetype at = 0; at < by.size();) {
        const QChar sign = by.at(at++);
        if ((sign != u'$' && sign != u'\\') || at == by.size()) {
            out += sign;
            continue;
        }
        const QChar next = by.at(at);
        if (sign == u'$' && (next == u'$' || next == u'&')) {
            out += next == u'$' ? QString(next) : match.captured();
            ++at;
        } else if (sign == u'\\' && !next.isDigit()) {
            out += next == u'n' ? lineBreak : QString(escaped(next));
            ++at;
        } else if (!appendGroup(out, match, by, at)) {
            out += sign;
        }
    }
    return out;
}

} // namespace

Result<PatternSearch> PatternSearch::of(const SearchPattern &pattern)
{
    if (pattern.text.isEmpty())
        return tl::unexpected<Error>(usage(Words::tr("There is nothing to look for.")));
    QString text = pattern.isExpression ? pattern.text : QRegularExpression::escape(pattern.text);
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!pattern.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    QRegularExpression expression(text, options);
    // Before the words are added: the place of a mistake is one in what was typed.
    if (!expression.isValid()) {
        //: %1: what is wrong with a regular expression; %2: at which of its characters
        const QString wrong = Words::tr("Not a regular expression: %1, at character %2");
        return tl::unexpected<Error>(
            usage(wrong.arg(expression.errorString()).arg(expression.patternErrorOffset() + 1)));
    }
    if (pattern.wholeWords)
        text = QStringLiteral("(?<!\\w)(?:%1)(?!\\w)").arg(text);
    // Lines may end as those of Windows do; and an expression with endless ways to match gives up within
    // milliseconds, where it would go on for minutes.
    expression.setPattern(QStringLiteral("(*ANYCRLF)(*LIMIT_MATCH=5000000)") + text);
    expression.optimize();
    return PatternSearch(expression, pattern.isExpression);
}

Result<QList<TextMatch>> PatternSearch::allMatches(const QString &text, qsizetype from, qsizetype to) const
{
    return firstMatches(std::numeric_limits<qsizetype>::max(), text, from, to);
}

Result<QList<TextMatch>> PatternSearch::matches(const QString &text, qsizetype from, qsizetype to) const
{
    return firstMatches(mostMatches, text, from, to);
}

Result<QList<TextMatch>> PatternSearch::firstMatches(qsizetype most, const QString &text, qsizetype from,
                                                     qsizetype to) const
{
    const qsizetype last = to < 0 ? text.size() : to;
    QList<TextMatch> all;
    for (qsizetype at = from; at <= last && all.size() < most;) {
        // The text is checked once, from its beginning on: each check reads all that is left of it.
        const QRegularExpression::MatchOptions checked =
            at == from ? QRegularExpression::NoMatchOption
                       : QRegularExpression::DontCheckSubjectStringMatchOption;
        const QRegularExpressionMatch match =
            m_expression.match(text, at, QRegularExpression::NormalMatch, checked);
        if (!match.isValid())
            return tl::unexpected<Error>(usage(
                Words::tr("The expression has too many ways to match; say more exactly what is meant.")));
        if (!match.hasMatch() || match.capturedEnd() > last)
            break;
        all.append({match.capturedStart(), match.capturedLength()});
        at = match.capturedEnd();
        if (match.capturedLength() == 0) {
            // Not into the middle of a character.
            ++at;
            if (at < text.size() && text.at(at).isLowSurrogate())
                ++at;
        }
    }
    return all;
}

QString PatternSearch::replacement(const QString &text, const TextMatch &match, const QString &by) const
{
    if (!m_isExpression)
        return by;
    // The match was found in this text, which was checked for it.
    const QRegularExpressionMatch found =
        m_expression.match(text, match.start, QRegularExpression::NormalMatch,
                           QRegularExpression::AnchorAtOffsetMatchOption |
                               QRegularExpression::DontCheckSubjectStringMatchOption);
    return found.hasMatch() ? expanded(found, by, m_lineBreak) : by;
}

QString PatternSearch::replaced(const QString &text, const QList<TextMatch> &matches, const QString &by) const
{
    QString out;
    qsizetype at = matches.isEmpty() ? 0 : matches.first().start;
    for (const TextMatch &match : matches) {
        out += QStringView(text).mid(at, match.start - at);
        out += replacement(text, match, by);
        at = match.end();
    }
    return out;
}

} // namespace sonde
