#pragma once

#include <functional>

class QWidget;

namespace sonde {

/// Asks over \a window whether it is to close although texts are in no file and nothing keeps them, and calls
/// \a close if so.
void askToClose(QWidget *window, std::function<void()> close);

} // namespace sonde
