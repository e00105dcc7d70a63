#pragma once

#include "kql/kqlschema.h"
#include "kql/parsedsearch.h"

#include <QString>
#include <QStringList>

namespace sonde {

// What all parts of the translation know about fields, tables and their choice. Nothing here fails, and all
// of it may be called from any thread.

/// Every record has them.
inline const QString classicTimeField = QStringLiteral("TimeGenerated");
inline const QString classicTypeField = QStringLiteral("Type");

/// Columns that the classic service never had: they are not sent unless they are selected.
bool isHiddenClassicField(const QString &name);

/// Those, and what the service itself adds to a record.
bool isReservedClassicField(const QString &name);

/// Whether a record without the field has an empty text in KQL, and not null: a type that is not known is
/// taken for text.
bool isClassicText(const QString &kqlType);

/// The condition that a record has the value \a kql, of the type \a kqlType.
QString kqlPresence(const QString &kql, const QString &kqlType);

/// Null where there is none.
const KqlColumn *findColumn(const KqlTable &table, const QString &name);
/// Likewise; \a schema may be null, and owns the table.
const KqlTable *findTable(const KqlSchemaPtr &schema, const QString &name);

/// `Type=A` or `Type=A OR Type=B`, which is the filter or one of the conditions that AND joins in it.
struct ClassicTypeChoice
{
    QStringList types;  ///< each once; empty: the filter may mention types, but chooses none
    ClassicFilter rest; ///< what else the filter says
};
ClassicTypeChoice typeChoiceOf(const ClassicFilter &filter);

} // namespace sonde
