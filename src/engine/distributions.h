#pragma once

#include "engine/scalarfunctions.h"

#include <duckdb.h>
#include <vector>

namespace sonde {

/// gamma(), erf(), beta_cdf(), welch_test() and their kin. Internal to the engine.
const std::vector<ScalarFunction> &distributionFunctions();
bool registerDistributionFunctions(duckdb_connection connection);

} // namespace sonde
