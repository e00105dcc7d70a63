#pragma once

#include "core/result.h"
#include "ports/importguess.h"

#include <duckdb.h>

namespace sonde {

/// Fills a table that ImportDatabase holds from rows that this program read itself. One thread. Internal to
/// the import.
class ChunkAppender
{
public:
    /// \a connection is a `duckdb_connection`; the table has columns as sqlTypeName() stores those of
    /// \a columns.
    ChunkAppender(void *connection, const QString &table, const QList<ImportColumn> &columns);
    ~ChunkAppender();
    ChunkAppender(const ChunkAppender &) = delete;
    ChunkAppender &operator=(const ChunkAppender &) = delete;

    /// Where the cell of a column goes, at row(); every one must be set before endRow().
    duckdb_vector cell(qsizetype column) const
    {
        return duckdb_data_chunk_get_vector(m_chunk, static_cast<idx_t>(column));
    }
    idx_t row() const { return m_row; }
    /// False if the database refused the rows.
    bool endRow();
    /// Io with DuckDB's words where rows were refused.
    Result<void> finish();

private:
    bool flush();

    duckdb_appender m_appender = nullptr;
    duckdb_data_chunk m_chunk = nullptr;
    idx_t m_row = 0;
    bool m_failed = false;
};

} // namespace sonde
