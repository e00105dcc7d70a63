#pragma once

#include "core/cancelstate.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace sonde {

/// Cancels a query that takes longer than it may, as the server does.
class Deadline
{
public:
    explicit Deadline(std::chrono::milliseconds patience)
        : m_thread([this, patience] {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait_for(lock, patience, [this] { return m_ended; }))
                cancel.cancel();
        })
    {}
    ~Deadline()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

    CancelState cancel;

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ended = false;
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace sonde
