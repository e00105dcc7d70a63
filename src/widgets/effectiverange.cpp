#include "widgets/effectiverange.h"

#include "widgets/runstatus.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EffectiveRange)
};

/// In a tooltip of a query that reads many.
constexpr qsizetype mostTables = 12;

QString unitText(int unit, qint64 count)
{
    switch (unit) {
    case 0:
        //: %1: a number of days
        return Words::tr("%1 d").arg(count);
    case 1:
        //: %1: a number of hours
        return Words::tr("%1 h").arg(count);
    case 2:
        //: %1: a number of minutes
        return Words::tr("%1 min").arg(count);
    default:
        //: %1: a number of seconds
        return Words::tr("%1 s").arg(count);
    }
}

ResolvedRange rangeOf(const InstantSet::Stretch &stretch)
{
    return {toDateTimeUtc(stretch.first), toDateTimeUtc(stretch.last)};
}

Ticks lengthOf(const ResolvedRange &range)
{
    return toTicks(range.end) - toTicks(range.start);
}

/// Such as the last 30 days, where it ends now.
TimeRange asTimeRange(const ResolvedRange &range, const QDateTime &nowUtc)
{
    const qint64 seconds = range.start.secsTo(nowUtc);
    const bool endsNow = qAbs(range.end.msecsTo(nowUtc)) < 1000;
    if (endsNow && seconds > 0 && seconds % 60 == 0)
        return TimeRange::last(std::chrono::seconds(seconds));
    return TimeRange::between(range.start, range.end).value_or(TimeRange());
}

std::vector<EffectiveRange::Piece> piecesOf(const QueryTimes &times)
{
    std::vector<EffectiveRange::Piece> pieces;
    const double length = double(lengthOf(times.range));
    const Ticks start = toTicks(times.range.start);
    for (const InstantSet::Stretch &stretch : times.left.instants.stretches())
        pieces.push_back({double(stretch.first - start) / length, double(stretch.last - start) / length});
    return pieces;
}

/// What is read of one table.
QString describeTable(const ReadTimes &table, const ResolvedRange &range, const QDateTime &nowUtc)
{
    if (!table.read.hasTime)
        return Words::tr("all of it: it has no TimeGenerated");
    if (!table.read.isConditional())
        return Words::tr("the whole range, the query sets none");
    const InstantSet &left = table.left.instants;
    if (left.isEmpty())
        return Words::tr("nothing");
    QStringList stretches;
    for (const InstantSet::Stretch &stretch : left.stretches())
        stretches << describeRange(rangeOf(stretch), nowUtc);
    if (left.duration() >= lengthOf(range))
        return table.left.isExact
                   ? Words::tr("the whole range")
                   : Words::tr("the whole range or less: the condition is not understood here");
    const QString span = describeSpan(left.duration());
    if (table.left.isExact)
        //: %1: a duration, as 2 h; %2: from when to when
        return Words::tr("%1, %2").arg(span, stretches.join(QStringLiteral(", ")));
    //: %1: a duration, as 2 h; %2: from when to when
    return Words::tr("at most %1, %2").arg(span, stretches.join(QStringLiteral(", ")));
}

QString describeTables(const QueryTimes &times, const QString &text, const QDateTime &nowUtc)
{
    QStringList lines;
    for (const ReadTimes &table : times.tables.mid(0, mostTables)) {
        //: %1: the name of a table; %2: what is read of it
        lines << Words::tr("%1: %2").arg(text.mid(table.read.start, table.read.length).simplified(),
                                         describeTable(table, times.range, nowUtc));
    }
    if (times.tables.size() > mostTables)
        lines << QStringLiteral("…");
    return lines.join(u'\n');
}

QString textOf(const QueryTimes &times, const std::optional<ResolvedRange> &cutOff)
{
    const QString picked = describeSpan(lengthOf(times.range));
    const InstantSet &left = times.left.instants;
    if (left.isEmpty()) {
        //: %1: a duration, as 24 h
        return Words::tr("Nothing of the %1 picked: the query asks for other times").arg(picked);
    }
    const QString span = describeSpan(left.duration());
    if (times.isNarrowed() && left.duration() < lengthOf(times.range)) {
        if (times.left.isExact)
            //: %1 and %2: durations, as 2 h
            return Words::tr("%1 of the %2 picked, set in the query").arg(span, picked);
        //: %1 and %2: durations, as 2 h
        return Words::tr("At most %1 of the %2 picked, set in the query").arg(span, picked);
    }
    if (cutOff) {
        //: %1 and %2: durations, as 24 h and 30 d
        return Words::tr("%1 picked, the query asks for %2").arg(picked, describeSpan(lengthOf(*cutOff)));
    }
    if (times.isNarrowed()) {
        //: %1: a duration, as 24 h
        return Words::tr("%1 picked, or less by the query").arg(picked);
    }
    //: %1: a duration, as 24 h
    return Words::tr("%1 picked").arg(picked);
}

EffectiveRange asPicked(const TimeRange &picked, const QDateTime &nowUtc)
{
    EffectiveRange range;
    //: %1: a duration, as 24 h
    range.text = Words::tr("%1 picked").arg(describeSpan(lengthOf(picked.resolve(nowUtc))));
    range.toolTip =
        Words::tr("The time range of the toolbar. Whether the query sets a shorter one of its own "
                  "is not known.");
    return range;
}

} // namespace

QString describeSpan(Ticks span)
{
    constexpr std::array units{ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond};
    // Both ends belong to a stretch, or neither does: nobody counts the tick.
    Ticks rest = span + ticksPerMillisecond;
    // "24 h" is what people call a day, as they do with 36 h.
    const std::size_t first = rest >= 2 * ticksPerDay ? 0 : 1;
    QStringList parts;
    for (std::size_t i = first; i < units.size(); ++i) {
        const Ticks count = rest / units[i];
        rest -= count * units[i];
        if (count > 0)
            parts << unitText(int(i), count);
        // No "3 d 5 s": what comes behind the second unit is not said.
        if (!parts.isEmpty() && (count == 0 || parts.size() == 2))
            break;
    }
    return parts.isEmpty() ? unitText(3, 0) : parts.join(u' ');
}

EffectiveRange effectiveRangeOf(const std::optional<QueryTimes> &times, const QString &text,
                                const TimeRange &picked, const QDateTime &nowUtc)
{
    if (!times || !times->isKnown())
        return asPicked(picked, nowUtc);
    const std::optional<ResolvedRange> cutOff = times->cutOff();
    EffectiveRange range;
    range.text = textOf(*times, cutOff);
    range.isNothing = times->left.instants.isEmpty();
    range.isExact = times->left.isExact;
    range.isSet = times->isNarrowed() || cutOff;
    range.pieces = piecesOf(*times);
    QStringList sentences;
    if (cutOff) {
        range.asked = asTimeRange(*cutOff, nowUtc);
        //: %1: from when to when
        sentences << Words::tr(
                         "The query asks for %1, of which the time range of the toolbar cuts off a part.")
                         .arg(describeRange(*cutOff, nowUtc));
    }
    sentences << Words::tr(
        "Both the time range of the toolbar and the query’s own conditions on TimeGenerated "
        "hold. Together they leave:");
    range.toolTip = sentences.join(u'\n') + u'\n' + describeTables(*times, text, nowUtc);
    return range;
}

} // namespace sonde
