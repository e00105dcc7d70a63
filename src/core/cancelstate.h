#pragma once

#include <atomic>
#include <memory>

namespace sonde {

/// A flag that the asking side raises once and the working side looks at; shared between threads.
class CancelState
{
public:
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

private:
    std::atomic_bool m_cancelled = false;
};

using CancelStatePtr = std::shared_ptr<CancelState>;

} // namespace sonde
