#include "engine/constants.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// Reads one SQL literal from \a at on.
std::optional<QString> readLiteral(const QString &sql, qsizetype &at)
{
    if (at >= sql.size() || sql.at(at) != u'\'')
        return {};
    QString text;
    for (++at; at < sql.size(); ++at) {
        if (sql.at(at) == u'\'') {
            if (at + 1 >= sql.size() || sql.at(at + 1) != u'\'') {
                ++at;
                return text;
            }
            ++at;
        }
        text += sql.at(at);
    }
    return {};
}

/// Where a class such as `[^]a-z[:digit:]]` ends: at its bracket.
qsizetype endOfClass(const QString &text, qsizetype at)
{
    ++at;
    if (at < text.size() && text.at(at) == u'^')
        ++at;
    if (at < text.size() && text.at(at) == u']')
        ++at;
    for (; at < text.size() && text.at(at) != u']'; ++at) {
        if (text.at(at) == u'\\') {
            ++at;
        } else if (QStringView(text).sliced(at).startsWith(u"[:")) {
            const qsizetype end = text.indexOf(QLatin1String(":]"), at + 2);
            if (end >= 0)
                at = end + 1;
        }
    }
    return at;
}

} // namespace

std::optional<QString> constantText(const SqlExpression &expression)
{
    if (expression.type != ColumnType::String && expression.type != ColumnType::Dynamic)
        return {};
    const QString &sql = expression.sql;
    const bool several = sql.startsWith(u'(') && sql.endsWith(u')');
    qsizetype at = several ? 1 : 0;
    QString text;
    for (;;) {
        const std::optional<QString> piece = readLiteral(sql, at);
        if (!piece)
            return {};
        text += *piece;
        if (at == sql.size() - (several ? 1 : 0))
            return text;
        if (!several || !QStringView(sql).sliced(at).startsWith(u" || "))
            return {};
        at += 4;
    }
}

std::optional<std::int64_t> constantWhole(const SqlExpression &expression)
{
    static const QRegularExpression literal(QStringLiteral(
        "^(?:CAST\\()?(\\(- )?CAST\\('(-?[0-9]+)' AS (?:BIGINT|INTEGER)\\)\\)?(?: AS BIGINT\\))?$"));
    const QRegularExpressionMatch match = literal.match(expression.sql);
    if (!match.hasMatch())
        return {};
    bool valid = false;
    const qlonglong value = match.captured(2).toLongLong(&valid);
    if (!valid || (match.capturedLength(1) > 0 && value < 0))
        return {};
    return match.capturedLength(1) > 0 ? -value : value;
}

Pattern::Pattern(QString text)
    : m_text(std::move(text))
{
    int depth = 0;
    for (qsizetype at = 0; at < m_text.size(); ++at) {
        const QStringView rest = QStringView(m_text).sliced(at);
        depth += rest.front() == u'(' ? 1 : rest.front() == u')' ? -1 : 0;
        m_hasAlternatives = m_hasAlternatives || (rest.front() == u'|' && depth == 0);
        if (rest.startsWith(u"\\Q")) {
            const qsizetype end = m_text.indexOf(QLatin1String("\\E"), at);
            at = end < 0 ? m_text.size() : end + 1;
        } else if (rest.front() == u'\\') {
            ++at;
        } else if (rest.front() == u'[') {
            at = endOfClass(m_text, at);
        } else if (rest.front() == u'(') {
            // (?<name>...) and (?P<name>...) are the same; RE2 knows the second.
            if (rest.startsWith(u"(?<") && !rest.startsWith(u"(?<=") && !rest.startsWith(u"(?<!"))
                m_text.insert(at + 2, u'P');
            const bool named = QStringView(m_text).sliced(at).startsWith(u"(?P<");
            if (!named && rest.startsWith(u"(?"))
                continue;
            const qsizetype end = named ? m_text.indexOf(u'>', at) : at;
            m_opening.append(at);
            m_inside.append((end < 0 ? at : end) + 1);
            m_names.append(named && end > 0 ? m_text.mid(at + 4, end - at - 4) : QString());
        }
    }
}

QString Pattern::withGroup(qsizetype group) const
{
    QString text;
    qsizetype from = 0;
    for (qsizetype i = 0; i < m_opening.size(); ++i) {
        text += QStringView(m_text).sliced(from, m_opening.at(i) - from);
        text += QStringView(i + 1 == group ? u"(" : u"(?:");
        from = m_inside.at(i);
    }
    return text + QStringView(m_text).sliced(from);
}

Result<Pattern> patternOf(const FunctionCall &call, std::size_t argument)
{
    const std::optional<QString> text = constantText(call.arguments.at(argument));
    if (!text || call.arguments.at(argument).type != ColumnType::String)
        return call.refusal.unsupported(call.node, Words::tr("a computed regular expression here"));
    return Pattern(*text);
}

} // namespace sonde
