#include "results/classicdecoder.h"
#include "support/cells.h"

#include <QTest>

using namespace sonde;

namespace {

const QByteArray pending =
    R"({"id":"subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/ws/search/d81834d3-0000-4000-8000-000000000001|2017-10-0223-15-32Z",
"__metadata":{"resultType":"raw","total":1234567,"top":25,"partialResults":true,"RequestId":"x",
"CoreSummaries":[{"Status":"Pending","NumberOfDocuments":5},{"Status":"Error","NumberOfDocuments":0}],
"Status":"Pending","NumberOfDocuments":5,"ETag":"636425829329604948","sort":[{"name":"TimeGenerated","order":"desc"}],"requestTime":12},
"value":[
{"TimeGenerated":"2026-01-01T00:00:20.3Z","Computer":"srv-1","EventID":7036,"Type":"Event","__metadata":{"Type":"Event"},"Score":1},
{"TimeGenerated":"2026-01-01T00:00:19Z","Computer":"srv-2","IsGatewayInstalled":false,"CounterValue":0.5,"Type":"Perf","EventID":9223372036854775807,"Score":1.5},
{"Computer":null,"Type":"Perf","Tags":{"a":[1,"é"]},"Score":"high"}]})";

Result<ChunkedTable> rowsOf(const QByteArray &body)
{
    auto answer = decodeClassicAnswer(body);
    if (!answer)
        return failure(answer.error());
    ChunkedTable table;
    table.append(answer->rows);
    return table;
}

QByteArray withRecords(const QByteArray &records)
{
    return R"({"id":"x/search/1","__metadata":{"Status":"Successful"},"value":[)" + records + "]}";
}

} // namespace

class TestClassicDecoder : public QObject
{
    Q_OBJECT

private slots:
    void metadata()
    {
        const auto answer = decodeClassicAnswer(pending);
        QVERIFY(answer.has_value());
        QVERIFY(answer->pending);
        QVERIFY(answer->partialResults);
        QCOMPARE(answer->total, std::optional<qint64>(1234567));
        QCOMPARE(answer->top, std::optional<qint64>(25));
        QCOMPARE(answer->requestId,
                 QStringLiteral("d81834d3-0000-4000-8000-000000000001|2017-10-0223-15-32Z"));
        QCOMPARE(answer->coreErrors.size(), qsizetype(1));
        QCOMPARE(answer->eTag, QStringLiteral("636425829329604948"));
    }

    void unionOfFieldsInFirstSeenOrder()
    {
        const auto table = rowsOf(pending);
        QVERIFY(table.has_value());
        QStringList names;
        for (const ColumnHeader &header : table->headers())
            names << header.name;
        QCOMPARE(names, QStringLiteral(
                            "TimeGenerated Computer EventID Type Score IsGatewayInstalled CounterValue Tags")
                            .split(QLatin1Char(' ')));
        QCOMPARE(rowOf(*table, 0), (QByteArrayList{"2026-01-01T00:00:20.3Z", "srv-1", "7036", "Event", "1",
                                                   "<null>", "<null>", "<null>"}));
        QCOMPARE(rowOf(*table, 1), (QByteArrayList{"2026-01-01T00:00:19Z", "srv-2", "9223372036854775807",
                                                   "Perf", "1.5", "false", "0.5", "<null>"}));
        QCOMPARE(rowOf(*table, 2), (QByteArrayList{"<null>", "<null>", "<null>", "Perf", "high", "<null>",
                                                   "<null>", "{\"a\":[1,\"é\"]}"}));
        QCOMPARE(table->headers().at(0).type, ColumnType::DateTime);
        QCOMPARE(table->headers().at(2).type, ColumnType::Long);
        QCOMPARE(table->headers().at(7).type, ColumnType::Dynamic);
    }

    void widening_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("type");
        const auto row = [](const char *first, const char *second, ColumnType type) {
            QTest::addRow("%s %s", first, second)
                << QByteArray(first) << QByteArray(second) << static_cast<int>(type);
        };
        row("1", "2", ColumnType::Long);
        row("1", "2.5", ColumnType::Real);
        row("1.0", "null", ColumnType::Real);
        row("1", "\"x\"", ColumnType::String);
        row("true", "false", ColumnType::Bool);
        row("true", "1", ColumnType::String);
        row("{}", "[]", ColumnType::Dynamic);
        row("{}", "\"x\"", ColumnType::String);
        row("\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00.123Z\"", ColumnType::DateTime);
        row("\"2026-01-01T00:00:00Z\"", "\"soon\"", ColumnType::String);
        row("\"2026-01-01\"", "\"2026-01-02\"", ColumnType::String);
        row("9223372036854775808", "1", ColumnType::String);
        row("null", "null", ColumnType::String);
    }

    void widening()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(int, type);
        const auto table = rowsOf(withRecords("{\"f\":" + first + "},{\"f\":" + second + "}"));
        QVERIFY(table.has_value());
        QCOMPARE(static_cast<int>(table->headers().at(0).type), type);
        for (const auto &[row, token] : {std::pair(0, first), std::pair(1, second)}) {
            QByteArray want = token == "null" ? QByteArray("<null>") : token;
            if (want.startsWith('"'))
                want = want.mid(1, want.size() - 2);
            if (want == "1.0")
                want = "1";
            QCOMPARE(cellOf(*table, static_cast<std::size_t>(row), 0), want);
        }
    }

    void aggregated()
    {
        const auto answer = decodeClassicAnswer(
            R"({"id":"x/search/1","__metadata":{"Status":"Successful","resultType":"aggregated","sum":3.0},
            "value":[{"Computer":"a","AggregatedValue":26842645.0},{"Computer":"b","AggregatedValue":1.0}]})");
        QVERIFY(answer.has_value());
        QVERIFY(answer->aggregated);
        QVERIFY(!answer->pending);
        QCOMPARE(answer->rows.columnCount(), 2);
        QCOMPARE(answer->rows.column(1).real(0), 26842645.0);
    }

    void searchErrorBody()
    {
        const auto answer = decodeClassicAnswer(R"({"__metadata":{"resultType":"error"},
            "error":{"type":"QuerySyntax","message":"Invalid syntax.","line":2,"column":36,"text":"="}})");
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Query);
        QCOMPARE(answer.error().serviceCode, QStringLiteral("QuerySyntax"));
        QCOMPARE(answer.error().position, std::optional(TextPosition{2, 35}));
    }

    void otherShapes_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             {"", "  ", "null", "[]", "{}", "<html></html>", R"({"value":[]})", R"({"__metadata":{}})",
              R"({"__metadata":{},"value":[1]})", R"({"__metadata":{},"value":{}})", R"({"tables":[]})"})
            QTest::newRow(body) << QByteArray(body);
    }

    void otherShapes()
    {
        QFETCH(QByteArray, body);
        const auto answer = decodeClassicAnswer(body);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Decode);
        QVERIFY(!answer.error().message.isEmpty());
        QVERIFY(!answer.error().advice.isEmpty());
    }

    void everyPrefixFails()
    {
        for (qsizetype size = 0; size < pending.size(); ++size)
            QVERIFY(!decodeClassicAnswer(pending.left(size)));
    }

    void oddText()
    {
        const auto table = rowsOf(withRecords(R"({"a":"x\ud83d","b\u0041":1e400,"a":"twice"},{"a":""})"));
        QVERIFY(table.has_value());
        QCOMPARE(cellOf(*table, 0, 0), QByteArray("x\xEF\xBF\xBD"));
        QCOMPARE(table->headers().at(1).name, QStringLiteral("bA"));
        QCOMPARE(cellOf(*table, 0, 1), QByteArray("1e400"));
        QCOMPARE(cellOf(*table, 1, 0), QByteArray(""));
    }

    /// What breaks off or is damaged leaves the records before that place.
    void everyPrefixLeavesItsWholeRecords()
    {
        const QByteArray body = "{\"id\":\"a/1\",\"__metadata\":{\"total\":9},\"value\":["
                                "{\"n\":1,\"s\":\"]}\"},{\"n\":2,\"o\":{\"a\":[1]}},{\"n\":3}],\"odd\":1}";
        const qsizetype last = body.indexOf("{\"n\":3}") + 7;
        qsizetype before = 0;
        for (qsizetype size = 0; size <= body.size(); ++size) {
            const auto part = decodeClassicPart(body.left(size));
            const qsizetype rows = part ? static_cast<qsizetype>(part->rows.rowCount()) : 0;
            QVERIFY(rows == before || rows == before + 1);
            QCOMPARE(rows == 3, size >= last);
            if (part) {
                QCOMPARE(part->rows.column(0).integer(0), std::int64_t(1));
                QCOMPARE(part->total, std::optional<qint64>(9));
                QCOMPARE(part->rows.columnCount(), rows == 1 ? 2 : 3);
            }
            before = rows;
        }
    }

    void damageLeavesTheRecordsBefore_data()
    {
        QTest::addColumn<QByteArray>("damage");
        for (const char *damage :
             {"{\"n\":x}", "{\"n\" 2}", "{\"new\":1,}", "5", "[]", "{\"a\":\"\n\"}", "}", ",", "\xFF"})
            QTest::newRow(damage) << QByteArray(damage);
    }

    void damageLeavesTheRecordsBefore()
    {
        QFETCH(QByteArray, damage);
        const QByteArray body = withRecords("{\"n\":1},{\"n\":2}," + damage + ",{\"n\":4}");
        QVERIFY(!decodeClassicAnswer(body));
        const auto part = decodeClassicPart(body);
        QVERIFY(part.has_value());
        QCOMPARE(part->rows.rowCount(), std::size_t(2));
        QCOMPARE(part->rows.columnCount(), 1);
        QCOMPARE(part->rows.column(0).type(), ColumnType::Long);
    }
};

QTEST_GUILESS_MAIN(TestClassicDecoder)
#include "tst_classicdecoder.moc"
