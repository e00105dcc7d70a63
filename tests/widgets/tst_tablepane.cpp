#include "widgets/tablepane.h"

#include "models/resultsmodel.h"
#include "results/resultset.h"
#include "stores/columnlayoutstore.h"
#include "support/manualclock.h"
#include "widgets/filterbox.h"
#include "widgets/filterrow.h"
#include "widgets/filterstrip.h"
#include "widgets/icons.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"
#include "widgets/tablefindbar.h"
#include "widgets/theme.h"
#include "widgets/valuespopup.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace sonde;

using Kind = ColumnCondition::Kind;

namespace {

/// Rows of a computer (web0 to web9, in turn), a number and a text with a hole in every fifth row.
ResultChunk chunkOf(int rows, const QString &textName = QStringLiteral("Text"))
{
    ColumnBuilder computer(QStringLiteral("Computer"), ColumnType::String);
    ColumnBuilder number(QStringLiteral("Number"), ColumnType::Long);
    ColumnBuilder text(textName, ColumnType::Dynamic);
    for (int row = 0; row < rows; ++row) {
        computer.appendText("web" + std::to_string(row % 10));
        number.appendInteger(row);
        if (row % 5 == 0)
            text.appendNull();
        else
            text.appendText("t" + std::to_string(row));
    }
    ResultChunk chunk;
    chunk.rows = Table({computer.build(), number.build(), text.build()}, static_cast<std::size_t>(rows));
    return chunk;
}

} // namespace

class TestTablePane final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    ManualClock m_clock;
    QTemporaryDir m_folder;
    ColumnLayoutStore m_layouts{m_folder.filePath(QStringLiteral("columns.json"))};
    std::unique_ptr<TablePane> m_pane;
    std::unique_ptr<ResultTable> m_table;

    int rows() const { return m_pane->view().model()->rowCount(); }
    FilterRow *row() const { return m_pane->findChild<FilterRow *>(); }
    FilterBox *box(int column) const { return row()->box(column); }
    QLineEdit *anywhere() const { return m_pane->findChild<FilterStrip *>()->findChild<QLineEdit *>(); }
    QPushButton *button(const QString &text) const
    {
        const auto all = m_pane->findChildren<QPushButton *>();
        for (QPushButton *candidate : all) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    QString counts() const { return m_pane->findChild<FilterStrip *>()->findChild<QLabel *>()->text(); }
    void select(int modelRow, int column)
    {
        m_pane->view().setCurrentIndex(m_pane->view().model()->index(modelRow, column));
    }

private slots:
    void init()
    {
        m_pane = std::make_unique<TablePane>(m_theme, m_icons, m_layouts, m_clock);
        m_pane->resize(800, 500);
        m_pane->show();
        m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
        m_pane->setTable(m_table.get());
        m_table->apply(chunkOf(200));
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    void cleanup()
    {
        m_pane.reset();
        m_table.reset();
    }

    void nothingIsShownUntilItIsAskedFor()
    {
        QVERIFY(!m_pane->areFiltersShown());
        QVERIFY(!row()->hasColumns());
        select(0, 1);
        m_pane->toggleFilters();
        QVERIFY(m_pane->areFiltersShown());
        QVERIFY(box(1)->hasFocus());
        m_pane->toggleFilters();
        QVERIFY(!m_pane->areFiltersShown());
        QVERIFY(m_pane->view().hasFocus());
    }

    void typingFilters()
    {
        m_pane->toggleFilters();
        QTest::keyClicks(box(0), QStringLiteral("WEB3"));
        QTRY_COMPARE(rows(), 20);
        QCOMPARE(counts(), QStringLiteral("20 of 200 rows"));
        QTest::keyClicks(box(1), QStringLiteral(">=100"));
        QTRY_COMPARE(rows(), 10);
        QCOMPARE(m_pane->filter().conditions.size(), std::size_t(2));
        QTest::keyClicks(anywhere(), QStringLiteral("t193"));
        QTRY_COMPARE(rows(), 1);
        // Back to the rows, where the filters stay in sight.
        QTest::keyClick(box(1), Qt::Key_Return);
        QVERIFY(m_pane->view().hasFocus());
        QVERIFY(m_pane->areFiltersShown());
        // A chip takes its condition away.
        button(QStringLiteral("Number \u2265 100"))->click();
        QTRY_COMPARE(m_pane->filter().conditions.size(), std::size_t(1));
        QVERIFY(box(1)->text().isEmpty());
        button(QStringLiteral("Clear filters"))->click();
        QTRY_COMPARE(rows(), 200);
        QVERIFY(anywhere()->text().isEmpty());
        QVERIFY(box(0)->text().isEmpty());
    }

    void whatCannotBeReadFiltersNothing()
    {
        m_pane->toggleFilters();
        QTest::keyClicks(box(1), QStringLiteral(">many"));
        QVERIFY(!box(1)->problem().isEmpty());
        QCOMPARE(box(1)->toolTip(), box(1)->problem());
        const auto isSaid = [this](const QString &text) {
            const auto labels = m_pane->findChild<FilterStrip *>()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
                return label->isVisible() && label->text() == text;
            });
        };
        const QString problem = box(1)->problem();
        QTRY_VERIFY(isSaid(problem)); // not by colour alone
        QCOMPARE(rows(), 200);
        QTest::keyClick(box(1), Qt::Key_Escape);
        QVERIFY(box(1)->problem().isEmpty());
        QTRY_VERIFY(!isSaid(problem));
        QVERIFY(box(1)->text().isEmpty());
    }

    void byTheCurrentCell()
    {
        select(12, 0);
        m_pane->filterByCurrentCell(true);
        QTRY_COMPARE(rows(), 20);
        QVERIFY(m_pane->areFiltersShown()); // no row is missing without a word
        m_pane->filterByCurrentCell(false);
        QTRY_COMPARE(rows(), 180);
        QCOMPARE(m_pane->filter().conditions.size(), std::size_t(1));
        m_pane->clearFilters();
        QTRY_COMPARE(rows(), 200);
        select(5, 2); // without a value
        m_pane->filterByCurrentCell(true);
        QTRY_COMPARE(rows(), 40);
        m_pane->filterByCurrentCell(false);
        QTRY_COMPARE(rows(), 160);
    }

    void theCurrentCellStaysWhereItIs()
    {
        ResultsView &view = m_pane->view();
        select(150, 1);
        m_pane->toggleFilters();
        QTRY_VERIFY(view.y() > 0); // the filters have pushed the table down
        view.scrollTo(view.currentIndex(), QAbstractItemView::PositionAtCenter);
        const int before = view.visualRect(view.currentIndex()).top();
        QVERIFY(before > view.rowHeight(0));
        QSignalSpy others(&view.resultsModel(), &ResultsModel::othersShown);
        QTest::keyClicks(box(1), QStringLiteral("!=3"));
        QVERIFY(others.wait());
        QCOMPARE(rows(), 199);
        QCOMPARE(view.currentIndex().data().toString(), QStringLiteral("150"));
        QCOMPARE(view.selectionModel()->selectedIndexes(), QModelIndexList{view.currentIndex()});
        const int after = view.visualRect(view.currentIndex()).top();
        QCOMPARE(after, before);
        // Gone, and back again: then it is nobody's.
        others.clear();
        box(1)->selectAll();
        QTest::keyClicks(box(1), QStringLiteral("=3"));
        QTRY_COMPARE(rows(), 1);
        QVERIFY(!view.currentIndex().isValid());
    }

    void theSelectionStaysAsItIs()
    {
        ResultsView &view = m_pane->view();
        select(20, 0);
        view.selectionModel()->select(QItemSelection(view.model()->index(20, 0), view.model()->index(60, 1)),
                                      QItemSelectionModel::Select);
        QCOMPARE(view.selectionModel()->selectedIndexes().size(), 82);
        m_pane->toggleFilters();
        QTest::keyClicks(box(0), QStringLiteral("!=web3"));
        QTRY_COMPARE(rows(), 180);
        QCOMPARE(view.selectionModel()->selectedIndexes().size(), 74); // 37 of the 41 rows
        QVERIFY(!view.selectionModel()->isSelected(view.model()->index(20, 2)));
        QVERIFY(view.selectionModel()->selection().size() <= 2); // painting looks through all of them
        view.selectAll();
        m_pane->clearFilters();
        QTRY_COMPARE(rows(), 200);
        // All that were shown, and none of those that were not.
        QCOMPARE(view.selectionModel()->selectedRows().size(), 180);
    }

    void theColumnsStayWhereTheyAre()
    {
        ResultsView &view = m_pane->view();
        view.setColumnWidth(0, 900);
        QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 0);
        select(0, 0);
        m_pane->toggleFilters();
        row()->focusBox(2);
        const int before = view.horizontalScrollBar()->value();
        QVERIFY(before > 0);
        QTest::keyClicks(box(2), QStringLiteral("t1"));
        QTRY_VERIFY(rows() < 200);
        // With fewer rows their numbers are narrower, so the columns may have a little more room.
        QCOMPARE(view.horizontalScrollBar()->value(),
                 std::min(before, view.horizontalScrollBar()->maximum()));
        QVERIFY(box(2)->hasFocus());
    }

    void cellsThatAreNotOfTheirType()
    {
        ColumnBuilder odd(QStringLiteral("Odd"), ColumnType::Decimal);
        for (const char *text : {"1.5", "many", "2"})
            odd.appendText(text);
        ResultChunk chunk;
        chunk.rows = Table({odd.build()}, 3);
        ResultTable table(QStringLiteral("PrimaryResult"));
        m_pane->setTable(&table);
        table.apply(chunk);
        select(1, 0);
        m_pane->filterByCurrentCell(false);
        QCOMPARE(rows(), 3);
        QVERIFY(m_pane->filter().isEmpty());
        const auto labels = m_pane->findChild<FilterStrip *>()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QLatin1String("many"));
        }));
        box(0)->setText(QStringLiteral("an")); // it is displayed, so it is found
        QTRY_COMPARE(rows(), 1);
        m_pane->setTable(nullptr);
    }

    void fromElsewhereTheKeyLeadsToTheBox()
    {
        QLineEdit elsewhere;
        elsewhere.setParent(m_pane.get());
        elsewhere.show();
        m_pane->toggleFilters();
        QVERIFY(box(0)->hasFocus());
        elsewhere.setFocus();
        m_pane->toggleFilters();
        QVERIFY(m_pane->areFiltersShown());
        QVERIFY(box(0)->hasFocus());
    }

    void theTabKeyGoesThroughTheBoxes()
    {
        m_pane->toggleFilters();
        anywhere()->setFocus();
        QList<QWidget *> stops;
        for (QWidget *stop = anywhere()->nextInFocusChain(); stop != anywhere();
             stop = stop->nextInFocusChain()) {
            if (stop == box(0) || stop == box(1) || stop == box(2) || stop == &m_pane->view())
                stops << stop;
        }
        QCOMPARE(stops, QList<QWidget *>({box(0), box(1), box(2), &m_pane->view()}));
    }

    /// As a screen reader does.
    void textThatIsSetFilters()
    {
        m_pane->toggleFilters();
        box(0)->setText(QStringLiteral("web3"));
        QTRY_COMPARE(rows(), 20);
    }

    /// All that a filter shows are those rows, and no others when it goes.
    void whatWasSelectedAmongFilteredRowsStaysThat()
    {
        m_pane->toggleFilters();
        const int all = rows();
        box(0)->setText(QStringLiteral("web3"));
        QTRY_COMPARE(rows(), 20);
        m_pane->view().selectAll();
        m_pane->clearFilters();
        QTRY_COMPARE(rows(), all);
        const auto selected = m_pane->view().selectedRows();
        QVERIFY(selected.rows);
        QCOMPARE(selected.rows->size(), std::size_t(20));
    }

    void anExpressionThatTakesTooLongHidesNothing()
    {
        ColumnBuilder text(QStringLiteral("Text"), ColumnType::String);
        text.appendText(std::string(300'000, 'x') + "error");
        ResultChunk chunk;
        chunk.rows = Table({text.build()}, 1);
        ResultTable table(QStringLiteral("PrimaryResult"));
        m_pane->setTable(&table);
        table.apply(chunk);
        m_pane->toggleFilters();
        QTest::keyClicks(box(0), QStringLiteral("/(.|\\n)*error/"));
        const auto isSaid = [this] {
            const auto labels = m_pane->findChild<FilterStrip *>()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->isVisible() && label->text().contains(QLatin1String("takes too long"));
            });
        };
        QTRY_VERIFY(isSaid());
        QCOMPARE(rows(), 1);
        QVERIFY(m_pane->filter().isEmpty());
        QVERIFY(!box(0)->text().isEmpty());
        box(0)->setText(QStringLiteral("error"));
        QTRY_VERIFY(!isSaid());
        m_pane->setTable(nullptr);
    }

    void newColumnsLeaveTheBoxAlone()
    {
        select(0, 1);
        m_pane->toggleFilters();
        QTest::keyClicks(box(1), QStringLiteral(">5"));
        const FilterBox *before = box(1);
        ResultChunk wider = chunkOf(10);
        ColumnBuilder extra(QStringLiteral("Extra"), ColumnType::String);
        for (int i = 0; i < 10; ++i)
            extra.appendText("x");
        QList<Column> columns = wider.rows.columns();
        columns.append(extra.build());
        wider.rows = Table(columns, 10);
        m_table->apply(wider);
        QVERIFY(box(3));
        QCOMPARE(box(1), before);
        QVERIFY(box(1)->hasFocus());
        QTRY_COMPARE(rows(), 198);
    }

    void valuesOfColumnsThatGo()
    {
        m_pane->toggleFilters();
        emit box(2)->valuesRequested();
        QPointer<ValuesPopup> popup = m_pane->findChild<ValuesPopup *>();
        ColumnBuilder only(QStringLiteral("Only"), ColumnType::Long);
        only.appendInteger(1);
        ResultChunk chunk;
        chunk.rows = Table({only.build()}, 1);
        ResultTable table(QStringLiteral("PrimaryResult"));
        m_pane->setTable(&table);
        table.apply(chunk);
        QVERIFY(!popup);
        QCOMPARE(rows(), 1);
        m_pane->setTable(nullptr);
    }

    void valuesToChooseFrom()
    {
        m_pane->toggleFilters();
        emit box(2)->valuesRequested();
        QPointer<ValuesPopup> popup = m_pane->findChild<ValuesPopup *>();
        QVERIFY(popup);
        auto *values = popup->findChild<QTreeWidget *>();
        QTRY_COMPARE(values->topLevelItemCount(), 100);
        QCOMPARE(values->topLevelItem(0)->text(0), QStringLiteral("No value"));
        QCOMPARE(values->topLevelItem(0)->text(1), QStringLiteral("40"));
        values->topLevelItem(0)->setCheckState(0, Qt::Checked);
        QTRY_COMPARE(rows(), 40);
        values->topLevelItem(1)->setCheckState(0, Qt::Checked);
        QTRY_COMPARE(rows(), 41);
        QVERIFY(box(2)->placeholderText().contains(QLatin1String("no value")));
        QTest::keyClick(values, Qt::Key_Escape);
        QTRY_VERIFY(!popup);
        // Ticked again where it is opened again.
        emit box(2)->valuesRequested();
        auto *again = m_pane->findChild<ValuesPopup *>()->findChild<QTreeWidget *>();
        QTRY_COMPARE(again->topLevelItemCount(), 100);
        QCOMPARE(again->topLevelItem(0)->checkState(0), Qt::Checked);
        QCOMPARE(again->topLevelItem(2)->checkState(0), Qt::Unchecked);
        const auto buttons = m_pane->findChild<ValuesPopup *>()->findChildren<QPushButton *>();
        buttons.constFirst()->click();
        QTRY_COMPARE(rows(), 200);
        QCOMPARE(again->topLevelItem(0)->checkState(0), Qt::Unchecked);
        QVERIFY(!buttons.constFirst()->isEnabled());
    }

    void boxesStandAboveTheirColumns()
    {
        m_pane->resize(320, 400);
        m_pane->toggleFilters();
        ResultsView &view = m_pane->view();
        const auto isAbove = [&](int column) {
            const int left = box(column)->mapTo(m_pane.get(), QPoint()).x();
            const int wanted = view.viewport()->mapTo(m_pane.get(), QPoint()).x() +
                               view.horizontalHeader()->sectionViewportPosition(column);
            return left == wanted && box(column)->width() == view.columnWidth(column);
        };
        for (int column = 0; column < 3; ++column)
            QTRY_VERIFY(isAbove(column));
        view.setColumnWidth(0, 300);
        for (int column = 0; column < 3; ++column)
            QTRY_VERIFY(isAbove(column));
        QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 0);
        row()->focusBox(2);
        QVERIFY(view.horizontalScrollBar()->value() > 0);
        QVERIFY(isAbove(2));
        view.horizontalHeader()->moveSection(0, 2);
        for (int column = 0; column < 3; ++column)
            QTRY_VERIFY(isAbove(column));
    }

    void anotherRunKeepsTheFilter()
    {
        m_pane->toggleFilters();
        QTest::keyClicks(box(0), QStringLiteral("web3"));
        QTRY_COMPARE(rows(), 20);
        ResultTable next(QStringLiteral("PrimaryResult"));
        m_pane->setTable(nullptr);
        m_pane->setTable(&next);
        next.apply(chunkOf(100));
        QTRY_COMPARE(rows(), 10);
        // Other columns, other questions.
        ResultTable other(QStringLiteral("PrimaryResult"));
        m_pane->setTable(&other);
        other.apply(chunkOf(100, QStringLiteral("Other")));
        QTRY_COMPARE(rows(), 100);
        QVERIFY(m_pane->filter().isEmpty());
        m_pane->setTable(nullptr);
    }

    void anotherQueryForgetsTheFilter()
    {
        m_pane->toggleFilters();
        QTest::keyClicks(box(0), QStringLiteral("web3"));
        QTRY_COMPARE(rows(), 20);
        m_pane->forgetArrangement();
        QCOMPARE(rows(), 20); // the rows that are there stay as they are
        ResultTable next(QStringLiteral("PrimaryResult"));
        m_pane->setTable(&next);
        next.apply(chunkOf(100));
        QCOMPARE(rows(), 100);
        m_pane->setTable(nullptr);
    }

    void theMenuOfABox()
    {
        m_pane->toggleFilters();
        box(1)->openMenu();
        auto *menu = box(1)->findChild<QMenu *>();
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text().contains(QLatin1String("!=")))
                action->trigger();
        }
        QCOMPARE(box(1)->text(), QStringLiteral("!="));
        menu->close();
        QTest::keyClicks(box(1), QStringLiteral("7"));
        QTRY_COMPARE(rows(), 199);
    }

    void queryOfTheFilter()
    {
        m_pane->toggleFilters();
        QTest::keyClicks(box(1), QStringLiteral(">5"));
        QTRY_COMPARE(rows(), 194);
        QSignalSpy sent(m_pane.get(), &TablePane::sendFilterRequested);
        button(QStringLiteral("Send to query"))->click();
        QCOMPARE(sent.count(), 1);
        QCOMPARE(m_pane->filterAsQuery(), QStringLiteral("\n| where Number > 5"));
        m_pane->setSendProblem(QStringLiteral("Not here."));
        QVERIFY(!button(QStringLiteral("Send to query"))->isEnabled());
    }

    void findsInTheCells()
    {
        TableFindBar &bar = m_pane->findBar();
        ResultsView &view = m_pane->view();
        select(5, 1);
        view.setFocus();
        bar.open();
        QVERIFY(bar.isVisible());
        auto *field = bar.findChild<QLineEdit *>();
        QVERIFY(field->hasFocus());
        const auto answer = [&bar] {
            const auto labels = bar.findChildren<QLabel *>();
            return labels.isEmpty() ? QString() : labels.first()->text();
        };
        QCOMPARE(field->text(), QStringLiteral("5")); // the cell one was in
        field->clear();
        QTest::keyClicks(field, QStringLiteral("t19"));
        // Behind the cell one was in, in the order one reads: t19, then t191 and so on.
        QTRY_COMPARE(answer(), QStringLiteral("1 of 9"));
        QCOMPARE(view.currentIndex(), view.model()->index(19, 2));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(answer(), QStringLiteral("2 of 9"));
        QCOMPARE(view.currentIndex(), view.model()->index(191, 2));
        bar.findPrevious();
        bar.findPrevious();
        QCOMPARE(answer(), QStringLiteral("9 of 9")); // around the end
        QVERIFY(field->hasFocus());
        // Other rows are looked through again, and the place is kept.
        m_pane->filterByCurrentCell(true);
        QTRY_COMPARE(answer(), QStringLiteral("1 of 1"));
        m_pane->clearFilters();
        QTRY_COMPARE(answer(), QStringLiteral("9 of 9"));
        m_table->apply(chunkOf(200));
        QTRY_COMPARE(answer(), QStringLiteral("9 of 18"));
        field->setText(QStringLiteral("nowhere"));
        QTRY_COMPARE(answer(), QStringLiteral("Not found"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
        QVERIFY(view.hasFocus());
    }

    void anotherAnswerKeepsTheRow()
    {
        ResultsView &view = m_pane->view();
        const auto runAgain = [this](const ResultChunk &chunk) {
            m_pane->setTable(nullptr);
            m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
            m_pane->setTable(m_table.get());
            m_table->apply(chunk);
        };
        select(151, 2);
        const int above = 151 - view.rowAt(0);
        runAgain(chunkOf(100));
        QVERIFY(!view.currentIndex().isValid()); // not there yet
        m_table->apply(chunkOf(200));
        QCOMPARE(view.currentIndex(), view.model()->index(251, 2));
        QCOMPARE(251 - view.rowAt(0), above);
        // Through a sort and a filter, too.
        select(251, 0);
        view.header().setSortKeys({{1, true}});

        m_pane->filterByCurrentCell(true);
        QTRY_COMPARE(rows(), 30);
        const auto number = [&view] { return view.currentIndex().siblingAtColumn(1).data().toString(); };
        QCOMPARE(number(), QStringLiteral("151"));
        runAgain(chunkOf(200));
        QTRY_COMPARE(rows(), 20);
        QTRY_VERIFY(view.currentIndex().isValid());
        QCOMPARE(number(), QStringLiteral("151"));
        m_pane->clearFilters();
        view.header().setSortKeys({});
        QTRY_COMPARE(rows(), 200);

        // Who has chosen a cell meanwhile stays there.
        select(150, 0);
        runAgain(chunkOf(100));
        select(3, 1);
        m_table->apply(chunkOf(200));
        QCOMPARE(view.currentIndex(), view.model()->index(3, 1));
        // Another question has other rows.
        select(5, 0);
        m_pane->forgetArrangement();
        runAgain(chunkOf(200, QStringLiteral("Other")));
        QVERIFY(!view.currentIndex().isValid());
    }
};

QTEST_MAIN(TestTablePane)
#include "tst_tablepane.moc"
