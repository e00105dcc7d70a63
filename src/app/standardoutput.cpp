#include "app/standardoutput.h"

#include <QCoreApplication>
#include <cerrno>
#include <csignal>
#include <cstring>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <cstdio>
#endif

namespace sonde {

StandardOutput::StandardOutput()
{
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

Result<void> StandardOutput::write(std::string_view bytes)
{
    while (!bytes.empty()) {
#ifdef Q_OS_UNIX
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
#else
        const auto count = std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        const auto written = count == 0 ? -1 : static_cast<qint64>(count);
#endif
        if (written < 0) {
            m_closed = errno == EPIPE;
            return failure(
                ErrorKind::Io,
                QCoreApplication::translate("StandardOutput", "Standard output could not be written."), {},
                QString::fromLocal8Bit(std::strerror(errno)));
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace sonde
