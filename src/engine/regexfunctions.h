#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Functions that take regular expressions. Internal to the engine.
const std::vector<ScalarFunction> &regexFunctions();
/// What they call; false if DuckDB refused one.
bool registerRegexFunctions(duckdb_connection connection);

} // namespace sonde
