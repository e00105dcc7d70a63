#pragma once

#include "azure/azureconnectionprobe.h"
#include "azure/azureschemasource.h"
#include "azure/azuresearchrunner.h"
#include "core/clock.h"
#include "core/endpointsjson.h"
#include "kql/kqlservice.h"
#include "ports/localtables.h"
#include "ports/localworkspace.h"
#include "secrets/sessionsecretstore.h"
#include "secrets/systemkeychain.h"
#include "stores/connectionstore.h"

#include <memory>

namespace sonde {

/// Everything that the program's parts share, made once by main() and lent by reference. Nothing here does
/// work before it is first asked: no keychain, no language service, no database at start-up.
class Services
{
public:
    Services();
    ~Services();
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;

    const Clock &clock() const { return *m_clock; }
    SessionSecretStore &secrets() { return m_secrets; }
    ConnectionStore &connections() { return m_connections; }
    AzureNetwork &network() { return *m_network; }
    SearchRunner &runner();
    ConnectionProbe &probe() { return *m_probe; }
    SchemaSource &schemaSource();
    /// Null where the program was built without its engine.
    LocalTables *localTables();
    KqlService &kql() { return m_kql; }
    /// Removes, in the background, tables that a program left which was killed.
    static void removeLeftTables();
    /// Starts the embedded workspace in the background, so that the first query need not wait for all of it.
    void warmUpWorkspace();

private:
    struct LocalParts;

    std::shared_ptr<const Clock> m_clock;
    KqlService m_kql;
    SystemKeychain m_keychain;
    SessionSecretStore m_secrets;
    ConnectionStore m_connections;
    std::unique_ptr<LocalWorkspace> m_workspace;
    QObject m_context;
    std::unique_ptr<AzureNetwork> m_network;
    std::unique_ptr<AzureSearchRunner> m_runner;
    std::unique_ptr<AzureConnectionProbe> m_probe;
    std::unique_ptr<AzureSchemaSource> m_schemaSource;
    std::unique_ptr<LocalParts> m_local; ///< null where the program was built without its engine
};

/// The connection of a file with sonde-sandbox's JSON line.
Result<ConnectionWithSecret> readEndpointsFile(const QString &path);

} // namespace sonde
