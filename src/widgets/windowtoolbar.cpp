#include "widgets/windowtoolbar.h"

#include "widgets/actions.h"
#include "widgets/connectionchooser.h"
#include "widgets/keeptranslated.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline

#include <QToolButton>

namespace sonde {

WindowToolBar::WindowToolBar(const Actions &actions, ConnectionChooser *connections, TimeRangePicker *range,
                             QWidget *parent)
    : QToolBar(parent)
{
    setObjectName(QStringLiteral("toolBar"));
    keepTranslated(this, [this] {
        setWindowTitle(tr("Toolbar"));
        setAccessibleName(windowTitle()); // Qt 6.8 no longer reads out the title of a toolbar
    });
    setMovable(false);
    setIconSize(QSize(20, 20));
    // What stands behind them keeps its place whatever they say.
    const int letter = fontMetrics().averageCharWidth();
    connections->setMinimumWidth(28 * letter);
    range->setMinimumWidth(22 * letter);
    addWidget(connections);
    addWidget(range);
    connect(actions.query.chooseConnection, &QAction::triggered, connections, &ConnectionChooser::openMenu);
    connect(actions.query.chooseRange, &QAction::triggered, range, &TimeRangePicker::openPopup);
    addSeparator();
    addActions({actions.query.run, actions.query.stop});
    addSeparator();
    addActions({actions.file.saveAsFavourite, actions.results.exportRows});
    for (QAction *action : {actions.query.run, actions.query.stop, actions.results.exportRows}) {
        if (auto *button = qobject_cast<QToolButton *>(widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

void WindowToolBar::addDockActions(const QList<QAction *> &actions)
{
    auto *space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    addActions(actions);
}

} // namespace sonde
