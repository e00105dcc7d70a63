#pragma once

#include "core/cancelstate.h"
#include "results/storedresult.h"

namespace sonde {

/// Reads a file with a result: one that Sonde saved, or an answer as a service sent it; what it is, its
/// first bytes tell, not its name. Fails as readResultFile() and readRawAnswer() do. For a worker thread.
Result<ResultInfo> readStoredResult(const QString &path, const StoredResultHandlers &handlers,
                                    const CancelState &cancel);

/// Whether files of that name are results; for who has several kinds of files to open.
bool isResultFileName(const QString &path);

} // namespace sonde
