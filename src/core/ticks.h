#pragma once

#include <QDateTime>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Datetimes and timespans as the service has them: whole numbers of 100 ns. A datetime counts from
/// 0001-01-01T00:00:00 UTC, as .NET and KQL do, so the seven digits of the wire survive.
namespace sonde {

using Ticks = std::int64_t;

inline constexpr Ticks ticksPerMicrosecond = 10;
inline constexpr Ticks ticksPerMillisecond = 10'000;
inline constexpr Ticks ticksPerSecond = 10'000'000;
inline constexpr Ticks ticksPerMinute = 60 * ticksPerSecond;
inline constexpr Ticks ticksPerHour = 60 * ticksPerMinute;
inline constexpr Ticks ticksPerDay = 24 * ticksPerHour;
/// 1970-01-01T00:00:00Z
inline constexpr Ticks unixEpochTicks = 621'355'968'000'000'000;
/// 9999-12-31T23:59:59.9999999Z
inline constexpr Ticks maxDateTimeTicks = 3'155'378'975'999'999'999;

/// Reads `yyyy-MM-dd[Thh:mm[:ss[.f]]][Z|+hh:mm]`, zero to seven fraction digits; a space may stand for the T.
/// Without a zone the text is taken as UTC. Nothing but a whole, valid date gives a value.
std::optional<Ticks> parseIsoDateTime(std::string_view text);

/// Reads .NET's constant form `[-][d.]hh:mm:ss[.fffffff]`.
std::optional<Ticks> parseTimespan(std::string_view text);

/// `2026-11-22T16:02:03.0400001Z` with as many fraction digits (0 to 7) as the value has.
std::string formatIsoDateTime(Ticks ticks);

/// `yyyy-MM-ddThh:mm:ss.fffffffZ`, always seven digits: KQL's own text form of a datetime.
std::string formatKqlDateTime(Ticks ticks);

/// .NET's constant form: `[-][d.]hh:mm:ss[.fffffff]`, the fraction only where there is one (then seven
/// digits).
std::string formatTimespan(Ticks ticks);

/// Exact to the millisecond, which is all that QDateTime holds.
QDateTime toDateTimeUtc(Ticks ticks);
Ticks toTicks(const QDateTime &dateTime);

} // namespace sonde
