#include "core/bytesink.h"
#include "models/resultsmodel.h"
#include "results/resultset.h"
#include "stores/columnlayoutstore.h"
#include "support/manualclock.h"
#include "widgets/columnkeeper.h"
#include "widgets/filterbox.h"
#include "widgets/filterrow.h"
#include "widgets/icons.h"
#include "widgets/relativetimes.h"
#include "widgets/resultsheader.h"
#include "widgets/resultsview.h"
#include "widgets/tablefindbar.h"
#include "widgets/tablepane.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

using Kind = ColumnFormat::Kind;
enum Columns { SizeColumn, RatioColumn, TimeColumn, TextColumn };
const QStringList names{QStringLiteral("Size"), QStringLiteral("Ratio"), QStringLiteral("Time"),
                        QStringLiteral("Text")};

/// Three rows, the last of them without values.
ResultChunk someRows(const QDateTime &now)
{
    ColumnBuilder size(names.at(SizeColumn), ColumnType::Long);
    ColumnBuilder ratio(names.at(RatioColumn), ColumnType::Real);
    ColumnBuilder time(names.at(TimeColumn), ColumnType::DateTime);
    ColumnBuilder text(names.at(TextColumn), ColumnType::String);
    for (const int row : {0, 1}) {
        size.appendInteger(row == 0 ? 1'234'567 : -1);
        ratio.appendReal(row == 0 ? 1234.5678 : 0.25);
        time.appendInteger(toTicks(now) - (row == 0 ? 3 * ticksPerMinute : 0));
        text.appendText("1234567");
    }
    for (ColumnBuilder *column : {&size, &ratio, &time, &text})
        column->appendNull();
    ResultChunk chunk;
    chunk.rows = Table({size.build(), ratio.build(), time.build(), text.build()}, 3);
    return chunk;
}

} // namespace

class TestColumnFormats final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ColumnLayoutStore> m_layouts;
    std::unique_ptr<TablePane> m_pane;
    std::unique_ptr<ResultTable> m_table;

    ResultsView &view() const { return m_pane->view(); }
    ResultsModel &model() const { return view().resultsModel(); }
    QString shown(int row, int column) const { return model().index(row, column).data().toString(); }
    QString path() const { return m_folder->filePath(QStringLiteral("columns.json")); }
    void setFormat(int column, const char *name)
    {
        m_pane->columns().setFormat(column, *ColumnFormat::fromName(QString::fromLatin1(name)));
    }

    void makePane()
    {
        m_pane = std::make_unique<TablePane>(m_theme, m_icons, *m_layouts, *m_clock);
        m_pane->resize(800, 300);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        new QAbstractItemModelTester(&model(), m_pane.get());
    }
    void runAgain()
    {
        m_pane->setTable(nullptr);
        m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
        m_pane->setTable(m_table.get());
        m_table->apply(someRows(m_clock->nowUtc()));
    }
    /// The menu of the current column's formats, by its key.
    QMenu *openFormats()
    {
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        const auto menus = m_pane->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
        return menus.isEmpty() ? nullptr : menus.last()->findChild<QMenu *>();
    }
    QStringList offered(int column)
    {
        view().setCurrentIndex(model().index(0, column));
        QMenu *formats = openFormats();
        QStringList entries;
        if (formats != nullptr) {
            for (const QAction *action : formats->actions()) {
                if (!action->isSeparator())
                    entries << (action->isChecked() ? u"*" : u"") + action->text().remove(u'&');
            }
        }
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        return entries;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("nl_NL"))); }
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_layouts = std::make_unique<ColumnLayoutStore>(path());
        makePane();
        runAgain();
    }
    void cleanup()
    {
        m_pane.reset();
        m_table.reset();
        m_layouts.reset();
    }

    void onlyWhatFitsIsOffered()
    {
        QCOMPARE(
            offered(SizeColumn),
            (QStringList{QStringLiteral("*As it came"), QStringLiteral("Thousands separators\t1.234.567"),
                         QStringLiteral("Hexadecimal\t0x12D687"), QStringLiteral("Bytes\t1,18 MiB"),
                         QStringLiteral("Duration, of milliseconds\t20 min 35 s"),
                         QStringLiteral("Duration, of seconds\t14 d 7 h")}));
        QCOMPARE(offered(TimeColumn),
                 (QStringList{QStringLiteral("*As it came"), QStringLiteral("Relative time\t3 min ago")}));
        QVERIFY(offered(TextColumn).isEmpty());
        setFormat(RatioColumn, "decimals-2-grouped");
        const QStringList ratios = offered(RatioColumn);
        QVERIFY(ratios.contains(QStringLiteral("*2 decimal places\t1.234.567,89")));
        QVERIFY(ratios.contains(QStringLiteral("*Thousands separators\t1.234.567,89")));
        QVERIFY(ratios.contains(QStringLiteral("0 decimal places\t1.234.568")));
        QVERIFY(ratios.contains(QStringLiteral("As it came")));
    }

    void theKeyboardChooses()
    {
        view().setCurrentIndex(model().index(0, SizeColumn));
        QMenu *formats = openFormats();
        QVERIFY(formats != nullptr);
        auto *menu = qobject_cast<QMenu *>(formats->parent());
        QTest::keyClick(menu, Qt::Key_P);
        QTRY_VERIFY(formats->isVisible());
        QTest::keyClick(formats, Qt::Key_H);
        QCOMPARE(shown(0, SizeColumn), QStringLiteral("0x12D687"));
        QCOMPARE(shown(1, SizeColumn), QStringLiteral("0xFFFFFFFFFFFFFFFF"));
        QCOMPARE(shown(2, SizeColumn), QString(nullSign));
        QVERIFY(offered(SizeColumn).contains(QStringLiteral("*Hexadecimal\t0x12D687")));
    }

    void thousandsAreForAnyNumberOfDecimals()
    {
        setFormat(RatioColumn, "decimals-1");
        const auto choose = [this](Qt::Key key) {
            view().setCurrentIndex(model().index(0, RatioColumn));
            QMenu *formats = openFormats();
            QTest::keyClick(qobject_cast<QMenu *>(formats->parent()), Qt::Key_P);
            QTest::keyClick(formats, key);
        };
        choose(Qt::Key_T);
        QCOMPARE(shown(0, RatioColumn), QStringLiteral("1.234,6"));
        choose(Qt::Key_2);
        QCOMPARE(shown(0, RatioColumn), QStringLiteral("1.234,57"));
        choose(Qt::Key_T);
        QCOMPARE(shown(0, RatioColumn), QStringLiteral("1234,57"));
        choose(Qt::Key_A);
        QCOMPARE(shown(0, RatioColumn), QStringLiteral("1234.5678"));
    }

    void theWholeValueIsAMouseAway()
    {
        const auto toolTip = [this](int row, int column) {
            return model().index(row, column).data(Qt::ToolTipRole).toString();
        };
        QCOMPARE(toolTip(0, RatioColumn), QString());
        setFormat(RatioColumn, "decimals-0");
        QCOMPARE(shown(0, RatioColumn), QStringLiteral("1235"));
        QCOMPARE(toolTip(0, RatioColumn), QStringLiteral("1234.5678"));
        QCOMPARE(toolTip(2, RatioColumn), QString());
        QCOMPARE(model().index(0, RatioColumn).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("1235"));
        QCOMPARE(model().index(0, RatioColumn).data(ResultsModel::RawRole).toDouble(), 1234.5678);
        // The header says that it is not all there is.
        const QString header = model().headerData(RatioColumn, Qt::Horizontal, Qt::ToolTipRole).toString();
        QCOMPARE(header, QStringLiteral("Ratio (real), format: 0 decimal places"));
        QCOMPARE(model().headerData(RatioColumn, Qt::Horizontal, Qt::AccessibleDescriptionRole).toString(),
                 QStringLiteral("0 decimal places"));
        setFormat(TimeColumn, "relative");
        QCOMPARE(model().headerData(TimeColumn, Qt::Horizontal).toString(), QStringLiteral("Time"));
        QCOMPARE(toolTip(0, TimeColumn), QStringLiteral("2026-11-22T15:57:00Z"));
        model().setFormatter(CellFormatter(QTimeZone("Europe/Amsterdam")));
        QCOMPARE(toolTip(0, TimeColumn),
                 QStringLiteral("2026-11-22 16:57:00.000 (Amsterdam)\n2026-11-22T15:57:00Z"));
    }

    void copiesAreOfValues()
    {
        setFormat(SizeColumn, "bytes");
        setFormat(RatioColumn, "decimals-2");
        setFormat(TimeColumn, "relative");
        view().selectAll();
        QSignalSpy copied(&view(), &ResultsView::copied);
        view().copySelection(false);
        QVERIFY(copied.wait());
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("1234567\t1234.5678\t2026-11-22T15:57:00Z\t1234567\n"
                                "-1\t0.25\t2026-11-22T16:00:00Z\t1234567\n\t\t\t"));
        MemorySink sink;
        QVERIFY(writeCsv(view().allRows(), {}, sink, CancelState()));
        QVERIFY(sink.bytes().find("1234567,1234.5678,2026-11-22T15:57:00Z") != std::string::npos);
        view().header().sortBy(SizeColumn, false);
        QTRY_COMPARE(shown(0, SizeColumn), QStringLiteral("-1 B"));
    }

    void theLayoutRemembersIt()
    {
        setFormat(SizeColumn, "bytes");
        setFormat(TimeColumn, "relative");
        runAgain();
        QCOMPARE(shown(0, SizeColumn), QStringLiteral("1,18 MiB"));
        // In another window, and after a start of the program.
        m_pane.reset();
        m_layouts.reset();
        m_layouts = std::make_unique<ColumnLayoutStore>(path());
        makePane();
        runAgain();
        QCOMPARE(shown(0, SizeColumn), QStringLiteral("1,18 MiB"));
        QCOMPARE(shown(0, TimeColumn), QStringLiteral("3 min ago"));
        m_pane->columns().reset();
        QCOMPARE(shown(0, SizeColumn), QStringLiteral("1234567"));
        QVERIFY(!m_layouts->find(names));
    }

    void aFormatThatIsNotKnownIsNone()
    {
        ColumnLayout layout;
        for (const QString &name : names)
            layout.columns.append({name, {}, 0, false, {}, false});
        layout.columns[SizeColumn].format = QStringLiteral("roman");
        layout.columns[TextColumn].format = QStringLiteral("bytes"); // does not fit
        layout.columns[RatioColumn].format = QStringLiteral("decimals-1");
        m_layouts->remember(layout);
        runAgain();
        QCOMPARE(shown(0, SizeColumn), QStringLiteral("1234567"));
        QCOMPARE(shown(0, TextColumn), QStringLiteral("1234567"));
        QCOMPARE(shown(0, RatioColumn), QStringLiteral("1234,6"));
    }

    void theWidthFollowsUnlessItIsDrawnByHand()
    {
        const int before = view().columnWidth(SizeColumn);
        setFormat(SizeColumn, "hexadecimal");
        const int wide = view().columnWidth(SizeColumn);
        QVERIFY(wide > before);
        setFormat(SizeColumn, "");
        QCOMPARE(view().columnWidth(SizeColumn), before);
        view().setColumnWidth(SizeColumn, 60);
        setFormat(SizeColumn, "hexadecimal");
        QCOMPARE(view().columnWidth(SizeColumn), 60);
        m_pane->columns().fitWidth(SizeColumn);
        QCOMPARE(view().columnWidth(SizeColumn), wide);
    }

    void filtersAndFindLookAtBoth()
    {
        setFormat(SizeColumn, "grouped");
        m_pane->toggleFilters();
        FilterBox *box = m_pane->findChild<FilterRow *>()->box(SizeColumn);
        QVERIFY(box->toolTip().contains(QLatin1String("as it came")));
        QVERIFY(!box->accessibleDescription().isEmpty());
        for (const char *typed : {"1.234.567", "1234567"}) {
            box->setText(QString::fromLatin1(typed));
            QTRY_VERIFY(model().isFiltered() && model().rowCount() == 1);
            box->clear();
            QTRY_COMPARE(model().rowCount(), 3);
        }
        // What is compared is the value.
        box->setText(QStringLiteral(">1000000"));
        QTRY_COMPARE(model().rowCount(), 1);
        // A format that is taken off while its text is looked for.
        box->setText(QStringLiteral("1.234"));
        QTRY_VERIFY(!model().isArranging() && model().rowCount() == 1);
        QVERIFY(m_pane->filterAsQuery().contains(QLatin1String("\"1.234\" // ")));
        setFormat(SizeColumn, "");
        QTRY_COMPARE(model().rowCount(), 0);
        QVERIFY(!m_pane->filterAsQuery().contains(QLatin1String("//")));
        QVERIFY(!box->toolTip().contains(QLatin1String("as it came")));
        m_pane->clearFilters();
        QTRY_COMPARE(model().rowCount(), 3);

        setFormat(SizeColumn, "grouped");
        view().setCurrentIndex(model().index(1, SizeColumn));
        m_pane->findBar().openWith(QStringLiteral("34567"));
        QTRY_COMPARE(view().currentIndex(), model().index(1, TextColumn));
        m_pane->findBar().openWith(QStringLiteral("34.567"));
        QTRY_COMPARE(view().currentIndex(), model().index(0, SizeColumn));
        // What is found is what is marked.
        const auto searched = [this](int row, int column) {
            return model().index(row, column).data(ResultsModel::SearchedRole).toString();
        };
        QVERIFY(searched(0, SizeColumn).contains(QLatin1String("1234567")));
        QVERIFY(searched(0, SizeColumn).contains(QLatin1String("1.234.567")));
        QVERIFY(searched(0, TextColumn).isNull());
        setFormat(TimeColumn, "relative");
        QCOMPARE(searched(0, TimeColumn), QStringLiteral("2026-11-22 15:57:00.000"));
    }

    void alphabeticalOrderIsOfTheLayout()
    {
        const auto run = [this] {
            ColumnBuilder name(QStringLiteral("Name"), ColumnType::String);
            for (const char *text : {"Zebra", "web10", "äpfel", "web9", "apfel", "Apfel"})
                name.appendText(text);
            ResultChunk chunk;
            chunk.rows = Table({name.build()}, 6);
            m_pane->setTable(nullptr);
            m_table = std::make_unique<ResultTable>(QStringLiteral("PrimaryResult"));
            m_pane->setTable(m_table.get());
            m_table->apply(chunk);
        };
        const auto all = [this] {
            QStringList texts;
            for (int row = 0; row < model().rowCount(); ++row)
                texts << shown(row, 0);
            return texts.join(u' ');
        };
        const QString byCodePoint = QStringLiteral("Apfel Zebra apfel web10 web9 äpfel");
        const QString byAlphabet = QStringLiteral("apfel Apfel äpfel web9 web10 Zebra");
        run();
        view().header().sortBy(0, false);
        QTRY_COMPARE(all(), byCodePoint);
        // By the keyboard; the rows follow.
        view().setCurrentIndex(model().index(0, 0));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        QMenu *menu = m_pane->findChildren<QMenu *>(Qt::FindDirectChildrenOnly).last();
        QTest::keyClick(menu, Qt::Key_B);
        QTRY_COMPARE(all(), byAlphabet);
        QVERIFY(model()
                    .headerData(0, Qt::Horizontal, Qt::AccessibleDescriptionRole)
                    .toString()
                    .contains(QLatin1String("alphabetical")));
        run();
        QTRY_COMPARE(all(), byAlphabet);
        view().header().sortBy(0, false); // downwards
        QTRY_COMPARE(all(), QStringLiteral("Zebra web10 web9 äpfel Apfel apfel"));
        m_pane->columns().reset();
        QTRY_COMPARE(all(), QStringLiteral("äpfel web9 web10 apfel Zebra Apfel"));
        // It is of no use on a column that is not sorted by, so that column is sorted.
        view().header().setSortKeys({});
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(m_pane->findChildren<QMenu *>(Qt::FindDirectChildrenOnly).last(), Qt::Key_B);
        QTRY_COMPARE(all(), byAlphabet);
        // Only texts have an alphabet.
        runAgain();
        view().setCurrentIndex(model().index(0, SizeColumn));
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        menu = m_pane->findChildren<QMenu *>(Qt::FindDirectChildrenOnly).last();
        for (const QAction *action : menu->actions())
            QVERIFY(!action->text().contains(QLatin1String("betical")));
        menu->close();
    }

    void relativeTimesMoveOnWhileTheyAreSeen()
    {
        auto *times = m_pane->findChild<RelativeTimes *>();
        QVERIFY(!times->isTicking());
        setFormat(TimeColumn, "relative");
        QCOMPARE(shown(0, TimeColumn), QStringLiteral("3 min ago"));
        QCOMPARE(shown(1, TimeColumn), QStringLiteral("just now"));
        QVERIFY(times->isTicking());
        // All of them are of one instant, however long painting takes.
        m_clock->advance(std::chrono::minutes(2));
        QCOMPARE(shown(0, TimeColumn), QStringLiteral("3 min ago"));
        m_pane->hide();
        QVERIFY(!times->isTicking());
        m_pane->show();
        QCOMPARE(shown(0, TimeColumn), QStringLiteral("5 min ago"));
        QVERIFY(times->isTicking());
        // Rows that come now are not of the future.
        m_clock->advance(std::chrono::minutes(2));
        m_table->apply(someRows(m_clock->nowUtc()));
        QCOMPARE(shown(4, TimeColumn), QStringLiteral("just now"));
        setFormat(TimeColumn, "");
        QVERIFY(!times->isTicking());
    }
};

QTEST_MAIN(TestColumnFormats)
#include "tst_columnformats.moc"
