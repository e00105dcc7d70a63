#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace sonde {

/// A text of a window.
struct WindowText
{
    const QWidget *widget = nullptr;
    QString where; ///< classes and names from the window down to the widget, and the property
    QString text;
    bool isData = false; ///< an item of a view or a box, which may be the user's own
};

/// What \a window and everything in it says: titles, labels, tooltips, names for screen readers, entries of
/// menus and boxes, headers; also of what is hidden just now. In a fixed order.
QList<WindowText> windowTexts(const QWidget &window);

} // namespace sonde
