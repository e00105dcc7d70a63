#include "azure/connectionaccess.h"

#include "azure/azurenetwork.h"
#include "ports/localworkspace.h"
#include "ports/secretstore.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionAccess)
};

using AccessHandler = std::function<void(const Result<ConnectionAccess> &)>;

/// What the keychain said, in words that name the connection.
Error noSecret(Error error, const QString &connection)
{
    if (error.kind == ErrorKind::NotFound) {
        error.message = Words::tr("No secret is stored for the connection “%1”.").arg(connection);
        error.advice = Words::tr("Enter the client secret in the connection.");
        error.remedy = Remedy::EditConnection;
    } else if (error.kind == ErrorKind::NoKeychain) {
        error.message =
            Words::tr("The secret of the connection “%1” is not known: this machine has no keychain.")
                .arg(connection);
        error.advice =
            Words::tr("Enter the client secret in the connection; it is kept until Sonde is closed.");
        error.remedy = Remedy::EditConnection;
    }
    return error;
}

} // namespace

std::optional<Error> problemOf(const Connection &connection, QueryLanguage language,
                               const AccessServices &services)
{
    Error error;
    error.kind = ErrorKind::Usage;
    if (connection.embedded) {
        if (services.local)
            return {};
        error.message = Words::tr("This build has no embedded workspace.");
        error.advice = Words::tr("Add a connection to a workspace of yours.");
        return error;
    }
    const QStringList problems = problemsOf(connection);
    if (problems.isEmpty() && connection.offers(language))
        return {};
    error.remedy = Remedy::EditConnection;
    error.advice = Words::tr("Edit the connection.");
    if (!problems.isEmpty()) {
        error.message = problems.first();
        error.detail = problems.join(u'\n');
    } else if (language == QueryLanguage::Kql) {
        error.message =
            Words::tr("The connection “%1” has no workspace id, which KQL needs.").arg(connection.name);
    } else {
        error.message =
            Words::tr("The connection “%1” lacks the subscription, resource group or workspace name that "
                      "classic search needs.")
                .arg(connection.name);
    }
    return error;
}

void findAccess(const AccessServices &services, const Connection &connection, QObject *context,
                AccessHandler handler)
{
    if (connection.embedded) {
        services.local->whenReady(context,
                                  [handler = std::move(handler)](const Result<LocalWorkspaceAccess> &access) {
                                      if (access)
                                          handler(ConnectionAccess{access->connection, access->secret});
                                      else
                                          handler(failure(access.error()));
                                  });
        return;
    }
    AzureNetwork *network = &services.network;
    services.secrets.read(
        connection.id, context,
        [network, connection, context, handler = std::move(handler)](const Result<QString> &secret) {
            if (!secret) {
                handler(failure(noSecret(secret.error(), connection.name)));
                return;
            }
            network->whenReady(context,
                               [handler, found = ConnectionAccess{connection, *secret}] { handler(found); });
        });
}

} // namespace sonde
