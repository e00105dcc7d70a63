#pragma once

class QMainWindow;
class QWidget;

namespace sonde {

/// Moves the keyboard as Tab does, or Shift+Tab where \a next is false, to the next control of \a window that
/// can be seen. Qt goes into docks behind other docks, too, which it keeps outside of the window's borders,
/// as it does their tabs. False where Tab is not for all controls, or there is nowhere to go.
bool focusNextSeen(const QMainWindow &window, bool next);

/// What of \a part Tab would come to first, if anything.
QWidget *firstStopOf(const QWidget &part);
/// And what Shift+Tab would come to first.
QWidget *lastStopOf(const QWidget &part);

} // namespace sonde
