#include "engine/textfunctions.h"

#include "engine/scalarfunction.h"

namespace sonde {

const std::vector<ScalarFunction> &textFunctions()
{
    static const std::vector<ScalarFunction> table;
    return table;
}

bool registerTextFunctions(duckdb_connection)
{
    return true;
}

} // namespace sonde
