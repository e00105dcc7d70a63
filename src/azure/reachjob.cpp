#include "azure/reachjob.h"

#include "azure/httpreply.h"

namespace sonde {

namespace {

constexpr auto limit = std::chrono::seconds(30);
constexpr qint64 pieceSize = 64 * 1024;

} // namespace

ReachJob::ReachJob(HttpClient &client, std::shared_ptr<const Clock> clock, QObject *parent)
    : RequestJob(client, clock, parent)
    , m_clock(std::move(clock))
{}

void ReachJob::start(const QUrl &address)
{
    HttpRequest http;
    http.url.setScheme(address.scheme());
    http.url.setHost(address.host());
    http.url.setPort(address.port());
    http.url.setPath(QStringLiteral("/"));
    http.inactivityTimeout = limit;
    http.deadline = limit;
    send(http);
}

void ReachJob::onProgress()
{
    // What it says does not matter. (Qt warns of itself where a reply is ended at its headers.)
    while (!reply().read(pieceSize).isEmpty()) {
    }
}

void ReachJob::onReplyFinished()
{
    if (!claimFinish())
        return;
    m_certificate = reply().certificate();
    if (const QDateTime date = reply().date(); date.isValid())
        m_secondsAhead = date.secsTo(m_clock->nowUtc());
    // Any answer will do; a redirect to elsewhere, which is not followed, is one too.
    const std::optional<Error> error = reply().error();
    if (head().status == 0 && error && error->kind != ErrorKind::Service)
        m_outcome = failure(*error);
    emit finished();
}

} // namespace sonde
