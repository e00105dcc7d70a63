#pragma once

#include "core/result.h"

#include <QString>
#include <memory>

class QLockFile;

namespace sonde {

/// A file that one process holds and no other can. The system itself lets go of it when the process ends,
/// however it ends, and nothing of it outlives a restart of the machine: no process ids are compared. May be
/// used from any thread.
class HeldFile final
{
public:
    /// Makes the file if need be and holds it; null where somebody holds it already (this process included),
    /// Io where it cannot be made.
    static Result<std::unique_ptr<HeldFile>> tryHold(const QString &path);
    /// Lets go; the file stays.
    ~HeldFile();
    HeldFile(const HeldFile &) = delete;
    HeldFile &operator=(const HeldFile &) = delete;

    /// Removes the file while it is held, so that nobody else can hold it in between.
    void removeFile();

private:
    HeldFile();

    QString m_path;
    int m_descriptor = -1;                 ///< Unix
    std::unique_ptr<QLockFile> m_lockFile; ///< elsewhere
};

} // namespace sonde
