#pragma once

#include "core/connection.h"
#include "results/storedresult.h"

#include <QString>

namespace sonde {

/// Where the rows of a page come from: a run of it, a run of the past beside which they were kept, or a file.
struct RowsOrigin
{
    StoredResult about;
    QString connectionId;             ///< of a run of the page
    QString file;                     ///< its path
    std::optional<qint64> rowsOfPast; ///< how many the run of the past had; more may be than were kept

    /// Whether they were read, and no service sent them now.
    bool isStored() const { return !file.isEmpty() || rowsOfPast.has_value(); }
};

/// The origin of a run that begins now, with the range that is asked for.
RowsOrigin originOfRun(const Query &query, const Connection &connection, const QDateTime &nowUtc);

/// One line that says of stored rows what they are; empty for a run, which the page itself tells of.
/// \a isRead: they are all that were stored.
QString describeOrigin(const RowsOrigin &origin, bool isRead, const QDateTime &nowUtc);
/// What the line leaves out, several lines.
QString describeOriginInFull(const RowsOrigin &origin);

} // namespace sonde
