#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <memory>

namespace sonde {

/// A column as the Kusto binder needs it: its name and KQL's word for its type (`string`, `long`,
/// `datetime`...).
struct KqlColumn
{
    QString name{};
    QString type{};
    QString description{}; ///< for people; empty where nothing is known
    bool operator==(const KqlColumn &) const = default;
};

/// A table as the Kusto binder needs it, and what is known about it for people.
struct KqlTable
{
    QString name{};
    QList<KqlColumn> columns{};
    QString description{};
    QStringList categories{}; ///< their names for people, as "Security"
    QStringList solutions{};  ///< likewise, as "Change Tracking"
    bool operator==(const KqlTable &) const = default;
};

/// A function that was saved in a workspace. Called by its name, like a table where it has no parameters.
struct KqlFunction
{
    QString name{};
    QString
        parameters{}; ///< as declared, without the parentheses around them: `computer: string, n: long = 10`
    QString body{};   ///< KQL
    QString description{};
    QStringList categories{};
    QStringList solutions{};
    bool operator==(const KqlFunction &) const = default;
};

/// What names a query may use. Immutable once shared: the language service keeps what it made of one schema
/// for as long as the same pointer comes back. A copy shares all lists.
struct KqlSchema
{
    QString database = QStringLiteral("workspace");
    QList<KqlTable> tables{};
    bool isOpen = false; ///< there may be other tables, with any columns
    QList<KqlFunction> functions{};
};
using KqlSchemaPtr = std::shared_ptr<const KqlSchema>;

} // namespace sonde
