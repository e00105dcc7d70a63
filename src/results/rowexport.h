#pragma once

#include "results/answernotes.h"
#include "results/writers.h"

namespace sonde {

struct ExportOutcome
{
    std::size_t cutCells = 0; ///< that the format had no room for
};

/// Writes rows in any format: what every export goes through, with a window and without one, so that the same
/// options give the same bytes. Fails as writeRows() and writeXlsx() do. For a worker thread.
Result<ExportOutcome> exportRows(const Selection &selection, const ExportOptions &options,
                                 const AnswerNotes &notes, ByteSink &sink, const CancelState &cancel,
                                 const WriteProgress &progress = {});

} // namespace sonde
