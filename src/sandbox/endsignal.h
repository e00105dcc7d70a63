#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace sonde {

/// Waits for what ends a program that has no window and no event loop: SIGTERM, or Ctrl+C. Made before any
/// thread starts.
class EndSignal
{
public:
    EndSignal();
    void wait();
    /// Whether it came; for who works in the meantime.
    bool hasCome() const;

#ifdef Q_OS_UNIX
private:
    sigset_t m_signals;
#endif
};

} // namespace sonde
