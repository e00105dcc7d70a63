#pragma once

#include "core/clock.h"
#include "core/timezone.h"

#include <atomic>
#include <chrono>

namespace sonde {

/// A clock that stands still until a test moves it. May be read from any thread.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(const QDateTime &start = QDateTime({2026, 11, 22}, {16, 0}, utcZone))
        : m_start(start)
    {}

    QDateTime nowUtc() const override { return m_start.addMSecs(m_passedMs); }
    /// Never 0, like the real one.
    qint64 monotonicMs() const override { return 1'000'000 + m_passedMs; }
    void advance(std::chrono::milliseconds time) { m_passedMs += time.count(); }

private:
    const QDateTime m_start;
    std::atomic<qint64> m_passedMs = 0;
};

} // namespace sonde
