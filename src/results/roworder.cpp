#include "results/roworder.h"

#include "results/alphabet.h"
#include "results/decimaltext.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace sonde {

namespace {

/// Where a cell stands before its value counts: values, then NaN, then nulls, whatever the direction.
enum Rank : std::uint8_t { Value, NotANumber, Null };

/// One sort column laid out flat, so that comparing needs no look-up of chunks.
struct FlatKey
{
    bool descending = false;
    std::vector<Rank> ranks;
    std::vector<std::int64_t> integers;
    std::vector<double> reals;
    std::vector<std::string_view> texts;
    std::vector<char> keys; ///< where the texts lie that stand for others

    /// Less than, equal, greater than zero.
    int compare(std::uint32_t a, std::uint32_t b) const
    {
        if (ranks[a] != ranks[b])
            return ranks[a] < ranks[b] ? -1 : 1;
        if (ranks[a] != Value)
            return 0;
        int order = 0;
        if (!texts.empty())
            order = texts[a].compare(texts[b]); // UTF-8 compares by code point
        else if (!reals.empty())
            order = reals[a] < reals[b] ? -1 : reals[a] > reals[b];
        else
            order = integers[a] < integers[b] ? -1 : integers[a] > integers[b];
        return descending ? -order : order;
    }
};

/// Decimals are texts whose order is that of their values.
void replaceByKeys(FlatKey &flat)
{
    std::string keys;
    std::vector<std::size_t> ends;
    ends.reserve(flat.texts.size());
    for (const std::string_view text : flat.texts) {
        appendDecimalKey(keys, text);
        ends.push_back(keys.size());
    }
    flat.keys.assign(keys.begin(), keys.end());
    std::size_t begin = 0;
    for (std::size_t row = 0; row < ends.size(); begin = ends[row++])
        flat.texts[row] = std::string_view(flat.keys.data() + begin, ends[row] - begin);
}

/// Texts by their places in an alphabet, which are compared faster than they are. Nothing once cancelled.
std::optional<FlatKey> flattenByAlphabet(const ChunkedTable &table, const SortKey &key,
                                         const CancelState &cancel)
{
    const auto places = alphabeticalPlaces(table, key.column, key.language, cancel);
    if (!places)
        return {};
    FlatKey flat;
    flat.descending = key.descending;
    flat.ranks.reserve(table.rowCount());
    flat.integers.reserve(table.rowCount());
    auto ofChunk = places->begin();
    for (const Table &chunk : table.chunks()) {
        const bool missing = key.column >= chunk.columnCount();
        for (std::size_t row = 0; row < chunk.rowCount(); ++row) {
            const bool null = missing || chunk.column(key.column).isNull(row);
            flat.ranks.push_back(null ? Null : Value);
            flat.integers.push_back(null ? 0 : (*ofChunk)[chunk.column(key.column).textNumber(row)]);
        }
        ++ofChunk;
    }
    return flat;
}

FlatKey flatten(const ChunkedTable &table, const SortKey &key)
{
    FlatKey flat;
    flat.descending = key.descending;
    const ColumnType type = table.headers().at(key.column).type;
    flat.ranks.reserve(table.rowCount());
    for (const Table &chunk : table.chunks()) {
        const bool missing = key.column >= chunk.columnCount();
        for (std::size_t row = 0; row < chunk.rowCount(); ++row) {
            const bool null = missing || chunk.column(key.column).isNull(row);
            Rank rank = null ? Null : Value;
            if (isTextType(type)) {
                flat.texts.push_back(null ? std::string_view() : chunk.column(key.column).text(row));
            } else if (type == ColumnType::Real) {
                const double value = null ? 0 : chunk.column(key.column).real(row);
                if (!null && std::isnan(value))
                    rank = NotANumber;
                flat.reals.push_back(value);
            } else {
                flat.integers.push_back(null ? 0 : chunk.column(key.column).integer(row));
            }
            flat.ranks.push_back(rank);
        }
    }
    if (type == ColumnType::Decimal)
        replaceByKeys(flat);
    return flat;
}

struct Cancelled
{};

} // namespace

bool sortRows(RowOrder &rows, const ChunkedTable &table, const std::vector<SortKey> &keys,
              const CancelState &cancel)
{
    std::vector<FlatKey> flat;
    for (const SortKey &key : keys) {
        const bool isAlphabetical =
            !key.language.isEmpty() && table.headers().at(key.column).type == ColumnType::String;
        auto column = isAlphabetical ? flattenByAlphabet(table, key, cancel) : flatten(table, key);
        if (!column)
            return false;
        flat.push_back(*std::move(column));
    }
    std::size_t comparisons = 0;
    try {
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            // The only way out of a standard sort is an exception.
            if ((++comparisons & 0xFFFF) == 0 && cancel.isCancelled())
                throw Cancelled();
            for (const FlatKey &key : flat) {
                if (const int compared = key.compare(a, b); compared != 0)
                    return compared < 0;
            }
            return false;
        });
    } catch (const Cancelled &) {
        return false;
    }
    return !cancel.isCancelled();
}

} // namespace sonde
