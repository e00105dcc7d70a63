#include "azure/logsquery.h"

#include "azure/answererror.h"

namespace sonde {

namespace {

constexpr int mostWaits = 3;
/// Where a 429 does not say how long; doubled each time.
constexpr int firstWaitSeconds = 5;
/// The window of the service's own limit is 30 s, its longest queue three minutes (wire document, 1.14); a
/// person is not kept waiting longer than that.
constexpr int longestWaitSeconds = 180;

} // namespace

TokenRequest LogsQuery::tokenRequest() const
{
    return tokenRequestFor(QueryLanguage::Kql, order().connection, order().secret);
}

void LogsQuery::proceed(const QByteArray &token)
{
    report(SearchProgress::Stage::WaitingForService);
    LogsQueryRequest request;
    request.base = order().connection.endpoints().logs;
    request.workspaceId = order().connection.workspaceId;
    request.text = order().query.text;
    request.range = range();
    request.serverTimeoutSeconds = order().query.serverTimeoutSeconds;
    request.rowLimit = order().query.top;
    m_job = new LogsQueryJob(
        answerSetup(), request,
        [outlet = order().outlet](const ResultChunk &chunk) { emit outlet->chunkReady(chunk); }, this);
    connect(m_job, &AnswerJob::received, this, [this](qint64 bytes) { reportBytes(bytes); });
    connect(m_job, &LogsQueryJob::finished, this, [this] { onFinished(std::exchange(m_job, nullptr)); });
    m_job->start(token);
}

void LogsQuery::stop()
{
    delete std::exchange(m_job, nullptr);
}

bool LogsQuery::waitAndRepeat(const AnswerHead &head)
{
    const int seconds = head.retryAfterSeconds.value_or(firstWaitSeconds << m_waits);
    if (m_waits >= mostWaits || seconds > longestWaitSeconds)
        return false;
    ++m_waits;
    report(SearchProgress::Stage::RateLimited, 0, seconds);
    services().scheduler->callAfter(std::chrono::seconds(seconds), this, [this] { signIn(); });
    return true;
}

void LogsQuery::onFinished(LogsQueryJob *job)
{
    const Result<LogsOutcome> &outcome = job->outcome();
    job->deleteLater();
    ResultInfo info = infoSoFar(*job);
    if (!outcome) {
        const Error &error = outcome.error();
        if (isTokenRefused(job->head().status, error) && signInAgain())
            return;
        if (job->head().status == 429 && waitAndRepeat(job->head()))
            return;
        if (job->rows() == 0 || !leavesRows(error)) {
            finish(failure(error));
            return;
        }
        info.completeness = Completeness::Partial;
        info.reasons << tr("The answer broke off after %Ln row(s).", nullptr, static_cast<int>(job->rows()))
                     << error.message;
        info.partialError = error;
        finish(std::move(info));
        return;
    }
    if (outcome->answer) {
        info.statistics = outcome->answer->statistics;
        info.render = outcome->answer->render;
        info.warnings += outcome->answer->warnings;
    }
    if (outcome->capped) {
        info.completeness = Completeness::Capped;
        info.reasons << tr("Only the first %Ln row(s) were asked for; there are more.", nullptr,
                           static_cast<int>(outcome->rows));
    }
    if (outcome->answer && outcome->answer->partialError) {
        info.completeness = Completeness::Partial;
        info.partialError = outcome->answer->partialError;
        info.reasons << info.partialError->message;
    }
    finish(std::move(info));
}

} // namespace sonde
