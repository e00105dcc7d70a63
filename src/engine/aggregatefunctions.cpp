#include "engine/aggregatefunctions.h"

#include <QCoreApplication>
#include <QHash>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

tl::unexpected<Error> refuseType(const FunctionCall &call)
{
    return call.refusal.unsupportedType(call.node, columnTypeName(call.arguments.front().type));
}

// What an aggregate gives for no rows (or none that is not null): count, dcount and sum 0, avg NaN, others
// null.

Result<SqlExpression> count(const FunctionCall &, const QString &filter)
{
    return SqlExpression{u"COUNT(*)" + filter, ColumnType::Long, false};
}

Result<SqlExpression> sum(const FunctionCall &call, const QString &filter)
{
    const SqlExpression &value = call.arguments.front();
    const bool real = value.type == ColumnType::Real;
    if (!isNumber(value.type) && value.type != ColumnType::TimeSpan)
        return refuseType(call);
    const QString total = u"SUM(" + value.sql + u')' + filter;
    if (real)
        return SqlExpression{u"COALESCE(" + total + u", CAST(0 AS DOUBLE))", ColumnType::Real, false};
    return SqlExpression{u"CAST(COALESCE(" + total + u", 0) AS BIGINT)", call.type, false};
}

Result<SqlExpression> average(const FunctionCall &call, const QString &filter)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::TimeSpan || value.type == ColumnType::DateTime) {
        return SqlExpression{u"CAST((SUM(" + value.sql + u')' + filter + u") // (COUNT(" + value.sql + u')' +
                                 filter + u") AS BIGINT)",
                             call.type, true};
    }
    if (!isNumber(value.type))
        return refuseType(call);
    return SqlExpression{u"COALESCE(AVG(" + value.sql + u')' + filter + u", CAST('nan' AS DOUBLE))",
                         ColumnType::Real, false};
}

Result<SqlExpression> extreme(const FunctionCall &call, const QString &filter, const QString &function)
{
    const SqlExpression &value = call.arguments.front();
    const bool ordered = isNumber(value.type) || value.type == ColumnType::DateTime ||
                         value.type == ColumnType::TimeSpan || value.type == ColumnType::String;
    if (!ordered || value.type != call.type)
        return refuseType(call);
    const QString found = function + u'(' + value.sql + u')' + filter;
    if (value.type == ColumnType::String)
        return SqlExpression{u"COALESCE(" + found + u", '')", call.type, false};
    return SqlExpression{found, call.type, true};
}

Result<SqlExpression> minimum(const FunctionCall &call, const QString &filter)
{
    return extreme(call, filter, QStringLiteral("MIN"));
}

Result<SqlExpression> maximum(const FunctionCall &call, const QString &filter)
{
    return extreme(call, filter, QStringLiteral("MAX"));
}

/// Exact, where the real service estimates.
Result<SqlExpression> distinctCount(const FunctionCall &call, const QString &filter)
{
    const ColumnType type = call.arguments.front().type;
    if (type == ColumnType::Dynamic || type == ColumnType::Decimal)
        return refuseType(call);
    return SqlExpression{u"COUNT(DISTINCT " + call.arguments.front().sql + u')' + filter, ColumnType::Long,
                         false};
}

const std::vector<AggregateFunction> &functions()
{
    static const std::vector<AggregateFunction> table = {
        {"count", 0, false, count},
        {"countif", 0, true, count},
        {"sum", 1, false, sum},
        {"sumif", 1, true, sum},
        {"avg", 1, false, average},
        {"avgif", 1, true, average},
        {"min", 1, false, minimum},
        {"minif", 1, true, minimum},
        {"max", 1, false, maximum},
        {"maxif", 1, true, maximum},
        {"dcount", 1, false, distinctCount},
        {"dcountif", 1, true, distinctCount},
    };
    return table;
}

} // namespace

const AggregateFunction *findAggregateFunction(const QString &name)
{
    static const QHash<QString, const AggregateFunction *> byName = [] {
        QHash<QString, const AggregateFunction *> map;
        for (const AggregateFunction &function : functions())
            map.insert(QString::fromLatin1(function.name), &function);
        return map;
    }();
    return byName.value(name);
}

Result<SqlExpression> applyAggregate(const AggregateFunction &function, const FunctionCall &call)
{
    const std::size_t wanted = function.arguments + (function.conditional ? 1 : 0);
    if (call.arguments.size() != wanted) {
        return call.refusal.unsupported(call.node, Words::tr("the function “%1” with %n argument(s)", nullptr,
                                                             static_cast<int>(call.arguments.size()))
                                                       .arg(call.node.symbol));
    }
    QString filter;
    if (function.conditional) {
        const SqlExpression &condition = call.arguments.back();
        if (condition.type != ColumnType::Bool)
            return call.refusal.unsupportedType(call.node, columnTypeName(condition.type));
        filter = u" FILTER (WHERE " + condition.sql + u')';
    }
    return function.build(call, filter);
}

} // namespace sonde
