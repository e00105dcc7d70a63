#include "widgets/keptqueries.h"

#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "widgets/connectionchooser.h"
#include "widgets/favouritekeeper.h"
#include "widgets/favouritesdock.h"
#include "widgets/historydock.h"
#include "widgets/keptrows.h"
#include "widgets/messagebar.h"
#include "widgets/querycomparison.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline
#include "widgets/windowdocks.h"

#include <QUuid>

namespace sonde {

KeptQueries::KeptQueries(const WindowServices &services, const Place &place, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_place(place)
    , m_window(window)
    , m_keeper(new FavouriteKeeper(services, window))
{
    connect(&m_place.tabs, &QueryTabs::pageAdded, m_keeper, &FavouriteKeeper::attach);
    connect(&m_place.tabs, &QueryTabs::pageReleased, m_keeper, &FavouriteKeeper::detach);
    connectDocks();
}

void KeptQueries::connectDocks()
{
    FavouritesDock &favourites = m_place.docks.favourites();
    connect(&favourites, &FavouritesDock::openRequested, this, &KeptQueries::openFavourite);
    connect(&favourites, &FavouritesDock::saveCurrentRequested, this, &KeptQueries::saveAsFavourite);
    connect(&favourites, &FavouritesDock::editRequested, m_keeper, &FavouriteKeeper::edit);
    connect(m_keeper, &FavouriteKeeper::saved, &favourites, &FavouritesDock::reveal);
    connect(m_keeper, &FavouriteKeeper::noted, &favourites, &FavouritesDock::showNote);
    HistoryDock &history = m_place.docks.history();
    connect(&history, &HistoryDock::openRequested, this, &KeptQueries::openRun);
    connect(&history, &HistoryDock::compareRequested, this, &KeptQueries::compareRuns);
    connect(&history, &HistoryDock::neverKeepRequested, this, &KeptQueries::forgetHistoryOf);
    connect(&history, &HistoryDock::runRequested, this, &KeptQueries::runRequested);
    connect(&m_services.settings, &SettingsStore::changed, this, [this](const QString &key) {
        if (key == QLatin1String(settings::keepsFirstRows.key) &&
            !m_services.settings.get(settings::keepsFirstRows))
            m_services.history.forgetRows();
    });
    // What a hidden dock says is said to nobody.
    connect(&m_services.history, &HistoryStore::problem, this, [this](const Error &error) {
        if (!m_place.docks.history().isVisible())
            emit failed(error);
    });
    connect(&m_services.favourites, &FavouriteStore::failed, this, [this](const Error &error) {
        if (!m_place.docks.favourites().isVisible())
            emit failed(error);
    });
}

void KeptQueries::openFavourite(const FavouriteFile &file, bool run)
{
    QueryPage *page = m_place.tabs.pageOfFile(file.path);
    if (page != nullptr) {
        m_place.tabs.setCurrent(page);
    } else {
        const QString kept = m_keeper->connectionOf(file.favourite);
        if (!kept.isEmpty())
            m_place.chooser.setCurrent(kept);
        page = m_place.tabs.open(FavouriteKeeper::queryOf(file.favourite, m_place.picker.range()),
                                 m_place.chooser.current().id, file.favourite.name);
        m_keeper->adopt(page, file);
        if (kept.isEmpty() && !file.favourite.connection.isEmpty()) {
            // It is not run on whatever happens to be chosen.
            sayConnectionIsMissing(page, file.favourite.connection);
            return;
        }
    }
    if (run)
        emit runRequested();
}

void KeptQueries::sayConnectionIsMissing(QueryPage *page, const QString &connection)
{
    // Nobody knows a connection by its id.
    const bool isNamed = QUuid::fromString(connection).isNull();
    page->pane().messages().showMessage(MessageBar::Level::Warning,
                                        isNamed
                                            ? tr("There is no connection “%1”.").arg(connection)
                                            : tr("The connection that this favourite keeps is not there."),
                                        tr("Choose another one and run the query."));
}

void KeptQueries::openRun(const HistoryEntry &entry, bool run)
{
    const bool isThere = m_place.chooser.setCurrent(entry.connectionId);
    QueryPage *page = m_place.tabs.open(entry.query(), m_place.chooser.current().id);
    const auto sayWhatIsMissing = [page, isThere, name = entry.connectionName] {
        if (!isThere)
            page->pane().messages().showMessage(MessageBar::Level::Warning,
                                                tr("The connection “%1” is no longer there.").arg(name),
                                                tr("Choose another one and run the query."));
    };
    sayWhatIsMissing();
    if (isThere && run)
        emit runRequested();
    else if (entry.keptRows > 0)
        showKeptRows(m_services.history, *page, entry, sayWhatIsMissing); // rows take messages away
}

void KeptQueries::compareRuns(const QList<HistoryEntry> &entries)
{
    const TimeRange::Zone zone = m_place.docks.history().zone();
    const QueryPage *page = m_place.tabs.current();
    if (entries.isEmpty() || (entries.size() == 1 && page == nullptr))
        return;
    const ComparedQuery right =
        entries.size() > 1
            ? ComparedQuery::of(entries.at(1), zone)
            : ComparedQuery::of(page->query(), m_place.tabs.titleOf(page), connectionOf(*page), zone);
    auto *window = new QueryComparison(ComparedQuery::of(entries.first(), zone), right, m_services.theme,
                                       m_services.icons, m_window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
}

QString KeptQueries::connectionOf(const QueryPage &page) const
{
    if (const auto builtIn = builtInConnection(page.connectionId()))
        return builtIn->name;
    return m_services.connections.find(page.connectionId()).value_or(Connection()).name;
}

void KeptQueries::saveAsFavourite()
{
    if (QueryPage *page = m_place.tabs.current())
        m_keeper->saveNew(page, m_place.tabs.titleOf(page), m_place.docks.favourites().currentFolder());
}

void KeptQueries::forgetHistoryOf(const QString &connectionId)
{
    std::optional<Connection> connection = m_services.connections.find(connectionId);
    if (!connection)
        return;
    connection->keepsHistory = false;
    if (const Result<void> updated = m_services.connections.update(*connection); !updated)
        emit failed(updated.error());
}

} // namespace sonde
