#include "azure/azuresearchrunner.h"

#include "azure/searchrun.h"

namespace sonde {

AzureSearchRunner::AzureSearchRunner(AzureNetwork &network, SecretStore &secrets, LocalWorkspace *local,
                                     QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_secrets(secrets)
    , m_local(local)
{}

AzureSearchRunner::~AzureSearchRunner()
{
    // They tell their jobs.
    qDeleteAll(m_runs.findChildren<SearchRun *>(QString(), Qt::FindDirectChildrenOnly));
}

SearchJob *AzureSearchRunner::run(const Query &query, const Connection &connection)
{
    auto *job = new SearchJob(++m_lastNumber);
    auto *run = new SearchRun({m_network, m_secrets, m_local}, job, query, connection, &m_runs);
    run->start();
    return job;
}

} // namespace sonde
