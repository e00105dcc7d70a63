#pragma once

class QDockWidget;

namespace sonde {

/// Lets Tab come to the buttons in the title of \a dock, which is in a window; Qt leaves them to the mouse.
void letKeyboardReachTitle(const QDockWidget &dock);

} // namespace sonde
