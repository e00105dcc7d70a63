#pragma once

#include "results/writers.h"

#include <functional>

/// What the writers share; internal to results.
namespace sonde {

using AppendRow = std::function<void(std::string &buffer, const RowRef &row)>;

/// Calls \a appendRow for every selected row, hands the buffer to the sink when it is large enough, and looks
/// at \a cancel now and then.
Result<void> walkRows(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                      const WriteProgress &progress, const AppendRow &appendRow);

std::vector<int> columnsOf(const Selection &selection);

void appendCell(std::string &out, const CellRef &cell);

} // namespace sonde
