#pragma once

#include "engine/sqlexpression.h"

#include <duckdb.h>
#include <optional>

namespace sonde {

/// A text as a value of that type, by the rules of KQL's conversion functions: null where it is none. Nothing
/// for types that no text becomes here. Internal to the engine.
std::optional<SqlExpression> textAs(const SqlExpression &text, ColumnType type);
/// What they call; false if DuckDB refused one.
bool registerConversions(duckdb_connection connection);

} // namespace sonde
