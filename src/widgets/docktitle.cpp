#include "widgets/docktitle.h"

#include <QAbstractButton>
#include <QDockWidget>

namespace sonde {

void letKeyboardReachTitle(const QDockWidget &dock)
{
    for (const char *name : {"qt_dockwidget_floatbutton", "qt_dockwidget_closebutton"}) {
        if (auto *button = dock.findChild<QAbstractButton *>(QLatin1String(name)))
            button->setFocusPolicy(Qt::TabFocus);
    }
}

} // namespace sonde
