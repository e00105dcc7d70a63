#pragma once

#include "results/table.h"

#include <QString>

namespace sonde {

/// Whether a cell is what a page of the language reference prints for it. Reals may differ by half a unit of
/// the last digit that is printed; datetimes, timespans and JSON are compared by what they are, texts
/// exactly. An empty print stands for null and for the empty text.
bool isPrintedAs(const CellRef &cell, const QString &printed);

} // namespace sonde
