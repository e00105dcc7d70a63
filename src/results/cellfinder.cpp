#include "results/cellfinder.h"

#include "results/rowfilter.h"
#include "results/rowwalk.h"

#include <algorithm>

namespace sonde {

std::optional<CellHits> findCells(const Selection &rows, const QString &text, const CellDisplay &display,
                                  const CancelState &cancel)
{
    // The filter's own test, so that a text that is found is one that it lets through.
    std::vector<std::pair<std::uint32_t, RowMask>> columns;
    const std::vector<int> wanted = columnsOf(rows);
    for (std::size_t place = 0; place < wanted.size(); ++place) {
        ColumnCondition condition;
        condition.column = wanted[place];
        condition.text = text;
        RowFilter filter;
        filter.conditions.push_back(condition);
        auto mask = matchingRows(rows.table, filter, display, cancel);
        if (!mask)
            return std::nullopt;
        if (std::any_of(mask->begin(), mask->end(), [](auto entry) { return entry != 0; }))
            columns.emplace_back(static_cast<std::uint32_t>(place), *std::move(mask));
    }
    CellHits found;
    const std::size_t count = rows.rows ? rows.rows->size() : rows.table.rowCount();
    for (std::size_t place = 0; place < count; ++place) {
        const std::size_t row = rows.rows ? (*rows.rows)[place] : place;
        for (const auto &[column, mask] : columns) {
            if (mask[row] == 0)
                continue;
            if (found.hits.size() == mostHits) {
                found.isCut = true;
                return found;
            }
            found.hits.push_back({static_cast<std::uint32_t>(place), column});
        }
    }
    return found;
}

} // namespace sonde
