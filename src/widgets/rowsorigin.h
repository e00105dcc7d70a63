#pragma once

#include "core/connection.h"
#include "results/storedresult.h"

#include <QString>

namespace sonde {

/// Where the rows of a page come from: a run of it, or a file.
struct RowsOrigin
{
    StoredResult about;
    QString connectionId; ///< of a run; empty for a file
    QString file;         ///< its path; empty for a run
};

/// The origin of a run that begins now.
RowsOrigin originOfRun(const Query &query, const Connection &connection, const QDateTime &nowUtc);

/// One line that says of rows from a file what they are; empty for a run, which the page itself tells of.
/// \a isRead: they are all that are in the file.
QString describeOrigin(const RowsOrigin &origin, bool isRead, const QDateTime &nowUtc);
/// What the line leaves out, several lines.
QString describeOriginInFull(const RowsOrigin &origin);

} // namespace sonde
