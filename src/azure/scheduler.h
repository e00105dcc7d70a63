#pragma once

#include <QObject>
#include <chrono>
#include <functional>

namespace sonde {

/// Runs something later. Every wait of this library goes through it, so that tests can move the time by hand.
class Scheduler
{
public:
    virtual ~Scheduler() = default;
    /// Calls \a action in the thread of \a context (which is the calling thread) once \a delay has passed,
    /// never from within this call, and not at all once \a context is gone.
    virtual void callAfter(std::chrono::milliseconds delay, QObject *context,
                           std::function<void()> action) = 0;
};

/// Over the event loop's own timers.
class TimerScheduler final : public Scheduler
{
public:
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> action) override;
};

} // namespace sonde
