#pragma once

#include <QStringList>

class QWidget;

namespace sonde {

/// The texts of \a window that have less room than they need, one line each: cut off, elided, or squeezed out
/// of a bar. What a person typed or searched for (cells, titles of tabs, names of connections) may be elided
/// and does not count.
QStringList clippedTexts(const QWidget &window);

/// Letters that two visible things of \a window, or two entries of one of its menus, are both called with,
/// and texts of menus that have none.
QStringList mnemonicFaults(const QWidget &window);

} // namespace sonde
