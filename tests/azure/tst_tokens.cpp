#include "azure/signinerror.h"
#include "azure/tokensource.h"
#include "searchharness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace sonde;

/// Token requests of both versions, the cache around them, and Entra's refusals in words.
class TestTokens : public QObject
{
    Q_OBJECT

private slots:
    void asksAsEachVersionDoes_data();
    void asksAsEachVersionDoes();
    void keepsUntilShortlyBeforeTheEnd_data();
    void keepsUntilShortlyBeforeTheEnd();
    void asksOnceForMany();
    void keepsApart();
    void dropsWhatWasRefused();
    void failureIsNotKept();
    void goneContextIsNotCalled();
    void answersWithoutTokenAreRefused();
    void explainsRefusals_data();
    void explainsRefusals();
    void detailsHoldTheIds();

private:
    struct Bench
    {
        std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
        std::shared_ptr<ManualScheduler> scheduler = std::make_shared<ManualScheduler>(clock);
        FakeNetwork network;
        HttpClient client{clock, scheduler, {{}, network.manager()}};
        TokenSource source{client, clock};
        QObject context;
        QList<Result<QByteArray>> answers;

        void ask(const TokenRequest &request)
        {
            const qsizetype before = answers.size();
            source.request(request, &context,
                           [this](const Result<QByteArray> &token) { answers.append(token); });
            QCOMPARE(answers.size(), before); // never from within the call
        }
    };
    static TokenRequest request(TokenVersion version)
    {
        return {QUrl(QStringLiteral("https://login.example/")),
                QStringLiteral("tenant"),
                QStringLiteral("client"),
                QStringLiteral("a+b/c&d=é"),
                version == TokenVersion::V1 ? QStringLiteral("https://management.core.windows.net/")
                                            : QStringLiteral("https://api.loganalytics.io/.default"),
                version};
    }
};

void TestTokens::asksAsEachVersionDoes_data()
{
    QTest::addColumn<TokenVersion>("version");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("audienceField");
    QTest::addColumn<QString>("audience");
    QTest::newRow("v1") << TokenVersion::V1 << tokenPathV1 << QStringLiteral("resource")
                        << QStringLiteral("https://management.core.windows.net/");
    QTest::newRow("v2") << TokenVersion::V2 << tokenPathV2 << QStringLiteral("scope")
                        << QStringLiteral("https://api.loganalytics.io/.default");
}

void TestTokens::asksAsEachVersionDoes()
{
    QFETCH(TokenVersion, version);
    QFETCH(QString, path);
    QFETCH(QString, audienceField);
    QFETCH(QString, audience);
    Bench bench;
    bench.network.expect("POST", path, version == TokenVersion::V1 ? tokenAnswerV1() : tokenAnswerV2());
    bench.ask(request(version));
    QTRY_COMPARE(bench.answers.size(), 1);
    QCOMPARE(bench.answers[0].value(), QByteArray("token-1"));
    const SeenRequest seen = bench.network.seen().first();
    QCOMPARE(seen.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
    const QByteArray encoded = seen.body;
    QVERIFY2(encoded.contains("client_secret=a%2Bb%2Fc%26d%3D%C3%A9"), encoded.constData());
    const QUrlQuery form(QString::fromLatin1(encoded));
    QCOMPARE(form.queryItemValue(QStringLiteral("grant_type")), QStringLiteral("client_credentials"));
    QCOMPARE(form.queryItemValue(QStringLiteral("client_id")), QStringLiteral("client"));
    QCOMPARE(form.queryItemValue(audienceField, QUrl::FullyDecoded), audience);
    QCOMPARE(form.queryItems().size(), 4);
    QCOMPARE(bench.network.problems(), QStringList());
}

void TestTokens::keepsUntilShortlyBeforeTheEnd_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("lastGoodSecond");
    QTest::newRow("v1 strings") << QByteArray(R"({"access_token":"t","expires_in":"3599"})") << 3298;
    QTest::newRow("v2 numbers") << QByteArray(R"({"access_token":"t","expires_in":3599})") << 3298;
    QTest::newRow("refresh_in") << QByteArray(R"({"access_token":"t","expires_in":86399,"refresh_in":43199})")
                                << 43198;
    QTest::newRow("short") << QByteArray(R"({"access_token":"t","expires_in":60})") << 29;
}

void TestTokens::keepsUntilShortlyBeforeTheEnd()
{
    QFETCH(QByteArray, body);
    QFETCH(int, lastGoodSecond);
    Bench bench;
    bench.network.always("POST", tokenPathV2, FakeAnswer::json(200, body));
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 1);
    bench.clock->advance(std::chrono::seconds(lastGoodSecond));
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 2);
    QCOMPARE(bench.network.seen().size(), 1);
    bench.clock->advance(std::chrono::seconds(1));
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 3);
    QCOMPARE(bench.network.seen().size(), 2);
}

void TestTokens::asksOnceForMany()
{
    Bench bench;
    bench.network.expect("POST", tokenPathV2, tokenAnswerV2());
    for (int i = 0; i < 5; ++i)
        bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 5);
    QCOMPARE(bench.network.seen().size(), 1);
    for (const Result<QByteArray> &answer : std::as_const(bench.answers))
        QCOMPARE(answer.value(), QByteArray("token-1"));
}

void TestTokens::keepsApart()
{
    Bench bench;
    bench.network.expect("POST", tokenPathV2, tokenAnswerV2("one"));
    bench.network.expect("POST", tokenPathV2, tokenAnswerV2("two"));
    bench.network.expect("POST", tokenPathV2, tokenAnswerV2("three"));
    TokenRequest asked = request(TokenVersion::V2);
    bench.ask(asked);
    QTRY_COMPARE(bench.answers.size(), 1);
    asked.audience = QStringLiteral("https://api.loganalytics.us/.default");
    bench.ask(asked);
    QTRY_COMPARE(bench.answers.size(), 2);
    // A secret that was changed must be tried and not be answered from memory.
    asked.secret = QStringLiteral("other");
    bench.ask(asked);
    QTRY_COMPARE(bench.answers.size(), 3);
    QCOMPARE(bench.answers[2].value(), QByteArray("three"));
    QCOMPARE(bench.network.problems(), QStringList());
}

void TestTokens::dropsWhatWasRefused()
{
    Bench bench;
    bench.network.expect("POST", tokenPathV2, tokenAnswerV2("one"));
    bench.network.expect("POST", tokenPathV2, tokenAnswerV2("two"));
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 1);
    bench.source.drop(request(TokenVersion::V2), "an older one");
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 2);
    QCOMPARE(bench.answers[1].value(), QByteArray("one"));
    bench.source.drop(request(TokenVersion::V2), "one");
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 3);
    QCOMPARE(bench.answers[2].value(), QByteArray("two"));
}

void TestTokens::failureIsNotKept()
{
    Bench bench;
    bench.network.expect("POST", tokenPathV2, FakeAnswer::json(503, "busy"));
    bench.network.expect("POST", tokenPathV2, tokenAnswerV2());
    bench.ask(request(TokenVersion::V2));
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 2);
    QCOMPARE(bench.answers[0].error().kind, ErrorKind::Service);
    QCOMPARE(bench.answers[1].error().kind, ErrorKind::Service);
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 3);
    QVERIFY(bench.answers[2]);
}

void TestTokens::goneContextIsNotCalled()
{
    Bench bench;
    bench.network.expect("POST", tokenPathV2, tokenAnswerV2());
    bool called = false;
    auto gone = std::make_unique<QObject>();
    bench.source.request(request(TokenVersion::V2), gone.get(),
                         [&called](const Result<QByteArray> &) { called = true; });
    gone.reset();
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 1);
    QVERIFY(!called);
}

void TestTokens::answersWithoutTokenAreRefused()
{
    Bench bench;
    bench.network.expect("POST", tokenPathV2, FakeAnswer::json(200, "<html>hello</html>"));
    bench.ask(request(TokenVersion::V2));
    QTRY_COMPARE(bench.answers.size(), 1);
    QCOMPARE(bench.answers[0].error().kind, ErrorKind::Decode);
    QCOMPARE(bench.answers[0].error().message,
             QStringLiteral("The sign-in service answered without a token."));
}

void TestTokens::explainsRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<int>>("codes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("serviceCode");
    const auto row = [](const char *tag, int status, const char *name, QList<int> codes, const char *message,
                        const char *serviceCode, ErrorKind kind = ErrorKind::SignIn) {
        QTest::newRow(tag) << status << QString::fromLatin1(name) << codes << kind
                           << QString::fromUtf8(message) << QString::fromLatin1(serviceCode);
    };
    row("wrong secret", 401, "invalid_client", {7000215}, "The client secret is wrong.", "AADSTS7000215");
    row("wrong secret, 2018", 401, "invalid_client", {70002, 50012}, "The client secret is wrong.",
        "AADSTS50012");
    row("expired", 401, "invalid_client", {7000222}, "The client secret has expired.", "AADSTS7000222");
    row("application", 400, "unauthorized_client", {700016}, "The tenant “t” knows no application “c”.",
        "AADSTS700016");
    row("tenant", 400, "invalid_request", {90002}, "There is no tenant “t” in this cloud.", "AADSTS90002");
    row("cloud", 400, "invalid_request", {90038}, "The tenant “t” belongs to another cloud.", "AADSTS90038");
    row("resource", 400, "invalid_resource", {500011},
        "The service that Sonde asks for is not known in the tenant “t”.", "AADSTS500011");
    row("scope", 400, "invalid_scope", {70011}, "The audience of the connection is not accepted.",
        "AADSTS70011");
    row("account", 400, "invalid_grant", {50034}, "The account does not exist in the tenant “t”.",
        "AADSTS50034");
    row("unknown code", 401, "invalid_client", {1234567}, "The client secret was not accepted.",
        "AADSTS1234567");
    row("unknown all", 400, "strange", {}, "The sign-in was refused.", "");
    row("throttled", 429, "invalid_request", {90055}, "There were too many sign-ins in a short time.",
        "AADSTS90055", ErrorKind::RateLimited);
    row("unavailable", 503, "temporarily_unavailable", {},
        "The sign-in service is not available at the moment.", "", ErrorKind::Service);
}

void TestTokens::explainsRefusals()
{
    QFETCH(int, status);
    QFETCH(QString, name);
    QFETCH(QList<int>, codes);
    QJsonArray array;
    for (int code : codes)
        array.append(code);
    const QByteArray body =
        QJsonDocument(QJsonObject{{QStringLiteral("error"), name}, {QStringLiteral("error_codes"), array}})
            .toJson();
    const Error error = signInError(status, body, QStringLiteral("c"), QStringLiteral("t"));
    QTEST(error.kind, "kind");
    QTEST(error.message, "message");
    QTEST(error.serviceCode, "serviceCode");
    QVERIFY(!error.advice.isEmpty());
    QCOMPARE(error.httpStatus, status);
}

void TestTokens::detailsHoldTheIds()
{
    // The shape of recording 71, with ids of our own.
    const QByteArray body =
        R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.\r\nTrace ID: aaaa\r\n)"
        R"(Correlation ID: bbbb\r\nTimestamp: 2022-02-09 21:22:14Z","error_codes":[7000215],"timestamp":"2022-02-09 21:22:14Z",)"
        R"("trace_id":"aaaa","correlation_id":"bbbb"})";
    const Error error = signInError(401, body, QStringLiteral("c"), QStringLiteral("t"));
    QCOMPARE(error.correlationId, QStringLiteral("bbbb"));
    QCOMPARE(error.remedy, Remedy::EditConnection);
    QCOMPARE(error.detail,
             QStringLiteral("invalid_client AADSTS7000215\nAADSTS7000215: Invalid client secret provided.\n"
                            "Trace id: aaaa\nCorrelation id: bbbb\nTime: 2022-02-09 21:22:14Z"));
    const Error page = signInError(404, "<html>", QStringLiteral("c"), QStringLiteral("t"));
    QCOMPARE(page.message, QStringLiteral("The sign-in address did not answer as a sign-in service does."));
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
