#include "import/cellvalues.h"
#include "import/typeguess.h"
#include "ports/importguess.h"

#include <QTest>

using namespace sonde;

class TestTypeGuess : public QObject
{
    Q_OBJECT

private slots:
    void texts_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *name, const QString &cells, const QString &type) {
            QTest::newRow(name) << cells.split(u'|') << type;
        };
        row("nothing", QString(), QStringLiteral("string"));
        row("whole", QStringLiteral("1|-20|0|"), QStringLiteral("long"));
        row("largest long", QStringLiteral("9223372036854775807|-9223372036854775808"),
            QStringLiteral("long"));
        row("beyond it", QStringLiteral("9223372036854775808"), QStringLiteral("string"));
        row("leading zero", QStringLiteral("007|12"), QStringLiteral("string"));
        row("real", QStringLiteral("1|2.5|1e5|NaN"), QStringLiteral("real"));
        row("comma", QStringLiteral("1|2,5|0,25"), QStringLiteral("real"));
        row("thousands?", QStringLiteral("1,000|2,500"), QStringLiteral("string"));
        row("comma and point", QStringLiteral("1,5|2.5"), QStringLiteral("string"));
        row("bool", QStringLiteral("true|False|TRUE"), QStringLiteral("bool"));
        row("zero and one", QStringLiteral("0|1"), QStringLiteral("long"));
        row("date", QStringLiteral("2026-11-22|2026-11-22T10:00:00.1234567Z|2026-11-22 10:00:00.123"),
            QStringLiteral("datetime"));
        row("nanoseconds and offset", QStringLiteral("2026-11-22T10:00:00.123456789+02:00"),
            QStringLiteral("datetime"));
        row("no date", QStringLiteral("2026-11-22|2026-13-22"), QStringLiteral("string"));
        row("guid", QStringLiteral("C4B8A6D2-19E3-4f57-8d06-c0de00000003"), QStringLiteral("guid"));
        row("JSON", QStringLiteral("{\"a\":1}|[1, 2]"), QStringLiteral("dynamic"));
        row("nearly JSON", QStringLiteral("{\"a\":1}|[1, 2"), QStringLiteral("string"));
        row("words for nothing", QStringLiteral("NULL|5|n/a|-|(null)"), QStringLiteral("long"));
        row("only such words", QStringLiteral("NULL|-"), QStringLiteral("string"));
    }

    void texts()
    {
        QFETCH(const QStringList, cells);
        TypeGuess guess;
        for (const QString &cell : cells)
            guess.addText(cell.toStdString());
        QTEST(columnTypeName(guess.type()), "type");
    }

    void jsonOfSeveralKinds()
    {
        TypeGuess mixed;
        mixed.addLong();
        mixed.addQuotedText("x");
        QCOMPARE(mixed.type(), ColumnType::String);
        mixed.addNested();
        QCOMPARE(mixed.type(), ColumnType::Dynamic);
        TypeGuess number;
        number.addLong();
        number.addReal();
        QCOMPARE(number.type(), ColumnType::Real);
        TypeGuess quoted;
        quoted.addQuotedText("12");
        QCOMPARE(quoted.type(), ColumnType::String);
    }

    void dateTimesKeepSevenDigits()
    {
        const auto ticks = cells::toDateTime("2026-11-22T10:00:00.123456789Z");
        QVERIFY(ticks);
        QCOMPARE(QString::fromStdString(formatIsoDateTime(*ticks)),
                 QStringLiteral("2026-11-22T10:00:00.1234567Z"));
    }

    void jsonKeepsItsNumbers()
    {
        QCOMPARE(cells::toDynamic("{ \"a\" : 1.50,\n \"b\": [ ] }"), std::string("{\"a\":1.50,\"b\":[]}"));
    }

    void names()
    {
        QCOMPARE(kqlTableName(QStringLiteral("web logs-2026")), QStringLiteral("web_logs_2026"));
        QCOMPARE(kqlTableName(QStringLiteral("2026")), QStringLiteral("_2026"));
        QCOMPARE(kqlTableName(QString()), QStringLiteral("_"));
        QCOMPARE(kqlTableName(QStringLiteral("x; DROP TABLE y")), QStringLiteral("x__DROP_TABLE_y"));
        QCOMPARE(kqlTableName(QStringLiteral("print")), QStringLiteral("print_"));
        const QStringList columns{QStringLiteral("a"),  QString(),
                                  QStringLiteral("a"),  QStringLiteral("A"),
                                  QStringLiteral("a1"), QStringLiteral("  ")};
        QCOMPARE(uniqueColumnNames(columns).join(u'|'), QStringLiteral("a|Column2|a2|A|a1|Column6"));
    }
};

QTEST_GUILESS_MAIN(TestTypeGuess)
#include "tst_typeguess.moc"
