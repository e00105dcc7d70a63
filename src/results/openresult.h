#pragma once

#include "core/cancelstate.h"
#include "results/storedresult.h"

class QIODevice;

namespace sonde {

/// Reads a file with a result: one that Sonde saved, or an answer as a service sent it; what it is, its
/// first bytes tell, not its name. Fails as readResultFile() and readRawAnswer() do. For a worker thread.
Result<ResultInfo> readStoredResult(const QString &path, const StoredResultHandlers &handlers,
                                    const CancelState &cancel);

/// The same of a device that can seek, with \a name for the sentences.
Result<ResultInfo> readStoredResult(QIODevice &device, const QString &name,
                                    const StoredResultHandlers &handlers, const CancelState &cancel);

/// Whether files of that name are results; for who has several kinds of files to open.
bool isResultFileName(const QString &path);

} // namespace sonde
