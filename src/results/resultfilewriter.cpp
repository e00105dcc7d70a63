#include "results/resultfile.h"

#include "results/orderedtasks.h"
#include "results/resultfileformat.h"
#include "results/resultfilerows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThreadPool>
#include <algorithm>
#include <array>

namespace sonde {

namespace {

using namespace resultfile;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ResultFile)
};

/// The first block is small so that rows show at once when the file is opened.
constexpr std::size_t firstBlock = 64 * 1024;
constexpr std::size_t usualBlock = 1024 * 1024;
/// Blocks that are packed ahead of what is written.
constexpr std::size_t blocksAhead = 6;

/// The rows of one block.
struct Piece
{
    const Table *chunk;
    std::size_t begin;
    std::size_t end;
};

struct PackedBlock
{
    std::string bytes;
    std::uint64_t plainSize = 0;
};

std::vector<Piece> piecesOf(const ChunkedTable &table)
{
    std::vector<Piece> pieces;
    std::size_t wanted = firstBlock;
    std::size_t left = table.rowCount(); // the last chunk of a truncated table has more
    for (const Table &chunk : table.chunks()) {
        const std::size_t rowSize = chunk.memoryUse() / std::max<std::size_t>(1, chunk.rowCount()) + 1;
        const std::size_t chunkEnd = std::min(chunk.rowCount(), left);
        left -= chunkEnd;
        for (std::size_t begin = 0; begin < chunkEnd;) {
            const std::size_t rows = std::clamp<std::size_t>(wanted / rowSize, 1, mostBlockRows);
            const std::size_t end = std::min(chunkEnd, begin + rows);
            pieces.push_back({&chunk, begin, end});
            begin = end;
            wanted = usualBlock;
        }
    }
    return pieces;
}

PackedBlock packBlock(const BlockType &type, std::string_view plain)
{
    PackedBlock block;
    block.plainSize = plain.size();
    if (plain.size() > largestPlain)
        return block;
    const std::string packed = pack(plain);
    BlockHeader header;
    header.type = type;
    header.packedSize = static_cast<std::uint32_t>(packed.size());
    header.plainSize = static_cast<std::uint32_t>(plain.size());
    header.checksum = addToChecksum(beginChecksum(header), packed);
    block.bytes = headerBytes(header) + packed;
    return block;
}

std::string tableJson(const StoredTable &table)
{
    QJsonArray columns;
    for (const ColumnHeader &header : table.rows.headers())
        columns.append(QJsonObject{{QLatin1StringView("name"), header.name},
                                   {QLatin1StringView("type"), columnTypeName(header.type)}});
    const QJsonObject object{{QLatin1StringView("name"), table.name},
                             {QLatin1StringView("columns"), columns}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

class Writer
{
public:
    Writer(ByteSink &sink, const CancelState &cancel, const std::function<void(qint64)> &progress)
        : m_sink(sink)
        , m_cancel(cancel)
        , m_progress(progress)
    {}

    Result<void> writePrefix()
    {
        std::string prefix(signature);
        put(prefix, majorVersion);
        put(prefix, minorVersion);
        return write(prefix);
    }

    Result<void> writeBlock(const BlockType &type, std::string_view plain)
    {
        return write(packBlock(type, plain));
    }

    Result<void> writeTable(const StoredTable &table)
    {
        if (auto written = writeBlock(tableBlock, tableJson(table)); !written)
            return written;
        ++m_tables;
        const std::vector<Piece> pieces = piecesOf(table.rows);
        std::array<PackedBlock, blocksAhead> blocks;
        OrderedTasks tasks(
            *QThreadPool::globalInstance(), pieces.size(), blocksAhead, [&](std::size_t number) {
                const Piece &piece = pieces[number];
                if (!m_cancel.isCancelled())
                    blocks[number % blocksAhead] =
                        packBlock(rowsBlock, rowsToBytes(*piece.chunk, piece.begin, piece.end));
            });
        for (std::size_t number = 0; number < pieces.size(); ++number) {
            tasks.waitFor(number);
            if (m_cancel.isCancelled())
                return failure(ErrorKind::Cancelled, {});
            if (auto written = write(blocks[number % blocksAhead]); !written)
                return written;
            tasks.release(number);
            m_rows += static_cast<qint64>(pieces[number].end - pieces[number].begin);
            if (m_progress)
                m_progress(m_rows);
        }
        return {};
    }

    Result<void> writeEnd()
    {
        std::string payload;
        put(payload, m_tables);
        put(payload, m_rows);
        payload += m_hash.result().toStdString();
        return writeBlock(endBlock, payload);
    }

private:
    Result<void> write(const PackedBlock &block)
    {
        m_plain += static_cast<qint64>(block.plainSize);
        if (block.bytes.empty() || m_plain > mostPlain) {
            return failure(ErrorKind::Usage, Words::tr("The result is too large for a result file."),
                           Words::tr("Export its rows instead, or ask for fewer rows or columns."));
        }
        return write(block.bytes);
    }

    Result<void> write(std::string_view bytes)
    {
        m_hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        return m_sink.write(bytes);
    }

    ByteSink &m_sink;
    const CancelState &m_cancel;
    const std::function<void(qint64)> &m_progress;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_plain = 0;
    std::uint32_t m_tables = 0;
    qint64 m_rows = 0;
};

} // namespace

Result<void> writeResultFile(StoredResult about, const std::vector<StoredTable> &tables, ByteSink &sink,
                             const CancelState &cancel, const std::function<void(qint64 rows)> &progress)
{
    about.rows = 0;
    for (const StoredTable &table : tables)
        about.rows += static_cast<qint64>(table.rows.rowCount());
    Writer writer(sink, cancel, progress);
    if (auto written = writer.writePrefix(); !written)
        return written;
    if (auto written = writer.writeBlock(aboutBlock, storedResultToJson(about).toStdString()); !written)
        return written;
    for (const StoredTable &table : tables) {
        if (auto written = writer.writeTable(table); !written)
            return written;
    }
    if (cancel.isCancelled())
        return failure(ErrorKind::Cancelled, {});
    return writer.writeEnd();
}

} // namespace sonde
