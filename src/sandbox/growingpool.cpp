#include "sandbox/growingpool.h"

#include <system_error>

namespace sonde {

void GrowingPool::add(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        if (m_tasks.size() > m_idle && m_threads.size() < m_most) {
            try {
                m_threads.emplace_back([this] { work(); });
            } catch (const std::system_error &) {
                // The machine gives no more; those there are do the work, one after the other.
                if (m_threads.empty())
                    throw;
            }
        }
    }
    m_changed.notify_one();
}

void GrowingPool::shutdown()
{
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        threads.swap(m_threads);
    }
    m_changed.notify_all();
    for (std::thread &thread : threads)
        thread.join();
}

void GrowingPool::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        m_changed.wait(lock, [this] { return !m_tasks.empty() || m_ended; });
        --m_idle;
        if (m_tasks.empty())
            return;
        const std::function<void()> task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

} // namespace sonde
