#include "widgets/mainwindow.h"

#include "models/resultsmodel.h"
#include "widgets/aboutbox.h"
#include "widgets/actions.h"
#include "widgets/connectionchooser.h"
#include "widgets/connectionkeeper.h"
#include "widgets/findbar.h"
#include "widgets/icons.h"
#include "widgets/queryeditor.h"
#include "widgets/queryfile.h"
#include "widgets/queryfiles.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/samplequeries.h"
#include "widgets/statusline.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline
#include "widgets/welcomepage.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

namespace sonde {

MainWindow::MainWindow(const WindowServices &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_settings(loadWindowSettings(services.settings))
    , m_actions(new Actions(services.icons, this))
    , m_keeper(new ConnectionKeeper(services, this))
    , m_files(new QueryFiles(this))
    , m_chooser(new ConnectionChooser(services.icons, this))
    , m_picker(new TimeRangePicker(services.clock, services.icons, this))
    , m_tabs(new QueryTabs(services, this))
    , m_details(new RowDetailsDock(services.theme, services.icons, this))
    , m_status(new StatusLine(services.theme, services.icons, services.clock, this))
{
    setWindowTitle(QCoreApplication::applicationName());
    setWindowIcon(Icons::programIcon());
    m_actions->fill(*menuBar());
    makeToolBar();
    setCentralWidget(m_tabs);
    addDockWidget(Qt::RightDockWidgetArea, m_details);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);

    QAction *details = m_details->toggleViewAction();
    details->setShortcut(Qt::Key_F4);
    details->setIcon(services.icons.icon(QLatin1StringView("panel-right")));
    m_actions->viewMenu()->insertAction(m_actions->view.moveFocus, details);
    addAction(details);

    m_chooser->setConnections(m_keeper->connections());
    m_chooser->setCurrent(m_settings.connectionId);
    m_picker->setRange(m_settings.range);
    connectFileActions();
    connectEditActions();
    connectQueryActions();
    connectChoosers();
    updateZone(m_settings.zone);
    m_services.theme.setMode(m_settings.theme);
    m_actions->showThemeMode(m_services.theme.mode());
    resize(1200, 800);
    resizeDocks({m_details}, {360}, Qt::Horizontal);
    m_details->hide();
    restoreGeometry(m_settings.geometry);
    restoreState(m_settings.state);
    showPage(nullptr);
}

MainWindow::~MainWindow()
{
    // The parts still speak while they go, and there is no window any more to listen.
    disconnect(m_details, nullptr, this, nullptr);
    disconnect(m_tabs, nullptr, this, nullptr);
}

void MainWindow::makeToolBar()
{
    auto *bar = addToolBar(tr("Toolbar"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    bar->addWidget(m_chooser);
    bar->addWidget(m_picker);
    bar->addSeparator();
    bar->addActions({m_actions->query.run, m_actions->query.stop});
    bar->addSeparator();
    bar->addAction(m_actions->results.exportRows);
    for (QAction *action : {m_actions->query.run, m_actions->query.stop, m_actions->results.exportRows}) {
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

void MainWindow::connectFileActions()
{
    connect(m_actions->file.newTab, &QAction::triggered, this, [this] {
        Query query;
        query.range = m_picker->range();
        openQuery(query, false);
    });
    connect(m_actions->file.openFile, &QAction::triggered, m_files, &QueryFiles::askForFile);
    connect(m_files, &QueryFiles::fileChosen, this, &MainWindow::openFile);
    connect(m_actions->file.save, &QAction::triggered, this, [this] {
        if (QueryPage *page = currentPage())
            m_files->save(page, m_tabs->titleOf(page));
    });
    connect(m_actions->file.saveAs, &QAction::triggered, this, [this] {
        if (QueryPage *page = currentPage())
            m_files->saveAs(page, m_tabs->titleOf(page));
    });
    connect(m_actions->file.closeTab, &QAction::triggered, m_tabs, &QueryTabs::closeCurrent);
    connect(m_actions->file.reopenTab, &QAction::triggered, m_tabs, &QueryTabs::reopen);
    connect(m_actions->file.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->file.addConnection, &QAction::triggered, m_keeper, &ConnectionKeeper::add);
    connect(m_actions->help.about, &QAction::triggered, this, [this] { showAboutBox(this); });
    connect(m_actions, &Actions::themeModeChosen, &m_services.theme, &Theme::setMode);
    connect(&m_services.theme, &Theme::modeChanged, m_actions, &Actions::showThemeMode);
}

void MainWindow::connectEditActions()
{
    const auto withPage = [this](auto action) {
        return [this, action] {
            if (QueryPage *page = currentPage())
                action(*page);
        };
    };
    connect(m_actions->edit.undo, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.editor().undo(); }));
    connect(m_actions->edit.redo, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.editor().redo(); }));
    connect(m_actions->edit.copy, &QAction::triggered, this, &MainWindow::copy);
    connect(m_actions->results.copyWithHeaders, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.copy(true); }));
    connect(m_actions->edit.selectAll, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.selectAll(); }));
    connect(m_actions->edit.find, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.findBar().open(); }));
    connect(m_actions->edit.findNext, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.findBar().findNext(); }));
    connect(m_actions->edit.findPrevious, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.findBar().findPrevious(); }));
    connect(m_actions->edit.goToLine, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.editor().askForLine(); }));
    connect(m_actions->view.moveFocus, &QAction::triggered, this,
            withPage([](QueryPage &page) { page.moveFocus(); }));
    connect(m_actions->view.nextTab, &QAction::triggered, this, [this] { m_tabs->move(1); });
    connect(m_actions->view.previousTab, &QAction::triggered, this, [this] { m_tabs->move(-1); });
}

void MainWindow::connectQueryActions()
{
    connect(m_actions->query.run, &QAction::triggered, this, &MainWindow::runCurrent);
    connect(m_actions->query.stop, &QAction::triggered, this, [this] {
        if (QueryPage *page = currentPage())
            page->stop();
    });
    connect(m_actions->results.exportRows, &QAction::triggered, this, &MainWindow::askForExport);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    connect(escape, &QShortcut::activated, this, [this] {
        if (QueryPage *page = currentPage())
            page->escape();
    });
    connect(m_tabs, &QueryTabs::pageAdded, this, &MainWindow::connectPage);
    connect(m_tabs, &QueryTabs::currentChanged, this, &MainWindow::showPage);
    connect(m_details, &QDockWidget::visibilityChanged, this, &MainWindow::updateDetails);
}

void MainWindow::connectChoosers()
{
    connect(m_chooser, &ConnectionChooser::addRequested, m_keeper, &ConnectionKeeper::add);
    connect(m_chooser, &ConnectionChooser::editRequested, m_keeper, &ConnectionKeeper::edit);
    connect(m_chooser, &ConnectionChooser::currentChanged, this, [this](const Connection &connection) {
        if (QueryPage *page = currentPage())
            page->setConnectionId(connection.id);
    });
    connect(m_keeper, &ConnectionKeeper::changed, this, [this](const QString &id) {
        m_chooser->setConnections(m_keeper->connections());
        m_chooser->setCurrent(id);
    });
    connect(m_keeper, &ConnectionKeeper::failed, this, [this](const Error &error) {
        QueryPage *page = currentPage() != nullptr ? currentPage() : openQuery(Query(), false);
        page->showError(error);
    });
    connect(m_picker, &TimeRangePicker::rangeChanged, this, [this](const TimeRange &range) {
        if (QueryPage *page = currentPage())
            page->setRange(range);
    });
    connect(m_picker, &TimeRangePicker::zoneChanged, this, &MainWindow::updateZone);
    connect(m_actions->view.localTime, &QAction::toggled, this,
            [this](bool isLocal) { updateZone(isLocal ? TimeRange::Zone::Local : TimeRange::Zone::Utc); });
    WelcomePage &welcome = m_tabs->welcomePage();
    connect(&welcome, &WelcomePage::sampleRequested, this, &MainWindow::runSample);
    connect(&welcome, &WelcomePage::addConnectionRequested, m_keeper, &ConnectionKeeper::add);
    connect(&welcome, &WelcomePage::openFileRequested, m_files, &QueryFiles::askForFile);
    connect(&welcome, &WelcomePage::embeddedWorkspaceRequested, this, [this] {
        m_chooser->setCurrent(embeddedConnectionId);
        openQuery(Query(), false);
    });
}

void MainWindow::connectPage(QueryPage *page)
{
    page->setFormatter(CellFormatter(m_settings.zone));
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        if (page == currentPage())
            updateStatus();
    });
    connect(page, &QueryPage::runRequested, this, &MainWindow::runCurrent);
    connect(page, &QueryPage::rangeRequested, m_picker, &TimeRangePicker::openPopup);
    connect(page, &QueryPage::editConnectionRequested, this, [this](const QString &id) {
        if (m_chooser->setCurrent(id) && !m_chooser->current().embedded)
            m_keeper->edit(m_chooser->current());
    });
    connect(page, &QueryPage::currentRecordChanged, this, &MainWindow::updateDetails);
    // Rows that were replaced take their details with them.
    connect(page, &QueryPage::statusChanged, this, [this, page] {
        if (page == currentPage() && (!page->currentView() || !page->currentView()->currentIndex().isValid()))
            m_details->clear();
    });
    connect(page, &QueryPage::detailsRequested, m_details, &QDockWidget::show);
    connect(page, &QueryPage::copied, this,
            [this](qint64 rows) { m_status->showNote(tr("Copied %1").arg(describeRows(rows, {}))); });
    connect(&page->pane(), &ResultsPane::exportFinished, this, &MainWindow::updateActions);
}

QueryPage *MainWindow::currentPage() const
{
    return m_tabs->current();
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
    Query query;
    query.text = sample.text;
    query.language = sample.language;
    query.range = sample.range;
    m_chooser->setCurrent(embeddedConnectionId);
    return openQuery(query, true, sample.title);
}

void MainWindow::openFile(const QString &path)
{
    const Result<QString> text = readQueryFile(path);
    Query query;
    query.range = m_picker->range();
    query.text = text.value_or(QString());
    QueryPage *page = openQuery(query, false);
    if (text)
        page->setFilePath(QFileInfo(path).absoluteFilePath());
    else
        page->showError(text.error());
}

void MainWindow::showPage(QueryPage *page)
{
    if (page != nullptr) {
        m_picker->setRange(page->range());
        m_chooser->setCurrent(page->connectionId());
    }
    updateStatus();
    updateDetails();
}

void MainWindow::updateActions()
{
    const QueryPage *page = currentPage();
    const bool hasPage = page != nullptr;
    const bool isRunning = hasPage && page->isRunning();
    m_actions->setPageActionsEnabled(hasPage);
    m_actions->query.stop->setEnabled(isRunning);
    m_actions->file.reopenTab->setEnabled(m_tabs->canReopen());
    m_actions->results.exportRows->setEnabled(hasPage && page->hasRows() &&
                                              !currentPage()->pane().isExporting());
}

void MainWindow::updateStatus()
{
    const QueryPage *page = currentPage();
    m_status->setStatus(page != nullptr ? page->status() : RunStatus());
    updateActions();
}

void MainWindow::updateDetails()
{
    QueryPage *page = currentPage();
    const ResultsView *view = page != nullptr ? page->currentView() : nullptr;
    const QModelIndex current = view != nullptr ? view->currentIndex() : QModelIndex();
    if (!current.isValid())
        m_details->clear();
    else if (m_details->isVisible())
        m_details->showRecord(view->resultsModel().rows(), view->resultsModel().tableRow(current.row()));
}

void MainWindow::updateZone(TimeRange::Zone zone)
{
    m_settings.zone = zone;
    m_picker->setZone(zone);
    m_actions->view.localTime->setChecked(zone == TimeRange::Zone::Local);
    for (QueryPage *page : m_tabs->pages())
        page->setFormatter(CellFormatter(zone));
    m_details->setFormatter(CellFormatter(zone));
}

void MainWindow::runCurrent()
{
    if (QueryPage *page = currentPage())
        page->run(m_chooser->current());
}

void MainWindow::copy()
{
    if (m_details->isAncestorOf(focusWidget()))
        m_details->copyValue();
    else if (QueryPage *page = currentPage())
        page->copy(false);
}

void MainWindow::askForExport()
{
    QueryPage *page = currentPage();
    if (page == nullptr || !page->hasRows() || page->pane().isExporting())
        return;
    const ResultsView *view = page->currentView();
    ExportRequest initial = m_settings.exportChoices;
    const QString folder = initial.path.isEmpty() ? QDir::homePath() : initial.path;
    QString name = m_tabs->titleOf(page).section(u'.', 0, 0);
    name.replace(QRegularExpression(QStringLiteral("[\\\\/:*?\"<>|]")), QStringLiteral("_"));
    initial.path = QDir(folder).filePath(name + QStringLiteral(".csv"));
    auto *dialog = new ExportDialog(initial, view->resultsModel().rowCount(), view->selectedRowCount(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exportRequested, page, [this, page](const ExportRequest &request) {
        m_settings.exportChoices = request;
        m_settings.exportChoices.path = QFileInfo(request.path).absolutePath();
        m_settings.exportChoices.selectionOnly = false;
        page->pane().exportRows(request);
        updateActions();
    });
    dialog->open();
}

void MainWindow::askToClose()
{
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Close Sonde"),
                        tr("Some queries have changes that are in no file."), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("They are lost when the window closes."));
    QPushButton *close = box->addButton(tr("Close without saving"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(close, &QAbstractButton::clicked, this, [this] {
        m_mayClose = true;
        this->close();
    });
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_tabs->hasUnsavedText()) {
        event->ignore();
        askToClose();
        return;
    }
    m_settings.theme = m_services.theme.mode();
    m_settings.range = m_picker->range();
    m_settings.connectionId = m_chooser->current().id;
    m_settings.geometry = saveGeometry();
    m_settings.state = saveState();
    saveWindowSettings(m_services.settings, m_settings);
    QMainWindow::closeEvent(event);
}

} // namespace sonde
