#include "widgets/historydock.h"

#include "historydockfixture.h"
#include "widgets/messagebar.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sonde;

class TestHistoryDock final : public HistoryDockFixture
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void emptyHistory();
    void opensByKeyAndMouse();
    void halfAQueryIsNotRun();
    void searches();
    void filters();
    void filterIsRemembered();
    void deletesAndUndoes();
    void copies();
    void asksToCompare();
    void menuOfARun();
    void menuOfOtherRuns();
    void neverKeeps();
    void clears();
    void saysWhatIsWrong();
    void everythingHasAName();
};

void TestHistoryDock::emptyHistory()
{
    show();
    QTRY_VERIFY(empty().isVisible());
    QCOMPARE(empty().sentence(), QStringLiteral("Queries that you run are remembered here."));
    QVERIFY(!m_dock->findChild<QToolButton *>(QStringLiteral("clear"))->isEnabled());
    QSignalSpy run(m_dock, &HistoryDock::runRequested);
    button("Run query")->click();
    QCOMPARE(run.count(), 1);
    put(QStringLiteral("Event"));
    QTRY_VERIFY(m_list->isVisible());
}

void TestHistoryDock::opensByKeyAndMouse()
{
    const qint64 id = put(QStringLiteral("Event"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    select(1);
    m_list->setFocus();
    QSignalSpy open(m_dock, &HistoryDock::openRequested);
    QTest::keyClick(m_list, Qt::Key_Return);
    QTest::keyClick(m_list, Qt::Key_Enter);
    QTest::keyClick(m_list, Qt::Key_Return, Qt::ControlModifier);
    const QPoint place = m_list->visualRect(m_list->currentIndex()).center();
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(open.count(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(open.at(i).at(0).value<HistoryEntry>().id, id);
        QCOMPARE(open.at(i).at(1).toBool(), i == 2);
    }
    // The name of the day is nothing to open, and is stepped over.
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {},
                       m_list->visualRect(m_list->model()->index(0, 0)).center());
    QCOMPARE(m_list->currentIndex().row(), 1);
    QTest::keyClick(m_list, Qt::Key_Up);
    QCOMPARE(m_list->currentIndex().row(), 1);
}

void TestHistoryDock::halfAQueryIsNotRun()
{
    put(QString(HistoryEntry::longestText + 1, u'x'));
    show();
    QTRY_COMPARE(rowCount(), 2);
    select(1);
    QSignalSpy open(m_dock, &HistoryDock::openRequested);
    QTest::keyClick(m_list, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(open.count(), 1);
    QVERIFY(!open.at(0).at(1).toBool());
    QVERIFY(!actionOf(openMenu(1), "Run again")->isEnabled());
}

void TestHistoryDock::searches()
{
    put(QStringLiteral("Event"), 20);
    put(QStringLiteral("Perf"), 10);
    show();
    QTRY_COMPARE(rowCount(), 3);
    m_dock->focusSearch();
    QCOMPARE(QGuiApplication::focusObject(), m_search);
    QTest::keyClicks(m_search, QStringLiteral("EVE"));
    QTRY_COMPARE(rowCount(), 2);
    QTest::keyClick(m_search, Qt::Key_Down);
    QCOMPARE(QGuiApplication::focusObject(), m_list);
    QCOMPARE(m_list->currentIndex().row(), 1);
    m_search->setFocus();
    QTest::keyClicks(m_search, QStringLiteral(" xyz"));
    QTRY_VERIFY(empty().isVisible());
    QCOMPARE(empty().sentence(), QStringLiteral("No run matches “EVE xyz”."));
    button("Show all runs")->click();
    QTRY_COMPARE(rowCount(), 3);
    m_search->setFocus();
    QTest::keyClicks(m_search, QStringLiteral("perf"));
    QTRY_COMPARE(rowCount(), 2);
    QTest::keyClick(m_search, Qt::Key_Escape); // not the window's
    QCOMPARE(m_search->text(), QString());
    QTRY_COMPARE(rowCount(), 3);
}

void TestHistoryDock::filters()
{
    RunEnd failed;
    failed.outcome = RunOutcome::Failed;
    failed.durationMs = 11'000;
    put(QStringLiteral("slow"), 20, failed);
    failed.durationMs = 100;
    put(QStringLiteral("quick"), 10, failed);
    put(QStringLiteral("runs"));
    show();
    QTRY_COMPARE(rowCount(), 4);
    const auto *chip = m_dock->findChild<QPushButton *>(QStringLiteral("chip"));
    QVERIFY(!chip->isVisible());
    filterBy("Failed");
    QTRY_COMPARE(rowCount(), 3);
    QCOMPARE(chip->text(), QStringLiteral("Failed"));
    filterBy("Over 10 s");
    QTRY_COMPARE(rowCount(), 2);
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->text(), QStringLiteral("Failed · over 10 s"));
    QCOMPARE(chip->accessibleName(), QStringLiteral("Remove the filter “Failed · over 10 s”"));
    filterBy("Any outcome");
    QCOMPARE(chip->text(), QStringLiteral("Over 10 s"));

    // Nothing left: it says why, and one button brings all back.
    filterBy("Over 1 min");
    QTRY_VERIFY(empty().isVisible());
    QCOMPARE(empty().sentence(), QStringLiteral("No run matches the filter “Over 1 min”."));
    QVERIFY(m_dock->findChild<QToolButton *>(QStringLiteral("clear"))->isEnabled());
    QTest::keyClicks(m_search, QStringLiteral("low"));
    QTRY_COMPARE(empty().sentence(), QStringLiteral("No run with the filter “Over 1 min” matches “low”."));
    button("Show all runs")->click();
    QTRY_COMPARE(rowCount(), 4);
    QVERIFY(m_search->text().isEmpty());
    QVERIFY(!chip->isVisible());

    filterBy("Stopped");
    QTRY_VERIFY(empty().isVisible());
    QTest::mouseClick(const_cast<QPushButton *>(chip), Qt::LeftButton);
    QTRY_COMPARE(rowCount(), 4);
    QCOMPARE(QGuiApplication::focusObject(), m_search);
    filterBy("Failed");
    QTRY_COMPARE(rowCount(), 3);
    QTest::mouseClick(const_cast<QPushButton *>(chip), Qt::LeftButton);
    QTRY_COMPARE(rowCount(), 4);
    QCOMPARE(QGuiApplication::focusObject(), m_list);
}

void TestHistoryDock::filterIsRemembered()
{
    put(QStringLiteral("Event"));
    show();
    filterBy("With rows");
    filterBy("Over 1 min");
    makeDock();
    show();
    QTRY_VERIFY(empty().isVisible());
    QCOMPARE(empty().sentence(), QStringLiteral("No run matches the filter “With rows · over 1 min”."));
    // What a hand wrote into the file is no filter.
    m_settings->set(settings::historyOutcome, QStringLiteral("odd"));
    m_settings->set(settings::historyLongerThan, 1234);
    makeDock();
    show();
    QTRY_COMPARE(rowCount(), 2);
}

void TestHistoryDock::deletesAndUndoes()
{
    for (int i = 0; i < 4; ++i)
        put(QStringLiteral("Q%1").arg(i), 100 - i);
    show();
    QTRY_COMPARE(rowCount(), 5);
    auto *undo = m_dock->findChild<UndoBar *>();
    QVERIFY(!undo->isVisible());
    select(1);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QTRY_COMPARE(rowCount(), 4);
    QTRY_VERIFY(undo->isVisible());
    // The next one is chosen, so that Delete can be pressed again.
    QCOMPARE(m_list->currentIndex().data().toString(), QStringLiteral("Q2"));
    QVERIFY(m_list->selectionModel()->isSelected(m_list->currentIndex()));
    QTest::keyClick(m_list, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rowCount(), 5);
    QVERIFY(!undo->isVisible());
    QTRY_COMPARE(m_list->currentIndex().data().toString(), QStringLiteral("Q3"));

    m_list->selectAll();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QTRY_VERIFY(empty().isVisible());
    QTRY_VERIFY(undo->isVisible());
    QVERIFY2(undo->sentence().startsWith(QLatin1String("4 ")), qPrintable(undo->sentence()));
    button("Undo")->click();
    QTRY_COMPARE(rowCount(), 5);
    QVERIFY(m_list->isVisible());
}

void TestHistoryDock::copies()
{
    put(QStringLiteral("// why\nEvent\n| take 5"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    select(1);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("// why\nEvent\n| take 5"));
}

void TestHistoryDock::asksToCompare()
{
    const qint64 older = put(QStringLiteral("Event"), 20);
    const qint64 newer = put(QStringLiteral("Event | count"), 10);
    put(QStringLiteral("Perf"));
    show();
    QTRY_COMPARE(rowCount(), 4);
    QSignalSpy asked(m_dock, &HistoryDock::compareRequested);
    const auto idsOf = [&asked](int call) {
        QList<qint64> ids;
        const auto entries = asked.at(call).at(0).value<QList<HistoryEntry>>();
        for (const HistoryEntry &entry : entries)
            ids << entry.id;
        return ids;
    };
    const auto press = [this] {
        QTest::keyClick(m_list, Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    };
    QMenu *menu = openMenu(2);
    QVERIFY(actionOf(menu, "Compare with the current tab")->isEnabled());
    delete menu;
    press();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(idsOf(0), QList<qint64>{newer});
    m_list->selectionModel()->select(m_list->model()->index(3, 0), QItemSelectionModel::Select);
    press();
    QCOMPARE(asked.count(), 2);
    QCOMPARE(idsOf(1), (QList<qint64>{older, newer})); // the older one first, whatever was chosen first
    m_list->selectAll();
    press();
    QCOMPARE(asked.count(), 2); // three have no two sides
}

void TestHistoryDock::menuOfARun()
{
    put(QStringLiteral("Event"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    QSignalSpy open(m_dock, &HistoryDock::openRequested);
    actionOf(openMenu(1), "Copy to a new tab")->trigger();
    actionOf(openMenu(1), "Run again")->trigger();
    QCOMPARE(open.count(), 2);
    QVERIFY(!open.at(0).at(1).toBool());
    QVERIFY(open.at(1).at(1).toBool());
    actionOf(openMenu(1), "Delete")->trigger();
    QTRY_COMPARE(rowCount(), 0);
}

void TestHistoryDock::menuOfOtherRuns()
{
    m_connection.id = QStringLiteral("gone");
    put(QStringLiteral("Event"));
    m_connection.id = embeddedConnectionId;
    put(QStringLiteral("Perf"));
    show();
    QTRY_COMPARE(rowCount(), 3);
    for (const int row : {1, 2}) {
        const QMenu *menu = openMenu(row);
        for (const QAction *action : menu->actions())
            QVERIFY(!action->text().startsWith(QLatin1String("Never keep")));
        delete menu;
    }
    const QMenu *menu = openMenu(0); // a day
    QCOMPARE(menu->actions().size(), 1);
}

void TestHistoryDock::neverKeeps()
{
    put(QStringLiteral("Event"), 10);
    m_connection.id = QStringLiteral("c2");
    put(QStringLiteral("Perf"));
    show();
    QTRY_COMPARE(rowCount(), 3);
    QSignalSpy never(m_dock, &HistoryDock::neverKeepRequested);
    actionOf(openMenu(2), "Never keep runs of “Contoso R&&D”…")->trigger();
    button("Cancel")->click();
    QCOMPARE(never.count(), 0);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    delete m_dock->findChild<QMenu *>();

    actionOf(openMenu(2), "Never keep runs of “Contoso R&&D”…")->trigger();
    const auto *box = m_window->findChild<QMessageBox *>();
    QCOMPARE(box->text(), QStringLiteral("Keep no more runs of “Contoso R&D”?"));
    QVERIFY(box->checkBox()->isChecked());
    button("Never keep")->click();
    QCOMPARE(never.count(), 1);
    QCOMPARE(never.at(0).at(0).toString(), QStringLiteral("c1"));
    QTRY_COMPARE(rowCount(), 2);
    QCOMPARE(m_list->model()->index(1, 0).data().toString(), QStringLiteral("Perf"));
}

void TestHistoryDock::clears()
{
    put(QStringLiteral("Event"));
    show();
    QTRY_COMPARE(rowCount(), 2);
    auto *clear = m_dock->findChild<QToolButton *>(QStringLiteral("clear"));
    clear->click();
    button("Cancel")->click();
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QCOMPARE(rowCount(), 2);
    clear->click();
    button("Clear history")->click();
    QTRY_COMPARE(rowCount(), 0);
    QTRY_VERIFY(empty().isVisible());
}

void TestHistoryDock::saysWhatIsWrong()
{
    const QString folder = m_folder->filePath(QStringLiteral("history"));
    QFile inTheWay(folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    show();
    QTRY_VERIFY(empty().sentence().startsWith(QLatin1String("The history could not be read or written.")));
    auto *messages = m_dock->findChild<MessageBar *>();
    m_store->begin(Query(), m_connection, m_clock.nowUtc());
    QTRY_VERIFY(messages->isVisible());
    QVERIFY(!messages->advice().isEmpty());
    // It mends itself with the next run.
    QVERIFY(inTheWay.remove());
    m_store->begin(Query(), m_connection, m_clock.nowUtc());
    QTRY_VERIFY(!messages->isVisible());
    QTRY_COMPARE(rowCount(), 3);
}

void TestHistoryDock::everythingHasAName()
{
    RunEnd end;
    end.rows = 1;
    put(QStringLiteral("Event"), 0, end);
    show();
    QTRY_COMPARE(rowCount(), 2);
    filterBy("With rows");
    m_search->setFocus();
    QList<QWidget *> order;
    for (int i = 0; i < 5; ++i) {
        order << QApplication::focusWidget();
        QVERIFY(!order.last()->accessibleName().isEmpty());
        QTest::keyClick(order.last(), Qt::Key_Tab);
    }
    QCOMPARE(order, (QList<QWidget *>{m_search, m_dock->findChild<QToolButton *>(QStringLiteral("filter")),
                                      m_dock->findChild<QToolButton *>(QStringLiteral("clear")),
                                      m_dock->findChild<QPushButton *>(QStringLiteral("chip")), m_list}));
}

QTEST_MAIN(TestHistoryDock)
#include "tst_historydock.moc"
