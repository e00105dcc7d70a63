#pragma once

#include <duckdb.h>

namespace sonde {

/// `kql_decimal_sum` and `kql_decimal_avg`, DuckDB's aggregates of decimals: exact until the end, so that the
/// order of the rows does not matter, and rounded once. Null of no values. Internal to the engine; false if
/// DuckDB refused one.
bool registerDecimalTotals(duckdb_connection connection);

} // namespace sonde
