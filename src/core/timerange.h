#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>
#include <chrono>

namespace sonde {

/// Two instants in UTC, start before end: what a TimeRange means at one moment.
struct ResolvedRange
{
    QDateTime start;
    QDateTime end;
    bool operator==(const ResolvedRange &) const = default;
};

/// The span of time a query looks at: the last so-many seconds, a day or week of the calendar, or two
/// instants.
class TimeRange
{
public:
    enum class Kind { Last, Today, Yesterday, ThisWeek, Between };
    /// Whose midnight a calendar range begins at.
    enum class Zone { Utc, Local };

    /// The last 24 hours.
    TimeRange() = default;
    /// \a duration is positive.
    static TimeRange last(std::chrono::seconds duration);
    /// \a kind is Today, Yesterday or ThisWeek (which begins on Monday, ISO 8601).
    static TimeRange calendar(Kind kind, Zone zone);
    /// Any zone is taken and kept as UTC. Fails with Usage unless start is before end.
    static Result<TimeRange> between(const QDateTime &start, const QDateTime &end);
    /// Reads what toString writes, and what people type: `24h`, `30m`, `7d`, `P7D`, `PT1H30M`, `today`,
    /// `yesterday`, `thisweek`, and `START/END`, `START/DURATION` with ISO dates (UTC unless they say
    /// otherwise).
    static Result<TimeRange> parse(const QString &text);

    Kind kind() const { return m_kind; }
    Zone zone() const { return m_zone; }
    std::chrono::seconds duration() const { return m_duration; } ///< of Kind::Last
    QDateTime start() const { return m_start; }                  ///< of Kind::Between, UTC
    QDateTime end() const { return m_end; }                      ///< of Kind::Between, UTC

    ResolvedRange resolve(const QDateTime &nowUtc) const;
    /// Round-trips through parse; for settings and favourites. `PT24H` style durations are written in full
    /// days where they are whole days.
    QString toString() const;

    bool operator==(const TimeRange &) const = default;

private:
    Kind m_kind = Kind::Last;
    Zone m_zone = Zone::Utc;
    std::chrono::seconds m_duration = std::chrono::hours(24);
    QDateTime m_start;
    QDateTime m_end;
};

/// `2026-11-22T16:02:03.123Z`: an instant as both services take it.
QString toWireInstant(const QDateTime &utc);

} // namespace sonde
