#pragma once

#include "import/filltask.h"

namespace sonde {

/// Objects of JSON, parted by DuckDB. Internal to the import.
namespace jsonfile {

/// Whether a file that begins so is JSON of objects, and how they stand: DuckDB's word; else empty.
QString formatOf(QByteArrayView beginning);
Result<ImportGuess> guess(ImportDatabase &database, const ImportSource &source, const QString &format,
                          const CancelState &cancel);
Result<FillOutcome> fill(const FillTask &task);

} // namespace jsonfile

} // namespace sonde
