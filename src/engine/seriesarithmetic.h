#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>
#include <vector>

namespace sonde {

/// series_abs(), series_add(), series_stats()...: arithmetic over lists of numbers. Internal to the engine.
const std::vector<ScalarFunction> &seriesArithmetic();
bool registerSeriesArithmetic(duckdb_connection connection);

} // namespace sonde
