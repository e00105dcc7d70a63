#pragma once

#include "kql/kqlanswers.h"
#include "kql/kqlschema.h"

#include <QString>
#include <QStringList>

namespace sonde {

/// What the rows of a tab have shown, which no list of tables needs to know.
struct ClassicNames
{
    QStringList fields;
    QStringList types;
};

/// What may be written at a place of a classic search. Of fields there are those that were seen, the columns
/// of the tables that the search names as its Type, and those that all records have; behind `measure` only
/// those that it leaves.
///
/// \a position in UTF-16 units. \a schema may be null. Empty within a string, a number or a value that is no
/// name. Linear in the text; may be called on any thread.
KqlCompletion completeClassic(const QString &text, int position, const ClassicNames &seen,
                              const KqlSchemaPtr &schema);

} // namespace sonde
