#pragma once

#include "stores/draft.h"

#include <QString>

namespace sonde {

/// A query as it was found in a file.
struct QueryFile
{
    QString text;  ///< lines end with LF where the form says CR LF
    TextForm form; ///< what to write it back with
    FileStamp stamp;
};

/// Reads a file with a query in UTF-8, with or without a byte-order mark. Io where it cannot be read; Usage
/// where it is too large to be a query or no UTF-8. Line ends that differ from line to line stay as they are.
Result<QueryFile> readQueryFile(const QString &path);

/// Replaces the file as a whole or leaves it as it was. Usage where \a text has characters that no file in
/// UTF-8 can hold.
Result<void> writeQueryFile(const QString &path, const QString &text, const TextForm &form = {});

/// The file as it is now.
FileStamp stampOf(const QString &path);

} // namespace sonde
