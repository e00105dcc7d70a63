#pragma once

#include "azure/tokenjob.h"

#include <QHash>
#include <QPointer>
#include <functional>
#include <vector>

namespace sonde {

/// Access tokens, kept in memory until shortly before they expire: until `refresh_in` where the service says
/// it, else until five minutes before the end. However many wait for the same token, one request is in
/// flight. Lives in the network thread.
class TokenSource final : public QObject
{
    Q_OBJECT

public:
    TokenSource(HttpClient &client, std::shared_ptr<const Clock> clock, QObject *parent = nullptr);

    using Handler = std::function<void(const Result<QByteArray> &token)>;
    /// Answers later, never from within the call, and not at all once \a context (of this thread) is gone.
    void request(const TokenRequest &request, QObject *context, Handler handler);
    /// The service refused \a token: it is forgotten, unless another has taken its place meanwhile.
    void drop(const TokenRequest &request, const QByteArray &token);

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Handler handler;
    };
    struct Entry
    {
        QByteArray token;
        QDateTime useUntil;
        TokenJob *job = nullptr; ///< the one request in flight
        std::vector<Waiter> waiters;
    };
    static QByteArray keyOf(const TokenRequest &request);
    void onFinished(const QByteArray &key);

    HttpClient &m_client;
    std::shared_ptr<const Clock> m_clock;
    QHash<QByteArray, std::shared_ptr<Entry>> m_entries;
};

} // namespace sonde
