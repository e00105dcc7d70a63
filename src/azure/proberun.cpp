#include "azure/proberun.h"

#include "azure/azurenetwork.h"

namespace sonde {

ProbeRun::ProbeRun(const Services &services, ProbeJob *job, quint64 number, const Connection &connection,
                   QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_order.number = number;
    m_order.connection = connection;
    m_order.outlet = std::make_shared<ProbeOutlet>();
    // Queued, so that nothing comes from within probe(), and in the order in which it was sent.
    const ProbeOutlet *outlet = m_order.outlet.get();
    connect(outlet, &ProbeOutlet::stepChanged, job, &ProbeJob::stepChanged, Qt::QueuedConnection);
    connect(outlet, &ProbeOutlet::finished, job, &ProbeJob::finished, Qt::QueuedConnection);
    connect(outlet, &ProbeOutlet::finished, this, &QObject::deleteLater, Qt::QueuedConnection);
    connect(job, &QObject::destroyed, this, &QObject::deleteLater);
}

ProbeRun::~ProbeRun()
{
    if (!m_sent)
        return;
    NetworkHost *host = &m_services.network.host();
    QMetaObject::invokeMethod(
        host, [host, number = m_order.number] { host->cancelProbe(number); }, Qt::QueuedConnection);
}

void ProbeRun::start(const std::optional<QString> &secret)
{
    if (m_order.connection.embedded) {
        emit m_order.outlet->finished(true);
    } else if (refuse()) {
        emit m_order.outlet->finished(false);
    } else if (secret && !secret->isEmpty()) {
        sendOff(*secret);
    } else {
        m_services.secrets.read(m_order.connection.id, this,
                                [this](const Result<QString> &stored) { sendOff(stored); });
    }
}

/// What cannot be tried at all, said at the first step.
bool ProbeRun::refuse()
{
    Connection named = m_order.connection;
    named.name = QStringLiteral("-"); // it may be tried before it has one
    const QStringList problems = problemsOf(named);
    if (problems.isEmpty())
        return false;
    ProbeStep step;
    step.service =
        m_order.connection.offers(QueryLanguage::Kql) ? QueryLanguage::Kql : QueryLanguage::Classic;
    step.state = ProbeStep::State::Failed;
    Error error;
    error.kind = ErrorKind::Usage;
    error.message = problems.first();
    error.advice = tr("Complete the connection.");
    error.detail = problems.join(u'\n');
    error.remedy = Remedy::EditConnection;
    step.error = error;
    emit m_order.outlet->stepChanged(step);
    step.error.reset();
    step.state = ProbeStep::State::NotReached;
    for (const ProbeStep::Kind kind : {ProbeStep::Kind::Secure, ProbeStep::Kind::SignIn,
                                       ProbeStep::Kind::Workspace, ProbeStep::Kind::Permission}) {
        step.kind = kind;
        emit m_order.outlet->stepChanged(step);
    }
    return true;
}

void ProbeRun::sendOff(const Result<QString> &secret)
{
    m_order.secret = secret;
    m_services.network.whenReady(this, [this] {
        m_sent = true;
        NetworkHost *host = &m_services.network.host();
        QMetaObject::invokeMethod(
            host, [host, order = m_order] { host->startProbe(order); }, Qt::QueuedConnection);
        m_order.secret = QString(); // the host has its own copy now
    });
}

} // namespace sonde
