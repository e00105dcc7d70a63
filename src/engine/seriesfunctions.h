#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Functions that fill the gaps in lists of numbers, as make-series makes them. Internal to the engine.
const std::vector<ScalarFunction> &seriesFunctions();
/// False if DuckDB refused one.
bool registerSeriesFunctions(duckdb_connection connection);

} // namespace sonde
