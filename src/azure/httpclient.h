#pragma once

#include "azure/requestlog.h"
#include "azure/scheduler.h"
#include "core/clock.h"
#include "core/networksettings.h"

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>
#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace sonde {

class HttpReply;

/// One request, as a value.
struct HttpRequest
{
    QByteArray verb = "GET";
    QUrl url;
    QByteArray body;
    QByteArray contentType; ///< empty: no such header
    QByteArray bearer;      ///< access token; empty: no Authorization header
    QList<std::pair<QByteArray, QByteArray>> headers;
    /// Ends the request when no byte has moved for so long.
    std::chrono::milliseconds inactivityTimeout = std::chrono::seconds(60);
    /// Ends the request when it has taken so long in all.
    std::chrono::milliseconds deadline = std::chrono::minutes(5);
    /// The most bytes taken from the wire, packed as they come; more ends the request with Decode.
    qint64 sizeCap = 1024 * 1024;

    /// Method, address, headers without credentials and body (secrets masked): for the details of a result.
    QString description() const;
};

/// The settings, and what they name: ready to be used in the network thread.
struct HttpAccess
{
    NetworkSettings settings;
    QString proxyPassword;
    QList<QSslCertificate> certificates; ///< trusted in addition to the machine's
};

/// The one class that sends requests. Lives, like everything it hands out, in the thread that made it.
///
/// Redirects are followed to the same origin only (the default policy sends Authorization on to other hosts),
/// certificates are never accepted in spite of errors, nothing is inflated on this side of the decode worker,
/// and no proxy is used for this machine itself.
class HttpClient final : public QObject
{
    Q_OBJECT

public:
    using ManagerFactory = std::function<std::unique_ptr<QNetworkAccessManager>()>;
    struct Options
    {
        HttpAccess access;
        ManagerFactory manager; ///< empty: a QNetworkAccessManager; tests give one with another createRequest
    };

    HttpClient(std::shared_ptr<const Clock> clock, std::shared_ptr<Scheduler> scheduler, Options options,
               QObject *parent = nullptr);
    ~HttpClient() override;

    /// For requests from now on; those under way end as they are.
    void configure(const HttpAccess &access);
    /// Through which proxy an address is reached; QNetworkProxy::NoProxy: through none.
    QNetworkProxy proxyFor(const QUrl &url) const;
    RequestLog &requestLog() { return m_log; }

    /// Never fails at once: what goes wrong comes with the reply's finished().
    std::unique_ptr<HttpReply> send(const HttpRequest &request);

private:
    void dropRetired();

    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<Scheduler> m_scheduler;
    ManagerFactory m_makeManager;
    HttpAccess m_access;
    QSslConfiguration m_ssl;
    RequestLog m_log;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    /// Of settings that are no more, until their last reply has ended.
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_retired;
};

} // namespace sonde
