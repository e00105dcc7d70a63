#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>

namespace sonde {

/// Texts in other clothes: base64, URLs, code points, hashes. Internal to the engine.
const std::vector<ScalarFunction> &encodingFunctions();
/// What they call; false if DuckDB refused one.
bool registerEncodingFunctions(duckdb_connection connection);

} // namespace sonde
