#pragma once

#include <duckdb.h>

namespace sonde {

/// The functions over property bags and over JSON that dynamicfunctions.h calls. Internal to the engine.
/// false if DuckDB refused one.
bool registerBagFunctions(duckdb_connection connection);

} // namespace sonde
