#pragma once

#include "results/writers.h"

namespace sonde {

/// Writes rows as one Parquet file (zstd) through DuckDB: bool, int, long and real as such, datetimes as
/// timestamps of 100 ns where all of them lie between 1678 and 2262, else of 1 us, GUIDs as UUIDs where all
/// are some; timespans, decimals and dynamic values as their texts. A file in a temporary folder of the cache
/// holds it meanwhile. See results/parquetwriter.h.
Result<void> exportParquet(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                           const WriteProgress &progress);

} // namespace sonde
