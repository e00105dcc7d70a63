#pragma once

#include "core/result.h"
#include "ports/importguess.h"

#include <QByteArray>

namespace sonde {

/// What a file is and what it begins with. Internal to the import.
struct FileKind
{
    ImportKind kind = ImportKind::Csv;
    QString jsonFormat;   ///< of the JSON kinds
    QByteArray beginning; ///< at most 1 MiB, without a byte-order mark
    qint64 bytes = 0;     ///< of the file

    /// Fails with NotFound, Io, and with Decode and a sentence for what is no data.
    static Result<FileKind> of(const QString &path);
};

} // namespace sonde
