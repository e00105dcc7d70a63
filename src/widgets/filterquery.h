#pragma once

#include "results/rowfilter.h"

#include <QString>

namespace sonde {

/// The filter as lines of KQL, `| where …`, one for each condition; each begins on a line of its own.
/// Datetimes that are looked at as text are so in UTC, or in \a zone.
QString whereLines(const RowFilter &filter, const QList<ColumnHeader> &headers,
                   const std::optional<QTimeZone> &zone);

} // namespace sonde
