#pragma once

#include "ports/secretstore.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

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
            m_secrets.insert(connectionId, secret);
            handler({});
        });
    }

    void remove(const QString &connectionId, QObject *context, DoneHandler handler) override
    {
        QTimer::singleShot(0, context, [this, connectionId, handler] {
            m_secrets.remove(connectionId);
            handler({});
        });
    }

    const QHash<QString, QString> &secrets() const { return m_secrets; }

private:
    QHash<QString, QString> m_secrets;
};

} // namespace sonde
