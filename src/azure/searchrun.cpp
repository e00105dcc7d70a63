#include "azure/searchrun.h"

#include "azure/azurenetwork.h"
#include "core/querycheck.h"

namespace sonde {

SearchRun::SearchRun(const Services &services, SearchJob *job, Query query, Connection connection,
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
    if (const std::optional<Error> error = problem())
        finish(failure(*error));
    else if (m_order.connection.embedded)
        startWorkspace();
    else
        readSecret();
}

std::optional<Error> SearchRun::problem() const
{
    const Query &query = m_order.query;
    Error error;
    error.kind = ErrorKind::Usage;
    if (auto refused = problemOf(query))
        return refused;
    if (m_order.connection.embedded) {
        if (m_services.local)
            return {};
        error.message = tr("This build has no embedded workspace.");
        error.advice = tr("Add a connection to a workspace of yours.");
        return error;
    }
    const QStringList problems = problemsOf(m_order.connection);
    const bool offered = m_order.connection.offers(query.language);
    if (problems.isEmpty() && offered)
        return {};
    error.remedy = Remedy::EditConnection;
    error.advice = tr("Edit the connection.");
    if (!problems.isEmpty()) {
        error.message = problems.first();
        error.detail = problems.join(u'\n');
    } else if (query.language == QueryLanguage::Kql) {
        error.message =
            tr("The connection “%1” has no workspace id, which KQL needs.").arg(m_order.connection.name);
    } else {
        error.message =
            tr("The connection “%1” lacks the subscription, resource group or workspace name that classic "
               "search needs.")
                .arg(m_order.connection.name);
    }
    return error;
}

void SearchRun::startWorkspace()
{
    report(SearchProgress::Stage::StartingWorkspace);
    m_services.local->whenReady(this, [this](const Result<LocalWorkspaceAccess> &access) {
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

void SearchRun::readSecret()
{
    report(SearchProgress::Stage::SigningIn);
    m_services.secrets.read(m_order.connection.id, this, [this](const Result<QString> &secret) {
        if (m_finished)
            return;
        if (secret) {
            m_order.secret = *secret;
            m_services.network.whenReady(this, [this] {
                if (!m_finished)
                    sendOff();
            });
            return;
        }
        Error error = secret.error();
        if (error.kind == ErrorKind::NotFound) {
            error.message = tr("No secret is stored for the connection “%1”.").arg(m_order.connection.name);
            error.advice = tr("Enter the client secret in the connection.");
            error.remedy = Remedy::EditConnection;
        } else if (error.kind == ErrorKind::NoKeychain) {
            error.message =
                tr("The secret of the connection “%1” is not known: this machine has no keychain.")
                    .arg(m_order.connection.name);
            error.advice = tr("Enter the client secret in the connection; it is kept until Sonde is closed.");
            error.remedy = Remedy::EditConnection;
        }
        finish(failure(std::move(error)));
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
