#pragma once

#include "import/filltask.h"

namespace sonde {

/// CSV files, read by DuckDB. Internal to the import.
namespace csvfile {

/// Guesses dialect, names and types. \a beginning is what the file begins with.
Result<ImportGuess> guess(ImportDatabase &database, const ImportSource &source, QByteArrayView beginning,
                          const CancelState &cancel);
Result<FillOutcome> fill(const FillTask &task);

} // namespace csvfile

} // namespace sonde
