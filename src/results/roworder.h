#pragma once

#include "core/cancelstate.h"
#include "results/table.h"

#include <vector>

namespace sonde {

/// Row numbers in the order they are to be shown; sorting and filtering make one of these and never move
/// cells.
using RowOrder = std::vector<std::uint32_t>;

struct SortKey
{
    int column = 0;
    bool descending = false;
    QString language = {}; ///< the locale whose alphabet orders texts (see alphabet.h); empty: by code point
    bool operator==(const SortKey &) const = default;
};

/// Puts \a rows of the table in the order of the keys, first key first: typed (numbers as numbers, strings by
/// code point or in the order of the key's language), stable, nulls last in both directions, NaN just before
/// them. False, and the rows in any order, if \a cancel was raised meanwhile. For a worker thread.
bool sortRows(RowOrder &rows, const ChunkedTable &table, const std::vector<SortKey> &keys,
              const CancelState &cancel);

} // namespace sonde
