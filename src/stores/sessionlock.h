#pragma once

#include "core/result.h"

#include <QString>
#include <memory>

class QLockFile;

namespace sonde {

/// Says that a folder is one program's. The system itself lets go of the lock when the program ends in
/// whatever way, so that a crash or a power cut leaves nothing behind; a file with a process id in it, as
/// QLockFile writes, may name another process after a restart of the machine.
class SessionLock
{
public:
    SessionLock();
    ~SessionLock();
    SessionLock(const SessionLock &) = delete;
    SessionLock &operator=(const SessionLock &) = delete;

    /// Takes the lock of that file, which is made where it is missing and never removed. Usage where another
    /// program has it, Io where the file cannot be made.
    Result<void> take(const QString &path);
    bool isTaken() const;
    void release();

private:
    int m_handle = -1;
    std::unique_ptr<QLockFile> m_lockFile; ///< where the system has no flock()
};

} // namespace sonde
