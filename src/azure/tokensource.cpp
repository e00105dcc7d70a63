#include "azure/tokensource.h"

#include <QCryptographicHash>

namespace sonde {

namespace {

constexpr int marginSeconds = 5 * 60;

/// Seconds after which a new token is asked for.
int usableSeconds(const Token &token)
{
    const int beforeEnd = std::max(token.lifetimeSeconds - marginSeconds, token.lifetimeSeconds / 2);
    return token.refreshInSeconds ? std::min(*token.refreshInSeconds, beforeEnd) : beforeEnd;
}

} // namespace

TokenSource::TokenSource(HttpClient &client, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(std::move(clock))
{}

QByteArray TokenSource::keyOf(const TokenRequest &request)
{
    // The secret belongs to the key (as a hash): a corrected or mistyped secret must be tried, not answered
    // from here.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList parts{request.authority.toString(),
                            request.tenant.toLower(),
                            request.clientId.toLower(),
                            request.audience,
                            QString::number(static_cast<int>(request.version)),
                            request.secret};
    for (const QString &part : parts) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result();
}

void TokenSource::request(const TokenRequest &request, QObject *context, Handler handler)
{
    const QByteArray key = keyOf(request);
    std::shared_ptr<Entry> &entry = m_entries[key];
    if (!entry)
        entry = std::make_shared<Entry>();
    if (!entry->token.isEmpty() && m_clock->nowUtc() < entry->useUntil) {
        QMetaObject::invokeMethod(
            context, [handler = std::move(handler), token = entry->token] { handler(token); },
            Qt::QueuedConnection);
        return;
    }
    entry->token.clear();
    entry->waiters.push_back({context, std::move(handler)});
    if (entry->job)
        return;
    entry->job = new TokenJob(m_client, m_clock, request, this);
    connect(entry->job, &TokenJob::finished, this, [this, key] { onFinished(key); });
    entry->job->start();
}

void TokenSource::onFinished(const QByteArray &key)
{
    const std::shared_ptr<Entry> entry = m_entries.value(key);
    TokenJob *job = std::exchange(entry->job, nullptr);
    job->deleteLater();
    const Result<Token> &token = job->outcome();
    if (token) {
        entry->token = token->value;
        entry->useUntil = m_clock->nowUtc().addSecs(usableSeconds(*token));
    }
    const std::vector<Waiter> waiters = std::exchange(entry->waiters, {});
    const Result<QByteArray> answer = token ? Result<QByteArray>(token->value) : failure(token.error());
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.handler(answer);
    }
}

void TokenSource::drop(const TokenRequest &request, const QByteArray &token)
{
    const std::shared_ptr<Entry> entry = m_entries.value(keyOf(request));
    if (entry && entry->token == token)
        entry->token.clear();
}

} // namespace sonde
