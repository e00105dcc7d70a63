#pragma once

#include "results/writers.h"

#include <functional>

/// What the writers share; internal to results.
namespace sonde {

using AppendRow = std::function<void(std::string &buffer, const RowRef &row)>;

/// Calls \a appendRow for every selected row, on several threads, hands what it appends to the sink in order
/// and in the calling thread, and looks at \a cancel before each row.
Result<void> walkRows(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                      const WriteProgress &progress, const AppendRow &appendRow);

std::vector<int> columnsOf(const Selection &selection);

void appendCell(std::string &out, const CellRef &cell);

} // namespace sonde
