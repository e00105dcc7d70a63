#pragma once

#include "core/query.h"
#include "core/result.h"
#include "results/resultset.h"

#include <QDateTime>
#include <functional>

namespace sonde {

/// What a result says of itself when it is kept beyond its window: all but its rows. Never a secret, nor an
/// address that the query went to.
struct StoredResult
{
    /// As it was asked; without text where it is not known. Of the limits only `top` is kept.
    std::optional<Query> query;
    QString connection; ///< its name
    QString workspace;  ///< name or id of the workspace
    QDateTime askedAt;  ///< UTC; invalid where it is not known
    QDateTime savedAt;  ///< UTC; invalid for an answer as the service sent it
    QString program;    ///< which wrote the file, with its version
    /// Its `request` and `rawAnswer` are not kept.
    ResultInfo info;
    qint64 rows = 0; ///< of all tables; 0 where it is not known yet
};

/// Called while a stored result is read, in the order of the members.
struct StoredResultHandlers
{
    std::function<void(const StoredResult &)> opened;
    std::function<void(ResultChunk)> chunk;
    /// In thousandths of the file, now and then.
    std::function<void(int permille)> progress;
};

/// JSON text of a StoredResult, as it stands in a result file; see docs/result-file.md.
QByteArray storedResultToJson(const StoredResult &result);
/// Nothing where it is no such text.
std::optional<StoredResult> storedResultFromJson(const QByteArray &json);

} // namespace sonde

Q_DECLARE_METATYPE(sonde::StoredResult)
