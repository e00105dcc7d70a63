#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Times to and from texts, and what lies between two of them. Internal to the engine.
const std::vector<ScalarFunction> &formatFunctions();
/// What they call; false if DuckDB refused one.
bool registerFormatFunctions(duckdb_connection connection);

} // namespace sonde
