#include "engine/netfunctions.h"

#include "engine/scalarfunction.h"

namespace sonde {

const std::vector<ScalarFunction> &netFunctions()
{
    static const std::vector<ScalarFunction> table;
    return table;
}

bool registerNetFunctions(duckdb_connection)
{
    return true;
}

} // namespace sonde
