#include "engine/literals.h"

#include "core/kqlliterals.h"
#include "engine/datetimetext.h"
#include "engine/decimalfunctions.h"
#include "engine/dynamicliteral.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>
#include <limits>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

std::optional<std::int64_t> readWhole(QString text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text.remove(0, 1);
    const bool hexadecimal = text.startsWith(u"0x", Qt::CaseInsensitive);
    bool valid = false;
    const quint64 magnitude =
        hexadecimal ? text.mid(2).toULongLong(&valid, 16) : text.toULongLong(&valid, 10);
    const auto limit = static_cast<quint64>(std::numeric_limits<std::int64_t>::max());
    if (!valid || magnitude > limit + (negative ? 1 : 0))
        return {};
    return static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
}

SqlExpression realLiteral(double value)
{
    QString text = QString::number(value, 'g', 17);
    if (std::isnan(value))
        text = QStringLiteral("nan");
    else if (std::isinf(value))
        text = value < 0 ? QStringLiteral("-inf") : QStringLiteral("inf");
    return {u"CAST('" + text + u"' AS DOUBLE)", ColumnType::Real, false};
}

/// `true`, `bool(true)`, `bool(1)`: read as it is written, for the tree says False of every number.
Result<SqlExpression> translateBool(const KqlNode &node, const Refusal &refusal)
{
    const QString text = kqlLiteralText(refusal.written(node)).toLower();
    const std::optional<std::int64_t> number = readWhole(text);
    if (!number && text != u"true" && text != u"false")
        return refusal.unsupported(node, Words::tr("the truth value “%1”").arg(text));
    const bool value = number ? *number != 0 : text == u"true";
    return SqlExpression{value ? QStringLiteral("TRUE") : QStringLiteral("FALSE"), ColumnType::Bool, false};
}

Result<SqlExpression> translateWhole(const KqlNode &node, ColumnType type, const Refusal &refusal)
{
    const std::optional<std::int64_t> value = readWhole(kqlLiteralText(node.value));
    const bool fits =
        value && (type == ColumnType::Long || (*value >= std::numeric_limits<std::int32_t>::min() &&
                                               *value <= std::numeric_limits<std::int32_t>::max()));
    if (!fits)
        return refusal.unsupported(node, Words::tr("the number “%1”").arg(node.value));
    return longLiteral(*value, type);
}

Result<SqlExpression> translateReal(const KqlNode &node, const Refusal &refusal)
{
    const QString text = kqlLiteralText(node.value).toLower();
    if (text == u"nan")
        return realLiteral(std::numeric_limits<double>::quiet_NaN());
    if (text == u"+inf" || text == u"inf")
        return realLiteral(std::numeric_limits<double>::infinity());
    if (text == u"-inf")
        return realLiteral(-std::numeric_limits<double>::infinity());
    bool valid = false;
    const double value = text.toDouble(&valid);
    if (!valid)
        return refusal.unsupported(node, Words::tr("the number “%1”").arg(node.value));
    return realLiteral(value);
}

Result<SqlExpression> translateDecimal(const KqlNode &node, const Refusal &refusal)
{
    const auto decimal = decimalLiteral(kqlLiteralText(refusal.written(node)));
    if (!decimal)
        return refusal.unsupported(node, Words::tr("the number “%1”").arg(refusal.written(node)));
    return *decimal;
}

Result<SqlExpression> translateDateTime(const KqlNode &node, const Refusal &refusal)
{
    std::optional<Ticks> ticks = kqlDateTime(node.value);
    if (!ticks)
        ticks = readDateTimeLiteral(kqlLiteralText(node.value).toStdString());
    if (!ticks)
        return refusal.unsupported(node, Words::tr("the date form “%1”").arg(node.value));
    return longLiteral(*ticks, ColumnType::DateTime);
}

Result<SqlExpression> translateTimespan(const KqlNode &node, const Refusal &refusal)
{
    const std::optional<Ticks> ticks = kqlTimespan(node.value);
    if (!ticks)
        return refusal.unsupported(node, Words::tr("the timespan form “%1”").arg(node.value));
    return longLiteral(*ticks, ColumnType::TimeSpan);
}

Result<SqlExpression> translateGuid(const KqlNode &node, const Refusal &refusal)
{
    const auto guid = guidFromText(kqlLiteralText(node.value));
    if (!guid)
        return refusal.unsupported(node, Words::tr("the guid “%1”").arg(node.value));
    return SqlExpression{sqlString(guid->toString(QUuid::WithoutBraces)), ColumnType::Guid, false};
}

Result<SqlExpression> translateDynamic(const KqlNode &node, const Refusal &refusal)
{
    static const QRegularExpression wrapped(QStringLiteral("^dynamic\\s*\\((.*)\\)$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    const auto value = readDynamicLiteral(wrapped.match(node.value).captured(1));
    if (!value)
        return refusal.unsupported(node, Words::tr("this form of a dynamic value"));
    if (value->is(DynamicValue::Kind::Null))
        return nullOf(ColumnType::Dynamic);
    const QString json = QString::fromStdString(value->toJson());
    if (json.contains(QLatin1String("\\u0000")))
        return refusal.unsupported(node, Words::tr("the character U+0000 in a text"));
    return SqlExpression{sqlString(json), ColumnType::Dynamic, false};
}

} // namespace

bool isLiteral(const KqlNode &node)
{
    return node.kind.endsWith(QLatin1String("LiteralExpression")) ||
           node.is(QLatin1StringView("DynamicExpression"));
}

SqlExpression longLiteral(std::int64_t value, ColumnType type)
{
    const QString digits = QString::number(value);
    return {u"CAST('" + digits + u"' AS " + sqlTypeName(type) + u')', type, false};
}

Result<SqlExpression> translateLiteral(const KqlNode &node, const Refusal &refusal)
{
    // typeof(long) is worth nothing itself: it stands for a null of that type.
    const bool isTypeName = node.is(QLatin1StringView("TypeOfLiteralExpression"));
    const QString name = isTypeName ? node.symbol : node.type;
    const std::optional<ColumnType> type = columnTypeFromName(name.toStdString());
    if (!type)
        return refusal.unsupportedType(node, name);
    if (node.nullLiteral || isTypeName)
        return nullOf(*type);
    switch (*type) {
    case ColumnType::Bool:
        return translateBool(node, refusal);
    case ColumnType::Int:
    case ColumnType::Long:
        return translateWhole(node, *type, refusal);
    case ColumnType::Real:
        return translateReal(node, refusal);
    case ColumnType::DateTime:
        return translateDateTime(node, refusal);
    case ColumnType::TimeSpan:
        return translateTimespan(node, refusal);
    case ColumnType::Guid:
        return translateGuid(node, refusal);
    case ColumnType::Dynamic:
        return translateDynamic(node, refusal);
    case ColumnType::Decimal:
        return translateDecimal(node, refusal);
    case ColumnType::String:
        break;
    }
    if (node.value.contains(QChar(0)))
        return refusal.unsupported(node, Words::tr("the character U+0000 in a text"));
    return SqlExpression{sqlString(node.value), ColumnType::String, false};
}

} // namespace sonde
