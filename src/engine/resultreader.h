#pragma once

#include "results/table.h"

#include <duckdb.h>

namespace sonde {

/// The rows of one DuckDB chunk, whose columns have the SQL types of \a headers, as a Table. Internal to the
/// engine.
Table readChunk(duckdb_data_chunk chunk, const QList<ColumnHeader> &headers);

} // namespace sonde
