#pragma once

#include "core/bytesink.h"

namespace sonde {

/// Writes a logs query answer of \a rows rows and sixteen columns of every type; 200 000 rows are about 100
/// MB, the service's own limit for one answer. The same number gives the same bytes everywhere.
Result<void> writeSampleAnswer(int rows, ByteSink &sink);

} // namespace sonde
