#include "models/resultsmodel.h"
#include "results/resultset.h"
#include "stores/columnlayoutstore.h"
#include "support/manualclock.h"
#include "widgets/columnfactsstrip.h"
#include "widgets/columnkeeper.h"
#include "widgets/columnspopup.h"
#include "widgets/filterbox.h"
#include "widgets/filterrow.h"
#include "widgets/frozencolumns.h"
#include "widgets/icons.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"
#include "widgets/tablepane.h"
#include "widgets/theme.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace sonde;

namespace {

const QStringList usualNames{QStringLiteral("Time"),  QStringLiteral("Tenant"), QStringLiteral("Computer"),
                             QStringLiteral("Empty"), QStringLiteral("Number"), QStringLiteral("Text")};

/// 50 rows: Tenant is the same in all of them, Empty has no value.
ResultChunk someRows(const QStringList &names = usualNames, int count = 50)
{
    QList<Column> columns;
    for (const QString &name : names) {
        ColumnBuilder builder(name, name == QLatin1String("Number") ? ColumnType::Long : ColumnType::String);
        for (int row = 0; row < count; ++row) {
            if (name == QLatin1String("Number"))
                builder.appendInteger(row);
            else if (name == QLatin1String("Empty"))
                builder.appendText("");
            else if (name == QLatin1String("Tenant"))
                builder.appendText("contoso");
            else
                builder.appendText(name.toStdString() + " " + std::to_string(row));
        }
        columns.append(builder.build());
    }
    ResultChunk chunk;
    chunk.rows = Table(columns, static_cast<std::size_t>(count));
    return chunk;
}

} // namespace

class TestColumns final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ColumnLayoutStore> m_layouts;
    std::unique_ptr<TablePane> m_pane;
    std::unique_ptr<ResultTable> m_table;

    ResultsView &view() const { return m_pane->view(); }
    ColumnKeeper &columns() const { return m_pane->columns(); }
    QString title(int column) const { return view().model()->headerData(column, Qt::Horizontal).toString(); }
    QStringList shownNames() const
    {
        QStringList names;
        for (const int column : columns().shownColumns())
            names << title(column);
        return names;
    }
    int indexOf(const char *name) const { return static_cast<int>(usualNames.indexOf(QLatin1String(name))); }
    QStringList chips() const
    {
        QStringList texts;
        const auto buttons = m_pane->findChild<ColumnFactsStrip *>()->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            texts << button->text();
        return texts;
    }
    void makePane()
    {
        m_pane = std::make_unique<TablePane>(m_theme, m_icons, *m_layouts, m_clock);
        m_pane->resize(500, 300);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    /// As a run does: no table, then the columns with the first rows.
    void runAgain(const ResultChunk &chunk = someRows())
    {
        m_pane->setTable(nullptr);
        m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
        m_pane->setTable(m_table.get());
        m_table->apply(chunk);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_layouts = std::make_unique<ColumnLayoutStore>(m_folder->filePath(QStringLiteral("columns.json")));
        makePane();
        runAgain();
    }
    void cleanup()
    {
        m_pane.reset();
        m_table.reset();
        m_layouts.reset();
    }

    void hiddenOnesAreLeftOut()
    {
        view().setCurrentIndex(view().model()->index(3, indexOf("Tenant")));
        m_pane->hideCurrentColumn();
        QCOMPARE(shownNames(),
                 (QStringList{QStringLiteral("Time"), QStringLiteral("Computer"), QStringLiteral("Empty"),
                              QStringLiteral("Number"), QStringLiteral("Text")}));
        // The keyboard goes to the one that stands there now.
        QCOMPARE(view().currentIndex().column(), indexOf("Computer"));
        QCOMPARE(view().currentIndex().row(), 3);
        columns().setHidden(indexOf("Tenant"), false);
        QCOMPARE(shownNames(), usualNames);
        for (const QString &name : usualNames)
            columns().setHidden(static_cast<int>(usualNames.indexOf(name)), true);
        QCOMPARE(shownNames(), QStringList{QStringLiteral("Text")}); // one stays
        columns().showAll();
        QCOMPARE(shownNames(), usualNames);
    }

    void aRunOfTheSameColumnsKeepsTheLayout()
    {
        columns().setHidden(indexOf("Empty"), true);
        columns().move(indexOf("Text"), -10);
        columns().setTitle(indexOf("Computer"), QStringLiteral("Machine"));
        view().setColumnWidth(indexOf("Number"), 211);
        const QStringList expected{QStringLiteral("Text"), QStringLiteral("Time"), QStringLiteral("Tenant"),
                                   QStringLiteral("Machine"), QStringLiteral("Number")};
        QCOMPARE(shownNames(), expected);
        const int hinted = view().columnWidth(indexOf("Time"));

        runAgain(someRows(usualNames, 3));
        QCOMPARE(shownNames(), expected);
        QCOMPARE(view().columnWidth(indexOf("Number")), 211);
        QVERIFY(view().columnWidth(indexOf("Time")) <= hinted);

        // Other columns stand as they come, and the first ones are remembered all the same.
        const QStringList others{QStringLiteral("Number"), QStringLiteral("Computer")};
        runAgain(someRows(others));
        QCOMPARE(shownNames(), others);
        QVERIFY(view().columnWidth(0) != 211);
        runAgain();
        QCOMPARE(shownNames(), expected);

        // In another window, and after a start of the program.
        m_pane.reset();
        m_layouts.reset();
        m_layouts = std::make_unique<ColumnLayoutStore>(m_folder->filePath(QStringLiteral("columns.json")));
        makePane();
        runAgain();
        QCOMPARE(shownNames(), expected);
        QCOMPARE(view().columnWidth(indexOf("Number")), 211);
        // The name is what queries are made with.
        QCOMPARE(view().columnName(indexOf("Computer")), QStringLiteral("Computer"));

        columns().reset();
        QCOMPARE(shownNames(), usualNames);
        QVERIFY(view().columnWidth(indexOf("Number")) != 211);
        QVERIFY(!m_layouts->find(usualNames));
    }

    void columnsWithoutNewsAreFacts()
    {
        columns().setHidesSame(true);
        columns().setHidesEmpty(true);
        QTRY_COMPARE(shownNames(), (QStringList{QStringLiteral("Time"), QStringLiteral("Computer"),
                                                QStringLiteral("Number"), QStringLiteral("Text")}));
        // English has its plurals from a translation, which is not loaded here.
        QCOMPARE(chips(),
                 (QStringList{QStringLiteral("Tenant: contoso"), QStringLiteral("1 empty columns")}));
        runAgain();
        QTRY_COMPARE(shownNames().size(), 4);
        // A chip brings its column back.
        m_pane->findChild<ColumnFactsStrip *>()->findChild<QPushButton *>()->click();
        QCOMPARE(shownNames().size(), 5);
        QCOMPARE(chips(), QStringList{QStringLiteral("1 empty columns")});
        // What differs after all is shown as soon as that is known.
        ResultChunk chunk = someRows();
        QList<Column> cells = chunk.rows.columns();
        ColumnBuilder filled(QStringLiteral("Empty"), ColumnType::String);
        for (int row = 0; row < 50; ++row)
            filled.appendText("now");
        cells[indexOf("Empty")] = filled.build();
        chunk.rows = Table(cells, 50);
        m_table->apply(chunk);
        QTRY_COMPARE(shownNames(), usualNames);
        QVERIFY(chips().isEmpty());
    }

    void allTheSameIsShownAllTheSame()
    {
        columns().setHidesSame(true);
        runAgain(someRows({QStringLiteral("Tenant"), QStringLiteral("Empty")}));
        columns().setHidesSame(true);
        columns().setHidesEmpty(true);
        QTRY_COMPARE(shownNames(), QStringList{QStringLiteral("Tenant")});
    }

    void firstColumnsStayInSight()
    {
        for (int column = 0; column < usualNames.size(); ++column)
            view().setColumnWidth(column, 180);
        columns().setFrozen(1);
        auto *frozen = view().findChild<FrozenColumns *>();
        QVERIFY(frozen->isVisible());
        QCOMPARE(view().frozenWidth(), view().columnWidth(0) + 1);
        QCOMPARE(frozen->mapTo(&view(), QPoint()).x(), view().viewport()->x());
        view().setCurrentIndex(view().model()->index(40, indexOf("Text")));
        QVERIFY(view().horizontalScrollBar()->value() > 0);
        QCOMPARE(frozen->indexAt(QPoint(5, 5)).column(), 0);
        QCOMPARE(frozen->verticalScrollBar()->value(), view().verticalScrollBar()->value());
        // To it and back, the rest stands still; what was beneath comes out.
        const int left = view().horizontalScrollBar()->value();
        view().setCurrentIndex(view().model()->index(40, 0));
        QCOMPARE(view().horizontalScrollBar()->value(), left);
        view().setCurrentIndex(view().model()->index(40, 1));
        QVERIFY(view().columnViewportPosition(1) >= view().columnWidth(0));
        // The header sorts the same rows; the order is the same in both.
        QTest::mouseClick(frozen->horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(20, 8));
        QCOMPARE(view().header().sortKeys(), (std::vector<SortKey>{{0, false}}));
        columns().move(indexOf("Number"), -10);
        QCOMPARE(frozen->indexAt(QPoint(5, 5)).column(), indexOf("Number"));
        // The box above it stays as well.
        m_pane->toggleFilters();
        QTRY_VERIFY(m_pane->findChild<FilterRow *>()->box(indexOf("Number")) != nullptr);
        view().horizontalScrollBar()->setValue(view().horizontalScrollBar()->maximum());
        QTRY_COMPARE(m_pane->findChild<FilterRow *>()->box(indexOf("Number"))->x(), 0);
        columns().setFrozen(0);
        QVERIFY(!frozen->isVisible());
        QCOMPARE(view().frozenWidth(), 0);
    }

    void keysMoveTheColumn()
    {
        view().setFocus();
        view().setCurrentIndex(view().model()->index(0, 0));
        QTest::keyClick(&view(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(shownNames().mid(0, 2), (QStringList{QStringLiteral("Tenant"), QStringLiteral("Time")}));
        QCOMPARE(view().currentIndex().column(), 0);
        QTest::keyClick(&view(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(shownNames(), usualNames);
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        auto *menu = m_pane->findChild<QMenu *>();
        QVERIFY(menu != nullptr && menu->isVisible());
        QStringList entries;
        for (const QAction *action : menu->actions())
            entries << action->text().remove(u'&');
        QVERIFY(entries.contains(QStringLiteral("Hide column")));
        QVERIFY(entries.contains(QStringLiteral("Keep in sight up to here")));
        menu->close();
    }

    void aPartOfTheNameGoesToTheColumn()
    {
        view().setCurrentIndex(view().model()->index(7, 0));
        columns().setHidden(indexOf("Number"), true);
        m_pane->openColumns();
        auto *popup = m_pane->findChild<ColumnsPopup *>();
        auto *search = popup->findChild<QLineEdit *>();
        QTest::keyClicks(search, QStringLiteral("tex"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(view().currentIndex(), view().model()->index(7, indexOf("Text")));
        // One that was hidden is shown, else there would be nothing to go to.
        m_pane->openColumns();
        popup = m_pane->findChildren<ColumnsPopup *>().last();
        search = popup->findChild<QLineEdit *>();
        QTest::keyClicks(search, QStringLiteral("UMB"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(view().currentIndex(), view().model()->index(7, indexOf("Number")));
        QVERIFY(columns().isShown(indexOf("Number")));
        // The tick hides.
        m_pane->openColumns();
        popup = m_pane->findChildren<ColumnsPopup *>().last();
        auto *list = popup->findChild<QTreeWidget *>();
        list->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        QVERIFY(!columns().isShown(0));
        popup->close();
    }

    void goesToARow()
    {
        view().setCurrentIndex(view().model()->index(0, indexOf("Number")));
        m_pane->askForRow();
        auto *dialog = m_pane->findChild<QInputDialog *>();
        QVERIFY(dialog->labelText().contains(QLatin1String("50")));
        dialog->setIntValue(42);
        dialog->accept();
        QCOMPARE(view().currentIndex(), view().model()->index(41, indexOf("Number")));
    }
};

QTEST_MAIN(TestColumns)
#include "tst_columns.moc"
