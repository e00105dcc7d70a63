#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QByteArray>

namespace sonde {

/// A connection and the secret that belongs to it, before the secret is put where secrets are kept.
struct ConnectionWithSecret
{
    Connection connection;
    QString secret;
};

/// Reads the line that sonde-sandbox prints once it serves:
/// `{"authority","management","logs","tenant","clientId","clientSecret","subscription","resourceGroup","workspace",
/// "workspaceId","logsScope","managementResource"}`. The connection is of Cloud::Custom and has a fresh id.
/// Fails with Usage naming what is missing.
Result<ConnectionWithSecret> connectionFromEndpointsJson(const QByteArray &json);

/// Whether \a text is such a line, or a piece of one, with the secret in it.
bool mayHoldEndpointsSecret(const QString &text);

} // namespace sonde
