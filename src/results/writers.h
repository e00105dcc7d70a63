#pragma once

#include "core/bytesink.h"
#include "core/cancelstate.h"
#include "results/roworder.h"

#include <functional>
#include <optional>
#include <vector>

namespace sonde {

/// What is to be written: a snapshot, its rows in order, its columns in order.
struct Selection
{
    ChunkedTable table;
    std::optional<RowOrder> rows; ///< all rows in natural order if not set
    std::vector<int> columns;     ///< all columns if empty
};

enum class ExportFormat { Csv, JsonLines, TextTable };

struct CsvOptions
{
    bool header = true;
    char separator = ',';
    /// Put an apostrophe before text that a spreadsheet would run as a formula (= + - @ tab CR first).
    bool guardFormulas = false;
    /// U+FEFF first, by which Excel knows that the file is UTF-8.
    bool byteOrderMark = false;
    /// Copying to the clipboard ends lines with LF; files end them with CRLF, as RFC 4180 says.
    bool crlf = true;
};

/// Called now and then with the number of rows written.
using WriteProgress = std::function<void(std::size_t rows)>;

/// The writers read the columns, never display text, and put UTF-8 bytes into the sink. They fail with the
/// sink's error, or with Cancelled. For a worker thread; threads of the global pool help it.
///
/// In all of them: datetimes in ISO 8601 UTC with the digits they have (0 to 7), timespans as
/// `[-][d.]hh:mm:ss[.f]`, int64 exact, reals in the shortest form that reads back, dynamic as its JSON text.
/// RFC 4180: nulls are empty fields.
Result<void> writeCsv(const Selection &selection, const CsvOptions &options, ByteSink &sink,
                      const CancelState &cancel, const WriteProgress &progress = {});
/// One JSON object a line; nulls are null, dynamic is embedded as JSON where it is JSON.
Result<void> writeJsonLines(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                            const WriteProgress &progress = {});
/// Columns padded with spaces for a terminal; long cells are cut at 60 characters with an ellipsis.
Result<void> writeTextTable(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                            const WriteProgress &progress = {});

/// One cell as the writers put it, unquoted; empty for null. For copying and for row details.
std::string cellText(const CellRef &cell);
/// Whether a spreadsheet would run this text as a formula.
bool looksLikeFormula(std::string_view text);

} // namespace sonde
