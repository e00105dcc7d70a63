#pragma once

#include "core/result.h"
#include "results/table.h"

#include <QByteArray>
#include <optional>

namespace sonde {

/// One answer of the classic search service, decoded.
struct ClassicAnswer
{
    QString id;           ///< resource path of the search; its last segment is what a poll names
    QString requestId;    ///< the last segment of id
    bool pending = false; ///< Status is Pending; any other status ends the search
    QString status;
    std::optional<qint64> total;
    std::optional<qint64> top;
    bool partialResults = false;
    QStringList warnings;   ///< sentences about records that could not be read as sent
    QStringList coreErrors; ///< one line per index core whose status is neither Pending nor Successful
    bool aggregated = false;
    Table rows;   ///< columns are the union of the records' fields in first-seen order
    QString eTag; ///< changes when a later answer has new data
};

/// Reads a whole body. A search-level error body (`{"__metadata":{"resultType":"error"},"error":{...}}`)
/// comes back as an Error of kind Query with its position; anything that is no search answer as Decode. For a
/// worker thread.
///
/// Records have no declared types: whole numbers become long, then real, then string where values disagree;
/// ISO dates become datetime only if every value of the column parses; objects and arrays are dynamic; a
/// field that a record lacks is null. The records' own `__metadata` is left out.
Result<ClassicAnswer> decodeClassicAnswer(const QByteArray &body);

/// What can be had of a body that decodeClassicAnswer() refused because it is cut short or damaged: the
/// records that stand whole before that place. Nothing where there is none.
std::optional<ClassicAnswer> decodeClassicPart(const QByteArray &body);

} // namespace sonde
