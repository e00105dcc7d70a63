#include "sandbox/tokenissuer.h"

#include "sandbox/jsonvalues.h"
#include "sandbox/serviceerrors.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace sonde {

namespace {

// Wire facts: an ordinary token lives about an hour, and not_before lies five minutes before its issue.
constexpr int lifetimeSeconds = 3599;
constexpr int notBeforeSeconds = 300;

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

std::string randomToken()
{
    std::array<quint32, 12> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

// The resource manager insists on the slash at the end, the logs service takes both.
std::optional<TokenIssuer::Audience> audienceOf(const std::string &resource)
{
    if (resource == "https://management.core.windows.net/" || resource == "https://management.azure.com/")
        return TokenIssuer::Audience::Management;
    if (resource == "https://api.loganalytics.io" || resource == "https://api.loganalytics.io/")
        return TokenIssuer::Audience::Logs;
    return std::nullopt;
}

// Resources that exist in the tenant though no service here accepts their tokens.
bool isKnownResource(const std::string &resource)
{
    return audienceOf(resource).has_value() || resource == "https://management.core.windows.net" ||
           resource == "https://management.azure.com" || resource == "https://graph.microsoft.com" ||
           resource == "https://graph.microsoft.com/";
}

HttpAnswer tokenAnswer(std::string body)
{
    HttpAnswer answer = HttpAnswer::json(200, std::move(body));
    answer.headers.emplace_back("Cache-Control", "no-store, no-cache");
    answer.headers.emplace_back("x-ms-clitelem", "1,0,0,,");
    return answer;
}

bool isSame(const QString &id, const std::string &other)
{
    return toLower(id.toStdString()) == toLower(other);
}

} // namespace

TokenIssuer::TokenIssuer(const SandboxEndpoints &endpoints, std::shared_ptr<const Clock> clock,
                         std::optional<int> usesPerToken)
    : m_endpoints(endpoints)
    , m_clock(std::move(clock))
    , m_usesPerToken(usesPerToken)
{}

std::optional<HttpAnswer> TokenIssuer::handle(const ServerRequest &request)
{
    const auto original = pathSegments(request.path);
    const auto path = pathSegments(toLower(request.path));
    if (path.size() < 3)
        return std::nullopt;
    const std::string rest =
        toLower(request.path).substr(toLower(request.path).find(path[0]) + path[0].size());
    const bool configuration = rest == "/v2.0/.well-known/openid-configuration" && request.method == "GET";
    const bool version1 = rest == "/oauth2/token" && request.method == "POST";
    const bool version2 = rest == "/oauth2/v2.0/token" && request.method == "POST";
    if (!configuration && !version1 && !version2)
        return std::nullopt;
    if (!isSame(m_endpoints.tenant, path[0]) && path[0] != "contoso.example") {
        const QString tenant = QString::fromStdString(original[0]);
        return entraError(
            400, "invalid_request", 90002,
            QStringLiteral("Tenant '%1' not found. Check to make sure you have the correct tenant ID "
                           "and are signing into the correct cloud. Check with your subscription "
                           "administrator, this may happen if there are no active subscriptions for "
                           "the tenant.")
                .arg(tenant));
    }
    return configuration ? openIdConfiguration() : issue(request, version2);
}

std::string TokenIssuer::tenantUrl() const
{
    return m_endpoints.authority.toStdString() + '/' + m_endpoints.tenant.toStdString();
}

HttpAnswer TokenIssuer::openIdConfiguration() const
{
    const std::string base = tenantUrl();
    std::string body = "{\"token_endpoint\":" + jsonString(base + "/oauth2/v2.0/token");
    body += ",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]";
    body += ",\"jwks_uri\":" + jsonString(base + "/discovery/v2.0/keys");
    body += ",\"response_types_supported\":[\"token\"],\"scopes_supported\":[\"openid\"]";
    body += ",\"issuer\":" + jsonString(base + "/v2.0");
    body += ",\"authorization_endpoint\":" + jsonString(base + "/oauth2/v2.0/authorize");
    body += ",\"device_authorization_endpoint\":" + jsonString(base + "/oauth2/v2.0/devicecode");
    return HttpAnswer::json(200, body + '}');
}

HttpAnswer TokenIssuer::issue(const ServerRequest &request, bool version2)
{
    if (auto refusal = refuseClient(request))
        return *std::move(refusal);
    return version2 ? grantV2(request) : grantV1(request);
}

std::optional<HttpAnswer> TokenIssuer::refuseClient(const ServerRequest &request) const
{
    const auto missing = [this](const char *field) {
        return entraError(400, "invalid_request", 900144,
                          QStringLiteral("The request body must contain the following parameter: '%1'.")
                              .arg(QLatin1String(field)));
    };
    const std::string grant = request.parameter("grant_type");
    if (grant.empty())
        return missing("grant_type");
    if (grant != "client_credentials") {
        return entraError(400, "unsupported_grant_type", 70003,
                          QStringLiteral("The app requested an unsupported grant type '%1'.")
                              .arg(QString::fromStdString(grant)));
    }
    const std::string client = request.parameter("client_id");
    if (client.empty())
        return missing("client_id");
    if (!isSame(m_endpoints.clientId, client)) {
        return entraError(
            400, "unauthorized_client", 700016,
            QStringLiteral("Application with identifier '%1' was not found in the directory 'Contoso'. "
                           "This can happen if the application has not been installed by the "
                           "administrator of the tenant or consented to by any user in the tenant. You "
                           "may have sent your authentication request to the wrong tenant.")
                .arg(QString::fromStdString(client)));
    }
    const std::string secret = request.parameter("client_secret");
    if (secret.empty()) {
        return entraError(
            401, "invalid_client", 7000218,
            QStringLiteral("The request body must contain the following parameter: 'client_assertion' "
                           "or 'client_secret'."));
    }
    if (secret != m_endpoints.clientSecret.toStdString()) {
        return entraError(
            401, "invalid_client", 7000215,
            QStringLiteral("Invalid client secret provided. Ensure the secret being sent in the request "
                           "is the client secret value, not the client secret ID, for a secret added "
                           "to app '%1'.")
                .arg(m_endpoints.clientId));
    }
    return std::nullopt;
}

HttpAnswer TokenIssuer::grantV1(const ServerRequest &request)
{
    const std::string resource = request.parameter("resource");
    if (!isKnownResource(resource)) {
        return entraError(
            400, "invalid_resource", 500011,
            QStringLiteral("The resource principal named %1 was not found in the tenant named Contoso. "
                           "This can happen if the application has not been installed by the "
                           "administrator of the tenant or consented to by any user in the tenant. You "
                           "might have sent your authentication request to the wrong tenant.")
                .arg(QString::fromStdString(resource)));
    }
    const qint64 now = m_clock->nowUtc().toSecsSinceEpoch();
    std::string body = "{\"token_type\":\"Bearer\",\"expires_in\":\"" + std::to_string(lifetimeSeconds);
    body += "\",\"ext_expires_in\":\"" + std::to_string(lifetimeSeconds);
    body += "\",\"expires_on\":\"" + std::to_string(now + lifetimeSeconds);
    body += "\",\"not_before\":\"" + std::to_string(now - notBeforeSeconds);
    body += "\",\"resource\":" + jsonString(resource);
    body += ",\"access_token\":" + jsonString(remember(resource)) + '}';
    return tokenAnswer(std::move(body));
}

HttpAnswer TokenIssuer::grantV2(const ServerRequest &request)
{
    static const std::string suffix = "/.default";
    const std::string scope = request.parameter("scope");
    if (scope.empty()) {
        return entraError(400, "invalid_request", 900144,
                          QStringLiteral("The request body must contain the following parameter: 'scope'."));
    }
    if (!scope.ends_with(suffix)) {
        return entraError(
            400, "invalid_scope", 70011,
            QStringLiteral("The provided request must include a 'scope' input parameter. The provided "
                           "value for the input parameter 'scope' is not valid. The scope %1 is not "
                           "valid.")
                .arg(QString::fromStdString(scope)));
    }
    std::string resource = scope.substr(0, scope.size() - suffix.size());
    if (!isKnownResource(resource)) {
        return entraError(
            400, "invalid_resource", 500011,
            QStringLiteral("The resource principal named %1 was not found in the tenant named Contoso. "
                           "This can happen if the application has not been installed by the "
                           "administrator of the tenant or consented to by any user in the tenant. You "
                           "might have sent your authentication request to the wrong tenant.")
                .arg(QString::fromStdString(resource)));
    }
    // The resource manager's documented v2 scope has a single slash before .default, yet its tokens are good.
    if (!audienceOf(resource) && audienceOf(resource + '/') == Audience::Management)
        resource += '/';
    std::string body = "{\"token_type\":\"Bearer\",\"expires_in\":" + std::to_string(lifetimeSeconds);
    body += ",\"ext_expires_in\":" + std::to_string(lifetimeSeconds);
    body += ",\"access_token\":" + jsonString(remember(resource)) + '}';
    return tokenAnswer(std::move(body));
}

std::string TokenIssuer::remember(const std::string &resource)
{
    Token token;
    token.resource = resource;
    token.audience = audienceOf(resource);
    token.expires = m_clock->nowUtc().addSecs(lifetimeSeconds);
    std::string name = randomToken();
    const std::lock_guard lock(m_mutex);
    m_tokens.emplace(name, std::move(token));
    return name;
}

std::optional<HttpAnswer> TokenIssuer::refusalOf(const ServerRequest &request, Audience audience)
{
    const std::string header = request.header("Authorization");
    const int invalid = audience == Audience::Management ? 401 : 403;
    if (header.empty()) {
        HttpAnswer answer =
            refuse(audience, 401, "AuthenticationFailed",
                   QStringLiteral("Authentication failed. The 'Authorization' header is missing."));
        const std::string authority = tenantUrl();
        answer.headers.emplace_back("WWW-Authenticate",
                                    "Bearer authorization_uri=\"" + authority +
                                        "\", error=\"invalid_token\", error_description=\"The authentication "
                                        "failed because of missing 'Authorization' header.\"");
        return answer;
    }
    const std::lock_guard lock(m_mutex);
    const bool bearer = toLower(header.substr(0, 7)) == "bearer ";
    const auto found = bearer ? m_tokens.find(header.substr(7)) : m_tokens.end();
    if (found == m_tokens.end())
        return refuse(audience, invalid, "InvalidAuthenticationToken",
                      QStringLiteral("The access token is invalid."));
    Token &token = found->second;
    if (token.audience != audience) {
        const QString allowed =
            audience == Audience::Management
                ? QStringLiteral("'https://management.core.windows.net/','https://management."
                                 "azure.com/'")
                : QStringLiteral("'https://api.loganalytics.io'");
        return refuse(
            audience, invalid, "InvalidAuthenticationTokenAudience",
            QStringLiteral("The access token has been obtained for wrong audience or resource '%1'. It "
                           "should exactly match (including forward slash) with one of the allowed "
                           "audiences %2.")
                .arg(QString::fromStdString(token.resource), allowed));
    }
    const QDateTime now = m_clock->nowUtc();
    const bool usedUp = m_usesPerToken && token.uses >= *m_usesPerToken;
    if (token.expires <= now || usedUp) {
        const QString format = QStringLiteral("M/d/yyyy h:mm:ss AP");
        const QDateTime expired = std::min(token.expires, now.addSecs(-1));
        return refuse(
            audience, 401, "ExpiredAuthenticationToken",
            QStringLiteral("The access token expiry UTC time '%1' is earlier than current UTC time '%2'.")
                .arg(QLocale::c().toString(expired, format), QLocale::c().toString(now, format)));
    }
    ++token.uses;
    return std::nullopt;
}

HttpAnswer TokenIssuer::entraError(int status, const char *error, int code, const QString &text) const
{
    const QString trace = freshId();
    const QString correlation = freshId();
    const QString timestamp = m_clock->nowUtc().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + u'Z';
    const QString description =
        QStringLiteral("AADSTS%1: %2\r\nTrace ID: %3\r\nCorrelation ID: %4\r\nTimestamp: %5")
            .arg(QString::number(code), text, trace, correlation, timestamp);
    const std::string number = std::to_string(code);
    std::string body =
        "{\"error\":\"" + std::string(error) + "\",\"error_description\":" + jsonString(description);
    body += ",\"error_codes\":[" + number + "],\"timestamp\":" + jsonString(timestamp);
    body += ",\"trace_id\":" + jsonString(trace) + ",\"correlation_id\":" + jsonString(correlation);
    body +=
        ",\"error_uri\":" + jsonString(m_endpoints.authority.toStdString() + "/error?code=" + number) + '}';
    HttpAnswer answer = HttpAnswer::json(status, std::move(body));
    answer.headers.emplace_back("x-ms-clitelem", "1," + number + ",0,,");
    return answer;
}

HttpAnswer TokenIssuer::refuse(Audience audience, int status, const char *code, const QString &message) const
{
    return audience == Audience::Management ? managementError(status, code, message)
                                            : logsError(status, {{code, message}});
}

} // namespace sonde
