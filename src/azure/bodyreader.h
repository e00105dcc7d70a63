#pragma once

#include "core/result.h"

#include <string_view>

namespace sonde {

/// Reads the inflated body of one answer on a decode worker, piece by piece. Its results are read by the
/// network thread once the worker is done; the worker is not inside it then.
class BodyReader
{
public:
    virtual ~BodyReader() = default;
    enum class Appetite { More, Enough };
    /// Enough ends the request: the rest of the answer is not wanted.
    virtual Result<Appetite> take(std::string_view bytes) = 0;
    /// After the last byte of a whole body; not called after Enough or a failure.
    virtual Result<void> end() = 0;
    /// In place of end() where the rest never comes: what is whole may still be handed out.
    virtual void breakOff() {}
};

} // namespace sonde
