#pragma once

#include "engine/refusal.h"
#include "engine/sqlexpression.h"

namespace sonde {

/// Whether a node is a literal that translateLiteral() knows or refuses.
bool isLiteral(const KqlNode &node);
/// A literal of a query as SQL: an escaped or a numeric constant, never the text of the query itself.
Result<SqlExpression> translateLiteral(const KqlNode &node, const Refusal &refusal);
SqlExpression longLiteral(std::int64_t value, ColumnType type = ColumnType::Long);

} // namespace sonde
