#pragma once

#include "azure/httpclient.h"
#include "core/error.h"

#include <QList>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
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
    struct Setup
    {
        QByteArray requestId; ///< the `x-ms-client-request-id` that was sent
        QString proxy;        ///< host and port of the proxy; empty: none
        std::shared_ptr<const Clock> clock;
        std::shared_ptr<Scheduler> scheduler;
        QPointer<RequestLog> log;
    };
    /// Made by HttpClient. Takes \a reply over.
    HttpReply(QNetworkReply *reply, const HttpRequest &request, Setup setup);
    ~HttpReply() override;

    /// 0 until the headers are there.
    int status() const;
    QByteArray header(const QByteArray &name) const;
    /// Seconds of `Retry-After`, given as a number or as a date.
    std::optional<int> retryAfterSeconds(const QDateTime &nowUtc) const;
    /// `Date`: the time where the answer was made.
    QDateTime date() const;
    QByteArray requestId() const { return m_setup.requestId; }
    QString host() const { return m_host; }
    /// Host and port of the proxy on the way; empty: none.
    QString proxy() const { return m_setup.proxy; }
    /// What the server showed, trusted or not; null before it did, and without TLS.
    QSslCertificate certificate() const { return m_certificate; }

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

    void log(const std::optional<Error> &error);

    const Setup m_setup;
    QNetworkReply *m_reply;
    QString m_host;
    QSslCertificate m_certificate;
    qint64 m_startMs;
    qint64 m_sizeCap;
    qint64 m_bytesRead = 0;
    QList<QSslError> m_sslErrors;
    std::optional<Error> m_error;
    bool m_ended = false;    ///< no more bytes will come
    bool m_finished = false; ///< finished() is sent or on its way
};

} // namespace sonde
