#pragma once

#include "results/table.h"

#include <optional>
#include <string>
#include <string_view>

/// Rows as bytes of a result file, column by column. Internal to its writer and its reader.
namespace sonde::resultfile {

/// The rows from \a begin to before \a end.
std::string rowsToBytes(const Table &table, std::size_t begin, std::size_t end);

/// \a headers are those of the whole table; the rows may lack the last of them. Nothing where the bytes are
/// not of such rows: no byte of theirs is trusted.
std::optional<Table> rowsFromBytes(std::string_view bytes, const QList<ColumnHeader> &headers);

} // namespace sonde::resultfile
