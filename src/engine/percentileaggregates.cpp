#include "engine/aggregatefunctions.h"

namespace sonde {

namespace {

using Columns = Result<std::vector<SqlExpression>>;
using Arguments = std::vector<SqlExpression>;

bool hasOrder(ColumnType type)
{
    return isNumber(type) || type == ColumnType::DateTime || type == ColumnType::TimeSpan;
}

/// Of [0, 1]; DuckDB refuses any other.
QString fraction(const SqlExpression &percent)
{
    return u"least(greatest(" + widened(percent, ColumnType::Real).sql +
           u" / CAST(100 AS DOUBLE), CAST(0 AS DOUBLE)), CAST(1 AS DOUBLE))";
}

/// The smallest value that at least so many percent of all are not above: exact, where the service estimates.
SqlExpression nearestRank(const AggregateCall &aggregate, const SqlExpression &percent)
{
    const SqlExpression &value = aggregate.arguments.front();
    return {u"quantile_disc(" + value.sql + u", " + fraction(percent) + u')' + aggregate.filter, value.type,
            true};
}

/// The same of values that count as often as the second argument says: over a list of pairs, sorted.
SqlExpression weightedRank(const AggregateCall &aggregate, const SqlExpression &percent)
{
    const SqlExpression &value = aggregate.arguments.at(0);
    const QString weight = widened(aggregate.arguments.at(1), ColumnType::Long).sql;
    const QString pairs = u"list(struct_pack(v := " + value.sql + u", w := " + weight + u") ORDER BY " +
                          value.sql + u") FILTER (WHERE " + value.sql + u" IS NOT NULL AND " + weight +
                          u" > 0)";
    const QString weights = u"list_transform(" + pairs + u", lambda x: x.w)";
    const QString place =
        u"kql_weighted_place(CAST(" + weights + u" AS VARCHAR), " + fraction(percent) + u')';
    return {u'(' + pairs + u")[" + place + u"].v", value.type, true};
}

using Rank = SqlExpression (*)(const AggregateCall &, const SqlExpression &);

bool isPercentage(const SqlExpression &expression)
{
    return isNumber(expression.type);
}

Columns columnsOf(const AggregateCall &aggregate, std::size_t first, Rank rank)
{
    if (!hasOrder(aggregate.arguments.front().type))
        return refuseArguments(aggregate.call);
    Arguments columns;
    for (std::size_t i = first; i < aggregate.arguments.size(); ++i) {
        if (!isPercentage(aggregate.arguments[i]))
            return refuseArguments(aggregate.call);
        columns.push_back(rank(aggregate, aggregate.arguments[i]));
    }
    return columns;
}

Columns percentiles(const AggregateCall &aggregate)
{
    return columnsOf(aggregate, 1, nearestRank);
}

Columns weightedPercentiles(const AggregateCall &aggregate)
{
    if (!isWholeNumber(aggregate.arguments.at(1).type))
        return refuseArguments(aggregate.call);
    return columnsOf(aggregate, 2, weightedRank);
}

Columns listOf(const Columns &columns)
{
    if (!columns)
        return columns;
    QStringList items;
    for (const SqlExpression &column : *columns)
        items.append(toJson(column));
    return Arguments{
        {u"('[' || " + items.join(QStringLiteral(" || ',' || ")) + u" || ']')", ColumnType::Dynamic, false}};
}

/// The percentages of a list that stands in the query as a literal, as arguments of their own.
Result<Arguments> spelledOut(const AggregateCall &aggregate, std::size_t first)
{
    Arguments arguments = aggregate.arguments;
    if (arguments.size() != first + 1 || arguments.back().type != ColumnType::Dynamic)
        return arguments;
    QString list = arguments.back().sql;
    arguments.pop_back();
    if (!list.startsWith(QLatin1String("'[")) || !list.endsWith(QLatin1String("]'")))
        return refuseArguments(aggregate.call);
    for (const QString &item : list.mid(2, list.size() - 4).split(u',')) {
        bool isNumber = false;
        const double percent = item.toDouble(&isNumber);
        if (!isNumber)
            return refuseArguments(aggregate.call);
        arguments.push_back(
            {u"CAST('" + QString::number(percent, 'g', 17) + u"' AS DOUBLE)", ColumnType::Real, false});
    }
    return arguments;
}

Columns percentilesArray(const AggregateCall &aggregate)
{
    const auto arguments = spelledOut(aggregate, 1);
    if (!arguments)
        return failure(arguments.error());
    return listOf(percentiles({aggregate.call, *arguments, aggregate.filter, aggregate.order}));
}

Columns weightedPercentilesArray(const AggregateCall &aggregate)
{
    const auto arguments = spelledOut(aggregate, 2);
    if (!arguments)
        return failure(arguments.error());
    return listOf(weightedPercentiles({aggregate.call, *arguments, aggregate.filter, aggregate.order}));
}

} // namespace

const std::vector<AggregateFunction> &percentileAggregates()
{
    constexpr std::size_t many = 100;
    static const std::vector<AggregateFunction> table = {
        {"percentile", 2, 2, false, percentiles},
        {"percentiles", 2, many, false, percentiles},
        {"percentiles_array", 2, many, false, percentilesArray},
        {"percentilew", 3, 3, false, weightedPercentiles},
        {"percentilesw", 3, many, false, weightedPercentiles},
        {"percentilesw_array", 3, many, false, weightedPercentilesArray},
    };
    return table;
}

} // namespace sonde
