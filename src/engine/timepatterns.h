#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Datetimes and timespans written by a pattern. Internal to the engine.
const std::vector<ScalarFunction> &timePatternFunctions();
/// What they call; false if DuckDB refused one.
bool registerTimePatternFunctions(duckdb_connection connection);

} // namespace sonde
