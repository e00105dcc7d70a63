#pragma once

#include "engine/scalarfunctions.h"

namespace sonde {

/// One aggregate function of summarize. Internal to the engine.
struct AggregateFunction
{
    using Build = Result<SqlExpression> (*)(const FunctionCall &, const QString &filter);
    const char *name;
    std::size_t arguments; ///< how many it takes, without the condition
    bool conditional;      ///< the last argument is a condition (countif, sumif...)
    Build build;
};

/// nullptr if the engine does not have it.
const AggregateFunction *findAggregateFunction(const QString &name);
Result<SqlExpression> applyAggregate(const AggregateFunction &function, const FunctionCall &call);

} // namespace sonde
