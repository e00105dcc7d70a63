#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QStringList>

namespace sonde {

/// What KeychainUnlock speaks to, shaped like the Secret Service and on a connection of its own: one
/// collection, locked, and a prompt whose answer the test chooses. Whatever the specification does not name
/// is refused and remembered in `problems`.
class FakeSecretService final : public QDBusVirtualObject
{
public:
    enum class Answer {
        Unlock,     ///< the user types the right password
        Dismiss,    ///< the user closes the question
        Silence,    ///< the user has left
        Fail,       ///< the question cannot be shown
        NoQuestion, ///< Unlock opens without asking
        Wrong       ///< answered, and locked all the same
    };

    explicit FakeSecretService(Answer answer)
        : m_answer(answer)
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName()))
    {
        m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath);
        m_bus.registerService(serviceName());
    }
    ~FakeSecretService() override
    {
        m_bus.unregisterService(serviceName());
        m_bus.unregisterObject(QStringLiteral("/"), QDBusConnection::UnregisterTree);
        QDBusConnection::disconnectFromBus(connectionName());
    }

    /// As if the daemon had been ended.
    void leave() { m_bus.unregisterService(serviceName()); }
    void complete(bool dismissed) const
    {
        QDBusMessage signal = completed(dismissed);
        m_bus.send(signal);
    }
    static QDBusMessage completed(bool dismissed)
    {
        QDBusMessage signal = QDBusMessage::createSignal(
            promptPath(), QStringLiteral("org.freedesktop.Secret.Prompt"), QStringLiteral("Completed"));
        signal << dismissed
               << QVariant::fromValue(QDBusVariant(QVariant::fromValue(QList<QDBusObjectPath>())));
        return signal;
    }

    bool locked = true;
    bool hasCollection = true;
    int prompts = 0;
    int dismissals = 0;
    QStringList problems;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        const QDBusMessage reply = answerTo(message);
        connection.send(reply);
        if (message.member() == QLatin1String("Prompt") && reply.type() == QDBusMessage::ReplyMessage)
            onPrompted();
        return true;
    }

private:
    static QString connectionName() { return QStringLiteral("fake secret service"); }
    static QString serviceName() { return QStringLiteral("org.freedesktop.secrets"); }
    static QString collectionPath() { return QStringLiteral("/org/freedesktop/secrets/collection/test"); }
    static QString promptPath() { return QStringLiteral("/org/freedesktop/secrets/prompt/p1"); }

    QDBusMessage answerTo(const QDBusMessage &message)
    {
        const QVariantList arguments = message.arguments();
        const auto is = [&](const QString &path, const char *interface, const char *member) {
            return message.path() == path && message.interface() == QLatin1String(interface) &&
                   message.member() == QLatin1String(member);
        };
        const QString service = QStringLiteral("/org/freedesktop/secrets");
        if (is(service + QStringLiteral("/aliases/default"), "org.freedesktop.DBus.Properties", "Get") &&
            arguments ==
                QVariantList{QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")}) {
            if (!hasCollection)
                return message.createErrorReply(QDBusError::UnknownObject, QStringLiteral("no collection"));
            return message.createReply(QVariant::fromValue(QDBusVariant(locked)));
        }
        if (is(service, "org.freedesktop.Secret.Service", "ReadAlias") &&
            arguments == QVariantList{QStringLiteral("default")}) {
            return message.createReply(
                QVariant::fromValue(QDBusObjectPath(hasCollection ? collectionPath() : QStringLiteral("/"))));
        }
        if (is(service, "org.freedesktop.Secret.Service", "Unlock") &&
            qdbus_cast<QList<QDBusObjectPath>>(arguments.value(0)) ==
                QList<QDBusObjectPath>{QDBusObjectPath(collectionPath())}) {
            QList<QDBusObjectPath> unlocked;
            QDBusObjectPath prompt(promptPath());
            if (m_answer == Answer::NoQuestion) {
                locked = false;
                unlocked << QDBusObjectPath(collectionPath());
                prompt.setPath(QStringLiteral("/"));
            }
            return message.createReply({QVariant::fromValue(unlocked), QVariant::fromValue(prompt)});
        }
        if (is(promptPath(), "org.freedesktop.Secret.Prompt", "Prompt") &&
            arguments == QVariantList{QString()}) {
            ++prompts;
            if (m_answer == Answer::Fail)
                return message.createErrorReply(QDBusError::Failed, QStringLiteral("no screen"));
            return message.createReply();
        }
        if (is(promptPath(), "org.freedesktop.Secret.Prompt", "Dismiss") && arguments.isEmpty()) {
            ++dismissals;
            return message.createReply();
        }
        problems << message.path() + u' ' + message.interface() + u'.' + message.member();
        return message.createErrorReply(QDBusError::UnknownMethod, QStringLiteral("not expected"));
    }

    void onPrompted()
    {
        switch (m_answer) {
        case Answer::Unlock:
            locked = false;
            complete(false);
            break;
        case Answer::Wrong:
            complete(false);
            break;
        case Answer::Dismiss:
            complete(true);
            break;
        case Answer::Silence:
        case Answer::Fail:
        case Answer::NoQuestion:
            break;
        }
    }

    const Answer m_answer;
    QDBusConnection m_bus;
};

} // namespace sonde
