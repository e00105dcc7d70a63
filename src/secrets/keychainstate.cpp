#include "secrets/keychainstate.h"

#ifdef SONDE_SECRET_SERVICE
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace sonde {

namespace {

void answerLater(QObject *context, std::function<void(KeychainState)> handler, KeychainState state)
{
    QMetaObject::invokeMethod(
        context, [handler = std::move(handler), state] { handler(state); }, Qt::QueuedConnection);
}

} // namespace

#ifdef SONDE_SECRET_SERVICE

void queryKeychainState(QObject *context, std::function<void(KeychainState)> handler)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        answerLater(context, std::move(handler), KeychainState::Missing);
        return;
    }
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [handler = std::move(handler)](QDBusPendingCallWatcher *call) {
                         call->deleteLater();
                         const QDBusPendingReply<QDBusVariant> reply = *call;
                         // No such service or collection is no proof: KWallet may answer under a name of its
                         // own.
                         const bool locked = !reply.isError() && reply.value().variant().toBool();
                         handler(locked ? KeychainState::Locked : KeychainState::Ready);
                     });
}

#else

void queryKeychainState(QObject *context, std::function<void(KeychainState)> handler)
{
    answerLater(context, std::move(handler), KeychainState::Ready);
}

#endif

} // namespace sonde
