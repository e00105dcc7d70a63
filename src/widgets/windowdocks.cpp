#include "widgets/windowdocks.h"

#include "widgets/actions.h"
#include "widgets/favouritesdock.h"
#include "widgets/historydock.h"
#include "widgets/icons.h"
#include "widgets/keeptranslated.h"
#include "widgets/querytabs.h"
#include "widgets/rowdetailsdock.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>

namespace sonde {

namespace {

/// Qt leaves the buttons of a dock's title to the mouse.
void letKeyboardReachTitle(const QDockWidget &dock)
{
    for (const char *name : {"qt_dockwidget_floatbutton", "qt_dockwidget_closebutton"}) {
        if (auto *button = dock.findChild<QAbstractButton *>(QLatin1String(name)))
            button->setFocusPolicy(Qt::TabFocus);
    }
}

} // namespace

WindowDocks::WindowDocks(const WindowServices &services, Actions &actions, QMainWindow *window)
    : QObject(window)
    , m_icons(services.icons)
    , m_favourites(new FavouritesDock(services.favourites, services.theme, services.icons, window))
    , m_history(new HistoryDock(services.history, services.connections, services.clock, services.theme,
                                services.icons, window))
    , m_details(new RowDetailsDock(services.theme, services.icons, window))
{
    window->addDockWidget(Qt::LeftDockWidgetArea, m_favourites);
    window->addDockWidget(Qt::LeftDockWidgetArea, m_history);
    window->tabifyDockWidget(m_favourites, m_history);
    window->addDockWidget(Qt::RightDockWidgetArea, m_details);
    addToMenu(actions, window);
    window->resizeDocks({m_favourites, m_details}, {280, 360}, Qt::Horizontal);
    for (const QDockWidget *dock : std::initializer_list<QDockWidget *>{m_favourites, m_history, m_details})
        letKeyboardReachTitle(*dock);
    m_favourites->hide();
    m_history->hide();
    m_details->hide();
}

void WindowDocks::addToMenu(Actions &actions, QMainWindow *window)
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
    // The key goes to the dock; from within the dock it closes it and goes back.
    actions.view.favourites->setCheckable(true);
    actions.view.history->setCheckable(true);
    connect(m_favourites, &QDockWidget::visibilityChanged, actions.view.favourites, &QAction::setChecked);
    connect(m_history, &QDockWidget::visibilityChanged, actions.view.history, &QAction::setChecked);
    connect(actions.view.favourites, &QAction::triggered, this,
            [this, window, action = actions.view.favourites] {
                if (!leave(*m_favourites, window))
                    searchFavourites();
                action->setChecked(m_favourites->isVisible());
            });
    connect(actions.view.history, &QAction::triggered, this, [this, window, action = actions.view.history] {
        if (!leave(*m_history, window))
            searchHistory();
        action->setChecked(m_history->isVisible());
    });
    actions.viewMenu()->insertAction(actions.view.moveFocus, details);
    actions.viewMenu()->insertSeparator(actions.view.moveFocus);
    window->addAction(details);
    m_toggles = {actions.view.favourites, actions.view.history, details};
}

bool WindowDocks::leave(QDockWidget &dock, QMainWindow *window)
{
    if (!dock.isAncestorOf(QApplication::focusWidget()))
        return false;
    dock.hide();
    if (auto *tabs = qobject_cast<QueryTabs *>(window->centralWidget()))
        tabs->takeKeyboard(Qt::ShortcutFocusReason);
    return true;
}

void WindowDocks::searchFavourites()
{
    m_favourites->show();
    m_favourites->raise();
    m_favourites->focusSearch();
}

void WindowDocks::searchHistory()
{
    m_history->show();
    m_history->raise();
    m_history->focusSearch();
}

} // namespace sonde
