#pragma once

#include "kql/kqlanswers.h"
#include "kql/kqlschema.h"

#include <QString>
#include <QUrl>

namespace sonde {

/// What is known of a name of KQL, for people, as rich text: what it is, its parameters or columns, its
/// description. \a schema may be null.
QString describeName(const KqlCompletionItem &item, const KqlSchemaPtr &schema);

/// Microsoft's page about a function, an operator or a table; empty where there is none.
QUrl documentationOf(const KqlCompletionItem &item);
/// The same for a word of a query; tables are those of \a schema.
QUrl documentationOf(const QString &word, const KqlSchemaPtr &schema);

} // namespace sonde
