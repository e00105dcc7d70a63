#pragma once

#include "core/query.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace sonde {

enum class Cloud { Public, UsGovernment, China, Custom };

/// Which Entra token endpoint is used: v1 takes `resource` and answers numbers as strings, v2 takes `scope`.
enum class TokenVersion { V1, V2 };

/// The colour that tells one connection from another at a glance; the name always stands beside it.
enum class ColourMark { None, Red, Orange, Yellow, Green, Blue, Purple };

/// The addresses and audiences of one cloud.
struct Endpoints
{
    QUrl authority;             ///< where tokens come from, without the tenant
    QUrl management;            ///< Azure Resource Manager: classic search lives under it
    QUrl logs;                  ///< base of the logs query service, including its version path (`/v1`)
    QString managementAudience; ///< v1: a resource with its trailing slash; v2: a scope
    QString logsAudience;       ///< v1: a resource; v2: a scope
    TokenVersion managementToken = TokenVersion::V1;
    TokenVersion logsToken = TokenVersion::V2;
    bool operator==(const Endpoints &) const = default;
};

/// The endpoints of a cloud; those of Cloud::Custom are empty. Sources: Microsoft's documentation of the
/// API's access, the Go SDK's cloud configuration and Entra's page on national clouds.
Endpoints endpointsOf(Cloud cloud);

/// One workspace and how to sign in to it. Never holds a secret: that is in the keychain under the id.
struct Connection
{
    QString id;   ///< a UUID without braces, given once
    QString name; ///< what the user calls it
    ColourMark colour = ColourMark::None;
    bool keepsHistory = true; ///< whether its runs may be remembered
    Cloud cloud = Cloud::Public;
    Endpoints custom; ///< used with Cloud::Custom only
    QString tenant;   ///< tenant id or domain
    QString clientId; ///< application id of the service principal
    QString subscription;
    QString resourceGroup;
    QString workspace;   ///< name; with subscription and resource group it is what classic search needs
    QString workspaceId; ///< GUID; what logs query needs
    QString classicApiVersion = QStringLiteral("2015-11-01-preview");
    bool embedded = false; ///< the workspace inside the program; its endpoints are known only once it runs
    bool local = false;    ///< no workspace but the person's own tables; KQL only, and no network

    /// Comes with the program: nothing of it can be edited.
    bool isBuiltIn() const { return embedded || local; }
    Endpoints endpoints() const { return cloud == Cloud::Custom ? custom : endpointsOf(cloud); }
    /// Whether it names what that language's service needs.
    bool offers(QueryLanguage language) const;
    bool operator==(const Connection &) const = default;
};

/// Whether a host name or address (as in QUrl::host) is this machine; plain HTTP is allowed there only.
bool isLoopbackHost(const QString &host);

/// Whether a text is a GUID as Azure writes them: 8-4-4-4-12 hexadecimal digits, without braces.
bool isGuid(const QString &text);

/// What a person fills in, and what can be wrong with it.
enum class ConnectionField {
    Name,
    Tenant,
    ClientId,
    Services, ///< which of the services are used at all
    WorkspaceId,
    Subscription,
    ResourceGroup,
    Workspace,
    Authority,
    Logs,
    LogsAudience,
    Management,
    ManagementAudience
};

/// One sentence on what is wrong with one field.
struct ConnectionProblem
{
    ConnectionField field = ConnectionField::Name;
    QString sentence;
    bool operator==(const ConnectionProblem &) const = default;
};

/// What keeps a connection from being used for \a services (of which there may be none, which is a problem
/// too), at most one problem for each field, in the order in which a form shows them. What is built in has
/// none.
QList<ConnectionProblem> problemsByField(const Connection &connection, const QList<QueryLanguage> &services);

/// What keeps a connection from being used for the services that it names, one sentence each; empty when it
/// is complete.
QStringList problemsOf(const Connection &connection);

/// The id of the embedded workspace's connection.
inline constexpr QLatin1StringView embeddedConnectionId("embedded");

/// The chooser's entry for the embedded workspace, without endpoints.
Connection embeddedConnection();

/// The id of the connection to the person's own tables.
inline constexpr QLatin1StringView localConnectionId("local");

/// The chooser's entry for the person's own tables: files opened as tables, and rows that are queried again.
Connection localConnection();

/// What the chooser always offers, in its order.
QList<Connection> builtInConnections();
/// Nothing for any other id.
std::optional<Connection> builtInConnection(const QString &id);

} // namespace sonde
