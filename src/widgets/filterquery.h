#pragma once

#include "core/result.h"
#include "results/columncells.h"
#include "results/rowfilter.h"
#include "results/writers.h"

#include <QString>
#include <vector>

namespace sonde {

/// The filter as lines of KQL, `| where …`, one for each condition; each begins on a line of its own.
/// Datetimes that are looked at as text are so in the zone of \a display. Cells that are shown in a format
/// are looked at as they came, and a remark says so.
QString whereLines(const RowFilter &filter, const QList<ColumnHeader> &headers, const CellDisplay &display);

/// The cells as lines of KQL that keep the rows with these values, or leave them out; one line for each
/// column: `==`, `in`, `between` for several datetimes, or the opposites. Fails with Usage where there are
/// too many values for a query.
Result<QString> cellLines(const Selection &rows, const std::vector<ColumnCells> &cells, bool isKept);

} // namespace sonde
