#include "probebench.h"

#include <QTcpServer>
#include <QTest>

using namespace sonde;

using Kind = ProbeStep::Kind;
using State = ProbeStep::State;

namespace {

FakeAnswer logsAnswer()
{
    return FakeAnswer::json(
        200,
        R"({"tables":[{"name":"PrimaryResult","columns":[{"name":"sonde","type":"int"}],"rows":[[1]]}]})");
}

FakeAnswer classicAnswer()
{
    return FakeAnswer::json(
        200, R"({"id":"a/search/1","__metadata":{"resultType":"raw","total":1,"Status":"Pending"},)"
             R"("value":[{"Type":"Event"}]})");
}

} // namespace

/// Where a connection fails, step by step.
class TestConnectionProbe : public QObject
{
    Q_OBJECT

private slots:
    void bothServicesPass();
    void onlyWhatIsOfferedIsTried();
    void answersAreTold_data();
    void answersAreTold();
    void classicAnswersAreTold_data();
    void classicAnswersAreTold();
    void oneServiceDoesNotHideTheOther();
    void unknownNames();
    void unreachable();
    void storedSecretIsUsedWhereNoneIsTyped();
    void unknownSecretFailsTheSignIn();
    void incompleteConnectionIsSaid();
    void embeddedNeedsNoProbe();
    void proxyLooksUpTheNames();
    void deletingEndsIt();
    void probeMayGoFirst();
};

void TestConnectionProbe::bothServicesPass()
{
    ProbeBench bench;
    bench.fake.expect("POST", logsPath, logsAnswer());
    bench.fake.expect("POST", searchPath, classicAnswer());
    QVERIFY(bench.run(loopbackConnection()));
    QCOMPARE(bench.passed, QList<bool>{true});
    QList<State> states;
    for (const ProbeStep &step : bench.steps)
        states << step.state;
    QCOMPARE(states.count(State::Running), 10); // each step begins and ends
    QCOMPARE(states.count(State::Passed), 10);
    for (qsizetype i = 0; i < bench.steps.size(); i += 2) {
        QCOMPARE(bench.steps[i].state, State::Running);
        QCOMPARE(bench.steps[i].kind, bench.steps[i + 1].kind);
        QCOMPARE(bench.steps[i].kind, static_cast<Kind>(i / 2 % 5));
        QCOMPARE(bench.steps[i].service, i < 10 ? QueryLanguage::Kql : QueryLanguage::Classic);
    }
    QVERIFY(bench.end(Kind::Name).detail.contains(QLatin1String("127.0.0.1")));
    const QList<SeenRequest> logs = bench.fake.seen("POST", logsPath);
    QCOMPARE(logs.size(), 1);
    QVERIFY(logs.first().body.contains("print sonde=1"));
    QVERIFY(bench.fake.seen("POST", searchPath).first().body.contains("\"top\":1"));
    QCOMPARE(bench.fake.problems(), QStringList());
    QVERIFY(bench.fake.seen("GET", QStringLiteral("/")).first().headers.value("authorization").isEmpty());
}

void TestConnectionProbe::onlyWhatIsOfferedIsTried()
{
    ProbeBench bench;
    bench.fake.expect("POST", searchPath, classicAnswer());
    QVERIFY(bench.run(onlyClassic(loopbackConnection())));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QString());
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Classic), QStringLiteral("ppppp"));
}

void TestConnectionProbe::answersAreTold_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QString>("ends");
    QTest::addColumn<QString>("message");
    const auto error = [](int status, const char *code) {
        return FakeAnswer::json(status, QByteArray(R"({"error":{"message":"m","code":")") + code + "\"}}");
    };
    QTest::newRow("no data yet") << FakeAnswer::json(204, {}) << QStringLiteral("ppppp") << QString();
    QTest::newRow("no such workspace") << error(400, "FailedToResolveResource") << QStringLiteral("pppF-")
                                       << QStringLiteral("The workspace was not found.");
    QTest::newRow("404") << error(404, "PathNotFoundError") << QStringLiteral("pppF-")
                         << QStringLiteral("The workspace was not found.");
    QTest::newRow("no permission") << error(403, "InsufficientAccessError") << QStringLiteral("ppppF")
                                   << QStringLiteral("The application may not read this workspace.");
    QTest::newRow("wrong audience") << error(403, "InvalidAuthenticationTokenAudience")
                                    << QStringLiteral("pppF-")
                                    << QStringLiteral(
                                           "The service does not accept a token for this audience.");
    QTest::newRow("refused token") << error(401, "AuthenticationFailed") << QStringLiteral("pppF-")
                                   << QStringLiteral("The service did not accept the sign-in.");
    QTest::newRow("failing service") << error(500, "x") << QStringLiteral("pppF-")
                                     << QStringLiteral("The service failed (HTTP 500).");
    const auto page = [](int status) {
        return FakeAnswer::json(status, "<html>words</html>").with("Content-Type", "text/html");
    };
    QTest::newRow("page instead of data")
        << page(403) << QStringLiteral("pppF-")
        << QStringLiteral("“127.0.0.1” answered with a web page and not with data.");
    QTest::newRow("gateway's page") << page(502) << QStringLiteral("pppF-")
                                    << QStringLiteral("The service failed (HTTP 502).");
    QTest::newRow("too many") << error(429, "x") << QStringLiteral("pppF-")
                              << QStringLiteral("The service has had too many requests.");
}

void TestConnectionProbe::answersAreTold()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(QString, ends);
    QFETCH(QString, message);
    ProbeBench bench;
    bench.fake.expect("POST", logsPath, answer);
    QVERIFY(bench.run(onlyLogs(loopbackConnection())));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), ends);
    QCOMPARE(bench.passed, QList<bool>{!ends.contains(u'F')});
    QCOMPARE(bench.error().message, message);
    QCOMPARE(bench.error().advice.isEmpty(), message.isEmpty());
}

void TestConnectionProbe::classicAnswersAreTold_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QString>("ends");
    QTest::addColumn<QString>("message");
    const auto error = [](int status, const char *code) {
        return FakeAnswer::json(status, QByteArray(R"({"error":{"message":"m","code":")") + code + "\"}}");
    };
    QTest::newRow("no such workspace") << error(404, "ResourceNotFound") << QStringLiteral("pppF-")
                                       << QStringLiteral("The workspace was not found.");
    QTest::newRow("no permission") << error(403, "AuthorizationFailed") << QStringLiteral("ppppF")
                                   << QStringLiteral("The application may not read this workspace.");
    QTest::newRow("switched off") << error(410, "Gone") << QStringLiteral("pppF-")
                                  << QStringLiteral("This service was switched off in 2019.");
}

void TestConnectionProbe::classicAnswersAreTold()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(QString, ends);
    QFETCH(QString, message);
    ProbeBench bench;
    bench.fake.expect("POST", searchPath, answer);
    QVERIFY(bench.run(onlyClassic(loopbackConnection())));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Classic), ends);
    QCOMPARE(bench.error().message, message);
    QVERIFY(!bench.error().advice.isEmpty());
}

void TestConnectionProbe::oneServiceDoesNotHideTheOther()
{
    ProbeBench bench;
    bench.fake.expect("POST", logsPath, FakeAnswer::json(403, R"({"error":{"code":"x","message":"m"}})"));
    bench.fake.expect("POST", searchPath, classicAnswer());
    QVERIFY(bench.run(loopbackConnection()));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QStringLiteral("ppppF"));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Classic), QStringLiteral("ppppp"));
    QCOMPARE(bench.passed, QList<bool>{false});
}

void TestConnectionProbe::unknownNames()
{
    ProbeBench bench;
    Connection connection = onlyLogs(loopbackConnection());
    connection.custom.logs = QUrl(QStringLiteral("https://no-such-host.invalid/v1"));
    QVERIFY(bench.run(connection));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QStringLiteral("F----"));
    QCOMPARE(bench.error().kind, ErrorKind::Offline);
    QCOMPARE(bench.error().message, QStringLiteral("The server “no-such-host.invalid” could not be found."));
}

void TestConnectionProbe::unreachable()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    Connection connection = onlyLogs(loopbackConnection());
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort()));
    connection.custom.authority = url;
    connection.custom.logs = url;
    closed.close();
    ProbeBench bench(false);
    QVERIFY(bench.run(connection));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QStringLiteral("pF---"));
    QCOMPARE(bench.error().message, QStringLiteral("The server “127.0.0.1” refused the connection."));
}

void TestConnectionProbe::storedSecretIsUsedWhereNoneIsTyped()
{
    ProbeBench bench;
    bench.secrets.keepForThisRun(QStringLiteral("connection-1"), QStringLiteral("stored"));
    bench.fake.always("POST", logsPath, logsAnswer());
    QVERIFY(bench.run(onlyLogs(loopbackConnection()), std::nullopt));
    bench.start(onlyLogs(loopbackConnection()), std::nullopt);
    QTRY_COMPARE(bench.passed, (QList<bool>{true, true}));
    // Each probe signs in anew.
    const QList<SeenRequest> tokens = bench.fake.seen("POST", tokenPathV2);
    QCOMPARE(tokens.size(), 2);
    QVERIFY(tokens.first().body.contains("client_secret=stored"));
}

void TestConnectionProbe::unknownSecretFailsTheSignIn()
{
    ProbeBench bench;
    QVERIFY(bench.run(onlyLogs(loopbackConnection()), std::nullopt));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QStringLiteral("ppF--"));
    QCOMPARE(bench.error().kind, ErrorKind::NotFound);
    QVERIFY(!bench.error().advice.isEmpty());
    QVERIFY(bench.fake.seen("POST", tokenPathV2).isEmpty());
}

void TestConnectionProbe::incompleteConnectionIsSaid()
{
    ProbeBench bench;
    Connection connection = loopbackConnection();
    connection.clientId = QStringLiteral("not a GUID");
    connection.name.clear(); // may come later
    QVERIFY(bench.run(connection));
    QCOMPARE(bench.passed, QList<bool>{false});
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QStringLiteral("F----"));
    QCOMPARE(bench.error().kind, ErrorKind::Usage);
    QCOMPARE(bench.error().message, QStringLiteral("The application id is not a GUID."));
    QVERIFY(bench.fake.seen().isEmpty());
}

void TestConnectionProbe::embeddedNeedsNoProbe()
{
    ProbeBench bench;
    QVERIFY(bench.run(embeddedConnection(), std::nullopt));
    QCOMPARE(bench.passed, QList<bool>{true});
    QVERIFY(bench.steps.isEmpty());
}

void TestConnectionProbe::proxyLooksUpTheNames()
{
    ProbeBench bench;
    bench.fake.expect("POST", logsPath, logsAnswer());
    NetworkSettings settings;
    settings.proxy = NetworkSettings::Proxy::Manual;
    settings.proxyHost = QStringLiteral("127.0.0.1");
    QVERIFY(bench.network->setNetwork(settings).has_value());
    QVERIFY(bench.run(onlyLogs(testConnection())));
    QCOMPARE(endsOf(bench.steps, QueryLanguage::Kql), QStringLiteral("ppppp"));
    QCOMPARE(bench.end(Kind::Name).detail,
             QStringLiteral("login.example is looked up by the proxy 127.0.0.1; logs.example is looked up by "
                            "the proxy 127.0.0.1"));

    settings.proxyHost = QStringLiteral("no-such-proxy.invalid");
    QVERIFY(bench.network->setNetwork(settings).has_value());
    ProbeBench other;
    QVERIFY(other.network->setNetwork(settings).has_value());
    QVERIFY(other.run(onlyLogs(testConnection())));
    QCOMPARE(other.error().message, QStringLiteral("The proxy “no-such-proxy.invalid” could not be found."));
    QCOMPARE(other.error().remedy, Remedy::OpenSettings);
}

void TestConnectionProbe::deletingEndsIt()
{
    ProbeBench bench;
    bench.fake.always("POST", logsPath, logsAnswer().as(FakeAnswer::Behaviour::Hang));
    bench.start(onlyLogs(loopbackConnection()));
    QTRY_COMPARE(bench.fake.seen("POST", logsPath).size(), 1);
    QTRY_COMPARE(bench.fake.open(), 1);
    bench.job.reset();
    QTRY_COMPARE(bench.fake.open(), 0);
    QVERIFY(bench.passed.isEmpty());
    // Before it is even sent.
    bench.start(onlyLogs(loopbackConnection()));
    bench.job.reset();
    bench.fake.always("POST", logsPath, logsAnswer());
    bench.start(onlyLogs(loopbackConnection()));
    QTRY_COMPARE(bench.passed, QList<bool>{true});
}

void TestConnectionProbe::probeMayGoFirst()
{
    ProbeBench bench;
    bench.fake.always("POST", logsPath, logsAnswer().as(FakeAnswer::Behaviour::Hang));
    bench.start(onlyLogs(loopbackConnection()));
    QTRY_COMPARE(bench.fake.seen("POST", logsPath).size(), 1);
    bench.probe.reset();
    QTRY_COMPARE(bench.fake.open(), 0);
    QVERIFY(bench.passed.isEmpty());
}

QTEST_GUILESS_MAIN(TestConnectionProbe)
#include "tst_connectionprobe.moc"
