#pragma once

#include "core/bytesink.h"
#include "core/cancelstate.h"
#include "results/exportoptions.h"
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

/// Called now and then with the number of rows written.
using WriteProgress = std::function<void(std::size_t rows)>;

/// Writes the rows in the format that \a options name, all but Xlsx (see xlsxwriter.h) and Parquet (see
/// parquetwriter.h).
///
/// The writers read the columns, never display text, and put UTF-8 bytes into the sink. They fail with the
/// sink's error, with Cancelled, or with Usage where the format cannot hold such rows. For a worker thread;
/// threads of the global pool help it.
///
/// In all of them: datetimes in ISO 8601 with the digits they have (0 to 7), timespans as
/// `[-][d.]hh:mm:ss[.f]`, int64 exact, reals in the shortest form that reads back, dynamic as its JSON text.
Result<void> writeRows(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                       const CancelState &cancel, const WriteProgress &progress = {});
/// RFC 4180, or the dialect that \a options ask for; by default nulls are empty fields.
Result<void> writeCsv(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                      const CancelState &cancel, const WriteProgress &progress = {});
/// One JSON object a line; nulls are null, dynamic is embedded as JSON where it is JSON.
Result<void> writeJsonLines(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                            const CancelState &cancel, const WriteProgress &progress = {});
/// The same objects as one array.
Result<void> writeJson(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                       const CancelState &cancel, const WriteProgress &progress = {});
/// A table as GitHub reads it. Nothing of the data is read as Markdown or HTML.
Result<void> writeMarkdown(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                           const CancelState &cancel, const WriteProgress &progress = {});
/// A page with one table.
Result<void> writeHtml(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                       const CancelState &cancel, const WriteProgress &progress = {});
/// `datatable(…)[…]`, which has the same rows where it is run. Usage where there are no columns: KQL has no
/// such table.
Result<void> writeKqlTable(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                           const WriteProgress &progress = {});
/// The different values of the first column, nulls left out, as SQL's `IN` takes them: `('a', 'it''s')`.
Result<void> writeInList(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                         const WriteProgress &progress = {});
/// Columns padded with spaces for a terminal; long cells are cut at 60 characters with an ellipsis.
Result<void> writeTextTable(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                            const WriteProgress &progress = {});

/// One cell as the writers put it, unquoted; empty for null. For copying and for row details.
std::string cellText(const CellRef &cell);
/// Whether a spreadsheet would run this text as a formula.
bool looksLikeFormula(std::string_view text);

} // namespace sonde
