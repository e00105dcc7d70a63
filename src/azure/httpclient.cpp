#include "azure/httpclient.h"

#include "azure/httplog.h"
#include "azure/httpreply.h"
#include "core/connection.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUuid>

namespace sonde {

namespace {

class ProxyFactory final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopbackHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

QString HttpRequest::description() const
{
    QStringList lines{QString::fromLatin1(verb) + u' ' + url.toString(QUrl::FullyEncoded)};
    if (!contentType.isEmpty())
        lines << QStringLiteral("Content-Type: ") + QString::fromLatin1(contentType);
    for (const auto &[name, value] : headers)
        lines << QString::fromLatin1(name) + QStringLiteral(": ") + QString::fromLatin1(value);
    if (!body.isEmpty())
        lines << QString() << QString::fromUtf8(maskSecrets(body));
    return lines.join(u'\n');
}

HttpClient::HttpClient(std::shared_ptr<const Clock> clock, std::shared_ptr<Scheduler> scheduler,
                       Options options, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_scheduler(std::move(scheduler))
    , m_manager(options.manager ? options.manager() : std::make_unique<QNetworkAccessManager>())
    , m_ssl(QSslConfiguration::defaultConfiguration())
{
    m_manager->setProxyFactory(new ProxyFactory);
    m_manager->setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
    if (!options.caFile.isEmpty() && !m_ssl.addCaCertificates(options.caFile))
        qCWarning(httpLog) << "No certificate could be read from" << options.caFile;
}

HttpClient::~HttpClient() = default;

std::unique_ptr<HttpReply> HttpClient::send(const HttpRequest &request)
{
    QNetworkRequest wire(request.url);
    wire.setSslConfiguration(m_ssl);
    wire.setTransferTimeout(static_cast<int>(request.inactivityTimeout.count()));
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    // Qt's HTTP/2 widens the peer's window whether or not we read, so a slow decoder could not slow the
    // sender.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    const QByteArray requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    wire.setRawHeader("User-Agent", "Sonde/" SONDE_VERSION);
    wire.setRawHeader("x-ms-client-request-id", requestId);
    wire.setRawHeader("Accept", "application/json");
    // Set by us, so that Qt does not inflate: it refuses answers that were packed better than 40:1.
    wire.setRawHeader("Accept-Encoding", "gzip");
    if (!request.contentType.isEmpty())
        wire.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    for (const auto &[name, value] : request.headers)
        wire.setRawHeader(name, value);
    if (!request.bearer.isEmpty())
        wire.setRawHeader("Authorization", "Bearer " + request.bearer);

    qCDebug(httpLog).noquote() << requestId << request.description();
    QNetworkReply *reply = m_manager->sendCustomRequest(wire, request.verb, request.body);
    return std::make_unique<HttpReply>(reply, request, requestId, m_clock, m_scheduler);
}

} // namespace sonde
