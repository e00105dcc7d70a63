#include "app/services.h"

#include "app/folders.h"
#include "kql/classictranslator.h"
#include "results/parquetwriter.h"

#ifdef SONDE_LOCAL_ENGINE
#include "import/importfolder.h"
#include "import/parquetexport.h"
#include "local/localschemasource.h"
#include "local/localsearchrunner.h"
#include "sandbox/embeddedworkspace.h"
#endif

#include <QCoreApplication>
#include <QFile>
#include <QThreadPool>

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

#ifdef SONDE_LOCAL_ENGINE
/// The person's own tables, and who searches and lists them beside the workspaces.
struct Services::LocalParts
{
    LocalParts(KqlService &kql, SearchRunner &others, SchemaSource &otherSchemas,
               std::shared_ptr<const Clock> clock)
        : tables(kql)
        , runner(tables, others, std::move(clock))
        , schemas(tables, otherSchemas)
    {}
    LocalTableStore tables;
    LocalSearchRunner runner;
    LocalSchemaSource schemas;
};
#else
struct Services::LocalParts
{};
#endif

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
#ifdef SONDE_LOCAL_ENGINE
    setParquetWriter(exportParquet);
    m_local = std::make_unique<LocalParts>(m_kql, *m_runner, *m_schemaSource, m_clock);
#endif
}

Services::~Services() = default;

#ifdef SONDE_LOCAL_ENGINE
SearchRunner &Services::runner()
{
    return m_local->runner;
}

SchemaSource &Services::schemaSource()
{
    return m_local->schemas;
}

LocalTables *Services::localTables()
{
    return &m_local->tables;
}

void Services::removeLeftTables()
{
    QThreadPool::globalInstance()->start([] { ImportFolder::removeAbandoned(); });
}
#else
SearchRunner &Services::runner()
{
    return *m_runner;
}

SchemaSource &Services::schemaSource()
{
    return *m_schemaSource;
}

LocalTables *Services::localTables()
{
    return nullptr;
}

void Services::removeLeftTables() {}
#endif

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
