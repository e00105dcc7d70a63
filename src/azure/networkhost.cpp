#include "azure/networkhost.h"

#include "azure/classicsearch.h"
#include "azure/logsquery.h"

namespace sonde {

NetworkHost::NetworkHost(Setup setup, QThreadPool &pool)
    : m_setup(std::move(setup))
    , m_pool(pool)
{}

NetworkHost::~NetworkHost()
{
    // Before the client and the tokens that they use.
    qDeleteAll(m_works);
    qDeleteAll(m_probes);
    qDeleteAll(m_schemas);
}

void NetworkHost::prepare()
{
    if (m_services)
        return;
    m_http = std::make_unique<HttpClient>(m_setup.clock, m_setup.scheduler,
                                          HttpClient::Options{{}, m_setup.http.manager});
    connect(&m_http->requestLog(), &RequestLog::switchedOff, this, &NetworkHost::warned);
    m_http->configure(m_setup.http.access);
    m_tokens = std::make_unique<TokenSource>(*m_http, m_setup.clock);
    m_services.emplace(SearchServices{*m_http, *m_tokens, m_setup.clock, m_setup.scheduler, m_pool,
                                      m_setup.limits, m_setup.classicToKql});
}

void NetworkHost::setAccess(const HttpAccess &access)
{
    m_setup.http.access = access;
    if (m_http)
        m_http->configure(access);
}

void NetworkHost::startSearch(const SearchOrder &order)
{
    prepare();
    SearchWork *work = nullptr;
    if (order.query.language == QueryLanguage::Classic)
        work = new ClassicSearch(*m_services, order, nullptr);
    else
        work = new LogsQuery(*m_services, order, nullptr);
    m_works.insert(order.number, work);
    connect(work, &SearchWork::done, this, [this, number = order.number] {
        if (SearchWork *gone = m_works.take(number))
            gone->deleteLater();
    });
    work->start();
}

void NetworkHost::cancelSearch(quint64 number)
{
    if (SearchWork *work = m_works.value(number))
        work->cancel();
}

void NetworkHost::startProbe(const ProbeOrder &order)
{
    prepare();
    auto *work = new ProbeWork(*m_services, order, nullptr);
    m_probes.insert(order.number, work);
    connect(work, &ProbeWork::done, this, [this, number = order.number] { cancelProbe(number); });
    work->start();
}

void NetworkHost::cancelProbe(quint64 number)
{
    if (ProbeWork *gone = m_probes.take(number)) {
        gone->disconnect();
        gone->deleteLater();
    }
}

void NetworkHost::startSchema(const SchemaOrder &order)
{
    prepare();
    auto *work = new SchemaWork(*m_services, order, nullptr);
    m_schemas.insert(order.number, work);
    connect(work, &SchemaWork::done, this, [this, number = order.number] { cancelSchema(number); });
    work->start();
}

void NetworkHost::cancelSchema(quint64 number)
{
    if (SchemaWork *gone = m_schemas.take(number)) {
        gone->disconnect();
        gone->deleteLater();
    }
}

} // namespace sonde
