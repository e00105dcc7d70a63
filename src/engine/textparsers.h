#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Texts taken apart: records, command lines, paths, addresses of the web. Internal to the engine.
const std::vector<ScalarFunction> &textParsers();
/// What they call; false if DuckDB refused one.
bool registerTextParsers(duckdb_connection connection);

} // namespace sonde
