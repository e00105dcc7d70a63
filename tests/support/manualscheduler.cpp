#include "support/manualscheduler.h"

namespace sonde {

struct ManualScheduler::State
{
    mutable QMutex mutex;
    struct Wait
    {
        quint64 number;
        QObject *context;
        std::function<void()> action;
    };
    std::multimap<qint64, Wait> waits;
    quint64 lastNumber = 0;
};

namespace {

/// A child of the context that tells when the context goes, in the context's thread.
class Guard final : public QObject
{
public:
    Guard(QObject *context, std::function<void()> gone)
        : QObject(context)
        , m_gone(std::move(gone))
    {}
    ~Guard() override { m_gone(); }

private:
    std::function<void()> m_gone;
};

} // namespace

ManualScheduler::ManualScheduler(std::shared_ptr<ManualClock> clock)
    : m_clock(std::move(clock))
    , m_state(std::make_shared<State>())
{}

ManualScheduler::~ManualScheduler() = default;

void ManualScheduler::callAfter(std::chrono::milliseconds delay, QObject *context,
                                std::function<void()> action)
{
    const QMutexLocker lock(&m_state->mutex);
    const quint64 number = ++m_state->lastNumber;
    auto *guard = new Guard(context, [state = m_state, number] {
        const QMutexLocker guardLock(&state->mutex);
        std::erase_if(state->waits, [number](const auto &wait) { return wait.second.number == number; });
    });
    m_state->waits.emplace(m_clock->monotonicMs() + delay.count(),
                           State::Wait{number, guard, std::move(action)});
}

void ManualScheduler::advance(std::chrono::milliseconds time)
{
    m_clock->advance(time);
    const QMutexLocker lock(&m_state->mutex);
    // Under the lock no guard can go, so posting to it is safe; what is posted dies with it.
    const auto end = m_state->waits.upper_bound(m_clock->monotonicMs());
    for (auto wait = m_state->waits.begin(); wait != end; wait = m_state->waits.erase(wait))
        QMetaObject::invokeMethod(wait->second.context, std::move(wait->second.action), Qt::QueuedConnection);
}

bool ManualScheduler::isWaitingFor(std::chrono::milliseconds delay) const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->waits.contains(m_clock->monotonicMs() + delay.count());
}

std::chrono::milliseconds ManualScheduler::untilNext() const
{
    const QMutexLocker lock(&m_state->mutex);
    Q_ASSERT(!m_state->waits.empty());
    return std::chrono::milliseconds(m_state->waits.begin()->first - m_clock->monotonicMs());
}

int ManualScheduler::waiting() const
{
    const QMutexLocker lock(&m_state->mutex);
    return static_cast<int>(m_state->waits.size());
}

} // namespace sonde
