#include "kql/kqlservice.h"
#include "results/logsdecoder.h"
#include "sandbox/logsservice.h"
#include "sandbox/runningquery.h"
#include "sandbox/sampledata.h"
#include "sandbox/samplefunctions.h"
#include "testclock.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sonde;

namespace {

/// Keeps what is written, and when told to, stops listening.
class KeepingSink final : public BodySink
{
public:
    bool write(std::string_view bytes) override
    {
        body += bytes;
        ++writes;
        return body.size() < room;
    }
    bool flush() override { return body.size() < room; }

    std::string body;
    int writes = 0;
    std::size_t room = std::string::npos;
};

std::string bodyOf(const HttpAnswer &answer)
{
    if (!answer.stream)
        return answer.body;
    KeepingSink sink;
    return answer.stream(sink) ? sink.body : std::string("cut");
}

QJsonObject objectOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(bodyOf(answer))).object();
}

QStringList codesOf(const QJsonObject &body)
{
    QStringList codes;
    for (QJsonObject error = body.value(u"error").toObject(); !error.isEmpty();
         error = error.value(u"innererror").toObject())
        codes += error.value(u"code").toString();
    return codes;
}

QJsonArray rowsOf(const QJsonObject &body)
{
    return body.value(u"tables").toArray().at(0).toObject().value(u"rows").toArray();
}

} // namespace

class TestLogsService : public QObject
{
    Q_OBJECT

    std::unique_ptr<LogsService> service(const QStringList &faults = {})
    {
        return std::make_unique<LogsService>(m_endpoints, *m_engine, m_clock, *Faults::parse(faults),
                                             std::make_shared<CancelState>());
    }

    ServerRequest request(const QString &query) const
    {
        ServerRequest request;
        request.method = "POST";
        request.path = "/v1/workspaces/" + m_endpoints.workspaceId.toStdString() + "/query";
        request.headers.emplace("content-type", "application/json");
        request.body = QJsonDocument(QJsonObject{{QStringLiteral("query"), query}}).toJson().toStdString();
        return request;
    }

    const SandboxEndpoints m_endpoints = SandboxEndpoints::at(QStringLiteral("http://127.0.0.1:1"));
    const std::shared_ptr<test::TestClock> m_clock = std::make_shared<test::TestClock>();
    QTemporaryDir m_folder;
    std::unique_ptr<KqlService> m_kql;
    std::unique_ptr<Engine> m_engine;

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        m_kql = std::make_unique<KqlService>();
        const auto data = SampleData::open({20'000, 1, m_folder.path()}, m_clock->nowUtc());
        QVERIFY2(data, data ? "" : qPrintable(data.error().detail));
        m_engine = std::make_unique<Engine>(data->database, *m_kql, data->tables, sampleFunctions());
    }

    void answersWithFunctions()
    {
        for (const char *query : {"FailedLogons | count", "FailedLogons(\"203.0.113.0/24\") | take 1",
                                  "SilentComputers(1s) | take 1", "ErrorsByComputer | take 1"}) {
            const HttpAnswer answer = service()->handle(request(QString::fromLatin1(query)));
            QVERIFY2(answer.status == 200, query);
            const QJsonObject table = objectOf(answer).value(u"tables").toArray().at(0).toObject();
            QVERIFY2(!table.value(u"rows").toArray().isEmpty(), query);
        }
    }

    void answersRows()
    {
        const HttpAnswer answer = service()->handle(
            request(QStringLiteral("Event | summarize count() by Computer | top 5 by count_")));
        QCOMPARE(answer.status, 200);
        const QJsonObject body = objectOf(answer);
        QCOMPARE(body.keys(), QStringList{QStringLiteral("tables")});
        const QJsonObject table = body.value(u"tables").toArray().at(0).toObject();
        QCOMPARE(table.value(u"name").toString(), QStringLiteral("PrimaryResult"));
        const QByteArray columns = R"([{"name":"Computer","type":"string"},{"name":"count_","type":"long"}])";
        QCOMPARE(QJsonDocument(table.value(u"columns").toArray()).toJson(QJsonDocument::Compact), columns);
        QCOMPARE(rowsOf(body).size(), 5);
        QVERIFY(rowsOf(body).at(0).toArray().at(1).toInteger() >=
                rowsOf(body).at(4).toArray().at(1).toInteger());
    }

    void encodesCells()
    {
        const HttpAnswer answer = service()->handle(request(QStringLiteral(
            "print a = true, b = toint(7), c = 9223372036854775807, d = 0.1, e = datetime(2015-12-31 "
            "23:59:59.9), "
            "f = 1d + 10s, g = 'q\"\\\\\\n', h = int(null), i = datetime(2015-12-31), j = -1tick")));
        const std::string body = bodyOf(answer);
        const std::string rows = body.substr(body.find("\"rows\":"));
        const std::string expected = "\"rows\":[[true,7,9223372036854775807,0.1,\"2015-12-31T23:59:59.9Z\","
                                     "\"1.00:00:10\",\"q\\\"\\\\\\n\","
                                     "null,\"2015-12-31T00:00:00Z\",\"-00:00:00.0000001\"]]}]}";
        QCOMPARE(rows, expected);
    }

    void emptyAnswersHaveColumns()
    {
        const QJsonObject body = objectOf(service()->handle(
            request(QStringLiteral("Event | where EventID == -5 | project Computer, EventID"))));
        QCOMPARE(rowsOf(body).size(), 0);
        QCOMPARE(body.value(u"tables").toArray().at(0).toObject().value(u"columns").toArray().size(), 2);
    }

    void listsItsTables()
    {
        ServerRequest asked;
        asked.method = "GET";
        asked.path = "/v1/workspaces/" + m_endpoints.workspaceId.toStdString() + "/metadata";
        const HttpAnswer answer = service()->handle(asked);
        QCOMPARE(answer.status, 200);
        const QJsonObject body = objectOf(answer);
        const QJsonArray tables = body.value(u"tables").toArray();
        QCOMPARE(tables.size(), 9);
        QCOMPARE(body.value(u"functions").toArray().size(), 3);
        // Everything that can be queried, with the names and types that a query gives.
        for (const auto &table : tables) {
            const QString name = table.toObject().value(u"name").toString();
            const QJsonObject rows = objectOf(service()->handle(request(name + u" | take 0")));
            const QJsonArray queried =
                rows.value(u"tables").toArray().at(0).toObject().value(u"columns").toArray();
            const QJsonArray listed = table.toObject().value(u"columns").toArray();
            QCOMPARE(listed.size(), queried.size());
            for (qsizetype i = 0; i < listed.size(); ++i) {
                for (const QLatin1StringView key : {QLatin1StringView("name"), QLatin1StringView("type")})
                    QCOMPARE(listed.at(i).toObject().value(key), queried.at(i).toObject().value(key));
            }
        }
        asked.method = "POST"; // without a body, as the service takes it too
        QCOMPARE(bodyOf(service()->handle(asked)), bodyOf(answer));
        asked.path = "/v1/workspaces/22222222-2222-2222-2222-222222222222/metadata";
        QCOMPARE(service()->handle(asked).status, 404);
    }

    void getWorksToo()
    {
        ServerRequest asked = request({});
        asked.method = "GET";
        asked.body.clear();
        asked.headers.clear();
        asked.parameters.emplace("query", "Event | count");
        asked.parameters.emplace("timespan", "PT24H");
        const qint64 day = rowsOf(objectOf(service()->handle(asked))).at(0).toArray().at(0).toInteger();
        asked.parameters.erase("timespan");
        const qint64 all = rowsOf(objectOf(service()->handle(asked))).at(0).toArray().at(0).toInteger();
        QVERIFY(day > 0 && day < all);
    }

    void timespans_data()
    {
        QTest::addColumn<QString>("timespan");
        QTest::addColumn<int>("status");
        QTest::newRow("duration") << QStringLiteral("P1D") << 200;
        QTest::newRow("fraction of seconds") << QStringLiteral("PT86400.0S") << 200;
        QTest::newRow("start/duration") << QStringLiteral("2026-11-21T00:00:00.0000000Z/P7D") << 200;
        QTest::newRow("start/end") << QStringLiteral("2026-11-21/2026-11-23") << 200;
        QTest::newRow("nonsense") << QStringLiteral("yesterday") << 400;
        QTest::newRow("KQL's form") << QStringLiteral("24h") << 400;
    }

    void timespans()
    {
        QFETCH(QString, timespan);
        ServerRequest asked = request({});
        asked.body = QJsonDocument(QJsonObject{{QStringLiteral("query"), QStringLiteral("Event | count")},
                                               {QStringLiteral("timespan"), timespan}})
                         .toJson()
                         .toStdString();
        const HttpAnswer answer = service()->handle(asked);
        QTEST(answer.status, "status");
        const QJsonObject body = objectOf(answer);
        if (answer.status == 200)
            QVERIFY(rowsOf(body).at(0).toArray().at(0).toInteger() > 0);
        else
            QCOMPARE(codesOf(body).value(0), QStringLiteral("BadArgumentError"));
    }

    void extras()
    {
        ServerRequest asked =
            request(QStringLiteral("Perf | summarize avg(CounterValue) by bin(TimeGenerated, 1h) | render "
                                   "timechart with (title='Load')"));
        asked.headers.emplace("prefer", "wait=60, include-statistics=true, include-render=true");
        const QJsonObject body = objectOf(service()->handle(asked));
        const QJsonObject render = body.value(u"render").toObject();
        QCOMPARE(render.value(u"visualization").toString(), QStringLiteral("timechart"));
        QCOMPARE(render.value(u"title").toString(), QStringLiteral("Load"));
        QCOMPARE(render.value(u"yMin").toString(), QStringLiteral("NaN"));
        const QJsonObject statistics = body.value(u"statistics").toObject().value(u"query").toObject();
        QVERIFY(statistics.value(u"executionTime").isDouble());
        QCOMPARE(statistics.value(u"datasetStatistics")
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(u"tableRowCount")
                     .toInteger(),
                 rowsOf(body).size());
        QCOMPARE(LogsService::waitSeconds(asked), 60);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("codes");
        QTest::newRow("syntax") << QStringLiteral("Event | where")
                                << QStringList{QStringLiteral("BadArgumentError"),
                                               QStringLiteral("SyntaxError"), QStringLiteral("SYN0002")};
        QTest::newRow("unknown table")
            << QStringLiteral("AppInsights | take 1")
            << QStringList{QStringLiteral("BadArgumentError"), QStringLiteral("SemanticError"),
                           QStringLiteral("SEM0100")};
        QTest::newRow("no query") << QString()
                                  << QStringList{QStringLiteral("BadArgumentError"),
                                                 QStringLiteral("QueryValidationError")};
    }

    void errors()
    {
        QFETCH(QString, query);
        const HttpAnswer answer = service()->handle(request(query));
        QCOMPARE(answer.status, 400);
        const QJsonObject body = objectOf(answer);
        QTEST(codesOf(body), "codes");
        QVERIFY(!body.value(u"error").toObject().value(u"correlationId").toString().isEmpty());
    }

    void syntaxErrorsSayWhere()
    {
        const QJsonObject body =
            objectOf(service()->handle(request(QStringLiteral("Event\n| where ) == 3"))));
        QJsonObject innermost = body.value(u"error").toObject();
        while (innermost.contains(u"innererror"))
            innermost = innermost.value(u"innererror").toObject();
        QCOMPARE(innermost.value(u"line").toInt(), 2);
        QVERIFY(innermost.contains(u"pos"));
        QVERIFY(innermost.contains(u"token"));
    }

    void paths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("other workspace")
            << QStringLiteral("/v1/workspaces/5e9d7c31-a2f4-46b8-8c15-000000000000/query") << 404
            << QStringLiteral("ResourceNotFoundError");
        QTest::newRow("no GUID") << QStringLiteral("/v1/workspaces/mine/query") << 400
                                 << QStringLiteral("FailedToResolveResource");
        QTest::newRow("other path") << QStringLiteral("/v1/nothing") << 404
                                    << QStringLiteral("PathNotFoundError");
    }

    void paths()
    {
        QFETCH(QString, path);
        ServerRequest asked = request(QStringLiteral("Event | count"));
        asked.path = path.toStdString();
        QVERIFY(LogsService::owns(asked));
        const HttpAnswer answer = service()->handle(asked);
        QTEST(answer.status, "status");
        QTEST(codesOf(objectOf(answer)).last(), "code");
    }

    void notAnnouncedAsJsonGivesNothing()
    {
        ServerRequest asked = request(QStringLiteral("Event | count"));
        asked.headers.clear();
        const HttpAnswer answer = service()->handle(asked);
        QCOMPARE(answer.status, 200);
        QVERIFY(bodyOf(answer).empty());
    }

    void partialErrorFault()
    {
        const QJsonObject body = objectOf(
            service({QStringLiteral("partial-error")})->handle(request(QStringLiteral("Event | take 3"))));
        QCOMPARE(rowsOf(body).size(), 3);
        QCOMPARE(body.value(u"error").toObject().value(u"code").toString(), QStringLiteral("PartialError"));
    }

    void limitsRows()
    {
        RunningQuery::Options options;
        options.rowLimit = 25;
        RunningQuery running(*m_engine, {QStringLiteral("Perf"), {}, toTicks(m_clock->nowUtc())}, options,
                             std::make_shared<CancelState>());
        const auto head = running.waitForHead(std::chrono::seconds(30));
        QVERIFY(head && *head);
        KeepingSink sink;
        QVERIFY(running.sendTo(sink));
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(sink.body)).object();
        QCOMPARE(rowsOf(body).size(), 25);
        const QString text = QString::fromStdString(sink.body);
        QVERIFY(text.contains(QStringLiteral("\"-2133196797\"")));
        QVERIFY(text.contains(QStringLiteral("record count limit 25")));
    }

    /// Rows stop coming after the head: what the wait for the head took is a part of the request's time.
    void rowsStopComing()
    {
        RunningQuery::Options options;
        options.patience = std::chrono::seconds(4);
        QElapsedTimer timer;
        timer.start();
        RunningQuery running(
            *m_engine,
            {QStringLiteral("range x from 1 to 1000000000000000 step 1 | where x between (60000000 .. "
                            "60300000)"),
             {},
             toTicks(m_clock->nowUtc())},
            options, std::make_shared<CancelState>());
        const auto head = running.waitForHead(std::chrono::seconds(60));
        QVERIFY(head && *head);
        const qint64 untilHead = timer.elapsed();
        KeepingSink sink;
        QVERIFY(running.sendTo(sink));
        const qint64 all = timer.elapsed();
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(sink.body)).object();
        QVERIFY(rowsOf(body).size() > 0 && rowsOf(body).size() <= 300001);
        QVERIFY(sink.body.find("longer than the allowed 4 seconds") != std::string::npos);
        QVERIFY2(all < std::max<qint64>(4000, untilHead) + std::min<qint64>(untilHead, 4000) / 2 + 300,
                 qPrintable(QStringLiteral("%1 ms, %2 until the head").arg(all).arg(untilHead)));
    }

    void rowsLeaveWhileOthersAreComputed()
    {
        RunningQuery running(*m_engine, {QStringLiteral("Perf"), {}, toTicks(m_clock->nowUtc())}, {},
                             std::make_shared<CancelState>());
        const auto head = running.waitForHead(std::chrono::seconds(30));
        QVERIFY(head && *head);
        KeepingSink sink;
        QVERIFY(running.sendTo(sink));
        QVERIFY2(sink.writes > 3, qPrintable(QString::number(sink.writes)));
    }

    void endsWhenNobodyListens()
    {
        RunningQuery running(*m_engine, {QStringLiteral("Perf"), {}, toTicks(m_clock->nowUtc())}, {},
                             std::make_shared<CancelState>());
        QVERIFY(running.waitForHead(std::chrono::seconds(30)));
        KeepingSink sink;
        sink.room = 10;
        QVERIFY(!running.sendTo(sink));
    }

    void endsWithTheServer()
    {
        const auto stop = std::make_shared<CancelState>();
        RunningQuery running(*m_engine, {QStringLiteral("Perf"), {}, toTicks(m_clock->nowUtc())}, {}, stop);
        QVERIFY(running.waitForHead(std::chrono::seconds(30)));
        stop->cancel();
        KeepingSink sink;
        QVERIFY(!running.sendTo(sink));
    }

    void fixedAnswer()
    {
        const auto logs = service();
        logs->setFixedAnswer(R"({"tables":[]})");
        ServerRequest asked = request(QStringLiteral("anything"));
        const std::string expected = R"({"tables":[]})";
        QCOMPARE(bodyOf(logs->handle(asked)), expected);
        asked.headers.emplace("accept-encoding", "gzip, deflate");
        const HttpAnswer packed = logs->handle(asked);
        QCOMPARE(packed.headers.front(), (std::pair<std::string, std::string>("Content-Encoding", "gzip")));
        QVERIFY(bodyOf(packed).starts_with("\x1f\x8b"));
    }
};

QTEST_GUILESS_MAIN(TestLogsService)
#include "tst_logsservice.moc"
