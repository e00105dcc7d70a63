#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Parts of datetimes, and where days, weeks, months and years begin and end. Internal to the engine.
const std::vector<ScalarFunction> &timeFunctions();
/// What they call; false if DuckDB refused one.
bool registerTimeFunctions(duckdb_connection connection);

} // namespace sonde
