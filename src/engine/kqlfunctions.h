#pragma once

#include <duckdb.h>

namespace sonde {

/// Adds to a database the functions whose meaning in KQL no SQL function has; all their names begin with
/// `kql_`. Internal to the engine. false if DuckDB refused one.
bool registerKqlFunctions(duckdb_connection connection);

} // namespace sonde
