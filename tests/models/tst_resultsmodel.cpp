#include "models/resultsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

class TestResultsModel : public QObject
{
    Q_OBJECT

private slots:
    void growthIsAnnouncedOnce();
    void laterColumnsAreNullInEarlierRows();
    void sortsAwayFromTheGuiThread();
    void thirdClickBringsBackTheOrderOfArrival();
    void newestSortWins();
    void rowsThatArriveAreSortedInLater();
    void selectionFollowsItsRow();
    void replacedRowsAreSortedAgain();
    void outlivesItsTable();
    void roles();
    void severalSortKeys();
    void filterShowsWhatPasses();
    void filterAndSortTogether();
    void rowsThatArriveAreFiltered();
    void filterIsThereBeforeItsRows();
    void replacedRowsAreFilteredAgain();
    void filterFollowsTheZone();
};

namespace {

ResultChunk chunkOf(const std::vector<std::pair<std::string, std::optional<std::int64_t>>> &rows,
                    ResultChunk::Mode mode = ResultChunk::Mode::Append)
{
    ColumnBuilder name(QStringLiteral("Computer"), ColumnType::String);
    ColumnBuilder count(QStringLiteral("count_"), ColumnType::Long);
    for (const auto &[text, number] : rows) {
        name.appendText(text);
        if (number)
            count.appendInteger(*number);
        else
            count.appendNull();
    }
    ResultChunk chunk;
    chunk.mode = mode;
    chunk.rows = Table({name.build(), count.build()}, rows.size());
    return chunk;
}

QStringList shownNames(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}

RowFilter containing(int column, const char *text)
{
    return {{{column, ColumnCondition::Kind::Contains, QString::fromLatin1(text), {}}}, {}};
}

struct Fixture
{
    ResultTable table{QStringLiteral("PrimaryResult")};
    ResultsModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Fixture() { model.setTable(&table); }
};

} // namespace

void TestResultsModel::growthIsAnnouncedOnce()
{
    Fixture f;
    QSignalSpy columns(&f.model, &QAbstractItemModel::columnsInserted);
    QSignalSpy rows(&f.model, &QAbstractItemModel::rowsInserted);
    f.table.apply(chunkOf({{"a", 1}, {"b", 2}}));
    f.table.apply(chunkOf({{"c", 3}}));
    QCOMPARE(columns.count(), 1);
    QCOMPARE(rows.count(), 2);
    QCOMPARE(rows.at(1).at(1).toInt(), 2);
    QCOMPARE(rows.at(1).at(2).toInt(), 2);
    QCOMPARE(shownNames(f.model),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void TestResultsModel::laterColumnsAreNullInEarlierRows()
{
    Fixture f;
    f.table.apply(chunkOf({{"a", 1}}));
    ResultChunk wider = chunkOf({{"b", 2}});
    ColumnBuilder extra(QStringLiteral("Source"), ColumnType::String);
    extra.appendText("disk");
    QList<Column> columns = wider.rows.columns();
    columns.append(extra.build());
    wider.rows = Table(columns, 1);
    f.table.apply(wider);
    QCOMPARE(f.model.columnCount(), 3);
    QVERIFY(f.model.index(0, 2).data(ResultsModel::NullRole).toBool());
    QCOMPARE(f.model.index(1, 2).data().toString(), QStringLiteral("disk"));
}

void TestResultsModel::sortsAwayFromTheGuiThread()
{
    Fixture f;
    f.table.apply(chunkOf({{"b", 2}, {"a", {}}, {"c", 10}}));
    QSignalSpy sorted(&f.model, &ResultsModel::arranged);
    f.model.setSortKeys({{1, true}});
    // The order is not there yet: nothing was sorted within the call.
    QCOMPARE(shownNames(f.model),
             (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
    QVERIFY(sorted.wait());
    QCOMPARE(shownNames(f.model),
             (QStringList{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
    QCOMPARE(f.model.tableRow(0), std::size_t(2));
}

void TestResultsModel::thirdClickBringsBackTheOrderOfArrival()
{
    Fixture f;
    f.table.apply(chunkOf({{"b", 2}, {"a", 1}}));
    f.model.setSortKeys({{0, false}});
    QTRY_COMPARE(shownNames(f.model), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    f.model.setSortKeys({});
    QCOMPARE(shownNames(f.model), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
    QVERIFY(!f.model.order());
}

void TestResultsModel::newestSortWins()
{
    Fixture f;
    std::vector<std::pair<std::string, std::optional<std::int64_t>>> rows;
    for (int i = 0; i < 50'000; ++i)
        rows.emplace_back(std::to_string((i * 7919) % 50'000), i);
    f.table.apply(chunkOf(rows));
    QSignalSpy sorted(&f.model, &ResultsModel::arranged);
    f.model.setSortKeys({{0, false}});
    f.model.setSortKeys({{1, true}});
    QTRY_VERIFY(!sorted.isEmpty());
    QCOMPARE(sorted.count(), 1);
    QCOMPARE(f.model.index(0, 1).data(ResultsModel::RawRole).toLongLong(), 49'999);
}

void TestResultsModel::rowsThatArriveAreSortedInLater()
{
    Fixture f;
    f.table.apply(chunkOf({{"b", 2}, {"d", 4}}));
    f.model.setSortKeys({{0, true}});
    QTRY_COMPARE(f.model.index(0, 0).data().toString(), QStringLiteral("d"));
    f.table.apply(chunkOf({{"c", 3}}));
    f.table.apply(chunkOf({{"e", 5}}));
    QCOMPARE(shownNames(f.model).last(), QStringLiteral("e"));
    QTRY_COMPARE(shownNames(f.model), (QStringList{QStringLiteral("e"), QStringLiteral("d"),
                                                   QStringLiteral("c"), QStringLiteral("b")}));
}

void TestResultsModel::selectionFollowsItsRow()
{
    Fixture f;
    f.table.apply(chunkOf({{"b", 2}, {"a", 1}, {"c", 3}}));
    const QPersistentModelIndex kept(f.model.index(0, 1));
    f.model.setSortKeys({{0, false}});
    QTRY_COMPARE(kept.row(), 1);
    QCOMPARE(kept.data().toString(), QStringLiteral("2"));
    f.model.setSortKeys({});
    QCOMPARE(kept.row(), 0);
}

void TestResultsModel::replacedRowsAreSortedAgain()
{
    Fixture f;
    f.table.apply(chunkOf({{"b", 2}, {"a", 1}}));
    f.model.setSortKeys({{0, false}});
    QTRY_COMPARE(f.model.index(0, 0).data().toString(), QStringLiteral("a"));
    QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
    f.table.apply(chunkOf({{"z", 1}, {"y", 2}, {"x", 3}}, ResultChunk::Mode::Replace));
    QCOMPARE(reset.count(), 1);
    QCOMPARE(f.model.rowCount(), 3);
    QTRY_COMPARE(f.model.index(0, 0).data().toString(), QStringLiteral("x"));
}

void TestResultsModel::outlivesItsTable()
{
    auto table = std::make_unique<ResultTable>(QStringLiteral("t"));
    ResultsModel model;
    model.setTable(table.get());
    table->apply(chunkOf({{"a", 1}}));
    model.setSortKeys({{0, false}});
    table.reset();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    QTRY_VERIFY(!model.isArranging());
}

void TestResultsModel::roles()
{
    Fixture f;
    f.table.apply(chunkOf({{"a", {}}, {"b", 7}}));
    const QModelIndex null = f.model.index(0, 1);
    QVERIFY(!null.data(ResultsModel::RawRole).isValid());
    QCOMPARE(null.data(Qt::AccessibleTextRole).toString(), QStringLiteral("No value"));
    const auto alignment = f.model.index(1, 1).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    QVERIFY(alignment.testFlag(Qt::AlignRight));
    QCOMPARE(f.model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("count_"));
    QCOMPARE(f.model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(),
             QStringLiteral("count_ (long)"));
}

void TestResultsModel::severalSortKeys()
{
    Fixture f;
    f.table.apply(chunkOf({{"b", 1}, {"a", 1}, {"c", 2}}));
    f.model.setSortKeys({{1, true}, {0, false}});
    QTRY_COMPARE(shownNames(f.model),
                 (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(f.model.headerData(0, Qt::Horizontal, Qt::AccessibleDescriptionRole).toString(),
             QStringLiteral("Sorted upwards, key 2"));
    QCOMPARE(f.model.headerData(1, Qt::Horizontal, Qt::AccessibleDescriptionRole).toString(),
             QStringLiteral("Sorted downwards, key 1"));
}

void TestResultsModel::filterShowsWhatPasses()
{
    Fixture f;
    f.table.apply(chunkOf({{"alpha", 1}, {"beta", 2}, {"gamma", 3}, {"delta", {}}}));
    QSignalSpy others(&f.model, &ResultsModel::othersShown);
    f.model.setFilter(containing(0, "TA"));
    QCOMPARE(f.model.rowCount(), 4); // not looked through within the call
    QVERIFY(others.wait());
    QVERIFY(f.model.isFiltered());
    QCOMPARE(shownNames(f.model), (QStringList{QStringLiteral("beta"), QStringLiteral("delta")}));
    QCOMPARE(f.model.tableRow(1), std::size_t(3));
    QCOMPARE(f.model.rows().rowCount(), std::size_t(4));
    f.model.setFilter(containing(0, "nothing"));
    QTRY_COMPARE(f.model.rowCount(), 0);
    f.model.setFilter({});
    QCOMPARE(f.model.rowCount(), 4);
    QVERIFY(!f.model.isFiltered());
    QVERIFY(!f.model.order());
}

void TestResultsModel::filterAndSortTogether()
{
    Fixture f;
    f.table.apply(chunkOf({{"alpha", 1}, {"beta", 2}, {"gamma", 3}, {"delta", 4}}));
    f.model.setSortKeys({{1, true}});
    QTRY_COMPARE(shownNames(f.model).first(), QStringLiteral("delta"));
    f.model.setFilter(containing(0, "ta"));
    QTRY_COMPARE(shownNames(f.model), (QStringList{QStringLiteral("delta"), QStringLiteral("beta")}));
    f.model.setSortKeys({});
    QTRY_COMPARE(shownNames(f.model), (QStringList{QStringLiteral("beta"), QStringLiteral("delta")}));
    f.model.setSortKeys({{1, true}});
    f.model.setFilter({});
    QTRY_COMPARE(shownNames(f.model), (QStringList{QStringLiteral("delta"), QStringLiteral("gamma"),
                                                   QStringLiteral("beta"), QStringLiteral("alpha")}));
}

void TestResultsModel::rowsThatArriveAreFiltered()
{
    Fixture f;
    f.table.apply(chunkOf({{"alpha", 1}, {"beta", 2}}));
    f.model.setFilter(containing(0, "l"));
    QTRY_COMPARE(shownNames(f.model), QStringList(QStringLiteral("alpha")));
    f.table.apply(chunkOf({{"gamma", 3}, {"delta", 4}}));
    QCOMPARE(f.model.rowCount(), 1);
    QTRY_COMPARE(shownNames(f.model), (QStringList{QStringLiteral("alpha"), QStringLiteral("delta")}));
}

void TestResultsModel::filterIsThereBeforeItsRows()
{
    Fixture f;
    f.model.setFilter(containing(0, "l"));
    ResultTable next(QStringLiteral("PrimaryResult"));
    f.model.setTable(&next);
    next.apply(chunkOf({{"gamma", 3}, {"delta", 4}}));
    QCOMPARE(f.model.rowCount(), 0); // none is shown that has to go again
    QTRY_COMPARE(shownNames(f.model), QStringList(QStringLiteral("delta")));
    f.model.setTable(nullptr);
    QCOMPARE(f.model.rowCount(), 0);
}

void TestResultsModel::replacedRowsAreFilteredAgain()
{
    Fixture f;
    f.table.apply(chunkOf({{"alpha", 1}, {"beta", 2}}));
    f.model.setFilter(containing(0, "l"));
    QTRY_COMPARE(f.model.rowCount(), 1);
    f.table.apply(chunkOf({{"x", 1}, {"delta", 2}, {"l", 3}}, ResultChunk::Mode::Replace));
    QTRY_COMPARE(shownNames(f.model), (QStringList{QStringLiteral("delta"), QStringLiteral("l")}));
}

void TestResultsModel::filterFollowsTheZone()
{
    qputenv("TZ", "Asia/Kathmandu");
    Fixture f;
    ColumnBuilder time(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
    time.appendInteger(*parseIsoDateTime("2026-11-22T23:00:00Z"));
    ResultChunk chunk;
    chunk.rows = Table({time.build()}, 1);
    f.table.apply(chunk);
    f.model.setFilter(containing(0, "2026-11-23 04:45"));
    QTRY_COMPARE(f.model.rowCount(), 0);
    f.model.setFormatter(CellFormatter(TimeRange::Zone::Local));
    QTRY_COMPARE(f.model.rowCount(), 1);
    qunsetenv("TZ");
}

QTEST_GUILESS_MAIN(TestResultsModel)
#include "tst_resultsmodel.moc"
