#pragma once

#include <QDateTime>

namespace sonde {

/// Where the program reads the time from, so that tests can move it by hand. May be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime nowUtc() const = 0;
    /// Milliseconds that only ever grow; for deadlines and durations.
    virtual qint64 monotonicMs() const = 0;
};

/// The machine's own clock.
class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override;
    qint64 monotonicMs() const override;
};

} // namespace sonde
