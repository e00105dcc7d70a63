#pragma once

#include "core/result.h"
#include "models/fieldpath.h"
#include "models/jsontree.h"
#include "results/table.h"

#include <QList>
#include <QString>

namespace sonde {

/// The value as KQL names it, as `Properties.request["x-id"][0]`; what stands in a text is read with
/// parse_json(). \a text is how KQL names the text of a column that is one, where that is not its name.
QString kqlPath(const FieldPath &path, const QList<ColumnHeader> &headers, const QString &text = {});
/// That value's text in KQL.
QString kqlText(const QString &value, ColumnType type);

/// A line of KQL, `| where …` on a line of its own, that keeps the rows with \a text (as JsonTree::text()) at
/// \a path, or leaves them out. The value is converted to what it is here, as KQL compares no dynamic values.
/// Fails with Usage where it is an object or array, or too long for a query.
Result<QString> fieldLine(const FieldPath &path, const QList<ColumnHeader> &headers, JsonTree::Kind kind,
                          const QString &text, bool isKept);

/// A part of a text that somebody chose, and what stands beside it; null characters at its ends.
struct TextPart
{
    QString text;
    QChar before;
    QChar after;
};

/// A line of KQL that keeps the rows with \a part in \a value (see kqlText()), or leaves them out, with `has`
/// where it is a word of letters and digits, which services find faster, else with `contains`. Fails with
/// Usage where it is too long for a query.
Result<QString> partLine(const QString &value, const TextPart &part, bool isKept);

} // namespace sonde
