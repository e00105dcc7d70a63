#pragma once

#include <functional>

class QMenu;

namespace sonde {

class ColumnKeeper;
class ResultsView;

/// Puts into \a menu what can be done with a column of a table, and with all of them. \a chooseColumns opens
/// the list of them. All outlive the menu.
void fillColumnMenu(QMenu &menu, ResultsView &view, ColumnKeeper &keeper, int column,
                    const std::function<void()> &chooseColumns);

} // namespace sonde
