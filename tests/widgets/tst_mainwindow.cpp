#include "core/clock.h"
#include "models/resultsmodel.h"
#include "stores/connectionstore.h"
#include "support/fakesearchrunner.h"
#include "support/fakesecretstore.h"
#include "support/windowfixture.h"
#include "widgets/connectionchooser.h"
#include "widgets/exportdialog.h"
#include "widgets/groupspane.h"
#include "widgets/mainwindow.h"
#include "widgets/messagebar.h"
#include "widgets/querypage.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/rowdetailsdock.h"
#include "widgets/statusline.h"
#include "widgets/tablefindbar.h"
#include "widgets/tablepane.h"
#include "widgets/timerangepicker.h"
#include "widgets/timerangepopup.h" // TimeRangePicker::popup() is inline

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHeaderView>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sonde;

/// Drives the real window with keys and clicks; only the service behind it is played by the test.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void beginsWithTheWelcomePage();
    void typesAndRuns();
    void shiftEnterRuns();
    void secondRunCancelsTheFirst();
    void pendsAndIsReplaced();
    void stops();
    void escapeClosesTheFindBarBeforeItStops();
    void escapeIsForTheRowsBeforeItIsForTheWindow();
    void sortsByHeaderClicks();
    void copiesCellsAndRows();
    void oldRowsStayGreyedUntilNewOnesCome();
    void failureKeepsRowsAndMarksTheQuery();
    void partialAnswerSaysWhy();
    void noRowsSaysSo();
    void runsTheSuggestedKql();
    void showsEveryResultTable();
    void showsRowDetails();
    void exportsToAFile();
    void exportThatFailsSaysWhy();
    void closingAsksOnlyForUnsavedText();
    void closedTabComesBack();
    void eachTabKeepsItsRangeAndConnection();
    void remembersItsSettings();
    void bothThemes();
    void fitsASmallScreen();

private:
    void typeQuery(const QString &text);
    QPoint headerPoint(int column) const;
    QString clipboard() const { return QApplication::clipboard()->text(); }

    std::unique_ptr<WindowFixture> m_fixture;
    MainWindow *m_window = nullptr;
};

void TestMainWindow::initTestCase()
{
    QApplication::setApplicationName(QStringLiteral("Sonde"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
}

void TestMainWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_window = &m_fixture->openWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestMainWindow::cleanup()
{
    m_fixture.reset();
}

void TestMainWindow::typeQuery(const QString &text)
{
    QTest::keyClick(m_window, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_window->currentPage() != nullptr);
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
    QTest::keyClicks(QApplication::focusWidget(), text);
    QCOMPARE(m_window->currentPage()->query().text, text);
}

QPoint TestMainWindow::headerPoint(int column) const
{
    const QHeaderView *header = m_window->currentPage()->currentView()->horizontalHeader();
    return {header->sectionViewportPosition(column) + 10, header->height() / 2};
}

void TestMainWindow::beginsWithTheWelcomePage()
{
    QVERIFY(m_window->currentPage() == nullptr);
    QVERIFY(!m_fixture->action(QStringLiteral("&Run"))->isEnabled());
    m_fixture->shoot(*m_window, "welcome");
}

void TestMainWindow::typesAndRuns()
{
    typeQuery(QStringLiteral("Event | take 3"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QCOMPARE(m_fixture->runner.runs().size(), 1);
    QCOMPARE(m_fixture->runner.last().query.text, QStringLiteral("Event | take 3"));
    QVERIFY(m_fixture->runner.last().connection.embedded);
    QVERIFY(m_fixture->action(QStringLiteral("&Stop"))->isEnabled());

    SearchJob *job = m_fixture->runner.last().job;
    SearchProgress progress;
    progress.stage = SearchProgress::Stage::SigningIn;
    job->reportProgress(progress);
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Signing in"));
    m_fixture->shoot(*m_window, "running");

    job->deliver(WindowFixture::chunk(0, 3));
    QCOMPARE(m_window->currentPage()->currentView()->model()->rowCount(), 3);
    ResultInfo info = m_fixture->info();
    info.elapsedMs = 412;
    job->finish(info);
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Complete"));
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("3 rows"));
    QCOMPARE(m_fixture->status().rangeText(), QStringLiteral("21 Nov 16:02 to 22 Nov 16:02 UTC"));
    QVERIFY(!m_fixture->action(QStringLiteral("&Stop"))->isEnabled());
    QTRY_VERIFY(m_fixture->runner.last().job.isNull());
}

void TestMainWindow::shiftEnterRuns()
{
    typeQuery(QStringLiteral("Event"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(m_fixture->runner.runs().size(), 1);
    QCOMPARE(m_window->currentPage()->query().text, QStringLiteral("Event"));
}

void TestMainWindow::secondRunCancelsTheFirst()
{
    typeQuery(QStringLiteral("Event"));
    QTest::keyClick(m_window, Qt::Key_F5);
    const QPointer<SearchJob> first = m_fixture->runner.last().job;
    const CancelStatePtr cancelled = first->cancelState();
    QTest::keyClick(m_window, Qt::Key_F5);
    QCOMPARE(m_fixture->runner.runs().size(), 2);
    QVERIFY(cancelled->isCancelled());
    // What the first one still says is nobody's business any more.
    first->deliver(WindowFixture::chunk(0, 5));
    QVERIFY(!m_window->currentPage()->hasRows());
    QTRY_VERIFY(first.isNull());
    QVERIFY(m_window->currentPage()->isRunning());
}

void TestMainWindow::pendsAndIsReplaced()
{
    typeQuery(QStringLiteral("Type=Event"));
    QTest::keyClick(m_window, Qt::Key_F5);
    SearchJob *job = m_fixture->runner.last().job;
    job->deliver(WindowFixture::chunk(0, 10, ResultChunk::Mode::Replace));
    SearchProgress pending;
    pending.stage = SearchProgress::Stage::Pending;
    pending.looks = 2;
    job->reportProgress(pending);
    QVERIFY(m_fixture->status().badgeText().contains(QStringLiteral("look 2")));
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("10 rows"));

    // The later answer has the rows elsewhere; what was selected stays selected.
    ResultsView *view = m_window->currentPage()->currentView();
    view->setCurrentIndex(view->model()->index(4, 0));
    const QString id = view->currentIndex().siblingAtColumn(WindowFixture::IdColumn).data().toString();
    job->deliver(WindowFixture::chunk(2, 20, ResultChunk::Mode::Replace));
    QCOMPARE(view->model()->rowCount(), 20);
    QCOMPARE(view->currentIndex().row(), 2);
    QCOMPARE(view->currentIndex().siblingAtColumn(WindowFixture::IdColumn).data().toString(), id);
    QVERIFY(view->selectionModel()->isRowSelected(2));

    ResultInfo info = m_fixture->info();
    info.total = 5310;
    info.completeness = Completeness::Capped;
    info.reasons = {QStringLiteral("The search asked for 20 rows.")};
    job->finish(info);
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Capped"));
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("20 of 5,310 rows"));
}

void TestMainWindow::stops()
{
    typeQuery(QStringLiteral("Event"));
    QTest::keyClick(m_window, Qt::Key_F5);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 4));
    QTest::keyClick(m_window, Qt::Key_F5, Qt::ShiftModifier);
    QTRY_VERIFY(!m_window->currentPage()->isRunning());
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Stopped"));
    QCOMPARE(m_window->currentPage()->currentView()->model()->rowCount(), 4);
    QVERIFY(m_fixture->messages().isHidden());
}

void TestMainWindow::escapeClosesTheFindBarBeforeItStops()
{
    typeQuery(QStringLiteral("Event"));
    QTest::keyClick(m_window, Qt::Key_F5);
    QTest::keyClick(m_window, Qt::Key_F, Qt::ControlModifier);
    auto *text = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(text != nullptr);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    QVERIFY(m_window->currentPage()->isRunning());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->currentPage()->isRunning());
}

void TestMainWindow::escapeIsForTheRowsBeforeItIsForTheWindow()
{
    m_fixture->runToEnd(8);
    TablePane *table = m_window->currentPage()->pane().currentTable();
    table->view().setFocus();
    table->view().setCurrentIndex(table->view().model()->index(0, WindowFixture::ComputerColumn));
    QTest::keyClick(m_window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(table->findBar().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!table->findBar().isVisible());
    QVERIFY(table->view().hasFocus());
    // The group that is chosen is let go, too.
    table->groupByCurrentColumn();
    auto *groups = table->groups().findChild<QTreeView *>();
    QTRY_COMPARE(groups->model()->rowCount(), 8);
    groups->setFocus();
    QTest::keyClick(groups, Qt::Key_Down);
    QTest::keyClick(groups, Qt::Key_Down);
    QTRY_COMPARE(table->view().model()->rowCount(), 1);
    QTest::keyClick(groups, Qt::Key_Escape);
    QTRY_COMPARE(table->view().model()->rowCount(), 8);
}

void TestMainWindow::sortsByHeaderClicks()
{
    m_fixture->runToEnd(8);
    ResultsView *view = m_window->currentPage()->currentView();
    QWidget *header = view->horizontalHeader()->viewport();
    const auto counts = [view] {
        QList<qlonglong> all;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            all.append(view->model()
                           ->index(row, WindowFixture::CountColumn)
                           .data(ResultsModel::RawRole)
                           .toLongLong());
        return all;
    };
    const QList<qlonglong> arrived = counts();
    QList<qlonglong> ascending = arrived;
    std::sort(ascending.begin(), ascending.end());
    QVERIFY(arrived != ascending);

    QTest::mouseClick(header, Qt::LeftButton, {}, headerPoint(WindowFixture::CountColumn));
    QTRY_COMPARE(counts(), ascending);
    QTest::mouseClick(header, Qt::LeftButton, {}, headerPoint(WindowFixture::CountColumn));
    QTRY_COMPARE(counts(), QList<qlonglong>(ascending.rbegin(), ascending.rend()));
    QTest::mouseClick(header, Qt::LeftButton, {}, headerPoint(WindowFixture::CountColumn));
    QTRY_COMPARE(counts(), arrived);
}

void TestMainWindow::copiesCellsAndRows()
{
    m_fixture->runToEnd(3);
    ResultsView *view = m_window->currentPage()->currentView();
    view->setFocus();
    view->setCurrentIndex(view->model()->index(1, WindowFixture::ComputerColumn));
    QApplication::clipboard()->clear();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(clipboard(), QStringLiteral("web02"));

    view->selectionModel()->select(QItemSelection(view->model()->index(0, WindowFixture::ComputerColumn),
                                                  view->model()->index(1, WindowFixture::CountColumn)),
                                   QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(clipboard(), QStringLiteral("Computer\tcount_\nweb01\t7919\nweb02\t5838"));

    // Whole values, not what the cell has room for: all digits of the instant, and nothing for a null.
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(clipboard().startsWith(QStringLiteral("2026-11-22T16:02:00.1234567Z\tweb01\t7919\t")));
    // Two between the rows, and one in each of the two messages, which are quoted.
    QCOMPARE(clipboard().count(u'\n'), 4);
}

void TestMainWindow::oldRowsStayGreyedUntilNewOnesCome()
{
    m_fixture->runToEnd(3);
    ResultsPane &pane = m_window->currentPage()->pane();
    QTest::keyClick(m_window, Qt::Key_F5);
    QCOMPARE(pane.currentView()->model()->rowCount(), 3);
    QVERIFY(pane.staleNote().contains(QStringLiteral("16:02:03")));
    m_fixture->shoot(*m_window, "stale");
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 2));
    QVERIFY(pane.staleNote().isEmpty());
    QCOMPARE(pane.currentView()->model()->rowCount(), 2);
}

void TestMainWindow::failureKeepsRowsAndMarksTheQuery()
{
    m_fixture->runToEnd(3);
    QTest::keyClick(m_window, Qt::Key_F5);
    Error error;
    error.kind = ErrorKind::Query;
    error.message = QStringLiteral("'where' operator: Failed to resolve column named 'EventI'.");
    error.advice = QStringLiteral("Correct the name and run the query again.");
    error.serviceCode = QStringLiteral("SEM0100");
    error.position = TextPosition{3, 8};
    m_fixture->runner.last().job->finish(tl::unexpected<Error>(error));
    QCOMPARE(m_fixture->messages().message(), error.message);
    QVERIFY(m_fixture->messages().isVisible());
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Failed"));
    QCOMPARE(m_window->currentPage()->currentView()->model()->rowCount(), 3);
    QVERIFY(!m_window->currentPage()->pane().staleNote().isEmpty());
    QCOMPARE(m_fixture->errorPosition(), (TextPosition{3, 8}));
    m_fixture->shoot(*m_window, "error");
    // An edit takes the mark away, a run the message.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!m_fixture->errorPosition());
    QTest::keyClick(m_window, Qt::Key_F5);
    QVERIFY(m_fixture->messages().isHidden());
}

void TestMainWindow::partialAnswerSaysWhy()
{
    typeQuery(QStringLiteral("Event"));
    QTest::keyClick(m_window, Qt::Key_F5);
    SearchJob *job = m_fixture->runner.last().job;
    job->deliver(WindowFixture::chunk(0, 4));
    ResultInfo info = m_fixture->info();
    info.completeness = Completeness::Partial;
    info.reasons = {QStringLiteral("The service cut the answer at 64 MB.")};
    job->finish(info);
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Partial"));
    QCOMPARE(m_fixture->messages().level(), MessageBar::Level::Warning);
    QCOMPARE(m_fixture->messages().advice(), info.reasons.constFirst());
    QCOMPARE(m_window->currentPage()->currentView()->model()->rowCount(), 4);
}

void TestMainWindow::noRowsSaysSo()
{
    m_fixture->runToEnd(3);
    QTest::keyClick(m_window, Qt::Key_F5);
    m_fixture->runner.last().job->finish(m_fixture->info());
    QVERIFY(!m_window->currentPage()->hasRows());
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("0 rows"));
    auto *button = m_fixture->button(QStringLiteral("Change the time range"));
    QVERIFY(button != nullptr && button->isVisible());
    m_fixture->shoot(*m_window, "norows");
}

void TestMainWindow::runsTheSuggestedKql()
{
    typeQuery(QStringLiteral("Type=Event"));
    QTest::keyClick(m_window, Qt::Key_F5);
    Error error;
    error.kind = ErrorKind::Gone;
    error.message = QStringLiteral("This service was switched off in 2019.");
    error.remedy = Remedy::RunAsKql;
    error.suggestedQuery = QStringLiteral("Event\n| take 100");
    m_fixture->runner.last().job->finish(tl::unexpected<Error>(error));
    QPushButton *button = m_fixture->button(MessageBar::remedyText(Remedy::RunAsKql));
    QVERIFY(button != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_fixture->runner.runs().size(), 2);
    QCOMPARE(m_fixture->runner.last().query.text, error.suggestedQuery);
    QCOMPARE(m_fixture->runner.last().query.language, QueryLanguage::Kql);
}

void TestMainWindow::showsEveryResultTable()
{
    typeQuery(QStringLiteral("Event; Heartbeat"));
    QTest::keyClick(m_window, Qt::Key_F5);
    SearchJob *job = m_fixture->runner.last().job;
    job->deliver(WindowFixture::chunk(0, 2));
    ResultChunk second = WindowFixture::chunk(0, 5);
    second.tableIndex = 1;
    second.tableName = QStringLiteral("Table_1");
    job->deliver(second);
    job->finish(m_fixture->info());
    QCOMPARE(m_window->currentPage()->pane().views().size(), 2);
    QCOMPARE(m_window->currentPage()->pane().views().at(1)->model()->rowCount(), 5);
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("7 rows"));
    // The next run has one table again.
    QTest::keyClick(m_window, Qt::Key_F5);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 1));
    QCOMPARE(m_window->currentPage()->pane().views().size(), 1);
}

void TestMainWindow::showsRowDetails()
{
    m_fixture->runToEnd(6);
    ResultsView *view = m_window->currentPage()->currentView();
    view->setCurrentIndex(view->model()->index(2, WindowFixture::ComputerColumn));
    QTest::keyClick(m_window, Qt::Key_F4);
    auto *dock = m_window->findChild<RowDetailsDock *>();
    QTRY_VERIFY(dock->isVisible());
    const auto *tree = dock->findChild<QTreeView *>();
    const auto valueOf = [tree](int row) { return tree->model()->index(row, 1).data().toString(); };
    QCOMPARE(valueOf(WindowFixture::ComputerColumn), QStringLiteral("web03"));
    view->setCurrentIndex(view->model()->index(3, WindowFixture::ComputerColumn));
    QCOMPARE(valueOf(WindowFixture::ComputerColumn), QStringLiteral("web04"));
    m_fixture->shoot(*m_window, "details");
    QTest::keyClick(m_window, Qt::Key_F4);
    QTRY_VERIFY(!dock->isVisible());
}

void TestMainWindow::exportsToAFile()
{
    m_fixture->runToEnd(3);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.csv"));
    QTest::keyClick(m_window, Qt::Key_E, Qt::ControlModifier);
    auto *dialog = m_window->findChild<ExportDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    m_fixture->shoot(*dialog, "export");
    ExportRequest request = dialog->request();
    request.path = path;
    request.options.guardFormulas = false;
    emit dialog->exportRequested(request, m_window->currentPage()->pane().exportableRows().all);
    dialog->close();
    QTRY_COMPARE(m_fixture->messages().level(), MessageBar::Level::Info);
    QTRY_VERIFY(m_fixture->messages().message().contains(QStringLiteral("rows.csv")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    // A header, three rows, two of them with a line break in the message, and the end of the last one.
    QCOMPARE(lines.size(), 7);
    QCOMPARE(lines.at(0), QByteArray("TimeGenerated,Computer,count_,Message,Properties,id\r"));
    QVERIFY(lines.at(1).startsWith("2026-11-22T16:02:00.1234567Z,web01,7919,"));
}

void TestMainWindow::exportThatFailsSaysWhy()
{
    m_fixture->runToEnd(3);
    ExportRequest request;
    request.path = QStringLiteral("/proc/no-such-folder/rows.csv");
    m_window->currentPage()->pane().exportRows(request, m_window->currentPage()->pane().exportableRows().all,
                                               m_window->currentPage()->pane().notes());
    QTRY_VERIFY(m_fixture->messages().isVisible());
    QCOMPARE(m_fixture->messages().level(), MessageBar::Level::Error);
    QVERIFY(!m_fixture->messages().message().isEmpty());
    QVERIFY(!m_window->currentPage()->pane().isExporting());
}

void TestMainWindow::closingAsksOnlyForUnsavedText()
{
    typeQuery(QStringLiteral("Event"));
    m_window->close();
    QVERIFY(m_window->isVisible());
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Close without saving")), Qt::LeftButton);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestMainWindow::closedTabComesBack()
{
    typeQuery(QStringLiteral("Heartbeat"));
    QTest::keyClick(m_window, Qt::Key_W, Qt::ControlModifier);
    QVERIFY(m_window->currentPage() == nullptr);
    QTest::keyClick(m_window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->currentPage() != nullptr);
    QCOMPARE(m_window->currentPage()->query().text, QStringLiteral("Heartbeat"));
}

void TestMainWindow::eachTabKeepsItsRangeAndConnection()
{
    auto *picker = m_window->findChild<TimeRangePicker *>();
    auto *chooser = m_window->findChild<ConnectionChooser *>();
    typeQuery(QStringLiteral("Event"));
    picker->setRange(TimeRange::last(std::chrono::hours(1)));
    typeQuery(QStringLiteral("Perf"));
    picker->setRange(TimeRange::last(std::chrono::hours(4)));
    m_fixture->chooseConnection(m_fixture->connection.id);
    QTest::keyClick(m_window, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage()->query().text, QStringLiteral("Event"));
    QCOMPARE(picker->range(), TimeRange::last(std::chrono::hours(1)));
    QVERIFY(chooser->current().embedded);
    QTest::keyClick(m_window, Qt::Key_PageDown, Qt::ControlModifier);
    QTest::keyClick(m_window, Qt::Key_F5);
    QCOMPARE(m_fixture->runner.last().query.range, TimeRange::last(std::chrono::hours(4)));
    QCOMPARE(m_fixture->runner.last().connection.id, m_fixture->connection.id);
}

void TestMainWindow::remembersItsSettings()
{
    m_window->findChild<TimeRangePicker *>()->setRange(TimeRange::last(std::chrono::hours(12)));
    m_window->findChild<ConnectionChooser *>()->setCurrent(m_fixture->connection.id);
    m_fixture->action(QStringLiteral("Times in &local time"))->trigger();
    m_window->close();
    MainWindow &again = m_fixture->openWindow();
    QCOMPARE(again.findChild<TimeRangePicker *>()->range(), TimeRange::last(std::chrono::hours(12)));
    QCOMPARE(again.findChild<TimeRangePicker *>()->zone(), TimeRange::Zone::Local);
    QCOMPARE(again.findChild<ConnectionChooser *>()->current().id, m_fixture->connection.id);
    m_window = &again;
}

void TestMainWindow::bothThemes()
{
    m_fixture->runToEnd(200);
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_fixture->theme.setMode(mode);
        const bool isDark = mode == Theme::Mode::Dark;
        // The table's own ground, as painted.
        const QWidget *viewport = m_window->currentPage()->currentView()->viewport();
        const auto painted = [this, viewport] {
            const QPoint inTable = viewport->mapTo(m_window, QPoint(viewport->width() - 3, 3));
            return m_window->grab().toImage().pixelColor(inTable);
        };
        QTRY_COMPARE(painted(), Theme::color(ColorRole::Base, isDark));
        m_fixture->shoot(*m_window, isDark ? "dark" : "light");
        QVERIFY(Theme::contrast(m_window->palette().color(QPalette::WindowText),
                                m_window->palette().color(QPalette::Window)) >= 4.5);
    }
}

void TestMainWindow::fitsASmallScreen()
{
    m_fixture->runToEnd(50);
    m_window->currentPage()->currentView()->selectRow(2);
    QTest::keyClick(m_window, Qt::Key_F4);
    m_window->resize(1024, 700);
    QVERIFY(m_window->minimumSizeHint().width() <= 1024);
    QVERIFY(m_window->minimumSizeHint().height() <= 700);
    QTRY_COMPARE(m_window->size(), QSize(1024, 700));
    m_fixture->shoot(*m_window, "small");
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
