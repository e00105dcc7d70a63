#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Dynamic values: lists, property bags, conversions to and from JSON. Internal to the engine.
const std::vector<ScalarFunction> &dynamicFunctions();
/// What they call; false if DuckDB refused one.
bool registerDynamicFunctions(duckdb_connection connection);

} // namespace sonde
