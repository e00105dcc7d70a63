#pragma once

#include <duckdb.h>

namespace sonde {

/// The functions over lists that dynamicfunctions.h calls. Internal to the engine. false if DuckDB refused
/// one.
bool registerListFunctions(duckdb_connection connection);

} // namespace sonde
