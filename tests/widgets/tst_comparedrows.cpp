#include "models/resultsmodel.h"
#include "support/windowfixture.h"
#include "widgets/actions.h"
#include "widgets/comparisonstrip.h"
#include "widgets/messagebar.h"
#include "widgets/queryeditor.h"
#include "widgets/querypage.h"
#include "widgets/querytabbar.h"
#include "widgets/querytabs.h"
#include "widgets/resultsheader.h"
#include "widgets/resultspane.h"
#include "widgets/resultsview.h"
#include "widgets/resulttabs.h"
#include "widgets/rowcomparing.h"
#include "widgets/tablepane.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace sonde;

/// The rows of the last answer compared with pinned ones, in the window.
class TestComparedRows final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void marksWhatOnlyOneHas();
    void saysThatNothingDiffers();
    void marksStayWithTheirRows();
    void showsOnlyTheRowsThatDiffer();
    void goesFromOneToTheNext();
    void comparesThePinnedOneInFront();
    void asksWhichWhereThereAreSeveral();
    void saysWhichColumnsAreLeftOut();
    void refusesTablesWithoutACommonColumn();
    void comparesAgainWhenRowsCome();
    void comparesTheTableInFront();
    void endsByHand();
    void goesOnWithTheNextAnswer();
    void onlyTheseStaysWantedWhileRowsAreCounted();
    void onlyTheseGoesWithTheOtherFilters();
    void goesOnWithTheSameTable();
    void goesToTheOtherTableWhereThisOneHasNone();
    void showsThePinnedRowsWhereNoneHaveCome();
    void endsWhereTheAnswerIsPinned();
    void endsWithAnotherQuery();
    void endsWithThePinnedOne();
    void canBeStopped();
    void followsTheNameOfThePinnedOne();

private:
    MainWindow &window() { return m_fixture->window(); }
    QueryPage *page() { return window().currentPage(); }
    ResultTabs &tabs() { return page()->pane().tabs(); }
    RowComparing &comparing() { return page()->pane().comparing(); }
    QueryTabBar *bar() { return tabs().findChild<QueryTabBar *>(); }
    const Actions::ResultsActions &actions() { return window().findChild<Actions *>()->results; }
    TablePane *table() { return page()->pane().currentTable(); }
    ComparisonStrip *strip() { return table()->findChild<ComparisonStrip *>(); }
    void runToEnd(int first, int rows);
    bool compare();
    bool waitForShown();
    /// The records that are marked in the table in front, as it shows them.
    QList<int> marked();
    QList<int> records();

    std::unique_ptr<WindowFixture> m_fixture;
};

/// Records 0 to 39 are pinned; 3 to 44 are the last answer.
void TestComparedRows::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->openWindow();
    m_fixture->chooseConnection(m_fixture->connection.id);
    m_fixture->runToEnd(40);
    QVERIFY(!actions().compare->isEnabled());
    tabs().setFrontPinned(true);
    QVERIFY(!actions().compare->isEnabled()); // with itself
    runToEnd(3, 42);
    QVERIFY(actions().compare->isEnabled());
    QVERIFY(!actions().nextDifference->isEnabled());
}

void TestComparedRows::cleanup()
{
    m_fixture.reset();
}

void TestComparedRows::runToEnd(int first, int rows)
{
    page()->run(m_fixture->connection);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(first, rows));
    m_fixture->runner.last().job->finish(m_fixture->info());
}

bool TestComparedRows::waitForShown()
{
    QSignalSpy shown(&comparing(), &RowComparing::shown);
    return shown.wait();
}

bool TestComparedRows::compare()
{
    actions().compare->trigger();
    return waitForShown();
}

QList<int> TestComparedRows::records()
{
    QList<int> all;
    const QAbstractItemModel *model = table()->view().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString id = model->index(row, WindowFixture::IdColumn).data().toString();
        all << id.section(u'-', 1).toInt();
    }
    return all;
}

QList<int> TestComparedRows::marked()
{
    const QList<int> all = records();
    QList<int> found;
    for (int row = 0; row < all.size(); ++row) {
        if (table()->view().resultsModel().isMarked(row))
            found << all.at(row);
    }
    return found;
}

void TestComparedRows::marksWhatOnlyOneHas()
{
    QVERIFY(compare());
    QCOMPARE(marked(), (QList<int>{40, 41, 42, 43, 44}));
    QVERIFY(strip()->isVisible());
    QCOMPARE(strip()->text(), QStringLiteral("5 rows only here · 3 only in “16:02:03” · 37 in both"));
    const ResultsModel &model = table()->view().resultsModel();
    QVERIFY(model.marks().sign == RowMarks::Sign::Added);
    QCOMPARE(model.headerData(41, Qt::Vertical, Qt::ToolTipRole).toString(),
             QStringLiteral("Only here, not in “16:02:03”"));
    QCOMPARE(model.headerData(41, Qt::Vertical, Qt::AccessibleTextRole).toString(),
             QStringLiteral("42, Only here, not in “16:02:03”"));
    QVERIFY(model.headerData(0, Qt::Vertical, Qt::ToolTipRole).isNull());

    bar()->setCurrentIndex(1);
    QCOMPARE(marked(), (QList<int>{0, 1, 2}));
    QVERIFY(strip()->isVisible());
    QCOMPARE(strip()->text(), QStringLiteral("3 rows only here · 5 only in the last results · 37 in both"));
    QVERIFY(table()->view().resultsModel().marks().sign == RowMarks::Sign::Missing);
}

void TestComparedRows::saysThatNothingDiffers()
{
    runToEnd(0, 40);
    QVERIFY(compare());
    QCOMPARE(strip()->text(), QStringLiteral("No difference: all 40 rows are in both"));
    QVERIFY(marked().isEmpty());
    const auto buttons = strip()->findChildren<QPushButton *>();
    QCOMPARE(std::count_if(buttons.begin(), buttons.end(),
                           [](const QPushButton *button) { return button->isEnabled(); }),
             1); // the one that ends it
}

void TestComparedRows::marksStayWithTheirRows()
{
    QVERIFY(compare());
    ResultsView &view = table()->view();
    view.header().sortBy(WindowFixture::CountColumn, false);
    const QList<int> before = records();
    QTRY_VERIFY(records() != before);
    QList<int> found = marked();
    std::sort(found.begin(), found.end());
    QCOMPARE(found, (QList<int>{40, 41, 42, 43, 44}));
}

void TestComparedRows::showsOnlyTheRowsThatDiffer()
{
    QVERIFY(compare());
    auto *only = strip()->findChildren<QPushButton *>().first();
    QVERIFY(only->isCheckable());
    only->click();
    QTRY_COMPARE(records(), (QList<int>{40, 41, 42, 43, 44}));
    // Beside other filters, and with groups.
    table()->view().setCurrentIndex(table()->view().model()->index(1, WindowFixture::ComputerColumn));
    table()->filterByCurrentCell(false);
    QTRY_COMPARE(records(), (QList<int>{40, 42, 43, 44}));
    QVERIFY(only->isChecked());
    only->click();
    QTRY_COMPARE(records().size(), 41);
    only->click();
    QTRY_COMPARE(records().size(), 4);
    // All rows are all of them.
    table()->clearFilters();
    QTRY_COMPARE(records().size(), 42);
    QVERIFY(!only->isChecked());
    // It ends with the comparison.
    only->click();
    QTRY_COMPARE(records().size(), 5);
    actions().endComparison->trigger();
    QTRY_COMPARE(records().size(), 42);
}

void TestComparedRows::goesFromOneToTheNext()
{
    QVERIFY(compare());
    ResultsView &view = table()->view();
    view.setCurrentIndex(view.model()->index(0, WindowFixture::CountColumn));
    const auto step = [this](bool isForward) {
        (isForward ? actions().nextDifference : actions().previousDifference)->trigger();
        return records().at(table()->view().currentIndex().row());
    };
    QCOMPARE(step(true), 40);
    QCOMPARE(view.currentIndex().column(), int(WindowFixture::CountColumn));
    QVERIFY(view.hasFocus());
    QCOMPARE(step(true), 41);
    QCOMPARE(step(false), 40);
    QCOMPARE(step(false), 44); // around the end
    QCOMPARE(step(true), 40);
    bar()->setCurrentIndex(1);
    table()->view().setCurrentIndex(table()->view().model()->index(30, 0));
    QCOMPARE(step(true), 0);
    QCOMPARE(step(false), 2);
    // Where no row in sight differs, the keyboard stays.
    table()->view().setCurrentIndex(table()->view().model()->index(5, WindowFixture::ComputerColumn));
    table()->filterByCurrentCell(true);
    QTRY_COMPARE(records(), QList<int>{5});
    table()->view().setCurrentIndex(table()->view().model()->index(0, 0));
    QCOMPARE(step(true), 5);
}

void TestComparedRows::comparesThePinnedOneInFront()
{
    tabs().setFrontPinned(true);
    runToEnd(4, 42);
    bar()->setCurrentIndex(2);
    QVERIFY(compare());
    const QList<QMenu *> menus = page()->findChildren<QMenu *>();
    QVERIFY(std::none_of(menus.begin(), menus.end(), [](const QMenu *menu) { return menu->isVisible(); }));
    QCOMPARE(marked(), (QList<int>{0, 1, 2, 3}));
    bar()->setCurrentIndex(1);
    QVERIFY(strip() == nullptr);
    QVERIFY(marked().isEmpty());
    // From a table that takes no part, to one that does.
    actions().nextDifference->trigger();
    QCOMPARE(bar()->currentIndex(), 0);
}

void TestComparedRows::asksWhichWhereThereAreSeveral()
{
    tabs().setFrontPinned(true);
    runToEnd(4, 42);
    const auto entries = [this] {
        actions().compare->trigger();
        QList<QAction *> all;
        const auto menus = page()->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        for (QAction *action : menus.last()->actions()) {
            if (!action->isSeparator())
                all << action;
        }
        return all;
    };
    QList<QAction *> shown = entries();
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown.first()->text(), QStringLiteral("16:02:03 · 42 rows"));
    QCOMPARE(shown.last()->text(), QStringLiteral("16:02:03 · 40 rows"));
    shown.last()->trigger();
    QVERIFY(waitForShown());
    QCOMPARE(strip()->text(), QStringLiteral("6 rows only here · 4 only in “16:02:03” · 36 in both"));
    // What was compared with comes first the next time.
    shown = entries();
    QCOMPARE(shown.first()->text(), QStringLiteral("16:02:03 · 40 rows"));
    // It may be gone by the time it is chosen.
    tabs().close(*tabs().pinned().back());
    QVERIFY(!comparing().isOn());
    shown.first()->trigger();
    QVERIFY(!comparing().isOn());
}

void TestComparedRows::saysWhichColumnsAreLeftOut()
{
    page()->run(m_fixture->connection);
    ResultChunk chunk = WindowFixture::chunk(3, 10);
    ColumnBuilder extra(QStringLiteral("Extra"), ColumnType::Long);
    for (int row = 0; row < 10; ++row)
        extra.appendInteger(row);
    QList<Column> columns = chunk.rows.columns();
    columns.removeFirst();
    columns.append(extra.build());
    chunk.rows = Table(columns, 10);
    m_fixture->runner.last().job->deliver(chunk);
    m_fixture->runner.last().job->finish(m_fixture->info());
    QVERIFY(compare());
    QCOMPARE(strip()->text(), QStringLiteral("0 rows only here · 30 only in “16:02:03” · 10 in both"));
    const auto labels = strip()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == QLatin1String("Not compared: Extra, TimeGenerated");
    }));
}

void TestComparedRows::refusesTablesWithoutACommonColumn()
{
    page()->run(m_fixture->connection);
    ColumnBuilder other(QStringLiteral("Other"), ColumnType::Long);
    other.appendInteger(1);
    ResultChunk chunk;
    chunk.rows = Table({other.build()}, 1);
    m_fixture->runner.last().job->deliver(chunk);
    m_fixture->runner.last().job->finish(m_fixture->info());
    actions().compare->trigger();
    QTRY_VERIFY(m_fixture->messages().message().contains(QLatin1String("no column in common")));
    QVERIFY(!comparing().isOn());
    QTRY_VERIFY(strip() == nullptr);
}

void TestComparedRows::comparesAgainWhenRowsCome()
{
    page()->run(m_fixture->connection);
    const QPointer<SearchJob> job = m_fixture->runner.last().job;
    job->deliver(WindowFixture::chunk(3, 20));
    QVERIFY(compare());
    QCOMPARE(strip()->text(), QStringLiteral("0 rows only here · 20 only in “16:02:03” · 20 in both"));
    job->deliver(WindowFixture::chunk(23, 19));
    // Nothing that is no longer so is said meanwhile.
    QCOMPARE(strip()->text(), QStringLiteral("The rows have changed and are compared again."));
    QVERIFY(!table()->view().resultsModel().marks().rows);
    job->finish(m_fixture->info());
    QVERIFY(waitForShown());
    QCOMPARE(strip()->text(), QStringLiteral("2 rows only here · 3 only in “16:02:03” · 37 in both"));
    // A later answer of a pending search puts others in their place.
    page()->run(m_fixture->connection);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 40));
    QVERIFY(compare());
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(1, 40, ResultChunk::Mode::Replace));
    QVERIFY(waitForShown());
    QCOMPARE(marked(), QList<int>{40});
}

void TestComparedRows::comparesTheTableInFront()
{
    const auto runWithTwo = [this](int first) {
        page()->run(m_fixture->connection);
        m_fixture->runner.last().job->deliver(WindowFixture::chunk(0, 2));
        ResultChunk second = WindowFixture::chunk(first, 10);
        second.tableIndex = 1;
        second.tableName = QStringLiteral("Second");
        m_fixture->runner.last().job->deliver(second);
        m_fixture->runner.last().job->finish(m_fixture->info());
    };
    runWithTwo(0);
    tabs().setFrontPinned(true);
    runWithTwo(1);
    QCOMPARE(bar()->tabText(1), QStringLiteral("Second"));
    bar()->setCurrentIndex(1);
    comparing().start(tabs().pinned().front());
    QVERIFY(waitForShown());
    QCOMPARE(marked(), QList<int>{10});
    // The other has one table alone: the first ones are compared.
    comparing().start(tabs().pinned().back());
    QVERIFY(waitForShown());
    QVERIFY(marked().isEmpty());
    bar()->setCurrentIndex(0);
    QCOMPARE(strip()->text(), QStringLiteral("0 rows only here · 38 only in “16:02:03” · 2 in both"));
}

void TestComparedRows::endsByHand()
{
    QVERIFY(compare());
    const QPointer<ComparisonStrip> shown = strip();
    auto *end = shown->findChildren<QPushButton *>().last();
    QCOMPARE(end->text(), QStringLiteral("End comparison"));
    end->setFocus();
    end->click();
    QVERIFY(!shown || !shown->isVisible());
    QTRY_VERIFY(!shown);
    QVERIFY(marked().isEmpty());
    QVERIFY(!comparing().isOn());
    QVERIFY(!actions().endComparison->isEnabled());
    QVERIFY(table()->view().hasFocus());
    bar()->setCurrentIndex(1);
    QVERIFY(marked().isEmpty());
    QVERIFY(actions().compare->isEnabled());
}

/// The next answer of the same query is compared as the one before was, also where it has no rows first.
void TestComparedRows::goesOnWithTheNextAnswer()
{
    QVERIFY(compare());
    strip()->findChildren<QPushButton *>().first()->click();
    QTRY_COMPARE(records(), QList<int>({40, 41, 42, 43, 44}));
    page()->run(m_fixture->connection, RunCause::Repeated);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(38, 2));
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(40, 3));
    m_fixture->runner.last().job->finish(m_fixture->info());
    QVERIFY(comparing().isOn());
    QTRY_COMPARE(strip()->text(), QStringLiteral("3 rows only here · 38 only in “16:02:03” · 2 in both"));
    QTRY_COMPARE(records(), QList<int>({40, 41, 42}));
    QCOMPARE(marked(), QList<int>({40, 41, 42}));
    QVERIFY(strip()->findChildren<QPushButton *>().first()->isChecked());
    // All of them again, and so it stays.
    strip()->findChildren<QPushButton *>().first()->click();
    runToEnd(39, 4);
    QTRY_COMPARE(marked(), QList<int>({40, 41, 42}));
    QCOMPARE(records(), QList<int>({39, 40, 41, 42}));
    comparing().end();
    runToEnd(7, 6);
    QVERIFY(!comparing().isOn());
}

void TestComparedRows::onlyTheseStaysWantedWhileRowsAreCounted()
{
    QVERIFY(compare());
    strip()->findChildren<QPushButton *>().first()->click();
    page()->run(m_fixture->connection, RunCause::Repeated);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(38, 2)); // they are being counted
    page()->run(m_fixture->connection, RunCause::Repeated);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(39, 3));
    m_fixture->runner.last().job->finish(m_fixture->info());
    QTRY_COMPARE(records(), QList<int>({40, 41}));
}

void TestComparedRows::onlyTheseGoesWithTheOtherFilters()
{
    page()->run(m_fixture->connection);
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(39, 3));
    QVERIFY(compare());
    strip()->findChildren<QPushButton *>().first()->click();
    QTRY_COMPARE(records(), QList<int>({40, 41}));
    actions().clearFilters->trigger();
    QTRY_COMPARE(records(), QList<int>({39, 40, 41}));
    m_fixture->runner.last().job->deliver(WindowFixture::chunk(42, 1));
    m_fixture->runner.last().job->finish(m_fixture->info());
    QTRY_COMPARE(marked(), QList<int>({40, 41, 42}));
    QCOMPARE(records(), QList<int>({39, 40, 41, 42}));
}

void TestComparedRows::goesOnWithTheSameTable()
{
    const auto twoTables = [this](int first) {
        page()->run(m_fixture->connection);
        SearchJob *job = m_fixture->runner.last().job;
        job->deliver(WindowFixture::chunk(0, 1));
        ResultChunk second = WindowFixture::chunk(first, 3);
        second.tableIndex = 1;
        second.tableName = QStringLiteral("Table_1");
        job->deliver(second);
        job->finish(m_fixture->info());
    };
    twoTables(0);
    tabs().setFrontPinned(true);
    twoTables(1);
    bar()->setCurrentIndex(1);
    comparing().start(tabs().pinned().front());
    QVERIFY(waitForShown());
    QCOMPARE(marked(), QList<int>({3}));
    twoTables(2);
    QVERIFY(comparing().isOn());
    bar()->setCurrentIndex(1);
    QTRY_COMPARE(marked(), QList<int>({3, 4}));
    bar()->setCurrentIndex(0);
    QVERIFY(strip() == nullptr);
}

void TestComparedRows::goesToTheOtherTableWhereThisOneHasNone()
{
    runToEnd(3, 5);
    QVERIFY(compare());
    QVERIFY(marked().isEmpty());
    QVERIFY(actions().nextDifference->isEnabled());
    actions().nextDifference->trigger();
    QCOMPARE(bar()->currentIndex(), 1);
    QCOMPARE(records().at(table()->view().currentIndex().row()), 0);
    // Where nothing differs there is nowhere to go.
    comparing().end();
    runToEnd(0, 40);
    QVERIFY(compare());
    QVERIFY(!actions().nextDifference->isEnabled());
    QVERIFY(actions().endComparison->isEnabled());
}

/// Where no row is left there is no table to say so above: the pinned one says it.
void TestComparedRows::showsThePinnedRowsWhereNoneHaveCome()
{
    runToEnd(0, 0);
    QVERIFY(compare());
    QCOMPARE(bar()->currentIndex(), 1);
    QCOMPARE(marked().size(), 40);
    QVERIFY(strip()->isVisible());
}

void TestComparedRows::endsWithAnotherQuery()
{
    QVERIFY(compare());
    page()->editor().replaceQueryText(QStringLiteral("Perf"));
    runToEnd(7, 6);
    QVERIFY(!comparing().isOn());
    QTRY_COMPARE(records().size(), 6);
    QVERIFY(marked().isEmpty());
}

void TestComparedRows::endsWhereTheAnswerIsPinned()
{
    QVERIFY(compare());
    strip()->findChildren<QPushButton *>().first()->click();
    QTRY_COMPARE(records().size(), 5);
    tabs().setFrontPinned(true);
    runToEnd(7, 6);
    QVERIFY(!comparing().isOn());
    QTRY_COMPARE(records().size(), 6);
    // Neither the new ones nor those that have just been pinned are marked.
    for (int tab = 0; tab < 3; ++tab) {
        bar()->setCurrentIndex(tab);
        QVERIFY(marked().isEmpty());
        QTRY_COMPARE(records().size(), QList<int>({6, 42, 40}).at(tab));
        QTRY_VERIFY(strip() == nullptr);
    }
}

void TestComparedRows::endsWithThePinnedOne()
{
    QVERIFY(compare());
    emit bar()->tabCloseRequested(1);
    QVERIFY(!comparing().isOn());
    QVERIFY(marked().isEmpty());
    QVERIFY(!actions().compare->isEnabled());
}

void TestComparedRows::canBeStopped()
{
    actions().compare->trigger();
    QVERIFY(comparing().isOn());
    QSignalSpy shown(&comparing(), &RowComparing::shown);
    comparing().end();
    QVERIFY(!comparing().isOn());
    // Nothing comes of it later either: the next one does.
    QVERIFY(compare());
    QCOMPARE(shown.size(), 1);
    // A page can go while it counts.
    actions().compare->trigger();
    window().tabs().closeCurrent();
    QTRY_VERIFY(page() == nullptr);
}

void TestComparedRows::followsTheNameOfThePinnedOne()
{
    QVERIFY(compare());
    emit bar()->renamed(1, QStringLiteral("Before"));
    QCOMPARE(strip()->text(), QStringLiteral("5 rows only here · 3 only in “Before” · 37 in both"));
}

QTEST_MAIN(TestComparedRows)
#include "tst_comparedrows.moc"
