#pragma once

#include "azure/bodyreader.h"
#include "results/logsdecoder.h"

namespace sonde {

/// Decodes a logs query answer and hands its rows out, up to the row limit of the query.
class LogsReader final : public BodyReader
{
public:
    /// \a deliver is called on the worker, and threads of \a pool help it.
    LogsReader(std::optional<qint64> rowLimit, LogsDecoder::ChunkHandler deliver, QThreadPool &pool);

    Result<Appetite> take(std::string_view bytes) override;
    Result<void> end() override;
    void breakOff() override { m_decoder.breakOff(); }

    /// Set once the answer was read to its end.
    const std::optional<LogsAnswer> &answer() const { return m_answer; }
    qint64 rows() const { return m_rows; }
    /// There were more rows than the limit.
    bool capped() const { return m_capped; }

private:
    void onChunk(ResultChunk chunk);

    std::optional<qint64> m_limit;
    LogsDecoder::ChunkHandler m_deliver;
    LogsDecoder m_decoder;
    std::optional<LogsAnswer> m_answer;
    qint64 m_rows = 0;
    bool m_capped = false;
};

/// The first \a rows rows of a table.
Table firstRows(const Table &table, std::size_t rows);

} // namespace sonde
