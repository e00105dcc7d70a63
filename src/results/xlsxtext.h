#pragma once

#include <string>
#include <string_view>

namespace sonde {

/// Puts \a text behind \a out as a cell of a workbook's XML may hold it: control characters as `_x001B_`,
/// what reads like that as `_x005F_x001B_`. At most as much as a cell has room for, then an ellipsis; false
/// where something was cut.
bool appendXlsxText(std::string &out, std::string_view text);

} // namespace sonde
