#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace sonde {

/// Class, names and text of a widget, for a person who looks for it.
QString nameOf(const QWidget &widget);

/// What in \a window can be used with the mouse, is shown and enabled, and has no key of its own: it must be
/// reached with Tab.
QList<QWidget *> controlsOf(const QWidget &window);

/// Where the keyboard goes from where it is, in the order of going, until it comes back to where it was: with
/// Tab, or backwards with Shift+Tab. Out of the query's editor, which takes Tab for itself, lead F6 and
/// Shift+F6. Empty where it comes back nowhere; \a problem then says why.
QList<QWidget *> walk(bool backwards, QString *problem);

/// Brings the keyboard into \a window, as a person who begins there.
bool takeKeyboard(QWidget &window);

} // namespace sonde
