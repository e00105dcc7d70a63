#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sonde {

/// Threads for connections: more are started while all are busy, up to a bound, and none ends before
/// shutdown(). A client that connects and says nothing holds a thread until it is given up, so a fixed few
/// would let a handful of them keep everybody else waiting.
class GrowingPool
{
public:
    explicit GrowingPool(std::size_t mostThreads)
        : m_most(mostThreads)
    {}
    ~GrowingPool() { shutdown(); }
    GrowingPool(const GrowingPool &) = delete;
    GrowingPool &operator=(const GrowingPool &) = delete;

    /// From any thread. Tasks begin in this order.
    void add(std::function<void()> task);
    /// Does what was added, then ends the threads. Idempotent; of one thread.
    void shutdown();

private:
    void work();

    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks; ///< guarded by m_mutex, like all below
    std::size_t m_idle = 0;
    bool m_ended = false;
    std::vector<std::thread> m_threads;
};

} // namespace sonde
