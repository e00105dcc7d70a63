#include "secrets/keychainstate.h"

#ifdef SONDE_SECRET_SERVICE
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace sonde {

namespace {

void answerLater(QObject *context, Keychain::StateHandler handler, KeychainState state)
{
    QMetaObject::invokeMethod(
        context, [handler = std::move(handler), state] { handler(state); }, Qt::QueuedConnection);
}

#ifdef SONDE_SECRET_SERVICE

/// Whether an error says that nobody answers to the name and nobody can be started for it.
bool meansNoService(const QDBusError &error)
{
    return error.type() == QDBusError::ServiceUnknown ||
           error.name() == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner") ||
           error.name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn."));
}

/// No Secret Service: KWallet may answer under a name of its own, running or started when first asked.
void askForWallet(QObject *context, Keychain::StateHandler handler)
{
    const auto ask = [context](const char *question, std::function<void(bool)> answer) {
        const QDBusMessage message = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
            QStringLiteral("org.freedesktop.DBus"), QLatin1String(question));
        auto *watcher =
            new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), context);
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                         [answer = std::move(answer)](QDBusPendingCallWatcher *call) {
                             call->deleteLater();
                             const QDBusPendingReply<QStringList> names = *call;
                             answer(!names.isError() &&
                                    !names.value().filter(QStringLiteral("org.kde.kwalletd")).isEmpty());
                         });
    };
    ask("ListNames", [ask, handler = std::move(handler)](bool runs) {
        if (runs) {
            handler(KeychainState::Ready);
            return;
        }
        ask("ListActivatableNames",
            [handler](bool starts) { handler(starts ? KeychainState::Ready : KeychainState::Missing); });
    });
}

#endif

} // namespace

#ifdef SONDE_SECRET_SERVICE

void queryKeychainState(QObject *context, Keychain::StateHandler handler)
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
                     [context, handler = std::move(handler)](QDBusPendingCallWatcher *call) {
                         call->deleteLater();
                         const QDBusPendingReply<QDBusVariant> reply = *call;
                         if (!reply.isError()) {
                             const bool locked = reply.value().variant().toBool();
                             handler(locked ? KeychainState::Locked : KeychainState::Ready);
                         } else if (meansNoService(reply.error())) {
                             askForWallet(context, handler);
                         } else {
                             handler(KeychainState::Ready);
                         }
                     });
}

#else

void queryKeychainState(QObject *context, Keychain::StateHandler handler)
{
    answerLater(context, std::move(handler), KeychainState::Ready);
}

#endif

} // namespace sonde
