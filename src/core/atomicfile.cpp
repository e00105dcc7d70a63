#include "core/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <cerrno>
#include <cstdio>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace sonde {

namespace {

constexpr std::size_t bufferSize = 256 * 1024;

/// The disk begins with what is there while the rest is made, so that the sync at the end has less to wait
/// for. A hint: whether it is taken changes nothing.
void beginWriteback([[maybe_unused]] int handle, [[maybe_unused]] qint64 start, [[maybe_unused]] qint64 size)
{
#ifdef Q_OS_LINUX
    if (static_cast<std::size_t>(size) >= bufferSize)
        ::sync_file_range(handle, start, size, SYNC_FILE_RANGE_WRITE);
#endif
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AtomicFile)
};

QString adviceFor(int systemError, const QString &path)
{
    const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
    switch (systemError) {
    case ENOSPC:
    case EDQUOT: {
        const QStorageInfo storage(QFileInfo(path).absolutePath());
        //: %1: a file’s path; %2: megabytes
        return Words::tr("The disk of “%1” is full (%2 MB free); make room or choose another folder.")
            .arg(folder)
            .arg(storage.bytesAvailable() / 1'000'000);
    }
    case EACCES:
    case EPERM:
        return Words::tr("You may not write to “%1”; change its permissions or choose another folder.")
            .arg(folder);
    case EROFS:
        return Words::tr("“%1” is on a read-only disk; choose another folder.").arg(folder);
    case ENOENT:
    case ENOTDIR:
        return Words::tr("The folder “%1” does not exist; choose another one.").arg(folder);
    case EISDIR:
        return Words::tr("There is a folder of that name; choose another name.");
    case ENAMETOOLONG:
        return Words::tr("The name is too long; choose a shorter one.");
    case EFBIG:
        return Words::tr("The file would be larger than this disk allows; choose another disk.");
    default:
        return Words::tr("Choose another folder, or try again.");
    }
}

} // namespace

AtomicFile::AtomicFile(const QString &path)
    : m_path(path)
    , m_target(path)
{
    const QFileInfo info(path);
    if (info.isSymLink())
        m_target = info.canonicalFilePath().isEmpty() ? info.symLinkTarget() : info.canonicalFilePath();
}

AtomicFile::~AtomicFile()
{
    discard();
}

Result<void> AtomicFile::open()
{
    const QFileInfo target(m_target);
    const QString saying = Words::tr("“%1” could not be written.").arg(QDir::toNativeSeparators(m_path));
    if (target.isDir())
        return fail(saying, EISDIR);
    if (!target.absoluteDir().exists())
        return fail(saying, ENOENT);
    if (target.exists() && !target.isWritable())
        return fail(saying, EACCES);
    // A hidden name of its own, never longer than the file system takes.
    const QString name =
        QStringLiteral(".%1.%2.part")
            .arg(target.fileName().left(60), QString::number(QRandomGenerator::system()->generate64(), 36));
    m_file.setFileName(target.absoluteDir().filePath(name));
    errno = 0;
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return fail(saying, errno != 0 ? errno : EACCES);
    if (target.exists())
        m_file.setPermissions(target.permissions());
    m_buffer.reserve(bufferSize);
    return {};
}

Result<void> AtomicFile::write(std::string_view bytes)
{
    if (m_error)
        return failure(*m_error);
    Q_ASSERT(m_file.isOpen());
    if (m_buffer.size() + bytes.size() <= bufferSize) {
        m_buffer.append(bytes);
        return {};
    }
    if (auto flushed = flush(); !flushed)
        return flushed;
    if (bytes.size() <= bufferSize) {
        m_buffer.append(bytes);
        return {};
    }
    m_buffer.assign(bytes);
    return flush();
}

Result<void> AtomicFile::flush()
{
    const char *at = m_buffer.data();
    auto left = static_cast<qint64>(m_buffer.size());
    while (left > 0) {
        errno = 0;
        const qint64 written = m_file.write(at, left);
        if (written <= 0) {
            return fail(Words::tr("“%1” could not be written.").arg(QDir::toNativeSeparators(m_path)),
                        errno != 0 ? errno : ENOSPC);
        }
        at += written;
        left -= written;
    }
    beginWriteback(m_file.handle(), m_file.pos() - static_cast<qint64>(m_buffer.size()),
                   static_cast<qint64>(m_buffer.size()));
    m_buffer.clear();
    return {};
}

Result<void> AtomicFile::commit()
{
    if (m_error)
        return failure(*m_error);
    if (auto flushed = flush(); !flushed)
        return flushed;
    const QString saying = Words::tr("“%1” could not be written.").arg(QDir::toNativeSeparators(m_path));
#ifdef Q_OS_UNIX
    if (::fsync(m_file.handle()) != 0)
        return fail(saying, errno);
    const QByteArray from = QFile::encodeName(m_file.fileName());
    const QByteArray to = QFile::encodeName(m_target);
    m_file.close();
    if (std::rename(from.constData(), to.constData()) != 0)
        return fail(saying, errno);
    m_file.setFileName(QString());
    // The new name is on the disk only once its folder is.
    const QByteArray folder = QFile::encodeName(QFileInfo(m_target).absolutePath());
    if (const int handle = ::open(folder.constData(), O_RDONLY | O_CLOEXEC); handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#else
    m_file.flush();
    m_file.close();
    QFile::remove(m_target);
    if (!m_file.rename(m_target))
        return fail(saying, EACCES);
    m_file.setFileName(QString());
#endif
    return {};
}

Result<void> AtomicFile::fail(const QString &message, int systemError)
{
    discard();
    Error error;
    error.kind = ErrorKind::Io;
    error.message = message;
    error.advice = adviceFor(systemError, m_target);
    error.detail = QString::fromLocal8Bit(std::strerror(systemError));
    m_error = error;
    return failure(std::move(error));
}

void AtomicFile::discard()
{
    if (m_file.fileName().isEmpty())
        return;
    if (m_file.isOpen())
        m_file.close();
    m_file.remove();
    m_file.setFileName(QString());
    m_buffer.clear();
}

Result<void> makeFolderOf(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    errno = 0;
    if (QDir().mkpath(folder))
        return {};
    const int systemError = errno;
    return failure(ErrorKind::Io, Words::tr("“%1” could not be written.").arg(QDir::toNativeSeparators(path)),
                   Words::tr("The folder “%1” could not be made; check that you may write there.")
                       .arg(QDir::toNativeSeparators(folder)),
                   QString::fromLocal8Bit(std::strerror(systemError)));
}

Result<void> replaceFile(const QString &path, std::string_view bytes)
{
    AtomicFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(bytes); !written)
        return written;
    return file.commit();
}

} // namespace sonde
