#pragma once

#include "core/clock.h"
#include "core/timezone.h"

#include <atomic>

namespace sonde::test {

/// A clock that stands still until it is moved by hand.
class TestClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return m_start.addMSecs(m_elapsedMs); }
    qint64 monotonicMs() const override { return m_elapsedMs; }
    void advance(qint64 ms) { m_elapsedMs += ms; }

private:
    const QDateTime m_start = QDateTime(QDate(2026, 11, 22), QTime(16, 2, 3), utcZone);
    std::atomic<qint64> m_elapsedMs = 0;
};

} // namespace sonde::test
