#include "azure/azureconnectionprobe.h"

#include "azure/proberun.h"

namespace sonde {

AzureConnectionProbe::AzureConnectionProbe(AzureNetwork &network, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_secrets(secrets)
{}

AzureConnectionProbe::~AzureConnectionProbe()
{
    qDeleteAll(m_runs.findChildren<ProbeRun *>(QString(), Qt::FindDirectChildrenOnly));
}

ProbeJob *AzureConnectionProbe::probe(const Connection &connection, const std::optional<QString> &secret)
{
    auto *job = new ProbeJob;
    auto *run = new ProbeRun({m_network, m_secrets}, job, ++m_lastNumber, connection, &m_runs);
    run->start(secret);
    return job;
}

} // namespace sonde
