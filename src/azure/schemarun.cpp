#include "azure/schemarun.h"

#include "azure/azurenetwork.h"

namespace sonde {

SchemaRun::SchemaRun(const AccessServices &services, SchemaJob *job, quint64 number,
                     const Connection &connection, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_order.number = number;
    m_order.connection = connection;
    m_order.outlet = std::make_shared<SchemaOutlet>();
    // Queued, so that nothing comes from within read().
    const SchemaOutlet *outlet = m_order.outlet.get();
    connect(outlet, &SchemaOutlet::finished, job, &SchemaJob::finished, Qt::QueuedConnection);
    connect(outlet, &SchemaOutlet::finished, this, &QObject::deleteLater, Qt::QueuedConnection);
    connect(job, &QObject::destroyed, this, &QObject::deleteLater);
}

SchemaRun::~SchemaRun()
{
    if (!m_sent)
        return;
    NetworkHost *host = &m_services.network.host();
    QMetaObject::invokeMethod(
        host, [host, number = m_order.number] { host->cancelSchema(number); }, Qt::QueuedConnection);
}

void SchemaRun::start()
{
    if (const std::optional<Error> error = problemOf(m_order.connection, QueryLanguage::Kql, m_services)) {
        emit m_order.outlet->finished(failure(*error));
        return;
    }
    findAccess(m_services, m_order.connection, this, [this](const Result<ConnectionAccess> &access) {
        if (access)
            sendOff(*access);
        else
            emit m_order.outlet->finished(failure(access.error()));
    });
}

void SchemaRun::sendOff(const ConnectionAccess &access)
{
    m_sent = true;
    SchemaOrder order = m_order;
    order.connection = access.connection;
    order.secret = access.secret;
    NetworkHost *host = &m_services.network.host();
    QMetaObject::invokeMethod(
        host, [host, order] { host->startSchema(order); }, Qt::QueuedConnection);
}

} // namespace sonde
