#include "results/orderedtasks.h"

#include "core/giveway.h"

#include <QThread>
#include <QThreadPool>
#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>

namespace sonde {

/// Shared with the tasks, of which the last may begin when all is done.
class OrderedTasks::State
{
public:
    /// Does the next piece in the calling thread, if there is one to begin. The lock is held on entry and on
    /// return.
    bool doNext(std::unique_lock<std::mutex> &lock)
    {
        if (ended || begun == count || begun >= released + window)
            return false;
        const std::size_t number = begun++;
        ++running;
        lock.unlock();
        work(number);
        lock.lock();
        --running;
        done.insert(number);
        changed.notify_all();
        return true;
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::function<void(std::size_t)> work;
    std::size_t count = 0;
    std::size_t window = 1;
    std::size_t begun = 0;
    std::size_t released = 0;   ///< so many results were used
    std::set<std::size_t> done; ///< and not used yet
    int running = 0;
    int helpers = 0;
    bool ended = false;
};

OrderedTasks::OrderedTasks(QThreadPool &pool, std::size_t count, std::size_t window,
                           std::function<void(std::size_t)> work)
    : m_state(std::make_shared<State>())
    , m_pool(pool)
{
    m_state->work = std::move(work);
    m_state->count = count;
    m_state->window = window;
    startHelpers();
}

OrderedTasks::~OrderedTasks()
{
    std::unique_lock lock(m_state->mutex);
    m_state->ended = true;
    m_state->changed.wait(lock, [this] { return m_state->running == 0; });
}

/// One thread of the machine is the one that waits.
void OrderedTasks::startHelpers()
{
    const std::lock_guard lock(m_state->mutex);
    const std::size_t open = std::min(m_state->count, m_state->released + m_state->window) - m_state->begun;
    const int most = static_cast<int>(std::min<std::size_t>(
        open > 0 ? open - 1 : 0, static_cast<std::size_t>(QThread::idealThreadCount() - 1)));
    while (m_state->helpers < most) {
        ++m_state->helpers;
        m_pool.start([state = m_state] {
            giveWayToWindow();
            std::unique_lock helperLock(state->mutex);
            while (state->doNext(helperLock)) {
            }
            --state->helpers;
        });
    }
}

void OrderedTasks::waitFor(std::size_t number)
{
    std::unique_lock lock(m_state->mutex);
    while (!m_state->done.contains(number)) {
        // Another piece is done meanwhile, if there is one.
        if (!m_state->doNext(lock))
            m_state->changed.wait(lock);
    }
}

void OrderedTasks::release(std::size_t number)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->done.erase(number);
        m_state->released = number + 1;
    }
    startHelpers();
}

} // namespace sonde
