#pragma once

#include "azure/azurenetwork.h"
#include "ports/localworkspace.h"
#include "ports/schemasource.h"

namespace sonde {

/// Asks workspaces for their tables over the network, at the logs query service's `/metadata`. Used from the
/// GUI thread; when it is deleted, its jobs say nothing more.
class AzureSchemaSource final : public QObject, public SchemaSource
{
    Q_OBJECT

public:
    /// \a network, \a secrets and \a local (which may be null) must outlive it.
    AzureSchemaSource(AzureNetwork &network, SecretStore &secrets, LocalWorkspace *local,
                      QObject *parent = nullptr);
    ~AzureSchemaSource() override;

    SchemaJob *read(const Connection &connection) override;

private:
    AzureNetwork &m_network;
    SecretStore &m_secrets;
    LocalWorkspace *m_local;
    QObject m_runs; ///< parent of the runs
    quint64 m_lastNumber = 0;
};

} // namespace sonde
