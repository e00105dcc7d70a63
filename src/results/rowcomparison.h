#pragma once

#include "results/rowfilter.h"

#include <functional>

namespace sonde {

/// How the rows of two tables differ, whatever their order. A row that stands in both, or several times,
/// counts as often as it does in both; what one table has more of, it alone has.
struct RowComparison
{
    RowMask onlyFirst;  ///< the rows of the first table without a partner; of equal ones the later
    RowMask onlySecond; ///< those of the second
    std::size_t onlyFirstCount = 0;
    std::size_t onlySecondCount = 0;
    std::size_t bothCount = 0; ///< pairs
    QStringList columns;       ///< compared: those that both have, by name and type
    QStringList firstColumns;  ///< left out, since only the first table has them
    QStringList secondColumns;
};

/// In thousandths of the work, now and then; in the thread that calls compareRows().
using ComparisonProgress = std::function<void(int permille)>;

/// Compares the rows by the columns that both tables have with the same name and type (of two with one name,
/// the first with the first). Null equals null and NaN equals NaN; decimals are compared by value, guids
/// ignoring case, all other texts, and dynamic values too, exactly as the service sent them. Fails with Usage
/// where the tables have no column in common, with Cancelled once \a cancel is raised. For a worker thread;
/// uses all cores.
Result<RowComparison> compareRows(const ChunkedTable &first, const ChunkedTable &second,
                                  const CancelState &cancel, const ComparisonProgress &progress = {});

} // namespace sonde
