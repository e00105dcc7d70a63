#include "engine/dynamicfunctions.h"

#include "engine/scalarfunction.h"

namespace sonde {

const std::vector<ScalarFunction> &dynamicFunctions()
{
    static const std::vector<ScalarFunction> table;
    return table;
}

bool registerDynamicFunctions(duckdb_connection)
{
    return true;
}

} // namespace sonde
