#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QObject>
#include <functional>

namespace sonde {

class AzureNetwork;
class LocalWorkspace;
class SecretStore;

/// A connection whose addresses are real, and the secret to sign in with.
struct ConnectionAccess
{
    Connection connection;
    QString secret;
};

/// Where such things are found.
struct AccessServices
{
    AzureNetwork &network;
    SecretStore &secrets;
    LocalWorkspace *local; ///< may be null
};

/// What keeps \a connection from being used for \a language at all: Usage, with what to complete.
std::optional<Error> problemOf(const Connection &connection, QueryLanguage language,
                               const AccessServices &services);

/// Starts the embedded workspace, or reads the secret of any other connection and waits until the network
/// knows its proxy; then calls \a handler: in the GUI thread, never from within the call (the embedded
/// workspace and the keychain answer later), and not at all once \a context is gone. Failures name what to
/// do.
void findAccess(const AccessServices &services, const Connection &connection, QObject *context,
                std::function<void(const Result<ConnectionAccess> &)> handler);

} // namespace sonde
