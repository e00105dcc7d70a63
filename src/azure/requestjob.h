#pragma once

#include "azure/httpclient.h"

#include <QObject>
#include <memory>
#include <optional>

namespace sonde {

/// What an answer says before its body.
struct AnswerHead
{
    int status = 0;
    QByteArray contentType;
    QByteArray encoding;
    std::optional<int> retryAfterSeconds;
    std::optional<qint64> clockAheadSeconds; ///< how far this machine's clock is ahead of the answer's Date
    QByteArray requestId;                    ///< the x-ms-client-request-id that was sent
    QString host;                            ///< who was asked
    QString proxy;                           ///< host and port of the proxy on the way; empty: none
};

/// What all requests to a service have in common: one reply, and an end that comes once. Each kind of request
/// is a class of its own with a finished() signal and an outcome of its own type; deleting it ends the
/// request without a signal. Lives in the network thread.
class RequestJob : public QObject
{
    Q_OBJECT

public:
    RequestJob(HttpClient &client, std::shared_ptr<const Clock> clock, QObject *parent);
    ~RequestJob() override;

    const AnswerHead &head() const { return m_head; }

protected:
    /// An address as configured, ready for a path behind it.
    static QByteArray baseOf(const QUrl &address);
    void send(const HttpRequest &request);
    bool hasReply() const { return m_reply != nullptr; }
    HttpReply &reply() { return *m_reply; }
    /// Lets the connection go; nothing more is heard of it.
    void dropReply();
    /// True for the first caller only: who gets true emits finished().
    bool claimFinish();

    /// Headers or bytes have come.
    virtual void onProgress() = 0;
    /// The last byte was read, or the reply has an error.
    virtual void onReplyFinished() = 0;

private:
    void readHead();

    HttpClient &m_client;
    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<HttpReply> m_reply;
    AnswerHead m_head;
    bool m_finished = false;
};

} // namespace sonde
