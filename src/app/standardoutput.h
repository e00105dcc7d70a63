#pragma once

#include "core/bytesink.h"

namespace sonde {

/// Standard output as a sink. A closed pipe is told apart: who reads has seen enough, which is no error to
/// speak of.
class StandardOutput final : public ByteSink
{
public:
    StandardOutput();
    Result<void> write(std::string_view bytes) override;
    /// Whether the reader closed its end.
    bool isClosed() const { return m_closed; }

private:
    bool m_closed = false;
};

} // namespace sonde
