#include "support/tablescenes.h"

#include "kql/builtintables.h"
#include "widgets/actions.h"
#include "widgets/localtablecommands.h"
#include "widgets/opentabledialog.h"
#include "widgets/tablesdock.h"

#include <QCoreApplication>
#include <QHash>
#include <QLineEdit>
#include <QListWidget>
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

/// The dialog that shows what the files of these names were taken for.
QWidget *openTables(WindowFixture &fixture, const QStringList &names)
{
    QStringList paths;
    for (const QString &name : names) {
        fixture.tables.guesses.insert(name, peopleGuess());
        paths += QStringLiteral("/data/") + name;
    }
    fixture.window().findChild<LocalTableCommands *>()->openFiles(paths);
    auto *dialog = fixture.window().findChild<OpenTableDialog *>();
    auto *list = dialog->findChild<QListWidget *>();
    (void)QTest::qWaitFor([list, &names] { return list->count() == names.size(); });
    return dialog;
}

QWidget *openTable(WindowFixture &fixture)
{
    return openTables(fixture, {QStringLiteral("people.csv")});
}

QWidget *openTwoTables(WindowFixture &fixture)
{
    return openTables(fixture, {QStringLiteral("people.csv"), QStringLiteral("old people.csv")});
}

QWidget *ownTables(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    fixture.window().findChild<Actions *>()->results.queryRows->trigger();
    fixture.tables.finish();
    fixture.window().findChild<Actions *>()->view.tables->trigger();
    return &fixture.window();
}

QWidget *noTables(WindowFixture &fixture)
{
    fixture.runToEnd(40);
    fixture.window().findChild<Actions *>()->view.tables->trigger();
    fixture.chooseConnection(localConnectionId);
    (void)QTest::qWaitFor([&fixture] {
        const QList<Connection> &asked = fixture.schemaSource.asked;
        return !asked.isEmpty() && asked.last().local;
    });
    fixture.schemaSource.answer(KqlSchemaPtr(std::make_shared<KqlSchema>()));
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
            {"tables-not-listed", Scene::Kind::Window, unlistedTables},
            {"tables-own", Scene::Kind::Window, ownTables},
            {"tables-own-none", Scene::Kind::Window, noTables},
            {"open-table", Scene::Kind::Dialog, openTable},
            {"open-two-tables", Scene::Kind::Dialog, openTwoTables}};
}

} // namespace sonde
