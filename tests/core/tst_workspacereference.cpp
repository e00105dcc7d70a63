#include "core/workspacereference.h"

#include <QTest>

using namespace sonde;

namespace {

const QString subscriptionId = QStringLiteral("c4b8a6d2-19e3-4f57-8d06-0123456789ab");
const QString workspaceGuid = QStringLiteral("5e9d7c31-a2f4-46b8-8c15-0123456789ab");
const QString tenantGuid = QStringLiteral("3f5d1c9a-7b24-4e68-9a10-0123456789ab");

WorkspaceReference named(std::optional<Cloud> cloud = {}, const QString &tenant = {}, const QString &id = {})
{
    WorkspaceReference reference;
    reference.cloud = cloud;
    reference.tenant = tenant;
    reference.subscription = subscriptionId;
    reference.resourceGroup = QStringLiteral("contoso-operations");
    reference.workspace = QStringLiteral("contoso-logs");
    reference.workspaceId = id;
    return reference;
}

WorkspaceReference byId(std::optional<Cloud> cloud = {})
{
    WorkspaceReference reference;
    reference.cloud = cloud;
    reference.workspaceId = workspaceGuid;
    return reference;
}

/// The texts below say S, W and T for the three ids.
QString filledIn(const char *text)
{
    return QString::fromUtf8(text)
        .replace(QLatin1String("{S}"), subscriptionId)
        .replace(QLatin1String("{W}"), workspaceGuid)
        .replace(QLatin1String("{T}"), tenantGuid);
}

} // namespace

/// What people paste, and what comes of it.
class TestWorkspaceReference : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void readsNothing_data();
    void readsNothing();
    void fillsAndLeavesTheRest();
    void anotherWorkspaceTakesTheOldIdsAway();
};

void TestWorkspaceReference::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<WorkspaceReference>("expected");
    const auto row = [](const char *name, const char *text, const WorkspaceReference &expected) {
        QTest::newRow(name) << filledIn(text) << expected;
    };
    row("resource id",
        "/subscriptions/{S}/resourceGroups/contoso-operations/providers/Microsoft.OperationalInsights/"
        "workspaces/"
        "contoso-logs",
        named());
    row("resource id in lower case",
        "/subscriptions/{S}/resourcegroups/contoso-operations/providers/microsoft.operationalinsights/"
        "workspaces/"
        "contoso-logs",
        named());
    row("resource id in upper case keeps the names",
        "/SUBSCRIPTIONS/{S}/RESOURCEGROUPS/contoso-operations/PROVIDERS/MICROSOFT.OPERATIONALINSIGHTS/"
        "WORKSPACES/"
        "contoso-logs",
        named());
    row("without the first slash, quoted",
        " \"subscriptions/{S}/resourceGroups/contoso-operations/providers/Microsoft.OperationalInsights/"
        "workspaces/"
        "contoso-logs\"\n",
        named());
    row("of something within the workspace",
        "/subscriptions/{S}/resourceGroups/contoso-operations/providers/Microsoft.OperationalInsights/"
        "workspaces/"
        "contoso-logs/tables/Heartbeat",
        named());
    row("portal, resource",
        "https://portal.azure.com/#@contoso.onmicrosoft.com/resource/subscriptions/{S}/resourceGroups/"
        "contoso-operations/providers/Microsoft.OperationalInsights/workspaces/contoso-logs/Overview",
        named(Cloud::Public, QStringLiteral("contoso.onmicrosoft.com")));
    row("portal, tenant as a GUID",
        "https://portal.azure.com/#@{T}/resource/subscriptions/{S}/resourceGroups/contoso-operations/"
        "providers/"
        "Microsoft.OperationalInsights/workspaces/contoso-logs/logs",
        named(Cloud::Public, tenantGuid));
    row("portal, without a slash before the hash",
        "https://portal.azure.com#@{T}/blade/Microsoft_Azure_Monitoring_Logs/LogsBlade/resourceId/"
        "%2Fsubscriptions%2F{S}%2FresourceGroups%2Fcontoso-operations%2Fproviders%2FMicrosoft."
        "OperationalInsights%2Fworkspaces%2Fcontoso-logs/source/LogsBlade.AnalyticsShareLinkToQuery/q/"
        "H4sIAAAAAAAAA3MEAA%253D%253D/timespan/P1D",
        named(Cloud::Public, tenantGuid));
    row("portal, view",
        "https://portal.azure.com/#view/Microsoft_OperationsManagementSuite_Workspace/Logs.ReactView/"
        "resourceId/"
        "%2Fsubscriptions%2F{S}%2FresourceGroups%2Fcontoso-operations%2Fproviders%2Fmicrosoft."
        "operationalinsights%"
        "2Fworkspaces%2Fcontoso-logs",
        named(Cloud::Public));
    row("portal, encoded twice",
        "https://portal.azure.com/#view/X/Y/id/"
        "%252Fsubscriptions%252F{S}%252FresourceGroups%252Fcontoso-operations%"
        "252Fproviders%252FMicrosoft.OperationalInsights%252Fworkspaces%252Fcontoso-logs",
        named(Cloud::Public));
    row("portal, Sentinel",
        "https://portal.azure.com/#view/Microsoft_Azure_Security_Insights/MainMenuBlade/~/0/id/"
        "%2Fsubscriptions%2F{S}%2Fresourcegroups%2Fcontoso-operations%2Fproviders%2Fmicrosoft."
        "securityinsightsarg%"
        "2Fsentinel%2Fcontoso-logs",
        named(Cloud::Public));
    row("portal with a feature flag",
        "https://ms.portal.azure.com/?feature.x=1#@contoso.com/resource/subscriptions/{S}/resourceGroups/"
        "contoso-operations/providers/Microsoft.OperationalInsights/workspaces/contoso-logs",
        named(Cloud::Public, QStringLiteral("contoso.com")));
    row("portal with the tenant in the path",
        "https://portal.azure.com/contoso.com/#resource/subscriptions/{S}/resourceGroups/contoso-operations/"
        "providers/Microsoft.OperationalInsights/workspaces/contoso-logs",
        named(Cloud::Public, QStringLiteral("contoso.com")));
    row("portal of US Government",
        "https://portal.azure.us/#@contoso.us/resource/subscriptions/{S}/resourceGroups/contoso-operations/"
        "providers/Microsoft.OperationalInsights/workspaces/contoso-logs/Overview",
        named(Cloud::UsGovernment, QStringLiteral("contoso.us")));
    row("portal of China",
        "https://portal.azure.cn/#@contoso.cn/resource/subscriptions/{S}/resourceGroups/contoso-operations/"
        "providers/Microsoft.OperationalInsights/workspaces/contoso-logs/Overview",
        named(Cloud::China, QStringLiteral("contoso.cn")));
    row("management address",
        "https://management.azure.com/subscriptions/{S}/resourceGroups/contoso-operations/providers/"
        "Microsoft.OperationalInsights/workspaces/contoso-logs?api-version=2023-09-01",
        named(Cloud::Public));
    row("query API by id", "https://api.loganalytics.io/v1/workspaces/{W}/query", byId(Cloud::Public));
    row("query API, newer host", "https://api.loganalytics.azure.com/v1/workspaces/{W}/query?timespan=P1D",
        byId(Cloud::Public));
    row("query API of a region", "https://westeurope.api.loganalytics.io/v1/workspaces/{W}/query",
        byId(Cloud::Public));
    row("query API of US Government", "https://api.loganalytics.us/v1/workspaces/{W}/query",
        byId(Cloud::UsGovernment));
    row("query API of China", "https://api.loganalytics.azure.cn/v1/workspaces/{W}/query",
        byId(Cloud::China));
    row("query API by resource",
        "https://api.loganalytics.azure.com/v1/subscriptions/{S}/resourceGroups/contoso-operations/providers/"
        "Microsoft.OperationalInsights/workspaces/contoso-logs/query",
        named(Cloud::Public));
    row("query API on another host", "http://127.0.0.1:4003/v1/workspaces/{W}/query", byId());
    row("a host that only looks like Azure", "https://notportal.azure.com.example/v1/workspaces/{W}", byId());
    row("az show",
        "{\"customerId\": \"{W}\", \"etag\": \"x\", \"features\": {\"legacy\": 0},\n \"id\": "
        "\"/subscriptions/{S}/resourceGroups/contoso-operations/providers/Microsoft.OperationalInsights/"
        "workspaces/"
        "contoso-logs\",\n \"location\": \"westeurope\", \"name\": \"contoso-logs\", \"resourceGroup\": "
        "\"contoso-operations\", \"type\": \"Microsoft.OperationalInsights/workspaces\"}\n",
        named({}, {}, workspaceGuid));
    row("az list of one",
        "[{\"customerId\": \"{W}\", \"id\": "
        "\"/subscriptions/{S}/resourcegroups/contoso-operations/providers/microsoft.operationalinsights/"
        "workspaces/"
        "contoso-logs\"}]",
        named({}, {}, workspaceGuid));
    row("the portal's JSON view",
        "{\"properties\": {\"customerId\": \"{W}\", \"sku\": {\"name\": \"PerGB2018\"}}, \"id\": "
        "\"/subscriptions/{S}/resourceGroups/contoso-operations/providers/Microsoft.OperationalInsights/"
        "workspaces/"
        "contoso-logs\", \"name\": \"contoso-logs\"}",
        named({}, {}, workspaceGuid));
    row("a GUID", "{W}", byId());
    row("a GUID in braces", "  {{W}} \n", byId());
    QTest::newRow("a GUID in upper case") << workspaceGuid.toUpper() << byId();
    WorkspaceReference group;
    group.subscription = subscriptionId;
    group.resourceGroup = QStringLiteral("rg (old)_1");
    row("a resource group", "/subscriptions/{S}/resourceGroups/rg%20(old)_1", group);
    group.resourceGroup = QStringLiteral("rg.(old)_1");
    row("a resource group with signs", "/subscriptions/{S}/resourceGroups/rg.(old)_1/overview", group);
}

void TestWorkspaceReference::reads()
{
    QFETCH(QString, text);
    QFETCH(WorkspaceReference, expected);
    const std::optional<WorkspaceReference> found = workspaceReferenceFrom(text);
    QVERIFY(found);
    QCOMPARE(found->cloud, expected.cloud);
    QCOMPARE(found->tenant, expected.tenant);
    QCOMPARE(found->subscription, expected.subscription);
    QCOMPARE(found->resourceGroup, expected.resourceGroup);
    QCOMPARE(found->workspace, expected.workspace);
    QCOMPARE(found->workspaceId, expected.workspaceId);
}

void TestWorkspaceReference::readsNothing_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *text) { QTest::newRow(name) << filledIn(text); };
    row("nothing", "");
    row("blanks", " \n\t");
    row("a word", "contoso-logs");
    row("a domain", "contoso.onmicrosoft.com");
    row("prose", "see /subscriptions/{S}/resourceGroups/x");
    row("a query", "Heartbeat | where TimeGenerated > ago(1h)");
    row("the portal's front page", "https://portal.azure.com/#home");
    row("a tenant's front page", "https://portal.azure.com/#@contoso.com/dashboard");
    row("a virtual machine",
        "/subscriptions/{S}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web-1");
    row("a virtual machine in the portal",
        "https://portal.azure.com/#@contoso.com/resource/subscriptions/{S}/resourceGroups/rg/providers/"
        "Microsoft.Compute/virtualMachines/web-1/overview");
    row("a placeholder", "/subscriptions/<subscription-id>/resourceGroups/rg/providers/"
                         "Microsoft.OperationalInsights/workspaces/w");
    row("a GUID that is too long", "{W}0");
    row("a GUID cut short", "5e9d7c31-a2f4-46b8-8c15");
    row("another API", "https://api.example.com/v1/things/{W}");
    row("an empty object", "{}");
    row("JSON cut", "{\"customerId\": \"{W}\", ");
    row("JSON of something else", "{\"id\": \"{S}\", \"name\": \"Pay as you go\"}");
    row("JSON of a virtual machine",
        "{\"id\": "
        "\"/subscriptions/{S}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web-1\", "
        "\"name\": \"web-1\"}");
    row("two workspaces", "[{\"customerId\": \"{W}\"}, {\"customerId\": \"{S}\"}]");
    QTest::newRow("very long") << QString(1'000'000, QLatin1Char('%'));
}

void TestWorkspaceReference::readsNothing()
{
    QFETCH(QString, text);
    QVERIFY(!workspaceReferenceFrom(text));
}

void TestWorkspaceReference::fillsAndLeavesTheRest()
{
    Connection connection;
    connection.name = QStringLiteral("Mine");
    connection.tenant = QStringLiteral("contoso.com");
    connection.clientId = tenantGuid;
    named(Cloud::China).applyTo(connection);
    QCOMPARE(connection.cloud, Cloud::China);
    QCOMPARE(connection.name, QStringLiteral("Mine"));
    QCOMPARE(connection.tenant, QStringLiteral("contoso.com"));
    QCOMPARE(connection.workspace, QStringLiteral("contoso-logs"));
    QVERIFY(connection.offers(QueryLanguage::Classic));
    QVERIFY(!connection.offers(QueryLanguage::Kql));
    // The id of the workspace comes from another paste, for the same workspace.
    Connection both = connection;
    both.workspaceId = workspaceGuid;
    named().applyTo(both);
    QCOMPARE(both.workspaceId, workspaceGuid);
    QCOMPARE(both.cloud, Cloud::China);
}

void TestWorkspaceReference::anotherWorkspaceTakesTheOldIdsAway()
{
    Connection connection;
    named({}, {}, workspaceGuid).applyTo(connection);
    WorkspaceReference other = named();
    other.workspace = QStringLiteral("fabrikam-logs");
    other.applyTo(connection);
    QCOMPARE(connection.workspace, QStringLiteral("fabrikam-logs"));
    QVERIFY(connection.workspaceId.isEmpty());

    named({}, {}, workspaceGuid).applyTo(connection);
    WorkspaceReference otherId;
    otherId.workspaceId = tenantGuid;
    otherId.applyTo(connection);
    QCOMPARE(connection.workspaceId, tenantGuid);
    QVERIFY(connection.workspace.isEmpty());
    QVERIFY(connection.subscription.isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkspaceReference)
#include "tst_workspacereference.moc"
