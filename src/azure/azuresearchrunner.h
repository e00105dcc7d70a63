#pragma once

#include "azure/azurenetwork.h"
#include "ports/localworkspace.h"
#include "ports/searchrunner.h"

namespace sonde {

/// Runs queries over the network: KQL at the logs query service, classic text at the classic search service.
/// Used from the GUI thread. When it is deleted, jobs that still run end with Cancelled.
class AzureSearchRunner final : public QObject, public SearchRunner
{
    Q_OBJECT

public:
    /// \a network, \a secrets and \a local (which may be null) must outlive it.
    AzureSearchRunner(AzureNetwork &network, SecretStore &secrets, LocalWorkspace *local,
                      QObject *parent = nullptr);
    ~AzureSearchRunner() override;

    SearchJob *run(const Query &query, const Connection &connection) override;

private:
    AzureNetwork &m_network;
    SecretStore &m_secrets;
    LocalWorkspace *m_local;
    QObject m_runs; ///< parent of the runs
    quint64 m_lastNumber = 0;
};

} // namespace sonde
