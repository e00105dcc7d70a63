#pragma once

#include "import/chunkappender.h"
#include "results/table.h"

namespace sonde {

/// Appends the cells of \a rows whose columns are those that \a columns name, in their order; -1, and a
/// column that the rows lack, is null. The types are the appender's. Internal to the import.
bool appendRow(ChunkAppender &out, const RowRef &row, const QList<int> &columns);

} // namespace sonde
