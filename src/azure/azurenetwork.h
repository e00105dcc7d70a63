#pragma once

#include "azure/networkhost.h"
#include "ports/secretstore.h"

#include <QPointer>
#include <QThread>
#include <QThreadPool>
#include <vector>

namespace sonde {

/// The network as the runner and the probe share it: the network thread with all that lives there, the
/// threads that decode, and the settings of proxy, certificates and log. Used from the GUI thread.
class AzureNetwork final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        HttpClient::ManagerFactory manager;   ///< for tests; called in the network thread
        std::shared_ptr<Scheduler> scheduler; ///< empty: real timers
        DecodeWorker::Limits limits;
        /// Classic text to KQL for “run it as KQL”, or nothing; called in the network thread. May be empty.
        std::function<QString(const QString &)> classicToKql;
    };
    /// \a secrets must outlive it; it must outlive the runner and the probe that use it.
    AzureNetwork(SecretStore &secrets, std::shared_ptr<const Clock> clock);
    AzureNetwork(SecretStore &secrets, std::shared_ptr<const Clock> clock, Options options,
                 QObject *parent = nullptr);
    ~AzureNetwork() override;

    /// For what is sent from now on; what is under way ends as it is. The proxy's password is read from the
    /// secrets, under proxySecretId, when it is first needed. Io where the additional certificates cannot be
    /// used: then all but these takes effect.
    Result<void> setNetwork(const NetworkSettings &settings);

    /// Calls \a action as soon as requests go the way that the settings say: at once, or when the keychain
    /// has given the proxy's password or refused it. Not at all once \a context is gone.
    void whenReady(QObject *context, std::function<void()> action);

    NetworkHost &host() { return *m_host; }
    const std::shared_ptr<const Clock> &clock() const { return m_clock; }

signals:
    /// Something of the settings does not work, and requests go without it: the proxy's password could not be
    /// read, or the request log could not be written.
    void warned(const sonde::Error &error);

private:
    enum class Password {
        Settled, ///< known, or not needed
        Unread,
        Reading
    };
    struct Waiter
    {
        QPointer<QObject> context;
        std::function<void()> action;
    };
    void readPassword();
    void onPasswordRead(const Result<QString> &password);
    void sendAccess();

    SecretStore &m_secrets;
    std::shared_ptr<const Clock> m_clock;
    QThreadPool m_pool;
    QThread m_thread;
    NetworkHost *m_host; ///< lives in m_thread, deleted when it ends
    HttpAccess m_access;
    Password m_password = Password::Settled;
    int m_changes = 0; ///< of the settings: an answer to a question of before counts for nothing
    bool m_warned = false;
    std::vector<Waiter> m_waiters;
};

} // namespace sonde
