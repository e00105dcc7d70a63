#include "widgets/windowdocks.h"

#include "widgets/actions.h"
#include "widgets/docktitle.h"
#include "widgets/favouritesdock.h"
#include "widgets/historydock.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/querytabs.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/tablesdock.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenu>

namespace sonde {

WindowDocks::WindowDocks(const WindowServices &services, Actions &actions, QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_icons(services.icons)
    , m_tables(new TablesDock(services, window))
    , m_favourites(new FavouritesDock(services.favourites, services.theme, services.icons, window))
    , m_history(new HistoryDock(services.history, services.connections, services.settings, services.clock,
                                services.theme, services.icons, window))
    , m_details(new RowDetailsDock(services.theme, services.icons, window))
{
    for (QDockWidget *dock : std::initializer_list<QDockWidget *>{m_tables, m_favourites, m_history})
        window->addDockWidget(Qt::LeftDockWidgetArea, dock);
    window->tabifyDockWidget(m_tables, m_favourites);
    window->tabifyDockWidget(m_favourites, m_history);
    window->addDockWidget(Qt::RightDockWidgetArea, m_details);
    addToMenu(actions);
    window->resizeDocks({m_favourites, m_details}, {280, 360}, Qt::Horizontal);
    for (QDockWidget *dock :
         std::initializer_list<QDockWidget *>{m_tables, m_favourites, m_history, m_details}) {
        letKeyboardReachTitle(*dock);
        dock->hide();
    }
}

void WindowDocks::addToMenu(Actions &actions)
{
    QAction *details = m_details->toggleViewAction();
    details->setShortcuts({Qt::Key_F4, Qt::CTRL | Qt::Key_F10});
    details->setIcon(m_icons.icon(QLatin1StringView("panel-right")));
    // A dock names its entry after its title whenever that changes, hence after it.
    keepTranslated(m_details, [details] {
        details->setText(tr("Row &details"));
        //: %1: what a button does; %2: its keys
        details->setToolTip(tr("%1 (%2)").arg(tr("Show the whole row beside the table"),
                                              details->shortcut().toString(QKeySequence::NativeText)));
    });
    connectToggle(actions.view.tables, *m_tables, &WindowDocks::searchTables);
    connectToggle(actions.view.favourites, *m_favourites, &WindowDocks::searchFavourites);
    connectToggle(actions.view.history, *m_history, &WindowDocks::searchHistory);
    actions.viewMenu()->insertAction(actions.view.moveFocus, details);
    actions.viewMenu()->insertSeparator(actions.view.moveFocus);
    m_window->addAction(details);
    m_toggles = {actions.view.tables, actions.view.favourites, actions.view.history, details};
}

/// The key goes to the dock; from within the dock it closes it and goes back.
void WindowDocks::connectToggle(QAction *action, QDockWidget &dock, void (WindowDocks::*search)())
{
    action->setCheckable(true);
    connect(&dock, &QDockWidget::visibilityChanged, action, &QAction::setChecked);
    connect(action, &QAction::triggered, this, [this, action, &dock, search] {
        if (!leave(dock))
            (this->*search)();
        action->setChecked(dock.isVisible());
    });
}

bool WindowDocks::leave(QDockWidget &dock)
{
    if (!dock.isAncestorOf(QApplication::focusWidget()))
        return false;
    dock.hide();
    if (auto *tabs = qobject_cast<QueryTabs *>(m_window->centralWidget()))
        tabs->takeKeyboard(Qt::ShortcutFocusReason);
    return true;
}

void WindowDocks::searchFavourites()
{
    m_favourites->show();
    m_favourites->raise();
    m_favourites->focusSearch();
}

void WindowDocks::searchTables()
{
    m_tables->show();
    m_tables->raise();
    m_tables->focusSearch();
}

void WindowDocks::setZone(TimeRange::Zone zone)
{
    m_history->setZone(zone);
    m_tables->setZone(zone);
}

void WindowDocks::searchHistory()
{
    m_history->show();
    m_history->raise();
    m_history->focusSearch();
}

} // namespace sonde
