#pragma once

#include "results/resultfile.h"

#include <QByteArray>

namespace sonde {

/// How much of a result is kept where it must stay small.
struct FirstRowsLimits
{
    std::size_t rows = 200;          ///< of each table
    std::size_t bytes = 1024 * 1024; ///< of the file
};

struct FirstRows
{
    QByteArray file; ///< as of writeResultFile(); empty where not even a row fits
    qint64 rows = 0; ///< in it, of all tables
};

/// The first rows of a result as a file: fewer where they are large. What the file says of itself counts
/// them and says Partial where rows of \a tables are left out, with a sentence for the reader. Fails with
/// Cancelled. For a worker thread.
Result<FirstRows> packFirstRows(const StoredResult &about, const std::vector<StoredTable> &tables,
                                const FirstRowsLimits &limits, const CancelState &cancel);

} // namespace sonde
