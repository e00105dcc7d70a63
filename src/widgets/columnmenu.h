#pragma once

#include <functional>

class QMenu;

namespace sonde {

class ColumnKeeper;
class ResultsView;

/// What the owner of the table does.
struct ColumnCommands
{
    std::function<void()> chooseColumns; ///< opens the list of them
    std::function<void()> group;         ///< by the column, or no longer
};

/// Puts into \a menu what can be done with a column of a table, and with all of them. All outlive the menu.
void fillColumnMenu(QMenu &menu, ResultsView &view, ColumnKeeper &keeper, int column,
                    const ColumnCommands &commands);

} // namespace sonde
