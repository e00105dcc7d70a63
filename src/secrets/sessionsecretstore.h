#pragma once

#include "ports/secretstore.h"

#include <QHash>

namespace sonde {

/// Secrets in memory, gone when the program ends; alone, or in front of a keychain. It holds what belongs to
/// one run only (the embedded workspace, `--endpoints` files) and stands in where the machine has no
/// keychain.
class SessionSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    /// \a behind may be null and must outlive this.
    explicit SessionSecretStore(Keychain *behind = nullptr, QObject *parent = nullptr);

    void keepForThisRun(const QString &connectionId, const QString &secret) override;
    bool isForThisRun(const QString &connectionId) const override { return m_secrets.contains(connectionId); }
    /// From memory, else from behind.
    void read(const QString &connectionId, QObject *context, ReadHandler handler) override;
    /// To behind; where that has no keychain the secret is kept in memory, and the handler gets NoKeychain
    /// with words that say so. Without behind: to memory.
    void write(const QString &connectionId, const QString &secret, QObject *context,
               DoneHandler handler) override;
    /// From memory and from behind; what behind refuses to remove is kept in memory too.
    void remove(const QString &connectionId, QObject *context, DoneHandler handler) override;
    /// That of behind; Missing where there is none.
    void queryState(QObject *context, StateHandler handler) override;
    void unlock(QObject *context, DoneHandler handler) override;

private:
    Keychain *m_behind;
    QHash<QString, QString> m_secrets;
};

} // namespace sonde
