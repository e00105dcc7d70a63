#pragma once

#include "azure/requestjob.h"
#include "core/result.h"

#include <QDateTime>
#include <QSslCertificate>

namespace sonde {

/// Asks a host for its root, only to see whether it can be reached and trusted: any answer will do.
class ReachJob final : public RequestJob
{
    Q_OBJECT

public:
    ReachJob(HttpClient &client, std::shared_ptr<const Clock> clock, QObject *parent);
    /// \a address of which scheme, host and port count.
    void start(const QUrl &address);

    // After finished():
    const Result<void> &outcome() const { return m_outcome; }
    /// What the host showed, also where it was not trusted; null where there was none.
    const QSslCertificate &certificate() const { return m_certificate; }
    /// How far this machine's clock is ahead of the host's; 0 where the host did not say.
    qint64 secondsAhead() const { return m_secondsAhead; }

signals:
    void finished();

protected:
    void onProgress() override;
    void onReplyFinished() override;

private:
    std::shared_ptr<const Clock> m_clock;
    Result<void> m_outcome;
    QSslCertificate m_certificate;
    qint64 m_secondsAhead = 0;
};

} // namespace sonde
