#pragma once

#include "core/timerange.h"
#include "models/visibletext.h"
#include "results/table.h"

#include <QString>
#include <QTimeZone>
#include <optional>

namespace sonde {

/// How a cell is written on the screen: a value, cheap to copy, usable from any thread.
///
/// Only for display. Copying, export and sorting read the columns themselves (see results/writers.h).
class CellFormatter
{
public:
    explicit CellFormatter(TimeRange::Zone zone = TimeRange::Zone::Utc)
        : m_zone(zone)
    {}
    /// Datetimes are shown in that zone, which must be valid.
    explicit CellFormatter(const QTimeZone &zone)
        : m_place(zone)
    {}

    /// The zone of datetimes; nothing: UTC.
    std::optional<QTimeZone> timeZone() const;
    /// A short name of it for a header: UTC, or the city that the zone is named after.
    QString zoneName() const;

    /// One short line, however long the cell: line breaks become a sign, what cannot be seen is made
    /// visible, the rest is cut. A null is an em-dash. Datetimes have a fixed width, `2026-11-22
    /// 16:02:03.123`, in the formatter's zone.
    QString line(const CellRef &cell) const;
    /// What in line() stands for a character that cannot be seen.
    QList<VisibleText::Mark> lineMarks(const CellRef &cell) const;

    /// All there is, with all digits and line breaks, but at most \a limit characters (0: no limit).
    /// Datetimes are ISO 8601 in UTC, as they came. Empty for a null.
    QString full(const CellRef &cell, qsizetype limit = 0) const;

    /// Whether line() leaves something out that full() shows.
    bool isShortened(const CellRef &cell) const;

    /// Numbers, and what is read like numbers, are right-aligned so that digits stand under digits.
    static bool isRightAligned(ColumnType type);

    bool operator==(const CellFormatter &) const = default;

private:
    TimeRange::Zone m_zone = TimeRange::Zone::Utc;
    std::optional<QTimeZone> m_place; ///< before m_zone
};

/// The first \a limit characters of UTF-8 text on one line and made visible, with an ellipsis where something
/// was cut.
QString toSingleLine(std::string_view text, qsizetype limit);

/// At most \a limit characters (0: no limit) of UTF-8 text as it is, with an ellipsis where something was
/// cut.
QString toLimitedText(std::string_view text, qsizetype limit);

/// What stands in the place of a null.
inline constexpr QChar nullSign(0x2014);

} // namespace sonde
