#pragma once

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

/// The docks of a window: favourites and history at its left, the details of a row at its right; with their
/// entries in the View menu.
class WindowDocks final : public QObject
{
    Q_OBJECT

public:
    /// Adds the docks to \a window, in the places of a first start.
    WindowDocks(const WindowServices &services, Actions &actions, QMainWindow *window);

    FavouritesDock &favourites() { return *m_favourites; }
    HistoryDock &history() { return *m_history; }
    RowDetailsDock &details() { return *m_details; }

    /// What shows and hides them, from left to right.
    QList<QAction *> actions() const { return m_toggles; }
    /// Shows the favourites, in front of the history, ready for typing.
    void searchFavourites();
    void searchHistory();

private:
    void addToMenu(Actions &actions, QMainWindow *window);
    /// Whether the keyboard was in that dock, which is hidden then.
    bool leave(QDockWidget &dock, QMainWindow *window);

    const Icons &m_icons;
    FavouritesDock *m_favourites;
    HistoryDock *m_history;
    RowDetailsDock *m_details;
    QList<QAction *> m_toggles;
};

} // namespace sonde
