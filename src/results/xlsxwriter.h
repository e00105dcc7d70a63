#pragma once

#include "results/answernotes.h"
#include "results/writers.h"

namespace sonde {

/// How many rows a sheet has room for; one more for the names of the columns.
inline constexpr std::size_t mostXlsxRows = 1'048'575;
inline constexpr std::size_t mostXlsxColumns = 16'384;

/// The part of \a selection that is so many rows from \a first on.
Selection partOf(const Selection &selection, std::size_t first, std::size_t count);

/// How many cells had to be cut, a sheet having no room for more than 32 767 characters in one.
struct XlsxOutcome
{
    std::size_t cutCells = 0;
};

/// A workbook with two sheets: the rows, and the \a notes.
///
/// Numbers are numbers, but those of more than 15 digits, which a spreadsheet would round, are text;
/// datetimes are dates in the zone of \a options, to the millisecond, timespans are durations; texts are
/// never formulas or links. What a spreadsheet has no number for is text as other writers put it: NaN,
/// negative timespans, dates before March 1900. Usage where there are more rows or columns than a sheet has
/// room for.
///
/// Needs room for the unpacked rows in the folder of temporary files, and says so where there is none (Io).
/// \a cancel stops it while rows are written, not while they are packed at the end.
Result<XlsxOutcome> writeXlsx(const Selection &selection, const ExportOptions &options,
                              const AnswerNotes &notes, ByteSink &sink, const CancelState &cancel,
                              const WriteProgress &progress = {});

} // namespace sonde
