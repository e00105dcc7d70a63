#pragma once

#include "core/timerange.h"
#include "kql/kqltimevalue.h"

#include <QJsonArray>
#include <QList>

namespace sonde {

/// A table that a query reads, as reads.js finds it.
struct KqlRead
{
    int start = 0; ///< where it is named, UTF-16 units
    int length = 0;
    bool hasTime = true;    ///< a column TimeGenerated, without which no time range applies to it
    bool isLimited = false; ///< without that column: by any other condition, or to a number of rows
    /// What the query's own conditions demand of TimeGenerated; nothing where the query was too much for
    /// that.
    std::optional<KqlTimeExpression> condition{};

    /// Whether it says anything of the time.
    bool isConditional() const;
    static QList<KqlRead> listFromJson(const QJsonArray &json);
};

/// What is read of one table: the time range and the query's own conditions together, as the service applies
/// both.
struct ReadTimes
{
    KqlRead read;
    KqlTimes asked; ///< by the query itself
    KqlTimes left;  ///< within the range
};

/// What a query reads, within a time range.
struct QueryTimes
{
    ResolvedRange range;
    QList<ReadTimes> tables; ///< in the order of the text, those with TimeGenerated and those without
    KqlTimes left;           ///< of all tables with TimeGenerated together

    /// Whether anything is known: a table that the range applies to, and its conditions.
    bool isKnown() const;
    /// Whether the query's conditions leave less than the range, or might.
    bool isNarrowed() const;
    /// What the query asks for, where the range cuts it off; nothing where it does not.
    std::optional<ResolvedRange> cutOff() const;
};

/// At \a nowUtc, which is the now() of the query.
QueryTimes timesOf(const QList<KqlRead> &reads, const TimeRange &range, const QDateTime &nowUtc);

} // namespace sonde
