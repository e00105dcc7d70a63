#pragma once

#include "results/table.h"

#include <QLatin1StringView>
#include <QList>

namespace sonde {

/// The columns of one of the sandbox's nine tables, as Azure Monitor's table reference lists them; empty for
/// any other name.
QList<ColumnHeader> sampleColumns(QLatin1StringView table);

} // namespace sonde
