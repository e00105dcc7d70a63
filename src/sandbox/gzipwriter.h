#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sonde {

/// Packs a body into gzip piece by piece (RFC 1952). One stream per object, on one thread.
class GzipWriter
{
public:
    GzipWriter();
    ~GzipWriter();

    /// Appends to \a out what \a bytes gave, which may be nothing yet.
    void write(std::string_view bytes, std::string &out);
    /// Appends everything that waits, so that the other side can read all it was sent.
    void flush(std::string &out);
    /// Appends the end of the stream; nothing may follow.
    void finish(std::string &out);

private:
    void deflateInto(std::string_view bytes, int mode, std::string &out);

    class Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace sonde
