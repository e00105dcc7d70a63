#include "azure/searchrun.h"

#include "azure/azurenetwork.h"
#include "core/querycheck.h"

namespace sonde {

SearchRun::SearchRun(const AccessServices &services, SearchJob *job, Query query, Connection connection,
                     QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_order.number = job->number();
    m_order.query = std::move(query);
    m_order.connection = std::move(connection);
    m_order.cancel = job->cancelState();
    m_order.outlet = std::make_shared<SearchOutlet>();
    m_order.startMs = services.network.clock()->monotonicMs();
    // Queued, so that nothing comes from within run() or cancel(), and in the order in which it was sent.
    const SearchOutlet *outlet = m_order.outlet.get();
    connect(outlet, &SearchOutlet::progressed, job, &SearchJob::reportProgress, Qt::QueuedConnection);
    connect(outlet, &SearchOutlet::chunkReady, job, &SearchJob::deliver, Qt::QueuedConnection);
    connect(outlet, &SearchOutlet::finished, job, &SearchJob::finish, Qt::QueuedConnection);
    connect(
        outlet, &SearchOutlet::finished, this, [this] { m_finished = true; }, Qt::QueuedConnection);
    connect(outlet, &SearchOutlet::finished, this, &QObject::deleteLater, Qt::QueuedConnection);
    connect(job, &SearchJob::cancelRequested, this, &SearchRun::onCancelRequested);
}

SearchRun::~SearchRun()
{
    if (m_finished)
        return;
    m_order.cancel->cancel();
    if (m_sent)
        cancelAtHost();
    finish(failure(ErrorKind::Cancelled, tr("The search was stopped.")));
}

void SearchRun::start()
{
    std::optional<Error> error = problemOf(m_order.query);
    if (!error)
        error = problemOf(m_order.connection, m_order.query.language, m_services);
    if (error) {
        finish(failure(*error));
        return;
    }
    report(m_order.connection.embedded ? SearchProgress::Stage::StartingWorkspace
                                       : SearchProgress::Stage::SigningIn);
    findAccess(m_services, m_order.connection, this, [this](const Result<ConnectionAccess> &access) {
        if (m_finished)
            return;
        if (!access) {
            finish(failure(access.error()));
            return;
        }
        m_order.connection = access->connection;
        m_order.secret = access->secret;
        sendOff();
    });
}

void SearchRun::sendOff()
{
    m_sent = true;
    NetworkHost *host = &m_services.network.host();
    QMetaObject::invokeMethod(
        host, [host, order = m_order] { host->startSearch(order); }, Qt::QueuedConnection);
    // The host has its own copy now.
    m_order.secret.clear();
}

void SearchRun::onCancelRequested()
{
    if (m_finished)
        return;
    if (!m_sent) {
        finish(failure(ErrorKind::Cancelled, tr("The search was stopped.")));
        return;
    }
    cancelAtHost();
}

void SearchRun::cancelAtHost()
{
    NetworkHost *host = &m_services.network.host();
    QMetaObject::invokeMethod(
        host, [host, number = m_order.number] { host->cancelSearch(number); }, Qt::QueuedConnection);
}

void SearchRun::report(SearchProgress::Stage stage)
{
    SearchProgress progress;
    progress.stage = stage;
    emit m_order.outlet->progressed(progress);
}

void SearchRun::finish(const Result<ResultInfo> &outcome)
{
    m_finished = true;
    emit m_order.outlet->finished(outcome);
}

} // namespace sonde
