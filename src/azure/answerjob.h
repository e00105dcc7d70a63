#pragma once

#include "azure/decodeworker.h"
#include "azure/requestjob.h"

namespace sonde {

/// What every request for rows needs besides its own parameters.
struct AnswerSetup
{
    HttpClient &client;
    std::shared_ptr<const Clock> clock;
    QThreadPool &pool;
    CancelStatePtr cancel;
    DecodeWorker::Limits limits;
    qint64 wireCap = 1024LL * 1024 * 1024; ///< packed bytes of one answer
};

/// A request whose answer, if it is one, goes piece by piece to a decode worker; the body of a refusal is
/// collected.
class AnswerJob : public RequestJob
{
    Q_OBJECT

public:
    AnswerJob(const AnswerSetup &setup, QObject *parent);
    ~AnswerJob() override;

    /// The first 64 KiB of the answer, inflated; after the end.
    QByteArray answerHead() const;
    /// Size of the answer, inflated; after the end.
    qint64 answerBytes() const;
    /// The request as sent, without credentials.
    const QString &description() const { return m_description; }

signals:
    /// So many bytes of the answer have come over the wire.
    void received(qint64 bytes);

protected:
    void start(HttpRequest request, std::shared_ptr<BodyReader> reader);
    /// The end: no error means that the reader has read it all, or had enough.
    virtual void onAnswered(const std::optional<Error> &error) = 0;
    /// What a status other than 200, 202 and 204 means; \a body is inflated.
    virtual Error refusal(const QByteArray &body) const = 0;
    /// What 200 with nothing behind it means.
    virtual Error emptyAnswer() const = 0;

    void onProgress() override;
    void onReplyFinished() override;

private:
    void pump();
    void conclude(std::optional<Error> error);
    std::optional<Error> wrongContent() const;

    const AnswerSetup m_setup;
    std::shared_ptr<BodyReader> m_reader;
    DecodeWorker *m_worker = nullptr;
    QString m_description;
    QByteArray m_collected; ///< of a refusal, packed
    QByteArray m_refusal;   ///< inflated
    std::optional<Error> m_transportError;
};

} // namespace sonde
