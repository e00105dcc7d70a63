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
                                       const CellDisplay &display)
    {
        PreparedFilter prepared;
        for (const ColumnCondition &condition : filter.conditions) {
            if (condition.column < 0 || condition.column >= headers.size())
                continue; // a column that this result does not have asks for nothing
            auto test = ColumnTest::make(condition, headers.at(condition.column).type, display);
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
            auto test = ColumnTest::make(condition, headers.at(column).type, display);
            if (!test)
                return failure(test.error());
            prepared.m_anywhere.emplace_back(column, std::move(*test));
        }
        return prepared;
    }

    /// Why apply() was false without being cancelled.
    std::optional<Error> problem() const
    {
        for (const auto &[column, test] : m_tests) {
            if (test.problem())
                return test.problem();
        }
        return {};
    }

    /// False once cancelled, or where there is a problem(). \a mask has an entry for each row of the chunk,
    /// all of them set.
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

/// The rows that are looked at, \a count of them from \a first on.
RowMask beginningOf(const RowFilter &filter, std::size_t first, std::size_t count)
{
    RowMask mask(count, filter.only ? 0 : 1);
    if (filter.only && first < filter.only->size()) {
        const std::size_t known = std::min(count, filter.only->size() - first);
        std::copy_n(filter.only->begin() + static_cast<std::ptrdiff_t>(first), known, mask.begin());
    }
    return mask;
}

} // namespace

Result<RowMask> matchingRows(const ChunkedTable &table, const RowFilter &filter, const CellDisplay &display,
                             const CancelState &cancel)
{
    auto prepared = PreparedFilter::make(filter, table.headers(), display);
    if (!prepared)
        return failure(prepared.error());
    RowMask all;
    all.reserve(table.rowCount());
    for (const Table &chunk : table.chunks()) {
        // A truncated table has fewer rows than its chunks.
        RowMask mask =
            beginningOf(filter, all.size(), std::min(chunk.rowCount(), table.rowCount() - all.size()));
        if (!prepared->apply(chunk, mask, cancel)) {
            const std::optional<Error> problem = prepared->problem();
            return problem ? failure(*problem) : failure(ErrorKind::Cancelled, {});
        }
        all.insert(all.end(), mask.begin(), mask.end());
    }
    return all;
}

Result<void> checkCondition(const ColumnCondition &condition, ColumnType type)
{
    if (auto test = ColumnTest::make(condition, type, {}); !test)
        return failure(test.error());
    return {};
}

namespace {

/// Counts texts by \a Key: views of the table's own where it has texts, else strings.
template <typename Key>
class TextCounter
{
public:
    void add(Key text)
    {
        const auto [place, isNew] = m_places.try_emplace(std::move(text), m_counts.size());
        if (isNew)
            m_counts.push_back({&place->first, 0});
        ++m_counts[place->second].second;
    }

    /// At most \a limit, the most frequent first, those met first before others. The last call.
    std::vector<ValueCount> mostFrequent(std::size_t limit, std::size_t nulls)
    {
        if (nulls > 0)
            m_counts.push_back({nullptr, nulls});
        std::stable_sort(m_counts.begin(), m_counts.end(),
                         [](const Count &a, const Count &b) { return a.second > b.second; });
        m_counts.resize(std::min(limit, m_counts.size()));
        std::vector<ValueCount> counts;
        for (const auto &[text, count] : m_counts) {
            const std::string_view bytes = text != nullptr ? std::string_view(*text) : std::string_view();
            counts.push_back({QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())),
                              text == nullptr, count});
        }
        return counts;
    }

private:
    using Count = std::pair<const Key *, std::size_t>;
    std::unordered_map<Key, std::size_t> m_places; ///< its keys stay where they are
    std::vector<Count> m_counts;
};

template <typename Key, typename TextOf>
std::optional<std::vector<ValueCount>> countTexts(const ChunkedTable &table, int column, std::size_t limit,
                                                  const CancelState &cancel, const RowMask *mask,
                                                  TextOf textOf)
{
    constexpr std::size_t lookEvery = 4096;
    TextCounter<Key> counter;
    std::size_t nulls = 0;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (row % lookEvery == 0 && cancel.isCancelled())
            return {};
        if (mask != nullptr && (*mask)[row] == 0)
            continue;
        const CellRef cell = table.cell(row, column);
        if (cell.isNull()) {
            ++nulls;
            continue;
        }
        Key text = textOf(cell);
        if (text.size() <= longestListed)
            counter.add(std::move(text));
    }
    return counter.mostFrequent(limit, nulls);
}

} // namespace

std::optional<std::vector<ValueCount>> frequentValues(const ChunkedTable &table, int column,
                                                      std::size_t limit, const CancelState &cancel,
                                                      const RowMask *mask)
{
    if (column >= table.columnCount())
        return std::vector<ValueCount>();
    if (isTextType(table.headers().at(column).type)) {
        return countTexts<std::string_view>(table, column, limit, cancel, mask,
                                            [](const CellRef &cell) { return cell.column->text(cell.row); });
    }
    return countTexts<std::string>(table, column, limit, cancel, mask,
                                   [](const CellRef &cell) { return cellText(cell); });
}

} // namespace sonde
