#include "azure/requestjob.h"

#include "azure/httpreply.h"

namespace sonde {

RequestJob::RequestJob(HttpClient &client, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(std::move(clock))
{}

RequestJob::~RequestJob() = default;

QByteArray RequestJob::baseOf(const QUrl &address)
{
    QByteArray base = address.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (base.endsWith('/'))
        base.chop(1);
    return base;
}

void RequestJob::send(const HttpRequest &request)
{
    Q_ASSERT(!m_reply);
    m_reply = m_client.send(request);
    connect(m_reply.get(), &HttpReply::progressed, this, [this] {
        readHead();
        if (m_head.status != 0)
            onProgress();
    });
    connect(m_reply.get(), &HttpReply::finished, this, [this] {
        readHead();
        onReplyFinished();
    });
}

void RequestJob::readHead()
{
    if (m_head.status != 0 || m_reply->status() == 0)
        return;
    m_head.status = m_reply->status();
    m_head.contentType = m_reply->header("Content-Type").toLower();
    m_head.encoding = m_reply->header("Content-Encoding").trimmed().toLower();
    m_head.retryAfterSeconds = m_reply->retryAfterSeconds(m_clock->nowUtc());
    if (const QDateTime date = m_reply->date(); date.isValid())
        m_head.clockAheadSeconds = date.secsTo(m_clock->nowUtc());
    m_head.requestId = m_reply->requestId();
    m_head.host = m_reply->host();
    m_head.proxy = m_reply->proxy();
}

void RequestJob::dropReply()
{
    // Often called from within one of the reply's own signals.
    if (HttpReply *gone = m_reply.release()) {
        gone->disconnect(this);
        gone->cancel();
        gone->deleteLater();
    }
}

bool RequestJob::claimFinish()
{
    if (m_finished)
        return false;
    m_finished = true;
    return true;
}

} // namespace sonde
