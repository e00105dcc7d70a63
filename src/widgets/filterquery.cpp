#include "widgets/filterquery.h"

#include "core/kqltext.h"
#include "results/datetimetext.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>
#include <algorithm>

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
    const auto ticks = parseDateTimeText(text.trimmed().toStdString(), zone);
    return zone && ticks ? QString::fromStdString(formatIsoDateTime(*ticks)) : text;
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

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterQuery)
};

/// KQL knows nothing of how cells are shown here.
QString formatRemark()
{
    return u" // " + Words::tr("looks at the value, not at how it is shown");
}

bool isShownInFormat(int column, const CellDisplay &display)
{
    const auto format = display.formats.find(column);
    // A relative time is not looked at here either.
    return format != display.formats.end() && !format->second.followsTime();
}

} // namespace

QString whereLines(const RowFilter &filter, const QList<ColumnHeader> &headers, const CellDisplay &display)
{
    QString lines;
    for (const ColumnCondition &condition : filter.conditions) {
        if (condition.column < 0 || condition.column >= headers.size())
            continue;
        lines += u"\n| where " + conditionText(condition, headers.at(condition.column), display.zone);
        const bool looksAtShown = condition.kind == Kind::Contains || condition.kind == Kind::Matches;
        if (looksAtShown && isShownInFormat(condition.column, display))
            lines += formatRemark();
    }
    if (!filter.anywhere.isEmpty())
        lines += u"\n| where * contains " + kqlString(filter.anywhere);
    return lines;
}

namespace {

/// More values than this make a query that nobody reads, and that services refuse.
constexpr qsizetype mostValues = 500;

/// What the selected cells of one column hold.
struct ColumnValues
{
    QStringList texts; ///< each once, in the order they are met
    bool hasNull = false;
    Ticks first = maxDateTimeTicks; ///< of datetimes
    Ticks last = 0;
};

/// Takes a cell in. False where there are too many different values.
bool add(ColumnValues &values, QSet<QString> &known, const CellRef &cell)
{
    if (cell.isNull()) {
        values.hasNull = true;
        return true;
    }
    const bool isDateTime = cell.column->type() == ColumnType::DateTime;
    if (isDateTime) {
        values.first = std::min(values.first, cell.column->integer(cell.row));
        values.last = std::max(values.last, cell.column->integer(cell.row));
    }
    const QString text = QString::fromStdString(cellText(cell));
    if (known.contains(text))
        return true;
    // Of datetimes the first and the last are enough.
    if (values.texts.size() == mostValues)
        return isDateTime;
    known.insert(text);
    values.texts << text;
    return true;
}

Result<ColumnValues> valuesOf(const Selection &rows, const ColumnCells &cells)
{
    ColumnValues values;
    QSet<QString> known;
    for (const auto &[first, last] : cells.ranges) {
        for (std::size_t place = first; place <= last; ++place) {
            const std::size_t row = rows.rows ? (*rows.rows)[place] : place;
            if (!add(values, known, rows.table.cell(row, cells.column))) {
                return failure(
                    ErrorKind::Usage,
                    Words::tr("The selected cells have more than %1 different values.").arg(mostValues),
                    Words::tr("Select fewer cells, or filter the rows (F7)."));
            }
        }
    }
    return values;
}

QString lineOf(const ColumnValues &values, const ColumnHeader &header, bool isKept)
{
    const QString name = kqlName(header.name);
    const bool isText = header.type == ColumnType::String;
    QStringList parts;
    if (values.texts.size() == 1) {
        const ColumnCondition condition{
            0, isKept ? Kind::Equals : Kind::NotEquals, values.texts.constFirst(), {}};
        parts << compare(name, condition, header.type, isKept ? QStringLiteral("==") : QStringLiteral("!="),
                         {});
    } else if (header.type == ColumnType::DateTime && !values.texts.isEmpty()) {
        const auto moment = [](Ticks ticks) -> QString {
            return u"datetime(" + QString::fromStdString(formatIsoDateTime(ticks)) + u')';
        };
        parts << name + (isKept ? u" between (" : u" !between (") + moment(values.first) + u" .. " +
                     moment(values.last) + u')';
    } else if (!values.texts.isEmpty()) {
        QStringList literals;
        for (const QString &text : values.texts)
            literals << literal(text, header.type);
        const QString shown = header.type == ColumnType::Dynamic ? QString(u"tostring(" + name + u')') : name;
        parts << shown + (isKept ? u" in (" : u" !in (") + literals.join(QLatin1String(", ")) + u')';
    }
    if (values.hasNull) {
        const QString test = isKept ? (isText ? QStringLiteral("isempty(") : QStringLiteral("isnull("))
                                    : (isText ? QStringLiteral("isnotempty(") : QStringLiteral("isnotnull("));
        parts << test + name + u')';
    }
    return u"\n| where " + parts.join(isKept ? QLatin1String(" or ") : QLatin1String(" and "));
}

} // namespace

Result<QString> cellLines(const Selection &rows, const std::vector<ColumnCells> &cells, bool isKept)
{
    QString lines;
    for (const ColumnCells &column : cells) {
        const auto values = valuesOf(rows, column);
        if (!values)
            return failure(values.error());
        if (values->hasNull || !values->texts.isEmpty())
            lines += lineOf(*values, rows.table.headers().at(column.column), isKept);
    }
    return lines;
}

} // namespace sonde
