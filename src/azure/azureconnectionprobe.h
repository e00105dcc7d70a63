#pragma once

#include "azure/azurenetwork.h"
#include "ports/connectionprobe.h"

namespace sonde {

/// Tries connections over the network: names, certificates, the sign-in with a token that is kept nowhere,
/// and a search that costs nothing. The embedded workspace passes without a step. Used from the GUI thread;
/// when it is deleted, its jobs say nothing more.
class AzureConnectionProbe final : public QObject, public ConnectionProbe
{
    Q_OBJECT

public:
    /// \a network and \a secrets must outlive it.
    AzureConnectionProbe(AzureNetwork &network, SecretStore &secrets, QObject *parent = nullptr);
    ~AzureConnectionProbe() override;

    ProbeJob *probe(const Connection &connection, const std::optional<QString> &secret) override;

private:
    AzureNetwork &m_network;
    SecretStore &m_secrets;
    QObject m_runs; ///< parent of the runs
    quint64 m_lastNumber = 0;
};

} // namespace sonde
