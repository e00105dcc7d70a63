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

    void problemsNameTheirField()
    {
        using Field = ConnectionField;
        const auto fields = [](const Connection &connection, const QList<QueryLanguage> &services) {
            QList<ConnectionField> found;
            const QList<ConnectionProblem> problems = problemsByField(connection, services);
            for (const ConnectionProblem &problem : problems) {
                found << problem.field;
                if (problem.sentence.isEmpty())
                    found << problem.field; // seen as twice
            }
            return found;
        };
        const QList<QueryLanguage> both{QueryLanguage::Kql, QueryLanguage::Classic};
        QCOMPARE(fields({}, both),
                 QList<Field>({Field::Name, Field::Tenant, Field::ClientId, Field::WorkspaceId,
                               Field::Subscription, Field::ResourceGroup, Field::Workspace}));
        QCOMPARE(fields(validCustom(), {QueryLanguage::Kql}), QList<Field>());
        QCOMPARE(fields(validCustom(), {}), QList<Field>({Field::Services}));
        QCOMPARE(fields(validCustom(), both),
                 QList<Field>({Field::Subscription, Field::ResourceGroup, Field::Workspace, Field::Management,
                               Field::ManagementAudience}));
        Connection c = validCustom();
        c.tenant = QStringLiteral("https://login.example/contoso");
        c.clientId = QStringLiteral("11111111-2222-3333-4444-55555555555Z");
        c.custom.authority = QUrl(QStringLiteral("https://user:word@login.example"));
        QCOMPARE(fields(c, {QueryLanguage::Kql}),
                 QList<Field>({Field::Tenant, Field::ClientId, Field::Authority}));
        QCOMPARE(fields(embeddedConnection(), {}), QList<Field>());
    }

    void namesOfResources_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << QStringLiteral("contoso-operations") << true;
        QTest::newRow("signs") << QStringLiteral("Rg_1.(old)") << true;
        QTest::newRow("letters") << QString::fromUtf8("größe") << true;
        QTest::newRow("slash") << QStringLiteral("a/../b") << false;
        QTest::newRow("query") << QStringLiteral("a?b") << false;
        QTest::newRow("blank") << QStringLiteral("a (b)") << true; // encoded in the path
        QTest::newRow("line") << QStringLiteral("a\nb") << false;
        QTest::newRow("percent") << QStringLiteral("a%2Fb") << false;
        QTest::newRow("dots") << QStringLiteral("..") << false;
        QTest::newRow("ends with a dot") << QStringLiteral("group.") << false;
    }

    void namesOfResources()
    {
        QFETCH(QString, group);
        QFETCH(bool, good);
        Connection c = validCustom();
        c.cloud = Cloud::Public;
        c.subscription = QStringLiteral("66666666-7777-8888-9999-000000000000");
        c.workspace = QStringLiteral("logs");
        c.resourceGroup = group;
        QCOMPARE(problemsOf(c).isEmpty(), good);
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
