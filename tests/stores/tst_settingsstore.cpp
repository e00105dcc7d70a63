#include "stores/settingsstore.h"

#include <QFile>
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
}

void TestSettingsStore::nonsenseIsTheDefault()
{
    const QString path = m_folder.filePath(QStringLiteral("odd.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\ntheme=pink\nfontSize=big\ngeometry=***\n[csv]\nguardFormulas=perhaps\n"
               "[search]\ntimeRange=never\n[results]\ndisplayZone=mars\n");
    file.close();
    const SettingsStore store(path);
    QCOMPARE(store.get(settings::theme), ThemeChoice::System);
    QCOMPARE(store.get(settings::fontSize), 0);
    QCOMPARE(store.get(settings::geometry), QByteArray());
    QCOMPARE(store.get(settings::guardFormulas), false);
    QCOMPARE(store.get(settings::timeRange), TimeRange());
    QCOMPARE(store.get(settings::displayZone), DisplayZone::Utc);
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
