// Whose folder in the cache an import writes to, and what becomes of it when its program is gone.

#include "import/importfolder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

class TestImportFolder final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_cache;

    QStringList folders() const
    {
        return QDir(m_cache.path()).entryList({QStringLiteral("import-*")}, QDir::Dirs);
    }
    /// A folder as a program leaves it that was killed: with a lock of that process.
    QString leave(const char *name, qint64 process) const
    {
        const QString path = m_cache.filePath(QString::fromLatin1(name));
        QDir().mkpath(path);
        QFile lock(path + QStringLiteral("/owner.lock"));
        QFile rows(path + QStringLiteral("/rows.duckdb"));
        if (!lock.open(QIODevice::WriteOnly) || !rows.open(QIODevice::WriteOnly))
            return {};
        // As QLockFile writes it: process, program, machine.
        lock.write(QByteArray::number(process) + "\nsonde\n" + QSysInfo::machineHostName().toUtf8() + '\n');
        rows.write("rows");
        return path;
    }

private slots:
    void goesWithItsOwner()
    {
        auto folder = ImportFolder::make(m_cache.path());
        QVERIFY(folder.has_value());
        QVERIFY(QDir((*folder)->path()).exists());
        folder->reset();
        QCOMPARE(folders(), QStringList());
    }

    void staysWhileItsOwnerLives()
    {
        const auto folder = ImportFolder::make(m_cache.path());
        QVERIFY(folder.has_value());
        ImportFolder::removeAbandoned(m_cache.path());
        const auto another = ImportFolder::make(m_cache.path());
        QVERIFY(another.has_value());
        QCOMPARE(folders().size(), 2);
        QVERIFY((*folder)->path() != (*another)->path());
    }

    void whatAKilledProgramLeftIsRemoved()
    {
        QProcess brief;
        brief.start(QCoreApplication::applicationFilePath(), {QStringLiteral("-functions")});
        QVERIFY(brief.waitForStarted());
        const qint64 process = brief.processId();
        QVERIFY(brief.waitForFinished());
        const QString left = leave("import-killed", process);
        QVERIFY(!left.isEmpty());
        // One that has no lock yet was made just now.
        QVERIFY(QDir().mkpath(m_cache.filePath(QStringLiteral("import-fresh"))));
        ImportFolder::removeAbandoned(m_cache.path());
        QCOMPARE(folders(), QStringList{QStringLiteral("import-fresh")});
        QVERIFY(QDir(m_cache.filePath(QStringLiteral("import-fresh"))).removeRecursively());
    }

    void hidesWhatIsOpen()
    {
        const auto folder = ImportFolder::make(m_cache.path());
        QVERIFY(folder.has_value());
        (*folder)->hide();
#ifdef Q_OS_UNIX
        QCOMPARE(folders(), QStringList());
#endif
    }

    void aFolderThatCannotBeMadeSaysSo()
    {
        QFile file(m_cache.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto folder = ImportFolder::make(file.fileName());
        QVERIFY(!folder.has_value());
        QCOMPARE(folder.error().kind, ErrorKind::Io);
        QVERIFY(folder.error().message.contains(file.fileName()));
    }
};

QTEST_GUILESS_MAIN(TestImportFolder)
#include "tst_importfolder.moc"
