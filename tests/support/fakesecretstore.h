#pragma once

#include "ports/secretstore.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <optional>

namespace sonde {

/// Secrets in memory; answers later, as a keychain does.
class FakeSecretStore final : public SecretStore
{
public:
    void read(const QString &connectionId, QObject *context, ReadHandler handler) override
    {
        QTimer::singleShot(0, context, [this, connectionId, handler] {
            if (m_secrets.contains(connectionId))
                handler(m_secrets.value(connectionId));
            else
                handler(failure(ErrorKind::NotFound, QStringLiteral("Nothing is stored.")));
        });
    }

    void write(const QString &connectionId, const QString &secret, QObject *context,
               DoneHandler handler) override
    {
        QTimer::singleShot(0, context, [this, connectionId, secret, handler] {
            if (refusal) {
                handler(failure(*refusal));
                return;
            }
            m_secrets.insert(connectionId, secret);
            m_forThisRun.remove(connectionId);
            handler({});
        });
    }

    void remove(const QString &connectionId, QObject *context, DoneHandler handler) override
    {
        QTimer::singleShot(0, context, [this, connectionId, handler] {
            if (refusal) {
                handler(failure(*refusal));
                return;
            }
            m_secrets.remove(connectionId);
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
        m_forThisRun.insert(connectionId);
        m_secrets.insert(connectionId, secret);
    }
    bool isForThisRun(const QString &connectionId) const override
    {
        return m_forThisRun.contains(connectionId);
    }

    KeychainState state = KeychainState::Ready; ///< what queryState() says
    bool mayUnlock = true;                      ///< what the user answers when asked
    std::optional<Error> refusal;               ///< what write() and remove() answer

    const QHash<QString, QString> &secrets() const { return m_secrets; }

private:
    QHash<QString, QString> m_secrets;
    QSet<QString> m_forThisRun;
};

} // namespace sonde
