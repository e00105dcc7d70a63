#pragma once

#include "results/rowfilter.h"
#include "results/roworder.h"

namespace sonde {

/// Which rows of a table are shown, and in what order.
struct RowArrangement
{
    std::vector<SortKey> keys; ///< first key first; none: as the rows came
    RowFilter filter;
    CellDisplay display; ///< as the filter looks at cells
    bool isNatural() const { return keys.empty() && filter.isEmpty(); }
    bool operator==(const RowArrangement &) const = default;
};

/// The rows so arranged. Keys of columns that the table does not have are passed over. Fails as
/// matchingRows() does. For a worker thread.
Result<RowOrder> arrangeRows(const ChunkedTable &table, const RowArrangement &arrangement,
                             const CancelState &cancel);

} // namespace sonde
