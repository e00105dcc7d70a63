#include "results/alphabet.h"
#include "results/roworder.h"

#include <QTest>
#include <algorithm>
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

    void textInTheOrderOfALanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("expected");
        const QStringList western{QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("å"),
                                  QStringLiteral("ä"), QStringLiteral("b"), QStringLiteral("B"),
                                  QStringLiteral("o"), QStringLiteral("ö"), QStringLiteral("z"),
                                  QStringLiteral("Z")};
        QTest::newRow("Dutch") << QStringLiteral("nl_NL") << western;
        QTest::newRow("German") << QStringLiteral("de_DE") << western;
        QTest::newRow("English") << QStringLiteral("en_US") << western;
        QTest::newRow("Swedish") << QStringLiteral("sv_SE")
                                 << QStringList{QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("b"),
                                                QStringLiteral("B"), QStringLiteral("o"), QStringLiteral("z"),
                                                QStringLiteral("Z"), QStringLiteral("å"), QStringLiteral("ä"),
                                                QStringLiteral("ö")};
    }

    /// Whatever the locale of the machine is: the tests run in C.
    void textInTheOrderOfALanguage()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, expected);
        QVERIFY(knowsAlphabets());
        QStringList texts = expected;
        texts.sort(); // by code point
        QVERIFY(texts != expected);
        const ChunkedTable table = tableOf(ColumnType::String, [&](ColumnBuilder &b) {
            for (const QString &text : texts)
                b.appendText(text.toStdString());
        });
        QStringList found;
        for (const std::uint32_t row : sorted(table, {{0, false, language}}))
            found << texts.at(row);
        QCOMPARE(found, expected);
        std::reverse(expected.begin(), expected.end());
        found.clear();
        for (const std::uint32_t row : sorted(table, {{0, true, language}}))
            found << texts.at(row);
        QCOMPARE(found, expected);
    }

    void alphabetsCountAndKeepNullsLast()
    {
        const ChunkedTable table = tableOf(ColumnType::String, [](ColumnBuilder &b) {
            b.appendNull();
            for (const char *text : {"web10", "web9", "Web9", "", "web9", "web09"})
                b.appendText(text);
            b.appendNull();
        });
        // Numbers are numbers; what is alike to the language is in the order of code points, and stable.
        QCOMPARE(sorted(table, {{0, false, QStringLiteral("nl_NL")}}), (RowOrder{4, 6, 2, 5, 3, 1, 0, 7}));
        QCOMPARE(sorted(table, {{0, true, QStringLiteral("nl_NL")}}), (RowOrder{1, 3, 2, 5, 6, 4, 0, 7}));
    }

    /// Many chunks, each with texts of the others, more than one thread's worth of them, one key of each
    /// kind.
    void alphabetsOverChunksAndWithOtherKeys()
    {
        constexpr int chunks = 5;
        constexpr int rowsOfChunk = 3000;
        ChunkedTable table;
        QStringList names;
        for (int chunk = 0; chunk < chunks; ++chunk) {
            ColumnBuilder name(QStringLiteral("name"), ColumnType::String);
            ColumnBuilder number(QStringLiteral("number"), ColumnType::Int);
            for (int row = 0; row < rowsOfChunk; ++row) {
                // Capitals in every other chunk, so that code points would part what belongs together.
                const int mixed = (row * 7919 + chunk) % 4001;
                names << (chunk % 2 == 0 ? u"é" : u"E") + QString::number(mixed);
                name.appendText(names.last().toStdString());
                number.appendInteger(row % 3);
            }
            QList<Column> columns{number.build()};
            columns.append(name.build());
            table.append(Table(columns, rowsOfChunk));
        }
        const RowOrder rows = sorted(table, {{0, true}, {1, false, QStringLiteral("nl_NL")}});
        QCOMPARE(rows.size(), std::size_t(chunks * rowsOfChunk));
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto before = table.cell(rows[i - 1], 0).column->integer(rows[i - 1] % rowsOfChunk);
            const auto here = table.cell(rows[i], 0).column->integer(rows[i] % rowsOfChunk);
            QVERIFY(before >= here);
            if (before != here)
                continue;
            const QString &left = names.at(rows[i - 1]);
            const QString &right = names.at(rows[i]);
            // E before é is of less weight than the number behind it.
            const int order = left.mid(1).toInt() - right.mid(1).toInt();
            QVERIFY2(order < 0 || (order == 0 && left <= right), qPrintable(left + u' ' + right));
            QVERIFY(left != right || rows[i - 1] < rows[i]); // stable
        }
    }

    void longTextsAreOrderedToTheirEnd()
    {
        const std::string same(5000, 'x');
        const ChunkedTable table = tableOf(ColumnType::String, [&](ColumnBuilder &b) {
            b.appendText(same + "b");
            b.appendText(same + "a");
            b.appendText("X" + same.substr(1) + "0");
        });
        QCOMPARE(sorted(table, {{0, false, QStringLiteral("nl_NL")}}), (RowOrder{1, 0, 2}));
    }

    /// The language is that of texts; a decimal is one, and still a number.
    void languagesAreForTextsAlone()
    {
        const ChunkedTable table = tableOf(ColumnType::Decimal, [](ColumnBuilder &b) {
            for (const char *text : {"0.5", "0.45"})
                b.appendText(text);
        });
        QCOMPARE(sorted(table, {{0, false, QStringLiteral("nl_NL")}}), (RowOrder{1, 0}));
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
        const ChunkedTable texts = tableOf(ColumnType::String, [](ColumnBuilder &b) { b.appendText("a"); });
        QVERIFY(!sortRows(rows, texts, {{0, false, QStringLiteral("nl_NL")}}, cancel));
    }
};

QTEST_GUILESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
