#pragma once

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace sonde {

/// A question of the Secret Service to the user, as the specification names it:
/// org.freedesktop.Secret.Prompt.
class SecretPrompt final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    /// \a owner is the unique name of the service that made the prompt: nobody else's answer counts.
    SecretPrompt(const QString &owner, const QString &path, const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface(owner, path, "org.freedesktop.Secret.Prompt", bus, parent)
    {}

    /// Shows it. \a windowId as the platform writes it; empty: no window to stand before.
    QDBusPendingReply<> prompt(const QString &windowId)
    {
        return asyncCall(QStringLiteral("Prompt"), windowId);
    }
    QDBusPendingReply<> dismiss() { return asyncCall(QStringLiteral("Dismiss")); }

signals:
    // NOLINTNEXTLINE: D-Bus finds the signal by this name.
    void Completed(bool dismissed, const QDBusVariant &result);
};

} // namespace sonde
