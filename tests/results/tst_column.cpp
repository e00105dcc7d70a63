#include "results/table.h"

#include <QTest>

using namespace sonde;

class TestColumn : public QObject
{
    Q_OBJECT

private slots:
    void typeNames()
    {
        for (int i = 0; i <= static_cast<int>(ColumnType::Dynamic); ++i) {
            const auto type = static_cast<ColumnType>(i);
            QCOMPARE(columnTypeFromName(columnTypeName(type).toStdString()), type);
        }
        QCOMPARE(columnTypeFromName("boolean"), ColumnType::Bool);
        QCOMPARE(columnTypeFromName("dateTime"), ColumnType::DateTime);
        QVERIFY(!columnTypeFromName("Int"));
    }

    void fixedWidth()
    {
        ColumnBuilder longs(QStringLiteral("n"), ColumnType::Long);
        longs.appendInteger(std::numeric_limits<qint64>::max());
        longs.appendNull();
        longs.appendInteger(-1);
        const Column column = longs.build();
        QCOMPARE(column.size(), std::size_t(3));
        QCOMPARE(column.integer(0), std::numeric_limits<qint64>::max());
        QVERIFY(column.isNull(1));
        QVERIFY(!column.isNull(2));
        QCOMPARE(column.integer(2), qint64(-1));
        QCOMPARE(longs.size(), std::size_t(0)); // started anew
    }

    void repeatedTextIsStoredOnce()
    {
        ColumnBuilder texts(QStringLiteral("t"), ColumnType::String);
        const std::string host(100, 'h');
        for (int i = 0; i < 10'000; ++i)
            texts.appendText(host + std::to_string(i % 7));
        const Column column = texts.build();
        for (std::size_t i = 0; i < 10'000; ++i)
            QCOMPARE(column.text(i), std::string_view(host + std::to_string(i % 7)));
        QVERIFY(column.memoryUse() < 60'000);
    }

    void manyDifferentTexts()
    {
        ColumnBuilder texts(QStringLiteral("t"), ColumnType::String);
        for (int i = 0; i < 10'000; ++i) {
            if (i % 100 == 99)
                texts.appendNull();
            else
                texts.appendText(i < 1000 ? "same" : std::to_string(i));
        }
        const Column column = texts.build();
        for (std::size_t i = 0; i < 10'000; ++i) {
            QCOMPARE(column.isNull(i), i % 100 == 99);
            if (i % 100 != 99)
                QCOMPARE(column.text(i), std::string_view(i < 1000 ? "same" : std::to_string(i)));
        }
    }

    void emptyTextIsNotNull()
    {
        ColumnBuilder texts(QStringLiteral("t"), ColumnType::String);
        texts.appendText("");
        texts.appendNull();
        const Column column = texts.build();
        QVERIFY(!column.isNull(0));
        QVERIFY(column.isNull(1));
        QCOMPARE(column.text(0), std::string_view());
    }

    void chunksWithMoreColumns()
    {
        const auto table = [](int columns, int rows, int base) {
            QList<Column> made;
            for (int c = 0; c < columns; ++c) {
                ColumnBuilder builder(QStringLiteral("c%1").arg(c), ColumnType::Int);
                for (int r = 0; r < rows; ++r)
                    builder.appendInteger(base + r * 10 + c);
                made.append(builder.build());
            }
            return Table(made, static_cast<std::size_t>(rows));
        };
        ChunkedTable chunked;
        chunked.append(table(1, 2, 0));
        const ChunkedTable snapshot = chunked;
        chunked.append(table(2, 0, 0));
        chunked.append(table(2, 3, 100));
        QCOMPARE(snapshot.rowCount(), std::size_t(2));
        QCOMPARE(snapshot.columnCount(), 1);
        QCOMPARE(chunked.rowCount(), std::size_t(5));
        QCOMPARE(chunked.columnCount(), 2);
        QVERIFY(chunked.cell(1, 1).isNull());
        const CellRef cell = chunked.cell(4, 1);
        QCOMPARE(cell.column->integer(cell.row), qint64(121));
        QCOMPARE(chunked.indexOf(QStringLiteral("c1")), 1);
        QCOMPARE(chunked.indexOf(QStringLiteral("C1")), -1);

        const ChunkedTable cut = chunked.truncated(3);
        QCOMPARE(cut.rowCount(), std::size_t(3));
        QCOMPARE(cut.cell(2, 0).column->integer(cut.cell(2, 0).row), qint64(100));
        QCOMPARE(chunked.truncated(2).chunks().size(), qsizetype(1));
        QCOMPARE(chunked.truncated(0).rowCount(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestColumn)
#include "tst_column.moc"
