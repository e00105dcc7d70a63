#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>
#include <utility>
#include <vector>

namespace sonde {

/// series_sum(), series_stats(), series_fir()...: what becomes of a list of numbers as a whole. Internal to
/// the engine.
const std::vector<ScalarFunction> &seriesMeasures();
bool registerSeriesMeasures(duckdb_connection connection);

/// The first two arguments as SQL of two lists: a number stands for as many as the other list has.
Result<std::pair<QString, QString>> seriesPair(const FunctionCall &call);

} // namespace sonde
