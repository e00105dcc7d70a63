#pragma once

#include "models/cellformatter.h"
#include "models/jsontree.h"

#include <QList>
#include <optional>

namespace sonde {

/// Where a text was found in a record.
struct RowHit
{
    int column = 0;
    JsonTree::Node node = 0; ///< in the JSON of the column; 0: the column's own name or value
    bool operator==(const RowHit &) const = default;
};

struct RowHits
{
    QList<RowHit> hits;         ///< in the order in which they are shown, at most mostRowHits
    QList<JsonTree::Ptr> trees; ///< what the cells hold, by column; null where that is no JSON
};

/// More are not gone through one by one.
inline constexpr qsizetype mostRowHits = 100'000;

/// The fields of a record that have \a text in their name or value, ignoring case, however deep in JSON; a
/// text that is JSON within JSON counts as the text it is. Nothing once \a cancel was raised. For a worker
/// thread.
std::optional<RowHits> findInRow(const ChunkedTable &table, std::size_t row, const QString &text,
                                 const CellFormatter &formatter, const CancelState &cancel);

} // namespace sonde
