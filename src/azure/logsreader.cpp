#include "azure/logsreader.h"

namespace sonde {

namespace {

void copyCell(const Column &column, std::size_t row, ColumnBuilder &builder)
{
    if (column.isNull(row))
        builder.appendNull();
    else if (isTextType(column.type()))
        builder.appendText(column.text(row));
    else if (column.type() == ColumnType::Real)
        builder.appendReal(column.real(row));
    else
        builder.appendInteger(column.integer(row));
}

} // namespace

Table firstRows(const Table &table, std::size_t rows)
{
    QList<Column> columns;
    for (const Column &column : table.columns()) {
        ColumnBuilder builder(column.name(), column.type());
        for (std::size_t row = 0; row < rows; ++row)
            copyCell(column, row, builder);
        columns.append(builder.build());
    }
    return Table(columns, rows);
}

LogsReader::LogsReader(std::optional<qint64> rowLimit, LogsDecoder::ChunkHandler deliver, QThreadPool &pool)
    : m_limit(rowLimit)
    , m_deliver(std::move(deliver))
    , m_decoder([this](ResultChunk chunk) { onChunk(std::move(chunk)); }, &pool)
{}

Result<BodyReader::Appetite> LogsReader::take(std::string_view bytes)
{
    if (auto fed = m_decoder.feed(bytes); !fed)
        return failure(fed.error());
    return m_capped ? Appetite::Enough : Appetite::More;
}

Result<void> LogsReader::end()
{
    Result<LogsAnswer> answer = m_decoder.finish();
    if (!answer)
        return failure(answer.error());
    m_answer = std::move(*answer);
    return {};
}

void LogsReader::onChunk(ResultChunk chunk)
{
    if (m_capped)
        return;
    const auto count = static_cast<qint64>(chunk.rows.rowCount());
    if (m_limit && m_rows + count > *m_limit) {
        // Only now is it sure that there are more rows than were asked for.
        m_capped = true;
        chunk.rows = firstRows(chunk.rows, static_cast<std::size_t>(*m_limit - m_rows));
    }
    m_rows += static_cast<qint64>(chunk.rows.rowCount());
    m_deliver(std::move(chunk));
}

} // namespace sonde
