#include "core/connection.h"

#include <QTest>

using namespace sonde;

namespace {

Connection validCustom()
{
    Connection c;
    c.name = QStringLiteral("Loopback");
    c.cloud = Cloud::Custom;
    c.tenant = QStringLiteral("contoso.example");
    c.clientId = QStringLiteral("11111111-2222-3333-4444-555555555555");
    c.workspaceId = QStringLiteral("66666666-7777-8888-9999-000000000000");
    c.custom.authority = QUrl(QStringLiteral("http://127.0.0.1:4000"));
    c.custom.logs = QUrl(QStringLiteral("http://127.0.0.1:4000/v1"));
    c.custom.logsAudience = QStringLiteral("https://logs.example/.default");
    return c;
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void completeOnesHaveNoProblems()
    {
        QCOMPARE(problemsOf(validCustom()), QStringList());
        QCOMPARE(problemsOf(embeddedConnection()), QStringList());
        Connection publicCloud = validCustom();
        publicCloud.cloud = Cloud::Public;
        QCOMPARE(problemsOf(publicCloud), QStringList());
    }

    void eachFaultIsNamed()
    {
        Connection c = validCustom();
        c.clientId = QStringLiteral("my app");
        QCOMPARE(problemsOf(c).size(), 1);
        c = validCustom();
        c.workspaceId.clear();
        QVERIFY(!problemsOf(c).isEmpty());
        c.subscription = QStringLiteral("66666666-7777-8888-9999-000000000000");
        c.resourceGroup = QStringLiteral("rg");
        c.workspace = QStringLiteral("ws");
        QCOMPARE(problemsOf(c).size(), 2); // no management address, no audience for it
    }

    void plainHttpOnlyOnThisMachine_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:1") << true;
        QTest::newRow("loopback net") << QStringLiteral("http://127.1.2.3") << true;
        QTest::newRow("ipv6") << QStringLiteral("http://[::1]:80") << true;
        QTest::newRow("localhost") << QStringLiteral("http://localhost:80") << true;
        QTest::newRow("elsewhere") << QStringLiteral("http://10.0.0.1") << false;
        QTest::newRow("looks like it") << QStringLiteral("http://127.0.0.1.example.com") << false;
        QTest::newRow("https") << QStringLiteral("https://example.com") << true;
        QTest::newRow("ftp") << QStringLiteral("ftp://127.0.0.1") << false;
        QTest::newRow("no host") << QStringLiteral("https:///x") << false;
    }

    void plainHttpOnlyOnThisMachine()
    {
        QFETCH(QString, address);
        QFETCH(bool, allowed);
        Connection c = validCustom();
        c.custom.logs = QUrl(address);
        QCOMPARE(problemsOf(c).isEmpty(), allowed);
    }

    void everyCloudIsHttps()
    {
        for (const Cloud cloud : {Cloud::Public, Cloud::UsGovernment, Cloud::China}) {
            const Endpoints e = endpointsOf(cloud);
            for (const QUrl &address : {e.authority, e.management, e.logs})
                QCOMPARE(address.scheme(), QStringLiteral("https"));
            QVERIFY(e.managementAudience.endsWith(QLatin1Char('/')));
            QVERIFY(e.logsAudience.endsWith(QLatin1String("/.default")));
        }
        QCOMPARE(endpointsOf(Cloud::Custom), Endpoints());
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
