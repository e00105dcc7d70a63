#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Texts: trimming, searching, replacing, splitting, encoding. Internal to the engine.
const std::vector<ScalarFunction> &textFunctions();
/// What they call; false if DuckDB refused one.
bool registerTextFunctions(duckdb_connection connection);

} // namespace sonde
