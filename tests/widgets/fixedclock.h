#pragma once

#include "core/clock.h"

namespace sonde {

/// A clock that stands still at 2026-11-22 16:02:03.500 UTC, a Sunday.
class FixedClock final : public Clock
{
public:
    QDateTime nowUtc() const override
    {
        return QDateTime::fromString(QStringLiteral("2026-11-22T16:02:03.500Z"), Qt::ISODateWithMs);
    }
    qint64 monotonicMs() const override { return 0; }
};

} // namespace sonde
