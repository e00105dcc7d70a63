#include "widgets/filterquery.h"

#include "kql/classicfilterwriter.h"

#include <QStringList>

namespace sonde {

namespace {

using Kind = ColumnCondition::Kind;

QString literal(const QString &text, ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return text.trimmed() == QLatin1String("1")   ? QStringLiteral("true")
               : text.trimmed() == QLatin1String("0") ? QStringLiteral("false")
                                                      : text.trimmed().toLower();
    case ColumnType::Int:
    case ColumnType::Long:
        return text.trimmed();
    case ColumnType::Real:
        return u"real(" + text.trimmed().replace(QLatin1String("Infinity"), QLatin1String("inf")) + u')';
    case ColumnType::Decimal:
        return u"decimal(" + text.trimmed() + u')';
    case ColumnType::Guid:
        return u"guid(" + text.trimmed() + u')';
    case ColumnType::DateTime:
        return u"datetime(" + text.trimmed() + u')';
    case ColumnType::TimeSpan:
        return u"timespan(" + text.trimmed() + u')';
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    return kqlString(text);
}

/// A datetime as it is typed where they are shown in a zone: KQL knows UTC alone.
QString dateTimeInUtc(const QString &text, const std::optional<QTimeZone> &zone)
{
    const std::string typed = text.trimmed().toStdString();
    const auto ticks = parseIsoDateTime(typed);
    const bool namesOffset = typed.size() > 10 && typed.find_first_of("Zz+-", 10) != std::string::npos;
    if (!ticks || !zone || namesOffset)
        return text;
    const QDateTime written = toDateTimeUtc(*ticks);
    const Ticks utc =
        toTicks(QDateTime(written.date(), written.time(), *zone)) + *ticks % ticksPerMillisecond;
    return QString::fromStdString(formatIsoDateTime(utc));
}

/// The column as the text that is displayed.
QString shownText(const QString &name, ColumnType type, const std::optional<QTimeZone> &zone)
{
    if (type == ColumnType::String)
        return name;
    if (type != ColumnType::DateTime)
        return u"tostring(" + name + u')';
    const QString local =
        zone ? u"datetime_utc_to_local(" + name + u", " + kqlString(QString::fromLatin1(zone->id())) + u')'
             : name;
    return u"format_datetime(" + local + u", 'yyyy-MM-dd HH:mm:ss.fff')";
}

QString compare(const QString &name, const ColumnCondition &condition, ColumnType type, const QString &sign,
                const std::optional<QTimeZone> &zone)
{
    const bool isEquality = condition.kind == Kind::Equals || condition.kind == Kind::NotEquals;
    if (type == ColumnType::String || type == ColumnType::Dynamic) {
        const QString shown = type == ColumnType::Dynamic ? u"tostring(" + name + u')' : name;
        // KQL has no order of texts but this one.
        return isEquality ? QString(shown + u' ' + sign + u' ' + kqlString(condition.text))
                          : u"strcmp(" + shown + u", " + kqlString(condition.text) + u") " + sign + u" 0";
    }
    if (type == ColumnType::Real && isEquality && condition.text.trimmed() == QLatin1String("NaN"))
        return condition.kind == Kind::Equals ? QString(u"isnan(" + name + u')')
                                              : u"not(isnan(" + name + u"))";
    const QString text = type == ColumnType::DateTime ? dateTimeInUtc(condition.text, zone) : condition.text;
    return name + u' ' + sign + u' ' + literal(text, type);
}

QString oneOf(const QString &name, const ColumnCondition &condition, ColumnType type)
{
    QStringList values;
    for (const QString &value : condition.values)
        values << literal(value, type);
    const QString text = type == ColumnType::Dynamic ? u"tostring(" + name + u')' : name;
    const QString list =
        values.isEmpty() ? QString() : text + u" in (" + values.join(QLatin1String(", ")) + u')';
    if (!condition.nullToo)
        return list;
    const QString null = (type == ColumnType::String ? u"isempty(" : u"isnull(") + name + u')';
    return list.isEmpty() ? null : list + u" or " + null;
}

QString conditionText(const ColumnCondition &condition, const ColumnHeader &header,
                      const std::optional<QTimeZone> &zone)
{
    const QString name = kqlName(header.name);
    switch (condition.kind) {
    case Kind::Contains:
        return shownText(name, header.type, zone) + u" contains " + kqlString(condition.text);
    case Kind::Matches:
        return shownText(name, header.type, zone) + u" matches regex " + kqlString(u"(?i)" + condition.text);
    case Kind::Equals:
        return compare(name, condition, header.type, QStringLiteral("=="), zone);
    case Kind::NotEquals:
        return compare(name, condition, header.type, QStringLiteral("!="), zone);
    case Kind::Less:
        return compare(name, condition, header.type, QStringLiteral("<"), zone);
    case Kind::AtMost:
        return compare(name, condition, header.type, QStringLiteral("<="), zone);
    case Kind::Greater:
        return compare(name, condition, header.type, QStringLiteral(">"), zone);
    case Kind::AtLeast:
        return compare(name, condition, header.type, QStringLiteral(">="), zone);
    case Kind::OneOf:
        return oneOf(name, condition, header.type);
    // The service's texts are never null.
    case Kind::Null:
        return (header.type == ColumnType::String ? u"isempty(" : u"isnull(") + name + u')';
    case Kind::NotNull:
        return (header.type == ColumnType::String ? u"isnotempty(" : u"isnotnull(") + name + u')';
    }
    return {};
}

} // namespace

QString whereLines(const RowFilter &filter, const QList<ColumnHeader> &headers,
                   const std::optional<QTimeZone> &zone)
{
    QString lines;
    for (const ColumnCondition &condition : filter.conditions) {
        if (condition.column >= 0 && condition.column < headers.size())
            lines += u"\n| where " + conditionText(condition, headers.at(condition.column), zone);
    }
    if (!filter.anywhere.isEmpty())
        lines += u"\n| where * contains " + kqlString(filter.anywhere);
    return lines;
}

} // namespace sonde
