#pragma once

#include "core/cancelstate.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace sonde {

/// Raises a CancelState after a time, or once the server is to stop. Its own thread waits for that; it ends
/// with this object. The constructor throws std::system_error where the system has no thread to give.
class TimeLimit
{
public:
    /// \a most 0: no limit.
    TimeLimit(std::chrono::milliseconds most, CancelStatePtr serverStop)
        : m_serverStop(std::move(serverStop))
        , m_thread([this, most](const std::stop_token &ended) { wait(most, ended); })
    {}

    const CancelState &cancel() const { return m_cancel; }
    /// Whether the time was up.
    bool isOver() const { return m_over.isCancelled(); }

private:
    void wait(std::chrono::milliseconds most, const std::stop_token &ended)
    {
        using Time = std::chrono::steady_clock;
        constexpr std::chrono::milliseconds stopCheck{50};
        const auto deadline = Time::now() + most;
        std::unique_lock lock(m_mutex);
        while (!ended.stop_requested() && !m_cancel.isCancelled()) {
            m_changed.wait_for(lock, ended, stopCheck, [] { return false; });
            if (most.count() > 0 && Time::now() >= deadline)
                m_over.cancel();
            if (m_over.isCancelled() || m_serverStop->isCancelled())
                m_cancel.cancel();
        }
    }

    const CancelStatePtr m_serverStop;
    CancelState m_over;
    CancelState m_cancel;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::jthread m_thread; ///< last: it uses all the others
};

} // namespace sonde
