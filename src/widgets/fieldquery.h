#pragma once

#include "core/result.h"
#include "models/fieldpath.h"
#include "models/jsontree.h"
#include "results/table.h"

#include <QList>
#include <QString>

namespace sonde {

/// The value as KQL names it, as `Properties.request["x-id"][0]`; what stands in a text is read with
/// parse_json().
QString kqlPath(const FieldPath &path, const QList<ColumnHeader> &headers);

/// A line of KQL, `| where …` on a line of its own, that keeps the rows with \a text (as JsonTree::text()) at
/// \a path, or leaves them out. The value is converted to what it is here, as KQL compares no dynamic values.
/// Fails with Usage where it is an object or array, or too long for a query.
Result<QString> fieldLine(const FieldPath &path, const QList<ColumnHeader> &headers, JsonTree::Kind kind,
                          const QString &text, bool isKept);

} // namespace sonde
