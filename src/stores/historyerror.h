#pragma once

#include "core/error.h"

class QSqlError;

namespace sonde {

/// What SQLite said about the history's file at \a path, in words that a person can act on; Io, or Decode
/// for a damaged file.
Error historyError(const QSqlError &error, const QString &path);
/// Whether it said that the file is no database, or a damaged one.
bool isDamagedHistory(const QSqlError &error);
/// The folder of the history could not be made, or nothing can be made in it.
Error historyFolderError(const QString &folder, const QString &detail = {});

} // namespace sonde
