#pragma once

#include "core/timerange.h"
#include "widgets/windowservices.h"

#include <QList>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace sonde {

class Actions;
class FavouritesDock;
class HistoryDock;
class RowDetailsDock;
class TablesDock;

/// The docks of a window: tables, favourites and history at its left, the details of a row at its right; with
/// their entries in the View menu.
class WindowDocks final : public QObject
{
    Q_OBJECT

public:
    /// Adds the docks to \a window, in the places of a first start.
    WindowDocks(const WindowServices &services, Actions &actions, QMainWindow *window);

    TablesDock &tables() { return *m_tables; }
    FavouritesDock &favourites() { return *m_favourites; }
    HistoryDock &history() { return *m_history; }
    RowDetailsDock &details() { return *m_details; }

    /// What shows and hides them, from left to right.
    QList<QAction *> actions() const { return m_toggles; }
    /// Shows the favourites, in front of the history, ready for typing.
    void searchFavourites();
    void searchHistory();
    void searchTables();
    /// In which times are shown.
    void setZone(TimeRange::Zone zone);

private:
    void addToMenu(Actions &actions);
    void connectToggle(QAction *action, QDockWidget &dock, void (WindowDocks::*search)());
    /// Whether the keyboard was in that dock, which is hidden then.
    bool leave(QDockWidget &dock);

    QMainWindow *m_window;
    const Icons &m_icons;
    TablesDock *m_tables;
    FavouritesDock *m_favourites;
    HistoryDock *m_history;
    RowDetailsDock *m_details;
    QList<QAction *> m_toggles;
};

} // namespace sonde
