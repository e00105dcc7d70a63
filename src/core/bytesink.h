#pragma once

#include "core/result.h"

#include <string>
#include <string_view>

namespace sonde {

/// Where a writer puts its bytes: a file, standard output, the clipboard. The first failure is final.
class ByteSink
{
public:
    virtual ~ByteSink() = default;
    /// Takes all bytes or says why it cannot (Io).
    virtual Result<void> write(std::string_view bytes) = 0;
};

/// Bytes kept in memory, for the clipboard and for tests.
class MemorySink final : public ByteSink
{
public:
    Result<void> write(std::string_view bytes) override
    {
        m_bytes.append(bytes);
        return {};
    }
    const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

} // namespace sonde
