#pragma once

#include "core/bytesink.h"

#include <QFile>
#include <QString>

namespace sonde {

/// A file that is either replaced as a whole or left as it was.
///
/// Bytes go to a new file beside the target; commit() makes sure that they are on the disk and puts the new
/// file in the target's place. Every write is checked, the first failure is final, and without a commit
/// nothing stays. QSaveFile is not used: on a full disk its commit() was seen to succeed after a short write
/// (Qt 6.4.2). A target that is a symbolic link stays one. Used on one thread at a time.
class AtomicFile final : public ByteSink
{
public:
    explicit AtomicFile(const QString &path);
    ~AtomicFile() override;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;

    /// Io where the folder is missing, may not be written or is full.
    Result<void> open();
    Result<void> write(std::string_view bytes) override;
    Result<void> commit();

private:
    Result<void> fail(const QString &message, int systemError);
    Result<void> flush();
    void discard();

    QString m_path;   ///< as the user named it, for messages
    QString m_target; ///< with symbolic links resolved
    QFile m_file;
    std::string m_buffer;
    std::optional<Error> m_error;
};

/// Makes the folder that a file is to lie in, where it is not there yet. For the program's own files; a
/// folder that a person names is not made behind their back. Io.
Result<void> makeFolderOf(const QString &path);

/// Replaces a small file in one step.
Result<void> replaceFile(const QString &path, std::string_view bytes);

} // namespace sonde
