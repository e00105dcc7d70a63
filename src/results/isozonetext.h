#pragma once

#include "core/ticks.h"

#include <QTimeZone>
#include <optional>
#include <string>

namespace sonde {

/// Writes datetimes in ISO 8601, exact: `2026-11-22T16:02:03.04Z`, or in a zone with its offset,
/// `2026-11-22T17:02:03.04+01:00`. It remembers the zone's offset of the quarter of an hour it was asked for
/// last, since zones are slow; so one for each thread.
class IsoZoneText
{
public:
    /// Nothing is UTC.
    explicit IsoZoneText(std::optional<QTimeZone> zone = {});

    void append(std::string &out, Ticks ticks);
    /// What a clock of the zone shows then.
    Ticks localTicks(Ticks ticks) { return m_zone ? ticks + offsetAt(ticks) : ticks; }

private:
    Ticks offsetAt(Ticks ticks);

    std::optional<QTimeZone> m_zone;
    Ticks m_quarter = -1; ///< which quarter of an hour since year 1
    Ticks m_offset = 0;
};

} // namespace sonde
