#include "sandbox/samplemetadata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace sonde {

namespace {

struct TableFacts
{
    QLatin1StringView name;
    QLatin1StringView category; ///< its id
    QLatin1StringView solution; ///< its id
    const char *description;
};

constexpr TableFacts tableFacts[] = {
    {QLatin1StringView("AppRequests"), QLatin1StringView("applications"), QLatin1StringView("LogManagement"),
     "Requests that an application received, one row each: how long it took and how it ended."},
    {QLatin1StringView("AzureActivity"), QLatin1StringView("audit"), QLatin1StringView("LogManagement"),
     "Who changed what in the subscription: create, update, delete and action operations."},
    {QLatin1StringView("Event"), QLatin1StringView("virtualmachines"), QLatin1StringView("LogManagement"),
     "Events of the Windows event logs, as the agents on the machines collect them."},
    {QLatin1StringView("Heartbeat"), QLatin1StringView("virtualmachines"), QLatin1StringView("LogManagement"),
     "A sign of life of each agent every minute, with facts about its machine."},
    {QLatin1StringView("Perf"), QLatin1StringView("virtualmachines"), QLatin1StringView("LogManagement"),
     "Performance counters of Windows and Linux machines: processor, memory, disks, network."},
    {QLatin1StringView("SecurityEvent"), QLatin1StringView("security"), QLatin1StringView("SecurityInsights"),
     "Security events of Windows machines: logons, processes, changes of accounts and policies."},
    {QLatin1StringView("SigninLogs"), QLatin1StringView("audit"), QLatin1StringView("SecurityInsights"),
     "Interactive sign-ins of users to Entra ID, with place, device and conditional access."},
    {QLatin1StringView("Syslog"), QLatin1StringView("virtualmachines"), QLatin1StringView("LogManagement"),
     "Messages of syslog on Linux machines, by facility and severity."},
    {QLatin1StringView("Usage"), QLatin1StringView("monitor"), QLatin1StringView("LogManagement"),
     "How much data each table took in, by the hour."},
};

struct GroupFacts
{
    QLatin1StringView id;
    QLatin1StringView displayName;
    const char *description; ///< of a solution
};

constexpr GroupFacts categories[] = {
    {QLatin1StringView("applications"), QLatin1StringView("Applications"), nullptr},
    {QLatin1StringView("audit"), QLatin1StringView("Audit"), nullptr},
    {QLatin1StringView("monitor"), QLatin1StringView("Azure Monitor"), nullptr},
    {QLatin1StringView("security"), QLatin1StringView("Security"), nullptr},
    {QLatin1StringView("virtualmachines"), QLatin1StringView("Virtual machines"), nullptr},
};

constexpr GroupFacts solutions[] = {
    {QLatin1StringView("LogManagement"), QLatin1StringView("Log Management"),
     "What every workspace collects."},
    {QLatin1StringView("SecurityInsights"), QLatin1StringView("Microsoft Sentinel"),
     "What is collected to find attacks."},
};

struct ColumnFacts
{
    QLatin1StringView name;
    const char *description;
};

/// Of all tables that have them.
constexpr ColumnFacts columnFacts[] = {
    {QLatin1StringView("TimeGenerated"), "When the record was made (UTC)."},
    {QLatin1StringView("Computer"), "The machine that the record is about."},
    {QLatin1StringView("SourceSystem"), "What collected the record."},
    {QLatin1StringView("Type"), "The name of the table."},
    {QLatin1StringView("TenantId"), "The id of the workspace."},
    {QLatin1StringView("_IsBillable"), "Whether taking the record in is charged for."},
    {QLatin1StringView("_BilledSize"), "The size of the record in bytes."},
    {QLatin1StringView("_ResourceId"), "The resource that the record belongs to."},
    {QLatin1StringView("_SubscriptionId"), "The subscription that the record belongs to."},
    {QLatin1StringView("EventID"), "The number that the event's source gave to this kind of event."},
    {QLatin1StringView("Account"), "The account that the event is about, as domain\\name."},
    {QLatin1StringView("CounterName"), "The performance counter, such as % Processor Time."},
    {QLatin1StringView("CounterValue"), "The counter's value, in the counter's own unit."},
    {QLatin1StringView("ResultType"), "0 for success, else the number of the error."},
    {QLatin1StringView("SyslogMessage"), "The text of the message."},
};

QJsonArray columnsOf(const KqlTable &table)
{
    QJsonArray columns;
    for (const KqlColumn &column : table.columns) {
        QJsonObject json{{QStringLiteral("name"), column.name}, {QStringLiteral("type"), column.type}};
        for (const ColumnFacts &fact : columnFacts) {
            if (column.name == fact.name)
                json.insert(QStringLiteral("description"), QString::fromUtf8(fact.description));
        }
        columns.append(json);
    }
    return columns;
}

QJsonObject tableJson(const KqlTable &table)
{
    QJsonObject json{{QStringLiteral("id"), table.name},
                     {QStringLiteral("name"), table.name},
                     {QStringLiteral("columns"), columnsOf(table)}};
    // An imported table may have no such column; then no time range restricts it.
    const KqlColumn time{QStringLiteral("TimeGenerated"), QStringLiteral("datetime")};
    if (std::any_of(table.columns.begin(), table.columns.end(), [&time](const KqlColumn &column) {
            return column.name == time.name && column.type == time.type;
        }))
        json.insert(QStringLiteral("timespanColumn"), time.name);
    for (const TableFacts &fact : tableFacts) {
        if (table.name != fact.name)
            continue;
        json.insert(QStringLiteral("description"), QString::fromUtf8(fact.description));
        json.insert(QStringLiteral("related"),
                    QJsonObject{{QStringLiteral("categories"), QJsonArray{fact.category}},
                                {QStringLiteral("solutions"), QJsonArray{fact.solution}}});
    }
    return json;
}

/// The tables whose \a group is \a id, of those there are.
QJsonArray membersOf(const KqlSchema &schema, const QLatin1StringView &id,
                     QLatin1StringView TableFacts::*group)
{
    const auto isThere = [&schema](QLatin1StringView name) {
        return std::any_of(schema.tables.begin(), schema.tables.end(),
                           [name](const KqlTable &table) { return table.name == name; });
    };
    QJsonArray members;
    for (const TableFacts &fact : tableFacts) {
        if (fact.*group == id && isThere(fact.name))
            members.append(fact.name);
    }
    return members;
}

template <std::size_t N>
QJsonArray groupsJson(const KqlSchema &schema, const GroupFacts (&groups)[N],
                      QLatin1StringView TableFacts::*member)
{
    QJsonArray list;
    for (const GroupFacts &group : groups) {
        QJsonObject json{{QStringLiteral("id"), group.id},
                         {QStringLiteral("displayName"), group.displayName},
                         {QStringLiteral("related"),
                          QJsonObject{{QStringLiteral("tables"), membersOf(schema, group.id, member)}}}};
        if (group.description != nullptr) {
            json.insert(QStringLiteral("name"), group.id);
            json.insert(QStringLiteral("description"), QString::fromUtf8(group.description));
        }
        list.append(json);
    }
    return list;
}

/// The functions that queries may call, with the categories that they belong to.
QJsonArray functionsJson(const QList<KqlFunction> &functions)
{
    QJsonArray list;
    for (const KqlFunction &function : functions) {
        QJsonArray ids;
        for (const GroupFacts &category : categories) {
            if (function.categories.contains(category.displayName))
                ids.append(category.id);
        }
        list.append(
            QJsonObject{{QStringLiteral("id"), function.name},
                        {QStringLiteral("name"), function.name},
                        {QStringLiteral("displayName"), function.name},
                        {QStringLiteral("description"), function.description},
                        {QStringLiteral("parameters"), function.parameters},
                        {QStringLiteral("body"), function.body},
                        {QStringLiteral("related"), QJsonObject{{QStringLiteral("categories"), ids}}}});
    }
    return list;
}

} // namespace

QByteArray sampleMetadata(const KqlSchema &schema, const SandboxEndpoints &endpoints)
{
    QJsonArray tables;
    QJsonArray names;
    for (const KqlTable &table : schema.tables) {
        tables.append(tableJson(table));
        names.append(table.name);
    }
    const QString resource =
        QStringLiteral("/subscriptions/%1/resourceGroups/%2/providers/microsoft.operationalinsights/"
                       "workspaces/%3")
            .arg(endpoints.subscription, endpoints.resourceGroup, endpoints.workspace);
    const QJsonObject workspace{{QStringLiteral("id"), endpoints.workspaceId},
                                {QStringLiteral("resourceId"), resource},
                                {QStringLiteral("name"), endpoints.workspace},
                                {QStringLiteral("region"), QStringLiteral("westeurope")},
                                {QStringLiteral("related"), QJsonObject{{QStringLiteral("tables"), names}}}};
    const QJsonObject answer{
        {QStringLiteral("tables"), tables},
        {QStringLiteral("solutions"), groupsJson(schema, solutions, &TableFacts::solution)},
        {QStringLiteral("functions"), functionsJson(schema.functions)},
        {QStringLiteral("workspaces"), QJsonArray{workspace}},
        {QStringLiteral("categories"), groupsJson(schema, categories, &TableFacts::category)}};
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace sonde
