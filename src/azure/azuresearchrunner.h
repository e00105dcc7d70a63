#pragma once

#include "azure/networkhost.h"
#include "ports/localworkspace.h"
#include "ports/searchrunner.h"
#include "ports/secretstore.h"

#include <QThread>
#include <QThreadPool>

namespace sonde {

/// Runs queries over the network: KQL at the logs query service, classic text at the classic search service.
/// Owns the network thread and the decode workers. Used from the GUI thread. When it is deleted, jobs that
/// still run end with Cancelled.
class AzureSearchRunner final : public QObject, public SearchRunner
{
    Q_OBJECT

public:
    struct Options
    {
        QString caFile;                       ///< PEM certificates trusted in addition to the machine's
        HttpClient::ManagerFactory manager;   ///< for tests; called in the network thread
        std::shared_ptr<Scheduler> scheduler; ///< empty: real timers
        DecodeWorker::Limits limits;
        /// Classic text to KQL for “run it as KQL”, or nothing; called in the network thread. May be empty.
        std::function<QString(const QString &)> classicToKql;
    };

    /// \a secrets and \a local (which may be null) must outlive it.
    AzureSearchRunner(SecretStore &secrets, LocalWorkspace *local, std::shared_ptr<const Clock> clock,
                      Options options = {}, QObject *parent = nullptr);
    ~AzureSearchRunner() override;

    SearchJob *run(const Query &query, const Connection &connection) override;

private:
    SecretStore &m_secrets;
    LocalWorkspace *m_local;
    std::shared_ptr<const Clock> m_clock;
    QThreadPool m_pool;
    QThread m_thread;
    NetworkHost *m_host; ///< lives in m_thread, deleted when it ends
    QObject m_runs;      ///< parent of the runs
    quint64 m_lastNumber = 0;
};

} // namespace sonde
