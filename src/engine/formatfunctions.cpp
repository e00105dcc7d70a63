#include "engine/formatfunctions.h"

#include "engine/scalarfunction.h"

namespace sonde {

const std::vector<ScalarFunction> &formatFunctions()
{
    static const std::vector<ScalarFunction> table;
    return table;
}

bool registerFormatFunctions(duckdb_connection)
{
    return true;
}

} // namespace sonde
