#include "import/chunkappender.h"

#include "import/valuestore.h"

#include <QCoreApplication>

namespace sonde {

ChunkAppender::ChunkAppender(void *connection, const QString &table, const QList<ImportColumn> &columns)
{
    std::vector<duckdb_logical_type> types;
    for (const ImportColumn &column : columns)
        types.push_back(cells::storageType(column.type));
    m_chunk = duckdb_create_data_chunk(types.data(), types.size());
    for (duckdb_logical_type &type : types)
        duckdb_destroy_logical_type(&type);
    m_failed = duckdb_appender_create(static_cast<duckdb_connection>(connection), nullptr,
                                      table.toUtf8().constData(), &m_appender) != DuckDBSuccess;
}

ChunkAppender::~ChunkAppender()
{
    duckdb_destroy_data_chunk(&m_chunk);
    duckdb_appender_destroy(&m_appender);
}

bool ChunkAppender::endRow()
{
    if (++m_row == duckdb_vector_size())
        return flush();
    return !m_failed;
}

bool ChunkAppender::flush()
{
    duckdb_data_chunk_set_size(m_chunk, m_row);
    m_failed = m_failed || (m_row > 0 && duckdb_append_data_chunk(m_appender, m_chunk) != DuckDBSuccess);
    duckdb_data_chunk_reset(m_chunk);
    m_row = 0;
    return !m_failed;
}

Result<void> ChunkAppender::finish()
{
    if (flush() && duckdb_appender_close(m_appender) == DuckDBSuccess)
        return {};
    const char *words = m_appender == nullptr ? nullptr : duckdb_appender_error(m_appender);
    return failure(ErrorKind::Io,
                   QCoreApplication::translate("FileImport", "The file could not be imported."),
                   QCoreApplication::translate("FileImport", "Check that there is room on the disk."),
                   QString::fromUtf8(words));
}

} // namespace sonde
