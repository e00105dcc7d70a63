#pragma once

#include "core/cancelstate.h"
#include "results/table.h"

#include <optional>
#include <string>
#include <vector>

namespace sonde {

/// Whether a column has anything to compare.
struct ColumnContents
{
    enum class Kind {
        Empty, ///< nulls and empty texts alone, or no rows
        Same,  ///< one value in every row
        Various
    };
    Kind kind = Kind::Various;
    std::string value; ///< of Same, as cellText() gives it
    bool operator==(const ColumnContents &) const = default;
};

/// Of each column over all rows. Nothing if \a cancel was raised meanwhile. For a worker thread.
std::optional<std::vector<ColumnContents>> contentsOf(const ChunkedTable &table, const CancelState &cancel);

} // namespace sonde
