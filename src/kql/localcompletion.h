#pragma once

#include "kql/kqlanswers.h"
#include "kql/kqlschema.h"
#include "kql/kqlwords.h"

#include <QHash>
#include <QString>

namespace sonde {

/// A place of a query as its text alone shows it.
struct KqlTextPlace
{
    KqlSpot spot = KqlSpot::None;
    int wordStart = 0; ///< of the word that is being written, UTF-16 units
    int wordEnd = 0;   ///< the word goes on behind the place up to here
};

/// Reads \a text up to \a position. Linear in the text; may be called on any thread.
KqlTextPlace kqlPlaceAt(QStringView text, int position);

/// What may be written at a place, guessed from the text and the tables that are known: at once, where the
/// language service takes its time. The columns are those of all tables that the query names, and of what
/// the query itself names. Of one thread.
class LocalCompletion final
{
public:
    /// \a position in UTF-16 units of \a text, which is one query. What the service would not offer at all
    /// leaves the list empty.
    KqlCompletion complete(const QString &text, int position, const KqlSchemaPtr &schema);

private:
    void learn(const KqlSchemaPtr &schema);

    KqlSchemaPtr m_schema;
    QHash<QString, qsizetype> m_tables;    ///< by name: their places in the schema
    QList<KqlCompletionItem> m_tableItems; ///< with functions of the workspace
};

} // namespace sonde
