#include "azure/httpreply.h"
#include "azure/masksecrets.h"
#include "azure/transporterror.h"
#include "support/fakenetwork.h"
#include "support/manualscheduler.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace sonde;

/// The one class that sends, against a fake network: what it adds to every request, and how each ending is
/// told apart.
class TestHttpClient : public QObject
{
    Q_OBJECT

private slots:
    void addsWhatEveryRequestNeeds();
    void readsTheBody();
    void statusIsNoError();
    void tellsEndingsApart_data();
    void tellsEndingsApart();
    void cancels();
    void endsAtTheDeadline();
    void capsTheSize();
    void deletingEndsTheRequest();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsNoFasterThanAsked();
    void newSettingsAreForNewRequests();
    void masksSecrets_data();
    void masksSecrets();
    void describesWithoutCredentials();
    void namesTlsReasons_data();
    void namesTlsReasons();

private:
    struct Bench
    {
        std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
        std::shared_ptr<ManualScheduler> scheduler = std::make_shared<ManualScheduler>(clock);
        FakeNetwork network;
        HttpClient client{clock, scheduler, {{}, network.manager()}};
    };
    static HttpRequest request()
    {
        HttpRequest http;
        http.url = QUrl(QStringLiteral("https://one.example/path"));
        return http;
    }
};

void TestHttpClient::addsWhatEveryRequestNeeds()
{
    Bench bench;
    bench.network.always("POST", QStringLiteral("/path"), FakeAnswer::json(200, "{}"));
    HttpRequest http = request();
    http.verb = "POST";
    http.body = "{}";
    http.contentType = "application/json";
    http.bearer = "abc";
    http.headers = {{"Prefer", "wait=5"}};
    http.inactivityTimeout = std::chrono::milliseconds(12345);
    const auto first = bench.client.send(http);
    const auto second = bench.client.send(http);
    const QList<SeenRequest> seen = bench.network.seen();
    QCOMPARE(seen.size(), 2);
    QVERIFY(seen[0].headers.value("user-agent").startsWith("Sonde/"));
    QCOMPARE(seen[0].headers.value("accept-encoding"), QByteArray("gzip"));
    QCOMPARE(seen[0].headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(seen[0].headers.value("authorization"), QByteArray("Bearer abc"));
    QCOMPARE(seen[0].headers.value("prefer"), QByteArray("wait=5"));
    QCOMPARE(seen[0].body, QByteArray("{}"));
    QCOMPARE(seen[0].transferTimeout, 12345);
    QCOMPARE(seen[0].redirectPolicy, static_cast<int>(QNetworkRequest::SameOriginRedirectPolicy));
    QVERIFY(!seen[0].http2Allowed);
    const QByteArray id = seen[0].headers.value("x-ms-client-request-id");
    QVERIFY(!QUuid::fromString(QString::fromLatin1(id)).isNull());
    QCOMPARE(id, first->requestId());
    QVERIFY(id != seen[1].headers.value("x-ms-client-request-id"));
}

void TestHttpClient::readsTheBody()
{
    Bench bench;
    bench.network.expect("GET", QStringLiteral("/path"), FakeAnswer::json(200, QByteArray(100'000, 'x')));
    const auto reply = bench.client.send(request());
    QByteArray body;
    connect(reply.get(), &HttpReply::progressed, this, [&] { body += reply->read(1'000'000); });
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!reply->error());
    QCOMPARE(reply->status(), 200);
    QCOMPARE(body.size(), 100'000);
    QCOMPARE(reply->bytesRead(), 100'000);
    QCOMPARE(reply->header("content-type"), QByteArray("application/json; charset=utf-8"));
}

void TestHttpClient::statusIsNoError()
{
    Bench bench;
    bench.network.expect("GET", QStringLiteral("/path"), FakeAnswer::json(404, "{}"));
    const auto reply = bench.client.send(request());
    connect(reply.get(), &HttpReply::progressed, this, [&] { reply->read(1000); });
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!reply->error());
    QCOMPARE(reply->status(), 404);
}

void TestHttpClient::tellsEndingsApart_data()
{
    QTest::addColumn<FakeAnswer::Behaviour>("behaviour");
    QTest::addColumn<QNetworkReply::NetworkError>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    using Behaviour = FakeAnswer::Behaviour;
    QTest::newRow("name not found") << Behaviour::Fail << QNetworkReply::HostNotFoundError
                                    << ErrorKind::Offline
                                    << QStringLiteral("The server “one.example” could not be found.");
    QTest::newRow("refused") << Behaviour::Fail << QNetworkReply::ConnectionRefusedError << ErrorKind::Offline
                             << QStringLiteral("The server “one.example” refused the connection.");
    QTest::newRow("cut") << Behaviour::Cut << QNetworkReply::RemoteHostClosedError << ErrorKind::Offline
                         << QStringLiteral("The server “one.example” cut the connection.");
    QTest::newRow("silence") << Behaviour::Stall << QNetworkReply::NoError << ErrorKind::Timeout
                             << QStringLiteral("Nothing has come from “one.example” for too long.");
    QTest::newRow("tls") << Behaviour::Fail << QNetworkReply::SslHandshakeFailedError << ErrorKind::Tls
                         << QStringLiteral("No secure connection to “one.example” could be made.");
    QTest::newRow("redirect")
        << Behaviour::Fail << QNetworkReply::InsecureRedirectError << ErrorKind::Service
        << QStringLiteral("The server “one.example” redirected to another server, which was not followed.");
    QTest::newRow("proxy") << Behaviour::Fail << QNetworkReply::ProxyConnectionRefusedError
                           << ErrorKind::Offline
                           << QStringLiteral("The proxy of this machine refused the connection.");
}

void TestHttpClient::tellsEndingsApart()
{
    QFETCH(FakeAnswer::Behaviour, behaviour);
    QFETCH(QNetworkReply::NetworkError, code);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, message);
    Bench bench;
    FakeAnswer answer = FakeAnswer::json(200, "half").as(behaviour);
    answer.error = code;
    bench.network.expect("GET", QStringLiteral("/path"), answer);
    const auto reply = bench.client.send(request());
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(reply->error());
    QCOMPARE(reply->error()->kind, kind);
    QCOMPARE(reply->error()->message, message);
    QVERIFY(!reply->error()->advice.isEmpty());
    QCOMPARE(bench.network.problems(), QStringList());
}

void TestHttpClient::cancels()
{
    Bench bench;
    bench.network.expect("GET", QStringLiteral("/path"),
                         FakeAnswer::json(200, {}).as(FakeAnswer::Behaviour::Hang));
    const auto reply = bench.client.send(request());
    QSignalSpy progressed(reply.get(), &HttpReply::progressed);
    QTRY_VERIFY(progressed.count() > 0);
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    reply->cancel();
    reply->cancel();
    QCOMPARE(finished.count(), 0); // never from within the call
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(reply->error()->kind, ErrorKind::Cancelled);
    QCOMPARE(bench.network.open(), 0);
}

void TestHttpClient::endsAtTheDeadline()
{
    Bench bench;
    bench.network.expect("GET", QStringLiteral("/path"),
                         FakeAnswer::json(200, {}).as(FakeAnswer::Behaviour::Hang));
    HttpRequest http = request();
    http.deadline = std::chrono::minutes(5);
    const auto reply = bench.client.send(http);
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    bench.scheduler->advance(std::chrono::milliseconds(299'999));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(finished.count(), 0);
    bench.scheduler->advance(std::chrono::milliseconds(1));
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(reply->error()->kind, ErrorKind::Timeout);
    QCOMPARE(reply->error()->message,
             QStringLiteral("The request to “one.example” took too long and was ended."));
    QCOMPARE(bench.network.open(), 0);
}

void TestHttpClient::capsTheSize()
{
    Bench bench;
    bench.network.expect("GET", QStringLiteral("/path"), FakeAnswer::json(200, QByteArray(3'000'000, 'x')));
    HttpRequest http = request();
    http.sizeCap = 2'000'000;
    const auto reply = bench.client.send(http);
    qint64 read = 0;
    connect(reply.get(), &HttpReply::progressed, this, [&] { read += reply->read(64 * 1024).size(); });
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(reply->error()->kind, ErrorKind::Decode);
    QVERIFY(reply->error()->message.contains(QLatin1String("2 MB")));
    QVERIFY(read <= 2'000'000);
    QCOMPARE(bench.network.open(), 0);
}

void TestHttpClient::deletingEndsTheRequest()
{
    Bench bench;
    bench.network.expect("GET", QStringLiteral("/path"),
                         FakeAnswer::json(200, "x").as(FakeAnswer::Behaviour::Hang));
    auto reply = bench.client.send(request());
    QSignalSpy progressed(reply.get(), &HttpReply::progressed);
    QTRY_VERIFY(progressed.count() > 0);
    QCOMPARE(bench.network.open(), 1);
    reply.reset();
    QCOMPARE(bench.network.open(), 0);
    QCOMPARE(bench.scheduler->waiting(), 0);
}

void TestHttpClient::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("none") << QByteArray() << -1;
    QTest::newRow("seconds") << QByteArray("17") << 17;
    QTest::newRow("negative") << QByteArray("-3") << 0;
    QTest::newRow("date") << QByteArray("Sun, 22 Nov 2026 16:00:30 GMT") << 30;
    QTest::newRow("past date") << QByteArray("Sun, 22 Nov 2026 15:00:30 GMT") << 0;
    QTest::newRow("nonsense") << QByteArray("soon") << -1;
}

void TestHttpClient::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    Bench bench;
    FakeAnswer answer = FakeAnswer::json(429, "{}");
    if (!value.isEmpty())
        answer = answer.with("Retry-After", value);
    bench.network.expect("GET", QStringLiteral("/path"), answer);
    const auto reply = bench.client.send(request());
    QTRY_COMPARE(reply->status(), 429);
    QCOMPARE(reply->retryAfterSeconds(bench.clock->nowUtc()).value_or(-1), seconds);
}

void TestHttpClient::readsNoFasterThanAsked()
{
    Bench bench;
    bench.network.expect("GET", QStringLiteral("/path"), FakeAnswer::json(200, QByteArray(8'000'000, 'x')));
    HttpRequest http = request();
    http.sizeCap = 10'000'000;
    const auto reply = bench.client.send(http);
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QSignalSpy progressed(reply.get(), &HttpReply::progressed);
    QTRY_VERIFY(progressed.count() > 10);
    // Nobody reads: the sender stops when the read buffer is full, and nothing is finished.
    QVERIFY(!finished.wait(50));
    QVERIFY(progressed.count() < 8'000'000 / (16 * 1024));
    qint64 read = 0;
    const auto drain = [&] {
        for (QByteArray piece = reply->read(100'000); !piece.isEmpty(); piece = reply->read(100'000))
            read += piece.size();
    };
    connect(reply.get(), &HttpReply::progressed, this, drain);
    drain();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(read, 8'000'000);
}

void TestHttpClient::newSettingsAreForNewRequests()
{
    Bench bench;
    FakeAnswer slow = FakeAnswer::json(200, "first");
    slow.delayMs = 50;
    bench.network.expect("GET", QStringLiteral("/path"), slow);
    bench.network.expect("GET", QStringLiteral("/path"), FakeAnswer::json(200, "second"));
    const auto first = bench.client.send(request());
    QCOMPARE(first->proxy(), QString());
    HttpAccess access;
    access.settings.proxy = NetworkSettings::Proxy::Manual;
    access.settings.proxyHost = QStringLiteral("proxy.example");
    access.settings.proxyPort = 3128;
    bench.client.configure(access);
    const auto second = bench.client.send(request());
    QCOMPARE(second->proxy(), QStringLiteral("proxy.example:3128"));
    QCOMPARE(bench.client.proxyFor(QUrl(QStringLiteral("https://localhost/"))).type(),
             QNetworkProxy::NoProxy);
    QSignalSpy firstFinished(first.get(), &HttpReply::finished);
    QSignalSpy secondFinished(second.get(), &HttpReply::finished);
    QByteArray body;
    connect(first.get(), &HttpReply::progressed, this, [&] { body += first->read(100); });
    connect(second.get(), &HttpReply::progressed, this, [&] { second->read(100); });
    QTRY_COMPARE(firstFinished.count(), 1);
    QTRY_COMPARE(secondFinished.count(), 1);
    QVERIFY(!first->error());
    QCOMPARE(body, QByteArray("first"));
}

void TestHttpClient::masksSecrets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("masked");
    QTest::newRow("form") << QByteArray("a=1&client_secret=x%2By&b=2")
                          << QByteArray("a=1&client_secret=***&b=2");
    QTest::newRow("json") << QByteArray(R"({"access_token": "eyJ\"0", "n":1})")
                          << QByteArray(R"({"access_token":"***", "n":1})");
    QTest::newRow("cut json") << QByteArray(R"({"refresh_token":"abc)")
                              << QByteArray(R"({"refresh_token":"***")");
    QTest::newRow("header") << QByteArray("Authorization: Bearer abc\r\nX: y")
                            << QByteArray("Authorization: ***\r\nX: y");
    QTest::newRow("nothing") << QByteArray("query=secret") << QByteArray("query=secret");
}

void TestHttpClient::masksSecrets()
{
    QFETCH(QByteArray, text);
    QTEST(maskSecrets(text), "masked");
}

void TestHttpClient::describesWithoutCredentials()
{
    HttpRequest http = request();
    http.verb = "POST";
    http.bearer = "TOKEN-VALUE";
    http.body = R"({"query":"Event"})";
    http.contentType = "application/json";
    QCOMPARE(http.description(),
             QStringLiteral("POST https://one.example/path\nContent-Type: application/json\n\n"
                            "{\"query\":\"Event\"}"));
}

void TestHttpClient::namesTlsReasons_data()
{
    QTest::addColumn<QSslError::SslError>("code");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("self-signed") << QSslError::SelfSignedCertificate
                                 << QStringLiteral("The certificate of “h” is self-signed.");
    QTest::newRow("expired") << QSslError::CertificateExpired
                             << QStringLiteral("The certificate of “h” has expired.");
    QTest::newRow("early") << QSslError::CertificateNotYetValid
                           << QStringLiteral("The certificate of “h” is not valid yet.");
    QTest::newRow("name") << QSslError::HostNameMismatch
                          << QStringLiteral("The certificate that answered for “h” belongs to another name.");
    QTest::newRow("issuer") << QSslError::UnableToGetLocalIssuerCertificate
                            << QStringLiteral(
                                   "The certificate of “h” was issued by nobody that this machine trusts.");
    QTest::newRow("revoked") << QSslError::CertificateRevoked
                             << QStringLiteral("The certificate of “h” was revoked.");
    QTest::newRow("other") << QSslError::InvalidPurpose
                           << QStringLiteral("The certificate of “h” could not be trusted.");
}

void TestHttpClient::namesTlsReasons()
{
    QFETCH(QSslError::SslError, code);
    QTEST(tlsReason(QSslError(code), QStringLiteral("h")), "sentence");
    const Error error = transportError(QNetworkReply::SslHandshakeFailedError, {}, {QSslError(code)},
                                       {QStringLiteral("h"), {}});
    QCOMPARE(error.kind, ErrorKind::Tls);
    QVERIFY(!error.advice.isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
