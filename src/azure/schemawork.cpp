#include "azure/schemawork.h"

#include "azure/answererror.h"

namespace sonde {

namespace {

/// The window of the service's limit of requests (wire document, 1.14), where a 429 does not say how long.
constexpr int usualWaitSeconds = 30;
/// Nobody waits for the tables: a longer wait is left to the next asking.
constexpr int longestWaitSeconds = 180;

} // namespace

SchemaWork::SchemaWork(const SearchServices &services, SchemaOrder order, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_order(std::move(order))
{}

SchemaWork::~SchemaWork()
{
    m_cancel->cancel();
}

void SchemaWork::start()
{
    signIn();
}

TokenRequest SchemaWork::tokenRequest() const
{
    return tokenRequestFor(QueryLanguage::Kql, m_order.connection, m_order.secret);
}

void SchemaWork::signIn()
{
    m_services.tokens.request(tokenRequest(), this, [this](const Result<QByteArray> &token) {
        if (token)
            ask(*token);
        else
            finish(failure(token.error()));
    });
}

void SchemaWork::ask(const QByteArray &token)
{
    m_token = token;
    auto *job =
        new MetadataJob({m_services.http, m_services.clock, m_services.pool, m_cancel, m_services.limits},
                        m_order.connection, this);
    connect(job, &MetadataJob::finished, this, [this, job] {
        job->deleteLater();
        onAnswered(*job);
    });
    job->start(token);
}

void SchemaWork::onAnswered(const MetadataJob &job)
{
    if (!repeats(job))
        finish(job.outcome());
}

/// Whether the request is sent once more, because it may go better then.
bool SchemaWork::repeats(const MetadataJob &job)
{
    if (job.outcome())
        return false;
    if (isTokenRefused(job.head().status, job.outcome().error())) {
        m_services.tokens.drop(tokenRequest(), m_token);
        if (std::exchange(m_signedInAgain, true))
            return false;
        signIn();
        return true;
    }
    const int seconds = job.head().retryAfterSeconds.value_or(usualWaitSeconds);
    if (job.head().status != 429 || seconds > longestWaitSeconds || std::exchange(m_waited, true))
        return false;
    m_services.scheduler->callAfter(std::chrono::seconds(seconds), this, [this] { signIn(); });
    return true;
}

void SchemaWork::finish(const Result<KqlSchemaPtr> &outcome)
{
    emit m_order.outlet->finished(outcome);
    emit done();
}

} // namespace sonde
