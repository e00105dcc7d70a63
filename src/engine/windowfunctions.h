#pragma once

#include "engine/querytranslator.h"
#include "engine/scalarfunction.h"

namespace sonde {

/// Functions over the rows in their order: row_number(), prev(), row_cumsum()... Internal to the engine.

/// The input with the values of all such functions that one operator calls as columns of its own; the
/// translator knows them by their nodes. The input itself where it calls none.
Result<Relation> withWindowFunctions(const KqlNode &stage, const Relation &input, QueryTranslator &query);

/// The rows with a column that numbers them in their order, which is then the order.
Relation numbered(const Relation &input, QueryTranslator &query);

/// False if DuckDB refused one.
bool registerWindowFunctions(duckdb_connection connection);

} // namespace sonde
