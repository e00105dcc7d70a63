#include "widgets/mainwindow.h"

#include "models/resultsmodel.h"
#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/settingsstore.h"
#include "widgets/actions.h"
#include "widgets/autorefresh.h"
#include "widgets/closequestion.h"
#include "widgets/connectionchooser.h"
#include "widgets/connectionkeeper.h"
#include "widgets/detailscommands.h"
#include "widgets/exportkeeper.h"
#include "widgets/favouritesdock.h"
#include "widgets/historydock.h"
#include "widgets/icons.h"
#include "widgets/keptqueries.h"
#include "widgets/localtablecommands.h"
#include "widgets/messagebar.h"
#include "widgets/pagecommands.h"
#include "widgets/pageequipment.h"
#include "widgets/pagelistener.h"
#include "widgets/pagestatus.h"
#include "widgets/pincommands.h"
#include "widgets/querybar.h"
#include "widgets/querydocument.h"
#include "widgets/queryfiles.h"
#include "widgets/querytabs.h"
#include "widgets/recentfiles.h"
#include "widgets/resultfiles.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/samplequeries.h"
#include "widgets/statusline.h"
#include "widgets/tabcommands.h"
#include "widgets/tablecommands.h"
#include "widgets/tablepane.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline
#include "widgets/viewcommands.h"
#include "widgets/welcomepage.h"
#include "widgets/windowdialogs.h"
#include "widgets/windowdocks.h"
#include "widgets/windowtoolbar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QScreen>
#include <QShortcut>
#include <QStatusBar>

namespace sonde {

MainWindow::MainWindow(const WindowServices &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_settings(loadWindowSettings(services.settings))
    , m_actions(new Actions(services.icons, this))
    , m_dialogs(new WindowDialogs(services, this))
    , m_keeper(new ConnectionKeeper(services, this))
    , m_files(new QueryFiles(this))
    , m_recent(new RecentFiles(services.settings, this))
    , m_chooser(new ConnectionChooser(services.icons, this))
    , m_picker(new TimeRangePicker(services.clock, services.icons, this))
    , m_tabs(new QueryTabs(services, this))
{
    setWindowIcon(Icons::programIcon());
    m_actions->fill(*menuBar());
    auto *tools = new WindowToolBar(*m_actions, m_chooser, m_picker, this);
    addToolBar(tools);
    setCentralWidget(m_tabs);
    resize(QSize(1200, 800).boundedTo(screen()->availableSize() - QSize(24, 48)));
    m_docks = new WindowDocks(services, *m_actions, this);
    tools->addDockActions(m_docks->actions());
    auto *statusLine = new StatusLine(services.theme, services.icons, services.clock, this);
    statusBar()->addWidget(statusLine, 1);
    connect(m_tabs, &QueryTabs::noted, statusLine, &StatusLine::showNote);
    m_status = new PageStatus(*statusLine, *m_picker, services.clock, statusLine);
    statusBar()->setSizeGripEnabled(false);
    m_chooser->setConnections(m_keeper->connections());
    m_chooser->setCurrent(m_settings.connectionId);
    m_picker->setRange(m_settings.range);

    m_kept = new KeptQueries(services, {*m_tabs, *m_chooser, *m_picker, *m_docks}, this);
    m_exports = new ExportKeeper(services.settings, m_kept->favourites(), this);
    m_results = new ResultFiles(services, *m_tabs, *m_recent, m_actions->file.saveResult, this);
    new PageCommands(*m_actions, *m_tabs, m_docks->details(), services.clock, this);
    new PinCommands(*m_actions, *m_tabs, this);
    auto *tables = new TableCommands(services, {*m_tabs, *m_chooser, *m_picker, *m_docks}, *m_actions, this);
    connect(tables, &TableCommands::runRequested, this, &MainWindow::runCurrent);
    m_ownTables =
        new LocalTableCommands(services, {*m_tabs, *m_chooser, m_docks->tables()}, *m_actions, this);
    connect(m_ownTables, &LocalTableCommands::runRequested, this, &MainWindow::runCurrent);
    connect(m_ownTables, &LocalTableCommands::fileOpened, m_recent, &RecentFiles::add);
    m_details =
        new DetailsCommands(*m_actions, *m_tabs, m_docks->details(), services.theme, services.icons, this);
    connectFileActions();
    connectTabActions();
    connectViewActions();
    connectConnections();
    connectChoosers();
    connectWelcomePage();
    showZone(loadZone(services.settings));
    restoreGeometry(m_settings.geometry);
    restoreState(m_settings.state);
    m_docks->favourites().restoreState(m_settings.favourites);
    showPage(nullptr);
}

MainWindow::~MainWindow()
{
    // The parts still speak while they go, and there is no window any more to listen.
    delete m_details;
    disconnect(m_kept, nullptr, this, nullptr);
    disconnect(m_tabs, nullptr, this, nullptr);
}

void MainWindow::connectFileActions()
{
    const auto &file = m_actions->file;
    connect(file.newTab, &QAction::triggered, this, [this] { openQuery(newQuery(), false); });
    connect(file.newWindow, &QAction::triggered, this, &MainWindow::newWindowRequested);
    connect(file.openFile, &QAction::triggered, m_files, &QueryFiles::askForFile);
    connect(m_files, &QueryFiles::fileChosen, this, &MainWindow::openFile);
    connect(m_files, &QueryFiles::fileSaved, m_recent, &RecentFiles::add);
    connect(m_results, &ResultFiles::failed, this, &MainWindow::showFailure);
    connect(m_recent, &RecentFiles::fileChosen, this, &MainWindow::openFile);
    m_recent->fill(m_actions->recentMenu());
    connect(file.save, &QAction::triggered, this, &MainWindow::save);
    connect(file.saveAs, &QAction::triggered, this, [this] {
        if (QueryPage *page = currentPage())
            m_files->saveAs(page, m_tabs->titleOf(page));
    });
    connect(file.saveAsFavourite, &QAction::triggered, m_kept, &KeptQueries::saveAsFavourite);
    connect(m_dialogs, &WindowDialogs::settingsApplied, this, &MainWindow::settingsApplied);
    m_dialogs->connectTo(*m_actions);
    connect(m_dialogs, &WindowDialogs::sampleRequested, this, &MainWindow::runSample);
    connect(file.quit, &QAction::triggered, qApp, &QCoreApplication::quit);
}

void MainWindow::connectTabActions()
{
    new TabCommands(m_services, *m_actions, *m_tabs, this);
    connect(m_actions->query.run, &QAction::triggered, this, &MainWindow::runCurrent);
    connect(m_actions->results.exportRows, &QAction::triggered, this, [this] {
        if (QueryPage *page = currentPage())
            m_exports->ask(page, m_tabs->titleOf(page));
    });
    connect(m_exports, &ExportKeeper::started, this, &MainWindow::updateActions);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    connect(escape, &QShortcut::activated, this, [this] {
        if (QueryPage *page = currentPage())
            page->escape();
    });
    connect(m_kept, &KeptQueries::runRequested, this, &MainWindow::runCurrent);
    connect(m_kept, &KeptQueries::failed, this, &MainWindow::showFailure);
    connect(m_tabs, &QueryTabs::pageAdded, this, &MainWindow::connectPage);
    connect(m_tabs, &QueryTabs::pageReleased, this, &MainWindow::disconnectPage);
    connect(m_tabs, &QueryTabs::currentChanged, this, &MainWindow::showPage);
}

void MainWindow::connectViewActions()
{
    new ViewCommands(m_services, *m_actions, this);
    connect(m_actions->view.localTime, &QAction::toggled, this, [this](bool isLocal) {
        saveZone(m_services.settings, isLocal ? TimeRange::Zone::Local : TimeRange::Zone::Utc);
    });
    connect(m_picker, &TimeRangePicker::zoneChanged, this,
            [this](TimeRange::Zone zone) { saveZone(m_services.settings, zone); });
    connect(&m_services.settings, &SettingsStore::changed, this, [this](const QString &key) {
        if (key == QLatin1String(settings::displayZone.key))
            showZone(loadZone(m_services.settings));
    });
}

void MainWindow::connectConnections()
{
    connect(m_actions->file.addConnection, &QAction::triggered, m_keeper, &ConnectionKeeper::add);
    connect(m_actions->file.manageConnections, &QAction::triggered, m_keeper, &ConnectionKeeper::manage);
    connect(m_chooser, &ConnectionChooser::addRequested, m_keeper, &ConnectionKeeper::add);
    connect(m_chooser, &ConnectionChooser::editRequested, m_keeper, &ConnectionKeeper::edit);
    connect(m_chooser, &ConnectionChooser::manageRequested, m_keeper, &ConnectionKeeper::manage);
    // Also what another window changed.
    connect(&m_services.connections, &ConnectionStore::changed, this, [this] {
        m_chooser->setConnections(m_keeper->connections());
        if (currentPage() != nullptr)
            m_chooser->setCurrent(currentPage()->connectionId());
    });
    connect(&m_services.connections, &ConnectionStore::replaced, this,
            [this](const QString &from, const QString &to) {
                for (QueryPage *page : m_tabs->pages()) {
                    if (page->connectionId() == from)
                        page->setConnectionId(to);
                }
            });
    connect(m_keeper, &ConnectionKeeper::changed, this, [this](const QString &id) {
        // One that was added or edited is the one to search now.
        if (!m_chooser->setCurrent(id) || currentPage() == nullptr)
            return;
        currentPage()->setConnectionId(id);
        currentPage()->pane().messages().clear(); // what was wrong with it may be mended
    });
    connect(m_keeper, &ConnectionKeeper::failed, this, &MainWindow::showFailure);
}

void MainWindow::connectChoosers()
{
    connect(m_chooser, &ConnectionChooser::chosen, this, [this](const Connection &connection) {
        if (QueryPage *page = currentPage())
            page->setConnectionId(connection.id);
    });
    connect(m_chooser, &ConnectionChooser::currentChanged, this,
            [this] { m_picker->setIgnored(m_chooser->current().local); });
    m_picker->setIgnored(m_chooser->current().local);
    connect(m_picker, &TimeRangePicker::rangeChanged, this, [this](const TimeRange &range) {
        if (QueryPage *page = currentPage())
            page->setRange(range);
    });
}

void MainWindow::connectWelcomePage()
{
    WelcomePage &welcome = m_tabs->welcomePage();
    connect(&welcome, &WelcomePage::sampleRequested, this, &MainWindow::runSample);
    connect(&welcome, &WelcomePage::addConnectionRequested, m_keeper, &ConnectionKeeper::add);
    connect(&welcome, &WelcomePage::openFileRequested, m_files, &QueryFiles::askForFile);
    connect(&welcome, &WelcomePage::tourRequested, m_dialogs, &WindowDialogs::showTour);
    connect(&welcome, &WelcomePage::embeddedWorkspaceRequested, this, [this] {
        m_chooser->setCurrent(embeddedConnectionId);
        openQuery(newQuery(), false);
    });
}

void MainWindow::disconnectPage(QueryPage *page)
{
    for (const QObject *part : std::initializer_list<const QObject *>{this, m_picker, m_dialogs})
        stopListening(*page, *part);
}

void MainWindow::connectPage(QueryPage *page)
{
    page->setFormatter(CellFormatter(m_zone));
    connect(equip(*page, m_services), &AutoRefresh::due, this, [this, page] {
        if (page == currentPage())
            run(RunCause::Repeated);
    });
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        if (page == currentPage())
            updateActions();
    });
    connect(page, &QueryPage::titleChanged, this, &MainWindow::updateTitle);
    connect(page, &QueryPage::runRequested, this, &MainWindow::runCurrent);
    connect(page, &QueryPage::rangeRequested, m_picker, &TimeRangePicker::openPopup);
    connect(page, &QueryPage::settingsRequested, m_dialogs, &WindowDialogs::showNetworkSettings);
    connect(page, &QueryPage::editConnectionRequested, this, [this](const QString &id) {
        if (m_chooser->setCurrent(id) && !m_chooser->current().isBuiltIn())
            m_keeper->edit(m_chooser->current());
    });
    connect(&page->pane(), &ResultsPane::exportFinished, this, &MainWindow::updateActions);
}

QueryPage *MainWindow::currentPage() const
{
    return m_tabs->current();
}

Query MainWindow::newQuery() const
{
    Query query;
    query.range = m_picker->range();
    query.serverTimeoutSeconds = m_services.settings.get(settings::serverTimeout);
    return query;
}

QueryPage *MainWindow::openQuery(const Query &query, bool run, const QString &title)
{
    QueryPage *page = m_tabs->open(query, m_chooser->current().id, title);
    if (run)
        runCurrent();
    return page;
}

QueryPage *MainWindow::runSample(const SampleQuery &sample)
{
    Query query = newQuery();
    query.text = sample.text;
    query.language = sample.language;
    query.range = sample.range;
    m_chooser->setCurrent(embeddedConnectionId);
    return openQuery(query, true, sample.title);
}

void MainWindow::openFile(const QString &path)
{
    if (m_results->open(path))
        return;
    if (m_services.tables != nullptr && LocalTableCommands::isTableFile(path)) {
        if (!QFileInfo::exists(path))
            m_recent->remove(path);
        m_ownTables->openFiles({path});
        return;
    }
    if (const auto page = m_tabs->openFile(path, m_chooser->current().id, m_picker->range())) {
        m_recent->add(path);
    } else {
        m_recent->remove(path);
        showFailure(page.error());
    }
}

void MainWindow::save()
{
    if (QueryPage *page = currentPage())
        m_files->save(page, m_tabs->titleOf(page));
}

void MainWindow::showFailure(const Error &error)
{
    (currentPage() != nullptr ? currentPage() : openQuery(newQuery(), false))->showError(error);
}

void MainWindow::showPage(QueryPage *page)
{
    if (page != nullptr) {
        m_picker->setRange(page->range());
        if (page->connectionId().isEmpty())
            page->setConnectionId(m_chooser->current().id);
        m_chooser->setCurrent(page->connectionId());
        m_tabs->takeKeyboard(Qt::OtherFocusReason); // also of a tab that was brought back
    }
    updateTitle();
    m_status->follow(page);
    updateActions();
}

void MainWindow::updateTitle()
{
    const QueryPage *page = currentPage();
    // Qt adds the program's name where it is missing.
    setWindowTitle(page != nullptr ? m_tabs->titleOf(page) + QStringLiteral("[*]")
                                   : QGuiApplication::applicationDisplayName());
    setWindowModified(page != nullptr && !page->filePath().isEmpty() && page->isModified());
}

void MainWindow::updateActions()
{
    const QueryPage *page = currentPage();
    const bool hasPage = page != nullptr;
    m_actions->setPageActionsEnabled(hasPage);
    m_actions->query.stop->setEnabled(hasPage && page->isRunning());
    const bool hasRows = hasPage && page->hasRows();
    m_actions->setRowActionsEnabled(hasRows, hasRows && page->hasFilter());
    const TablePane *table = hasPage ? currentPage()->pane().currentTable() : nullptr;
    m_actions->results.sendFilters->setEnabled(hasRows && table != nullptr && table->canSendFilter());
    m_actions->results.exportRows->setEnabled(hasRows && !currentPage()->pane().isExporting());
}

void MainWindow::showZone(TimeRange::Zone zone)
{
    m_zone = zone;
    m_picker->setZone(zone);
    m_actions->view.localTime->setChecked(zone == TimeRange::Zone::Local);
    for (QueryPage *page : m_tabs->pages())
        page->setFormatter(CellFormatter(zone));
    m_details->update();
    m_docks->setZone(zone);
}

void MainWindow::run(RunCause cause)
{
    QueryPage *page = currentPage();
    if (page == nullptr)
        return;
    // What the chooser shows for a tab whose connection is gone is not where its query belongs.
    if (page->connectionId() == m_chooser->current().id)
        page->run(m_chooser->current(), cause);
    else {
        page->bar().setRepeatSeconds(0);
        page->refuseRun();
    }
}

bool MainWindow::event(QEvent *event)
{
    // What other programs did to the files while this one was behind them.
    if (event->type() == QEvent::WindowActivate)
        m_services.favourites.refresh();
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_tabs->hasUnsavedText()) {
        event->ignore();
        askToClose(this, [this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_settings.range = m_picker->range();
    // The person's own tables are gone at the next start.
    m_settings.connectionId =
        m_chooser->current().local ? QString(embeddedConnectionId) : m_chooser->current().id;
    m_settings.geometry = saveGeometry();
    m_settings.state = saveState();
    m_settings.favourites = m_docks->favourites().state();
    saveWindowSettings(m_services.settings, m_settings);
    QMainWindow::closeEvent(event);
}

} // namespace sonde
