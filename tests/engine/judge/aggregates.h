#pragma once

#include "engine/judge/value.h"

namespace sonde::judge {

/// The arguments of an aggregate function in each row of its group.
struct AggregateInput
{
    ColumnType type = ColumnType::Long; ///< of the result
    std::vector<ColumnType> types;      ///< of the arguments
    std::vector<Row> rows;
};

bool isAggregate(const QString &name);
/// With a name that ends in `if`, of the rows whose last argument holds.
Value applyAggregate(const QString &name, AggregateInput input);

} // namespace sonde::judge
