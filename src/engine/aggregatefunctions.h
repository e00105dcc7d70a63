#pragma once

#include "engine/scalarfunctions.h"

namespace sonde {

/// A call of an aggregate function, whose arguments do not include the condition (countif, sumif...).
struct AggregateCall
{
    const FunctionCall &call;
    const std::vector<SqlExpression> &arguments;
    QString filter; ///< ` FILTER (WHERE ...)` behind each aggregate of SQL, or nothing
    QString order;  ///< ` ORDER BY ...` in those whose result depends on the order of the rows, or nothing
};

/// One aggregate function of summarize. Internal to the engine.
struct AggregateFunction
{
    /// Most make one column; those of a tuple as many as it has.
    using Build = Result<std::vector<SqlExpression>> (*)(const AggregateCall &);
    const char *name;
    std::size_t fewest; ///< arguments it takes, without the condition
    std::size_t most;
    bool conditional; ///< one more argument is a condition
    Build build;
};

/// nullptr if the engine does not have it.
const AggregateFunction *findAggregateFunction(const QString &name);
Result<std::vector<SqlExpression>> applyAggregate(const AggregateFunction &function,
                                                  const FunctionCall &call);

// The families that applyAggregate() knows.
const std::vector<AggregateFunction> &numberAggregates();     ///< count, sum, avg, stdev, min, dcount...
const std::vector<AggregateFunction> &collectingAggregates(); ///< make_list, make_set, make_bag
const std::vector<AggregateFunction> &rowAggregates();        ///< arg_max, take_any
const std::vector<AggregateFunction> &percentileAggregates();

tl::unexpected<Error> refuseArguments(const FunctionCall &call);

} // namespace sonde
