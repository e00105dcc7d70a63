#include "kql/timeadvice.h"

#include <algorithm>

namespace sonde {

namespace {

/// From here on the service calls a query excessive, and counts it as costly (documentation of Log
/// Analytics).
constexpr double mostDays = 15;

} // namespace

QList<KqlAdvice> timeAdvice(const QueryTimes &times)
{
    using Rule = KqlAdvice::Rule;
    const bool isAnyConditional =
        std::any_of(times.tables.cbegin(), times.tables.cend(),
                    [](const ReadTimes &table) { return table.read.isConditional(); });
    QList<KqlAdvice> advice;
    bool isSpanSaid = false;
    for (const ReadTimes &table : times.tables) {
        const KqlRead &read = table.read;
        if (!read.hasTime) {
            if (!read.isLimited)
                advice.append({Rule::Untimed, read.start, read.length});
            continue;
        }
        if (read.condition && !read.isConditional() && isAnyConditional) {
            advice.append({Rule::Unfiltered, read.start, read.length});
            continue;
        }
        // Once: it is the query that is long, not each of its tables.
        const double days = double(table.left.instants.duration()) / double(ticksPerDay);
        if (!isSpanSaid && table.left.isExact && days > mostDays) {
            advice.append({Rule::Span, read.start, read.length, days});
            isSpanSaid = true;
        }
    }
    return advice;
}

} // namespace sonde
