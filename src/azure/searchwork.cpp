#include "azure/searchwork.h"

namespace sonde {

namespace {

constexpr qint64 reportEveryMs = 100;

} // namespace

SearchWork::SearchWork(const SearchServices &services, SearchOrder order, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_order(std::move(order))
    , m_range(m_order.query.range.resolve(services.clock->nowUtc()))
{}

SearchWork::~SearchWork() = default;

void SearchWork::start()
{
    if (m_order.cancel->isCancelled())
        cancel();
    else
        signIn();
}

void SearchWork::signIn()
{
    // With a token from before, this is but a look at its age.
    if (m_token.isEmpty())
        report(SearchProgress::Stage::SigningIn);
    m_services.tokens.request(tokenRequest(), this, [this](const Result<QByteArray> &token) {
        if (m_finished)
            return;
        if (!token) {
            finish(failure(token.error()));
            return;
        }
        m_token = *token;
        proceed(m_token);
    });
}

bool SearchWork::signInAgain()
{
    m_services.tokens.drop(tokenRequest(), m_token);
    m_token.clear();
    if (std::exchange(m_triedAgain, true))
        return false;
    signIn();
    return true;
}

void SearchWork::cancel()
{
    if (m_finished)
        return;
    stop();
    finish(failure(ErrorKind::Cancelled, tr("The search was stopped.")));
}

void SearchWork::report(SearchProgress::Stage stage, int looks, int retrySeconds)
{
    SearchProgress progress;
    progress.stage = stage;
    progress.looks = looks;
    progress.retrySeconds = retrySeconds;
    emit m_order.outlet->progressed(progress);
}

void SearchWork::reportBytes(qint64 bytes)
{
    const qint64 now = nowMs();
    if (m_lastReportMs != 0 && now - m_lastReportMs < reportEveryMs)
        return;
    m_lastReportMs = now;
    SearchProgress progress;
    progress.stage = SearchProgress::Stage::Receiving;
    progress.bytes = bytes;
    emit m_order.outlet->progressed(progress);
}

void SearchWork::finish(Result<ResultInfo> outcome)
{
    if (m_finished)
        return;
    m_finished = true;
    emit m_order.outlet->finished(outcome);
    emit done();
}

ResultInfo SearchWork::infoSoFar(const AnswerJob &job) const
{
    ResultInfo info;
    info.range = m_range;
    info.request = job.description();
    info.rawAnswer = job.answerHead();
    info.answerBytes = job.answerBytes();
    info.elapsedMs = nowMs() - m_order.startMs;
    return info;
}

AnswerSetup SearchWork::answerSetup() const
{
    return {m_services.http, m_services.clock, m_services.pool, m_order.cancel, m_services.limits};
}

} // namespace sonde
