#include "results/cellstatistics.h"

#include <QTest>
#include <cmath>

using namespace sonde;

namespace {

/// A table of one chunk a list, so that values stand on both sides of a border.
template <typename Append, typename Values>
void addChunk(ChunkedTable &table, ColumnType type, const Values &values, Append append)
{
    ColumnBuilder builder(QStringLiteral("c"), type);
    for (const auto &value : values) {
        if (value)
            append(builder, *value);
        else
            builder.appendNull();
    }
    const std::size_t rows = builder.size();
    table.append(Table({builder.build()}, rows));
}

using Wholes = std::vector<std::optional<std::int64_t>>;
using Reals = std::vector<std::optional<double>>;
using Texts = std::vector<std::optional<std::string>>;

ChunkedTable wholes(ColumnType type, const std::vector<Wholes> &chunks)
{
    ChunkedTable table;
    for (const Wholes &values : chunks)
        addChunk(table, type, values, [](ColumnBuilder &b, std::int64_t value) { b.appendInteger(value); });
    return table;
}

ChunkedTable reals(const Reals &values)
{
    ChunkedTable table;
    addChunk(table, ColumnType::Real, values, [](ColumnBuilder &b, double value) { b.appendReal(value); });
    return table;
}

ChunkedTable texts(ColumnType type, const std::vector<Texts> &chunks)
{
    ChunkedTable table;
    for (const Texts &values : chunks)
        addChunk(table, type, values,
                 [](ColumnBuilder &b, const std::string &value) { b.appendText(value); });
    return table;
}

CellStatistics all(const ChunkedTable &table)
{
    std::vector<ColumnCells> cells;
    for (int column = 0; column < table.columnCount(); ++column)
        cells.push_back({column, {{0, table.rowCount() - 1}}});
    const auto result = statisticsOf({table, {}, {}}, cells, CancelState());
    return result.value_or(CellStatistics());
}

double real(const StatisticNumber &number)
{
    return std::get<double>(number);
}

std::int64_t whole(const StatisticNumber &number)
{
    return std::get<std::int64_t>(number);
}

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

} // namespace

class TestCellStatistics final : public QObject
{
    Q_OBJECT

private slots:
    void wholeNumbers()
    {
        const CellStatistics result = all(wholes(ColumnType::Long, {{3, {}, 5}, {3, -1}}));
        QCOMPARE(result.cells, std::uint64_t(5));
        QCOMPARE(result.empty, std::uint64_t(1));
        QCOMPARE(result.distinct, std::optional<std::uint64_t>(3));
        QCOMPARE(whole(result.numbers->sum), std::int64_t(10));
        QCOMPARE(result.numbers->mean, 2.5);
        QCOMPARE(whole(result.numbers->smallest), std::int64_t(-1));
        QCOMPARE(whole(result.numbers->largest), std::int64_t(5));
        QVERIFY(!result.timeSpans && !result.dateTimes);
    }

    void aSumThatDoesNotFitIsNoWholeNumber()
    {
        const CellStatistics result = all(wholes(ColumnType::Long, {{largest, largest, -2}}));
        QCOMPARE(real(result.numbers->sum), 2.0 * 9223372036854775807.0);
        QCOMPARE(whole(result.numbers->largest), largest);
    }

    void realsDoNotLoseSmallOnes()
    {
        const CellStatistics result = all(reals({1e16, 1.0, {}, -1e16, 0.5}));
        QCOMPARE(real(result.numbers->sum), 1.5);
        QCOMPARE(result.numbers->mean, 0.375);
        QCOMPARE(real(result.numbers->smallest), -1e16);
        QCOMPARE(result.distinct, std::optional<std::uint64_t>(4));
    }

    void notANumber()
    {
        const double nan = std::nan("");
        const CellStatistics some = all(reals({nan, 2.0, nan}));
        QVERIFY(std::isnan(real(some.numbers->sum)));
        QCOMPARE(real(some.numbers->smallest), 2.0);
        QCOMPARE(real(some.numbers->largest), 2.0);
        QCOMPARE(some.distinct, std::optional<std::uint64_t>(2));
        const CellStatistics only = all(reals({nan}));
        QVERIFY(std::isnan(real(only.numbers->smallest)));
        const CellStatistics endless = all(reals({HUGE_VAL, 1.0}));
        QCOMPARE(real(endless.numbers->sum), HUGE_VAL);
    }

    void decimalsAreNumbers()
    {
        const CellStatistics result = all(texts(ColumnType::Decimal, {{"1.25", "-3"}, {"1.25"}}));
        QCOMPARE(real(result.numbers->sum), -0.5);
        QCOMPARE(result.distinct, std::optional<std::uint64_t>(2));
    }

    void textIsCounted()
    {
        const CellStatistics result =
            all(texts(ColumnType::String, {{"web0", "", {}, "web0"}, {"web1", "web0"}}));
        QCOMPARE(result.cells, std::uint64_t(6));
        QCOMPARE(result.empty, std::uint64_t(2));
        QCOMPARE(result.distinct, std::optional<std::uint64_t>(2));
        QVERIFY(!result.numbers);
    }

    void timeSpansAndDateTimes()
    {
        const CellStatistics spans =
            all(wholes(ColumnType::TimeSpan, {{ticksPerHour, {}, 3 * ticksPerHour}}));
        QCOMPARE(spans.timeSpans->sum, std::optional<Ticks>(4 * ticksPerHour));
        QCOMPARE(spans.timeSpans->mean, 2 * ticksPerHour);
        QCOMPARE(spans.timeSpans->smallest, ticksPerHour);
        QCOMPARE(spans.timeSpans->largest, 3 * ticksPerHour);
        const CellStatistics dates =
            all(wholes(ColumnType::DateTime, {{maxDateTimeTicks, unixEpochTicks}, {maxDateTimeTicks}}));
        QCOMPARE(dates.dateTimes->earliest, unixEpochTicks);
        QCOMPARE(dates.dateTimes->latest, maxDateTimeTicks);
        QCOMPARE(dates.distinct, std::optional<std::uint64_t>(2));
        QVERIFY(!dates.numbers && !dates.timeSpans);
    }

    void nothingButNullsHasNoSum()
    {
        const CellStatistics result = all(wholes(ColumnType::Int, {{{}, {}}}));
        QCOMPARE(result.empty, std::uint64_t(2));
        QCOMPARE(result.distinct, std::optional<std::uint64_t>(0));
        QVERIFY(!result.numbers);
    }

    void columnsOfDifferentKindsAreOnlyCounted()
    {
        ColumnBuilder number(QStringLiteral("n"), ColumnType::Int);
        ColumnBuilder flag(QStringLiteral("b"), ColumnType::Bool);
        ColumnBuilder date(QStringLiteral("d"), ColumnType::DateTime);
        for (int row = 0; row < 3; ++row) {
            number.appendInteger(row);
            flag.appendInteger(1);
            date.appendInteger(unixEpochTicks);
        }
        ChunkedTable table;
        table.append(Table({number.build(), flag.build(), date.build()}, 3));
        const CellStatistics result = all(table);
        QCOMPARE(result.cells, std::uint64_t(9));
        QVERIFY(!result.distinct && !result.numbers && !result.dateTimes);

        const auto both = statisticsOf({table, {}, {}}, {{0, {{0, 2}}}, {1, {{0, 2}}}}, CancelState());
        QCOMPARE(whole(both->numbers->sum), std::int64_t(6));
    }

    void rangesAreOfTheOrderShown()
    {
        const ChunkedTable table = wholes(ColumnType::Int, {{1, 2}, {4, 8, 16}});
        const Selection rows{table, RowOrder{4, 3, 2, 0}, {}};
        const auto result = statisticsOf(rows, {{0, {{0, 0}, {2, 3}}}}, CancelState());
        QCOMPARE(whole(result->numbers->sum), std::int64_t(21));
    }

    void isCancelled()
    {
        CancelState cancel;
        cancel.cancel();
        QVERIFY(!statisticsOf({wholes(ColumnType::Int, {{1}}), {}, {}}, {{0, {{0, 0}}}}, cancel));
    }
};

QTEST_APPLESS_MAIN(TestCellStatistics)
#include "tst_cellstatistics.moc"
