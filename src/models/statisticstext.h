#pragma once

#include "models/cellformatter.h"
#include "results/cellstatistics.h"

#include <QStringList>

namespace sonde {

/// What there is to say of cells, most wanted first, each a few words: `12 cells`, `3 distinct`, `Sum 41`.
/// Numbers are written as the language writes them, datetimes as the formatter does.
QStringList describeStatistics(const CellStatistics &statistics, const CellFormatter &formatter);

} // namespace sonde
