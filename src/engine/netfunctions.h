#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Addresses: IPv4 and IPv6, URLs. Internal to the engine.
const std::vector<ScalarFunction> &netFunctions();
/// What they call; false if DuckDB refused one.
bool registerNetFunctions(duckdb_connection connection);

} // namespace sonde
