#include "app/windows.h"
#include "support/fakewindowservices.h"
#include "widgets/connectionchooser.h"
#include "widgets/mainwindow.h"
#include "widgets/querydocument.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabbar.h"
#include "widgets/querytabs.h"
#include "widgets/statusline.h"
#include "widgets/windowlist.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>
#include <algorithm>

using namespace sonde;
using namespace std::chrono_literals;

/// Tabs that go from one window of a session to another.
class TestMovedTabs final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aTabGoesWithItsRunAndItsUndo();
    void theLastTabStays();
    void whatItLeavesHearsNoMoreOfIt();
    void keysInItsEditorAreTheNewWindows();
    void aNumberThatIsTakenThereIsAnother();
    void aWindowWithoutTabsShowsTheWelcomePage();
    void bothWindowsComeBack();
    void itsRunIsRecordedOnce();
    void theMenuListsTheOtherWindows();
    void aTabThatIsDraggedOutGetsAWindow();
    void aTabThatIsDroppedOnAnotherWindowGoesThere();
    void escapeCallsADragOff();

private:
    void start();
    void end();
    MainWindow &window(int number) const { return *m_windows->all().at(number); }
    QueryPage *open(MainWindow &in, const QString &text, bool run = false);
    static QAction *action(MainWindow &in, const QString &text);
    static void detach(MainWindow &from) { action(from, QStringLiteral("Detac&h tab"))->trigger(); }
    static QTabBar *barOf(MainWindow &in) { return in.tabs().findChild<QueryTabBar *>(); }
    static void dragTo(QTabBar &bar, int index, const QPoint &globalPosition);
    static bool shows(MainWindow &in, const QString &text);
    static ResultChunk oneRow();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeWindowServices> m_fakes;
    std::unique_ptr<DraftStore> m_store;
    std::unique_ptr<Windows> m_windows;
};

void TestMovedTabs::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_fakes = std::make_unique<FakeWindowServices>(m_dir->path());
    start();
}

void TestMovedTabs::cleanup()
{
    end();
    m_fakes.reset();
}

void TestMovedTabs::start()
{
    end();
    m_store = std::make_unique<DraftStore>(m_dir->filePath(QStringLiteral("sessions/1")));
    QVERIFY(m_store->open());
    m_windows = std::make_unique<Windows>(m_fakes->services(), *m_store);
    m_windows->restore();
    m_windows->show();
}

void TestMovedTabs::end()
{
    m_windows.reset();
    m_store.reset();
}

QueryPage *TestMovedTabs::open(MainWindow &in, const QString &text, bool run)
{
    Query query;
    query.text = text;
    query.range = TimeRange::last(3h);
    return in.openQuery(query, run);
}

QAction *TestMovedTabs::action(MainWindow &in, const QString &text)
{
    const QList<QAction *> actions = in.actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&text](const QAction *candidate) { return candidate->text() == text; });
    return found == actions.end() ? nullptr : *found;
}

void TestMovedTabs::dragTo(QTabBar &bar, int index, const QPoint &globalPosition)
{
    const QPoint from = bar.tabRect(index).center();
    const QPoint to = bar.mapFromGlobal(globalPosition);
    QTest::mousePress(&bar, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step)
        QTest::mouseMove(&bar, from + (to - from) * step / 10);
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, to);
}

bool TestMovedTabs::shows(MainWindow &in, const QString &text)
{
    const QList<QLabel *> labels = in.findChild<StatusLine *>()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

ResultChunk TestMovedTabs::oneRow()
{
    ColumnBuilder computer(QStringLiteral("Computer"), ColumnType::String);
    computer.appendText("web01");
    ResultChunk chunk;
    chunk.tableName = QStringLiteral("PrimaryResult");
    chunk.rows = Table({computer.build()}, 1);
    return chunk;
}

void TestMovedTabs::aTabGoesWithItsRunAndItsUndo()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *page = open(window(0), QStringLiteral("Perf"), true);
    page->setRange(TimeRange::last(7h));
    QTest::keyClicks(&page->editor(), QStringLiteral("x"));
    const QPointer<SearchJob> job = m_fakes->runner.last().job;
    QVERIFY(page->isRunning());
    detach(window(0));
    QCOMPARE(m_windows->all().size(), 2);
    QCOMPARE(window(1).currentPage(), page);
    QCOMPARE(window(0).tabs().pages().size(), 1);
    QVERIFY(page->isVisible() && page->editor().isAncestorOf(window(1).focusWidget()));
    QCOMPARE(window(1).windowTitle(), QStringLiteral("Query 2[*]"));
    QCOMPARE(window(0).windowTitle(), QStringLiteral("Query 1[*]"));
    QCOMPARE(window(1).size(), window(0).size());
    // The run goes on, and is the new window's to stop.
    QVERIFY(job && page->isRunning());
    QVERIFY(action(window(1), QStringLiteral("&Stop"))->isEnabled());
    QVERIFY(!action(window(0), QStringLiteral("&Stop"))->isEnabled());
    job->deliver(oneRow());
    job->finish(ResultInfo());
    QCOMPARE(page->status().state, RunStatus::State::Done);
    QVERIFY(shows(window(1), QStringLiteral("1 row")));
    QVERIFY(!shows(window(0), QStringLiteral("1 row")));
    QCOMPARE(page->range(), TimeRange::last(7h));
    page->editor().undo();
    QCOMPARE(page->query().text, QStringLiteral("Perf"));
}

void TestMovedTabs::theLastTabStays()
{
    QueryPage *first = open(window(0), QStringLiteral("Event"));
    QAction *detaching = action(window(0), QStringLiteral("Detac&h tab"));
    QVERIFY(!detaching->isEnabled());
    QueryPage *second = open(window(0), QStringLiteral("Perf"));
    QVERIFY(detaching->isEnabled());
    window(0).tabs().closeCurrent();
    QVERIFY(!detaching->isEnabled());
    dragTo(*barOf(window(0)), 0, window(0).mapToGlobal(QPoint(300, 400)));
    QCOMPARE(m_windows->all().size(), 1);
    QCOMPARE(window(0).currentPage(), first);
    QVERIFY(first != second);
}

void TestMovedTabs::whatItLeavesHearsNoMoreOfIt()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *page = open(window(0), QStringLiteral("Perf"));
    detach(window(0));
    // The page runs where it is, on what is chosen there, and once.
    window(1).findChild<ConnectionChooser *>()->setCurrent(page->connectionId());
    const qsizetype before = m_fakes->runner.runs().size();
    emit page->runRequested();
    QCOMPARE(m_fakes->runner.runs().size(), before + 1);
    QCOMPARE(m_fakes->runner.last().query.text, QStringLiteral("Perf"));
    // And survives the window that it came from.
    const QPointer<MainWindow> gone = &window(0);
    QVERIFY(gone->close());
    QTRY_VERIFY(gone.isNull());
    m_fakes->runner.last().job->deliver(oneRow());
    m_fakes->runner.last().job->finish(ResultInfo());
    QCOMPARE(page->status().rows, 1);
    emit page->detailsRequested();
    emit page->rangeRequested();
    action(window(0), QStringLiteral("&Run"))->trigger();
    QCOMPARE(m_fakes->runner.runs().size(), before + 2);
}

void TestMovedTabs::keysInItsEditorAreTheNewWindows()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *page = open(window(0), QStringLiteral("Perf"));
    const QList<QAction *> before = page->editor().actions();
    const qsizetype parts = page->findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly).size();
    detach(window(0));
    // Nor has it anything twice.
    QCOMPARE(page->findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly).size(), parts);
    const QList<QAction *> after = page->editor().actions();
    QCOMPARE(after.size(), before.size());
    for (QAction *there : after)
        QVERIFY(!before.contains(there) && window(1).actions().contains(there));
}

void TestMovedTabs::aNumberThatIsTakenThereIsAnother()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *moved = open(window(0), QStringLiteral("Perf"));
    QueryPage *named = open(window(0), QStringLiteral("Heartbeat"));
    named->document().setOwnTitle(QStringLiteral("Query 2"));
    MainWindow &other = m_windows->open();
    open(other, QStringLiteral("a"));
    open(other, QStringLiteral("b"));
    WindowList::move(moved, other.tabs());
    QCOMPARE(other.tabs().titleOf(moved), QStringLiteral("Query 3"));
    // A title that somebody gave is left alone.
    WindowList::move(named, other.tabs());
    QCOMPARE(other.tabs().titleOf(named), QStringLiteral("Query 2"));
}

void TestMovedTabs::aWindowWithoutTabsShowsTheWelcomePage()
{
    QueryPage *page = open(window(0), QStringLiteral("Event"));
    MainWindow &other = m_windows->open();
    WindowList::move(page, other.tabs());
    QVERIFY(window(0).currentPage() == nullptr);
    QVERIFY(window(0).tabs().findChild<QueryTabBar *>()->count() == 0);
    QVERIFY(!action(window(0), QStringLiteral("&Run"))->isEnabled());
    QCOMPARE(other.currentPage(), page);
    // Back again, before the one that is pinned there it may not stand.
    QueryPage *pinned = open(window(0), QStringLiteral("Perf"));
    window(0).tabs().setPinned(pinned, true);
    WindowList::move(page, window(0).tabs(), 0);
    QCOMPARE(window(0).tabs().pages(), (QList<QueryPage *>{pinned, page}));
}

void TestMovedTabs::bothWindowsComeBack()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *page = open(window(0), QStringLiteral("Perf"));
    QTest::keyClicks(&page->editor(), QStringLiteral("x"));
    detach(window(0));
    QTest::keyClicks(&page->editor(), QStringLiteral("y"));
    start();
    QCOMPARE(m_windows->all().size(), 2);
    QCOMPARE(window(0).tabs().pages().size(), 1);
    QCOMPARE(window(0).currentPage()->query().text, QStringLiteral("Event"));
    QCOMPARE(window(1).tabs().pages().size(), 1);
    QCOMPARE(window(1).currentPage()->query().text, QStringLiteral("xyPerf"));
}

void TestMovedTabs::itsRunIsRecordedOnce()
{
    QSignalSpy begun(&m_fakes->history, &HistoryStore::entryAdded);
    QSignalSpy ended(&m_fakes->history, &HistoryStore::entryChanged);
    open(window(0), QStringLiteral("Event"));
    open(window(0), QStringLiteral("Perf"), true);
    detach(window(0));
    const QPointer<MainWindow> gone = &window(0);
    QVERIFY(gone->close());
    QTRY_VERIFY(gone.isNull());
    m_fakes->runner.last().job->deliver(oneRow());
    m_fakes->runner.last().job->finish(ResultInfo());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(begun.count(), 1);
    const auto entry = ended.first().first().value<HistoryEntry>();
    QCOMPARE(entry.outcome, RunOutcome::Complete);
    QCOMPARE(entry.rows.value_or(0), 1);
}

void TestMovedTabs::theMenuListsTheOtherWindows()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *page = open(window(0), QStringLiteral("Perf"));
    MainWindow &other = m_windows->open();
    open(other, QStringLiteral("a"));
    open(other, QStringLiteral("b"));
    QTabBar &bar = *barOf(window(0));
    const QPoint place = bar.tabRect(1).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, bar.mapToGlobal(place));
    QCoreApplication::sendEvent(&bar, &event);
    auto *menu = window(0).tabs().findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    auto *windows = menu->findChild<QMenu *>();
    QVERIFY(windows != nullptr);
    QCOMPARE(windows->actions().size(), 1);
    QVERIFY(windows->actions().first()->text().startsWith(QStringLiteral("Query 2 and 1 ")));
    windows->actions().first()->trigger();
    QCOMPARE(other.currentPage(), page);
    QCOMPARE(other.tabs().pages().size(), 3);
}

void TestMovedTabs::aTabThatIsDraggedOutGetsAWindow()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *page = open(window(0), QStringLiteral("Perf"));
    // Along the bar, with a hand that is not quite steady, is no way out.
    QTabBar &bar = *barOf(window(0));
    dragTo(bar, 1, bar.mapToGlobal(bar.tabRect(0).center() + QPoint(0, bar.height())));
    QCOMPARE(m_windows->all().size(), 1);
    QCOMPARE(window(0).tabs().pages().first(), page);
    dragTo(bar, 0, window(0).mapToGlobal(QPoint(300, 400)));
    QCOMPARE(m_windows->all().size(), 2);
    QCOMPARE(window(1).currentPage(), page);
    QCOMPARE(window(0).tabs().pages().size(), 1);
}

void TestMovedTabs::aTabThatIsDroppedOnAnotherWindowGoesThere()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *page = open(window(0), QStringLiteral("Perf"));
    window(0).move(0, 0);
    window(0).resize(790, 400);
    MainWindow &other = m_windows->open();
    other.resize(790, 300);
    other.move(0, 450);
    QueryPage *first = open(other, QStringLiteral("a"));
    QVERIFY(QTest::qWaitForWindowExposed(&other));
    QTabBar &there = *barOf(other);
    dragTo(*barOf(window(0)), 1, there.mapToGlobal(there.tabRect(0).center()));
    QCOMPARE(m_windows->all().size(), 2);
    QCOMPARE(other.tabs().pages(), (QList<QueryPage *>{page, first}));
}

void TestMovedTabs::escapeCallsADragOff()
{
    open(window(0), QStringLiteral("Event"));
    QueryPage *page = open(window(0), QStringLiteral("Perf"), true);
    QTabBar &bar = *barOf(window(0));
    const QPoint out = bar.mapFromGlobal(window(0).mapToGlobal(QPoint(300, 400)));
    QTest::mousePress(&bar, Qt::LeftButton, {}, bar.tabRect(1).center());
    QTest::mouseMove(&bar, out);
    QCOMPARE(bar.cursor().shape(), Qt::DragMoveCursor);
    QTest::keyClick(window(0).windowHandle(), Qt::Key_Escape); // as it comes from the system
    QCOMPARE(bar.cursor().shape(), Qt::ArrowCursor);
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, out);
    QCOMPARE(m_windows->all().size(), 1);
    QVERIFY(page->isRunning());
}

QTEST_MAIN(TestMovedTabs)
#include "tst_movedtabs.moc"
