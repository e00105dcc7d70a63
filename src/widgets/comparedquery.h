#pragma once

#include "core/query.h"

#include <QList>
#include <QString>

namespace sonde {

struct HistoryEntry;

/// A query that is laid beside another one: its text, and what else its run depends on or gave.
struct ComparedQuery
{
    struct Fact
    {
        QString name;
        QString value;        ///< empty: there is none
        bool isQuiet = false; ///< said only where it differs
        bool isKnown = true;  ///< a query that was not run has no outcome, which is no difference
    };

    QString title;
    QString text;
    QueryLanguage language = QueryLanguage::Kql;
    QList<Fact> facts; ///< the same ones of every query

    /// Of a run, whose time is told in \a zone.
    static ComparedQuery of(const HistoryEntry &entry, TimeRange::Zone zone);
    /// Of a tab with that title, on the connection of that name.
    static ComparedQuery of(const Query &query, const QString &title, const QString &connectionName,
                            TimeRange::Zone zone);
};

/// Whether the two, which are of one name, tell the queries apart.
bool isDifferent(const ComparedQuery::Fact &left, const ComparedQuery::Fact &right);

} // namespace sonde
