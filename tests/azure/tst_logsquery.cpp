#include "gzipped.h"
#include "searchharness.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;

namespace {

QByteArray answerOf(int rows, const QByteArray &rest = {})
{
    QByteArray body = R"({"tables":[{"name":"PrimaryResult","columns":[{"name":"n","type":"long"},)"
                      R"({"name":"text","type":"string"}],"rows":[)";
    for (int i = 0; i < rows; ++i) {
        if (i > 0)
            body += ',';
        body += '[' + QByteArray::number(i) + ",\"row " + QByteArray::number(i) + "\"]";
    }
    return body + "]}]" + rest + '}';
}

const QByteArray syntaxError =
    R"({"error":{"message":"The request had some invalid properties","code":"BadArgumentError",)"
    R"("correlationId":"c-1","innererror":{"code":"SyntaxError","message":"A syntax error was identified.",)"
    R"("innererror":{"code":"SYN0002","message":"Query could not be parsed at 'a'","line":2,"pos":4,"token":"a"}}}})";

} // namespace

/// A run against the logs query service, by the hand-moved clock: what is sent, and what becomes of each
/// answer.
class TestLogsQuery : public QObject
{
    Q_OBJECT

private slots:
    void sendsTheRequest();
    void deliversRows();
    void inflatesAnswers();
    void emptyAnswers_data();
    void emptyAnswers();
    void refusals_data();
    void refusals();
    void syntaxErrorHasAPosition();
    void gatewayTimeoutOffersMore_data();
    void gatewayTimeoutOffersMore();
    void refusedTokenIsRenewedOnce_data();
    void refusedTokenIsRenewedOnce();
    void refusedTokenTwiceIsAnError();
    void waitsWhenAskedTo();
    void givesUpWaiting();
    void waitsNoLongerThanAPersonWould();
    void partialErrorKeepsRows();
    void brokenAnswerKeepsRows_data();
    void brokenAnswerKeepsRows();
    void brokenAnswerWithoutRowsIsAnError();
    void rowLimit_data();
    void rowLimit();
    void signInFailureEndsTheRun();
    void cancelAtEveryStage_data();
    void cancelAtEveryStage();
};

void TestLogsQuery::sendsTheRequest()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath, FakeAnswer::json(200, answerOf(1)));
    Query query;
    query.text = QStringLiteral("Event\n| where Message == \"é\"");
    query.serverTimeoutSeconds = 90;
    harness.start(query);
    QTRY_VERIFY(harness.isFinished());
    const SeenRequest seen = harness.network.seen("POST", logsPath).value(0);
    QCOMPARE(seen.url, QUrl(QStringLiteral("https://logs.example") + logsPath));
    QCOMPARE(seen.headers.value("prefer"),
             QByteArray("wait=90, include-statistics=true, include-render=true"));
    QCOMPARE(seen.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(seen.headers.value("cache-control"), QByteArray("no-cache"));
    QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer token-1"));
    QCOMPARE(seen.transferTimeout, 120'000);
    const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
    QCOMPARE(body.keys(), QStringList({QStringLiteral("query"), QStringLiteral("timespan")}));
    QCOMPARE(body.value(QLatin1String("query")).toString(), query.text);
    QCOMPARE(body.value(QLatin1String("timespan")).toString(),
             QStringLiteral("2026-11-21T16:00:00.000Z/2026-11-22T16:00:00.000Z"));
    QVERIFY(harness.info().request.contains(QLatin1String("Prefer: wait=90")));
    QVERIFY(!harness.info().request.contains(QLatin1String("token-1")));
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestLogsQuery::deliversRows()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    const QByteArray body = answerOf(
        2000, R"(,"render":{"visualization":"barchart"},"statistics":{"query":{"executionTime":0.5}})");
    harness.network.expect("POST", logsPath, FakeAnswer::json(200, body));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY2(harness.outcomes.first().has_value(), "finished with an error");
    QCOMPARE(harness.rows(), 2000);
    QCOMPARE(harness.info().completeness, Completeness::Complete);
    QCOMPARE(harness.info().answerBytes, body.size());
    QCOMPARE(harness.info().rawAnswer, body.left(64 * 1024));
    QVERIFY(harness.info().render.contains("barchart"));
    QVERIFY(harness.info().statistics.contains("executionTime"));
    QCOMPARE(harness.info().range.end, harness.clock->nowUtc());
    using Stage = SearchProgress::Stage;
    QCOMPARE(harness.stages(), QList<Stage>({Stage::SigningIn, Stage::WaitingForService, Stage::Receiving}));
    QCOMPARE(harness.outcomes.size(), 1);
}

void TestLogsQuery::inflatesAnswers()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath,
                           FakeAnswer::json(200, gzipped(answerOf(50'000))).with("Content-Encoding", "gzip"));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QCOMPARE(harness.rows(), 50'000);
    QCOMPARE(harness.info().answerBytes, answerOf(50'000).size());
}

void TestLogsQuery::emptyAnswers_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QString>("message"); // empty: no error
    QTest::newRow("204") << FakeAnswer::json(204, {}) << QString();
    QTest::newRow("200 with no rows") << FakeAnswer::json(200, answerOf(0)) << QString();
    QTest::newRow("200 with nothing")
        << FakeAnswer::json(200, {}) << QStringLiteral("The service answered with success and nothing else.");
    QTest::newRow("200 with nothing, packed")
        << FakeAnswer::json(200, gzipped({})).with("Content-Encoding", "gzip")
        << QStringLiteral("The service answered with success and nothing else.");
    QTest::newRow("a page")
        << FakeAnswer::json(200, "<html>").with("Content-Type", "text/html; charset=utf-8")
        << QStringLiteral("“logs.example” answered with a web page and not with data.");
}

void TestLogsQuery::emptyAnswers()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(QString, message);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath, answer);
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.rows(), 0);
    QCOMPARE(harness.outcomes.first().has_value(), message.isEmpty());
    if (message.isEmpty()) {
        QCOMPARE(harness.info().completeness, Completeness::Complete);
        return;
    }
    QCOMPARE(harness.error().kind, ErrorKind::Decode);
    QCOMPARE(harness.error().message, message);
}

void TestLogsQuery::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    const QByteArray denied = R"({"error":{"message":"The provided credentials have insufficient access",)"
                              R"("code":"InsufficientAccessError"}})";
    QTest::newRow("403") << 403 << denied << ErrorKind::Forbidden
                         << QStringLiteral("The application may not read this workspace.");
    QTest::newRow("audience")
        << 403 << QByteArray(R"({"error":{"code":"InvalidAuthenticationTokenAudience","message":"x"}})")
        << ErrorKind::SignIn << QStringLiteral("The service does not accept a token for this audience.");
    QTest::newRow("404") << 404 << QByteArray(R"({"error":{"code":"PathNotFoundError","message":"x"}})")
                         << ErrorKind::NotFound << QStringLiteral("The workspace was not found.");
    QTest::newRow("bad workspace") << 400
                                   << QByteArray(
                                          R"({"error":{"code":"FailedToResolveResource","message":"x"}})")
                                   << ErrorKind::NotFound << QStringLiteral("The workspace was not found.");
    QTest::newRow("semantic") << 400
                              << QByteArray(
                                     R"({"error":{"code":"BadArgumentError","message":"a","innererror":)"
                                     R"({"code":"SEM0100","message":"'nope' is unknown"}}})")
                              << ErrorKind::Query << QStringLiteral("'nope' is unknown");
    QTest::newRow("400 without words")
        << 400 << QByteArray() << ErrorKind::Query << QStringLiteral("The service refused the query.");
    QTest::newRow("500") << 500 << QByteArray("oops") << ErrorKind::Service
                         << QStringLiteral("The service failed (HTTP 500).");
    QTest::newRow("503") << 503 << QByteArray() << ErrorKind::Service
                         << QStringLiteral("The service failed (HTTP 503).");
    QTest::newRow("302") << 302 << QByteArray() << ErrorKind::Service
                         << QStringLiteral("The service answered in a way that was not expected (HTTP 302).");
}

void TestLogsQuery::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath,
                           FakeAnswer::json(status, gzipped(body)).with("Content-Encoding", "gzip"));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(!harness.outcomes.first());
    QTEST(harness.error().kind, "kind");
    QTEST(harness.error().message, "message");
    QVERIFY(!harness.error().advice.isEmpty());
    QCOMPARE(harness.error().httpStatus, status);
    QCOMPARE(harness.error().rawAnswer, body);
    QVERIFY(harness.error().detail.contains(QLatin1String("Request id: ")));
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestLogsQuery::syntaxErrorHasAPosition()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath, FakeAnswer::json(400, syntaxError));
    harness.start(QStringLiteral("not\na query"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::Query);
    QCOMPARE(harness.error().position, (TextPosition{2, 4}));
    QCOMPARE(harness.error().serviceCode, QStringLiteral("SYN0002"));
    QCOMPARE(harness.error().correlationId, QStringLiteral("c-1"));
    QCOMPARE(harness.error().message, QStringLiteral("Query could not be parsed at 'a'"));
}

void TestLogsQuery::gatewayTimeoutOffersMore_data()
{
    QTest::addColumn<int>("wait");
    QTest::addColumn<Remedy>("remedy");
    QTest::newRow("180") << 180 << Remedy::RaiseServerTimeout;
    QTest::newRow("600") << 600 << Remedy::None;
}

void TestLogsQuery::gatewayTimeoutOffersMore()
{
    QFETCH(int, wait);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath,
                           FakeAnswer::json(504, R"({"error":{"message":"m","code":"GatewayTimeout"}})"));
    Query query;
    query.text = QStringLiteral("Event");
    query.serverTimeoutSeconds = wait;
    harness.start(query);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::Timeout);
    QTEST(harness.error().remedy, "remedy");
    QVERIFY(harness.error().message.contains(QString::number(wait)));
    QCOMPARE(harness.error().advice.contains(QLatin1String("600")), wait < 600);
}

void TestLogsQuery::refusedTokenIsRenewedOnce_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("401") << 401 << QByteArray("{}");
    // As the service says it of a token that it does not know.
    QTest::newRow("403") << 403
                         << QByteArray("{\"error\":{\"code\":\"InvalidAuthenticationToken\","
                                       "\"message\":\"The access token is invalid\"}}");
}

void TestLogsQuery::refusedTokenIsRenewedOnce()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2("old"));
    harness.network.expect("POST", logsPath, FakeAnswer::json(status, body));
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2("new"));
    harness.network.expect("POST", logsPath, FakeAnswer::json(200, answerOf(3)));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QCOMPARE(harness.rows(), 3);
    const QList<SeenRequest> seen = harness.network.seen("POST", logsPath);
    QCOMPARE(seen[0].headers.value("authorization"), QByteArray("Bearer old"));
    QCOMPARE(seen[1].headers.value("authorization"), QByteArray("Bearer new"));
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestLogsQuery::refusedTokenTwiceIsAnError()
{
    SearchHarness harness;
    harness.network.always("POST", tokenPathV2, tokenAnswerV2());
    harness.network.always("POST", logsPath, FakeAnswer::json(401, "{}"));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::SignIn);
    QCOMPARE(harness.network.seen("POST", logsPath).size(), 2);
    QCOMPARE(harness.network.seen("POST", tokenPathV2).size(), 2);
}

void TestLogsQuery::waitsWhenAskedTo()
{
    SearchHarness harness;
    harness.network.always("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath, FakeAnswer::json(429, "{}").with("Retry-After", "20"));
    harness.network.expect("POST", logsPath, FakeAnswer::json(200, answerOf(1)));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(std::chrono::seconds(20)));
    QCOMPARE(harness.progresses.last().stage, SearchProgress::Stage::RateLimited);
    QCOMPARE(harness.progresses.last().retrySeconds, 20);
    harness.scheduler->advance(std::chrono::milliseconds(19'999));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(harness.network.seen("POST", logsPath).size(), 1);
    harness.scheduler->advance(std::chrono::milliseconds(1));
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QCOMPARE(harness.info().elapsedMs, 20'000);
}

void TestLogsQuery::givesUpWaiting()
{
    SearchHarness harness;
    harness.network.always("POST", tokenPathV2, tokenAnswerV2());
    harness.network.always("POST", logsPath, FakeAnswer::json(429, "{}"));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    for (const int seconds : {5, 10, 20}) {
        QTRY_VERIFY(harness.scheduler->isWaitingFor(std::chrono::seconds(seconds)));
        harness.scheduler->advance(std::chrono::seconds(seconds));
    }
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::RateLimited);
    QCOMPARE(harness.error().remedy, Remedy::RunAgain);
    QCOMPARE(harness.network.seen("POST", logsPath).size(), 4);
}

void TestLogsQuery::waitsNoLongerThanAPersonWould()
{
    SearchHarness harness;
    harness.network.always("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath, FakeAnswer::json(429, "{}").with("Retry-After", "3600"));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::RateLimited);
    QVERIFY(harness.error().advice.contains(QLatin1String("3600")));
}

void TestLogsQuery::partialErrorKeepsRows()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect(
        "POST", logsPath,
        FakeAnswer::json(
            200,
            answerOf(5, R"(,"error":{"code":"PartialError","message":"There were some errors",)"
                        R"("details":[{"code":"EngineError","message":"Something processing your query",)"
                        R"("innererror":{"code":"-2133196797","message":"The results are too large",)"
                        R"("severity":2,"severityName":"Error"}}]})")));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QCOMPARE(harness.rows(), 5);
    QCOMPARE(harness.info().completeness, Completeness::Partial);
    QVERIFY(harness.info().partialError);
    QVERIFY(!harness.info().reasons.isEmpty());
    QVERIFY(!harness.info().reasons.first().isEmpty());
}

void TestLogsQuery::brokenAnswerKeepsRows_data()
{
    QTest::addColumn<FakeAnswer::Behaviour>("behaviour");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("cut") << FakeAnswer::Behaviour::Cut << ErrorKind::Offline;
    QTest::newRow("silence") << FakeAnswer::Behaviour::Stall << ErrorKind::Timeout;
    QTest::newRow("truncated JSON") << FakeAnswer::Behaviour::Whole << ErrorKind::Decode;
}

void TestLogsQuery::brokenAnswerKeepsRows()
{
    QFETCH(FakeAnswer::Behaviour, behaviour);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    const QByteArray whole = answerOf(300'000);
    harness.network.expect("POST", logsPath,
                           FakeAnswer::json(200, whole.left(whole.size() / 2)).as(behaviour));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY_WITH_TIMEOUT(harness.isFinished(), 20'000);
    QVERIFY2(harness.outcomes.first().has_value(), "the rows that came were not kept");
    QCOMPARE(harness.info().completeness, Completeness::Partial);
    QVERIFY(harness.info().partialError);
    QTEST(harness.info().partialError->kind, "kind");
    QCOMPARE(harness.rows(), static_cast<int>(whole.left(whole.size() / 2).count("\"]"))); // every whole one
    QCOMPARE(harness.info().reasons.size(), 2);
}

void TestLogsQuery::brokenAnswerWithoutRowsIsAnError()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath,
                           FakeAnswer::json(200, R"({"tables":[{"na)").as(FakeAnswer::Behaviour::Cut));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::Offline);
}

void TestLogsQuery::rowLimit_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("shown");
    QTest::addColumn<Completeness>("completeness");
    QTest::newRow("more") << 100 << 30 << 30 << Completeness::Capped;
    QTest::newRow("one more") << 31 << 30 << 30 << Completeness::Capped;
    QTest::newRow("exactly") << 30 << 30 << 30 << Completeness::Complete;
    QTest::newRow("fewer") << 3 << 30 << 3 << Completeness::Complete;
    QTest::newRow("many") << 200'000 << 1000 << 1000 << Completeness::Capped;
}

void TestLogsQuery::rowLimit()
{
    QFETCH(int, rows);
    QFETCH(int, limit);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2, tokenAnswerV2());
    harness.network.expect("POST", logsPath, FakeAnswer::json(200, answerOf(rows)));
    Query query;
    query.text = QStringLiteral("Event");
    query.top = limit;
    harness.start(query);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QTEST(static_cast<int>(harness.rows()), "shown");
    QTEST(harness.info().completeness, "completeness");
    // The rest of the answer is not fetched.
    QTRY_COMPARE(harness.network.open(), 0);
    const QByteArray sent = harness.network.seen("POST", logsPath).first().body;
    QCOMPARE(QJsonDocument::fromJson(sent).object().value(QLatin1String("query")).toString(), query.text);
}

void TestLogsQuery::signInFailureEndsTheRun()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV2,
                           FakeAnswer::json(401, R"({"error":"invalid_client","error_codes":[7000215]})"));
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::SignIn);
    QCOMPARE(harness.error().message, QStringLiteral("The client secret is wrong."));
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestLogsQuery::cancelAtEveryStage_data()
{
    QTest::addColumn<SearchProgress::Stage>("stage");
    QTest::newRow("signing in") << SearchProgress::Stage::SigningIn;
    QTest::newRow("waiting") << SearchProgress::Stage::WaitingForService;
    QTest::newRow("receiving") << SearchProgress::Stage::Receiving;
    QTest::newRow("rate limited") << SearchProgress::Stage::RateLimited;
}

void TestLogsQuery::cancelAtEveryStage()
{
    QFETCH(SearchProgress::Stage, stage);
    using Stage = SearchProgress::Stage;
    SearchHarness harness;
    FakeAnswer token = tokenAnswerV2();
    if (stage == Stage::SigningIn)
        token = token.as(FakeAnswer::Behaviour::Hang);
    harness.network.always("POST", tokenPathV2, token);
    FakeAnswer answer = FakeAnswer::json(200, answerOf(10)).as(FakeAnswer::Behaviour::Hang);
    if (stage == Stage::WaitingForService)
        answer.delayMs = 60'000;
    else if (stage == Stage::RateLimited)
        answer = FakeAnswer::json(429, "{}").with("Retry-After", "20");
    harness.network.always("POST", logsPath, answer);
    harness.start(QStringLiteral("Event"), QueryLanguage::Kql);
    QTRY_VERIFY(!harness.progresses.isEmpty() && harness.progresses.last().stage == stage);
    harness.cancelState->cancel();
    harness.host.cancelSearch(1);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::Cancelled);
    // Only a sign-in goes on: others may wait for that token.
    QTRY_COMPARE(harness.network.open(), stage == Stage::SigningIn ? 1 : 0);
    harness.scheduler->advance(std::chrono::minutes(1));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(harness.outcomes.size(), 1);
    QVERIFY(harness.network.seen("POST", logsPath).size() <= 1);
}

QTEST_GUILESS_MAIN(TestLogsQuery)
#include "tst_logsquery.moc"
