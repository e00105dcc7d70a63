#pragma once

#include "results/column.h"

#include <QList>
#include <QLocale>
#include <QStringView>
#include <QTimeZone>
#include <map>
#include <optional>

namespace sonde {

/// How the values of a column are written for the eye, where it is not as they came. Sorting, comparing,
/// copying and export take the values themselves. A value, usable from any thread.
struct ColumnFormat
{
    enum class Kind {
        Number,
        Hexadecimal,  ///< `0xFF`; a negative number as two's complement of the column's type
        Bytes,        ///< `1.18 MiB`: three digits and a unit of 1024
        Milliseconds, ///< a number of them as `1 h 12 min`
        Seconds,      ///< a number of them as `1 h 12 min`
        Duration,     ///< a timespan as `1 h 12 min`
        TotalSeconds, ///< a timespan as `4325.5 s`
        Relative      ///< a datetime as `3 min ago`
    };
    static constexpr int allDecimals = -1;

    Kind kind = Kind::Number;
    int decimals = allDecimals; ///< so many decimal places, or as many as there are. Of Number
    bool isGrouped = false;     ///< with thousands separators. Of Number

    bool isAsItCame() const { return *this == ColumnFormat(); }
    /// Whether the text is another as time goes by.
    bool followsTime() const { return kind == Kind::Relative; }
    bool fits(ColumnType type) const;
    bool operator==(const ColumnFormat &) const = default;

    /// The name it is remembered by; empty: as it came.
    QString name() const;
    /// Nothing where that is no name of a format.
    static std::optional<ColumnFormat> fromName(QStringView name);
};

/// Whether values of that type can be shown in another way than as they came.
bool hasFormats(ColumnType type);

/// The decimal places that are offered.
inline constexpr int offeredDecimals[] = {0, 1, 2, 3, 6};

/// How the cells of a table are shown, as far as looking for a text in them has to know.
struct CellDisplay
{
    CellDisplay() = default;
    CellDisplay(const std::optional<QTimeZone> &shownIn) // NOLINT: a zone alone says it all
        : zone(shownIn)
    {}

    std::optional<QTimeZone> zone;       ///< of datetimes; nothing: UTC
    std::map<int, ColumnFormat> formats; ///< of the columns that have one
    QLocale locale;                      ///< that these are written in
    bool operator==(const CellDisplay &) const = default;
};

} // namespace sonde
