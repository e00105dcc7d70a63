#include "kql/kqlreads.h"

#include <algorithm>

namespace sonde {

namespace {

/// The states of reads.js.
enum State { Timed, Unknown, Unlimited, Limited };

InstantSet instantsOf(const ResolvedRange &range)
{
    return InstantSet::between(toTicks(range.start), toTicks(range.end));
}

} // namespace

bool KqlRead::isConditional() const
{
    return condition && condition->name != QLatin1String("true");
}

QList<KqlRead> KqlRead::listFromJson(const QJsonArray &json)
{
    QList<KqlRead> reads;
    for (const QJsonValue &value : json) {
        const QJsonArray item = value.toArray();
        const int state = item.at(2).toInt();
        KqlRead read{item.at(0).toInt(), item.at(1).toInt()};
        read.hasTime = state == Timed || state == Unknown;
        read.isLimited = state == Limited;
        if (state != Unknown)
            read.condition = KqlTimeExpression::fromJson(item.at(3));
        reads.append(read);
    }
    return reads;
}

bool QueryTimes::isKnown() const
{
    const auto isTimed = [](const ReadTimes &table) { return table.read.hasTime; };
    return std::any_of(tables.begin(), tables.end(), isTimed) &&
           std::all_of(tables.begin(), tables.end(),
                       [](const ReadTimes &table) { return table.read.condition.has_value(); });
}

bool QueryTimes::isNarrowed() const
{
    return isKnown() && (!left.isExact || left.instants != instantsOf(range));
}

std::optional<ResolvedRange> QueryTimes::cutOff() const
{
    if (!isKnown())
        return {};
    const InstantSet picked = instantsOf(range);
    if (picked.isEmpty())
        return {};
    InstantSet asked;
    for (const ReadTimes &table : tables) {
        // One that asks for all there is, or until then, leaves its beginning to the range.
        const bool isFrom = table.read.isConditional() && table.asked.isExact &&
                            !table.asked.instants.isEmpty() && table.asked.instants.hull().first > 0;
        if (isFrom)
            asked = asked.united(table.asked.instants);
    }
    if (asked.isEmpty())
        return {};
    const InstantSet::Stretch outer = asked.hull();
    const bool isOpen = outer.last == maxDateTimeTicks;
    const InstantSet::Stretch inner = picked.hull();
    const bool isAfter = outer.first > inner.last;
    if (outer.first >= inner.first && !isAfter && (isOpen || outer.last <= inner.last))
        return {};
    const Ticks last = isOpen ? std::max(inner.last, outer.first + 1) : outer.last;
    return ResolvedRange{toDateTimeUtc(outer.first), toDateTimeUtc(last)};
}

QueryTimes timesOf(const QList<KqlRead> &reads, const TimeRange &range, const QDateTime &nowUtc)
{
    QueryTimes times{range.resolve(nowUtc), {}, {InstantSet(), true}};
    const InstantSet picked = instantsOf(times.range);
    const Ticks now = toTicks(nowUtc);
    InstantSet certain;
    for (const KqlRead &read : reads) {
        const KqlTimes asked =
            read.condition ? timesOf(*read.condition, now) : KqlTimes{InstantSet::all(), false};
        const KqlTimes left{asked.instants.intersected(picked), asked.isExact};
        times.tables.append({read, asked, left});
        if (!read.hasTime)
            continue;
        times.left.instants = times.left.instants.united(left.instants);
        if (left.isExact)
            certain = certain.united(left.instants);
    }
    // What one table may leave open, another may read for certain.
    times.left.isExact = certain == times.left.instants;
    return times;
}

} // namespace sonde
