#include "azure/azuresearchrunner.h"
#include "azure/cacertificates.h"
#include "azure/httpreply.h"
#include "azure/transporterror.h"
#include "scriptedserver.h"
#include "searchharness.h"
#include "secrets/sessionsecretstore.h"
#include "support/fakesecretstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

const QByteArray page = "<html><body>PAGE-OF-THE-PROXY</body></html>";
const QByteArray oneRow =
    R"({"tables":[{"name":"PrimaryResult","columns":[{"name":"n","type":"long"}],"rows":[[1]]}]})";

QString certificate(const char *name)
{
    return QStringLiteral(SONDE_CERTIFICATES "/") + QLatin1String(name);
}

HttpAccess through(const ScriptedServer &proxy)
{
    HttpAccess access;
    access.settings.proxy = NetworkSettings::Proxy::Manual;
    access.settings.proxyHost = QStringLiteral("127.0.0.1");
    access.settings.proxyPort = proxy.serverPort();
    return access;
}

QString nameOf(const ScriptedServer &proxy)
{
    return QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort());
}

HttpRequest get(const char *url)
{
    HttpRequest http;
    http.url = QUrl(QLatin1String(url));
    return http;
}

/// A connection whose requests a proxy can answer in the clear.
Connection plainConnection()
{
    Connection connection = testConnection();
    connection.custom.authority = QUrl(QStringLiteral("http://login.example"));
    connection.custom.management = QUrl(QStringLiteral("http://arm.example/"));
    connection.custom.logs = QUrl(QStringLiteral("http://logs.example/v1"));
    return connection;
}

bool isTokenRequest(const QByteArray &request)
{
    return request.contains("/oauth2/");
}

QByteArray tokenAnswer()
{
    return ScriptedServer::answer(
        200, "application/json", R"({"token_type":"Bearer","expires_in":3599,"access_token":"TOKEN-VALUE"})");
}

} // namespace

/// Proxies, additional certificates and the log, over real sockets of this machine.
class TestNetworkSettings : public QObject
{
    Q_OBJECT

private slots:
    void manualProxyIsUsed();
    void loopbackNeedsNoProxy();
    void noProxyMeansNone();
    void passwordGoesToTheProxyOnly();
    void proxyThatAsks_data();
    void proxyThatAsks();
    void proxyErrors_data();
    void proxyErrors();
    void pagesAreNamedNotShown_data();
    void pagesAreNamedNotShown();
    void passwordComesFromTheKeychain();
    void lockedKeychainIsSaidOnce();
    void settingsReachRunsThatWait();
    void certificatesAreCounted_data();
    void certificatesAreCounted();
    void badCaFileIsSaidAndTheRestWorks();
    void unknownIssuerLeadsToTheSettings();
    void runsAreLogged();

private:
    struct Bench
    {
        HttpClient client{std::make_shared<SystemClock>(), std::make_shared<TimerScheduler>(), {}};
        std::unique_ptr<HttpReply> run(const HttpRequest &request)
        {
            auto reply = client.send(request);
            QObject::connect(reply.get(), &HttpReply::progressed, reply.get(),
                             [raw = reply.get()] { raw->read(1'000'000); });
            QSignalSpy finished(reply.get(), &HttpReply::finished);
            if (!finished.wait(20'000))
                return nullptr;
            return reply;
        }
    };
    /// A run of KQL through \a access, as far as the network thread sees it.
    Result<ResultInfo> search(const HttpAccess &access)
    {
        QThreadPool pool;
        NetworkHost host({std::make_shared<SystemClock>(), std::make_shared<TimerScheduler>(), {}, {}, {}},
                         pool);
        host.setAccess(access);
        SearchOrder order;
        order.number = 1;
        order.query.text = QStringLiteral("Event");
        order.connection = plainConnection();
        order.secret = QStringLiteral("SECRET-VALUE");
        order.cancel = std::make_shared<CancelState>();
        order.outlet = std::make_shared<SearchOutlet>();
        std::optional<Result<ResultInfo>> outcome;
        connect(
            order.outlet.get(), &SearchOutlet::finished, this,
            [&outcome](const Result<ResultInfo> &result) { outcome = result; }, Qt::QueuedConnection);
        host.startSearch(order);
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20'000))
            return failure(ErrorKind::Timeout, QStringLiteral("no end"));
        return *outcome;
    }
};

void TestNetworkSettings::manualProxyIsUsed()
{
    ScriptedServer proxy(
        [](const QByteArray &) { return ScriptedServer::answer(200, "application/json", "{}"); });
    Bench bench;
    bench.client.configure(through(proxy));
    const auto reply = bench.run(get("http://service.example/path"));
    QVERIFY(reply && !reply->error());
    QCOMPARE(reply->status(), 200);
    QVERIFY2(proxy.received.startsWith("GET http://service.example/path "), proxy.received.constData());
}

void TestNetworkSettings::loopbackNeedsNoProxy()
{
    ScriptedServer proxy([](const QByteArray &) { return ScriptedServer::answer(502, "text/html", page); });
    ScriptedServer server(
        [](const QByteArray &) { return ScriptedServer::answer(200, "application/json", "{}"); });
    Bench bench;
    bench.client.configure(through(proxy));
    HttpRequest request;
    request.url = server.url();
    const auto reply = bench.run(request);
    QVERIFY(reply && !reply->error());
    QCOMPARE(reply->status(), 200);
    QCOMPARE(proxy.connections, 0);
}

void TestNetworkSettings::noProxyMeansNone()
{
    qputenv("http_proxy", "http://127.0.0.1:9");
    Bench bench;
    const QUrl url(QStringLiteral("http://service.example/"));
    QCOMPARE(bench.client.proxyFor(url).port(), 9); // the machine's own
    HttpAccess access;
    access.settings.proxy = NetworkSettings::Proxy::None;
    bench.client.configure(access);
    QCOMPARE(bench.client.proxyFor(url).type(), QNetworkProxy::NoProxy);
    qunsetenv("http_proxy");
}

void TestNetworkSettings::passwordGoesToTheProxyOnly()
{
    ScriptedServer proxy([](const QByteArray &request) {
        return request.contains("Proxy-Authorization: Basic bWU6cDp3\r\n") // me:p:w
                   ? ScriptedServer::answer(403, "text/html", page)
                   : ScriptedServer::answer(407, "text/html", page,
                                            "Proxy-Authenticate: Basic realm=\"r\"\r\n");
    });
    Bench bench;
    HttpAccess access = through(proxy);
    access.settings.proxyUser = QStringLiteral("me");
    access.proxyPassword = QStringLiteral("p:w");
    bench.client.configure(access);
    HttpRequest request = get("https://service.example/path");
    request.bearer = "TOKEN-VALUE";
    const auto reply = bench.run(request);
    QVERIFY(reply && reply->error());
    QVERIFY2(proxy.received.contains("Basic bWU6cDp3"), proxy.received.constData());
    // It was taken: what the proxy says next is another thing. The service's token is not for the proxy.
    QVERIFY(!reply->error()->message.contains(QLatin1String("password")));
    QVERIFY(!proxy.received.contains("TOKEN-VALUE"));
}

void TestNetworkSettings::proxyThatAsks_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("user");
    QTest::newRow("plain") << QByteArray("http://service.example/") << QString();
    QTest::newRow("tunnel") << QByteArray("https://service.example/") << QString();
    QTest::newRow("wrong password") << QByteArray("https://service.example/") << QStringLiteral("me");
}

void TestNetworkSettings::proxyThatAsks()
{
    QFETCH(QByteArray, url);
    QFETCH(QString, user);
    ScriptedServer proxy([](const QByteArray &) {
        return ScriptedServer::answer(407, "text/html", page, "Proxy-Authenticate: Basic realm=\"r\"\r\n");
    });
    Bench bench;
    HttpAccess access = through(proxy);
    access.settings.proxyUser = user;
    access.proxyPassword = QStringLiteral("wrong");
    bench.client.configure(access);
    const auto reply = bench.run(get(url.constData()));
    QVERIFY(reply && reply->error());
    QCOMPARE(reply->error()->kind, ErrorKind::Offline);
    QCOMPARE(reply->error()->message,
             QStringLiteral("The proxy “%1” asks for a user name and a password.").arg(nameOf(proxy)));
    QCOMPARE(reply->error()->advice, QStringLiteral("Enter them in the settings, or correct what is there."));
    QCOMPARE(reply->error()->remedy, Remedy::OpenSettings);
}

void TestNetworkSettings::proxyErrors_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("refuses") << ScriptedServer::answer(403, "text/html", page);
    QTest::newRow("fails") << ScriptedServer::answer(502, "text/html", page);
    QTest::newRow("page instead of a tunnel") << ScriptedServer::answer(200, "text/html", page);
    QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n\r\n");
}

/// What a proxy does with the tunnel that https needs.
void TestNetworkSettings::proxyErrors()
{
    QFETCH(QByteArray, answer);
    ScriptedServer proxy([answer](const QByteArray &) { return answer; });
    Bench bench;
    bench.client.configure(through(proxy));
    HttpRequest request = get("https://service.example/path");
    request.bearer = "TOKEN-VALUE";
    request.inactivityTimeout = std::chrono::seconds(1);
    const auto reply = bench.run(request);
    QVERIFY(reply && reply->error());
    QVERIFY2(reply->error()->message.contains(nameOf(proxy)),
             qPrintable(reply->error()->message + reply->error()->detail));
    QVERIFY(!reply->error()->message.contains(QLatin1String("PAGE-OF")));
    QVERIFY(!reply->error()->detail.contains(QLatin1String("PAGE-OF")));
    QCOMPARE(reply->error()->remedy, Remedy::OpenSettings);
    QVERIFY(!proxy.received.contains("TOKEN-VALUE"));
}

void TestNetworkSettings::pagesAreNamedNotShown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("atSignIn");
    QTest::addColumn<ErrorKind>("kind");
    for (const bool atSignIn : {false, true}) {
        for (const int status : {200, 403, 502}) {
            QTest::addRow("%d %s", status, atSignIn ? "sign-in" : "query")
                << status << atSignIn << (status == 200 ? ErrorKind::Decode : ErrorKind::Service);
        }
    }
}

void TestNetworkSettings::pagesAreNamedNotShown()
{
    QFETCH(int, status);
    QFETCH(bool, atSignIn);
    QFETCH(ErrorKind, kind);
    ScriptedServer proxy([status, atSignIn](const QByteArray &request) {
        if (isTokenRequest(request) && !atSignIn)
            return tokenAnswer();
        return ScriptedServer::answer(status, "text/html; charset=utf-8", page);
    });
    const Result<ResultInfo> outcome = search(through(proxy));
    QVERIFY(!outcome);
    QCOMPARE(
        outcome.error().message,
        QStringLiteral("A web page came through the proxy “%1” in place of the answer of “%2”.")
            .arg(nameOf(proxy), atSignIn ? QStringLiteral("login.example") : QStringLiteral("logs.example")));
    QCOMPARE(outcome.error().kind, kind);
    QCOMPARE(outcome.error().httpStatus, status);
    QCOMPARE(outcome.error().remedy, Remedy::OpenSettings);
    QVERIFY(!outcome.error().advice.contains(QLatin1String("PAGE-OF")));
    QVERIFY(!outcome.error().detail.contains(QLatin1String("PAGE-OF")));
}

void TestNetworkSettings::passwordComesFromTheKeychain()
{
    ScriptedServer proxy([](const QByteArray &request) {
        if (!request.contains(QByteArray("me:from keychain").toBase64()))
            return ScriptedServer::answer(407, "text/plain", "no",
                                          "Proxy-Authenticate: Basic realm=\"r\"\r\n");
        return ScriptedServer::answer(200, "application/json", "{}");
    });
    FakeSecretStore secrets;
    secrets.keepForThisRun(proxySecretId, QStringLiteral("from keychain"));
    AzureNetwork network(secrets, std::make_shared<SystemClock>());
    NetworkSettings settings = through(proxy).settings;
    settings.proxyUser = QStringLiteral("me");
    QVERIFY(network.setNetwork(settings).has_value());
    bool ready = false;
    network.whenReady(this, [&ready] { ready = true; });
    QVERIFY(!ready);
    QTRY_VERIFY(ready);
    ready = false;
    network.whenReady(this, [&ready] { ready = true; });
    QVERIFY(ready); // it is not asked for twice
    AzureSearchRunner runner(network, secrets, nullptr);
    secrets.keepForThisRun(QStringLiteral("connection-1"), QStringLiteral("s"));
    Query query;
    query.text = QStringLiteral("Event");
    const std::unique_ptr<SearchJob> job(runner.run(query, testConnection()));
    QTRY_VERIFY_WITH_TIMEOUT(proxy.received.contains(QByteArray("me:from keychain").toBase64()), 20'000);
}

void TestNetworkSettings::lockedKeychainIsSaidOnce()
{
    class LockedStore final : public SecretStore
    {
    public:
        void read(const QString &, QObject *context, ReadHandler handler) override
        {
            ++reads;
            QMetaObject::invokeMethod(
                context,
                [this, handler] {
                    if (!password.isEmpty()) {
                        handler(password);
                        return;
                    }
                    Error error;
                    error.kind = ErrorKind::Forbidden;
                    error.message = QStringLiteral("The keychain of this machine is locked.");
                    error.remedy = Remedy::UnlockKeychain;
                    handler(failure(error));
                },
                Qt::QueuedConnection);
        }
        void write(const QString &, const QString &, QObject *, DoneHandler) override {}
        void remove(const QString &, QObject *, DoneHandler) override {}
        void queryState(QObject *, StateHandler) override {}
        void unlock(QObject *, DoneHandler) override {}
        void keepForThisRun(const QString &, const QString &) override {}
        bool isForThisRun(const QString &) const override { return false; }
        QString password;
        int reads = 0;
    };
    LockedStore secrets;
    AzureNetwork network(secrets, std::make_shared<SystemClock>());
    QList<Error> warnings;
    connect(&network, &AzureNetwork::warned, this, [&warnings](const Error &error) { warnings << error; });
    NetworkSettings settings;
    settings.proxy = NetworkSettings::Proxy::Manual;
    settings.proxyHost = QStringLiteral("proxy.example");
    settings.proxyUser = QStringLiteral("me");
    QVERIFY(network.setNetwork(settings).has_value());
    QCOMPARE(secrets.reads, 0); // not before it is needed
    for (int round = 1; round <= 2; ++round) {
        bool ready = false;
        network.whenReady(this, [&ready] { ready = true; });
        QTRY_VERIFY(ready);
        QCOMPARE(secrets.reads, round);
    }
    QCOMPARE(warnings.size(), 1);
    QCOMPARE(warnings.first().message,
             QStringLiteral("The password of the proxy could not be read. The keychain "
                            "of this machine is locked."));
    QCOMPARE(warnings.first().remedy, Remedy::UnlockKeychain);
    // Unlocked meanwhile.
    secrets.password = QStringLiteral("pw");
    int ready = 0;
    network.whenReady(this, [&ready] { ++ready; });
    QTRY_COMPARE(ready, 1);
    network.whenReady(this, [&ready] { ++ready; });
    QCOMPARE(ready, 2);
}

void TestNetworkSettings::settingsReachRunsThatWait()
{
    FakeSecretStore secrets;
    AzureNetwork network(secrets, std::make_shared<SystemClock>());
    NetworkSettings settings;
    settings.proxy = NetworkSettings::Proxy::Manual;
    settings.proxyHost = QStringLiteral("proxy.example");
    settings.proxyUser = QStringLiteral("me");
    QVERIFY(network.setNetwork(settings).has_value());
    int ready = 0;
    network.whenReady(this, [&ready] { ++ready; });
    {
        QObject gone;
        network.whenReady(&gone, [&ready] { ready += 100; });
    }
    QVERIFY(network.setNetwork({}).has_value()); // no password is needed any more
    QCOMPARE(ready, 1);
    // The answer to the question of before comes, and counts for nothing.
    bool answered = false;
    secrets.read(proxySecretId, this, [&answered](const Result<QString> &) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(ready, 1);
}

void TestNetworkSettings::certificatesAreCounted_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("message");
    QFile file(certificate("ca.pem"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pem = file.readAll();
    const QString none = QStringLiteral("There is no certificate in “%1”.");
    QTest::newRow("one") << pem << 1 << QString();
    QTest::newRow("two") << pem + pem << 2 << QString();
    QTest::newRow("with words around")
        << "# issuer\r\n" + QByteArray(pem).replace("\n", "\r\n") + "end" << 1 << QString();
    QTest::newRow("DER") << QSslCertificate(pem).toDer() << 1 << QString();
    QTest::newRow("empty") << QByteArray() << 0 << none;
    QTest::newRow("text") << QByteArray("hello") << 0 << none;
    QTest::newRow("damaged") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
                             << 0 << none;
    QTest::newRow("too large") << QByteArray(11 * 1024 * 1024, 'x') << 0
                               << QStringLiteral("“%1” is too large for a file of certificates.");
}

void TestNetworkSettings::certificatesAreCounted()
{
    QFETCH(QByteArray, content);
    QFETCH(int, count);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ca.pem"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const Result<int> counted = countCertificates(path);
    QCOMPARE(counted.value_or(0), count);
    if (!counted) {
        QCOMPARE(counted.error().kind, ErrorKind::Io);
        QCOMPARE(counted.error().message, message.arg(path));
        QVERIFY(!counted.error().advice.isEmpty());
    }
}

void TestNetworkSettings::badCaFileIsSaidAndTheRestWorks()
{
    ScriptedServer proxy(
        [](const QByteArray &) { return ScriptedServer::answer(200, "application/json", "{}"); });
    SessionSecretStore secrets;
    AzureNetwork network(secrets, std::make_shared<SystemClock>());
    NetworkSettings settings = through(proxy).settings;
    settings.caFile = QStringLiteral("/nonexistent/ca.pem");
    const Result<void> outcome = network.setNetwork(settings);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Io);
    QCOMPARE(outcome.error().message, QStringLiteral("The CA file “/nonexistent/ca.pem” could not be read."));
    QCOMPARE(outcome.error().remedy, Remedy::OpenSettings);
    AzureSearchRunner runner(network, secrets, nullptr);
    secrets.keepForThisRun(QStringLiteral("connection-1"), QStringLiteral("s"));
    Query query;
    query.text = QStringLiteral("Event");
    const std::unique_ptr<SearchJob> job(runner.run(query, testConnection()));
    QTRY_VERIFY_WITH_TIMEOUT(proxy.received.contains("CONNECT login.example:443"), 20'000);
}

void TestNetworkSettings::unknownIssuerLeadsToTheSettings()
{
    using Code = QSslError::SslError;
    for (const Code code : {Code::SelfSignedCertificate, Code::UnableToGetLocalIssuerCertificate}) {
        const Error error = transportError(QNetworkReply::SslHandshakeFailedError, {}, {QSslError(code)},
                                           {QStringLiteral("h"), {}});
        QCOMPARE(error.remedy, Remedy::OpenSettings);
    }
    const Error expired = transportError(
        QNetworkReply::SslHandshakeFailedError, {},
        {QSslError(Code::CertificateExpired, QSslCertificate::fromPath(certificate("expired.pem")).value(0))},
        {QStringLiteral("h"), {}});
    QCOMPARE(expired.remedy, Remedy::None);
    QVERIFY2(expired.advice.contains(QLatin1String("the clock of this machine says")),
             qPrintable(expired.advice));
}

void TestNetworkSettings::runsAreLogged()
{
    ScriptedServer proxy([](const QByteArray &request) {
        return isTokenRequest(request) ? tokenAnswer()
                                       : ScriptedServer::answer(200, "application/json", oneRow);
    });
    const QTemporaryDir folder;
    HttpAccess access = through(proxy);
    access.settings.requestLogFile = folder.filePath(QStringLiteral("log/requests.log"));
    const Result<ResultInfo> outcome = search(access);
    QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().message));
    QFile file(access.settings.requestLogFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QByteArray log = file.readAll();
    QVERIFY2(log.contains("POST http://login.example/tenant/oauth2/v2.0/token"), log.constData());
    QVERIFY(log.contains("client_secret=***"));
    QVERIFY(log.contains("POST http://logs.example/v1/workspaces/"));
    QVERIFY(log.contains("\"query\":\"Event\""));
    QCOMPARE(log.count(" 200, "), 2);
    QVERIFY(!log.contains("SECRET-VALUE"));
    QVERIFY(!log.contains("TOKEN-VALUE"));
    QVERIFY(!log.toLower().contains("authorization"));
}

QTEST_GUILESS_MAIN(TestNetworkSettings)
#include "tst_networksettings.moc"
