#include "core/atomicfile.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonde;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList everythingIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

private slots:
    void init()
    {
        for (const QString &name : everythingIn(m_dir.path()))
            QFile::remove(m_dir.filePath(name));
    }

    void replaces()
    {
        put(path("a"), "old");
        const std::string large(3'000'000, 'x');
        QVERIFY(replaceFile(path("a"), large).has_value());
        QCOMPARE(contentOf(path("a")), QByteArray(3'000'000, 'x'));
        QCOMPARE(everythingIn(m_dir.path()), QStringList(QStringLiteral("a")));
    }

    void manySmallWrites()
    {
        AtomicFile file(path("a"));
        QVERIFY(file.open().has_value());
        QByteArray expected;
        for (int i = 0; i < 100'000; ++i) {
            const std::string piece = std::to_string(i) + '\n';
            expected.append(piece.c_str());
            QVERIFY(file.write(piece).has_value());
        }
        QVERIFY(file.commit().has_value());
        QCOMPARE(contentOf(path("a")), expected);
    }

    void withoutCommitNothingChanges()
    {
        put(path("a"), "old");
        {
            AtomicFile file(path("a"));
            QVERIFY(file.open().has_value());
            QVERIFY(file.write(std::string(1'000'000, 'x')).has_value());
        }
        QCOMPARE(contentOf(path("a")), QByteArray("old"));
        QCOMPARE(everythingIn(m_dir.path()), QStringList(QStringLiteral("a")));
    }

    void keepsLinksAndPermissions()
    {
        put(path("real"), "old");
        QFile::setPermissions(path("real"), QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(QFile::link(path("real"), path("link")));
        QVERIFY(replaceFile(path("link"), "new").has_value());
        QVERIFY(QFileInfo(path("link")).isSymLink());
        QCOMPARE(contentOf(path("real")), QByteArray("new"));
        QVERIFY((QFile::permissions(path("real")) & QFile::ReadOther) == 0);
    }

    void missingFolder()
    {
        const auto written = replaceFile(path("no/such/folder/a"), "x");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Io);
        QVERIFY(written.error().advice.contains(QLatin1String("does not exist")));
    }

    void folderInItsPlace()
    {
        QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("d")));
        QVERIFY(!replaceFile(path("d"), "x"));
        QDir(m_dir.path()).rmdir(QStringLiteral("d"));
    }

    void fullDisk()
    {
        if (geteuid() != 0)
            QSKIP("Only root can mount a small disk.");
        const QString mount = m_dir.filePath(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(mount));
        if (QProcess::execute(QStringLiteral("mount"),
                              {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                               QStringLiteral("size=256k"), QStringLiteral("none"), mount}) != 0)
            QSKIP("This machine does not let a test mount a tmpfs.");
        const QString target = mount + QStringLiteral("/a");
        put(target, "old");
        AtomicFile file(target);
        Result<void> written = file.open();
        QVERIFY(written.has_value());
        for (int i = 0; written && i < 100; ++i)
            written = file.write(std::string(10'000, 'x'));
        if (written)
            written = file.commit();
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Io);
        QVERIFY(written.error().advice.contains(QLatin1String("is full")));
        QVERIFY(!file.commit()); // the first failure is final
        QCOMPARE(contentOf(target), QByteArray("old"));
        QCOMPARE(everythingIn(mount), QStringList(QStringLiteral("a")));
        QCOMPARE(QProcess::execute(QStringLiteral("umount"), {mount}), 0);
        QDir().rmdir(mount);
    }

    void forbiddenFolder()
    {
        if (geteuid() != 0)
            QSKIP("Only root can become another user.");
        // root writes everywhere: the child is another user.
        QTemporaryDir closed;
        QFile::setPermissions(closed.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                 QFile::ReadOther | QFile::ExeOther);
        const pid_t child = fork();
        if (child == 0) {
            const bool refused = setuid(65534) == 0 && [&] {
                const auto written = replaceFile(closed.filePath(QStringLiteral("a")), "x");
                return !written && written.error().advice.contains(QLatin1String("may not write"));
            }();
            _exit(refused ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
};

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
