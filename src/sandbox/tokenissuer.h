#pragma once

#include "core/clock.h"
#include "sandbox/http.h"
#include "sandbox/sandboxendpoints.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace sonde {

/// The part of Microsoft Entra that a client with a secret meets: the OpenID configuration, the v1 and v2
/// token endpoints, and the memory of what was issued. Tokens are opaque and random. May be used from any
/// thread.
class TokenIssuer
{
public:
    enum class Audience { Management, Logs };

    /// \a endpoints says what is accepted; \a usesPerToken is the fault of that name (see Faults).
    TokenIssuer(const SandboxEndpoints &endpoints, std::shared_ptr<const Clock> clock,
                std::optional<int> usesPerToken);

    /// Answers a request whose path begins with a tenant; nothing if the path is none of Entra's.
    std::optional<HttpAnswer> handle(const ServerRequest &request);

    /// Nothing if the request carries a valid token for that audience, otherwise the recorded refusal:
    /// missing header 401 AuthenticationFailed; unknown token InvalidAuthenticationToken and wrong audience
    /// InvalidAuthenticationTokenAudience (401 from the resource manager, 403 from the logs service); expired
    /// or used up 401 ExpiredAuthenticationToken.
    std::optional<HttpAnswer> refusalOf(const ServerRequest &request, Audience audience);

private:
    struct Token
    {
        std::string resource;             ///< as asked for
        std::optional<Audience> audience; ///< of the services here; none where no service takes it
        QDateTime expires;
        int uses = 0;
    };

    std::string tenantUrl() const;
    HttpAnswer openIdConfiguration() const;
    HttpAnswer issue(const ServerRequest &request, bool version2);
    std::optional<HttpAnswer> refuseClient(const ServerRequest &request) const;
    HttpAnswer grantV1(const ServerRequest &request);
    HttpAnswer grantV2(const ServerRequest &request);
    std::string remember(const std::string &resource);
    HttpAnswer entraError(int status, const char *error, int code, const QString &text) const;
    HttpAnswer refuse(Audience audience, int status, const char *code, const QString &message) const;

    const SandboxEndpoints m_endpoints;
    const std::shared_ptr<const Clock> m_clock;
    const std::optional<int> m_usesPerToken;
    std::mutex m_mutex;
    std::map<std::string, Token> m_tokens; ///< guarded by m_mutex
};

} // namespace sonde
