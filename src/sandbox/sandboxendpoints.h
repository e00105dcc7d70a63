#pragma once

#include "core/connection.h"

#include <QByteArray>
#include <QString>

namespace sonde {

/// Everything a client must know to use a running sandbox. Ids and names are the same at every start; the
/// port may and the secret does differ.
struct SandboxEndpoints
{
    QString authority;  ///< base URL of the token endpoints, without the tenant
    QString management; ///< base URL of the resource manager
    QString logs;       ///< base URL of the logs query service, with its `/v1`
    QString tenant;
    QString clientId;
    QString clientSecret;
    QString subscription;
    QString resourceGroup;
    QString workspace;
    QString workspaceId;
    QString logsScope;          ///< v2 scope of the logs query service
    QString managementResource; ///< v1 resource of the resource manager

    /// One line, with exactly these keys.
    QByteArray toJson() const;
    /// As a connection of Cloud::Custom, id embeddedConnectionId; the secret is left out.
    Connection toConnection() const;

    /// The well-known ids, \a baseUrl without a path, and a secret of its own.
    static SandboxEndpoints at(const QString &baseUrl);
};

} // namespace sonde
