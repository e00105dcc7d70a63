#include "app/services.h"

#include "app/folders.h"
#include "kql/classictranslator.h"

#ifdef SONDE_LOCAL_ENGINE
#include "sandbox/embeddedworkspace.h"
#endif

#include <QCoreApplication>
#include <QFile>

namespace sonde {

namespace {

#ifndef SONDE_LOCAL_ENGINE
/// Stands where the program was built without DuckDB or the language service, and says so.
class NoWorkspace final : public LocalWorkspace
{
public:
    void whenReady(QObject *context, Handler handler) override
    {
        QMetaObject::invokeMethod(
            context,
            [handler = std::move(handler)] {
                handler(failure(
                    ErrorKind::Usage,
                    QCoreApplication::translate("Services", "This build has no embedded workspace."),
                    QCoreApplication::translate(
                        "Services", "Build Sonde with DuckDB and the Kusto language service to have it.")));
            },
            Qt::QueuedConnection);
    }
};
#endif

/// What the program suggests where the classic service is switched off: the same search as KQL, or nothing.
QString classicToKql(const QString &search)
{
    const auto translation = ClassicTranslator().translate(search, QDateTime::currentDateTimeUtc());
    return translation ? translation->kql : QString();
}

} // namespace

Services::Services()
    : m_clock(std::make_shared<SystemClock>())
    , m_keychain(QStringLiteral(SONDE_APPLICATION_ID))
    , m_secrets(&m_keychain)
    , m_connections(configFolder() + QStringLiteral("/connections.json"))
{
#ifdef SONDE_LOCAL_ENGINE
    SandboxServer::Options options;
    options.clock = m_clock;
    m_workspace = std::make_unique<EmbeddedWorkspace>(m_kql, options);
#else
    m_workspace = std::make_unique<NoWorkspace>();
#endif
    AzureNetwork::Options networkOptions;
    networkOptions.classicToKql = classicToKql;
    m_network = std::make_unique<AzureNetwork>(m_secrets, m_clock, networkOptions);
    m_runner = std::make_unique<AzureSearchRunner>(*m_network, m_secrets, m_workspace.get());
    m_probe = std::make_unique<AzureConnectionProbe>(*m_network, m_secrets);
    m_schemaSource = std::make_unique<AzureSchemaSource>(*m_network, m_secrets, m_workspace.get());
}

Services::~Services() = default;

void Services::warmUpWorkspace()
{
    m_workspace->whenReady(&m_context, [](const Result<LocalWorkspaceAccess> &) {});
}

Result<ConnectionWithSecret> readEndpointsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate("Services", "“%1” could not be read.").arg(path), {},
                       file.errorString());
    }
    return connectionFromEndpointsJson(file.readAll());
}

} // namespace sonde
