#pragma once

#include "kql/kqlschema.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringView>

namespace sonde {

/// Which schemas the service's engine has, and which tables' columns of each: a schema of a thousand tables
/// is handed over by name, and the columns of a table when a query names it. What is in the engine is an
/// object that every collection of its garbage visits, and most queries name one table.
class KqlKnownSchemas
{
public:
    struct Schema
    {
        KqlSchemaPtr schema;
        int id = 0;
        /// Tables whose columns the engine does not have: their places in the list.
        QHash<QString, qsizetype> unseen;
        bool areOddTaken = false;       ///< the tables whose names a text may write in several ways
        QHash<QString, QString> bodies; ///< of the functions that the engine has, for the tables these name
    };

    /// Null if it has to be added.
    Schema *find(const KqlSchemaPtr &schema);
    Schema &add(const KqlSchemaPtr &schema);
    /// Takes the one that was not used for longest out, where there are too many; 0: none.
    int takeSpare();
    void clear();

    /// For glue.js's addSchema().
    static QByteArray namesJson(const KqlSchema &schema);
    /// The tables that \a text needs and the engine has not; they count as had afterwards. For glue.js's
    /// addColumns(); empty: none.
    static QByteArray takeNeeded(Schema &schema, const QString &text);

private:
    QList<std::shared_ptr<Schema>> m_schemas; ///< the last used one first
    int m_lastId = 0;
};

} // namespace sonde
