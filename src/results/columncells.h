#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace sonde {

/// Cells of one column, by the places of their rows in a Selection: the first and the last of each range.
struct ColumnCells
{
    int column = 0;
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
};

} // namespace sonde
