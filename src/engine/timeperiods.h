#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Parts of datetimes, and periods between and behind them. Internal to the engine.
const std::vector<ScalarFunction> &timePeriodFunctions();
/// What they call; false if DuckDB refused one.
bool registerTimePeriodFunctions(duckdb_connection connection);

} // namespace sonde
