#pragma once

#include "core/result.h"

#include <QByteArray>
#include <functional>
#include <memory>
#include <string_view>

namespace sonde {

/// Unpacks a body piece by piece, in bounded memory. On one thread at a time.
class Inflater
{
public:
    /// \a encoding is the value of Content-Encoding: empty, `identity`, `gzip` or `deflate`; anything else
    /// fails with the first feed(). More than \a cap bytes of output fail with Decode.
    Inflater(QByteArray encoding, qint64 cap);
    ~Inflater();

    /// Returns false to stop; may fail.
    using Sink = std::function<Result<bool>(std::string_view)>;
    /// False once the sink wanted no more.
    Result<bool> feed(std::string_view packed, const Sink &sink);
    /// After the last byte: Decode if the packed body is cut short.
    Result<void> finish() const;
    qint64 outputSize() const { return m_output; }

private:
    struct Stream;
    Result<bool> pass(std::string_view bytes, const Sink &sink);

    QByteArray m_encoding;
    qint64 m_cap;
    qint64 m_output = 0;
    std::unique_ptr<Stream> m_stream; ///< null for identity
};

/// A small body in one go.
Result<QByteArray> inflateAll(const QByteArray &packed, const QByteArray &encoding, qint64 cap);

} // namespace sonde
