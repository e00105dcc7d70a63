#include "engine/judge/literal.h"

#include "engine/judge/operation.h"
#include "kql/kqltree.h"

#include <QDate>
#include <QRegularExpression>
#include <limits>

namespace sonde::judge {

namespace {

using std::int64_t;

constexpr int64_t second = 10'000'000;
constexpr int64_t day = 86'400 * second;

/// What stands between the parentheses of `long(...)`, or all of it.
QString inner(const QString &text)
{
    static const QRegularExpression call(QStringLiteral("^\\w+\\s*\\((.*)\\)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = call.match(text);
    return (match.hasMatch() ? match.captured(1) : text).trimmed();
}

/// Seven digits behind the point, or fewer.
int64_t fraction(const QString &digits)
{
    return digits.leftJustified(7, u'0').left(7).toLongLong();
}

Value dateTime(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,7}))?)?Z?)?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        throw Unknown{text};
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const int64_t days = QDate(1, 1, 1).daysTo(QDate(number(1), number(2), number(3)));
    return days * day + (number(4) * int64_t(3600) + number(5) * 60 + number(6)) * second +
           fraction(match.captured(7));
}

/// `[-][d.]hh:mm:ss[.fffffff]` and numbers with a unit.
Value timespan(const QString &text)
{
    static const QRegularExpression clock(
        QStringLiteral("^(-?)(?:(\\d+)\\.)?(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,7}))?$"));
    static const QRegularExpression unit(QStringLiteral("^(-?\\d+)(d|h|m|s|ms|tick)$"));
    if (const QRegularExpressionMatch match = clock.match(text); match.hasMatch()) {
        const int64_t seconds = match.captured(3).toLongLong() * 3600 + match.captured(4).toLongLong() * 60 +
                                match.captured(5).toLongLong();
        const int64_t ticks =
            match.captured(2).toLongLong() * day + seconds * second + fraction(match.captured(6));
        return match.captured(1).isEmpty() ? ticks : -ticks;
    }
    const QRegularExpressionMatch match = unit.match(text);
    if (!match.hasMatch())
        throw Unknown{text};
    static const QHash<QString, int64_t> units = {{QStringLiteral("d"), day},
                                                  {QStringLiteral("h"), 3600 * second},
                                                  {QStringLiteral("m"), 60 * second},
                                                  {QStringLiteral("s"), second},
                                                  {QStringLiteral("ms"), second / 1000},
                                                  {QStringLiteral("tick"), 1}};
    return match.captured(1).toLongLong() * units.value(match.captured(2));
}

Value number(const QString &text, ColumnType type)
{
    bool valid = false;
    if (type != ColumnType::Real) {
        const qlonglong whole = text.toLongLong(&valid, text.startsWith(u"0x") ? 16 : 10);
        if (!valid)
            throw Unknown{text};
        return int64_t(whole);
    }
    if (text == u"nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == u"+inf" || text == u"-inf")
        return std::numeric_limits<double>::infinity() * (text.startsWith(u'-') ? -1 : 1);
    const double real = text.toDouble(&valid);
    if (!valid)
        throw Unknown{text};
    return real;
}

Value element(const QString &text)
{
    if (text == u"null")
        return {};
    if (text == u"true" || text == u"false")
        return text == u"true";
    if (text.startsWith(u'"'))
        return text.mid(1, text.size() - 2);
    return number(text, text.contains(u'.') ? ColumnType::Real : ColumnType::Long);
}

/// A flat list, without commas or escapes in its texts.
Value dynamic(const QString &text)
{
    if (!text.startsWith(u'['))
        return element(text);
    List list;
    const QString elements = text.mid(1, text.size() - 2).trimmed();
    for (const QString &each : elements.isEmpty() ? QStringList() : elements.split(u','))
        list.push_back(element(each.trimmed()));
    return Value(std::move(list));
}

} // namespace

bool isLiteral(const KqlNode &node)
{
    return node.kind.endsWith(QLatin1String("LiteralExpression")) || node.kind == u"DynamicExpression";
}

Value timeOfText(const QString &text, ColumnType type)
{
    return type == ColumnType::DateTime ? dateTime(text) : timespan(text);
}

Value literalValue(const KqlNode &node)
{
    const auto type = columnTypeFromName(node.type.toStdString());
    if (!type)
        throw Unknown{node.type};
    if (node.nullLiteral)
        return missing(*type);
    switch (*type) {
    case ColumnType::Bool:
        return node.value.toLower().contains(u"true");
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::Real:
        return number(inner(node.value), *type);
    case ColumnType::DateTime:
        return dateTime(inner(node.value));
    case ColumnType::TimeSpan:
        return timespan(inner(node.value));
    case ColumnType::String:
        return node.value;
    case ColumnType::Dynamic:
        return dynamic(inner(node.value));
    case ColumnType::Decimal:
    case ColumnType::Guid:
        break;
    }
    throw Unknown{node.type};
}

} // namespace sonde::judge
