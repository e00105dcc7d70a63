#pragma once

#include "azure/logsqueryjob.h"
#include "azure/searchwork.h"

namespace sonde {

/// A run against the logs query service: one request, repeated after a refused token and, a few times, after
/// the service asked to wait.
class LogsQuery final : public SearchWork
{
    Q_OBJECT

public:
    using SearchWork::SearchWork;

protected:
    TokenRequest tokenRequest() const override;
    void proceed(const QByteArray &token) override;
    void stop() override;

private:
    void onFinished(LogsQueryJob *job);
    bool waitAndRepeat(const AnswerHead &head);

    LogsQueryJob *m_job = nullptr;
    int m_waits = 0;
};

} // namespace sonde
