#include "results/logsdecoder.h"
#include "support/cells.h"

#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

using namespace sonde;

namespace {

struct Decoded
{
    Result<LogsAnswer> answer = failure(ErrorKind::Decode, {});
    std::vector<ChunkedTable> tables;
    QStringList names;
};

/// Feeds the body in pieces of that size (0: all at once).
Decoded decode(const QByteArray &body, qsizetype pieceSize = 0)
{
    Decoded out;
    LogsDecoder decoder([&out](const ResultChunk &chunk) {
        if (static_cast<std::size_t>(chunk.tableIndex) == out.tables.size()) {
            out.tables.emplace_back();
            out.names << chunk.tableName;
        }
        out.tables[static_cast<std::size_t>(chunk.tableIndex)].append(chunk.rows);
    });
    if (pieceSize == 0)
        pieceSize = std::max<qsizetype>(1, body.size());
    for (qsizetype at = 0; at < body.size(); at += pieceSize) {
        const auto length = static_cast<std::size_t>(std::min(pieceSize, body.size() - at));
        if (auto fed = decoder.feed(std::string_view(body.constData() + at, length)); !fed) {
            out.answer = failure(fed.error());
            return out;
        }
    }
    out.answer = decoder.finish();
    return out;
}

/// All column types with the values that are hard to keep, in the shape of the service.
const QByteArray allTypes = R"({"tables":[{"name":"PrimaryResult","columns":[
{"name":"B","type":"bool"},{"name":"I","type":"int"},{"name":"L","type":"long"},{"name":"R","type":"real"},
{"name":"M","type":"decimal"},{"name":"G","type":"guid"},{"name":"D","type":"datetime"},
{"name":"T","type":"timespan"},{"name":"S","type":"string"},{"name":"Y","type":"dynamic"}],"rows":[
[true,-2147483648,9223372036854775807,1.7976931348623157e+308,"79228162514264337593543950335",
"74be27de-1e4e-49d9-b579-fe0b331d3642","2015-12-31T23:59:59.9Z","00:00:00.0000001","","{\"a\":[1,\"x\"]}"],
[false,2147483647,-9223372036854775808,"NaN","0.10101",null,"2026-01-01T00:00:05Z","-1.00:00:00","a\"b\\c\u00e9\ud83d\ude00\n","[]"],
[null,null,null,null,null,null,null,null,"",null],
[true,0,0,"-Infinity","0","74be27de-1e4e-49d9-b579-fe0b331d3642","2026-01-01T00:00:00.1234567Z","10675199.02:48:05.4775807","x",null],
[true,0,0,0,"0",null,null,null,"y","{}"]]}]})";

const QList<QByteArrayList> allTypesRows = {
    {"true", "-2147483648", "9223372036854775807", "1.7976931348623157e+308", "79228162514264337593543950335",
     "74be27de-1e4e-49d9-b579-fe0b331d3642", "2015-12-31T23:59:59.9Z", "00:00:00.0000001", "",
     "{\"a\":[1,\"x\"]}"},
    {"false", "2147483647", "-9223372036854775808", "NaN", "0.10101", "<null>", "2026-01-01T00:00:05Z",
     "-1.00:00:00", "a\"b\\cé😀\n", "[]"},
    {"<null>", "<null>", "<null>", "<null>", "<null>", "<null>", "<null>", "<null>", "", "<null>"},
    {"true", "0", "0", "-Infinity", "0", "74be27de-1e4e-49d9-b579-fe0b331d3642",
     "2026-01-01T00:00:00.1234567Z", "10675199.02:48:05.4775807", "x", "<null>"},
    {"true", "0", "0", "0", "0", "<null>", "<null>", "<null>", "y", "{}"},
};

/// Everything that is not rows comes first, and the columns after their rows.
const QByteArray otherOrder =
    R"( {"error":{"code":"PartialError","message":"outer","details":[{"code":"EngineError",
"message":"middle","innererror":{"code":"-2133196797","message":"too many","severity":2}}]},
"render":{"visualization":"timechart"}, "tables":[{"rows":[[1],[2]], "extra":{"a":[1,{"b":"]}["}]},
"columns":[{"type":"int","name":"n"}],"name":"late"}], "statistics":{"query":{}} } )";

/// The beginning of an answer of so many rows; the last is whole.
QByteArray numberedRows(int rows)
{
    QByteArray body =
        R"({"tables":[{"name":"P","columns":[{"name":"n","type":"long"},{"name":"s","type":"string"}],"rows":[)";
    for (int i = 0; i < rows; ++i)
        body += (i ? ",[" : "[") + QByteArray::number(i) + ",\"text " + QByteArray::number(i % 100) + "\"]";
    return body;
}

QByteArray answerWith(const QByteArray &type, const QByteArray &cell)
{
    return R"({"tables":[{"name":"P","columns":[{"name":"c","type":")" + type + R"("}],"rows":[[)" + cell +
           "],[null]]}]}";
}

} // namespace

class TestLogsDecoder : public QObject
{
    Q_OBJECT

private slots:
    void keepsEveryType()
    {
        const Decoded out = decode(allTypes);
        QVERIFY(out.answer.has_value());
        QCOMPARE(out.answer->warnings, QStringList());
        QCOMPARE(out.names, QStringList(QStringLiteral("PrimaryResult")));
        for (qsizetype row = 0; row < allTypesRows.size(); ++row)
            QCOMPARE(rowOf(out.tables[0], static_cast<std::size_t>(row)), allTypesRows[row]);
    }

    void cutAtEveryPlace()
    {
        for (qsizetype size = 1; size <= allTypes.size(); ++size) {
            const Decoded out = decode(allTypes, size);
            QVERIFY(out.answer.has_value());
            QCOMPARE(out.tables[0].rowCount(), std::size_t(5));
            QCOMPARE(rowOf(out.tables[0], 1), allTypesRows[1]);
        }
    }

    void everyPrefixIsCutShort()
    {
        for (qsizetype size = 0; size < allTypes.size(); ++size) {
            const Decoded out = decode(allTypes.left(size));
            QVERIFY(!out.answer);
            QCOMPARE(out.answer.error().kind, ErrorKind::Decode);
            QVERIFY(!out.answer.error().message.isEmpty());
        }
    }

    void keyOrderIsFree()
    {
        for (const qsizetype size : {0, 1, 7}) {
            const Decoded out = decode(otherOrder, size);
            QVERIFY(out.answer.has_value());
            QCOMPARE(out.tables[0].rowCount(), std::size_t(2));
            QCOMPARE(cellOf(out.tables[0], 1, 0), QByteArray("2"));
            QCOMPARE(out.answer->render, QByteArray("{\"visualization\":\"timechart\"}"));
            QCOMPARE(out.answer->statistics, QByteArray("{\"query\":{}}"));
            QVERIFY(out.answer->partialError.has_value());
            QCOMPARE(out.answer->partialError->message, QStringLiteral("too many"));
            QCOMPARE(out.answer->partialError->serviceCode, QStringLiteral("-2133196797"));
        }
    }

    void severalTablesOfOneName()
    {
        const Decoded out = decode(R"({"tables":[
            {"name":"PrimaryResult","columns":[{"name":"a","type":"int"}],"rows":[[1]]},
            {"name":"PrimaryResult","columns":[{"name":"b","type":"string"}],"rows":[]}]})");
        QVERIFY(out.answer.has_value());
        QCOMPARE(out.answer->tableCount, 2);
        QCOMPARE(out.tables.size(), std::size_t(2));
        QCOMPARE(out.tables[1].rowCount(), std::size_t(0));
        QCOMPARE(out.tables[1].headers().at(0).name, QStringLiteral("b"));
    }

    void otherShapes_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             {"", " ", "[]", "null", "{}", "<html>", R"({"tables":{}})", R"({"tables":[]})",
              R"({"tables":[1]})", R"({"tables":[{}]})", R"({"tables":[{"columns":1}]})",
              R"({"tables":[{"columns":[{}],"rows":[]}]})", R"({"tables":[{"rows":[[1]]}]})",
              R"({"tables":[{"columns":[],"rows":{}}]})", R"({"value":[]})",
              R"({"tables":[{"columns":[{"name":"c","type":"int"}],"rows":[[1,]]}]})", "}{", "]", "{]"})
            QTest::newRow(body) << QByteArray(body);
    }

    void otherShapes()
    {
        QFETCH(QByteArray, body);
        for (const qsizetype size : {0, 1}) {
            const Decoded out = decode(body, size);
            QVERIFY(!out.answer);
            QCOMPARE(out.answer.error().kind, ErrorKind::Decode);
        }
    }

    void errorInsteadOfTables()
    {
        const Decoded out = decode(R"({"error":{"code":"X","message":"what happened"}})");
        QVERIFY(!out.answer);
        QCOMPARE(out.answer.error().kind, ErrorKind::Service);
        QCOMPARE(out.answer.error().message, QStringLiteral("what happened"));
    }

    /// A cell that cannot be read never loses the answer.
    void oddCells_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<bool>("warns");
        const auto row = [](const char *name, const char *type, const char *cell, const char *shown,
                            bool warns) {
            QTest::newRow(name) << QByteArray(type) << QByteArray(cell) << QByteArray(shown) << warns;
        };
        row("lone surrogate", "string", "\"a\\ud83db\"",
            "a\xEF\xBF\xBD"
            "b",
            true);
        row("swapped surrogates", "string", "\"\\ude00\\ud83d\"", "\xEF\xBF\xBD\xEF\xBF\xBD", true);
        row("bad escape", "string", "\"a\\qb\"",
            "a\xEF\xBF\xBD"
            "b",
            true);
        row("bad escape of a letter of two bytes", "string", "\"\\\xC3\xA9\"", "\xEF\xBF\xBD\xC3\xA9", true);
        row("bad utf-8", "string", "\"a\xFF\"", "a\xEF\xBF\xBD", true);
        row("huge number", "real", "1e400", "Infinity", true);
        row("infinity", "real", "\"Infinity\"", "Infinity", false);
        row("whole real", "real", "5", "5", false);
        row("real as text", "real", "\"1.5\"", "1.5", false);
        row("int too large", "int", "2147483648", "<null>", true);
        row("long too large", "long", "9223372036854775808", "<null>", true);
        row("long as text", "long", "\"12\"", "12", false);
        row("fraction in a long", "long", "1.5", "<null>", true);
        row("whole real in a long", "long", "1e5", "100000", false);
        row("whole real in an int", "int", "-2.0", "-2", false);
        row("real too large for a long", "long", "1e300", "<null>", true);
        row("bool as number", "bool", "1", "true", false);
        row("bool as text", "bool", "\"yes\"", "<null>", true);
        row("no date", "datetime", "\"yesterday\"", "<null>", true);
        row("number for a date", "datetime", "5", "<null>", true);
        row("no timespan", "timespan", "\"1h\"", "<null>", true);
        row("bare dynamic", "dynamic", "{\"a\":[1,2]}", "{\"a\":[1,2]}", false);
        row("bare array", "dynamic", "[1,{\"x\":\"y]\"}]", "[1,{\"x\":\"y]\"}]", false);
        row("number in dynamic", "dynamic", "5", "5", false);
        row("object in string", "string", "{\"a\":1}", "{\"a\":1}", false);
        row("object in int", "int", "{\"a\":1}", "<null>", true);
        row("unknown type", "quaternion", "\"q\"", "q", true);
        row("control characters", "string", "\"\\u0000\\u0001\\t\"", nullptr, false);
    }

    void oddCells()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, shown);
        QFETCH(bool, warns);
        if (shown.isNull())
            shown = QByteArray("\0\1\t", 3);
        const Decoded out = decode(answerWith(type, cell));
        QVERIFY2(out.answer.has_value(), out.answer ? "" : qPrintable(out.answer.error().detail));
        QCOMPARE(out.tables[0].rowCount(), std::size_t(2));
        QCOMPARE(cellOf(out.tables[0], 0, 0), shown);
        QCOMPARE(cellOf(out.tables[0], 1, 0), QByteArray("<null>"));
        QCOMPARE(!out.answer->warnings.isEmpty(), warns);
    }

    void rowsOfOtherLengths()
    {
        const Decoded out = decode(R"({"tables":[{"name":"P","columns":[{"name":"a","type":"int"},
            {"name":"a","type":"string"}],"rows":[[1,"x",9],[2],[],{"OneApiErrors":[]},[3,"y"]]}]})");
        QVERIFY(out.answer.has_value());
        QCOMPARE(out.tables[0].rowCount(), std::size_t(4));
        QCOMPARE(rowOf(out.tables[0], 1), (QByteArrayList{"2", "<null>"}));
        QCOMPARE(rowOf(out.tables[0], 3), (QByteArrayList{"3", "y"}));
        QCOMPARE(out.answer->warnings.size(), qsizetype(3));
    }

    void byteOrderMark()
    {
        QVERIFY(decode("\xEF\xBB\xBF" + allTypes).answer.has_value());
        QVERIFY(decode("\xEF\xBB\xBF" + allTypes, 1).answer.has_value());
    }

    void largeAnswersComeInChunks_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("where it is fed") << 0;
        QTest::newRow("a pool of one thread") << 1;
        QTest::newRow("a pool of four threads") << 4;
    }

    void largeAnswersComeInChunks()
    {
        QFETCH(int, threads);
        QThreadPool pool;
        pool.setMaxThreadCount(std::max(1, threads));
        constexpr int rows = 200'000;
        const QByteArray body = numberedRows(rows) + "]}]}";
        int chunks = 0;
        qint64 count = 0;
        bool inOrder = true;
        LogsDecoder decoder(
            [&](const ResultChunk &chunk) {
                ++chunks;
                for (std::size_t row = 0; row < chunk.rows.rowCount(); ++row)
                    inOrder = inOrder && chunk.rows.column(0).integer(row) == count++;
            },
            threads > 0 ? &pool : nullptr);
        for (qsizetype at = 0; at < body.size(); at += 16'384) {
            QVERIFY(decoder.feed(body.mid(at, 16'384).toStdString()).has_value());
            if (at == 16'384 * 5)
                QVERIFY(count > 0); // the first rows are out long before the end
        }
        QVERIFY(decoder.finish().has_value());
        QVERIFY(inOrder);
        QCOMPARE(count, qint64(rows));
        QVERIFY(chunks > 4);
    }

    /// A row that is no JSON far behind the first: what stands before it is handed out, in order.
    void damageAmongManyRows()
    {
        QThreadPool pool;
        const QByteArray body = numberedRows(100'000) + ",[1,}]" + numberedRows(100'000) + "]}]}";
        qint64 count = 0;
        bool inOrder = true;
        LogsDecoder decoder(
            [&](const ResultChunk &chunk) {
                for (std::size_t row = 0; row < chunk.rows.rowCount(); ++row)
                    inOrder = inOrder && chunk.rows.column(0).integer(row) == count++;
            },
            &pool);
        Result<void> fed;
        for (qsizetype at = 0; at < body.size() && fed; at += 65'536)
            fed = decoder.feed(body.mid(at, 65'536).toStdString());
        QVERIFY(!fed || !decoder.finish());
        QVERIFY(inOrder);
        QVERIFY(count > 0);
        QVERIFY(count <= 100'000);
    }

    /// A batch that fails in the middle of a row, while the pool has no time: no row is mixed from two, none
    /// comes behind the gap.
    void damageLeavesWholeRows()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QSemaphore free;
        pool.start([&free] { free.acquire(); });
        const auto rows = [](int from, int count) {
            QByteArray text;
            for (int i = from; i < from + count; ++i)
                text += (i > 0 ? ",[" : "[") + QByteArray::number(i) + ',' + QByteArray::number(i) + ']';
            return text;
        };
        QByteArray body =
            R"({"tables":[{"name":"P","columns":[{"name":"a","type":"long"},{"name":"b","type":"long"}],"rows":[)";
        body += rows(0, 9000) + ",[8,xx]" + rows(9000, 400'000);
        qint64 next = 0;
        bool isWhole = true;
        LogsDecoder decoder(
            [&](const ResultChunk &chunk) {
                const Table &table = chunk.rows;
                isWhole = isWhole && table.column(0).size() == table.rowCount() &&
                          table.column(1).size() == table.rowCount();
                for (std::size_t row = 0; isWhole && row < table.rowCount(); ++row, ++next)
                    isWhole = table.column(0).integer(row) == next && table.column(1).integer(row) == next;
            },
            &pool);
        Result<void> fed;
        for (qsizetype at = 0; at < body.size() && fed; at += 65'536)
            fed = decoder.feed(body.mid(at, 65'536).toStdString());
        QVERIFY(!fed);
        decoder.breakOff();
        free.release();
        QVERIFY(isWhole);
        QVERIFY(next > 0);
        QVERIFY(next <= 9000);
    }

    void columnsTwice()
    {
        QVERIFY(!decode(R"({"tables":[{"name":"P","columns":[{"name":"a","type":"long"}],)"
                        R"("columns":[{"name":"a","type":"string"}],"rows":[[1]]}]})")
                     .answer);
        QVERIFY(!decode(R"({"tables":[{"name":"P","columns":[{"name":"a","type":"long"}],)"
                        R"("rows":[[1]],"rows":[[2]]}]})")
                     .answer);
    }

    /// The connection is lost in the middle of a row.
    void whatIsWholeOutlivesACut_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("a few rows") << 3;
        QTest::newRow("many rows") << 150'000;
        QTest::newRow("none") << 0;
    }

    void whatIsWholeOutlivesACut()
    {
        QFETCH(int, rows);
        QThreadPool pool;
        const QByteArray body = numberedRows(rows) + (rows > 0 ? ",[12" : "[12");
        qint64 count = 0;
        LogsDecoder decoder(
            [&](const ResultChunk &chunk) { count += static_cast<qint64>(chunk.rows.rowCount()); }, &pool);
        QVERIFY(decoder.feed(body.toStdString()).has_value());
        decoder.breakOff();
        QCOMPARE(count, qint64(rows));
    }

    /// A decoder that goes while its tasks are at work leaves nothing that they need.
    void goesWhileItWorks()
    {
        QThreadPool pool;
        const std::string body = numberedRows(150'000).toStdString();
        for (int round = 0; round < 20; ++round) {
            LogsDecoder decoder([](const ResultChunk &) {}, &pool);
            QVERIFY(decoder.feed(body).has_value());
        }
        QVERIFY(pool.waitForDone(60'000));
    }

    /// Deeper than simdjson and QJsonDocument go: what is not looked into need not be understood.
    void deepDynamicStays()
    {
        for (const int depth : {1000, 5000, 200'000}) {
            const QByteArray cell = QByteArray(depth, '[') + QByteArray(depth, ']');
            const Decoded out = decode(answerWith("dynamic", cell), 4096);
            QVERIFY2(out.answer.has_value(), out.answer ? "" : qPrintable(out.answer.error().detail));
            QCOMPARE(cellOf(out.tables[0], 0, 0), cell);
        }
    }
};

QTEST_GUILESS_MAIN(TestLogsDecoder)
#include "tst_logsdecoder.moc"
