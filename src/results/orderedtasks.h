#pragma once

#include <cstddef>
#include <functional>
#include <memory>

class QThreadPool;

namespace sonde {

/// Does numbered pieces of work on a pool and in the thread that waits for them, a bounded number ahead of
/// what was taken: work for several cores whose results are used in order. That thread never waits for a pool
/// that has no time.
class OrderedTasks
{
public:
    /// \a work(n) is called once for each n below \a count, by any thread; of two that run at once the
    /// numbers differ by less than \a window. The pool must outlive its tasks, not this object.
    OrderedTasks(QThreadPool &pool, std::size_t count, std::size_t window,
                 std::function<void(std::size_t)> work);
    /// Waits for what runs; the rest is not done.
    ~OrderedTasks();
    OrderedTasks(const OrderedTasks &) = delete;
    OrderedTasks &operator=(const OrderedTasks &) = delete;

    /// Returns when piece \a number is done, whose turn it must be.
    void waitFor(std::size_t number);
    /// The result of that piece was used: its place may be taken by the one \a window further on.
    void release(std::size_t number);

private:
    class State;
    void startHelpers();

    std::shared_ptr<State> m_state;
    QThreadPool &m_pool;
};

} // namespace sonde
