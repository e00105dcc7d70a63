#pragma once

#include "results/column.h"

#include <duckdb.h>
#include <string_view>

/// Internal to the import.
namespace sonde::cells {

/// Puts the value that \a text stands for into a row of a vector of the type that sqlTypeName() gives. False,
/// and null in its place, where it is no such value.
bool storeText(duckdb_vector vector, idx_t row, std::string_view text, ColumnType type, bool decimalComma);
void storeNull(duckdb_vector vector, idx_t row);
void storePlain(duckdb_vector vector, idx_t row, std::string_view text);

/// DuckDB's type for a column; to be destroyed.
duckdb_logical_type storageType(ColumnType type);

} // namespace sonde::cells
