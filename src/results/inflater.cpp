#include "results/inflater.h"

#include <QCoreApplication>
#include <vector>
#include <zlib.h>

namespace sonde {

namespace {

constexpr std::size_t blockSize = 256 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Inflater)
};

tl::unexpected<Error> damaged(const QString &detail)
{
    return failure(ErrorKind::Decode, Words::tr("The packed answer is damaged."), Words::tr("Try again."),
                   detail);
}

} // namespace

struct Inflater::Stream
{
    z_stream z{};
    std::vector<Bytef> block = std::vector<Bytef>(blockSize);
    bool begun = false; ///< within a member

    /// Both gzip and zlib headers are taken: `deflate` means either, depending on who sends it.
    Stream() { inflateInit2(&z, 15 + 32); }
    ~Stream() { inflateEnd(&z); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
};

Inflater::Inflater(QByteArray encoding, qint64 cap)
    : m_encoding(std::move(encoding))
    , m_cap(cap)
{
    if (m_encoding == "gzip" || m_encoding == "x-gzip" || m_encoding == "deflate")
        m_stream = std::make_unique<Stream>();
}

Inflater::~Inflater() = default;

Result<bool> Inflater::pass(std::string_view bytes, const Sink &sink)
{
    m_output += static_cast<qint64>(bytes.size());
    if (m_output > m_cap) {
        return failure(
            ErrorKind::Decode,
            Words::tr("The answer is larger than the %1 MB that are taken.").arg(m_cap / 1'000'000),
            Words::tr("Ask for fewer rows or columns."));
    }
    return sink(bytes);
}

Result<bool> Inflater::feed(std::string_view packed, const Sink &sink)
{
    if (!m_stream) {
        if (m_encoding.isEmpty() || m_encoding == "identity")
            return packed.empty() ? Result<bool>(true) : pass(packed, sink);
        return failure(ErrorKind::Decode,
                       Words::tr("The answer is packed as “%1”, which was not asked for.")
                           .arg(QString::fromLatin1(m_encoding)),
                       Words::tr("Ask who runs the server or a proxy on the way."));
    }
    Stream &stream = *m_stream;
    // zlib's interface is not const; it does not write to its input.
    stream.z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.z.avail_in = static_cast<uInt>(packed.size());
    while (stream.z.avail_in > 0) {
        if (!stream.begun) {
            inflateReset(&stream.z);
            stream.begun = true;
        }
        int status = Z_OK;
        do {
            stream.z.next_out = stream.block.data();
            stream.z.avail_out = static_cast<uInt>(stream.block.size());
            status = inflate(&stream.z, Z_NO_FLUSH);
            if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
                return damaged(QString::fromLatin1(stream.z.msg ? stream.z.msg : "inflate"));
            const std::size_t made = stream.block.size() - stream.z.avail_out;
            if (made > 0) {
                const Result<bool> passed =
                    pass({reinterpret_cast<const char *>(stream.block.data()), made}, sink);
                if (!passed || !*passed)
                    return passed;
            }
        } while (status == Z_OK && (stream.z.avail_in > 0 || stream.z.avail_out == 0));
        if (status == Z_STREAM_END) {
            // gzip allows several members, one behind the other.
            stream.begun = false;
        } else if (status == Z_BUF_ERROR) {
            break;
        }
    }
    return true;
}

Result<void> Inflater::finish() const
{
    if (m_stream && m_stream->begun)
        return failure(ErrorKind::Decode, Words::tr("The answer ended before it was whole."),
                       Words::tr("Try again."));
    return {};
}

Result<QByteArray> inflateAll(const QByteArray &packed, const QByteArray &encoding, qint64 cap)
{
    QByteArray all;
    Inflater inflater(encoding, cap);
    const Result<bool> fed = inflater.feed({packed.constData(), static_cast<std::size_t>(packed.size())},
                                           [&all](std::string_view bytes) -> Result<bool> {
                                               all.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
                                               return true;
                                           });
    if (!fed)
        return failure(fed.error());
    if (auto finished = inflater.finish(); !finished)
        return failure(finished.error());
    return all;
}

} // namespace sonde
