#include "sandbox/endsignal.h"

#ifdef Q_OS_UNIX
#include <pthread.h>
#else
#include <QSemaphore>
#include <csignal>
#endif

namespace sonde {

#ifdef Q_OS_UNIX

// Blocked in every thread, the signals are taken where nothing is interrupted.
EndSignal::EndSignal()
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGTERM);
    sigaddset(&m_signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
}

void EndSignal::wait()
{
    int signal = 0;
    sigwait(&m_signals, &signal);
}

bool EndSignal::hasCome() const
{
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1;
}

#else

namespace {

// Windows calls the handler in a thread of its own, where everything is allowed.
QSemaphore ended;

} // namespace

EndSignal::EndSignal()
{
    for (const int signal : {SIGTERM, SIGINT})
        std::signal(signal, [](int) { ended.release(); });
}

void EndSignal::wait()
{
    ended.acquire();
}

bool EndSignal::hasCome() const
{
    return ended.available() > 0;
}

#endif

} // namespace sonde
