#pragma once

#include "ports/secretstore.h"

#include <QHash>
#include <QTimer>
#include <optional>

namespace sonde {

/// A keychain and what is kept in front of it for one run, both in memory; answers later, as a keychain does.
/// While it is locked, the keychain refuses everything that concerns its entries.
class FakeSecretStore final : public SecretStore
{
public:
    void read(const QString &connectionId, QObject *context, ReadHandler handler) override
    {
        QTimer::singleShot(0, context, [this, connectionId, handler] {
            if (m_forThisRun.contains(connectionId))
                handler(m_forThisRun.value(connectionId));
            else if (state == KeychainState::Locked)
                handler(failure(locked()));
            else if (m_keychain.contains(connectionId))
                handler(m_keychain.value(connectionId));
            else
                handler(failure(ErrorKind::NotFound, QStringLiteral("Nothing is stored.")));
        });
    }

    void write(const QString &connectionId, const QString &secret, QObject *context,
               DoneHandler handler) override
    {
        QTimer::singleShot(0, context, [this, connectionId, secret, handler] {
            if (const std::optional<Error> refused = refusalNow()) {
                handler(failure(*refused));
                return;
            }
            m_keychain.insert(connectionId, secret);
            m_forThisRun.remove(connectionId);
            handler({});
        });
    }

    void remove(const QString &connectionId, QObject *context, DoneHandler handler) override
    {
        QTimer::singleShot(0, context, [this, connectionId, handler] {
            if (const std::optional<Error> refused = refusalNow()) {
                handler(failure(*refused));
                return;
            }
            m_keychain.remove(connectionId);
            m_forThisRun.remove(connectionId);
            handler({});
        });
    }

    void queryState(QObject *context, StateHandler handler) override
    {
        QTimer::singleShot(0, context, [this, handler] { handler(state); });
    }

    void unlock(QObject *context, DoneHandler handler) override
    {
        QTimer::singleShot(0, context, [this, handler] {
            if (state == KeychainState::Missing) {
                handler(failure(ErrorKind::NoKeychain, QStringLiteral("This machine has no keychain.")));
            } else if (mayUnlock) {
                state = KeychainState::Ready;
                handler({});
            } else {
                handler(failure(ErrorKind::Forbidden, QStringLiteral("The keychain stayed locked.")));
            }
        });
    }

    void keepForThisRun(const QString &connectionId, const QString &secret) override
    {
        m_forThisRun.insert(connectionId, secret);
    }
    bool isForThisRun(const QString &connectionId) const override
    {
        return m_forThisRun.contains(connectionId);
    }

    KeychainState state = KeychainState::Ready; ///< what queryState() says
    bool mayUnlock = true;                      ///< what the user answers when asked
    std::optional<Error> refusal;               ///< what write() and remove() answer

    /// What a read would give once the keychain is open.
    QHash<QString, QString> secrets() const
    {
        QHash<QString, QString> all = m_keychain;
        all.insert(m_forThisRun);
        return all;
    }
    const QHash<QString, QString> &inKeychain() const { return m_keychain; }

private:
    static Error locked()
    {
        Error error;
        error.kind = ErrorKind::Forbidden;
        error.message = QStringLiteral("The keychain of this machine is locked.");
        error.remedy = Remedy::UnlockKeychain;
        return error;
    }
    std::optional<Error> refusalNow() const { return state == KeychainState::Locked ? locked() : refusal; }

    QHash<QString, QString> m_keychain;
    QHash<QString, QString> m_forThisRun;
};

} // namespace sonde
