#include "models/rowsearch.h"

#include <QTest>

using namespace sonde;

namespace {

ChunkedTable record()
{
    ColumnBuilder computer(QStringLiteral("Computer"), ColumnType::String);
    ColumnBuilder count(QStringLiteral("Count"), ColumnType::Long);
    ColumnBuilder missing(QStringLiteral("Missing"), ColumnType::String);
    ColumnBuilder properties(QStringLiteral("Properties"), ColumnType::Dynamic);
    computer.appendText("WEB01");
    count.appendInteger(4012);
    missing.appendNull();
    properties.appendText("{\"computer\": \"web02\", \"list\": [401, \"a\\\"web\\\"\", {\"web\": null}]}");
    ChunkedTable table;
    table.append(Table({computer.build(), count.build(), missing.build(), properties.build()}, 1));
    return table;
}

} // namespace

class TestRowSearch : public QObject
{
    Q_OBJECT

private slots:
    void findsNamesAndValues_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<RowHit>>("hits");
        using Hits = QList<RowHit>;
        QTest::newRow("names") << QStringLiteral("comput") << Hits{{0, 0}, {3, 1}};
        QTest::newRow("values") << QStringLiteral("web") << Hits{{0, 0}, {3, 1}, {3, 4}, {3, 6}};
        QTest::newRow("numbers") << QStringLiteral("401") << Hits{{1, 0}, {3, 3}};
        QTest::newRow("escaped") << QStringLiteral("a\"web\"") << Hits{{3, 4}};
        QTest::newRow("not the JSON between") << QStringLiteral("[401") << Hits{};
        QTest::newRow("name without a value") << QStringLiteral("missing") << Hits{{2, 0}};
    }

    void findsNamesAndValues()
    {
        QFETCH(QString, text);
        const auto found = findInRow(record(), 0, text, CellFormatter(), CancelState());
        QVERIFY(found);
        QTEST(found->hits, "hits");
        QCOMPARE(found->trees.size(), 4);
        QVERIFY(found->trees.at(3));
        QVERIFY(!found->trees.at(0));
    }

    void stopsWhenItIsCancelled()
    {
        CancelState cancel;
        cancel.cancel();
        QVERIFY(!findInRow(record(), 0, QStringLiteral("web"), CellFormatter(), cancel));
    }
};

QTEST_GUILESS_MAIN(TestRowSearch)
#include "tst_rowsearch.moc"
