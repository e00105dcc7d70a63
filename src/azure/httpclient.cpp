#include "azure/httpclient.h"

#include "azure/httpreply.h"
#include "azure/masksecrets.h"
#include "core/connection.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUuid>

namespace sonde {

namespace {

/// The proxy to try, as the settings say. A list of several, which a machine's own set-up may give, is cut to
/// its first: what a person is told about it must be what was used.
QNetworkProxy proxyOf(const HttpAccess &access, const QNetworkProxyQuery &query)
{
    if (isLoopbackHost(query.peerHostName()))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    switch (access.settings.proxy) {
    case NetworkSettings::Proxy::None:
        break;
    case NetworkSettings::Proxy::System:
        return QNetworkProxyFactory::systemProxyForQuery(query).value(0, QNetworkProxy::NoProxy);
    case NetworkSettings::Proxy::Manual:
        return QNetworkProxy(QNetworkProxy::HttpProxy, access.settings.proxyHost,
                             static_cast<quint16>(access.settings.proxyPort), access.settings.proxyUser,
                             access.proxyPassword);
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

class ProxyFactory final : public QNetworkProxyFactory
{
public:
    explicit ProxyFactory(HttpAccess access)
        : m_access(std::move(access))
    {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {proxyOf(m_access, query)};
    }

private:
    const HttpAccess m_access;
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
    , m_makeManager(std::move(options.manager))
    , m_log(m_clock)
{
    configure(options.access);
}

HttpClient::~HttpClient() = default;

void HttpClient::configure(const HttpAccess &access)
{
    m_access = access;
    m_ssl = QSslConfiguration::defaultConfiguration();
    m_ssl.addCaCertificates(access.certificates);
    m_log.setFile(access.settings.requestLogFile);
    // A manager keeps connections open and remembers passwords: what was set before must not live on in them.
    if (m_manager)
        m_retired.push_back(std::move(m_manager));
    dropRetired();
    m_manager = m_makeManager ? m_makeManager() : std::make_unique<QNetworkAccessManager>();
    m_manager->setProxyFactory(new ProxyFactory(m_access));
    m_manager->setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
}

void HttpClient::dropRetired()
{
    std::erase_if(m_retired, [](const std::unique_ptr<QNetworkAccessManager> &manager) {
        return manager->findChild<QNetworkReply *>() == nullptr;
    });
}

QNetworkProxy HttpClient::proxyFor(const QUrl &url) const
{
    return proxyOf(m_access, QNetworkProxyQuery(url));
}

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

    dropRetired();
    const QNetworkProxy proxy = proxyFor(request.url);
    QString proxyName;
    if (proxy.type() != QNetworkProxy::NoProxy)
        proxyName = QStringLiteral("%1:%2").arg(proxy.hostName(), QString::number(proxy.port()));
    m_log.logRequest(requestId, request);
    QNetworkReply *reply = m_manager->sendCustomRequest(wire, request.verb, request.body);
    return std::make_unique<HttpReply>(reply, request,
                                       HttpReply::Setup{requestId, proxyName, m_clock, m_scheduler, &m_log});
}

} // namespace sonde
