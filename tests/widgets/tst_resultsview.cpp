#include "widgets/resultsview.h"

#include "models/resultsmodel.h"
#include "results/resultset.h"
#include "widgets/icons.h"
#include "widgets/resultsheader.h"
#include "widgets/selectionfacts.h"
#include "widgets/theme.h"

#include <QSignalSpy>
#include <QStyleOptionHeader>
#include <QTest>

using namespace sonde;

namespace {

/// 40 rows: a letter (a to d, in turn), a number downwards, and a text that is missing in rows 10 to 19.
ResultChunk someRows()
{
    ColumnBuilder letter(QStringLiteral("Letter"), ColumnType::String);
    ColumnBuilder number(QStringLiteral("Number"), ColumnType::Long);
    ColumnBuilder text(QStringLiteral("Text"), ColumnType::String);
    for (int row = 0; row < 40; ++row) {
        letter.appendText(std::string(1, static_cast<char>('a' + row % 4)));
        number.appendInteger(100 - row);
        if (row >= 10 && row < 20)
            text.appendText("");
        else
            text.appendText("t");
    }
    ResultChunk chunk;
    chunk.rows = Table({letter.build(), number.build(), text.build()}, 40);
    return chunk;
}

} // namespace

class TestResultsView final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<ResultsView> m_view;
    std::unique_ptr<ResultTable> m_table;

    QString at(int row, int column) const { return m_view->model()->index(row, column).data().toString(); }
    void clickHeader(int column, Qt::KeyboardModifiers modifiers = {})
    {
        QHeaderView &header = m_view->header();
        const QPoint place(header.sectionViewportPosition(column) + header.sectionSize(column) / 2,
                           header.height() / 2);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, modifiers, place);
    }
    /// By a click, from which a range with Shift begins.
    void setCurrent(int row, int column)
    {
        const QModelIndex cell = m_view->model()->index(row, column);
        m_view->scrollTo(cell);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(cell).center());
    }
    QRect selected() const
    {
        const QItemSelection selection = m_view->selectionModel()->selection();
        if (selection.size() != 1)
            return {};
        const QItemSelectionRange &range = selection.first();
        return QRect(range.left(), range.top(), range.width(), range.height());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(m_view.get(), key, modifiers);
    }
    std::pair<int, int> current() const
    {
        return {m_view->currentIndex().row(), m_view->currentIndex().column()};
    }

private slots:
    void init()
    {
        m_view = std::make_unique<ResultsView>(m_theme, m_icons);
        m_view->resize(600, 300);
        m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
        m_view->setTable(m_table.get());
        m_table->apply(someRows());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_table.reset();
    }

    void clicksSort()
    {
        using Keys = std::vector<SortKey>;
        const ResultsHeader &header = m_view->header();
        clickHeader(1);
        QCOMPARE(header.sortKeys(), Keys({{1, false}}));
        QTRY_COMPARE(at(0, 1), QStringLiteral("61"));
        clickHeader(1);
        QCOMPARE(header.sortKeys(), Keys({{1, true}}));
        QTRY_COMPARE(at(0, 1), QStringLiteral("100"));
        clickHeader(1);
        QVERIFY(header.sortKeys().empty());
        // No cell was selected on the way.
        QVERIFY(!m_view->hasCellSelection());
    }

    void shiftAddsAColumn()
    {
        using Keys = std::vector<SortKey>;
        const ResultsHeader &header = m_view->header();
        clickHeader(0);
        clickHeader(1, Qt::ShiftModifier);
        QCOMPARE(header.sortKeys(), Keys({{0, false}, {1, false}}));
        QTRY_COMPARE(at(0, 1), QStringLiteral("64")); // the smallest number with an a
        clickHeader(0, Qt::ShiftModifier);
        QCOMPARE(header.sortKeys(), Keys({{0, true}, {1, false}}));
        QTRY_COMPARE(at(0, 1), QStringLiteral("61")); // with a d
        const auto described = [this](int column) {
            return m_view->model()
                ->headerData(column, Qt::Horizontal, Qt::AccessibleDescriptionRole)
                .toString();
        };
        QCOMPARE(described(0), QStringLiteral("Sorted downwards, key 1"));
        QCOMPARE(described(1), QStringLiteral("Sorted upwards, key 2"));
        clickHeader(0, Qt::ShiftModifier);
        QCOMPARE(header.sortKeys(), Keys({{1, false}}));
        QCOMPARE(described(1), QStringLiteral("Sorted upwards"));
        // One that is clicked alone among several begins anew.
        clickHeader(2, Qt::ShiftModifier);
        clickHeader(1);
        QCOMPARE(header.sortKeys(), Keys({{1, false}}));
    }

    void controlSelectsColumns()
    {
        setCurrent(5, 0);
        clickHeader(1, Qt::ControlModifier);
        QVERIFY(m_view->header().sortKeys().empty());
        QCOMPARE(current(), std::pair(5, 1));
        QVERIFY(m_view->selectionModel()->isColumnSelected(1));
        QVERIFY(!m_view->selectionModel()->isColumnSelected(0));
        clickHeader(2, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_view->selectionModel()->isColumnSelected(1));
        QVERIFY(m_view->selectionModel()->isColumnSelected(2));
    }

    void controlAndArrowsGoToTheEdgeOfABlock()
    {
        setCurrent(0, 2);
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(9, 2)); // the last before the empty ones
        QCOMPARE(selected(), QRect(2, 9, 1, 1));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(20, 2)); // over them
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(39, 2));
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(39, 2));
        press(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(current(), std::pair(20, 2));
        QCOMPARE(selected(), QRect(2, 20, 1, 20));
        press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(selected(), QRect(0, 20, 3, 20));
        // From an empty cell to the next that is not.
        setCurrent(15, 2);
        press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(9, 2));
    }

    void controlAndArrowsPassHiddenColumns()
    {
        m_view->hideColumn(2);
        setCurrent(0, 0);
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(0, 1));
        m_view->showColumn(2);
        m_view->header().moveSection(2, 0);
        press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(0, 2));
    }

    void homeAndEndReachTheCorners()
    {
        setCurrent(20, 1);
        press(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(current(), std::pair(0, 0));
        press(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(current(), std::pair(39, 2));
        QCOMPARE(selected(), QRect(0, 0, 3, 40));
    }

    void spaceSelectsColumnsOrRows()
    {
        QSignalSpy details(m_view.get(), &ResultsView::detailsRequested);
        setCurrent(3, 1);
        press(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(selected(), QRect(1, 0, 1, 40));
        setCurrent(3, 1);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(selected(), QRect(0, 3, 3, 2));
        QCOMPARE(details.count(), 0);
    }

    void selectedCellsAreCounted()
    {
        const SelectionFacts facts(*m_view);
        setCurrent(0, 1);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(facts.facts().join(u'|'),
                     QStringLiteral("2 cells|2 distinct|Sum 199|Mean 99.5|Min 99|Max 100"));
        setCurrent(15, 2);
        QVERIFY(facts.facts().isEmpty()); // one cell is read, not counted
        press(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(facts.facts().join(u'|'), QStringLiteral("2 cells|2 empty|0 distinct"));
        m_view->selectAll();
        QTRY_COMPARE(facts.facts().join(u'|'), QStringLiteral("120 cells|10 empty"));
    }
};

QTEST_MAIN(TestResultsView)
#include "tst_resultsview.moc"
