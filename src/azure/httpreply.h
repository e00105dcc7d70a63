#pragma once

#include "azure/httpclient.h"
#include "core/error.h"

#include <QList>
#include <QNetworkReply>
#include <QObject>
#include <QSslError>
#include <optional>

namespace sonde {

/// The answer to one request while it comes in. Bytes are read by who asked, at the pace it can take: what is
/// not read stays with the sender once the read buffer is full.
///
/// finished() comes once, asynchronously, after the last byte was read or with error(); nothing comes after
/// it. Deleting the reply ends the request without a signal. Lives in the network thread.
class HttpReply final : public QObject
{
    Q_OBJECT

public:
    /// Made by HttpClient. Takes \a reply over.
    HttpReply(QNetworkReply *reply, const HttpRequest &request, QByteArray requestId,
              std::shared_ptr<const Clock> clock, const std::shared_ptr<Scheduler> &scheduler);
    ~HttpReply() override;

    /// 0 until the headers are there.
    int status() const;
    QByteArray header(const QByteArray &name) const;
    /// Seconds of `Retry-After`, given as a number or as a date.
    std::optional<int> retryAfterSeconds(const QDateTime &nowUtc) const;
    /// The `x-ms-client-request-id` that was sent.
    QByteArray requestId() const { return m_requestId; }

    /// Up to \a maxSize bytes that have come; empty if there are none now.
    QByteArray read(qint64 maxSize);
    qint64 bytesRead() const { return m_bytesRead; }
    /// Why there was no whole answer. An HTTP status of 400 and more is an answer, not an error here.
    const std::optional<Error> &error() const { return m_error; }

    /// Ends the request with Cancelled.
    void cancel();

signals:
    /// Headers or bytes have come.
    void progressed();
    void finished();

private:
    void fail(Error error);
    void onReplyFinished();
    void onDeadline();
    void finishIfRead();
    void release();

    QNetworkReply *m_reply;
    QString m_host;
    QByteArray m_requestId;
    std::shared_ptr<const Clock> m_clock;
    qint64 m_startMs;
    qint64 m_sizeCap;
    qint64 m_bytesRead = 0;
    QList<QSslError> m_sslErrors;
    std::optional<Error> m_error;
    bool m_ended = false;    ///< no more bytes will come
    bool m_finished = false; ///< finished() is sent or on its way
};

} // namespace sonde
