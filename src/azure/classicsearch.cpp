#include "azure/classicsearch.h"

#include "azure/answererror.h"

namespace sonde {

namespace {

constexpr int firstDelayMs = 1000;
constexpr int longestDelayMs = 5000;
/// How long the service keeps a pending search (wire document, 5.4).
constexpr qint64 cacheMs = 6 * 60 * 1000;
constexpr int mostFailures = 3;
/// A classic answer is decoded as a whole, so its size is bounded by memory.
constexpr qint64 largestAnswer = 1024LL * 1024 * 1024;
/// Small answers need no byte count beside "pending".
constexpr qint64 worthReporting = 1024 * 1024;

} // namespace

TokenRequest ClassicSearch::tokenRequest() const
{
    return tokenRequestFor(QueryLanguage::Classic, order().connection, order().secret);
}

qint64 ClassicSearch::asked() const
{
    return order().query.top.value_or(defaultClassicTop);
}

void ClassicSearch::proceed(const QByteArray &token)
{
    if (!isLooking())
        report(SearchProgress::Stage::WaitingForService);
    AnswerSetup setup = answerSetup();
    setup.limits.inflated = std::min(setup.limits.inflated, largestAnswer);
    m_job = new ClassicSearchJob(setup, order().connection, this);
    connect(m_job, &AnswerJob::received, this, [this](qint64 bytes) {
        if (bytes >= worthReporting)
            reportBytes(bytes);
    });
    connect(m_job, &ClassicSearchJob::finished, this, [this] { onFinished(std::exchange(m_job, nullptr)); });
    if (isLooking()) {
        const qint64 left = std::max<qint64>(1, m_firstAnswerMs + cacheMs - nowMs());
        m_job->startLook(token, m_requestId, m_verb, std::chrono::milliseconds(left));
    } else {
        m_job->startSearch(token, order().query.text, asked(), range());
    }
}

void ClassicSearch::stop()
{
    delete std::exchange(m_job, nullptr);
}

void ClassicSearch::onFinished(ClassicSearchJob *job)
{
    const Result<ClassicAnswer> &answer = job->outcome();
    job->deleteLater();
    if (!answer && isTokenRefused(job->head().status, answer.error()) && signInAgain())
        return;
    if (answer) {
        tokenAccepted();
        m_failures = 0;
        onAnswer(*job, *answer);
    } else if (isLooking()) {
        onLookFailed(*job, answer.error());
    } else if (job->part() && leavesRows(answer.error())) {
        onBrokenOff(*job, *job->part(), answer.error());
    } else {
        onSearchRefused(answer.error());
    }
}

void ClassicSearch::onBrokenOff(const ClassicSearchJob &job, const ClassicAnswer &part, const Error &error)
{
    m_info = infoSoFar(job);
    show(part);
    ResultInfo info = complete(part);
    info.completeness = Completeness::Partial;
    info.reasons = QStringList{tr("The answer broke off after %Ln record(s).", nullptr,
                                  static_cast<int>(part.rows.rowCount())),
                               error.message} +
                   info.reasons;
    info.partialError = error;
    finish(std::move(info));
}

void ClassicSearch::onAnswer(const ClassicSearchJob &job, const ClassicAnswer &answer)
{
    const QString request = m_info.request;
    m_info = infoSoFar(job);
    // The search itself is worth more to a reader than the last look at it.
    if (!request.isEmpty())
        m_info.request = request;
    if (!answer.pending || answer.rows.rowCount() > 0)
        show(answer);
    m_last = answer;
    if (!answer.pending) {
        finish(complete(answer));
        return;
    }
    if (m_looks++ == 0) {
        m_firstAnswerMs = nowMs();
        m_requestId = answer.requestId;
    }
    report(SearchProgress::Stage::Pending, m_looks);
    if (m_requestId.isEmpty()) {
        Error error;
        error.kind = ErrorKind::Decode;
        error.message = tr("The service is still searching but did not say how to ask for the rest.");
        error.advice = tr("Run the search again.");
        error.remedy = Remedy::RunAgain;
        settle(error);
        return;
    }
    lookLater(job.head().retryAfterSeconds);
}

void ClassicSearch::show(const ClassicAnswer &answer)
{
    const bool same = m_shown && !answer.eTag.isEmpty() && answer.eTag == m_last.eTag &&
                      answer.rows.rowCount() == m_last.rows.rowCount();
    if (same)
        return;
    ResultChunk chunk;
    chunk.mode = m_shown ? ResultChunk::Mode::Replace : ResultChunk::Mode::Append;
    chunk.tableName = tr("Records");
    chunk.rows = answer.rows;
    m_shown = true;
    emit order().outlet->chunkReady(chunk);
}

void ClassicSearch::lookLater(std::optional<int> retryAfterSeconds)
{
    m_delayMs = m_delayMs == 0 ? firstDelayMs : std::min(longestDelayMs, m_delayMs * 3 / 2);
    const int delay = std::max(m_delayMs, retryAfterSeconds.value_or(0) * 1000);
    if (nowMs() + delay >= m_firstAnswerMs + cacheMs) {
        expire();
        return;
    }
    services().scheduler->callAfter(std::chrono::milliseconds(delay), this, [this] { signIn(); });
}

void ClassicSearch::onLookFailed(const ClassicSearchJob &job, const Error &error)
{
    const int status = job.head().status;
    if (nowMs() >= m_firstAnswerMs + cacheMs) {
        expire();
    } else if ((status == 404 || status == 405) && m_verb == ClassicSearchJob::Verb::Get) {
        // All recordings look by an empty POST; only Microsoft's Python sample uses GET.
        m_verb = ClassicSearchJob::Verb::Post;
        signIn();
    } else if (status == 410) {
        Error gone = error;
        gone.kind = ErrorKind::Gone;
        gone.message = tr("The service no longer has this search: it keeps one for 6 minutes.");
        gone.advice = tr("Run the search again.");
        gone.remedy = Remedy::RunAgain;
        settle(gone);
    } else if (status == 429 ||
               ((status >= 500 || error.kind == ErrorKind::Offline) && m_failures < mostFailures)) {
        if (status != 429)
            ++m_failures;
        lookLater(job.head().retryAfterSeconds);
    } else {
        settle(error);
    }
}

void ClassicSearch::onSearchRefused(Error error)
{
    if (error.kind == ErrorKind::Gone) {
        const QString kql = services().classicToKql ? services().classicToKql(order().query.text) : QString();
        error.message = tr("This service was switched off in 2019.");
        if (kql.isEmpty()) {
            error.advice = tr("Write the query in KQL and run that.");
            error.remedy = Remedy::None;
        } else {
            error.advice = tr("Run it as KQL.");
            error.remedy = Remedy::RunAsKql;
            error.suggestedQuery = kql;
        }
    }
    finish(failure(std::move(error)));
}

void ClassicSearch::expire()
{
    Error error;
    error.kind = ErrorKind::Timeout;
    error.message = tr("The service did not finish within the 6 minutes for which it keeps a search.");
    error.advice = tr("Search again, perhaps over a shorter time range.");
    error.remedy = Remedy::RunAgain;
    settle(error);
}

void ClassicSearch::settle(const Error &error)
{
    if (m_last.rows.rowCount() == 0) {
        finish(failure(error));
        return;
    }
    ResultInfo info = complete(m_last);
    info.completeness = Completeness::Partial;
    info.reasons.prepend(error.message);
    info.partialError = error;
    info.elapsedMs = nowMs() - order().startMs;
    finish(std::move(info));
}

QString ClassicSearch::capReason(qint64 returned, qint64 total) const
{
    if (returned >= asked())
        //: %L1: how many came; %L2: how many match
        return tr("%L1 of %L2 matching records are here: no more were asked for.").arg(returned).arg(total);
    if (asked() > classicRowCap) {
        //: %L1: how many came; %L2: how many match; %L3: the service’s limit; %L4: how many were asked for
        return tr("%L1 of %L2 matching records are here: the service returns at most %L3 at a time, though "
                  "%L4 were "
                  "asked for.")
            .arg(returned)
            .arg(total)
            .arg(classicRowCap)
            .arg(asked());
    }
    //: %L1: how many came; %L2: how many match
    return tr("%L1 of %L2 matching records are here.").arg(returned).arg(total);
}

ResultInfo ClassicSearch::complete(const ClassicAnswer &answer) const
{
    ResultInfo info = m_info;
    info.total = answer.total;
    info.top = answer.top;
    info.warnings += answer.warnings;
    info.pendingLooks = m_looks;
    const auto returned = static_cast<qint64>(answer.rows.rowCount());
    if (answer.total && *answer.total > returned) {
        info.completeness = Completeness::Capped;
        info.reasons << capReason(returned, *answer.total);
    }
    if (answer.partialResults || !answer.coreErrors.isEmpty()) {
        info.completeness = Completeness::Partial;
        info.reasons << tr("A part of the service’s index did not answer, so records may be missing.");
        info.reasons << answer.coreErrors;
    }
    return info;
}

} // namespace sonde
