#include "models/resultsmodel.h"
#include "support/cells.h"
#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/emptystate.h"
#include "widgets/groupspane.h"
#include "widgets/querypage.h"
#include "widgets/querytabbar.h"
#include "widgets/querytabs.h"
#include "widgets/resultfiles.h"
#include "widgets/resultsheader.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/resulttabs.h"
#include "widgets/statusline.h"
#include "widgets/tablepane.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sonde;

namespace {

const auto otherQuery = QStringLiteral("Heartbeat | take 3");

} // namespace

/// Answers that stay in tabs of their own when others come.
class TestPinnedResults final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void staysWhenTheNextOnesCome();
    void goesWithoutPin();
    void isToldOfByItsOwnNotes();
    void isSavedAsItIs();
    void staysAsItWasSortedAndFiltered();
    void staysWhereTheEyeWas();
    void isNeverStale();
    void pinsWhatIsSeenWhileOthersAreAwaited();
    void pinsARunThatIsStoppedByTheNext();
    void keepsWhyARunFailed();
    void keepsEveryTable();
    void standsBesideAnAnswerWithoutRows();
    void aRunBringsTheLastAnswerToTheFront();
    void letsGoBeforeTheNextOnesCome();
    void closesAndComesBack();
    void closesForGood();
    void isRenamed();
    void aRenameEndsWhereTabsComeAndGo();
    void theNextAnswerComesWhereASecondTableWas();
    void anAnswerWithoutTablesHasNoName();
    void opensItsMenu();
    void followsTheZone();
    void goesWithItsTab();

private:
    MainWindow &window() { return m_fixture->window(); }
    QueryPage *page() { return window().currentPage(); }
    ResultsPane &pane() { return page()->pane(); }
    ResultTabs &tabs() { return pane().tabs(); }
    QueryTabBar *bar() { return tabs().findChild<QueryTabBar *>(); }
    UndoBar *undo() { return tabs().findChild<UndoBar *>(); }
    QAction *pin() { return window().findChild<Actions *>()->results.pin; }
    void run(const QString &text = {});
    void deliver(int first, int rows, int table = 0);
    void finish() { m_fixture->runner.last().job->finish(m_fixture->info()); }
    void runToEnd(int rows, const QString &text = {});
    /// Rows of the table in front.
    int rowsInFront() { return page()->currentView()->model()->rowCount(); }
    QStringList texts();

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestPinnedResults::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->openWindow();
    m_fixture->chooseConnection(m_fixture->connection.id);
    m_fixture->runToEnd(5);
}

void TestPinnedResults::cleanup()
{
    m_fixture.reset();
}

void TestPinnedResults::run(const QString &text)
{
    if (!text.isEmpty()) {
        Query query = page()->query();
        query.text = text;
        page()->setQuery(query);
    }
    page()->run(m_fixture->connection);
}

void TestPinnedResults::deliver(int first, int rows, int table)
{
    ResultChunk chunk = WindowFixture::chunk(first, rows);
    chunk.tableIndex = table;
    if (table > 0)
        chunk.tableName = QStringLiteral("Table_%1").arg(table);
    m_fixture->runner.last().job->deliver(chunk);
}

void TestPinnedResults::runToEnd(int rows, const QString &text)
{
    run(text);
    deliver(0, rows);
    finish();
}

QStringList TestPinnedResults::texts()
{
    QStringList all;
    for (int index = 0; index < bar()->count(); ++index)
        all << bar()->tabText(index);
    return all;
}

void TestPinnedResults::staysWhenTheNextOnesCome()
{
    QVERIFY(pin()->isEnabled() && !pin()->isChecked());
    QVERIFY(!bar()->isVisible());
    pin()->trigger();
    // It can be seen at once.
    QVERIFY(pin()->isChecked());
    QVERIFY(bar()->isVisible());
    QVERIFY(!bar()->tabIcon(0).isNull());
    QCOMPARE(texts(), QStringList{QStringLiteral("Results")});
    QVERIFY(bar()->tabButton(0, QTabBar::RightSide) == nullptr);

    const QPointer<ResultSet> first = pane().result();
    runToEnd(3, otherQuery);
    QVERIFY(first);
    QCOMPARE(texts(), (QStringList{QStringLiteral("Results"), QStringLiteral("16:02:03 · 5 rows")}));
    QCOMPARE(bar()->currentIndex(), 0);
    QCOMPARE(rowsInFront(), 3);
    QVERIFY(!pin()->isChecked());
    QVERIFY(bar()->tabIcon(0).isNull());
    QVERIFY(!bar()->tabIcon(1).isNull());
    QVERIFY(bar()->tabButton(1, QTabBar::RightSide)->isVisible());
    QVERIFY(bar()->accessibleTabName(1).endsWith(QLatin1String(", pinned")));
    const QString tip = bar()->tabToolTip(1);
    for (const QString &fact :
         {QStringLiteral("EventI == 7"), m_fixture->connection.name, QStringLiteral("Complete"),
          QStringLiteral("21 Nov 2026 16:02:00 to 22 Nov 2026 16:02:00 UTC"), QStringLiteral("Pinned")})
        QVERIFY2(tip.contains(fact), qPrintable(tip));

    bar()->setCurrentIndex(1);
    QCOMPARE(rowsInFront(), 5);
    QVERIFY(pin()->isChecked());
    QCOMPARE(page()->currentView()->table(), first->table(0));
    // Each answer that is pinned adds one, the latest first.
    tabs().showAnswer();
    pin()->trigger();
    runToEnd(2);
    QCOMPARE(texts(), (QStringList{QStringLiteral("Results"), QStringLiteral("16:02:03 · 3 rows"),
                                   QStringLiteral("16:02:03 · 5 rows")}));
}

void TestPinnedResults::goesWithoutPin()
{
    const QPointer<ResultSet> first = pane().result();
    runToEnd(3);
    QVERIFY(!first);
    QVERIFY(!bar()->isVisible());
    QCOMPARE(rowsInFront(), 3);
}

void TestPinnedResults::isToldOfByItsOwnNotes()
{
    pin()->trigger();
    runToEnd(3, otherQuery);
    QCOMPARE(pane().notes().query, otherQuery);
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("3 rows"));
    QVERIFY(pane().originNote().isEmpty());

    bar()->setCurrentIndex(1);
    QVERIFY(pane().notes().query.contains(QLatin1String("EventI == 7")));
    QCOMPARE(pane().notes().connection, m_fixture->connection.name);
    QCOMPARE(pane().exportableRows().all.table.rowCount(), std::size_t(5));
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("5 rows"));
    QVERIFY2(pane().originNote().startsWith(QStringLiteral("Pinned rows from 16:02:03 · in “Contoso")),
             qPrintable(pane().originNote()));
    // A run that goes on behind it changes nothing of that.
    run(otherQuery);
    bar()->setCurrentIndex(1);
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Complete"));
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("5 rows"));

    page()->currentView()->setCurrentIndex(page()->currentView()->model()->index(0, 1));
    QSignalSpy copied(page(), &QueryPage::copied);
    pane().copyAs(CopyForm::QueryWithResult);
    QVERIFY(copied.wait());
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.contains(QLatin1String("EventI == 7")), qPrintable(text));
    QVERIFY(!text.contains(otherQuery));
}

void TestPinnedResults::isSavedAsItIs()
{
    pin()->trigger();
    runToEnd(3, otherQuery);
    bar()->setCurrentIndex(1);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("kept.sonde-result"));
    auto *files = window().findChild<ResultFiles *>();
    // Also while another run goes on.
    run(otherQuery);
    bar()->setCurrentIndex(1);
    QSignalSpy ended(files, &ResultFiles::saveEnded);
    files->save(page(), file);
    QVERIFY(ended.wait());

    const QueryPage *before = page();
    window().openFile(file);
    QTRY_VERIFY(page() != before && !page()->isRunning());
    QVERIFY(page()->query().text.contains(QLatin1String("EventI == 7")));
    QCOMPARE(rowsInFront(), 5);
    // That of a file is pinned as another is.
    pin()->trigger();
    runToEnd(2);
    QCOMPARE(bar()->count(), 2);
    bar()->setCurrentIndex(1);
    QVERIFY(pane().originNote().startsWith(QStringLiteral("Opened from “kept.sonde-result”")));
}

void TestPinnedResults::staysAsItWasSortedAndFiltered()
{
    TablePane *table = pane().currentTable();
    table->view().header().sortBy(WindowFixture::CountColumn, false);
    table->view().setCurrentIndex(table->view().model()->index(0, WindowFixture::ComputerColumn));
    const QString left = table->view().currentIndex().data().toString();
    table->filterByCurrentCell(false);
    QTRY_COMPARE(table->view().model()->rowCount(), 4);
    table->view().setCurrentIndex(table->view().model()->index(2, WindowFixture::ComputerColumn));
    const QString chosen = table->view().currentIndex().data().toString();
    const RowFilter filter = table->filter();
    pin()->trigger();
    runToEnd(40);
    // The next one is looked at as the one before it was.
    QCOMPARE(pane().currentTable(), table);
    QVERIFY(table->filter() == filter);
    QTRY_COMPARE(rowsInFront(), 39);

    bar()->setCurrentIndex(1);
    TablePane *kept = pane().currentTable();
    QVERIFY(kept != table);
    QVERIFY(kept->filter() == filter);
    QVERIFY(kept->areFiltersShown());
    QTRY_COMPARE(kept->view().model()->rowCount(), 4);
    QCOMPARE(kept->view().header().sortKeys(), (std::vector<SortKey>{{WindowFixture::CountColumn, false}}));
    QCOMPARE(kept->view().currentIndex().data().toString(), chosen);
    for (int row = 1; row < 4; ++row)
        QVERIFY(kept->view()
                    .model()
                    ->index(row - 1, WindowFixture::CountColumn)
                    .data(ResultsModel::RawRole)
                    .toLongLong() <= kept->view()
                                         .model()
                                         ->index(row, WindowFixture::CountColumn)
                                         .data(ResultsModel::RawRole)
                                         .toLongLong());
    // From here on each goes its own way.
    kept->clearFilters();
    QTRY_COMPARE(rowsInFront(), 5);
    QVERIFY(table->filter() == filter);
    QVERIFY(!left.isEmpty());
}

void TestPinnedResults::staysWhereTheEyeWas()
{
    runToEnd(300);
    ResultsView *view = page()->currentView();
    view->setCurrentIndex(view->model()->index(100, WindowFixture::CountColumn));
    view->verticalScrollBar()->setValue(90);
    pin()->trigger();
    runToEnd(300);
    bar()->setCurrentIndex(1);
    QVERIFY(page()->currentView() != view);
    QTRY_COMPARE(page()->currentView()->verticalScrollBar()->value(), 90);
    QCOMPARE(page()->currentView()->currentIndex().row(), 100);
}

void TestPinnedResults::isNeverStale()
{
    pin()->trigger();
    runToEnd(3);
    run();
    QVERIFY(!pane().staleNote().isEmpty());
    auto isStale = [this](int tab) {
        bar()->setCurrentIndex(tab);
        return QTest::qWaitFor(
            [this] {
                const auto labels = pane().findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
                return std::any_of(labels.begin(), labels.end(), [this](const QLabel *label) {
                    return label->isVisible() && label->text() == pane().staleNote();
                });
            },
            1000);
    };
    QVERIFY(isStale(0));
    bar()->setCurrentIndex(1);
    const auto labels = pane().findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QLabel *label : labels)
        QVERIFY(!label->isVisible() || label->text() != pane().staleNote());
    QVERIFY(isStale(0));
}

void TestPinnedResults::pinsWhatIsSeenWhileOthersAreAwaited()
{
    run(otherQuery);
    QVERIFY(pin()->isEnabled());
    pin()->trigger();
    QCOMPARE(bar()->count(), 1);
    deliver(0, 2);
    QCOMPARE(texts(), (QStringList{QStringLiteral("Results"), QStringLiteral("16:02:03 · 5 rows")}));
    QVERIFY(!pin()->isChecked());
    finish();
    bar()->setCurrentIndex(1);
    QVERIFY(pane().notes().query.contains(QLatin1String("EventI == 7")));
}

void TestPinnedResults::pinsARunThatIsStoppedByTheNext()
{
    run(otherQuery);
    deliver(0, 2);
    pin()->trigger();
    deliver(2, 2); // it goes on growing
    QCOMPARE(rowsInFront(), 4);
    const QPointer<SearchJob> stopped = m_fixture->runner.last().job;
    runToEnd(3);
    QTRY_VERIFY(!stopped);
    QCOMPARE(texts().last(), QStringLiteral("16:02:03 · 4 rows"));
    bar()->setCurrentIndex(1);
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Stopped"));
    QCOMPARE(m_fixture->status().countsText(), QStringLiteral("4 rows"));
    QCOMPARE(pane().notes().completeness, QStringLiteral("Not all rows had come"));
    const StoredResult stored = storedResultOf(pane().answerInFront());
    QVERIFY(stored.info.completeness == Completeness::Partial);
    QVERIFY(stored.info.range.start.isValid());
}

void TestPinnedResults::keepsWhyARunFailed()
{
    run(otherQuery);
    deliver(0, 2);
    Error error;
    error.kind = ErrorKind::Service;
    error.message = QStringLiteral("The service broke off.");
    m_fixture->runner.last().job->finish(failure(error));
    pin()->trigger();
    runToEnd(3);
    bar()->setCurrentIndex(1);
    QCOMPARE(m_fixture->status().badgeText(), QStringLiteral("Failed"));
    const StoredResult stored = storedResultOf(pane().answerInFront());
    QCOMPARE(stored.info.reasons, QStringList{error.message});
    QCOMPARE(stored.query->text, otherQuery);
}

void TestPinnedResults::keepsEveryTable()
{
    run();
    deliver(0, 4);
    deliver(0, 6, 1);
    deliver(0, 7, 2);
    finish();
    QCOMPARE(bar()->count(), 3);
    bar()->setCurrentIndex(1);
    pin()->trigger();
    TablePane *second = pane().currentTable();
    run();
    deliver(0, 1);
    deliver(0, 2, 1);
    QCOMPARE(texts(), (QStringList{QStringLiteral("Results"), QStringLiteral("Table_1"),
                                   QStringLiteral("16:02:03 · 4 rows"), QStringLiteral("16:02:03 · Table_1"),
                                   QStringLiteral("16:02:03 · Table_2")}));
    finish();
    // The next one has one table: those of the pinned one do not care.
    runToEnd(3);
    QCOMPARE(texts(),
             (QStringList{QStringLiteral("Results"), QStringLiteral("16:02:03 · 4 rows"),
                          QStringLiteral("16:02:03 · Table_1"), QStringLiteral("16:02:03 · Table_2")}));
    tabs().bringToFront(*second);
    QCOMPARE(rowsInFront(), 6);
    QCOMPARE(pane().exportableRows().all.table.rowCount(), std::size_t(6));
    // They go together.
    pin()->trigger();
    QCOMPARE(bar()->count(), 1);
    QVERIFY(!bar()->isVisible());
}

void TestPinnedResults::standsBesideAnAnswerWithoutRows()
{
    pin()->trigger();
    run(otherQuery);
    finish();
    EmptyState &empty = pane().emptyState();
    QVERIFY(empty.isVisible());
    QVERIFY(bar()->isVisible());
    bar()->setCurrentIndex(1);
    QVERIFY(!empty.isVisible());
    QVERIFY(page()->currentView()->isVisible());
    QVERIFY(page()->hasRows());
    bar()->setCurrentIndex(0);
    QVERIFY(empty.isVisible());
    QVERIFY(!page()->hasRows());
}

void TestPinnedResults::aRunBringsTheLastAnswerToTheFront()
{
    pin()->trigger();
    runToEnd(3);
    bar()->setCurrentIndex(1);
    run();
    QCOMPARE(bar()->currentIndex(), 0);
    // Who has gone on to the pinned rows is left alone with them.
    bar()->setCurrentIndex(1);
    deliver(0, 4);
    finish();
    QCOMPARE(bar()->currentIndex(), 1);
    QCOMPARE(rowsInFront(), 5);
    // So is who looks at them while the query runs by itself.
    page()->run(m_fixture->connection, RunCause::Repeated);
    deliver(0, 6);
    finish();
    QCOMPARE(bar()->currentIndex(), 1);
}

void TestPinnedResults::letsGoBeforeTheNextOnesCome()
{
    const QPointer<ResultSet> first = pane().result();
    pin()->trigger();
    pin()->trigger();
    QVERIFY(!pin()->isChecked());
    QVERIFY(!bar()->isVisible());
    QCOMPARE(pane().result(), first.data());
    runToEnd(3);
    QVERIFY(!first);
    QCOMPARE(bar()->count(), 1);
}

void TestPinnedResults::closesAndComesBack()
{
    pin()->trigger();
    const QPointer<ResultSet> first = pane().result();
    runToEnd(3);
    pin()->trigger();
    runToEnd(2);
    bar()->setCurrentIndex(2);
    const ResultsView *view = page()->currentView();
    bar()->setFocus();
    QTest::keyClick(bar(), Qt::Key_Delete);
    QCOMPARE(bar()->count(), 2);
    QVERIFY(first); // it can still come back
    QVERIFY(undo()->isVisible());
    QCOMPARE(undo()->sentence(), QStringLiteral("The pinned results “16:02:03” were closed."));
    undo()->findChild<QPushButton *>(QStringLiteral("undo"))->click();
    QCOMPARE(texts(), (QStringList{QStringLiteral("Results"), QStringLiteral("16:02:03 · 3 rows"),
                                   QStringLiteral("16:02:03 · 5 rows")}));
    QVERIFY(!undo()->isVisible());
    QCOMPARE(bar()->currentIndex(), 2);
    QCOMPARE(page()->currentView(), view);
    QCOMPARE(rowsInFront(), 5);
    // The one in the middle, and back to its place.
    emit bar()->tabCloseRequested(1);
    QCOMPARE(rowsInFront(), 5);
    undo()->findChild<QPushButton *>(QStringLiteral("undo"))->click();
    QCOMPARE(texts().at(1), QStringLiteral("16:02:03 · 3 rows"));
    // The last answer has no such way out.
    bar()->setCurrentIndex(0);
    QTest::keyClick(bar(), Qt::Key_Delete);
    emit bar()->closeRequested(0);
    QCOMPARE(bar()->count(), 3);
}

void TestPinnedResults::closesForGood()
{
    const QPointer<ResultSet> first = pane().result();
    pin()->trigger();
    runToEnd(3);
    emit bar()->tabCloseRequested(1);
    QVERIFY(first);
    undo()->findChild<QToolButton *>()->click();
    QVERIFY(!first);
    // The next answer, too, ends what could be taken back.
    const QPointer<ResultSet> second = pane().result();
    pin()->trigger();
    runToEnd(2);
    emit bar()->tabCloseRequested(1);
    QVERIFY(second);
    runToEnd(2);
    QVERIFY(!second);
    QVERIFY(!undo()->isVisible());
}

/// Its line would stand over another tab, and name that one.
void TestPinnedResults::aRenameEndsWhereTabsComeAndGo()
{
    pin()->trigger();
    bar()->setFocus();
    QTest::keyClick(bar(), Qt::Key_F2);
    auto *edit = bar()->findChild<QLineEdit *>();
    QVERIFY(edit->isVisible());
    edit->setText(QStringLiteral("five rows"));
    run();
    deliver(0, 4);
    QVERIFY(!edit->isVisible());
    finish();
    QCOMPARE(texts(), (QStringList{QStringLiteral("Results"), QStringLiteral("16:02:03 · 5 rows")}));
    bar()->setCurrentIndex(1);
    QTest::keyClick(bar(), Qt::Key_F2);
    edit->setText(QStringLiteral("five rows"));
    pin()->trigger(); // lets go of it
    QVERIFY(!edit->isVisible());
}

void TestPinnedResults::theNextAnswerComesWhereASecondTableWas()
{
    pin()->trigger();
    run();
    deliver(0, 4);
    deliver(0, 6, 1);
    finish();
    bar()->setCurrentIndex(1);
    QCOMPARE(rowsInFront(), 6);
    runToEnd(3);
    QCOMPARE(bar()->currentIndex(), 0);
    QCOMPARE(rowsInFront(), 3);
}

void TestPinnedResults::anAnswerWithoutTablesHasNoName()
{
    pin()->trigger();
    bar()->setFocus();
    QTest::keyClick(bar(), Qt::Key_F2);
    auto *edit = bar()->findChild<QLineEdit *>();
    edit->setText(QStringLiteral("mine"));
    QTest::keyClick(edit, Qt::Key_Return);
    run();
    finish();
    QCOMPARE(texts().constFirst(), QStringLiteral("Results"));
    QVERIFY(bar()->tabIcon(0).isNull());
    QVERIFY(bar()->tabToolTip(0).isEmpty());
}

void TestPinnedResults::isRenamed()
{
    pin()->trigger();
    run();
    deliver(0, 4);
    deliver(0, 6, 1);
    finish();
    pin()->trigger();
    runToEnd(3);
    bar()->setCurrentIndex(1);
    bar()->setFocus();
    QTest::keyClick(bar(), Qt::Key_F2);
    auto *edit = bar()->findChild<QLineEdit *>();
    QVERIFY(edit->isVisible());
    QCOMPARE(edit->text(), QStringLiteral("16:02:03"));
    edit->setText(QStringLiteral("Before & after"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(texts().mid(1),
             (QStringList{QStringLiteral("Before && after"), QStringLiteral("Before && after · Table_1"),
                          QStringLiteral("16:02:03 · 5 rows")}));
    // What is not pinned is called as it is.
    bar()->setCurrentIndex(0);
    QTest::keyClick(bar(), Qt::Key_F2);
    QVERIFY(!edit->isVisible());
}

void TestPinnedResults::opensItsMenu()
{
    pin()->trigger();
    runToEnd(3);
    emit bar()->menuRequested(1, QPoint(10, 10));
    QCOMPARE(bar()->currentIndex(), 1);
    auto *menu = tabs().findChild<QMenu *>();
    QVERIFY(menu != nullptr);
    QVERIFY(menu->actions().contains(pin()));
    for (const QAction *action : menu->actions())
        QVERIFY(action->isSeparator() || action->isEnabled());
    menu->actions().last()->trigger();
    QCOMPARE(bar()->count(), 1);
    menu->close();
}

void TestPinnedResults::followsTheZone()
{
    pin()->trigger();
    runToEnd(3);
    emit bar()->tabCloseRequested(1);
    pane().setOwnZone("America/New_York");
    undo()->findChild<QPushButton *>(QStringLiteral("undo"))->click();
    QVERIFY(page()->currentView()->model()->index(0, 0).data().toString().contains(QLatin1String("11:02")));
}

void TestPinnedResults::goesWithItsTab()
{
    const QPointer<ResultSet> first = pane().result();
    pin()->trigger();
    runToEnd(3);
    bar()->setCurrentIndex(1);
    window().tabs().closeCurrent();
    QTRY_VERIFY(!first);
    QVERIFY(!pin()->isEnabled() && !pin()->isChecked());
}

QTEST_MAIN(TestPinnedResults)
#include "tst_pinnedresults.moc"
