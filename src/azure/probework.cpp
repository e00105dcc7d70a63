#include "azure/probework.h"

#include "azure/classicsearchjob.h"
#include "azure/logsqueryjob.h"
#include "azure/reachjob.h"
#include "azure/transporterror.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxy>

namespace sonde {

namespace {

/// Less is the time that an answer takes, or nobody's concern.
constexpr qint64 noticeableSkewSeconds = 5 * 60;
constexpr int serverTimeoutSeconds = 60;

QString partedBySemicolons(const QStringList &parts)
{
    return parts.join(QStringLiteral("; "));
}

bool isOutOfDate(const QSslCertificate &certificate)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return !certificate.isNull() && (now < certificate.effectiveDate() || now > certificate.expiryDate());
}

} // namespace

ProbeWork::ProbeWork(const SearchServices &services, ProbeOrder order, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_order(std::move(order))
{
    for (const QueryLanguage service : {QueryLanguage::Kql, QueryLanguage::Classic}) {
        if (m_order.connection.offers(service))
            m_left << service;
    }
}

ProbeWork::~ProbeWork()
{
    m_cancel->cancel();
}

void ProbeWork::start()
{
    startNextService();
}

void ProbeWork::startNextService()
{
    if (m_left.isEmpty()) {
        emit m_order.outlet->finished(m_passed);
        emit done();
        return;
    }
    m_service = m_left.takeFirst();
    m_token.clear();
    lookUpNames();
}

QList<QUrl> ProbeWork::addresses() const
{
    const Endpoints endpoints = m_order.connection.endpoints();
    const QUrl service = m_service == QueryLanguage::Kql ? endpoints.logs : endpoints.management;
    if (service.authority() == endpoints.authority.authority() &&
        service.scheme() == endpoints.authority.scheme())
        return {service};
    return {endpoints.authority, service};
}

void ProbeWork::begin(ProbeStep::Kind kind)
{
    ++m_steps;
    m_kind = kind;
    report(ProbeStep::State::Running, {});
}

void ProbeWork::pass(const QString &detail)
{
    ++m_steps;
    report(ProbeStep::State::Passed, detail);
}

void ProbeWork::fail(const Error &error)
{
    ++m_steps;
    m_passed = false;
    report(ProbeStep::State::Failed, {}, error);
    while (m_kind != ProbeStep::Kind::Permission) {
        m_kind = static_cast<ProbeStep::Kind>(static_cast<int>(m_kind) + 1);
        report(ProbeStep::State::NotReached, {});
    }
    startNextService();
}

void ProbeWork::report(ProbeStep::State state, const QString &detail, const std::optional<Error> &error)
{
    emit m_order.outlet->stepChanged({m_service, m_kind, state, detail, error});
}

void ProbeWork::lookUpNames()
{
    begin(ProbeStep::Kind::Name);
    struct Lookups
    {
        int open = 0;
        QStringList found;
    };
    const auto lookups = std::make_shared<Lookups>();
    const QList<QUrl> urls = addresses();
    lookups->open = static_cast<int>(urls.size());
    for (const QUrl &url : urls) {
        const QNetworkProxy proxy = m_services.http.proxyFor(url);
        const bool direct = proxy.type() == QNetworkProxy::NoProxy;
        const QString host = direct ? url.host() : proxy.hostName();
        const auto answer = whileInStep([this, lookups, url, host, direct](const QHostInfo &info) {
            if (info.error() != QHostInfo::NoError) {
                fail(transportError(direct ? QNetworkReply::HostNotFoundError
                                           : QNetworkReply::ProxyNotFoundError,
                                    info.errorString(), {}, {url.host(), direct ? QString() : host}));
                return;
            }
            if (direct) {
                //: %1: a server’s name; %2: its address
                lookups->found << tr("%1 is %2").arg(host, info.addresses().value(0).toString());
            } else {
                //: %1: a server’s name; %2: the proxy’s
                lookups->found << tr("%1 is looked up by the proxy %2").arg(url.host(), host);
            }
            if (--lookups->open == 0) {
                pass(partedBySemicolons(lookups->found));
                reachHosts();
            }
        });
        QHostInfo::lookupHost(host, this, [answer](const QHostInfo &info) { answer(info); });
    }
}

void ProbeWork::reachHosts()
{
    begin(ProbeStep::Kind::Secure);
    QList<ReachJob *> jobs;
    const QList<QUrl> urls = addresses();
    for (qsizetype i = 0; i < urls.size(); ++i)
        jobs << new ReachJob(m_services.http, m_services.clock, this);
    const auto open = std::make_shared<qsizetype>(jobs.size());
    for (qsizetype i = 0; i < urls.size(); ++i) {
        connect(jobs[i], &ReachJob::finished, this, [this, jobs, open] {
            if (--*open == 0)
                judgeHosts(jobs);
        });
        jobs[i]->start(urls[i]);
    }
}

void ProbeWork::judgeHosts(const QList<ReachJob *> &jobs)
{
    qint64 ahead = 0;
    std::optional<Error> error;
    bool outOfDate = false;
    for (ReachJob *job : jobs) {
        job->deleteLater();
        if (std::abs(job->secondsAhead()) > std::abs(ahead))
            ahead = job->secondsAhead();
        if (!job->outcome() && !error) {
            error = job->outcome().error();
            outOfDate = error->kind == ErrorKind::Tls && isOutOfDate(job->certificate());
        }
    }
    QString clock;
    if (std::abs(ahead) > noticeableSkewSeconds) {
        const int minutes = static_cast<int>(std::min<qint64>(std::abs(ahead) / 60, 10'000'000));
        const QString difference = minutes < 120       ? tr("%n minute(s)", nullptr, minutes)
                                   : minutes < 48 * 60 ? tr("%n hour(s)", nullptr, minutes / 60)
                                                       : tr("%n day(s)", nullptr, minutes / (24 * 60));
        clock = ahead > 0 ? tr("The clock of this machine is %1 ahead of the service’s.").arg(difference)
                          : tr("The clock of this machine is %1 behind the service’s.").arg(difference);
    }
    if (error) {
        if (outOfDate && !clock.isEmpty()) {
            error->detail.prepend(error->message + u'\n');
            error->message = clock;
            error->advice = tr("Correct the clock: certificates are checked by it.");
        }
        fail(*error);
        return;
    }
    QStringList found;
    const QList<QUrl> urls = addresses();
    for (qsizetype i = 0; i < urls.size(); ++i) {
        if (urls[i].scheme() == QLatin1String("http"))
            found << tr("not encrypted: this machine");
        else
            //: %1: a server’s name; %2: who issued its certificate
            found << tr("%1 is vouched for by “%2”")
                         .arg(urls[i].host(),
                              jobs[i]->certificate().issuerInfo(QSslCertificate::CommonName).join(u' '));
    }
    found.removeDuplicates();
    if (!clock.isEmpty())
        found << clock + u' ' + tr("Time ranges such as the last 24 hours are wrong by as much.");
    pass(partedBySemicolons(found));
    signIn();
}

void ProbeWork::signIn()
{
    begin(ProbeStep::Kind::SignIn);
    if (!m_order.secret) {
        fail(m_order.secret.error());
        return;
    }
    // Not from the tokens that are kept: the secret itself is to be tried.
    auto *job = new TokenJob(m_services.http, m_services.clock,
                             tokenRequestFor(m_service, m_order.connection, *m_order.secret), this);
    connect(job, &TokenJob::finished, this, [this, job] {
        job->deleteLater();
        if (!job->outcome()) {
            fail(job->outcome().error());
            return;
        }
        m_token = job->outcome()->value;
        pass();
        search();
    });
    job->start();
}

void ProbeWork::search()
{
    begin(ProbeStep::Kind::Workspace);
    if (m_service == QueryLanguage::Kql)
        searchLogs();
    else
        searchClassic();
}

void ProbeWork::searchLogs()
{
    LogsQueryRequest request;
    request.base = m_order.connection.endpoints().logs;
    request.workspaceId = m_order.connection.workspaceId;
    request.text = QStringLiteral("print sonde=1");
    request.range = TimeRange().resolve(m_services.clock->nowUtc());
    request.serverTimeoutSeconds = serverTimeoutSeconds;
    request.rowLimit = 1;
    auto *job = new LogsQueryJob(
        {m_services.http, m_services.clock, m_services.pool, m_cancel, m_services.limits}, request,
        [](const ResultChunk &) {}, this);
    connect(job, &LogsQueryJob::finished, this, [this, job] {
        job->deleteLater();
        onSearched(job->outcome() ? std::optional<Error>() : job->outcome().error());
    });
    job->start(m_token);
}

void ProbeWork::searchClassic()
{
    auto *job = new ClassicSearchJob(
        {m_services.http, m_services.clock, m_services.pool, m_cancel, m_services.limits}, m_order.connection,
        this);
    connect(job, &ClassicSearchJob::finished, this, [this, job] {
        job->deleteLater();
        std::optional<Error> error;
        if (!job->outcome())
            error = job->outcome().error();
        if (error && error->kind == ErrorKind::Gone) {
            error->message = tr("This service was switched off in 2019.");
            error->advice = tr("Enter the workspace id and search with KQL.");
            error->remedy = Remedy::EditConnection;
        }
        onSearched(error);
    });
    job->startSearch(m_token, QStringLiteral("*"), 1, TimeRange().resolve(m_services.clock->nowUtc()));
}

void ProbeWork::onSearched(const std::optional<Error> &error)
{
    const bool forbidden = error && error->kind == ErrorKind::Forbidden;
    if (error && !forbidden) {
        fail(*error);
        return;
    }
    // Azure Resource Manager asks who may look before it looks.
    pass(forbidden && m_service == QueryLanguage::Classic
             ? tr("known for certain only once the permission is there")
             : QString());
    begin(ProbeStep::Kind::Permission);
    if (forbidden) {
        fail(*error);
        return;
    }
    pass();
    startNextService();
}

} // namespace sonde
