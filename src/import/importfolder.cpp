#include "import/importfolder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace sonde {

namespace {

constexpr qint64 unlockedSeconds = 60;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

QString lockFileOf(const QString &folder)
{
    return folder + QStringLiteral("/owner.lock");
}

/// Whether the program that made it is gone. For a moment after it is made a folder has no lock.
bool isAbandoned(const QFileInfo &folder)
{
    const QString path = lockFileOf(folder.filePath());
    if (!QFileInfo::exists(path))
        return folder.lastModified().secsTo(QDateTime::currentDateTimeUtc()) > unlockedSeconds;
    QLockFile lock(path);
    lock.setStaleLockTime(0); // it is as old as the program that holds it
    return lock.tryLock(0);
}

QString folderOf(const QString &cache)
{
    if (!cache.isEmpty())
        return cache;
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/sonde");
}

} // namespace

ImportFolder::ImportFolder(const QString &pattern)
    : m_folder(pattern)
    , m_lock(lockFileOf(m_folder.path()))
{
    m_lock.setStaleLockTime(0);
    if (m_folder.isValid())
        m_lock.tryLock(0);
}

void ImportFolder::removeAbandoned(const QString &cache)
{
    const auto folders = QDir(folderOf(cache)).entryInfoList({QStringLiteral("import-*")}, QDir::Dirs);
    for (const QFileInfo &folder : folders) {
        if (isAbandoned(folder))
            QDir(folder.filePath()).removeRecursively();
    }
}

Result<std::unique_ptr<ImportFolder>> ImportFolder::make(const QString &cache)
{
    const QString parent = folderOf(cache);
    QDir().mkpath(parent);
    removeAbandoned(parent);
    std::unique_ptr<ImportFolder> folder(new ImportFolder(parent + QStringLiteral("/import-XXXXXX")));
    if (!folder->m_folder.isValid())
        return failure(ErrorKind::Io, Words::tr("The folder “%1” could not be written to.").arg(parent),
                       Words::tr("Check that it is yours to write to."), folder->m_folder.errorString());
    return folder;
}

void ImportFolder::hide()
{
#ifdef Q_OS_UNIX
    m_lock.unlock();
    m_folder.remove();
#endif
}

} // namespace sonde
