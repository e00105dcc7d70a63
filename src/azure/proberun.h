#pragma once

#include "azure/probework.h"
#include "ports/secretstore.h"

namespace sonde {

class AzureNetwork;

/// One probe in the GUI thread: finds the secret, and then stands between the job and its work in the network
/// thread. Deletes itself when the probe has ended or its job is gone.
class ProbeRun final : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        AzureNetwork &network;
        SecretStore &secrets;
    };
    ProbeRun(const Services &services, ProbeJob *job, quint64 number, const Connection &connection,
             QObject *parent);
    ~ProbeRun() override;

    void start(const std::optional<QString> &secret);

private:
    bool refuse();
    void sendOff(const Result<QString> &secret);

    const Services m_services;
    ProbeOrder m_order;
    bool m_sent = false;
};

} // namespace sonde
