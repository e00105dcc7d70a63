#pragma once

#include "core/result.h"
#include "results/resultset.h"

#include <QByteArray>
#include <functional>
#include <memory>
#include <string_view>

class QThreadPool;

namespace sonde {

/// What a logs query answer says besides its rows.
struct LogsAnswer
{
    int tableCount = 0;
    std::optional<Error> partialError; ///< the `error` that came with rows (PartialError)
    QByteArray statistics;             ///< JSON text
    QByteArray render;                 ///< JSON text
    QStringList warnings;
    qint64 bytes = 0; ///< of JSON read
    QByteArray head;  ///< the first 64 KiB
};

/// Reads the body of a logs query answer while it arrives: feed() takes pieces of any size, cut anywhere, and
/// hands out chunks of rows as soon as they are whole. Key order is free; columns may even follow their rows.
/// One answer per decoder, on one thread.
class LogsDecoder
{
public:
    using ChunkHandler = std::function<void(ResultChunk)>;

    /// \a handler is called in feed() and finish(). With \a pool, which must outlive the decoder's tasks,
    /// rows are decoded on its threads while the next ones are looked for; without, where feed() is called.
    explicit LogsDecoder(ChunkHandler handler, QThreadPool *pool = nullptr);
    ~LogsDecoder();

    /// JSON text, inflated. Fails with Decode on the first byte that cannot belong to an answer.
    Result<void> feed(std::string_view bytes);
    /// After the last byte. Fails with Decode if the answer is cut short or holds no tables.
    Result<LogsAnswer> finish();
    /// In place of finish(), where the rest never comes: the rows that are whole are handed out.
    void breakOff();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sonde
