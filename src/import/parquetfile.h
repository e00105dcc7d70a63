#pragma once

#include "import/filltask.h"

namespace sonde {

/// Parquet files, read by DuckDB. Internal to the import.
namespace parquetfile {

Result<ImportGuess> guess(ImportDatabase &database, const ImportSource &source, const CancelState &cancel);
Result<FillOutcome> fill(const FillTask &task);

} // namespace parquetfile

} // namespace sonde
