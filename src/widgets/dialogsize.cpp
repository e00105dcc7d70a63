#include "widgets/dialogsize.h"

#include <QFontMetrics>
#include <QScreen>
#include <QWidget>

namespace sonde {

namespace {

/// A line of the system's font on a usual desktop.
constexpr int usualLine = 16;
/// What a frame and a panel of the desktop take.
constexpr QSize aroundDialogs(24, 48);

} // namespace

int scaled(const QWidget &widget, int pixels)
{
    return pixels * qMax(usualLine, widget.fontMetrics().height()) / usualLine;
}

void giveSize(QWidget &dialog, const QSize &usual)
{
    const QSize wanted(scaled(dialog, usual.width()), scaled(dialog, usual.height()));
    const QSize room = dialog.screen()->availableSize() - aroundDialogs;
    const int height = usual.height() > 0 ? dialog.minimumSizeHint().height() : dialog.sizeHint().height();
    dialog.resize(wanted.expandedTo({dialog.minimumSizeHint().width(), height}).boundedTo(room));
}

} // namespace sonde
