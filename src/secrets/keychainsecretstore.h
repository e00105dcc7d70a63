#pragma once

#include "ports/secretstore.h"

#include <chrono>
#include <deque>
#include <memory>

namespace QKeychain {
class Job;
}

namespace sonde {

/// Secrets in the keychain of the operating system: Secret Service, KWallet, macOS Keychain or Windows
/// Credential Store. There is no fallback to a file. One request is under way at a time; one that the
/// keychain does not answer ends with Forbidden after a time limit, because it usually waits for a person.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// \a service is the name under which the entries are kept: the application id.
    explicit KeychainSecretStore(QString service,
                                 std::chrono::milliseconds timeLimit = std::chrono::seconds(30),
                                 QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    void read(const QString &connectionId, QObject *context, ReadHandler handler) override;
    void write(const QString &connectionId, const QString &secret, QObject *context,
               DoneHandler handler) override;
    void remove(const QString &connectionId, QObject *context, DoneHandler handler) override;

private:
    struct Task;
    void enqueue(std::shared_ptr<Task> task);
    void startNext();
    void startJob();
    void onJobFinished(QKeychain::Job *job);
    void finish(const Result<QString> &outcome);

    QString m_service;
    std::chrono::milliseconds m_timeLimit;
    std::deque<std::shared_ptr<Task>> m_queue;
    std::shared_ptr<Task> m_current;
};

} // namespace sonde
