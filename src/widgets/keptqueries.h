#pragma once

#include "core/error.h"
#include "widgets/windowservices.h"

#include <QObject>

namespace sonde {

class ConnectionChooser;
class FavouriteKeeper;
class QueryPage;
class QueryTabs;
class TimeRangePicker;
class WindowDocks;
struct FavouriteFile;
struct HistoryEntry;

/// What the docks of favourites and history do to the tabs of their window: favourites and runs of the past
/// become tabs, and tabs become favourites.
class KeptQueries final : public QObject
{
    Q_OBJECT

public:
    /// What a new tab begins with where the kept query says nothing, and where it is opened.
    struct Place
    {
        QueryTabs &tabs;
        ConnectionChooser &chooser;
        TimeRangePicker &picker;
        WindowDocks &docks;
    };

    /// All outlive this. Dialogs open over \a window.
    KeptQueries(const WindowServices &services, const Place &place, QWidget *window);

    /// The tab of that favourite, new unless it is open; on the connection it keeps, else on the chooser's.
    /// Where the one it keeps is not there, it is not run, and the page says so.
    void openFavourite(const FavouriteFile &file, bool run);
    /// A new tab with the query of a run of the past, on its connection if that is still there; with the rows
    /// that were kept of it, unless it is run.
    void openRun(const HistoryEntry &entry, bool run);
    /// Two runs in a window side by side; or one, and the query of the tab in front.
    void compareRuns(const QList<HistoryEntry> &entries);
    FavouriteKeeper &favourites() { return *m_keeper; }
    /// Asks how the query in front is to be kept.
    void saveAsFavourite();

signals:
    /// Run the page in front.
    void runRequested();
    void failed(const sonde::Error &error);

private:
    void connectDocks();
    void sayConnectionIsMissing(QueryPage *page, const QString &connection);
    QString connectionOf(const QueryPage &page) const;
    void forgetHistoryOf(const QString &connectionId);

    WindowServices m_services;
    Place m_place;
    QWidget *m_window;
    FavouriteKeeper *m_keeper;
};

} // namespace sonde
