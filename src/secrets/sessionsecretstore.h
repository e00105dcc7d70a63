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
    explicit SessionSecretStore(SecretStore *behind = nullptr, QObject *parent = nullptr);

    /// For this run only; nothing is asked of the keychain for this id any more.
    void keep(const QString &connectionId, const QString &secret);

    bool isForThisRun(const QString &connectionId) const override { return m_secrets.contains(connectionId); }
    /// From memory, else from behind.
    void read(const QString &connectionId, QObject *context, ReadHandler handler) override;
    /// To behind; where that has no keychain the secret is kept in memory, and the handler gets NoKeychain
    /// with words that say so. Without behind: to memory.
    void write(const QString &connectionId, const QString &secret, QObject *context,
               DoneHandler handler) override;
    void remove(const QString &connectionId, QObject *context, DoneHandler handler) override;

private:
    SecretStore *m_behind;
    QHash<QString, QString> m_secrets;
};

} // namespace sonde
