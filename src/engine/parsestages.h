#pragma once

#include "engine/querytranslator.h"

namespace sonde {

/// A column that a text is taken apart into.
struct TakenColumn
{
    ColumnHeader header;
    QString text; ///< SQL over the first stage; NULL where the text has none
};

/// How rows get columns out of a text. Internal to the engine.
struct Taken
{
    QStringList items; ///< of the first stage, `sql AS name`
    QString isMatch;   ///< SQL over the first stage; never NULL
    QList<TakenColumn> columns;
    bool isStrict = false; ///< one text that is none of its type, and the whole row has no values
    bool isFilter = false; ///< rows without values are left out
};

/// The input with these columns, which take the place of those that have their names.
Result<Relation> addTaken(const KqlNode &node, const Relation &input, const Taken &taken,
                          QueryTranslator &query);

/// The column that a declaration in the query names, with or without a type.
Result<ColumnHeader> declaredColumn(const KqlNode &declaration, const QueryTranslator &query);

} // namespace sonde
