#include "support/scenes.h"

#include "models/resultsmodel.h"
#include "stores/connectionfile.h"
#include "stores/draftstore.h"
#include "support/editorscenes.h"
#include "support/formatscene.h"
#include "support/historyscenes.h"
#include "support/kqlscenes.h"
#include "support/tablescenes.h"
#include "support/tabscenes.h"
#include "widgets/aboutdialog.h"
#include "widgets/actions.h"
#include "widgets/closequestion.h"
#include "widgets/columnkeeper.h"
#include "widgets/columnspopup.h"
#include "widgets/comparisonstrip.h"
#include "widgets/connectiondialog.h"
#include "widgets/connectionsdialog.h"
#include "widgets/draftkeeper.h"
#include "widgets/exportdialog.h"
#include "widgets/favouritedialog.h"
#include "widgets/favouritesdock.h"
#include "widgets/fieldtree.h"
#include "widgets/filterbox.h"
#include "widgets/filterrow.h"
#include "widgets/groupspane.h"
#include "widgets/historydock.h"
#include "widgets/importconnectionsdialog.h"
#include "widgets/linkquestion.h"
#include "widgets/progressline.h"
#include "widgets/querybar.h"
#include "widgets/querydocument.h"
#include "widgets/querypage.h"
#include "widgets/querytabs.h"
#include "widgets/resultfiles.h"
#include "widgets/resultsheader.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/resulttabs.h"
#include "widgets/rowcomparing.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/settingsdialog.h"
#include "widgets/shortcutsdialog.h"
#include "widgets/tablefindbar.h"
#include "widgets/tablepane.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h"
#include "widgets/valuespopup.h"
#include "widgets/wholecellwindow.h"
#include "widgets/wholetextview.h"
#include "widgets/zonedialog.h"

#include <QCoreApplication>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>
#include <algorithm>

namespace sonde {

namespace {

MainWindow &windowOf(const WindowFixture &fixture)
{
    return fixture.window();
}

Actions &actionsOf(const WindowFixture &fixture)
{
    return *windowOf(fixture).findChild<Actions *>();
}

template <typename Dialog>
Dialog *opened(const WindowFixture &fixture, QAction *action)
{
    action->trigger();
    return windowOf(fixture).findChild<Dialog *>();
}

QWidget *welcome(WindowFixture &fixture)
{
    return &windowOf(fixture);
}

QWidget *rows(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    return &windowOf(fixture);
}

QWidget *filteredRows(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    TablePane *table = windowOf(fixture).currentPage()->pane().currentTable();
    table->view().setCurrentIndex(table->view().model()->index(3, WindowFixture::ComputerColumn));
    table->filterByCurrentCell(false);
    (void)QTest::qWaitFor([table] { return table->view().resultsModel().isFiltered(); });
    return &windowOf(fixture);
}

QWidget *sortedColumns(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    TablePane *table = windowOf(fixture).currentPage()->pane().currentTable();
    ResultsView &view = table->view();
    view.header().sortBy(WindowFixture::ComputerColumn, false);
    view.header().sortBy(WindowFixture::CountColumn, true);
    (void)QTest::qWaitFor([&view] { return !view.resultsModel().isArranging(); });
    table->columns().move(WindowFixture::ComputerColumn, -9);
    table->columns().setFrozen(1);
    view.selectColumns(WindowFixture::CountColumn, false);
    (void)QTest::qWaitFor([table] { return !table->selectionFacts().isEmpty(); });
    return &windowOf(fixture);
}

QWidget *zoneOfTab(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    windowOf(fixture).currentPage()->pane().setOwnZone("America/New_York");
    return &windowOf(fixture);
}

QWidget *chooseZone(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    ResultsPane &pane = windowOf(fixture).currentPage()->pane();
    pane.setOwnZone("Europe/Amsterdam");
    pane.askForZone(fixture.clock.nowUtc());
    return pane.findChild<ZoneDialog *>();
}

QWidget *groupedRows(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    TablePane *table = windowOf(fixture).currentPage()->pane().currentTable();
    for (const int column : {WindowFixture::MessageColumn, WindowFixture::ComputerColumn}) {
        table->view().setCurrentIndex(table->view().model()->index(0, column));
        table->groupByCurrentColumn();
    }
    auto *tree = table->groups().findChild<QTreeView *>();
    (void)QTest::qWaitFor([tree] { return tree->model()->rowCount() > 0; });
    const QModelIndex first = tree->model()->index(0, 0);
    tree->expand(first);
    (void)QTest::qWaitFor([tree, first] { return tree->model()->rowCount(first) > 0; });
    tree->setCurrentIndex(tree->model()->index(1, 0, first));
    (void)QTest::qWaitFor([table] { return table->view().model()->rowCount() < 40; });
    return &windowOf(fixture);
}

/// Two answers that were pinned, the earlier one in front, and a later one.
QWidget *pinnedResults(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    QueryPage *page = windowOf(fixture).currentPage();
    for (const int count : {28, 31}) {
        page->pane().tabs().setFrontPinned(true);
        page->run(fixture.connection);
        fixture.runner.last().job->deliver(WindowFixture::chunk(2, count));
        fixture.runner.last().job->finish(fixture.info());
    }
    page->pane().tabs().bringToFront(*page->pane().tabs().panes().last());
    return &windowOf(fixture);
}

QWidget *findInRows(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    TablePane *table = windowOf(fixture).currentPage()->pane().currentTable();
    table->view().setCurrentIndex(table->view().model()->index(0, 0));
    table->findBar().openWith(QStringLiteral("web1"));
    (void)QTest::qWaitFor([table] { return table->view().currentIndex().column() != 0; });
    return &windowOf(fixture);
}

QWidget *columnList(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    TablePane *table = windowOf(fixture).currentPage()->pane().currentTable();
    table->columns().setHidden(WindowFixture::CountColumn, true);
    table->openColumns();
    return table->findChild<ColumnsPopup *>();
}

QWidget *noRowPasses(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    TablePane *table = windowOf(fixture).currentPage()->pane().currentTable();
    table->toggleFilters();
    auto *row = table->findChild<FilterRow *>();
    row->box(WindowFixture::ComputerColumn)->setText(QStringLiteral("/^web9[0-9]/"));
    row->box(WindowFixture::CountColumn)->setText(QStringLiteral(">many")); // cannot be read
    (void)QTest::qWaitFor([table] { return table->view().model()->rowCount() == 0; });
    return &windowOf(fixture);
}

QWidget *filterValues(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    TablePane *table = windowOf(fixture).currentPage()->pane().currentTable();
    table->toggleFilters();
    emit table->findChild<FilterRow *>()->box(WindowFixture::MessageColumn)->valuesRequested();
    auto *popup = table->findChild<ValuesPopup *>();
    (void)QTest::qWaitFor([popup] { return popup->findChild<QTreeWidget *>()->topLevelItemCount() > 0; });
    return popup;
}

QWidget *rowDetails(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    auto *view = windowOf(fixture).currentPage()->currentView();
    view->setCurrentIndex(view->model()->index(3, WindowFixture::PropertiesColumn));
    auto *details = windowOf(fixture).findChild<RowDetailsDock *>();
    details->show();
    details->tree().unfoldAll();
    return &windowOf(fixture);
}

template <WholeCellWindow::Page page>
QWidget *wholeValue(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    auto *view = windowOf(fixture).currentPage()->currentView();
    view->setCurrentIndex(view->model()->index(3, WindowFixture::PropertiesColumn));
    actionsOf(fixture).results.wholeCell->trigger();
    auto *window = windowOf(fixture).findChild<WholeCellWindow *>();
    window->showPage(page);
    const auto views = window->findChildren<WholeTextView *>();
    (void)QTest::qWaitFor([&views] {
        return std::none_of(views.begin(), views.end(),
                            [](const WholeTextView *text) { return text->isReading(); });
    });
    return window;
}

/// Rows of every severity, with texts that hide something.
ResultChunk eventChunk(int first, int count)
{
    ColumnBuilder time(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
    ColumnBuilder level(QStringLiteral("Level"), ColumnType::String);
    ColumnBuilder message(QStringLiteral("Message"), ColumnType::String);
    const std::pair<const char *, const char *> rows[]{
        {"Critical", "The disk is full.\nNothing more is written."},
        {"Error", "\x1b[31mfailed\x1b[0m to sign in at https://login.example.com/tenant?id=42"},
        {"Warning", "invoice\u202Efdp.exe was opened"},
        {"Information", "Started pay\u200Bpal.example"},
        {"Verbose", "Took 4 ms"},
        {"Unknown", "No level that is known"}};
    for (int row = first; row < first + count; ++row) {
        const auto &[name, text] = rows[row % static_cast<int>(std::size(rows))];
        time.appendInteger(parseIsoDateTime("2026-11-22T16:02:00Z").value() - row * ticksPerSecond);
        level.appendText(name);
        message.appendText(text);
    }
    ResultChunk chunk;
    chunk.rows = Table({time.build(), level.build(), message.build()}, static_cast<std::size_t>(count));
    return chunk;
}

QWidget *severities(WindowFixture &fixture)
{
    Query query;
    query.text = QStringLiteral("AppEvents\n");
    windowOf(fixture).openQuery(query, true, QStringLiteral("Events"));
    fixture.runner.last().job->deliver(eventChunk(0, 24));
    fixture.runner.last().job->finish(fixture.info());
    auto *view = windowOf(fixture).currentPage()->currentView();
    view->setCurrentIndex(view->model()->index(1, 2));
    windowOf(fixture).findChild<RowDetailsDock *>()->show();
    return &windowOf(fixture);
}

/// Rows that were pinned compared with later ones: some are new, and some are gone. The earlier ones, or the
/// later, are in front.
template <bool isEarlier>
QWidget *comparedRows(WindowFixture &fixture)
{
    Query query;
    query.text = QStringLiteral("AppEvents\n");
    windowOf(fixture).openQuery(query, true, QStringLiteral("Events"));
    fixture.runner.last().job->deliver(eventChunk(4, 24));
    fixture.runner.last().job->finish(fixture.info());
    QueryPage *page = windowOf(fixture).currentPage();
    ResultTabs &tabs = page->pane().tabs();
    tabs.setFrontPinned(true);
    page->run(fixture.connection);
    fixture.runner.last().job->deliver(eventChunk(0, 5));
    fixture.runner.last().job->deliver(eventChunk(7, 17));
    fixture.runner.last().job->finish(fixture.info());
    page->pane().comparing().start(tabs.pinned().front());
    const auto *strip = tabs.panes().first()->findChild<ComparisonStrip *>();
    (void)QTest::qWaitFor([strip] { return strip->isVisible(); });
    if (isEarlier)
        tabs.bringToFront(*tabs.panes().last());
    return &windowOf(fixture);
}

/// An address that pretends to lead elsewhere.
QWidget *linkQuestion(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    LinkQuestion::ask(
        QUrl(QStringLiteral("http://portal.azure.com@\u0430\u0440\u0440le.example/signin?id=42")),
        &windowOf(fixture));
    return windowOf(fixture).findChild<LinkQuestion *>();
}

QWidget *running(WindowFixture &fixture)
{
    Query query;
    query.text = QStringLiteral("Event\n");
    windowOf(fixture).openQuery(query, true, QStringLiteral("Errors"));
    SearchProgress progress;
    progress.stage = SearchProgress::Stage::Pending;
    progress.looks = 3;
    emit fixture.runner.last().job->progressed(progress);
    (void)QTest::qWaitFor(
        [&fixture] { return windowOf(fixture).currentPage()->pane().findChild<QPushButton *>() != nullptr; });
    return &windowOf(fixture);
}

QWidget *partialRows(WindowFixture &fixture)
{
    Query query;
    query.text = QStringLiteral("Perf\n");
    query.range = TimeRange::last(std::chrono::hours(168));
    windowOf(fixture).openQuery(query, true, QStringLiteral("Perf"));
    fixture.runner.last().job->deliver(WindowFixture::chunk(0, 40));
    ResultInfo info = fixture.info();
    info.completeness = Completeness::Partial;
    info.reasons = {QCoreApplication::translate(
        "LogsDecoder", "The service broke off among the rows, so some may be missing.")};
    Error error;
    error.kind = ErrorKind::Service;
    error.serviceCode = QStringLiteral("80DA0003");
    info.partialError = error;
    fixture.runner.last().job->finish(info);
    return &windowOf(fixture);
}

QWidget *noRows(WindowFixture &fixture)
{
    fixture.runToEnd(0);
    return &windowOf(fixture);
}

/// An answer of the service as it is, with what Sonde says beside it.
QWidget *refusedQuery(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    actionsOf(fixture).query.run->trigger();
    Error error;
    error.kind = ErrorKind::Query;
    error.message =
        QStringLiteral("'where' operator: Failed to resolve column or scalar expression named 'EventI'");
    error.advice = QCoreApplication::translate(
        "AnswerError", "The service refuses the query as it is: correct it and run it again.");
    error.detail = QStringLiteral("SEM0100");
    error.serviceCode = QStringLiteral("SEM0100");
    error.httpStatus = 400;
    error.position = TextPosition{3, 8};
    fixture.runner.last().job->finish(failure(error));
    return &windowOf(fixture);
}

QWidget *favouritesAndHistory(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    Favourite favourite;
    favourite.name = QStringLiteral("Failed logons by account");
    favourite.tags = {QStringLiteral("security")};
    favourite.text =
        QStringLiteral("SecurityEvent\n| where EventID == 4625\n| summarize count() by Account\n");
    FavouriteStore &store = fixture.favourites();
    (void)store.load();
    (void)store.add(favourite, store.ownFolder());
    actionsOf(fixture).view.favourites->trigger();
    actionsOf(fixture).view.history->trigger();
    (void)QTest::qWaitFor([&store] { return store.listings().size() > 1; });
    return &windowOf(fixture);
}

QWidget *recovery(WindowFixture &fixture)
{
    for (const char *text :
         {"Heartbeat\n| summarize max(TimeGenerated) by Computer\n", "Perf\n", "Event\n"}) {
        Query query;
        query.text = QString::fromLatin1(text);
        windowOf(fixture).openQuery(query, false, query.text.section(u'\n', 0, 0));
    }
    RestoredSession session;
    session.endedCleanly = false;
    WindowLayout window;
    for (const QueryPage *page : windowOf(fixture).tabs().pages())
        window.tabs.append(page->document().id());
    session.layout.windows.append(window);
    DraftKeeper::tell(session, windowOf(fixture).tabs());
    return &windowOf(fixture);
}

QWidget *timeRange(WindowFixture &fixture)
{
    auto *picker = windowOf(fixture).findChild<TimeRangePicker *>();
    picker->openPopup();
    return picker->popup();
}

QWidget *connections(WindowFixture &fixture)
{
    return opened<ConnectionsDialog>(fixture, actionsOf(fixture).file.manageConnections);
}

void playProbe(const WindowFixture &fixture)
{
    ProbeJob *job = fixture.probe.last().job;
    ProbeStep step;
    for (const auto kind : {ProbeStep::Kind::Name, ProbeStep::Kind::Secure}) {
        step.kind = kind;
        step.state = ProbeStep::State::Passed;
        emit job->stepChanged(step);
    }
    step.kind = ProbeStep::Kind::SignIn;
    step.state = ProbeStep::State::Failed;
    step.error = Error();
    step.error->kind = ErrorKind::SignIn;
    step.error->message = QCoreApplication::translate("SignInError", "The client secret is wrong.");
    step.error->advice = QCoreApplication::translate(
        "SignInError", "Enter the value of the secret, not its id, in the connection.");
    step.error->serviceCode = QStringLiteral("AADSTS7000215");
    emit job->stepChanged(step);
    step.error.reset();
    for (const auto kind : {ProbeStep::Kind::Workspace, ProbeStep::Kind::Permission}) {
        step.kind = kind;
        step.state = ProbeStep::State::NotReached;
        emit job->stepChanged(step);
    }
    emit job->finished(false);
}

QWidget *newConnection(WindowFixture &fixture)
{
    return opened<ConnectionDialog>(fixture, actionsOf(fixture).file.addConnection);
}

QWidget *testedConnection(WindowFixture &fixture)
{
    auto *dialog = opened<ConnectionDialog>(fixture, actionsOf(fixture).file.addConnection);
    dialog->setConnection(fixture.connection);
    dialog->findChild<QLineEdit *>(QStringLiteral("secret"))->setText(QStringLiteral("typed"));
    dialog->findChild<QPushButton *>(QStringLiteral("test"))->click();
    playProbe(fixture);
    return dialog;
}

QWidget *importConnections(WindowFixture &fixture)
{
    ImportedConnection added;
    added.connection = fixture.connection;
    added.connection.id = QStringLiteral("7b1d6d1e-0000-4000-8000-000000000002");
    added.connection.name = QStringLiteral("Contoso test");
    ImportedConnection taken = added;
    taken.connection.name = fixture.connection.name;
    taken.state = ImportedConnection::State::NameTaken;
    taken.existingId = fixture.connection.id;
    taken.signsInElsewhere = true;
    auto *dialog = new ImportConnectionsDialog(QStringLiteral("connections.json"), {added, taken},
                                               fixture.theme, fixture.icons, &windowOf(fixture));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

template <SettingsDialog::Page page>
QWidget *settingsPage(WindowFixture &fixture)
{
    auto *dialog = opened<SettingsDialog>(fixture, actionsOf(fixture).file.settings);
    dialog->showPage(page);
    return dialog;
}

/// Saved, closed, and opened again.
QWidget *openedResult(WindowFixture &fixture)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Failing disks.sonde-result"));
    MainWindow &window = windowOf(fixture);
    fixture.chooseConnection(fixture.connection.id);
    fixture.runToEnd(40);
    window.findChild<ResultFiles *>()->save(window.currentPage(), path);
    (void)QTest::qWaitFor([&path] { return QFile::exists(path); });
    window.tabs().closeCurrent();
    window.openFile(path);
    (void)QTest::qWaitFor([&window] {
        const QueryPage *page = window.currentPage();
        return page != nullptr && page->status().state == RunStatus::State::Done;
    });
    // Two instants are cut in the middle where the toolbar is narrow, as everywhere; that is not shown here.
    window.findChild<TimeRangePicker *>()->setRange(TimeRange());
    return &window;
}

QWidget *runsAgain(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    windowOf(fixture).currentPage()->bar().setRepeatSeconds(30);
    return &windowOf(fixture);
}

QWidget *exportRows(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    return opened<ExportDialog>(fixture, actionsOf(fixture).results.exportRows);
}

QWidget *saveFavourite(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    return opened<FavouriteDialog>(fixture, actionsOf(fixture).file.saveAsFavourite);
}

QWidget *closeQuestion(WindowFixture &fixture)
{
    askToClose(&windowOf(fixture), [] {});
    return windowOf(fixture).findChild<QMessageBox *>();
}

QWidget *shortcuts(WindowFixture &fixture)
{
    return opened<ShortcutsDialog>(fixture, actionsOf(fixture).help.shortcuts);
}

QWidget *about(WindowFixture &fixture)
{
    return opened<AboutDialog>(fixture, actionsOf(fixture).help.about);
}

} // namespace

const QList<Scene> &scenes()
{
    static const QList<Scene> own{
        {"welcome", Scene::Kind::Window, welcome},
        {"rows", Scene::Kind::Window, rows},
        {"filtered-rows", Scene::Kind::Window, filteredRows},
        {"find-in-rows", Scene::Kind::Window, findInRows},
        {"runs-again", Scene::Kind::Window, runsAgain},
        {"zone-of-tab", Scene::Kind::Window, zoneOfTab},
        {"grouped-rows", Scene::Kind::Window, groupedRows},
        {"pinned-results", Scene::Kind::Window, pinnedResults},
        {"compared-rows", Scene::Kind::Window, comparedRows<false>},
        {"compared-rows-pinned", Scene::Kind::Window, comparedRows<true>},
        {"column-formats", Scene::Kind::Window, columnFormats},
        {"sorted-columns", Scene::Kind::Window, sortedColumns},
        {"no-row-passes", Scene::Kind::Window, noRowPasses},
        {"severities", Scene::Kind::Window, severities},
        {"row-details", Scene::Kind::Window, rowDetails},
        {"running", Scene::Kind::Window, running},
        {"partial-rows", Scene::Kind::Window, partialRows},
        {"opened-result", Scene::Kind::Window, openedResult},
        {"no-rows", Scene::Kind::Window, noRows},
        {"refused-query", Scene::Kind::Window, refusedQuery},
        {"favourites-and-history", Scene::Kind::Window, favouritesAndHistory},
        {"recovery", Scene::Kind::Window, recovery},
        {"whole-value", Scene::Kind::Dialog, wholeValue<WholeCellWindow::LinesPage>},
        {"whole-value-tree", Scene::Kind::Dialog, wholeValue<WholeCellWindow::TreePage>},
        {"link-question", Scene::Kind::Dialog, linkQuestion},
        {"filter-values", Scene::Kind::Dialog, filterValues},
        {"time-zone", Scene::Kind::Dialog, chooseZone},
        {"columns", Scene::Kind::Dialog, columnList},
        {"time-range", Scene::Kind::Dialog, timeRange},
        {"connections", Scene::Kind::Dialog, connections},
        {"connection-new", Scene::Kind::Dialog, newConnection},
        {"connection-tested", Scene::Kind::Dialog, testedConnection},
        {"connections-import", Scene::Kind::Dialog, importConnections},
        {"settings-general", Scene::Kind::Dialog, settingsPage<SettingsDialog::General>},
        {"settings-fonts", Scene::Kind::Dialog, settingsPage<SettingsDialog::Fonts>},
        {"settings-network", Scene::Kind::Dialog, settingsPage<SettingsDialog::Network>},
        {"settings-export", Scene::Kind::Dialog, settingsPage<SettingsDialog::Export>},
        {"settings-snippets", Scene::Kind::Dialog, settingsPage<SettingsDialog::Snippets>},
        {"settings-privacy", Scene::Kind::Dialog, settingsPage<SettingsDialog::Privacy>},
        {"export", Scene::Kind::Dialog, exportRows},
        {"favourite", Scene::Kind::Dialog, saveFavourite},
        {"close-question", Scene::Kind::Dialog, closeQuestion},
        {"shortcuts", Scene::Kind::Dialog, shortcuts},
        {"about", Scene::Kind::Dialog, about},
    };
    static const QList<Scene> all =
        own + editorScenes() + historyScenes() + kqlScenes() + tableScenes() + tabScenes();
    return all;
}

} // namespace sonde
