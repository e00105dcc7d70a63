#include "stores/settingsstore.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

/// Settings come back as they were set, and anything strange in the file is the default.
class TestSettingsStore : public QObject
{
    Q_OBJECT

private slots:
    void defaults();
    void roundTrip();
    void nonsenseIsTheDefault();
    void numbersHaveLimits_data();
    void numbersHaveLimits();
    void tellsWhatChanged();
    void networkIsReadAsOne();
    void keysAreUnique();
    void saysWhenItCannotWrite();

private:
    QTemporaryDir m_folder;
};

void TestSettingsStore::defaults()
{
    const SettingsStore store(m_folder.filePath(QStringLiteral("none.ini")));
    QCOMPARE(store.get(settings::theme), ThemeChoice::System);
    QCOMPARE(store.get(settings::displayZone), DisplayZone::Utc);
    QCOMPARE(store.get(settings::fontSize), 0);
    QCOMPARE(store.get(settings::guardFormulas), false);
    QCOMPARE(store.get(settings::openWhenDone), false);
    QCOMPARE(store.get(settings::csvFolder), QString());
    QCOMPARE(store.get(settings::lastConnection), QString());
    QCOMPARE(store.get(settings::geometry), QByteArray());
    QCOMPARE(store.get(settings::timeRange), TimeRange());
    QCOMPARE(store.get(settings::serverTimeout), 180);
    QCOMPARE(store.get(settings::proxyPort), 8080);
    QCOMPARE(store.get(settings::csvHeader), true);
    QCOMPARE(store.get(settings::csvSeparator), QStringLiteral("locale"));
    QCOMPARE(store.get(settings::csvByteOrderMark), false);
    QCOMPARE(store.get(settings::exportFormat), QStringLiteral("csv"));
    QCOMPARE(networkSettings(store, QStringLiteral("/log")), NetworkSettings());
}

void TestSettingsStore::roundTrip()
{
    const QString path = m_folder.filePath(QStringLiteral("deep/settings.ini"));
    const QByteArray state("\x00\x01\xff;=\n\"", 7);
    const TimeRange range = TimeRange::last(std::chrono::hours(2));
    {
        SettingsStore store(path);
        store.set(settings::theme, ThemeChoice::Dark);
        store.set(settings::displayZone, DisplayZone::Local);
        store.set(settings::fontSize, 13);
        store.set(settings::guardFormulas, true);
        store.set(settings::openWhenDone, true);
        store.set(settings::csvFolder, QStringLiteral("/home/jän, o\\\"x\"; a=b"));
        store.set(settings::lastConnection, QStringLiteral("embedded"));
        store.set(settings::geometry, state);
        store.set(settings::windowState, QByteArray("w"));
        store.set(settings::splitter, QByteArray("s"));
        store.set(settings::timeRange, range);
        store.set(settings::csvSeparator, QStringLiteral("tab"));
        store.set(settings::exportFormat, QStringLiteral("jsonl"));
        store.set(settings::proxy, NetworkSettings::Proxy::Manual);
        QVERIFY(store.sync());
    }
    const SettingsStore store(path);
    QCOMPARE(store.get(settings::theme), ThemeChoice::Dark);
    QCOMPARE(store.get(settings::displayZone), DisplayZone::Local);
    QCOMPARE(store.get(settings::fontSize), 13);
    QCOMPARE(store.get(settings::guardFormulas), true);
    QCOMPARE(store.get(settings::openWhenDone), true);
    QCOMPARE(store.get(settings::csvFolder), QStringLiteral("/home/jän, o\\\"x\"; a=b"));
    QCOMPARE(store.get(settings::lastConnection), QStringLiteral("embedded"));
    QCOMPARE(store.get(settings::geometry), state);
    QCOMPARE(store.get(settings::windowState), QByteArray("w"));
    QCOMPARE(store.get(settings::splitter), QByteArray("s"));
    QCOMPARE(store.get(settings::timeRange), range);
    QCOMPARE(store.get(settings::csvSeparator), QStringLiteral("tab"));
    QCOMPARE(store.get(settings::exportFormat), QStringLiteral("jsonl"));
    QCOMPARE(store.get(settings::proxy), NetworkSettings::Proxy::Manual);
}

void TestSettingsStore::nonsenseIsTheDefault()
{
    const QString path = m_folder.filePath(QStringLiteral("odd.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\ntheme=pink\nfontSize=big\ngeometry=***\n[csv]\nguardFormulas=perhaps\n"
               "[network]\nproxy=tor\nproxyPort=http\n"
               "[search]\ntimeRange=never\n[results]\ndisplayZone=mars\n");
    file.close();
    const SettingsStore store(path);
    QCOMPARE(store.get(settings::theme), ThemeChoice::System);
    QCOMPARE(store.get(settings::fontSize), 0);
    QCOMPARE(store.get(settings::geometry), QByteArray());
    QCOMPARE(store.get(settings::guardFormulas), false);
    QCOMPARE(store.get(settings::timeRange), TimeRange());
    QCOMPARE(store.get(settings::displayZone), DisplayZone::Utc);
    QCOMPARE(store.get(settings::proxy), NetworkSettings::Proxy::System);
    QCOMPARE(store.get(settings::proxyPort), 8080);
}

void TestSettingsStore::numbersHaveLimits_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("timeout");
    QTest::newRow("least") << QStringLiteral("1") << 1;
    QTest::newRow("most") << QStringLiteral("600") << 600;
    QTest::newRow("below") << QStringLiteral("0") << 180;
    QTest::newRow("negative") << QStringLiteral("-5") << 180;
    QTest::newRow("above") << QStringLiteral("601") << 180;
    QTest::newRow("no int") << QStringLiteral("99999999999") << 180;
    QTest::newRow("a fraction") << QStringLiteral("12.5") << 180;
    QTest::newRow("nothing") << QString() << 180;
}

void TestSettingsStore::numbersHaveLimits()
{
    QFETCH(QString, written);
    QFETCH(int, timeout);
    const QString path = m_folder.filePath(QStringLiteral("limits.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[search]\nserverTimeout=" + written.toLatin1() + "\n");
    file.close();
    QCOMPARE(SettingsStore(path).get(settings::serverTimeout), timeout);
}

void TestSettingsStore::tellsWhatChanged()
{
    SettingsStore store(m_folder.filePath(QStringLiteral("changes.ini")));
    QSignalSpy changed(&store, &SettingsStore::changed);
    store.set(settings::fontSize, 12);
    store.set(settings::fontSize, 12);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toString(), QLatin1String(settings::fontSize.key));
    store.set(settings::fontSize, 0);
    QCOMPARE(changed.count(), 2);
    // The default, said where nothing was said.
    store.set(settings::theme, ThemeChoice::System);
    QCOMPARE(changed.count(), 2);
}

void TestSettingsStore::networkIsReadAsOne()
{
    SettingsStore store(m_folder.filePath(QStringLiteral("network.ini")));
    store.set(settings::proxy, NetworkSettings::Proxy::Manual);
    store.set(settings::proxyHost, QStringLiteral("proxy.example"));
    store.set(settings::proxyPort, 3128);
    store.set(settings::proxyUser, QStringLiteral("me"));
    store.set(settings::caFile, QStringLiteral("/etc/ca.pem"));
    NetworkSettings expected;
    expected.proxy = NetworkSettings::Proxy::Manual;
    expected.proxyHost = QStringLiteral("proxy.example");
    expected.proxyPort = 3128;
    expected.proxyUser = QStringLiteral("me");
    expected.caFile = QStringLiteral("/etc/ca.pem");
    QCOMPARE(networkSettings(store, QStringLiteral("/log")), expected);
    store.set(settings::logsRequests, true);
    expected.requestLogFile = QStringLiteral("/log");
    QCOMPARE(networkSettings(store, QStringLiteral("/log")), expected);
}

void TestSettingsStore::keysAreUnique()
{
    using namespace settings;
    const QList<const char *> keys{
        language.key,      theme.key,          fontFamily.key,       fontSize.key,      fixedCells.key,
        geometry.key,      windowState.key,    splitter.key,         displayZone.key,   exportFormat.key,
        csvHeader.key,     csvSeparator.key,   csvByteOrderMark.key, guardFormulas.key, openWhenDone.key,
        csvFolder.key,     lastConnection.key, timeRange.key,        serverTimeout.key, proxy.key,
        proxyHost.key,     proxyPort.key,      proxyUser.key,        caFile.key,        logsRequests.key,
        exportDialect.key, exportProfiles.key, exportAllColumns.key, severityMarks.key};
    QSet<QLatin1String> seen;
    for (const char *key : keys)
        seen.insert(QLatin1String(key));
    QCOMPARE(seen.size(), keys.size());
}

void TestSettingsStore::saysWhenItCannotWrite()
{
    QFile blocker(m_folder.filePath(QStringLiteral("file")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    SettingsStore store(m_folder.filePath(QStringLiteral("file/settings.ini")));
    store.set(settings::fontSize, 9);
    const Result<void> synced = store.sync();
    QVERIFY(!synced);
    QCOMPARE(synced.error().kind, ErrorKind::Io);
}

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settingsstore.moc"
