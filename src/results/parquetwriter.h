#pragma once

#include "results/writers.h"

namespace sonde {

/// Writes rows as Apache Parquet. As writeRows(), in a worker thread.
using ParquetWriter = std::function<Result<void>(const Selection &selection, ByteSink &sink,
                                                 const CancelState &cancel, const WriteProgress &progress)>;

/// Parquet is written by the local engine, which stands above this library and gives the writer here: once,
/// at the start of the program.
void setParquetWriter(ParquetWriter writer);
/// Whether there is one.
bool canWriteParquet();

/// Fails as the writer does, and with Usage where there is none.
Result<void> writeParquet(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                          const WriteProgress &progress = {});

} // namespace sonde
