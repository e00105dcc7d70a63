#pragma once

class QWidget;

namespace sonde {

/// Says what the program is, which version, and under which licence. Over \a parent, without waiting for it.
void showAboutBox(QWidget *parent);

} // namespace sonde
