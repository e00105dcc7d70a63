#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Numbers: roots, powers, angles, bits. Internal to the engine.
const std::vector<ScalarFunction> &mathFunctions();
/// What they call; false if DuckDB refused one.
bool registerMathFunctions(duckdb_connection connection);

} // namespace sonde
