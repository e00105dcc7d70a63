#include "results/rowarrangement.h"

#include <numeric>

namespace sonde {

namespace {

Result<RowOrder> filtered(const ChunkedTable &table, const RowArrangement &arrangement,
                          const CancelState &cancel)
{
    RowOrder rows;
    if (arrangement.filter.isEmpty()) {
        rows.resize(table.rowCount());
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    const auto mask = matchingRows(table, arrangement.filter, arrangement.display, cancel);
    if (!mask)
        return failure(mask.error());
    for (std::size_t row = 0; row < mask->size(); ++row) {
        if ((*mask)[row] != 0)
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

} // namespace

Result<RowOrder> arrangeRows(const ChunkedTable &table, const RowArrangement &arrangement,
                             const CancelState &cancel)
{
    Result<RowOrder> rows = filtered(table, arrangement, cancel);
    if (!rows)
        return rows;
    std::vector<SortKey> keys;
    for (const SortKey &key : arrangement.keys) {
        if (key.column < table.columnCount())
            keys.push_back(key);
    }
    if (!keys.empty() && !sortRows(*rows, table, keys, cancel))
        return failure(ErrorKind::Cancelled, {});
    return rows;
}

} // namespace sonde
