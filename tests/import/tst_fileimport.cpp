#include "core/atomicfile.h"
#include "engine/duckdbhandles.h"
#include "import/importfixture.h"
#include "results/resultfile.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace sonde;
using namespace sonde::test;

class TestFileImport : public QObject
{
    Q_OBJECT

    std::unique_ptr<ImportFixture> m_import;

    QString import(const QString &name, const QByteArray &bytes) { return m_import->import(name, bytes); }

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        m_import = std::make_unique<ImportFixture>();
    }

    void typesOfCsv()
    {
        QCOMPARE(import(QStringLiteral("all types.csv"),
                        "TimeGenerated,Count,Load,Ok,Id,Data,Text\n"
                        "2026-11-22T10:00:00.1234567Z,1,0.5,true,C4B8A6D2-19E3-4f57-8d06-c0de00000003,"
                        "\"{\"\"a\"\": 1}\",x\n"
                        ",,,,,,\n"
                        "2026-11-22,-7,1e3,FALSE,,[],\"two\nlines, \"\"quoted\"\"\"\n"),
                 QString());
        QCOMPARE(
            m_import->columns(QStringLiteral("all_types")),
            QStringLiteral("TimeGenerated datetime, Count long, Load real, Ok bool, Id guid, Data dynamic, "
                           "Text string"));
        QCOMPARE(
            m_import->query(QStringLiteral("all_types")),
            QStringLiteral("2026-11-22T10:00:00.1234567Z|1|0.5|true|c4b8a6d2-19e3-4f57-8d06-c0de00000003|"
                           "{\"a\":1}|x\n"
                           "null|null|null|null|null|null|\n"
                           "2026-11-22T00:00:00Z|-7|1000|false|null|[]|two\nlines, \"quoted\""));
        QCOMPARE(m_import->query(QStringLiteral("all_types | where toint(Data.a) == 1 | project Count + 1")),
                 QStringLiteral("2"));
    }

    void dialects_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("rows");
        const QString columns = QStringLiteral("a long, b string");
        const QString rows = QStringLiteral("1|x\n2|y, z");
        QTest::newRow("comma") << QByteArray("a,b\n1,x\n2,\"y, z\"\n") << columns << rows;
        QTest::newRow("semicolon, CRLF") << QByteArray("a;b\r\n1;x\r\n2;y, z\r\n") << columns << rows;
        QTest::newRow("tab") << QByteArray("a\tb\n1\tx\n2\ty, z\n") << columns << rows;
        QTest::newRow("pipe") << QByteArray("a|b\n1|x\n2|y, z\n") << columns << rows;
        QTest::newRow("byte-order mark") << QByteArray("\xef\xbb\xbf"
                                                       "a,b\r\n1,x\r\n2,\"y, z\"\r\n")
                                         << columns << rows;
        QTest::newRow("all in quotes")
            << QByteArray("\"a\",\"b\"\n\"1\",\"x\"\n\"2\",\"y, z\"\n") << columns << rows;
        QTest::newRow("no last line end") << QByteArray("a,b\n1,x\n2,\"y, z\"") << columns << rows;
        QTest::newRow("decimal comma")
            << QByteArray("a;b\n1,5;x\n20,25;y\n") << QStringLiteral("a real, b string")
            << QStringLiteral("1.5|x\n20.25|y");
        QTest::newRow("header only") << QByteArray("a,b\n") << QStringLiteral("a string, b string")
                                     << QString();
        QTest::newRow("one column") << QByteArray("a\n1\n2\n") << QStringLiteral("a long")
                                    << QStringLiteral("1\n2");
        QTest::newRow("duplicate and empty names")
            << QByteArray("a,a,,b\n1,2,3,4\n") << QStringLiteral("a long, a1 long, Column3 long, b long")
            << QStringLiteral("1|2|3|4");
        QTest::newRow("names that mean something in SQL")
            << QByteArray("\"a\"\"; DROP TABLE x; --\",'); SELECT 1,b\n1,2,3\n")
            << QStringLiteral("a\"; DROP TABLE x; -- long, '); SELECT 1 long, b long")
            << QStringLiteral("1|2|3");
    }

    void dialects()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(import(QStringLiteral("dialect.csv"), bytes), QString());
        QTEST(m_import->columns(QStringLiteral("dialect")), "columns");
        QTEST(m_import->query(QStringLiteral("dialect")), "rows");
    }

    void correctedDialect()
    {
        const QString path = m_import->write(QStringLiteral("odd.csv"), "a~b,c\n1~2,3\n4~5,6\n");
        QCOMPARE(m_import->import({{path, {}, {QStringLiteral("~"), {}, {}}}}), QString());
        QCOMPARE(m_import->columns(QStringLiteral("odd")), QStringLiteral("a long, b,c real"));
        QCOMPARE(m_import->query(QStringLiteral("odd | take 1")), QStringLiteral("1|2.2999999999999998"));
        QCOMPARE(m_import->import({{path, QStringLiteral("other"), {QStringLiteral(","), {}, false}}}),
                 QString());
        QCOMPARE(m_import->columns(QStringLiteral("other")),
                 QStringLiteral("Column1 string, Column2 string"));
        QCOMPARE(m_import->query(QStringLiteral("other | count")), QStringLiteral("3"));
    }

    void latin1IsSaid()
    {
        QCOMPARE(import(QStringLiteral("latin.csv"), "a,b\nf\xfcr,1\n"), QString());
        QCOMPARE(m_import->query(QStringLiteral("latin")), QString::fromUtf8("für|1"));
        QVERIFY(m_import->guess.remarks.join(u' ').contains(QStringLiteral("Latin-1")));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("UTF-16") << QStringLiteral("x.csv")
                                << QByteArray("\xff\xfe"
                                              "a\0,\0b\0",
                                              8)
                                << QStringLiteral("UTF-16");
        QTest::newRow("UTF-16 without mark")
            << QStringLiteral("x.csv") << QByteArray("a\0,\0b\0\n\0", 8) << QStringLiteral("UTF-16");
        QTest::newRow("empty") << QStringLiteral("x.csv") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("only a mark") << QStringLiteral("x.csv") << QByteArray("\xef\xbb\xbf\n")
                                     << QStringLiteral("empty");
        QTest::newRow("workbook") << QStringLiteral("x.xlsx") << QByteArray("PK\x03\x04 and so on")
                                  << QStringLiteral("workbook");
        QTest::newRow("packed") << QStringLiteral("x.csv.gz") << QByteArray("\x1f\x8b\x08 and so on")
                                << QStringLiteral("packed");
        QTest::newRow("no text") << QStringLiteral("x.bin") << QByteArray("abcdefgh\0ijklmnop", 17)
                                 << QStringLiteral("no text");
        QTest::newRow("damaged Parquet")
            << QStringLiteral("x.parquet") << QByteArray("PAR1 and so on") << QStringLiteral("Parquet");
        QTest::newRow("damaged SQLite")
            << QStringLiteral("x.db") << QByteArray("SQLite format 3\0 and so on", 26)
            << QStringLiteral("SQLite");
        QTest::newRow("list of numbers")
            << QStringLiteral("x.json") << QByteArray("[1, 2, 3]") << QStringLiteral("no objects");
    }

    void refused()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, word);
        const QString message = import(name, bytes);
        QVERIFY2(message.contains(word), qPrintable(message));
        QVERIFY(m_import->import({{m_import->path(QStringLiteral("none.csv")), {}, {}}})
                    .contains(QStringLiteral("There is no file")));
    }

    void wrongTypesInLateRows()
    {
        QByteArray csv("n,r,t,same\n");
        for (int i = 0; i < 60'000; ++i)
            csv += QByteArray::number(i) + ",1,2026-11-22T10:00:00Z," + QByteArray::number(i) + '\n';
        csv += "half,2.5,yesterday,1\n007,3,,2\n";
        QCOMPARE(import(QStringLiteral("late.csv"), csv), QString());
        QCOMPARE(m_import->columns(QStringLiteral("late")),
                 QStringLiteral("n string, r real, t string, same long"));
        QCOMPARE(m_import->query(QStringLiteral("late | count")), QStringLiteral("60002"));
        QCOMPARE(
            m_import->query(QStringLiteral("late | where n in ('half', '007', '59999') | order by n asc")),
            QStringLiteral("007|3||2\n59999|1|2026-11-22T10:00:00Z|59999\nhalf|2.5|yesterday|1"));
        QCOMPARE(m_import->remarks.size(), 3);
        QVERIFY2(m_import->remarks.first().contains(QStringLiteral("“n” holds “half” further down")),
                 qPrintable(m_import->remarks.join(u'\n')));
    }

    void raggedLines()
    {
        QCOMPARE(import(QStringLiteral("ragged.csv"), "a,b\n1,2\n3\n4,5,6\n7,8\n"), QString());
        QCOMPARE(m_import->query(QStringLiteral("ragged")), QStringLiteral("1|2\n3|null\n7|8"));
        const QString remarks = m_import->remarks.join(u'\n');
        QVERIFY2(remarks.contains(QStringLiteral("filled up")), qPrintable(remarks));
        QVERIFY2(remarks.contains(QStringLiteral("the first is line 4: it has too many cells")),
                 qPrintable(remarks));
    }

    void longLines()
    {
        QCOMPARE(import(QStringLiteral("lengthy.csv"), "a,b\n1,x\n2," + QByteArray(3'000'000, 'y') + "\n3," +
                                                           QByteArray(20'000'000, 'z') + '\n'),
                 QString());
        QCOMPARE(m_import->query(QStringLiteral("lengthy | project a, strlen(b)")),
                 QStringLiteral("1|1\n2|3000000\n3|20000000"));
        QCOMPARE(m_import->remarks, QStringList());
    }

    void jsonLines()
    {
        QByteArray json(
            "{\"TimeGenerated\":\"2026-11-22T10:00:00.1234567Z\",\"n\":1,\"N\":1.5,\"a\\\"b\":\"x\\u00e9\","
            "\"d\":{\"e\":[1,2.50]},\"s\":\"12\",\"ok\":true,\"nothing\":null}\n"
            "{\"n\":2,\"d\":\"text\",\"s\":5}\n\nnot JSON\n");
        for (int i = 0; i < 11'000; ++i)
            json += "{\"n\":3}\n";
        json += "{\"n\":\"four\",\"late\":7}\n[1]\n";
        QCOMPARE(import(QStringLiteral("lines.jsonl"), json), QString());
        QCOMPARE(m_import->guess.kind, ImportKind::JsonLines);
        QCOMPARE(m_import->columns(QStringLiteral("lines")),
                 QStringLiteral("TimeGenerated datetime, n string, N real, a\"b string, d dynamic, s string, "
                                "ok bool, nothing string, late long"));
        QCOMPARE(m_import->query(QStringLiteral("lines | take 2")),
                 QString::fromUtf8("2026-11-22T10:00:00.1234567Z|1|1.5|xé|{\"e\":[1,2.50]}|12|true||null\n"
                                   "null|2|null||\"text\"|5|null||null"));
        QCOMPARE(m_import->query(QStringLiteral("lines | where late == 7 | project n")),
                 QStringLiteral("four"));
        QCOMPARE(m_import->query(QStringLiteral("lines | count")), QStringLiteral("11003"));
        const QString remarks = m_import->remarks.join(u'\n');
        QVERIFY2(remarks.contains(QStringLiteral("2 value(s) left out")), qPrintable(remarks));
    }

    void jsonArrays()
    {
        QCOMPARE(import(QStringLiteral("list.json"), "[\n  {\"a\": 1, \"b\": [1, 2]},\n  {\"a\": 2}\n]\n"),
                 QString());
        QCOMPARE(m_import->guess.kind, ImportKind::JsonArray);
        QCOMPARE(m_import->query(QStringLiteral("list")), QStringLiteral("1|[1,2]\n2|null"));
        QCOMPARE(import(QStringLiteral("pretty.json"), "{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n"), QString());
        QCOMPARE(m_import->query(QStringLiteral("pretty")), QStringLiteral("1\n2"));
        QCOMPARE(import(QStringLiteral("mark.jsonl"), "\xef\xbb\xbf{\"a\":1}\n{\"a\":2}\n"), QString());
        QCOMPARE(m_import->query(QStringLiteral("mark")), QStringLiteral("1\n2"));
        QVERIFY(!import(QStringLiteral("cut.json"), "[{\"a\":1},{\"a\":").isEmpty());
    }

    void parquet()
    {
        const QString path = m_import->path(QStringLiteral("rows.parquet"));
        duckdb_database database = nullptr;
        QCOMPARE(duckdb_open(nullptr, &database), DuckDBSuccess);
        {
            const duck::Connection connection(database);
            duck::QueryResult result;
            const QByteArray sql =
                "COPY (SELECT 1::INTEGER AS i, 2::BIGINT AS \"a\"\"b\", 1.5::DOUBLE AS r, true AS ok, "
                "TIMESTAMP_NS '2026-11-22 10:00:00.123456700' AS ns, DATE '2026-11-22' AS d, "
                "TIMESTAMPTZ '2026-11-22 10:00:00+02' AS tz, INTERVAL 90 SECOND AS span, "
                "'c4b8a6d2-19e3-4f57-8d06-c0de00000003'::UUID AS u, [1, 2] AS l, {'k': 'v'} AS s, "
                "18446744073709551615::UBIGINT AS big, 1.25::DECIMAL(9,2) AS price, 'x' AS t, "
                "NULL::TIMESTAMP AS gone, TIMESTAMP_NS '1969-12-31 23:59:59.123456750' AS before) TO '" +
                path.toUtf8() + "' (FORMAT parquet)";
            QVERIFY2(duckdb_query(connection.get(), sql.constData(), result.get()) == DuckDBSuccess,
                     qPrintable(result.error()));
        }
        duckdb_close(&database);
        QCOMPARE(m_import->import({{path, {}, {}}}), QString());
        QCOMPARE(
            m_import->columns(QStringLiteral("rows")),
            QStringLiteral("i int, a\"b long, r real, ok bool, ns datetime, d datetime, tz datetime, span "
                           "timespan, u guid, l dynamic, s dynamic, big decimal, price real, t string, gone "
                           "datetime, before datetime"));
        QCOMPARE(m_import->query(QStringLiteral("rows | project-away big")),
                 QStringLiteral("1|2|1.5|true|2026-11-22T10:00:00.1234567Z|2026-11-22T00:00:00Z|"
                                "2026-11-22T08:00:00Z|00:01:30|c4b8a6d2-19e3-4f57-8d06-c0de00000003|[1,2]|"
                                "{\"k\":\"v\"}|1.25|x|null|1969-12-31T23:59:59.1234567Z"));
    }

    void sqlite()
    {
        const QString path = m_import->path(QStringLiteral("data.sqlite"));
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(
                QStringLiteral("CREATE TABLE \"a\"\"b; DROP TABLE x\" (n, t, \"x\"\"y\", j, mixed, "
                               "bytes)")));
            QVERIFY(query.exec(QStringLiteral("INSERT INTO \"a\"\"b; DROP TABLE x\" VALUES (1, "
                                              "'2026-11-22T10:00:00Z', 1.5, '{\"a\": 1}', 1, "
                                              "x'0102'), (2, NULL, 2, '[]', 'two', NULL)")));
            QVERIFY(query.exec(QStringLiteral("CREATE TABLE Empty (a, b)")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("test"));
        QCOMPARE(m_import->import({{path, {}, {}}}), QString());
        QCOMPARE(m_import->columns(QStringLiteral("a_b__DROP_TABLE_x")),
                 QStringLiteral("n long, t datetime, x\"y real, j dynamic, mixed string, bytes string"));
        QCOMPARE(m_import->query(QStringLiteral("a_b__DROP_TABLE_x")),
                 QStringLiteral("1|2026-11-22T10:00:00Z|1.5|{\"a\":1}|1|AQI=\n2|null|2|[]|two|"));
        QCOMPARE(m_import->query(QStringLiteral("Empty | count")), QStringLiteral("0"));
        QCOMPARE(m_import->import({{path, QStringLiteral("d"), {}}}), QString());
        QCOMPARE(m_import->query(QStringLiteral("d_Empty | count")), QStringLiteral("0"));
    }

    void storedResult()
    {
        ColumnBuilder time(QStringLiteral("TimeGenerated"), ColumnType::DateTime);
        ColumnBuilder span(QStringLiteral("x"), ColumnType::TimeSpan);
        ColumnBuilder text(QStringLiteral("x"), ColumnType::String);
        time.appendInteger(unixEpochTicks + 1);
        time.appendNull();
        span.appendInteger(ticksPerMinute);
        span.appendNull();
        text.appendText("one");
        text.appendText("two");
        StoredTable table{QStringLiteral("PrimaryResult"), {}};
        table.rows.append(Table({time.build(), span.build(), text.build()}, 2));
        AtomicFile file(m_import->path(QStringLiteral("kept.sonde-result")));
        QVERIFY(file.open());
        QVERIFY(writeResultFile({}, {table}, file, CancelState()));
        QVERIFY(file.commit());
        QCOMPARE(m_import->import({{m_import->path(QStringLiteral("kept.sonde-result")), {}, {}}}),
                 QString());
        QCOMPARE(m_import->columns(QStringLiteral("kept")),
                 QStringLiteral("TimeGenerated datetime, x timespan, x1 string"));
        QCOMPARE(m_import->query(QStringLiteral("kept")),
                 QStringLiteral("1970-01-01T00:00:00.0000001Z|00:01:00|one\nnull|null|two"));
    }

    void answerOfAService()
    {
        QCOMPARE(
            import(
                QStringLiteral("answer.json"),
                "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"a\",\"type\":\"long\"}],"
                "\"rows\":[[1],[2]]}]}"),
            QString());
        QCOMPARE(m_import->query(QStringLiteral("answer | summarize sum(a)")), QStringLiteral("3"));
    }

    void twoFilesWithOneName()
    {
        const QString one = m_import->write(QStringLiteral("a b.csv"), "x\n1\n");
        const QString two = m_import->write(QStringLiteral("a_b.csv"), "x\n2\n");
        const QString message = m_import->import({{one, {}, {}}, {two, {}, {}}});
        QVERIFY2(message.contains(QStringLiteral("would both become the table “a_b”")), qPrintable(message));
        QCOMPARE(m_import->import({{one, {}, {}}, {two, QStringLiteral("other"), {}}}), QString());
        QCOMPARE(m_import->query(QStringLiteral("union a_b, other | summarize sum(x)")), QStringLiteral("3"));
        const auto guess = FileImport::guess({one, {}, {}}, CancelState());
        QVERIFY(!FileImport::checkNames({*guess}, {QStringLiteral("a_b")}));
    }

    void patternsInNamesAreNone()
    {
        m_import->write(QStringLiteral("d1.csv"), "x\n1\n");
        m_import->write(QStringLiteral("d[1].csv"), "x\n2\n");
        QCOMPARE(m_import->import({{m_import->path(QStringLiteral("d[1].csv")), {}, {}}}), QString());
        QCOMPARE(m_import->query(QStringLiteral("d_1_")), QStringLiteral("2"));
        QVERIFY(QDir(m_import->path(QString())).mkpath(QStringLiteral("year=2026")));
        QCOMPARE(import(QStringLiteral("year=2026/it's.csv"), "x\n3\n"), QString());
        QCOMPARE(m_import->columns(QStringLiteral("it_s")), QStringLiteral("x long"));
        QCOMPARE(m_import->query(QStringLiteral("it_s")), QStringLiteral("3"));
    }

    void correctedTypes()
    {
        const QString path =
            m_import->write(QStringLiteral("types.csv"), "a,b,c\n1,00:01:30,5\n2,1.00:00:00,6\n");
        auto guess = FileImport::guess({path, {}, {}}, CancelState());
        QVERIFY(guess);
        guess->tables[0].columns[0].type = ColumnType::String;
        guess->tables[0].columns[1].type = ColumnType::TimeSpan;
        guess->tables[0].columns[2].type = ColumnType::Int;
        const QString target = m_import->path(QStringLiteral("types.duckdb"));
        QVERIFY(FileImport::run({*guess}, target, {}, {}, CancelState()));
        Database::Options options;
        options.attached += {QStringLiteral("imported"), target};
        const auto tables = FileImport::tablesOf(*Database::inMemory(options), QStringLiteral("imported"));
        QVERIFY(tables);
        QCOMPARE(tables->front().columns.at(1).type, ColumnType::TimeSpan);
        QCOMPARE(tables->front().columns.at(2).type, ColumnType::Int);
    }
};

QTEST_GUILESS_MAIN(TestFileImport)
#include "tst_fileimport.moc"
