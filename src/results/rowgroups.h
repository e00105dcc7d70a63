#pragma once

#include "results/rowfilter.h"

namespace sonde {

/// The rows that a filter lets through, by their value in one column.
struct RowGroups
{
    std::vector<ValueCount> groups; ///< the largest first
    std::size_t rows = 0;           ///< of all of them, and of those that are in no group listed
};

/// So many groups are listed; a column with more of them is no good to group by.
inline constexpr std::size_t mostGroups = 10'000;

/// Fails as matchingRows() does. For a worker thread.
Result<RowGroups> groupRows(const ChunkedTable &table, const RowFilter &filter, const CellDisplay &display,
                            int column, const CancelState &cancel);

/// What the rows of that group have in common.
ColumnCondition conditionOf(const ValueCount &group, int column);

} // namespace sonde
