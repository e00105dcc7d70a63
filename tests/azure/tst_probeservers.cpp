#include "probebench.h"
#include "scriptedserver.h"

#include <QFile>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>

#ifdef SONDE_TEST_SANDBOX
#include "kql/kqlservice.h"
#include "sandbox/sandboxserver.h"

#include <QTemporaryDir>
#endif

using namespace sonde;

using Kind = ProbeStep::Kind;
using State = ProbeStep::State;

namespace {

QString certificate(const char *name)
{
    return QStringLiteral(SONDE_CERTIFICATES "/") + QLatin1String(name);
}

/// One TLS server that says the same to everybody.
class TlsServer final : public QSslServer
{
public:
    explicit TlsServer(const QString &shown)
    {
        QFile keyFile(certificate("server.key"));
        if (!keyFile.open(QIODevice::ReadOnly))
            return;
        QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
        ssl.setLocalCertificate(QSslCertificate::fromPath(shown).value(0));
        ssl.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        ssl.setPeerVerifyMode(QSslSocket::VerifyNone);
        setSslConfiguration(ssl);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                socket->write("HTTP/1.1 404 Words\r\nContent-Length: 2\r\nConnection: close\r\n" + headers +
                              "\r\n{}");
            });
        });
        listen(QHostAddress::LocalHost);
    }
    QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("https://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }
    QByteArray headers;
    QByteArray received;
};

} // namespace

/// Probes over real sockets of this machine: certificates, clocks, and the embedded workspace's services.
class TestProbeServers : public QObject
{
    Q_OBJECT

private slots:
    void redirectIsAnAnswer();
    void certificates_data();
    void certificates();
    void clocks_data();
    void clocks();
#ifdef SONDE_TEST_SANDBOX
    void sandbox_data();
    void sandbox();
    void cleanupTestCase();
#endif

private:
#ifdef SONDE_TEST_SANDBOX
    std::unique_ptr<SandboxServer> serve(const QStringList &faults);

    const QTemporaryDir m_folder;
    std::unique_ptr<KqlService> m_kql;
    std::unique_ptr<SandboxServer> m_faultless; ///< shared by the rows without faults
#endif
};

/// As the public cloud's sign-in host does to who asks for its root.
void TestProbeServers::redirectIsAnAnswer()
{
    ScriptedServer authority([](const QByteArray &request) {
        if (request.startsWith("GET / "))
            return ScriptedServer::answer(302, "text/html", "<html/>",
                                          "Location: https://www.elsewhere.invalid/\r\n");
        return ScriptedServer::answer(400, "application/json", R"({"error":"invalid_client"})");
    });
    Connection connection = onlyLogs(loopbackConnection());
    connection.custom.authority = authority.url(QString());
    connection.custom.logs = authority.url(QStringLiteral("/v1"));
    ProbeBench bench(false);
    QVERIFY(bench.run(connection));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QStringLiteral("ppF--"));
    QCOMPARE(bench.error().message, QStringLiteral("The client secret was not accepted."));
}

void TestProbeServers::certificates_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("trusted");
    QTest::addColumn<QString>("message");
    QTest::newRow("trusted") << certificate("valid.pem") << certificate("ca.pem") << QString();
    QTest::newRow("unknown issuer") << certificate("valid.pem") << QString()
                                    << QStringLiteral(
                                           "The certificate of “127.0.0.1” was issued by nobody that this "
                                           "machine trusts.");
    QTest::newRow("self-signed") << certificate("selfsigned.pem") << QString()
                                 << QStringLiteral("The certificate of “127.0.0.1” is self-signed.");
    QTest::newRow("expired") << certificate("expired.pem") << certificate("ca.pem")
                             << QStringLiteral("The certificate of “127.0.0.1” has expired.");
    QTest::newRow("not yet valid") << certificate("notyet.pem") << certificate("notyet.pem")
                                   << QStringLiteral("The certificate of “127.0.0.1” is not valid yet.");
    QTest::newRow("wrong name") << certificate("wrongname.pem") << certificate("ca.pem")
                                << QStringLiteral(
                                       "The certificate that answered for “127.0.0.1” belongs to another "
                                       "name.");
}

void TestProbeServers::certificates()
{
    QFETCH(QString, shown);
    QFETCH(QString, trusted);
    QFETCH(QString, message);
    TlsServer authority(shown);
    TlsServer service(shown);
    Connection connection = onlyLogs(loopbackConnection());
    connection.custom.authority = authority.url();
    connection.custom.logs = service.url(QStringLiteral("/v1"));
    ProbeBench bench(false);
    NetworkSettings settings;
    settings.caFile = trusted;
    QVERIFY(bench.network->setNetwork(settings).has_value());
    QVERIFY(bench.run(connection));
    const ProbeStep secure = bench.end(Kind::Secure);
    if (message.isEmpty()) {
        QCOMPARE(secure.state, State::Passed);
        QVERIFY2(secure.detail.contains(QLatin1String("Sonde test issuer")), qPrintable(secure.detail));
        return;
    }
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QStringLiteral("pF---"));
    QCOMPARE(secure.error->kind, ErrorKind::Tls);
    QCOMPARE(secure.error->message, message);
    QVERIFY(!secure.error->advice.isEmpty());
    QVERIFY(!authority.received.contains("s3cret"));
    QVERIFY(!service.received.contains("s3cret"));
}

void TestProbeServers::clocks_data()
{
    QTest::addColumn<qint64>("aheadSeconds");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("said");
    constexpr qint64 day = 24 * 3600;
    QTest::newRow("right") << qint64(60) << certificate("valid.pem") << QString();
    QTest::newRow("a day ahead") << day + 60 << certificate("valid.pem")
                                 << QStringLiteral("The clock of this machine is 24 hour(s) ahead of the "
                                                   "service’s.");
    QTest::newRow("a day ahead, expired")
        << day + 60 << certificate("expired.pem")
        << QStringLiteral("The clock of this machine is 24 hour(s) ahead of the service’s.");
    QTest::newRow("ten minutes behind")
        << qint64(-630) << certificate("valid.pem")
        << QStringLiteral("The clock of this machine is 10 minute(s) behind the service’s.");
    QTest::newRow("a week behind, expired")
        << -7 * day - 60 << certificate("expired.pem")
        << QStringLiteral("The clock of this machine is 7 day(s) behind the service’s.");
}

/// The authority's certificate is good and its answer is dated; the service's may be out of date.
void TestProbeServers::clocks()
{
    QFETCH(qint64, aheadSeconds);
    QFETCH(QString, shown);
    QFETCH(QString, said);
    TlsServer authority(certificate("valid.pem"));
    authority.headers = "Date: " +
                        QLocale::c()
                            .toString(QDateTime::currentDateTimeUtc().addSecs(-aheadSeconds),
                                      QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                            .toLatin1() +
                        "\r\n";
    TlsServer service(shown);
    Connection connection = onlyLogs(loopbackConnection());
    connection.custom.authority = authority.url();
    connection.custom.logs = service.url(QStringLiteral("/v1"));
    ProbeBench bench(false);
    NetworkSettings settings;
    settings.caFile = certificate("ca.pem");
    QVERIFY(bench.network->setNetwork(settings).has_value());
    QVERIFY(bench.run(connection));
    const ProbeStep secure = bench.end(Kind::Secure);
    if (shown == certificate("expired.pem")) {
        QCOMPARE(secure.state, State::Failed);
        QCOMPARE(secure.error->message, said);
        QCOMPARE(secure.error->advice, QStringLiteral("Correct the clock: certificates are checked by it."));
    } else {
        QCOMPARE(secure.state, State::Passed);
        QCOMPARE(secure.detail.contains(QLatin1String("clock")), !said.isEmpty());
        QVERIFY2(secure.detail.contains(said), qPrintable(secure.detail));
    }
}

#ifdef SONDE_TEST_SANDBOX

void TestProbeServers::sandbox_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<QString>("kql");
    QTest::addColumn<QString>("classic");
    const QString all = QStringLiteral("ppppp");
    QTest::newRow("as it is") << QString() << QStringList() << all << all;
    QTest::newRow("wrong secret") << QStringLiteral("secret") << QStringList() << QStringLiteral("ppF--")
                                  << QStringLiteral("ppF--");
    QTest::newRow("wrong tenant") << QStringLiteral("tenant") << QStringList() << QStringLiteral("ppF--")
                                  << QStringLiteral("ppF--");
    QTest::newRow("wrong workspace id")
        << QStringLiteral("workspaceId") << QStringList() << QStringLiteral("pppF-") << all;
    QTest::newRow("wrong workspace name")
        << QStringLiteral("workspace") << QStringList() << all << QStringLiteral("pppF-");
    QTest::newRow("failing") << QString() << QStringList{QStringLiteral("503")} << QStringLiteral("pppF-")
                             << QStringLiteral("pppF-");
    QTest::newRow("classic switched off")
        << QString() << QStringList{QStringLiteral("gone")} << all << QStringLiteral("pppF-");
    QTest::newRow("cut") << QString() << QStringList{QStringLiteral("cut-after=5")} << QStringLiteral("pppF-")
                         << QStringLiteral("pppF-");
}

std::unique_ptr<SandboxServer> TestProbeServers::serve(const QStringList &faults)
{
    if (!m_kql)
        m_kql = std::make_unique<KqlService>();
    SandboxServer::Options options;
    options.http.faults = *Faults::parse(faults);
    options.data = {2'000, 1, m_folder.path()};
    auto server = std::make_unique<SandboxServer>(*m_kql, options);
    if (const auto started = server->start(); !started)
        qWarning("%s", qPrintable(started.error().message));
    return server;
}

void TestProbeServers::cleanupTestCase()
{
    m_faultless.reset();
    m_kql.reset();
}

/// The real services' shape, over a real socket.
void TestProbeServers::sandbox()
{
    QFETCH(QString, change);
    QFETCH(QStringList, faults);
    QFETCH(QString, kql);
    QFETCH(QString, classic);
    const std::unique_ptr<SandboxServer> faulty = faults.isEmpty() ? nullptr : serve(faults);
    if (!faulty && !m_faultless)
        m_faultless = serve({});
    const SandboxServer &server = faulty ? *faulty : *m_faultless;
    Connection connection = server.endpoints().toConnection();
    connection.id = QStringLiteral("connection-1");
    connection.embedded = false;
    QString secret = server.endpoints().clientSecret;
    if (change == QLatin1String("secret"))
        secret += u'x';
    else if (change == QLatin1String("tenant"))
        connection.tenant = QStringLiteral("99999999-9999-9999-9999-999999999999");
    else if (change == QLatin1String("workspaceId"))
        connection.workspaceId = QStringLiteral("99999999-9999-9999-9999-999999999999");
    else if (change == QLatin1String("workspace"))
        connection.workspace = QStringLiteral("elsewhere");
    ProbeBench bench(false);
    QVERIFY(bench.run(connection, secret));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), kql);
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Classic), classic);
    QCOMPARE(bench.end(Kind::Secure).detail, QStringLiteral("not encrypted: this machine"));
    for (const ProbeStep &step : bench.steps) {
        if (step.error)
            QVERIFY(!step.error->message.isEmpty() && !step.error->advice.isEmpty());
    }
}

#endif

QTEST_GUILESS_MAIN(TestProbeServers)
#include "tst_probeservers.moc"
