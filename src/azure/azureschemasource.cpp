#include "azure/azureschemasource.h"

#include "azure/schemarun.h"

namespace sonde {

AzureSchemaSource::AzureSchemaSource(AzureNetwork &network, SecretStore &secrets, LocalWorkspace *local,
                                     QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_secrets(secrets)
    , m_local(local)
{}

AzureSchemaSource::~AzureSchemaSource()
{
    qDeleteAll(m_runs.findChildren<SchemaRun *>(QString(), Qt::FindDirectChildrenOnly));
}

SchemaJob *AzureSchemaSource::read(const Connection &connection)
{
    auto *job = new SchemaJob;
    auto *run = new SchemaRun({m_network, m_secrets, m_local}, job, ++m_lastNumber, connection, &m_runs);
    run->start();
    return job;
}

} // namespace sonde
