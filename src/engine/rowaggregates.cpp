#include "engine/aggregatefunctions.h"
#include "engine/decimalfunctions.h"

namespace sonde {

namespace {

using Columns = Result<std::vector<SqlExpression>>;
using Arguments = std::vector<SqlExpression>;

/// One field for each of them: whichever row is taken, all come from that one.
QString structOf(const Arguments &values)
{
    QStringList fields;
    for (std::size_t i = 0; i < values.size(); ++i)
        fields.append(u"v" + QString::number(i) + u" := " + values[i].sql);
    return u"struct_pack(" + fields.join(QStringLiteral(", ")) + u')';
}

/// The fields of a struct as columns; no row at all makes empty texts and nulls.
Arguments fieldsOf(const QString &row, const Arguments &values)
{
    Arguments columns;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const QString field = u'(' + row + u").v" + QString::number(i);
        if (values[i].type == ColumnType::String)
            columns.push_back({u"COALESCE(" + field + u", '')", ColumnType::String, false});
        else
            columns.push_back({field, values[i].type, true});
    }
    return columns;
}

/// The row with the largest (or smallest) first argument: of that and all others. Rows without one count only
/// where there are no others.
Columns extremeRow(const AggregateCall &aggregate, bool largest)
{
    const SqlExpression &key = aggregate.arguments.front();
    if (key.type == ColumnType::Dynamic || key.type == ColumnType::Guid)
        return refuseArguments(aggregate.call);
    QString rank = key.type == ColumnType::Decimal ? decimalOrder(key) : key.sql;
    if (key.nullable) {
        rank = u"struct_pack(a := (" + key.sql + u" IS " + QStringView(largest ? u"NOT NULL" : u"NULL") +
               u"), b := " + rank + u')';
    }
    const QString function = largest ? QStringLiteral("arg_max(") : QStringLiteral("arg_min(");
    const QString row = function + structOf(aggregate.arguments) + u", " + rank + u')' + aggregate.filter;
    return fieldsOf(row, aggregate.arguments);
}

Columns largestRow(const AggregateCall &aggregate)
{
    return extremeRow(aggregate, true);
}

Columns smallestRow(const AggregateCall &aggregate)
{
    return extremeRow(aggregate, false);
}

/// The first row; of one argument alone the first value that is neither null nor empty.
Columns anyRow(const AggregateCall &aggregate)
{
    if (aggregate.arguments.size() > 1) {
        return fieldsOf(u"first(" + structOf(aggregate.arguments) + aggregate.order + u')' + aggregate.filter,
                        aggregate.arguments);
    }
    const SqlExpression &value = aggregate.arguments.front();
    if (value.type != ColumnType::String) {
        const QString found = u"any_value(" + value.sql + aggregate.order + u')' + aggregate.filter;
        return Arguments{{found, value.type, true}};
    }
    const QString found =
        u"any_value(NULLIF(" + value.sql + u", '')" + aggregate.order + u')' + aggregate.filter;
    return Arguments{{u"COALESCE(" + found + u", '')", ColumnType::String, false}};
}

} // namespace

const std::vector<AggregateFunction> &rowAggregates()
{
    constexpr std::size_t many = 10'000;
    static const std::vector<AggregateFunction> table = {
        {"arg_max", 1, many, false, largestRow},  {"argmax", 1, many, false, largestRow},
        {"arg_min", 1, many, false, smallestRow}, {"argmin", 1, many, false, smallestRow},
        {"take_any", 1, many, false, anyRow},     {"any", 1, many, false, anyRow},
        {"take_anyif", 1, 1, true, anyRow},       {"anyif", 1, 1, true, anyRow},
    };
    return table;
}

} // namespace sonde
