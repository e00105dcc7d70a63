#include "azure/tokenjob.h"

#include "azure/answererror.h"
#include "azure/httpreply.h"
#include "azure/masksecrets.h"
#include "azure/signinerror.h"
#include "results/inflater.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sonde {

namespace {

constexpr qint64 bodyCap = 1024 * 1024;
constexpr auto inactivityLimit = std::chrono::seconds(30);
constexpr auto totalLimit = std::chrono::seconds(60);

/// v1 writes numbers as strings.
std::optional<int> secondsOf(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toInt();
    bool ok = false;
    const int seconds = value.toString().toInt(&ok);
    return ok ? std::optional<int>(seconds) : std::nullopt;
}

QByteArray field(const char *name, const QString &value)
{
    return QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

} // namespace

TokenRequest tokenRequestFor(QueryLanguage service, const Connection &connection, const QString &secret)
{
    const Endpoints endpoints = connection.endpoints();
    TokenRequest request;
    request.authority = endpoints.authority;
    request.tenant = connection.tenant;
    request.clientId = connection.clientId;
    request.secret = secret;
    const bool logs = service == QueryLanguage::Kql;
    request.audience = logs ? endpoints.logsAudience : endpoints.managementAudience;
    request.version = logs ? endpoints.logsToken : endpoints.managementToken;
    return request;
}

TokenJob::TokenJob(HttpClient &client, std::shared_ptr<const Clock> clock, TokenRequest request,
                   QObject *parent)
    : RequestJob(client, std::move(clock), parent)
    , m_request(std::move(request))
{}

void TokenJob::start()
{
    const bool v2 = m_request.version == TokenVersion::V2;
    HttpRequest http;
    http.verb = "POST";
    const QByteArray address = baseOf(m_request.authority) + '/' + QUrl::toPercentEncoding(m_request.tenant) +
                               (v2 ? "/oauth2/v2.0/token" : "/oauth2/token");
    http.url = QUrl::fromEncoded(address);
    http.contentType = "application/x-www-form-urlencoded";
    http.body = QByteArrayList{"grant_type=client_credentials", field("client_id", m_request.clientId),
                               field("client_secret", m_request.secret),
                               field(v2 ? "scope" : "resource", m_request.audience)}
                    .join('&');
    http.inactivityTimeout = inactivityLimit;
    http.deadline = totalLimit;
    http.sizeCap = bodyCap;
    send(http);
}

void TokenJob::onProgress()
{
    for (QByteArray piece = reply().read(bodyCap); !piece.isEmpty(); piece = reply().read(bodyCap))
        m_body += piece;
}

void TokenJob::onReplyFinished()
{
    if (!claimFinish())
        return;
    m_outcome = reply().error() ? Result<Token>(failure(*reply().error())) : readAnswer();
    emit finished();
}

Result<Token> TokenJob::readAnswer() const
{
    const Result<QByteArray> body = inflateAll(m_body, head().encoding, bodyCap);
    if (!body)
        return failure(body.error());
    if (std::optional<Error> page = webPageError(head())) {
        page->rawAnswer = maskSecrets(body->left(64 * 1024));
        return failure(std::move(*page));
    }
    if (head().status != 200)
        return failure(signInError(head().status, *body, m_request.clientId, m_request.tenant));
    const QJsonObject json = QJsonDocument::fromJson(*body).object();
    Token token;
    token.value = json.value(QLatin1String("access_token")).toString().toLatin1();
    if (token.value.isEmpty()) {
        Error error;
        error.kind = ErrorKind::Decode;
        error.httpStatus = head().status;
        error.message = tr("The sign-in service answered without a token.");
        error.advice = tr("Check the cloud or the sign-in address in the connection.");
        error.remedy = Remedy::EditConnection;
        return failure(std::move(error));
    }
    token.lifetimeSeconds = secondsOf(json.value(QLatin1String("expires_in"))).value_or(0);
    token.refreshInSeconds = secondsOf(json.value(QLatin1String("refresh_in")));
    return token;
}

} // namespace sonde
