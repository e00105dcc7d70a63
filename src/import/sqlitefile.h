#pragma once

#include "import/filltask.h"

namespace sonde {

/// SQLite databases, read by Qt's driver. Internal to the import.
namespace sqlitefile {

Result<ImportGuess> guess(const ImportSource &source, const CancelState &cancel);
Result<FillOutcome> fill(const FillTask &task);

} // namespace sqlitefile

} // namespace sonde
