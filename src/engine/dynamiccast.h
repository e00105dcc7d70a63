#pragma once

#include "engine/refusal.h"
#include "engine/sqlexpression.h"

namespace sonde {

/// An element of a list as that type, as `to typeof(...)` has it: only what is of the type already; of a
/// text, whatever it is, its text. Internal to the engine.
Result<SqlExpression> castDynamic(const SqlExpression &value, ColumnType type, const KqlNode &node,
                                  const Refusal &refusal);

} // namespace sonde
