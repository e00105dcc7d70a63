#pragma once

#include "import/fileimport.h"
#include "import/importdatabase.h"

namespace sonde {

/// The database that an import makes: a table t0, t1... for each table, and one that says what they are
/// called. Internal to the import.
namespace importfile {

using Fill = std::function<Result<void>(ImportDatabase &)>;

/// Makes the file at \a target as a whole or not at all: it is built under another name in the same folder.
/// \a readable are the only files that \a fill may read.
Result<void> write(const QString &target, const QStringList &readable, const FileImport::Options &options,
                   const Fill &fill);
/// t0, t1...
QString tableOf(int index);
Result<void> makeTable(ImportDatabase &database, int index, const QList<ImportColumn> &columns);
/// Says what the table of that number is. To be called once for each, in their order.
Result<void> record(ImportDatabase &database, const ImportTable &table, const CancelState &cancel);

} // namespace importfile

} // namespace sonde
