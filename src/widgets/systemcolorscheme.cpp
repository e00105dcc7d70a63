#include "widgets/systemcolorscheme.h"

#include <QGuiApplication>
#include <QStyleHints>

#ifdef SONDE_WITH_DBUS
#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace sonde {

#ifdef SONDE_WITH_DBUS

namespace {

constexpr char appearanceNamespace[] = "org.freedesktop.appearance";
constexpr char colorSchemeKey[] = "color-scheme";
constexpr char contrastKey[] = "contrast";

/// The portal's settings interface, with its signal as a Qt signal.
class PortalSettings final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit PortalSettings(QObject *parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.portal.Desktop"),
                                 QStringLiteral("/org/freedesktop/portal/desktop"),
                                 "org.freedesktop.portal.Settings", QDBusConnection::sessionBus(), parent)
    {}

    /// Read is the call of the portal's first version; later versions still answer it, ReadOne is not in all.
    QDBusPendingCall read(const QString &key)
    {
        return asyncCall(QStringLiteral("Read"), QString::fromLatin1(appearanceNamespace), key);
    }

signals:
    // The name is D-Bus's own.
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

/// Read wraps its value twice, SettingChanged once.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

#endif

SystemColorScheme::SystemColorScheme(QObject *parent)
    : QObject(parent)
{}

void SystemColorScheme::start()
{
#ifdef SONDE_WITH_DBUS
    if (!QDBusConnection::sessionBus().isConnected())
        return;
    auto *portal = new PortalSettings(this);
    connect(portal, &PortalSettings::SettingChanged, this,
            [this](const QString &space, const QString &key, const QDBusVariant &value) {
                if (space == QLatin1String(appearanceNamespace))
                    report(key, unwrapped(value.variant()).toUInt());
            });
    for (const char *name : {colorSchemeKey, contrastKey}) {
        const QString key = QString::fromLatin1(name);
        auto *watcher = new QDBusPendingCallWatcher(portal->read(key), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [this, key](QDBusPendingCallWatcher *call) {
                    call->deleteLater();
                    const QDBusPendingReply<QDBusVariant> reply = *call;
                    if (reply.isValid())
                        report(key, unwrapped(reply.value().variant()).toUInt());
                });
    }
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto tell = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            emit darkChanged(scheme == Qt::ColorScheme::Dark);
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, tell);
    QMetaObject::invokeMethod(
        this, [tell] { tell(QGuiApplication::styleHints()->colorScheme()); }, Qt::QueuedConnection);
#endif
}

#ifdef SONDE_WITH_DBUS
void SystemColorScheme::report(const QString &key, uint portalValue)
{
    if (key == QLatin1String(colorSchemeKey) && (portalValue == 1 || portalValue == 2))
        emit darkChanged(portalValue == 1);
    else if (key == QLatin1String(contrastKey) && portalValue <= 1)
        emit highContrastChanged(portalValue == 1);
}
#endif

} // namespace sonde

#ifdef SONDE_WITH_DBUS
#include "systemcolorscheme.moc"
#endif
