#include "core/ticks.h"
#include "results/rowcomparison.h"
#include "support/cells.h"

#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>

using namespace sonde;

namespace {

using Cells = std::vector<std::optional<std::string>>; ///< nothing: null

/// One column of text.
Column textColumn(const QString &name, ColumnType type, const Cells &cells)
{
    ColumnBuilder builder(name, type);
    for (const auto &cell : cells) {
        if (cell)
            builder.appendText(*cell);
        else
            builder.appendNull();
    }
    return builder.build();
}

ChunkedTable texts(const Cells &cells, ColumnType type = ColumnType::String,
                   const QString &name = QStringLiteral("Text"))
{
    ChunkedTable table;
    table.append(Table({textColumn(name, type, cells)}, cells.size()));
    return table;
}

ChunkedTable reals(const std::vector<double> &values)
{
    ColumnBuilder builder(QStringLiteral("Real"), ColumnType::Real);
    for (const double value : values)
        builder.appendReal(value);
    ChunkedTable table;
    table.append(Table({builder.build()}, values.size()));
    return table;
}

std::vector<int> marked(const RowMask &mask)
{
    std::vector<int> rows;
    for (std::size_t row = 0; row < mask.size(); ++row) {
        if (mask[row] != 0)
            rows.push_back(static_cast<int>(row));
    }
    return rows;
}

using Rows = std::vector<int>;

RowComparison compared(const ChunkedTable &first, const ChunkedTable &second)
{
    return compareRows(first, second, CancelState()).value();
}

constexpr std::array allTypes{
    ColumnType::Bool, ColumnType::Int,      ColumnType::Long,     ColumnType::Real,   ColumnType::Decimal,
    ColumnType::Guid, ColumnType::DateTime, ColumnType::TimeSpan, ColumnType::String, ColumnType::Dynamic};

/// Few different cells, so that rows of few columns are often equal.
void appendRandom(ColumnBuilder &builder, std::mt19937 &random)
{
    const auto pick = [&random](int below) {
        return static_cast<int>(random() % static_cast<unsigned>(below));
    };
    if (pick(6) == 0) {
        builder.appendNull();
        return;
    }
    switch (builder.type()) {
    case ColumnType::Bool:
        builder.appendInteger(pick(2));
        break;
    case ColumnType::Real:
        builder.appendReal(std::array{0.5, -1e300, std::nan("")}[static_cast<std::size_t>(pick(3))]);
        break;
    case ColumnType::Decimal:
        builder.appendText(std::array{"1.5", "-2", "3"}[static_cast<std::size_t>(pick(3))]);
        break;
    case ColumnType::Guid:
        builder.appendText("00000000-0000-4000-8000-00000000000" + std::to_string(pick(3)));
        break;
    case ColumnType::String:
    case ColumnType::Dynamic:
        builder.appendText(std::array{"", "a", R"({"b":1})"}[static_cast<std::size_t>(pick(3))]);
        break;
    case ColumnType::DateTime:
        builder.appendInteger(parseIsoDateTime("2026-11-22T16:02:00Z").value() + pick(3));
        break;
    default:
        builder.appendInteger(pick(3) - 1);
    }
}

/// \a columns of every type in turn, in chunks of \a chunkRows.
ChunkedTable randomTable(std::mt19937 &random, int rows, const std::vector<int> &columns, int chunkRows)
{
    ChunkedTable table;
    for (int from = 0; from < rows || from == 0; from += chunkRows) {
        const int count = std::min(chunkRows, rows - from);
        QList<Column> built;
        for (const int column : columns) {
            ColumnBuilder builder(QStringLiteral("c%1").arg(column),
                                  allTypes[static_cast<std::size_t>(column) % allTypes.size()]);
            for (int row = 0; row < count; ++row)
                appendRandom(builder, random);
            built.append(builder.build());
        }
        table.append(Table(built, static_cast<std::size_t>(count)));
    }
    return table;
}

/// Every cell of these columns, in one text.
QByteArray keyOf(const ChunkedTable &table, std::size_t row, const std::vector<int> &columns)
{
    QByteArray key;
    for (const int column : columns)
        key += cellOf(table, row, table.indexOf(QStringLiteral("c%1").arg(column))) + '\x1f';
    return key;
}

/// The slow and simple way: counts of keys.
RowMask expected(const ChunkedTable &table, const ChunkedTable &other, const std::vector<int> &columns)
{
    std::map<QByteArray, int> left;
    for (std::size_t row = 0; row < other.rowCount(); ++row)
        ++left[keyOf(other, row, columns)];
    RowMask only(table.rowCount());
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        only[row] = left[keyOf(table, row, columns)]-- > 0 ? 0 : 1;
    return only;
}

/// \a rows rows of 16 columns as logs have them; every tenth differs where \a isChanged.
ChunkedTable logRows(int rows, bool isChanged)
{
    constexpr int chunkRows = 10'000;
    ChunkedTable table;
    for (int from = 0; from < rows; from += chunkRows) {
        QList<Column> columns;
        for (int column = 0; column < 16; ++column) {
            const auto type = column == 0   ? ColumnType::DateTime
                              : column < 4  ? ColumnType::Long
                              : column == 4 ? ColumnType::Real
                              : column == 5 ? ColumnType::Guid
                              : column == 6 ? ColumnType::Dynamic
                                            : ColumnType::String;
            ColumnBuilder builder(QStringLiteral("c%1").arg(column), type);
            for (int row = from; row < from + chunkRows; ++row) {
                const int value = isChanged && column == 3 && row % 10 == 0 ? -row : row;
                if (type == ColumnType::Real)
                    builder.appendReal(value / 7.0);
                else if (!isTextType(type))
                    builder.appendInteger(value);
                else if (column < 11)
                    builder.appendText("The request number " + std::to_string(value) + " of column " +
                                       std::to_string(column) + " was answered with 200");
                else
                    builder.appendText("host" + std::to_string(row % 40));
            }
            columns.append(builder.build());
        }
        table.append(Table(columns, chunkRows));
    }
    return table;
}

} // namespace

class TestRowComparison final : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatOneTableHasAlone()
    {
        const RowComparison result = compared(texts({"a", "b", "c", "d"}), texts({"d", "x", "b"}));
        QCOMPARE(marked(result.onlyFirst), (Rows{0, 2}));
        QCOMPARE(marked(result.onlySecond), (Rows{1}));
        QCOMPARE(result.onlyFirstCount, std::size_t(2));
        QCOMPARE(result.onlySecondCount, std::size_t(1));
        QCOMPARE(result.bothCount, std::size_t(2));
        QCOMPARE(result.columns, QStringList{QStringLiteral("Text")});
        QVERIFY(result.firstColumns.isEmpty() && result.secondColumns.isEmpty());
    }

    /// A row that one has more often: the later ones are without partner.
    void countsRowsThatStandSeveralTimes()
    {
        const RowComparison result =
            compared(texts({"a", "b", "a", "a", "b"}), texts({"b", "a", "b", "b", "a"}));
        QCOMPARE(marked(result.onlyFirst), (Rows{3}));
        QCOMPARE(marked(result.onlySecond), (Rows{3}));
        QCOMPARE(result.bothCount, std::size_t(4));
    }

    void anEmptyTableHasNothing()
    {
        const ChunkedTable none = texts({});
        const RowComparison result = compared(texts({"a", "b"}), none);
        QCOMPARE(marked(result.onlyFirst), (Rows{0, 1}));
        QVERIFY(result.onlySecond.empty());
        QCOMPARE(result.bothCount, std::size_t(0));
        QCOMPARE(compared(none, texts({"a"})).onlySecondCount, std::size_t(1));
        QCOMPARE(compared(none, none).bothCount, std::size_t(0));
    }

    void columnsAreFoundByNameAndType()
    {
        ChunkedTable first;
        first.append(Table({textColumn(QStringLiteral("Same"), ColumnType::String, {"a", "b"}),
                            textColumn(QStringLiteral("Other"), ColumnType::String, {"1", "2"}),
                            textColumn(QStringLiteral("Typed"), ColumnType::Dynamic, {"1", "2"}),
                            textColumn(QStringLiteral("Second"), ColumnType::Guid, {"x", "y"})},
                           2));
        ChunkedTable second;
        second.append(Table({textColumn(QStringLiteral("Second"), ColumnType::Guid, {"y", "z"}),
                             textColumn(QStringLiteral("Typed"), ColumnType::String, {"1", "2"}),
                             textColumn(QStringLiteral("Same"), ColumnType::String, {"b", "a"}),
                             textColumn(QStringLiteral("same"), ColumnType::String, {"b", "a"})},
                            2));
        const RowComparison result = compared(first, second);
        QCOMPARE(result.columns, (QStringList{QStringLiteral("Same"), QStringLiteral("Second")}));
        QCOMPARE(result.firstColumns, (QStringList{QStringLiteral("Other"), QStringLiteral("Typed")}));
        QCOMPARE(result.secondColumns, (QStringList{QStringLiteral("Typed"), QStringLiteral("same")}));
        QCOMPARE(marked(result.onlyFirst), (Rows{0}));
        QCOMPARE(marked(result.onlySecond), (Rows{1}));
    }

    void columnsOfOneNameAreComparedInTurn()
    {
        const auto table = [](const Cells &one, const Cells &two) {
            ChunkedTable result;
            result.append(Table({textColumn(QStringLiteral("c"), ColumnType::String, one),
                                 textColumn(QStringLiteral("c"), ColumnType::String, two)},
                                one.size()));
            return result;
        };
        QCOMPARE(compared(table({"a"}, {"b"}), table({"a"}, {"b"})).bothCount, std::size_t(1));
        QCOMPARE(compared(table({"a"}, {"b"}), table({"b"}, {"a"})).bothCount, std::size_t(0));
    }

    void refusesTablesWithoutACommonColumn()
    {
        const auto result = compareRows(texts({"a"}), texts({"a"}, ColumnType::Dynamic), CancelState());
        QVERIFY(!result);
        QVERIFY(result.error().kind == ErrorKind::Usage);
        QVERIFY(!result.error().message.isEmpty() && !result.error().advice.isEmpty());
        QVERIFY(!compareRows({}, {}, CancelState()));
    }

    void nothingIsEqualToItselfAlone()
    {
        QCOMPARE(compared(texts({{}, ""}), texts({"", {}})).bothCount, std::size_t(2));
        QCOMPARE(compared(texts({{}}), texts({""})).bothCount, std::size_t(0));
        const double quiet = std::nan("");
        const double other = std::nan("7");
        QCOMPARE(compared(reals({quiet, 0.0, 1}), reals({1, -0.0, other})).bothCount, std::size_t(3));
    }

    void textsThatMeanTheSame()
    {
        const auto isSame = [](ColumnType type, const char *a, const char *b) {
            return compared(texts({a}, type), texts({b}, type)).bothCount == 1;
        };
        QVERIFY(isSame(ColumnType::Decimal, "1.50", "1.5"));
        QVERIFY(!isSame(ColumnType::Decimal, "1.50", "1.51"));
        QVERIFY(isSame(ColumnType::Decimal, "no number", "no number"));
        QVERIFY(isSame(ColumnType::Guid, "ABCD", "abcd"));
        QVERIFY(!isSame(ColumnType::String, "ABCD", "abcd"));
        // As the service sent it: an order of keys can mean something to who wrote the text.
        QVERIFY(!isSame(ColumnType::Dynamic, R"({"a":1,"b":2})", R"({"b":2,"a":1})"));
        QVERIFY(isSame(ColumnType::Dynamic, R"({"a":1})", R"({"a":1})"));
    }

    void theFirstChunksOfAGrowingTableLackColumns()
    {
        ChunkedTable first;
        first.append(Table({textColumn(QStringLiteral("a"), ColumnType::String, {"1", "2"})}, 2));
        first.append(Table({textColumn(QStringLiteral("a"), ColumnType::String, {"3"}),
                            textColumn(QStringLiteral("b"), ColumnType::String, {"x"})},
                           1));
        ChunkedTable second;
        second.append(Table({textColumn(QStringLiteral("a"), ColumnType::String, {"1", "2", "3"}),
                             textColumn(QStringLiteral("b"), ColumnType::String, {{}, "", "x"})},
                            3));
        const RowComparison result = compared(first, second);
        QCOMPARE(marked(result.onlyFirst), (Rows{1}));
        QCOMPARE(marked(result.onlySecond), (Rows{1}));
    }

    void aTruncatedTableEndsEarly()
    {
        const ChunkedTable all = texts({"a", "b", "c"});
        const RowComparison result = compared(all, all.truncated(2));
        QCOMPARE(marked(result.onlyFirst), (Rows{2}));
        QCOMPARE(result.onlySecond.size(), std::size_t(2));
        QCOMPARE(result.onlySecondCount, std::size_t(0));
    }

    void agreesWithTheSlowWay_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 60; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    /// Tables of every type with few different cells, in chunks of every size, columns in another order.
    void agreesWithTheSlowWay()
    {
        QFETCH(int, seed);
        std::mt19937 random(static_cast<unsigned>(seed));
        const auto pick = [&random](int below) {
            return static_cast<int>(random() % static_cast<unsigned>(below));
        };
        std::vector<int> common;
        for (int count = 1 + seed % 4; count > 0; --count)
            common.push_back(static_cast<int>(common.size()) * 10 + pick(10));
        std::vector<int> first = common;
        std::vector<int> second = common;
        std::shuffle(second.begin(), second.end(), random);
        first.insert(first.begin(), 1000 + pick(10));
        second.push_back(2000 + pick(10));
        const ChunkedTable a = randomTable(random, pick(400), first, 1 + pick(120));
        const ChunkedTable b = randomTable(random, pick(400), second, 1 + pick(120));
        const RowComparison result = compared(a, b);
        QCOMPARE(marked(result.onlyFirst), marked(expected(a, b, common)));
        QCOMPARE(marked(result.onlySecond), marked(expected(b, a, common)));
        QCOMPARE(result.bothCount, b.rowCount() - result.onlySecondCount);
        // The other way round it is the same.
        const RowComparison other = compared(b, a);
        QCOMPARE(other.onlyFirstCount, result.onlySecondCount);
        QCOMPARE(other.bothCount, result.bothCount);
    }

    /// More rows than are hashed in one task, all equal: one kind of row is as good as many.
    void manyEqualRows()
    {
        const Cells many(50'000, "the same");
        const Cells more(60'000, "the same");
        const RowComparison result = compared(texts(many), texts(more));
        QCOMPARE(result.bothCount, many.size());
        QCOMPARE(result.onlySecondCount, std::size_t(10'000));
        QCOMPARE(result.onlySecond.at(49'999), std::uint8_t(0));
        QCOMPARE(result.onlySecond.at(50'000), std::uint8_t(1));
    }

    void tellsHowFarItIs()
    {
        std::vector<int> seen;
        const ChunkedTable table = logRows(20'000, false);
        QVERIFY(
            compareRows(table, table, CancelState(), [&seen](int permille) { seen.push_back(permille); }));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QCOMPARE(seen.back(), 1000);
        QVERIFY(seen.size() > 10);
    }

    void stopsWhereItStands()
    {
        const ChunkedTable table = logRows(20'000, false);
        for (const int at : {0, 300, 800}) {
            CancelState cancel;
            const auto result = compareRows(table, table, cancel, [&cancel, at](int permille) {
                if (permille >= at)
                    cancel.cancel();
            });
            QVERIFY(!result);
            QVERIFY(result.error().kind == ErrorKind::Cancelled);
        }
    }

    /// For the eye: how long 200 000 rows of 16 columns take.
    void speed()
    {
        const ChunkedTable first = logRows(200'000, false);
        const ChunkedTable second = logRows(200'000, true);
        QElapsedTimer timer;
        timer.start();
        const RowComparison result = compared(first, second);
        qInfo("200 000 x 16 rows compared in %lld ms", timer.elapsed());
        QCOMPARE(result.onlyFirstCount, std::size_t(19'999)); // the row with the number 0 is equal
        QCOMPARE(result.onlySecondCount, std::size_t(19'999));
    }
};

QTEST_APPLESS_MAIN(TestRowComparison)
#include "tst_rowcomparison.moc"
