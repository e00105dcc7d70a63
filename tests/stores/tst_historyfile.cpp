#include "historyfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <unistd.h>

using namespace sonde;

/// What may become of the history's file: damaged, newer, gone, on a full disk, in a forbidden folder, large.
class TestHistoryFile final : public QObject, private HistoryFixture
{
    Q_OBJECT

private slots:
    void init() { makeFolder(); }
    void damagedFile_data();
    void damagedFile();
    void newerVersion();
    void deletedUnderneath();
    void fullDisk();
    void forbiddenFolder();
    void onlyTheOwnerReads();
    void staysQuick();
};

void TestHistoryFile::damagedFile_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"noDatabase", "pages", "otherTables", "empty"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestHistoryFile::damagedFile()
{
    QFETCH(const QString, how);
    QVERIFY(QDir().mkpath(m_path));
    QFile file(databasePath());
    if (how == QLatin1String("noDatabase")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
    } else if (how == QLatin1String("pages")) {
        QStringList texts;
        for (int i = 0; i < 100; ++i)
            texts << QString(2000, u'q');
        put(*open(), texts);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(8 * 4096);
        file.write(QByteArray(20 * 4096, '\x5a'));
    } else if (how == QLatin1String("otherTables")) {
        execute({QStringLiteral("CREATE TABLE mine(x)")});
    } else {
        QVERIFY(file.open(QIODevice::WriteOnly)); // what a crash at the very first moment leaves
    }
    file.close();
    const StorePtr store = open();
    QSignalSpy problems(store.get(), &HistoryStore::problem);
    put(*store, {QStringLiteral("new")});
    QCOMPARE(textsOf(*store), QStringList(QStringLiteral("new")));
    const QString aside = databasePath() + QStringLiteral(".damaged");
    if (how == QLatin1String("empty")) {
        QCOMPARE(problems.count(), 0);
        return;
    }
    QVERIFY(QFileInfo::exists(aside));
    QCOMPARE(problems.count(), 1);
    const auto error = problems.at(0).at(0).value<Error>();
    QCOMPARE(error.kind, ErrorKind::Decode);
    QVERIFY2(error.advice.contains(QDir::toNativeSeparators(aside)), qPrintable(error.advice));
}

void TestHistoryFile::newerVersion()
{
    put(*open(), {QStringLiteral("a")});
    execute({QStringLiteral("PRAGMA user_version = 99"), QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")});
    const QByteArray before = bytes();
    StorePtr store = open();
    QSignalSpy problems(store.get(), &HistoryStore::problem);
    const Connection connection = connectionOf("c1", "Contoso");
    for (int i = 0; i < 3; ++i)
        store->finish(store->begin(queryOf(QStringLiteral("b")), connection, noon()), {});
    const auto page = pageOf(*store, {});
    QVERIFY(!page);
    QVERIFY(page.error().message.contains(QLatin1String("newer version")));
    QCOMPARE(problems.count(), 1);
    store.reset();
    QCOMPARE(bytes(), before);
}

void TestHistoryFile::deletedUnderneath()
{
    const StorePtr store = open();
    put(*store, {QStringLiteral("a")});
    QVERIFY(QDir(m_path).removeRecursively());
    put(*store, {QStringLiteral("b")});
    QCOMPARE(textsOf(*store), QStringList(QStringLiteral("b")));
    QCOMPARE(textsOf(*open()), QStringList(QStringLiteral("b")));
}

void TestHistoryFile::fullDisk()
{
    if (geteuid() != 0)
        QSKIP("Only root can mount a small disk.");
    QVERIFY(QDir().mkpath(m_path));
    if (QProcess::execute(QStringLiteral("mount"),
                          {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                           QStringLiteral("size=1m"), QStringLiteral("none"), m_path}) != 0)
        QSKIP("This machine does not let a test mount a tmpfs.");
    const auto unmount = qScopeGuard([this] {
        QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), m_path});
    });
    StorePtr store = open();
    QSignalSpy added(store.get(), &HistoryStore::entryAdded);
    QSignalSpy problems(store.get(), &HistoryStore::problem);
    const Connection connection = connectionOf("c1", "Contoso");
    put(*store, {QStringLiteral("first")});
    const QString filler = m_path + QStringLiteral("/filler");
    QFile file(filler);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (file.write(QByteArray(4096, 'x')) == 4096) {
    }
    file.close();

    QStringList texts{QStringLiteral("first")};
    for (int i = 0; i < 20; ++i) {
        texts.prepend(QString(3000, u'q') + QString::number(i));
        store->finish(store->begin(queryOf(texts.first()), connection, noon().addSecs(10 + i)), {});
    }
    QTRY_COMPARE(problems.count(), 1);
    const auto error = problems.at(0).at(0).value<Error>();
    QCOMPARE(error.kind, ErrorKind::Io);
    QVERIFY2(error.advice.contains(QLatin1String("is full")),
             qPrintable(error.message + error.advice + error.detail));
    QVERIFY(entriesOf(*store).size() < texts.size()); // and still to be read
    QCOMPARE(problems.count(), 1);

    {
        // A program that starts now says the same.
        const StorePtr late = open();
        QSignalSpy lateProblems(late.get(), &HistoryStore::problem);
        late->begin(queryOf(QString(5000, u'z')), connection, noon());
        QTRY_COMPARE(lateProblems.count(), 1);
        const auto said = lateProblems.at(0).at(0).value<Error>();
        QVERIFY2(said.advice.contains(QLatin1String("is full")), qPrintable(said.advice + said.detail));
    }

    // As soon as there is room, the next run takes those before it along.
    QVERIFY(QFile::remove(filler));
    texts.prepend(QStringLiteral("last"));
    store->begin(queryOf(texts.first()), connection, noon().addSecs(100));
    QTRY_COMPARE(added.count(), texts.size());
    QCOMPARE(textsOf(*store), texts);
    QCOMPARE(entriesOf(*store).at(1).outcome, RunOutcome::Complete);
    store.reset();
    QCOMPARE(textsOf(*open()), texts);
}

void TestHistoryFile::forbiddenFolder()
{
    if (geteuid() != 0)
        QSKIP("Only root can become another user.");
    put(*open(), {QStringLiteral("a")});
    // root writes everywhere: the program is another user's, who may read here and not write.
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555)));
    for (const QString &path : {m_path, databasePath()})
        QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x7555)));
    QProcess writer;
    writer.start(QStringLiteral("setpriv"),
                 {QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                  QStringLiteral("--clear-groups"), QStringLiteral(SONDE_HISTORY_WRITER), m_path});
    QVERIFY(writer.waitForStarted());
    QTRY_VERIFY(writer.bytesAvailable() > 0 || writer.state() == QProcess::NotRunning);
    if (writer.state() == QProcess::NotRunning)
        QSKIP("The other user may not start the program.");
    // It goes on, and has said it once.
    QVERIFY(!writer.waitForFinished(300));
    writer.kill();
    writer.waitForFinished();
    const QString said = QString::fromUtf8(writer.readAllStandardOutput());
    QCOMPARE(said.count(QLatin1String("problem ")), 1);
    QVERIFY2(said.contains(QLatin1String("may not write")), qPrintable(said));
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7700));
    QCOMPARE(textsOf(*open()), QStringList(QStringLiteral("a")));
}

void TestHistoryFile::onlyTheOwnerReads()
{
    const StorePtr store = open();
    put(*store, {QStringLiteral("a")});
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 3);
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(file.fileName()));
    QVERIFY(!(QFileInfo(m_path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestHistoryFile::staysQuick()
{
    put(*open(), {QStringLiteral("Heartbeat")});
    // Ten thousand runs of a thousand characters.
    execute({QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
        "INSERT INTO run SELECT i, '', NULL, 'complete', i, 1, 1, NULL, 'c1', 'Contoso', 'kql', 'P1D', 0, 1, "
        "NULL, 180, '', 1000, hex(randomblob(500)), 0 FROM n")});
    const StorePtr store = open();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(entriesOf(*store).size(), 10'000);
    const qint64 opening = timer.restart();
    QCOMPARE(entriesOf(*store, QStringLiteral("not there")).size(), 0);
    const qint64 searching = timer.restart();
    const auto first = pageOf(*store, {});
    QVERIFY(first && first->entries.size() == 100 && first->hasMore);
    const qint64 paging = timer.elapsed();
    qInfo("10 000 runs: opened, checked and read in %lld ms, searched in vain in %lld ms, first page in %lld "
          "ms",
          static_cast<long long>(opening), static_cast<long long>(searching), static_cast<long long>(paging));
    QVERIFY(searching < 2000);
}

QTEST_GUILESS_MAIN(TestHistoryFile)
#include "tst_historyfile.moc"
