#include "results/roworder.h"

#include <QTest>
#include <cmath>
#include <numeric>

using namespace sonde;

namespace {

template <typename Fill>
ChunkedTable tableOf(ColumnType type, Fill fill)
{
    ColumnBuilder builder(QStringLiteral("c"), type);
    fill(builder);
    ChunkedTable table;
    const std::size_t rows = builder.size();
    table.append(Table({builder.build()}, rows));
    return table;
}

RowOrder sorted(const ChunkedTable &table, const std::vector<SortKey> &keys)
{
    RowOrder rows(table.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return sortRows(rows, table, keys, CancelState()) ? rows : RowOrder();
}

RowOrder sorted(const ChunkedTable &table, bool descending = false)
{
    return sorted(table, {{0, descending}});
}

} // namespace

class TestRowOrder : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreNumbersAndNullsLast()
    {
        const ChunkedTable table = tableOf(ColumnType::Long, [](ColumnBuilder &b) {
            b.appendInteger(10);
            b.appendNull();
            b.appendInteger(9);
            b.appendInteger(-1);
        });
        QCOMPARE(sorted(table), (RowOrder{3, 2, 0, 1}));
        QCOMPARE(sorted(table, true), (RowOrder{0, 2, 3, 1}));
    }

    void notANumberBeforeNulls()
    {
        const ChunkedTable table = tableOf(ColumnType::Real, [](ColumnBuilder &b) {
            b.appendNull();
            b.appendReal(std::nan(""));
            b.appendReal(HUGE_VAL);
            b.appendReal(-HUGE_VAL);
        });
        QCOMPARE(sorted(table), (RowOrder{3, 2, 1, 0}));
        QCOMPARE(sorted(table, true), (RowOrder{2, 3, 1, 0}));
    }

    void textByCodePointAndStable()
    {
        const ChunkedTable table = tableOf(ColumnType::String, [](ColumnBuilder &b) {
            for (const char *text : {"b", "a", "B", "é", "a", ""})
                b.appendText(text);
        });
        QCOMPARE(sorted(table), (RowOrder{5, 2, 1, 4, 0, 3}));
        QCOMPARE(sorted(table, true), (RowOrder{3, 0, 1, 4, 2, 5}));
    }

    void decimalsByValue()
    {
        const ChunkedTable table = tableOf(ColumnType::Decimal, [](ColumnBuilder &b) {
            for (const char *text : {"10", "9.5", "-2", "-10", "0.0", "79228162514264337593543950335"})
                b.appendText(text);
            b.appendNull();
        });
        QCOMPARE(sorted(table), (RowOrder{3, 2, 4, 1, 0, 5, 6}));
        QCOMPARE(sorted(table, true), (RowOrder{5, 0, 1, 4, 2, 3, 6}));
    }

    void severalKeysOverSeveralChunks()
    {
        ChunkedTable table;
        for (int chunk = 0; chunk < 3; ++chunk) {
            ColumnBuilder a(QStringLiteral("a"), ColumnType::Int);
            ColumnBuilder b(QStringLiteral("b"), ColumnType::Int);
            for (int i = 0; i < 2; ++i) {
                a.appendInteger(i);
                b.appendInteger(chunk);
            }
            QList<Column> columns{a.build()};
            if (chunk > 0)
                columns.append(b.build()); // the first chunk lacks the column: null
            table.append(Table(columns, 2));
        }
        QCOMPARE(sorted(table, {{0, true}, {1, false}}), (RowOrder{3, 5, 1, 2, 4, 0}));
    }

    void cancelGivesNothing()
    {
        const ChunkedTable table = tableOf(ColumnType::Int, [](ColumnBuilder &b) { b.appendInteger(1); });
        CancelState cancel;
        cancel.cancel();
        RowOrder rows{0};
        QVERIFY(!sortRows(rows, table, {{0, false}}, cancel));
    }
};

QTEST_GUILESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
