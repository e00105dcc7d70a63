#include "support/tablescenes.h"

#include "kql/builtintables.h"
#include "widgets/actions.h"
#include "widgets/tablesdock.h"

#include <QCoreApplication>
#include <QHash>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

namespace sonde {

namespace {

struct TableFacts
{
    const char *name;
    const char *category;
    const char *solution;
};

constexpr TableFacts facts[] = {{"AppRequests", "Applications", "Log Management"},
                                {"AuditLogs", "Audit", "Microsoft Sentinel"},
                                {"AzureActivity", "Audit", "Log Management"},
                                {"ConfigurationChange", "Virtual machines", "Change Tracking"},
                                {"Event", "Virtual machines", "Log Management"},
                                {"Heartbeat", "Virtual machines", "Log Management"},
                                {"Perf", "Virtual machines", "Log Management"},
                                {"SecurityAlert", "Security", "Microsoft Sentinel"},
                                {"SecurityEvent", "Security", "Microsoft Sentinel"},
                                {"SigninLogs", "Audit", "Microsoft Sentinel"},
                                {"StorageBlobLogs", "Azure Resources", "Log Management"},
                                {"Syslog", "Virtual machines", "Log Management"},
                                {"Update", "Virtual machines", "Update Management"},
                                {"Usage", "Azure Monitor", "Log Management"}};

QTreeView &treeOf(WindowFixture &fixture)
{
    return *fixture.window().findChild<TablesDock *>()->findChild<QTreeView *>();
}

SchemaModel &modelOf(WindowFixture &fixture)
{
    return static_cast<SchemaModel &>(*treeOf(fixture).model());
}

void openDock(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    fixture.chooseConnection(fixture.connection.id);
    fixture.window().findChild<Actions *>()->view.tables->trigger();
    // The run has asked another workspace for its tables.
    (void)QTest::qWaitFor([&fixture] {
        const QList<Connection> &asked = fixture.schemaSource.asked;
        return !asked.isEmpty() && asked.last().id == fixture.connection.id;
    });
}

QWidget *tables(WindowFixture &fixture)
{
    openDock(fixture);
    fixture.schemaSource.answer(sceneSchema());
    const QModelIndex event = modelOf(fixture).indexOfTable(QStringLiteral("Heartbeat"));
    treeOf(fixture).expand(event);
    treeOf(fixture).setCurrentIndex(event);
    return &fixture.window();
}

QWidget *searchedTables(WindowFixture &fixture)
{
    openDock(fixture);
    fixture.schemaSource.answer(sceneSchema());
    fixture.window().findChild<TablesDock *>()->findChild<QLineEdit *>()->setText(QStringLiteral("res id"));
    return &fixture.window();
}

QWidget *unlistedTables(WindowFixture &fixture)
{
    openDock(fixture);
    Error error;
    error.kind = ErrorKind::Forbidden;
    error.message =
        QCoreApplication::translate("AnswerError", "The application may not read this workspace.");
    error.advice = QCoreApplication::translate(
        "AnswerError",
        "Ask for the role “Log Analytics Reader” on the workspace; a new role may take up to 60 "
        "minutes to work.");
    fixture.schemaSource.answer(failure(error));
    (void)QTest::qWaitFor([&fixture] { return modelOf(fixture).rowCount() > 0; });
    return &fixture.window();
}

} // namespace

KqlSchemaPtr sceneSchema()
{
    auto schema = std::make_shared<KqlSchema>();
    const KqlSchemaPtr builtin = builtinSchema();
    for (const KqlTable &table : builtin->tables) {
        for (const TableFacts &fact : facts) {
            if (table.name != QLatin1String(fact.name))
                continue;
            KqlTable listed = table;
            listed.categories << QString::fromLatin1(fact.category);
            listed.solutions << QString::fromLatin1(fact.solution);
            schema->tables << listed;
        }
    }
    schema->tables << KqlTable{
        QStringLiteral("WebShopOrders_CL"),
        {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime"), {}},
         {QStringLiteral("Amount_d"), QStringLiteral("real"), QStringLiteral("In euros.")}}};
    schema->functions = {{QStringLiteral("BusyMachines"),
                          QStringLiteral("least: real = 90.0"),
                          QStringLiteral("Perf\n| where CounterValue > least"),
                          {},
                          {},
                          {}},
                         {QStringLiteral("FailedLogons"), {}, QStringLiteral("SecurityEvent"), {}, {}, {}}};
    return schema;
}

QList<Scene> tableScenes()
{
    return {{"tables", Scene::Kind::Window, tables},
            {"tables-searched", Scene::Kind::Window, searchedTables},
            {"tables-not-listed", Scene::Kind::Window, unlistedTables}};
}

} // namespace sonde
