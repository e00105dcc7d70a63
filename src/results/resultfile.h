#pragma once

#include "core/bytesink.h"
#include "core/cancelstate.h"
#include "results/storedresult.h"

#include <vector>

class QIODevice;

/// A result in a file: packed, with checksums, read and written block by block. docs/result-file.md tells the
/// format.
namespace sonde {

struct StoredTable
{
    QString name;
    ChunkedTable rows;
};

/// Writes all rows. Fails with the sink's error, with Cancelled, or with Usage where a row is too large. For
/// a worker thread; threads of the global pool help it. \a progress is called with the rows written so far.
Result<void> writeResultFile(StoredResult about, const std::vector<StoredTable> &tables, ByteSink &sink,
                             const CancelState &cancel,
                             const std::function<void(qint64 rows)> &progress = {});

/// Whether a file that begins so may be one that writeResultFile() wrote.
bool isResultFile(QByteArrayView beginning);

/// Reads what writeResultFile() wrote, from a device that can seek. Before the first row is handed out the
/// whole file was checked, so a damaged or truncated one gives none. Fails with Decode where it is no such
/// file, or of a later version, or damaged, cut short or larger than can be meant; with Io where it cannot be
/// read; with Cancelled. \a name is the file's, for these sentences. For a worker thread.
Result<void> readResultFile(QIODevice &device, const QString &name, const StoredResultHandlers &handlers,
                            const CancelState &cancel);

} // namespace sonde
