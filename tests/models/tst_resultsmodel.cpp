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
    QSignalSpy sorted(&f.model, &ResultsModel::sorted);
    f.model.sort(1, Qt::DescendingOrder);
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
    f.model.sort(0, Qt::AscendingOrder);
    QTRY_COMPARE(shownNames(f.model), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    f.model.sort(-1, Qt::AscendingOrder);
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
    QSignalSpy sorted(&f.model, &ResultsModel::sorted);
    f.model.sort(0, Qt::AscendingOrder);
    f.model.sort(1, Qt::DescendingOrder);
    QTRY_VERIFY(!sorted.isEmpty());
    QCOMPARE(sorted.count(), 1);
    QCOMPARE(f.model.index(0, 1).data(ResultsModel::RawRole).toLongLong(), 49'999);
}

void TestResultsModel::rowsThatArriveAreSortedInLater()
{
    Fixture f;
    f.table.apply(chunkOf({{"b", 2}, {"d", 4}}));
    f.model.sort(0, Qt::DescendingOrder);
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
    f.model.sort(0, Qt::AscendingOrder);
    QTRY_COMPARE(kept.row(), 1);
    QCOMPARE(kept.data().toString(), QStringLiteral("2"));
    f.model.sort(-1);
    QCOMPARE(kept.row(), 0);
}

void TestResultsModel::replacedRowsAreSortedAgain()
{
    Fixture f;
    f.table.apply(chunkOf({{"b", 2}, {"a", 1}}));
    f.model.sort(0, Qt::AscendingOrder);
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
    model.sort(0, Qt::AscendingOrder);
    table.reset();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    QTRY_VERIFY(!model.isSorting());
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

QTEST_GUILESS_MAIN(TestResultsModel)
#include "tst_resultsmodel.moc"
