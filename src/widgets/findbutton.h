#pragma once

class QToolButton;
class QWidget;

namespace sonde {

class Icons;

/// The buttons of every bar in which a text is looked for, with the keys that do the same.
enum class FindButton { Previous, Next, Close };

/// A child of \a parent. \a icons outlives it.
QToolButton *makeFindButton(FindButton which, const Icons &icons, QWidget *parent);

} // namespace sonde
