#pragma once

#include "azure/requestjob.h"
#include "core/connection.h"
#include "core/result.h"

namespace sonde {

/// Who wants a token for what.
struct TokenRequest
{
    QUrl authority; ///< without the tenant
    QString tenant;
    QString clientId;
    QString secret;
    QString audience; ///< v1: a resource; v2: a scope
    TokenVersion version = TokenVersion::V2;
};

/// For the service that takes that language.
TokenRequest tokenRequestFor(QueryLanguage service, const Connection &connection, const QString &secret);

/// An access token, and how long it may be used from when it came.
struct Token
{
    QByteArray value;
    int lifetimeSeconds = 0;
    std::optional<int> refreshInSeconds; ///< v2: when the service wants a new one to be asked for
};

/// One client-credentials request to Entra: `/{tenant}/oauth2/token` with `resource` (v1, numbers come as
/// strings) or `/{tenant}/oauth2/v2.0/token` with `scope` (v2, numbers).
class TokenJob final : public RequestJob
{
    Q_OBJECT

public:
    TokenJob(HttpClient &client, std::shared_ptr<const Clock> clock, TokenRequest request,
             QObject *parent = nullptr);
    void start();

    /// After finished().
    const Result<Token> &outcome() const { return m_outcome; }

signals:
    void finished();

protected:
    void onProgress() override;
    void onReplyFinished() override;

private:
    Result<Token> readAnswer() const;

    TokenRequest m_request;
    QByteArray m_body;
    Result<Token> m_outcome = failure(Error{});
};

} // namespace sonde
