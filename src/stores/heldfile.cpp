#include "stores/heldfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeldFile)
};

tl::unexpected<Error> cannotHold(const QString &path, const QString &detail)
{
    return failure(ErrorKind::Io, Words::tr("“%1” could not be locked.").arg(QDir::toNativeSeparators(path)),
                   Words::tr("Check that you may write to its folder and that its disk is not full."),
                   detail);
}

} // namespace

HeldFile::HeldFile() = default;

#ifdef Q_OS_UNIX

Result<std::unique_ptr<HeldFile>> HeldFile::tryHold(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    for (;;) {
        const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (descriptor < 0)
            return cannotHold(path, QString::fromLocal8Bit(std::strerror(errno)));
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int reason = errno;
            ::close(descriptor);
            if (reason == EWOULDBLOCK)
                return nullptr;
            return cannotHold(path, QString::fromLocal8Bit(std::strerror(reason)));
        }
        // Who held it before may have removed it between the two calls: then this is a file without a name.
        struct stat held = {};
        struct stat named = {};
        if (::fstat(descriptor, &held) == 0 && ::stat(name.constData(), &named) == 0 &&
            held.st_ino == named.st_ino && held.st_dev == named.st_dev) {
            std::unique_ptr<HeldFile> file(new HeldFile);
            file->m_path = path;
            file->m_descriptor = descriptor;
            return file;
        }
        ::close(descriptor);
    }
}

HeldFile::~HeldFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void HeldFile::removeFile()
{
    QFile::remove(m_path);
}

#else

Result<std::unique_ptr<HeldFile>> HeldFile::tryHold(const QString &path)
{
    std::unique_ptr<HeldFile> file(new HeldFile);
    file->m_path = path;
    file->m_lockFile = std::make_unique<QLockFile>(path);
    file->m_lockFile->setStaleLockTime(0);
    if (file->m_lockFile->tryLock(0))
        return file;
    if (file->m_lockFile->error() == QLockFile::LockFailedError)
        return nullptr;
    return cannotHold(path, {});
}

HeldFile::~HeldFile() = default;

void HeldFile::removeFile()
{
    m_lockFile->unlock();
}

#endif

} // namespace sonde
