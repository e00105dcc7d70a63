#pragma once

#include <functional>

class QWidget;

namespace sonde {

/// Runs \a say now, and again whenever the language of the program changes, for as long as \a owner lives:
/// the one way in which widgets that stay get their texts.
///
/// A text that is made when it is needed (a dialog's question, a message) takes tr() as it is. GUI thread.
void keepTranslated(QWidget *owner, std::function<void()> say);

} // namespace sonde
