#pragma once

#include "core/ticks.h"

#include <QTimeZone>
#include <optional>
#include <string>
#include <string_view>

namespace sonde {

/// Writes datetimes as they are shown: `2026-11-22 16:02:03.123`, always as wide, in UTC or in a zone. It
/// remembers the zone's offset of the quarter of an hour it was asked for last, since zones are slow; so one
/// for each thread.
class DateTimeText
{
public:
    /// Nothing is UTC.
    explicit DateTimeText(std::optional<QTimeZone> zone = {});

    void append(std::string &out, Ticks ticks);

private:
    Ticks offsetAt(Ticks ticks);

    std::optional<QTimeZone> m_zone;
    Ticks m_quarter = -1; ///< which quarter of an hour since year 1
    Ticks m_offset = 0;
};

/// Reads a date and time as it is typed where datetimes are shown in that zone (nothing: UTC); one that names
/// its offset from UTC is taken at its word. See parseIsoDateTime() for the form.
std::optional<Ticks> parseDateTimeText(std::string_view text, const std::optional<QTimeZone> &zone);

} // namespace sonde
