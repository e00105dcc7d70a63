#include "widgets/systemcolorscheme.h"
#include "widgets/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// The desktop portal's settings as far as they are needed, on a connection of its own.
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit FakePortal(uint value, uint contrast = 0)
        : m_value(value)
        , m_contrast(contrast)
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal")))
    {
        m_bus.registerObject(path(), this, QDBusConnection::ExportAllSlots);
        m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }
    ~FakePortal() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    }

    void announce(const QString &space, uint value, const QString &key = QStringLiteral("color-scheme"))
    {
        (key == QLatin1String("contrast") ? m_contrast : m_value) = value;
        QDBusMessage message = QDBusMessage::createSignal(
            path(), QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"));
        message << space << key << QVariant::fromValue(QDBusVariant(value));
        m_bus.send(message);
    }

    int reads() const { return m_reads; }

public slots:
    // The portal's first version wraps the value twice.
    QDBusVariant Read(const QString &space, const QString &key)
    {
        ++m_reads;
        if (space == QLatin1String("org.freedesktop.appearance") && key == QLatin1String("color-scheme"))
            return QDBusVariant(QVariant::fromValue(QDBusVariant(m_value)));
        if (space == QLatin1String("org.freedesktop.appearance") && key == QLatin1String("contrast"))
            return QDBusVariant(QVariant::fromValue(QDBusVariant(m_contrast)));
        return QDBusVariant(QVariant::fromValue(QDBusVariant(QString())));
    }

private:
    static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }

    uint m_value;
    uint m_contrast;
    int m_reads = 0;
    QDBusConnection m_bus;
};

class TestSystemColorScheme final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QDBusConnection::sessionBus().isConnected())
            QSKIP("No D-Bus session: run it with tests/support/with-keyring.sh.");
    }
    void tellsWhatThePortalSays();
    void followsTheChange();
    void noPreferenceAndOtherSettingsAreSilent();
    void themeFollowsOnlyInSystemMode();
    void tellsOfContrast();
    void themeFollowsTheContrast();
};

void TestSystemColorScheme::tellsWhatThePortalSays()
{
    FakePortal portal(1);
    SystemColorScheme scheme;
    QSignalSpy spy(&scheme, &SystemColorScheme::darkChanged);
    scheme.start();
    QCOMPARE(spy.count(), 0); // never from within the call
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).toBool(), true);
}

void TestSystemColorScheme::followsTheChange()
{
    FakePortal portal(2);
    SystemColorScheme scheme;
    QSignalSpy spy(&scheme, &SystemColorScheme::darkChanged);
    scheme.start();
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).toBool(), false);
    portal.announce(QStringLiteral("org.freedesktop.appearance"), 1);
    QTRY_COMPARE(spy.count(), 2);
    QCOMPARE(spy.at(1).at(0).toBool(), true);
}

void TestSystemColorScheme::noPreferenceAndOtherSettingsAreSilent()
{
    FakePortal portal(0);
    SystemColorScheme scheme;
    QSignalSpy spy(&scheme, &SystemColorScheme::darkChanged);
    scheme.start();
    QTRY_COMPARE(portal.reads(), 2);
    portal.announce(QStringLiteral("org.gnome.desktop.interface"), 1);
    portal.announce(QStringLiteral("org.freedesktop.appearance"), 2);
    // Signals come in the order sent, so the second says that the first was passed over.
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).toBool(), false);
}

void TestSystemColorScheme::themeFollowsOnlyInSystemMode()
{
    FakePortal portal(1);
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.install();
    QTRY_VERIFY(theme.isDark());
    QCOMPARE(changed.count(), 1);
    theme.setMode(Theme::Mode::Light);
    QVERIFY(!theme.isDark());
    portal.announce(QStringLiteral("org.freedesktop.appearance"), 2);
    portal.announce(QStringLiteral("org.freedesktop.appearance"), 1);
    theme.setMode(Theme::Mode::System);
    QTRY_VERIFY(theme.isDark());
}

void TestSystemColorScheme::tellsOfContrast()
{
    FakePortal portal(0, 1);
    SystemColorScheme scheme;
    QSignalSpy spy(&scheme, &SystemColorScheme::highContrastChanged);
    scheme.start();
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).toBool(), true);
    portal.announce(QStringLiteral("org.freedesktop.appearance"), 0, QStringLiteral("contrast"));
    QTRY_COMPARE(spy.count(), 2);
    QCOMPARE(spy.at(1).at(0).toBool(), false);
}

void TestSystemColorScheme::themeFollowsTheContrast()
{
    FakePortal portal(2, 1);
    Theme theme;
    theme.install();
    QTRY_VERIFY(theme.isHighContrast());
    // Who wants it otherwise here than on the desktop says so.
    QCOMPARE(theme.contrastModeFor(true), Theme::ContrastMode::System);
    theme.setContrastMode(theme.contrastModeFor(false));
    QCOMPARE(theme.contrastMode(), Theme::ContrastMode::Usual);
    QVERIFY(!theme.isHighContrast());
    theme.setContrastMode(Theme::ContrastMode::System);
    portal.announce(QStringLiteral("org.freedesktop.appearance"), 0, QStringLiteral("contrast"));
    QTRY_VERIFY(!theme.isHighContrast());
}

QTEST_MAIN(TestSystemColorScheme)
#include "tst_systemcolorscheme.moc"
