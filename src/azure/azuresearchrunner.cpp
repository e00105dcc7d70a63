#include "azure/azuresearchrunner.h"

#include "azure/searchrun.h"

namespace sonde {

AzureSearchRunner::AzureSearchRunner(SecretStore &secrets, LocalWorkspace *local,
                                     std::shared_ptr<const Clock> clock, Options options, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_local(local)
    , m_clock(std::move(clock))
{
    if (!options.scheduler)
        options.scheduler = std::make_shared<TimerScheduler>();
    NetworkHost::Setup setup{m_clock,
                             std::move(options.scheduler),
                             {std::move(options.caFile), std::move(options.manager)},
                             options.limits,
                             std::move(options.classicToKql)};
    m_host = new NetworkHost(std::move(setup), m_pool);
    m_host->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("sonde-network"));
    m_thread.start();
}

AzureSearchRunner::~AzureSearchRunner()
{
    // First the runs, which tell their jobs; then the thread with the works; then the tasks that those left
    // behind.
    qDeleteAll(m_runs.findChildren<SearchRun *>(QString(), Qt::FindDirectChildrenOnly));
    m_thread.quit();
    m_thread.wait();
    m_pool.waitForDone();
}

SearchJob *AzureSearchRunner::run(const Query &query, const Connection &connection)
{
    auto *job = new SearchJob(++m_lastNumber);
    auto *run = new SearchRun({m_secrets, m_local, m_clock, *m_host}, job, query, connection, &m_runs);
    run->start();
    return job;
}

} // namespace sonde
