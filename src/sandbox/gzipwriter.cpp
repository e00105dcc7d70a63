#include "sandbox/gzipwriter.h"

#include <zlib.h>

#include <array>
#include <new>

namespace sonde {

namespace {

// zlib's own words: 15 bits of window, 16 more ask for a gzip header instead of a zlib one.
constexpr int gzipWindowBits = 15 + 16;
constexpr int memoryLevel = 8;
// Speed over size: the other end of the line is this machine.
constexpr int compressionLevel = 1;

} // namespace

class GzipWriter::Stream
{
public:
    Stream()
    {
        if (deflateInit2(&z, compressionLevel, Z_DEFLATED, gzipWindowBits, memoryLevel, Z_DEFAULT_STRATEGY) !=
            Z_OK)
            throw std::bad_alloc();
    }
    ~Stream() { deflateEnd(&z); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    z_stream z{};
};

GzipWriter::GzipWriter()
    : m_stream(std::make_unique<Stream>())
{}

GzipWriter::~GzipWriter() = default;

void GzipWriter::write(std::string_view bytes, std::string &out)
{
    if (!bytes.empty())
        deflateInto(bytes, Z_NO_FLUSH, out);
}

void GzipWriter::flush(std::string &out)
{
    deflateInto({}, Z_SYNC_FLUSH, out);
}

void GzipWriter::finish(std::string &out)
{
    deflateInto({}, Z_FINISH, out);
}

void GzipWriter::deflateInto(std::string_view bytes, int mode, std::string &out)
{
    std::array<char, 32 * 1024> buffer;
    z_stream &z = m_stream->z;
    // zlib does not write through next_in; its type lacks the const because ZLIB_CONST is off by default.
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    do {
        z.next_out = reinterpret_cast<Bytef *>(buffer.data());
        z.avail_out = static_cast<uInt>(buffer.size());
        deflate(&z, mode);
        out.append(buffer.data(), buffer.size() - z.avail_out);
    } while (z.avail_out == 0);
}

} // namespace sonde
