#pragma once

#include "kql/kqlreads.h"

#include <QString>
#include <optional>
#include <vector>

namespace sonde {

/// What a query's own conditions on the time leave of the range that was picked, in words and to be drawn.
struct EffectiveRange
{
    /// A stretch of the range, as parts of it from 0 to 1.
    struct Piece
    {
        double from = 0;
        double to = 1;
        bool operator==(const Piece &) const = default;
    };

    QString text{};    ///< such as `2 h of the 24 h picked, set in the query`; empty: nothing to say
    QString toolTip{}; ///< the same in sentences, table by table; plain text
    /// Whether the query sets anything, so that it is worth being drawn; then the pieces are what is left.
    bool isSet = false;
    bool isExact = true;    ///< else less may be left
    bool isNothing = false; ///< no row can come
    std::vector<Piece> pieces{};
    /// The time range that holds all the query asks for, where the one picked does not.
    std::optional<TimeRange> asked{};

    bool operator==(const EffectiveRange &) const = default;
};

/// Nothing: the query is not known, and the range picked is shown as such. \a text is the query's.
EffectiveRange effectiveRangeOf(const std::optional<QueryTimes> &times, const QString &text,
                                const TimeRange &picked, const QDateTime &nowUtc);

/// `45 s`, `2 h`, `1 h 30 min`, `3 d 4 h`: the two largest units.
QString describeSpan(Ticks span);

} // namespace sonde
