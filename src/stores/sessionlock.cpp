#include "stores/sessionlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SessionLock)
};

tl::unexpected<Error> takenByAnother()
{
    return failure(ErrorKind::Usage, Words::tr("Another running Sonde has this session."),
                   Words::tr("Start with --new-instance for a session of its own."));
}

tl::unexpected<Error> cannotBeMade(const QString &path, const QString &detail)
{
    return failure(
        ErrorKind::Io, Words::tr("The folder for open tabs cannot be used."),
        Words::tr("Check that “%1” may be written.").arg(QDir::toNativeSeparators(QFileInfo(path).path())),
        detail);
}

} // namespace

SessionLock::SessionLock() = default;

SessionLock::~SessionLock()
{
    release();
}

#ifdef Q_OS_UNIX

Result<void> SessionLock::take(const QString &path)
{
    release();
    // Not inherited: a child that outlives the program must not keep its session.
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0)
        return cannotBeMade(path, QString::fromLocal8Bit(std::strerror(errno)));
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        ::close(handle);
        if (reason == EWOULDBLOCK)
            return takenByAnother();
        return cannotBeMade(path, QString::fromLocal8Bit(std::strerror(reason)));
    }
    m_handle = handle;
    return {};
}

bool SessionLock::isTaken() const
{
    return m_handle >= 0;
}

void SessionLock::release()
{
    if (m_handle >= 0)
        ::close(m_handle);
    m_handle = -1;
}

#else

Result<void> SessionLock::take(const QString &path)
{
    m_lockFile = std::make_unique<QLockFile>(path);
    m_lockFile->setStaleLockTime(0);
    if (m_lockFile->tryLock())
        return {};
    const bool isTakenByAnother = m_lockFile->error() == QLockFile::LockFailedError;
    m_lockFile.reset();
    if (isTakenByAnother)
        return takenByAnother();
    return cannotBeMade(path, {});
}

bool SessionLock::isTaken() const
{
    return m_lockFile != nullptr;
}

void SessionLock::release()
{
    m_lockFile.reset();
}

#endif

} // namespace sonde
