#include "results/rowfilter.h"

#include "results/columntest.h"
#include "results/writers.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace sonde {

namespace {

/// Longer texts are never chosen from a list.
constexpr std::size_t longestListed = 1000;

/// A filter made ready for the columns of one table.
class PreparedFilter
{
public:
    static Result<PreparedFilter> make(const RowFilter &filter, const QList<ColumnHeader> &headers,
                                       const std::optional<QTimeZone> &zone)
    {
        PreparedFilter prepared;
        for (const ColumnCondition &condition : filter.conditions) {
            if (condition.column < 0 || condition.column >= headers.size())
                continue; // a column that this result does not have asks for nothing
            auto test = ColumnTest::make(condition, headers.at(condition.column).type, zone);
            if (!test)
                return failure(test.error());
            prepared.m_tests.emplace_back(condition.column, std::move(*test));
        }
        if (filter.anywhere.isEmpty())
            return prepared;
        for (int column = 0; column < headers.size(); ++column) {
            ColumnCondition condition;
            condition.column = column;
            condition.text = filter.anywhere;
            auto test = ColumnTest::make(condition, headers.at(column).type, zone);
            if (!test)
                return failure(test.error());
            prepared.m_anywhere.emplace_back(column, std::move(*test));
        }
        return prepared;
    }

    /// False once cancelled. \a mask has an entry for each row of the chunk, all of them set.
    bool apply(const Table &chunk, RowMask &mask, const CancelState &cancel)
    {
        for (auto &[column, test] : m_tests) {
            if (!test.keep(columnOf(chunk, column), mask, cancel))
                return false;
        }
        if (m_anywhere.empty())
            return true;
        RowMask open = mask; // what no column has shown yet
        for (auto &[column, test] : m_anywhere) {
            RowMask found = open;
            if (!test.keep(columnOf(chunk, column), found, cancel))
                return false;
            for (std::size_t row = 0; row < open.size(); ++row)
                open[row] = static_cast<std::uint8_t>(open[row] & ~found[row]);
        }
        for (std::size_t row = 0; row < mask.size(); ++row)
            mask[row] = static_cast<std::uint8_t>(mask[row] & ~open[row]);
        return true;
    }

private:
    static const Column *columnOf(const Table &chunk, int column)
    {
        return column < chunk.columnCount() ? &chunk.column(column) : nullptr;
    }

    std::vector<std::pair<int, ColumnTest>> m_tests;
    std::vector<std::pair<int, ColumnTest>> m_anywhere;
};

} // namespace

Result<RowMask> matchingRows(const ChunkedTable &table, const RowFilter &filter,
                             const std::optional<QTimeZone> &zone, const CancelState &cancel,
                             std::size_t firstRow)
{
    auto prepared = PreparedFilter::make(filter, table.headers(), zone);
    if (!prepared)
        return failure(prepared.error());
    RowMask all;
    all.reserve(table.rowCount() - std::min(firstRow, table.rowCount()));
    std::size_t start = 0;
    for (const Table &chunk : table.chunks()) {
        // A truncated table has fewer rows than its chunks.
        const std::size_t rows = std::min(chunk.rowCount(), table.rowCount() - start);
        if (start + rows > firstRow) {
            RowMask mask(rows, 1);
            if (!prepared->apply(chunk, mask, cancel))
                return failure(ErrorKind::Cancelled, {});
            const std::size_t skipped = firstRow > start ? firstRow - start : 0;
            all.insert(all.end(), mask.begin() + static_cast<std::ptrdiff_t>(skipped), mask.end());
        }
        start += rows;
    }
    return all;
}

Result<void> checkCondition(const ColumnCondition &condition, ColumnType type)
{
    if (auto test = ColumnTest::make(condition, type, {}); !test)
        return failure(test.error());
    return {};
}

std::optional<std::vector<ValueCount>> frequentValues(const ChunkedTable &table, int column,
                                                      std::size_t limit, const CancelState &cancel)
{
    constexpr std::size_t lookEvery = 4096;
    std::unordered_map<std::string, std::size_t> places;
    std::vector<ValueCount> counts;
    std::size_t nulls = 0;
    std::string text;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (row % lookEvery == 0 && cancel.isCancelled())
            return {};
        const CellRef cell = table.cell(row, column);
        if (cell.isNull()) {
            ++nulls;
            continue;
        }
        text = cellText(cell);
        if (text.size() > longestListed)
            continue;
        const auto [place, isNew] = places.try_emplace(text, counts.size());
        if (isNew)
            counts.push_back({QString::fromStdString(text), false, 0});
        ++counts[place->second].count;
    }
    if (nulls > 0)
        counts.push_back({{}, true, nulls});
    std::stable_sort(counts.begin(), counts.end(),
                     [](const ValueCount &a, const ValueCount &b) { return a.count > b.count; });
    counts.resize(std::min(limit, counts.size()));
    return counts;
}

} // namespace sonde
