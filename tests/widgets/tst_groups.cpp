#include "models/resultsmodel.h"
#include "results/resultset.h"
#include "stores/columnlayoutstore.h"
#include "support/manualclock.h"
#include "widgets/filterstrip.h"
#include "widgets/groupspane.h"
#include "widgets/icons.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"
#include "widgets/tablepane.h"
#include "widgets/theme.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sonde;

namespace {

enum Columns { Level, Computer, Number };

/// 60 rows: 30 errors, 20 warnings and 10 without a level, on three computers in turn.
ResultChunk someRows()
{
    ColumnBuilder level(QStringLiteral("Level"), ColumnType::String);
    ColumnBuilder computer(QStringLiteral("Computer"), ColumnType::String);
    ColumnBuilder number(QStringLiteral("Number"), ColumnType::Long);
    for (int row = 0; row < 60; ++row) {
        if (row < 30)
            level.appendText("Error");
        else if (row < 50)
            level.appendText("Warning");
        else
            level.appendNull();
        computer.appendText("web" + std::to_string(row % 3));
        number.appendInteger(row);
    }
    ResultChunk chunk;
    chunk.rows = Table({level.build(), computer.build(), number.build()}, 60);
    return chunk;
}

} // namespace

class TestGroups final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    ManualClock m_clock;
    QTemporaryDir m_folder;
    ColumnLayoutStore m_layouts{m_folder.filePath(QStringLiteral("columns.json"))};
    std::unique_ptr<TablePane> m_pane;
    std::unique_ptr<ResultTable> m_table;

    QTreeView &tree() const { return *m_pane->groups().findChild<QTreeView *>(); }
    QAbstractItemModel &groups() const { return *tree().model(); }
    /// `Error 30 | Warning 20`
    QString shown(const QModelIndex &parent = {}) const
    {
        QStringList all;
        for (int row = 0; row < groups().rowCount(parent); ++row)
            all << groups().index(row, 0, parent).data().toString() + u' ' +
                       groups().index(row, 1, parent).data().toString();
        return all.join(QLatin1String(" | "));
    }
    int rows() const { return m_pane->view().model()->rowCount(); }
    void groupBy(int column)
    {
        m_pane->view().setCurrentIndex(m_pane->view().model()->index(0, column));
        m_pane->groupByCurrentColumn();
    }

    /// As if the pointer had let go of it there.
    void drop(const QByteArray &column)
    {
        QMimeData data;
        data.setData(GroupsPane::columnMime, column);
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_pane->groups(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent end(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_pane->groups(), &end);
    }

private slots:
    void init()
    {
        m_pane = std::make_unique<TablePane>(m_theme, m_icons, m_layouts, m_clock);
        m_pane->resize(900, 400);
        m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
        m_pane->setTable(m_table.get());
        m_table->apply(someRows());
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    void cleanup()
    {
        m_pane.reset();
        m_table.reset();
    }

    void groupsHaveCounts()
    {
        QVERIFY(!m_pane->groups().isVisible());
        groupBy(Level);
        QVERIFY(m_pane->groups().isVisible());
        QTRY_COMPARE(shown(), QStringLiteral("Error 30 | Warning 20 | No value 10"));
        QVERIFY(tree().hasFocus());
        // The arrows choose a group, whose rows are shown.
        QTest::keyClick(&tree(), Qt::Key_Down);
        QTest::keyClick(&tree(), Qt::Key_Down);
        QTRY_COMPARE(rows(), 20);
        QTest::keyClick(&tree(), Qt::Key_Down);
        QTRY_COMPARE(rows(), 10);
        QCOMPARE(m_pane->filter().conditions.size(), std::size_t(1));
        QTest::keyClick(&tree(), Qt::Key_Escape);
        QTRY_COMPARE(rows(), 60);
        QVERIFY(m_pane->filter().isEmpty());
    }

    void groupsHaveGroups()
    {
        groupBy(Level);
        groupBy(Computer);
        QTRY_COMPARE(shown(), QStringLiteral("Error 30 | Warning 20 | No value 10"));
        const QModelIndex warnings = groups().index(1, 0);
        tree().expand(warnings);
        QTRY_COMPARE(shown(warnings), QStringLiteral("web0 7 | web1 7 | web2 6"));
        QVERIFY(!groups().hasChildren(groups().index(0, 0, warnings)));
        tree().setCurrentIndex(groups().index(2, 0, warnings));
        QTRY_COMPARE(rows(), 6);
        QCOMPARE(m_pane->filterAsQuery().count(QLatin1String("| where")), 2);
        // The outer group is left out: the inner one is the only one now.
        const auto buttons = m_pane->groups().findChildren<QPushButton *>();
        const auto chip = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->text() == QLatin1String("Level");
        });
        QVERIFY(chip != buttons.end());
        (*chip)->click();
        QTRY_COMPARE(rows(), 60);
        QTRY_VERIFY(shown().startsWith(QLatin1String("web0 20")));
    }

    void filtersAndGroupsTogether()
    {
        groupBy(Computer);
        QTRY_COMPARE(shown(), QStringLiteral("web0 20 | web1 20 | web2 20"));
        tree().setCurrentIndex(groups().index(1, 0));
        QTRY_COMPARE(rows(), 20);
        m_pane->view().setCurrentIndex(m_pane->view().model()->index(0, Level));
        m_pane->filterByCurrentCell(true); // errors
        QTRY_COMPARE(rows(), 10);
        // Counts are those of the filter, and the group stays chosen.
        QTRY_COMPARE(shown(), QStringLiteral("web0 10 | web1 10 | web2 10"));
        QCOMPARE(tree().currentIndex().data().toString(), QStringLiteral("web1"));
        // Without the filter, which the chip takes away, the group is the whole of it.
        m_pane->findChild<FilterStrip *>()->findChildren<QPushButton *>().last()->click();
        QTRY_COMPARE(rows(), 20);
        QTRY_COMPARE(shown(), QStringLiteral("web0 20 | web1 20 | web2 20"));
    }

    void allRowsMeansThoseOfEveryGroup()
    {
        groupBy(Computer);
        QTRY_COMPARE(groups().rowCount(), 3);
        tree().setCurrentIndex(groups().index(1, 0));
        QTRY_COMPARE(rows(), 20);
        m_pane->clearFilters();
        QTRY_COMPARE(rows(), 60);
        QVERIFY(m_pane->filter().isEmpty());
        QTRY_COMPARE(groups().rowCount(), 3);
        QVERIFY(!tree().selectionModel()->hasSelection());
    }

    void anotherQueryHasNoGroups()
    {
        groupBy(Computer);
        QTRY_COMPARE(groups().rowCount(), 3);
        tree().setCurrentIndex(groups().index(1, 0));
        QTRY_COMPARE(rows(), 20);
        m_pane->forgetArrangement();
        m_pane->setTable(nullptr);
        m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
        m_pane->setTable(m_table.get());
        m_table->apply(someRows());
        QTRY_COMPARE(rows(), 60);
        QVERIFY(m_pane->filter().isEmpty());
        QVERIFY(!m_pane->groups().isVisible());
    }

    void rowsThatArriveAreCounted()
    {
        groupBy(Level);
        groupBy(Computer);
        QTRY_VERIFY(!shown().isEmpty());
        tree().expand(groups().index(0, 0));
        QTRY_VERIFY(!shown(groups().index(0, 0)).isEmpty());
        m_table->apply(someRows());
        QTRY_COMPARE(shown(), QStringLiteral("Error 60 | Warning 40 | No value 20"));
        // What was unfolded stays so.
        QTRY_COMPARE(shown(groups().index(0, 0)), QStringLiteral("web0 20 | web1 20 | web2 20"));
        QVERIFY(tree().isExpanded(groups().index(0, 0)));
    }

    void aColumnIsDropped()
    {
        emit m_pane->view().header().dragBegan(Computer);
        QVERIFY(m_pane->groups().isVisible()); // there is somewhere to drop it
        drop("1");
        emit m_pane->view().header().dragEnded();
        QVERIFY(m_pane->groups().isVisible());
        QTRY_COMPARE(shown(), QStringLiteral("web0 20 | web1 20 | web2 20"));
        // Nothing that is no column of the table.
        for (const QByteArray &text : {QByteArray("3"), QByteArray("-1"), QByteArray("x"), QByteArray()}) {
            drop(text);
        }
        QCOMPARE(m_pane->groups().columns(), std::vector<int>{Computer});
    }

    void aDragThatIsGivenUpLeavesNothing()
    {
        emit m_pane->view().header().dragBegan(Computer);
        emit m_pane->view().header().dragEnded();
        QVERIFY(!m_pane->groups().isVisible());
    }

    void theSameColumnAgainIsNoGroup()
    {
        groupBy(Level);
        groupBy(Level);
        QVERIFY(!m_pane->groups().isVisible());
    }
};

QTEST_MAIN(TestGroups)
#include "tst_groups.moc"
