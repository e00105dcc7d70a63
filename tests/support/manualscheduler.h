#pragma once

#include "azure/scheduler.h"
#include "support/manualclock.h"

#include <QMutex>
#include <map>
#include <memory>

namespace sonde {

/// Waits end when a test moves the time. Waits may be asked for in any thread; advance() is the test's.
class ManualScheduler final : public Scheduler
{
public:
    explicit ManualScheduler(std::shared_ptr<ManualClock> clock);
    ~ManualScheduler() override;

    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> action) override;

    /// Moves the clock and sends off what is due, in order of time; the actions run in their own event loops.
    void advance(std::chrono::milliseconds time);
    /// Whether something waits for exactly \a delay from now.
    bool isWaitingFor(std::chrono::milliseconds delay) const;
    int waiting() const;
    /// How long until the next wait ends; only while something waits.
    std::chrono::milliseconds untilNext() const;

private:
    struct State;
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<State> m_state;
};

} // namespace sonde
