#include "azure/searchwork.h"

namespace sonde {

namespace {

constexpr qint64 reportEveryMs = 100;
/// Clocks differ by seconds, and an answer takes some to be made; a range that is minutes off asks for other
/// rows.
constexpr qint64 worthMentioningSeconds = 5 * 60;

/// “24 h” or “12 min”.
QString roughly(qint64 seconds)
{
    //: %1: how many minutes a clock is wrong
    return seconds < 2 * 3600 ? SearchWork::tr("%1 min").arg((seconds + 30) / 60)
                              //: %1: how many hours a clock is wrong
                              : SearchWork::tr("%1 h").arg((seconds + 1800) / 3600);
}

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
    const qint64 ahead = job.head().clockAheadSeconds.value_or(0);
    const bool asksTheClock = m_order.query.range.kind() != TimeRange::Kind::Between;
    if (asksTheClock && ahead > worthMentioningSeconds) {
        info.warnings << tr("The clock of this machine is %1 ahead of that of the service, so the time range "
                            "was another than was meant.")
                             .arg(roughly(ahead));
    } else if (asksTheClock && ahead < -worthMentioningSeconds) {
        info.warnings << tr("The clock of this machine is %1 behind that of the service, so the time range "
                            "was another than was meant.")
                             .arg(roughly(-ahead));
    }
    return info;
}

AnswerSetup SearchWork::answerSetup() const
{
    return {m_services.http, m_services.clock, m_services.pool, m_order.cancel, m_services.limits};
}

} // namespace sonde
