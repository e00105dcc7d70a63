#include "widgets/focuschain.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QStyleHints>

namespace sonde {

namespace {

/// Whether the part of the window that \a widget belongs to is within its borders.
bool isWithin(const QMainWindow &window, const QWidget *widget)
{
    while (widget->parentWidget() != nullptr && widget->parentWidget() != &window)
        widget = widget->parentWidget();
    return window.rect().intersects(widget->geometry());
}

bool isStop(const QMainWindow &window, const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0 &&
           widget.focusProxy() == nullptr && widget.window() == &window && isWithin(window, &widget);
}

bool isStop(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

} // namespace

bool focusNextSeen(const QMainWindow &window, bool next)
{
    const QWidget *from = window.focusWidget() != nullptr ? window.focusWidget() : &window;
    if (QGuiApplication::styleHints()->tabFocusBehavior() != Qt::TabFocusAllControls)
        return false;
    const auto step = [next](const QWidget *widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget *widget = step(from); widget != from; widget = step(widget)) {
        if (isStop(window, *widget)) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

QWidget *firstStopOf(const QWidget &part)
{
    for (QWidget *next = part.nextInFocusChain(); next != &part; next = next->nextInFocusChain()) {
        if (part.isAncestorOf(next) && isStop(*next))
            return next;
    }
    return nullptr;
}

QWidget *lastStopOf(const QWidget &part)
{
    for (QWidget *next = part.previousInFocusChain(); next != &part; next = next->previousInFocusChain()) {
        if (part.isAncestorOf(next) && isStop(*next))
            return next;
    }
    return nullptr;
}

} // namespace sonde
