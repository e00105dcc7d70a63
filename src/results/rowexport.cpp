#include "results/rowexport.h"

#include "results/parquetwriter.h"
#include "results/xlsxwriter.h"

namespace sonde {

Result<ExportOutcome> exportRows(const Selection &selection, const ExportOptions &options,
                                 const AnswerNotes &notes, ByteSink &sink, const CancelState &cancel,
                                 const WriteProgress &progress)
{
    if (options.format == ExportFormat::Xlsx) {
        const auto written = writeXlsx(selection, options, notes, sink, cancel, progress);
        if (!written)
            return failure(written.error());
        return ExportOutcome{written->cutCells};
    }
    if (options.format == ExportFormat::Parquet) {
        if (auto written = writeParquet(selection, sink, cancel, progress); !written)
            return failure(written.error());
        return ExportOutcome{};
    }
    if (auto written = writeRows(selection, options, sink, cancel, progress); !written)
        return failure(written.error());
    return ExportOutcome{};
}

} // namespace sonde
