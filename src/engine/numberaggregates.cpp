#include "engine/aggregatefunctions.h"
#include "engine/decimalfunctions.h"

namespace sonde {

namespace {

using Columns = Result<std::vector<SqlExpression>>;

Columns refuseType(const AggregateCall &aggregate)
{
    return aggregate.call.refusal.unsupportedType(aggregate.call.node,
                                                  columnTypeName(aggregate.arguments.front().type));
}

Columns column(const QString &sql, ColumnType type, bool nullable)
{
    return std::vector<SqlExpression>{{sql, type, nullable}};
}

// What an aggregate gives for no rows (or none that is not null): count, dcount, sum and what measures how
// values lie apart 0, avg NaN, others null.

Columns count(const AggregateCall &aggregate)
{
    return column(u"COUNT(*)" + aggregate.filter, ColumnType::Long, false);
}

Columns sum(const AggregateCall &aggregate)
{
    const SqlExpression &value = aggregate.arguments.front();
    if (value.type == ColumnType::Decimal)
        return column(u"COALESCE(kql_decimal_sum(" + value.sql + u')' + aggregate.filter + u", '0')",
                      ColumnType::Decimal, true);
    if (!isNumber(value.type) && value.type != ColumnType::TimeSpan)
        return refuseType(aggregate);
    const QString total = u"SUM(" + value.sql + u')' + aggregate.filter;
    if (value.type == ColumnType::Real)
        return column(u"COALESCE(" + total + u", CAST(0 AS DOUBLE))", ColumnType::Real, false);
    return column(u"CAST(COALESCE(" + total + u", 0) AS BIGINT)", aggregate.call.type, false);
}

Columns average(const AggregateCall &aggregate)
{
    const SqlExpression &value = aggregate.arguments.front();
    const QString &filter = aggregate.filter;
    if (value.type == ColumnType::TimeSpan || value.type == ColumnType::DateTime) {
        return column(u"CAST((SUM(" + value.sql + u')' + filter + u") // (COUNT(" + value.sql + u')' +
                          filter + u") AS BIGINT)",
                      aggregate.call.type, true);
    }
    if (value.type == ColumnType::Decimal) {
        return column(u"kql_decimal_avg(" + value.sql + u')' + filter, ColumnType::Decimal, true);
    }
    if (!isNumber(value.type))
        return refuseType(aggregate);
    return column(u"COALESCE(AVG(" + value.sql + u')' + filter + u", CAST('nan' AS DOUBLE))",
                  ColumnType::Real, false);
}

Columns extreme(const AggregateCall &aggregate, const QString &function)
{
    const SqlExpression &value = aggregate.arguments.front();
    const ColumnType type = aggregate.call.type;
    if (value.type == ColumnType::Decimal && type == value.type) {
        return column(u"arg_" + function.toLower() + u'(' + value.sql + u", " + decimalOrder(value) + u')' +
                          aggregate.filter,
                      type, true);
    }
    const bool ordered = isNumber(value.type) || value.type == ColumnType::DateTime ||
                         value.type == ColumnType::TimeSpan || value.type == ColumnType::String ||
                         value.type == ColumnType::Bool;
    if (!ordered || value.type != type)
        return refuseType(aggregate);
    const QString found = function + u'(' + value.sql + u')' + aggregate.filter;
    if (value.type == ColumnType::String)
        return column(u"COALESCE(" + found + u", '')", type, false);
    return column(found, type, true);
}

Columns minimum(const AggregateCall &aggregate)
{
    return extreme(aggregate, QStringLiteral("MIN"));
}

Columns maximum(const AggregateCall &aggregate)
{
    return extreme(aggregate, QStringLiteral("MAX"));
}

/// Exact, where the real service estimates; dcount's second argument is how good the estimate is to be.
Columns distinctCount(const AggregateCall &aggregate)
{
    const ColumnType type = aggregate.arguments.front().type;
    if (type == ColumnType::Dynamic)
        return refuseType(aggregate);
    return column(u"COUNT(DISTINCT " + aggregate.arguments.front().sql + u')' + aggregate.filter,
                  ColumnType::Long, false);
}

/// \a function of SQL over all arguments as reals. An infinite value or NaN makes it NaN, where DuckDB fails
/// or says 0.
Columns spread(const AggregateCall &aggregate, const QString &function)
{
    QStringList values;
    for (const SqlExpression &value : aggregate.arguments) {
        if (!isNumber(value.type))
            return refuseType(aggregate);
        values.append(widened(value, ColumnType::Real).sql);
    }
    const QString finite = u"isfinite(" + values.join(QStringLiteral(" + ")) + u')';
    values.front() = u"CASE WHEN " + finite + u" THEN " + values.front() + u" END";
    return column(u"CASE WHEN bool_and(" + finite + u')' + aggregate.filter +
                      u" IS FALSE THEN CAST('nan' AS DOUBLE) ELSE COALESCE(" + function + u'(' +
                      values.join(QStringLiteral(", ")) + u')' + aggregate.filter +
                      u", CAST(0 AS DOUBLE)) END",
                  ColumnType::Real, false);
}

Columns deviation(const AggregateCall &aggregate)
{
    return spread(aggregate, QStringLiteral("stddev_samp"));
}

Columns populationDeviation(const AggregateCall &aggregate)
{
    return spread(aggregate, QStringLiteral("stddev_pop"));
}

Columns variance(const AggregateCall &aggregate)
{
    return spread(aggregate, QStringLiteral("var_samp"));
}

Columns populationVariance(const AggregateCall &aggregate)
{
    return spread(aggregate, QStringLiteral("var_pop"));
}

Columns covariance(const AggregateCall &aggregate)
{
    return spread(aggregate, QStringLiteral("covar_samp"));
}

Columns populationCovariance(const AggregateCall &aggregate)
{
    return spread(aggregate, QStringLiteral("covar_pop"));
}

Columns bits(const AggregateCall &aggregate, const QString &function)
{
    const SqlExpression &value = aggregate.arguments.front();
    if (!isWholeNumber(value.type))
        return refuseType(aggregate);
    return column(function + u'(' + value.sql + u')' + aggregate.filter, value.type, true);
}

Columns allAnd(const AggregateCall &aggregate)
{
    return bits(aggregate, QStringLiteral("bit_and"));
}

Columns allOr(const AggregateCall &aggregate)
{
    return bits(aggregate, QStringLiteral("bit_or"));
}

Columns allXor(const AggregateCall &aggregate)
{
    return bits(aggregate, QStringLiteral("bit_xor"));
}

} // namespace

const std::vector<AggregateFunction> &numberAggregates()
{
    static const std::vector<AggregateFunction> table = {
        {"count", 0, 0, false, count},
        {"countif", 0, 0, true, count},
        {"sum", 1, 1, false, sum},
        {"sumif", 1, 1, true, sum},
        {"avg", 1, 1, false, average},
        {"avgif", 1, 1, true, average},
        {"min", 1, 1, false, minimum},
        {"minif", 1, 1, true, minimum},
        {"max", 1, 1, false, maximum},
        {"maxif", 1, 1, true, maximum},
        {"dcount", 1, 2, false, distinctCount},
        {"dcountif", 1, 2, true, distinctCount},
        {"count_distinct", 1, 1, false, distinctCount},
        {"count_distinctif", 1, 1, true, distinctCount},
        {"stdev", 1, 1, false, deviation},
        {"stdevif", 1, 1, true, deviation},
        {"stdevp", 1, 1, false, populationDeviation},
        {"stdevpif", 1, 1, true, populationDeviation},
        {"variance", 1, 1, false, variance},
        {"varianceif", 1, 1, true, variance},
        {"variancep", 1, 1, false, populationVariance},
        {"variancepif", 1, 1, true, populationVariance},
        {"covariance", 2, 2, false, covariance},
        {"covarianceif", 2, 2, true, covariance},
        {"covariancep", 2, 2, false, populationCovariance},
        {"covariancepif", 2, 2, true, populationCovariance},
        {"binary_all_and", 1, 1, false, allAnd},
        {"binary_all_or", 1, 1, false, allOr},
        {"binary_all_xor", 1, 1, false, allXor},
    };
    return table;
}

} // namespace sonde
