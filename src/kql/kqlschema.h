#pragma once

#include <QList>
#include <QString>
#include <memory>

namespace sonde {

/// A column as the Kusto binder needs it: its name and KQL's word for its type (`string`, `long`,
/// `datetime`...).
struct KqlColumn
{
    QString name;
    QString type;
    bool operator==(const KqlColumn &) const = default;
};

/// A table as the Kusto binder needs it.
struct KqlTable
{
    QString name;
    QList<KqlColumn> columns;
    bool operator==(const KqlTable &) const = default;
};

/// What names a query may use. Immutable once shared: the language service keeps what it made of one schema
/// for as long as the same pointer comes back.
struct KqlSchema
{
    QString database = QStringLiteral("workspace");
    QList<KqlTable> tables;
    bool isOpen = false; ///< there may be other tables, with any columns
};
using KqlSchemaPtr = std::shared_ptr<const KqlSchema>;

} // namespace sonde
