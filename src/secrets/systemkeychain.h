#pragma once

#include "ports/keychain.h"

#include <QPointer>
#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace QKeychain {
class Job;
}

namespace sonde {

class KeychainUnlock;

/// Secrets in the keychain of the operating system: Secret Service, KWallet, macOS Keychain or Windows
/// Credential Store. There is no fallback to a file. One request is under way at a time; one that the
/// keychain does not answer ends with Forbidden after a time limit, because it usually waits for a person.
class SystemKeychain final : public QObject, public Keychain
{
    Q_OBJECT

public:
    struct Limits
    {
        std::chrono::milliseconds answer = std::chrono::seconds(30); ///< of one request
        std::chrono::milliseconds unlock = std::chrono::minutes(2);  ///< for a person to type a password
    };
    /// \a service is the name under which the entries are kept: the application id.
    explicit SystemKeychain(QString service);
    SystemKeychain(QString service, Limits limits, QObject *parent = nullptr);
    ~SystemKeychain() override;

    void read(const QString &connectionId, QObject *context, ReadHandler handler) override;
    void write(const QString &connectionId, const QString &secret, QObject *context,
               DoneHandler handler) override;
    void remove(const QString &connectionId, QObject *context, DoneHandler handler) override;
    void queryState(QObject *context, StateHandler handler) override;
    /// Several callers share one question to the user.
    void unlock(QObject *context, DoneHandler handler) override;

private:
    struct Task;
    struct Waiter
    {
        QPointer<QObject> context;
        DoneHandler handler;
    };
    void watchForRestarts();
    void enqueue(std::shared_ptr<Task> task);
    void startNext();
    void startJob();
    void onJobFinished(QKeychain::Job *job);
    void finish(const Result<QString> &outcome);
    void onUnlockFinished();

    QString m_service;
    Limits m_limits;
    std::deque<std::shared_ptr<Task>> m_queue;
    std::shared_ptr<Task> m_current;
    KeychainUnlock *m_unlock = nullptr; ///< the one under way
    std::vector<Waiter> m_unlockWaiters;
    bool m_watching = false;
};

} // namespace sonde
