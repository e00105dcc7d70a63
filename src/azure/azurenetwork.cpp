#include "azure/azurenetwork.h"

#include "azure/cacertificates.h"

namespace sonde {

AzureNetwork::AzureNetwork(SecretStore &secrets, std::shared_ptr<const Clock> clock)
    : AzureNetwork(secrets, std::move(clock), Options{})
{}

AzureNetwork::AzureNetwork(SecretStore &secrets, std::shared_ptr<const Clock> clock, Options options,
                           QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_clock(std::move(clock))
{
    if (!options.scheduler)
        options.scheduler = std::make_shared<TimerScheduler>();
    NetworkHost::Setup setup{m_clock,
                             std::move(options.scheduler),
                             {{}, std::move(options.manager)},
                             options.limits,
                             std::move(options.classicToKql)};
    m_host = new NetworkHost(std::move(setup), m_pool);
    connect(m_host, &NetworkHost::warned, this, &AzureNetwork::warned, Qt::QueuedConnection);
    m_host->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("sonde-network"));
    m_thread.start();
}

AzureNetwork::~AzureNetwork()
{
    // First the thread with the works; then the tasks that those left behind.
    m_thread.quit();
    m_thread.wait();
    m_pool.waitForDone();
}

Result<void> AzureNetwork::setNetwork(const NetworkSettings &settings)
{
    ++m_changes;
    m_warned = false;
    m_access = {settings, {}, {}};
    Result<void> outcome;
    if (!settings.caFile.isEmpty()) {
        if (auto certificates = readCaCertificates(settings.caFile))
            m_access.certificates = std::move(*certificates);
        else
            outcome = failure(certificates.error());
    }
    const bool needsPassword =
        settings.proxy == NetworkSettings::Proxy::Manual && !settings.proxyUser.isEmpty();
    m_password = needsPassword ? Password::Unread : Password::Settled;
    sendAccess();
    if (!m_waiters.empty())
        whenReady(this, [] {}); // who waits for the settings of before waits for these
    return outcome;
}

void AzureNetwork::whenReady(QObject *context, std::function<void()> action)
{
    if (m_password == Password::Settled && m_waiters.empty()) {
        action();
        return;
    }
    m_waiters.push_back({context, std::move(action)});
    if (m_password == Password::Settled)
        onPasswordRead(m_access.proxyPassword);
    else if (m_password == Password::Unread)
        readPassword();
}

void AzureNetwork::readPassword()
{
    m_password = Password::Reading;
    m_secrets.read(proxySecretId, this, [this, change = m_changes](const Result<QString> &password) {
        if (change == m_changes)
            onPasswordRead(password);
    });
}

void AzureNetwork::onPasswordRead(const Result<QString> &password)
{
    m_password = Password::Settled;
    if (password) {
        m_access.proxyPassword = *password;
        sendAccess();
    } else if (password.error().kind != ErrorKind::NotFound) {
        // A keychain that is unlocked meanwhile is asked again.
        m_password = Password::Unread;
        if (!std::exchange(m_warned, true)) {
            Error error = password.error();
            error.message = tr("The password of the proxy could not be read. %1").arg(error.message);
            emit warned(error);
        }
    }
    const std::vector<Waiter> waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.action();
    }
}

void AzureNetwork::sendAccess()
{
    NetworkHost *host = m_host;
    QMetaObject::invokeMethod(
        host, [host, access = m_access] { host->setAccess(access); }, Qt::QueuedConnection);
}

} // namespace sonde
