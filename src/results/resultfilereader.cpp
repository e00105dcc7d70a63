#include "results/resultfile.h"

#include "results/resultfileformat.h"
#include "results/resultfilerows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cctype>

namespace sonde {

namespace {

using namespace resultfile;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ResultFile)
};

constexpr std::size_t pieceSize = 1024 * 1024;
/// Of the time that reading takes, the check of the whole is this part, in thousandths.
constexpr int checkingPermille = 100;

class Reader
{
public:
    Reader(QIODevice &device, const QString &name, const StoredResultHandlers &handlers,
           const CancelState &cancel)
        : m_device(device)
        , m_name(name)
        , m_handlers(handlers)
        , m_cancel(cancel)
        , m_size(device.size())
    {}

    /// Walks over all blocks: whether they are whole, and what they are is what was written.
    Result<void> check();
    /// Hands out what check() found to be whole.
    Result<void> read();

private:
    Result<void> checkPrefix();
    Result<BlockHeader> nextHeader();
    Result<std::uint32_t> walkOver(const BlockHeader &header, QCryptographicHash &hash);
    Result<void> checkEnd(const BlockHeader &header, const QByteArray &hash);
    Result<std::string> take(std::size_t size);
    Result<std::string> takePlain(const BlockHeader &header);
    Result<void> readAbout(const std::string &json);
    Result<void> readTable(const std::string &json);
    Result<void> readRows(const std::string &bytes);
    void report(int from, int permille);

    tl::unexpected<Error> foreign() const;
    tl::unexpected<Error> cutShort() const;
    tl::unexpected<Error> damaged(const QString &detail) const;
    tl::unexpected<Error> tooLarge() const;

    QIODevice &m_device;
    QString m_name;
    const StoredResultHandlers &m_handlers;
    const CancelState &m_cancel;
    qint64 m_size;
    std::uint32_t m_tablesWritten = 0; ///< as the end of the file says
    qint64 m_rowsWritten = 0;          ///< as the end of the file says
    bool m_sawAbout = false;
    int m_table = -1;
    QString m_tableName;
    QList<ColumnHeader> m_headers;
    qint64 m_rows = 0;
};

tl::unexpected<Error> Reader::foreign() const
{
    return failure(ErrorKind::Decode, Words::tr("“%1” is not a result that Sonde saved.").arg(m_name),
                   Words::tr("Open a file whose name ends in .sonde-result, or an answer of the service."));
}

tl::unexpected<Error> Reader::cutShort() const
{
    return failure(ErrorKind::Decode, Words::tr("“%1” is cut short: its end is missing.").arg(m_name),
                   Words::tr("Copy the file again from where it came, or run its query again."),
                   //: %1: a number of bytes
                   Words::tr("It ends after %1 bytes.").arg(m_size));
}

tl::unexpected<Error> Reader::damaged(const QString &detail) const
{
    return failure(ErrorKind::Decode, Words::tr("“%1” is damaged and was not opened.").arg(m_name),
                   Words::tr("Copy the file again from where it came, or run its query again."), detail);
}

tl::unexpected<Error> Reader::tooLarge() const
{
    return failure(ErrorKind::Decode,
                   Words::tr("“%1” says that it holds more than can be meant.").arg(m_name),
                   Words::tr("It was not opened, as it may be meant to do harm; ask who sent it."));
}

Result<std::string> Reader::take(std::size_t size)
{
    if (static_cast<qint64>(size) > m_size - m_device.pos())
        return cutShort();
    std::string bytes(size, '\0');
    const qint64 read = m_device.read(bytes.data(), static_cast<qint64>(size));
    if (read != static_cast<qint64>(size)) {
        return failure(ErrorKind::Io, Words::tr("“%1” could not be read.").arg(m_name),
                       Words::tr("Try again, or copy the file to another disk."), m_device.errorString());
    }
    return bytes;
}

Result<void> Reader::checkPrefix()
{
    const auto prefix = take(static_cast<std::size_t>(std::min<qint64>(m_size, prefixSize)));
    if (!prefix)
        return failure(prefix.error());
    const std::string_view begin = std::string_view(*prefix).substr(0, signature.size());
    if (!signature.starts_with(begin) || begin.size() < 4) {
        // Letters that survived where the line ends behind them did not.
        if (begin.starts_with(signature.substr(0, 4)))
            return damaged(Words::tr("Its line ends were changed on the way, as if it were text."));
        return foreign();
    }
    if (prefix->size() < prefixSize)
        return cutShort();
    ByteReader reader(std::string_view(*prefix).substr(signature.size()));
    const auto version = reader.take<std::uint16_t>();
    if (version > majorVersion || version == 0) {
        return failure(ErrorKind::Decode,
                       //: %1: a file’s name; %2 and %3: versions of the format, as 2
                       Words::tr("“%1” was saved by a later Sonde: in format %2, while this one reads %3.")
                           .arg(m_name)
                           .arg(version)
                           .arg(majorVersion),
                       Words::tr("Open it with that version of Sonde."));
    }
    return {};
}

Result<BlockHeader> Reader::nextHeader()
{
    const auto bytes = take(blockHeaderSize);
    if (!bytes)
        return failure(bytes.error());
    return readHeader(*bytes);
}

/// The checksum of a block's bytes, which are passed over.
Result<std::uint32_t> Reader::walkOver(const BlockHeader &header, QCryptographicHash &hash)
{
    std::uint32_t checksum = beginChecksum(header);
    for (std::size_t left = header.packedSize; left > 0;) {
        if (m_cancel.isCancelled())
            return failure(ErrorKind::Cancelled, {});
        const auto piece = take(std::min(left, pieceSize));
        if (!piece)
            return failure(piece.error());
        checksum = addToChecksum(checksum, *piece);
        hash.addData(QByteArrayView(piece->data(), static_cast<qsizetype>(piece->size())));
        left -= piece->size();
    }
    return checksum;
}

Result<void> Reader::check()
{
    if (auto prefix = checkPrefix(); !prefix)
        return prefix;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    m_device.seek(0);
    if (const auto prefix = take(prefixSize); prefix)
        hash.addData(QByteArrayView(prefix->data(), static_cast<qsizetype>(prefix->size())));
    qint64 plain = 0;
    for (int number = 1;; ++number) {
        const qint64 place = m_device.pos();
        const auto header = nextHeader();
        if (!header)
            return failure(header.error());
        const bool isEnd = header->type == endBlock;
        const QByteArray before = isEnd ? hash.result() : QByteArray();
        const std::string bytes = headerBytes(*header);
        hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        // A letter that was changed may stand in the size, so what is missing is asked only then.
        if (header->packedSize > m_size - m_device.pos())
            return cutShort();
        const auto checksum = walkOver(*header, hash);
        if (!checksum)
            return failure(checksum.error());
        if (*checksum != header->checksum) {
            return damaged(
                //: %1: a number, counted from 1; %2: a number of bytes
                Words::tr("Block %1, at byte %2, is not what was written.").arg(number).arg(place));
        }
        plain += header->plainSize;
        if (plain > mostPlain || header->plainSize > largestPlain ||
            header->plainSize > (header->packedSize + 1) * tightestPacking)
            return tooLarge();
        report(0, checkingPermille);
        if (isEnd) {
            m_device.seek(place + static_cast<qint64>(blockHeaderSize));
            return checkEnd(*header, before);
        }
    }
}

Result<void> Reader::checkEnd(const BlockHeader &header, const QByteArray &hash)
{
    const auto payload = takePlain(header);
    if (!payload)
        return failure(payload.error());
    ByteReader reader(*payload);
    m_tablesWritten = reader.take<std::uint32_t>();
    m_rowsWritten = reader.take<std::int64_t>();
    const std::string_view written = reader.take(static_cast<std::size_t>(hash.size()));
    if (reader.failed() || !reader.isAtEnd() ||
        written != std::string_view(hash.constData(), static_cast<std::size_t>(hash.size())))
        return damaged(Words::tr("Its blocks are not those that were written, or not in their order."));
    if (!m_device.atEnd())
        return damaged(Words::tr("Something stands behind its end."));
    if (m_rowsWritten < 0 || m_rowsWritten > mostRows || m_tablesWritten > mostTables)
        return tooLarge();
    return {};
}

Result<std::string> Reader::takePlain(const BlockHeader &header)
{
    const auto packed = take(header.packedSize);
    if (!packed)
        return failure(packed.error());
    // Again, as the file may have changed meanwhile, and the sizes are those of another one.
    std::string plain;
    if (addToChecksum(beginChecksum(header), *packed) != header.checksum ||
        !unpack(*packed, header.plainSize, plain))
        return damaged(Words::tr("A block could not be unpacked."));
    return plain;
}

void Reader::report(int from, int permille)
{
    if (m_handlers.progress)
        m_handlers.progress(from + static_cast<int>(m_device.pos() * permille / std::max<qint64>(1, m_size)));
}

Result<void> Reader::read()
{
    m_device.seek(prefixSize);
    for (;;) {
        if (m_cancel.isCancelled())
            return failure(ErrorKind::Cancelled, {});
        const auto header = nextHeader();
        if (!header)
            return failure(header.error());
        if (header->type == endBlock) {
            m_device.seek(m_size);
            report(checkingPermille, 1000 - checkingPermille);
            break;
        }
        // A later minor version may add blocks that need not be understood; their names begin with a small
        // letter.
        if (std::islower(static_cast<unsigned char>(header->type[0])) != 0) {
            m_device.seek(m_device.pos() + header->packedSize);
            continue;
        }
        const auto plain = takePlain(*header);
        if (!plain)
            return failure(plain.error());
        Result<void> done;
        if (header->type == aboutBlock)
            done = readAbout(*plain);
        else if (header->type == tableBlock)
            done = readTable(*plain);
        else if (header->type == rowsBlock)
            done = readRows(*plain);
        else
            done = damaged(Words::tr("It holds a block that is not known here."));
        if (!done)
            return done;
        report(checkingPermille, 1000 - checkingPermille);
    }
    if (!m_sawAbout || m_table + 1 != static_cast<int>(m_tablesWritten) || m_rows != m_rowsWritten)
        return damaged(Words::tr("Its end tells of other rows than there are."));
    return {};
}

Result<void> Reader::readAbout(const std::string &json)
{
    const auto about = storedResultFromJson(QByteArray::fromStdString(json));
    if (!about || m_sawAbout)
        return damaged(Words::tr("What it says of its result could not be read."));
    m_sawAbout = true;
    if (m_handlers.opened)
        m_handlers.opened(*about);
    return {};
}

Result<void> Reader::readTable(const std::string &json)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    const QJsonArray columns = object.value(QLatin1StringView("columns")).toArray();
    const auto wrong = [this] { return damaged(Words::tr("A list of columns could not be read.")); };
    if (!m_sawAbout || !object.value(QLatin1StringView("columns")).isArray())
        return wrong();
    if (columns.size() > mostColumns || m_table + 1 >= mostTables)
        return tooLarge();
    m_headers.clear();
    QList<Column> empty;
    for (const QJsonValue &column : columns) {
        const QJsonValue name = column.toObject().value(QLatin1StringView("name"));
        const QString type = column.toObject().value(QLatin1StringView("type")).toString();
        const auto known = columnTypeFromName(type.toStdString());
        if (!name.isString() || !known)
            return wrong();
        m_headers.append({name.toString(), *known});
        empty.append(ColumnBuilder(name.toString(), *known).build());
    }
    ++m_table;
    m_tableName = object.value(QLatin1StringView("name")).toString();
    ResultChunk chunk;
    chunk.tableIndex = m_table;
    chunk.tableName = m_tableName;
    chunk.rows = Table(empty, 0);
    m_handlers.chunk(std::move(chunk));
    return {};
}

Result<void> Reader::readRows(const std::string &bytes)
{
    std::optional<Table> rows = m_table < 0 ? std::nullopt : rowsFromBytes(bytes, m_headers);
    if (!rows)
        return damaged(Words::tr("A block of rows could not be read."));
    m_rows += static_cast<qint64>(rows->rowCount());
    if (m_rows > m_rowsWritten)
        return damaged(Words::tr("Its end tells of other rows than there are."));
    ResultChunk chunk;
    chunk.tableIndex = m_table;
    chunk.tableName = m_tableName;
    chunk.rows = std::move(*rows);
    m_handlers.chunk(std::move(chunk));
    return {};
}

} // namespace

bool isResultFile(QByteArrayView beginning)
{
    return std::string_view(beginning.data(), static_cast<std::size_t>(beginning.size()))
        .starts_with(signature.substr(0, 4));
}

Result<void> readResultFile(QIODevice &device, const QString &name, const StoredResultHandlers &handlers,
                            const CancelState &cancel)
{
    Reader reader(device, name, handlers, cancel);
    if (auto checked = reader.check(); !checked)
        return checked;
    return reader.read();
}

} // namespace sonde
