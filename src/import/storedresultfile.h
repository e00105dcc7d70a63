#pragma once

#include "import/filltask.h"

namespace sonde {

/// Results that Sonde saved, and answers as a service sent them. Internal to the import.
namespace storedresultfile {

bool isAnswer(QByteArrayView beginning);
Result<ImportGuess> guess(const ImportSource &source, const CancelState &cancel);
Result<FillOutcome> fill(const FillTask &task);

} // namespace storedresultfile

} // namespace sonde
