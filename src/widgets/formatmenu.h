#pragma once

class QMenu;

namespace sonde {

class ColumnKeeper;
class ResultsView;

/// Puts into \a menu the formats that a column of the table can be shown in, as a menu of their own; nothing
/// where its type has none. All outlive the menu.
void addFormatMenu(QMenu &menu, ResultsView &view, ColumnKeeper &keeper, int column);

} // namespace sonde
