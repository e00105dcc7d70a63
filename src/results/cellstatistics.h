#pragma once

#include "core/cancelstate.h"
#include "core/ticks.h"
#include "results/columncells.h"
#include "results/writers.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace sonde {

/// A whole number exactly, any other as a double.
using StatisticNumber = std::variant<std::int64_t, double>;

/// What the values of some cells come to.
struct CellStatistics
{
    struct Numbers
    {
        StatisticNumber sum; ///< whole where all are and it fits; NaN if one is
        double mean = 0;
        StatisticNumber smallest; ///< NaN is neither smallest nor largest, unless there is nothing else
        StatisticNumber largest;
    };
    struct TimeSpans
    {
        std::optional<Ticks> sum; ///< nothing if it does not fit
        Ticks mean = 0;
        Ticks smallest = 0;
        Ticks largest = 0;
    };
    struct DateTimes
    {
        Ticks earliest = 0;
        Ticks latest = 0;
    };

    std::uint64_t cells = 0;
    std::uint64_t empty = 0; ///< null, or a text without a character
    /// How many different values the cells that are not empty have; only for cells of one column.
    std::optional<std::uint64_t> distinct;
    /// Set where every column holds such values, and one cell does.
    std::optional<Numbers> numbers;
    std::optional<TimeSpans> timeSpans;
    std::optional<DateTimes> dateTimes;
};

/// Of \a cells in \a rows (whose columns are not looked at). Bool, int, long, real and decimal are numbers;
/// decimals are summed up as doubles. Nothing if \a cancel was raised meanwhile. For a worker thread.
std::optional<CellStatistics> statisticsOf(const Selection &rows, const std::vector<ColumnCells> &cells,
                                           const CancelState &cancel);

} // namespace sonde
