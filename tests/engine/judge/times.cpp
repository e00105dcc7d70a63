#include "engine/judge/operation.h"

#include <QDate>
#include <cmath>

namespace sonde::judge {

/// Datetimes and timespans: ticks of 100 ns.
namespace {

using std::int64_t;

constexpr int64_t hour = 36'000'000'000;
constexpr int64_t day = 24 * hour;
constexpr int64_t lastInstant = 3'155'378'975'999'999'999;

/// What lies outside of the calendar is null.
Value instant(const Value &ticks)
{
    if (ticks.isOverflow() || ticks.isNull())
        return ticks;
    return ticks.whole() < 0 || ticks.whole() > lastInstant ? Value() : ticks;
}

Value scaled(double ticks)
{
    if (!(ticks >= -9223372036854775808.0 && ticks < 9223372036854775808.0))
        return {};
    return static_cast<int64_t>(ticks);
}

Value timeSum(const Operands &operands)
{
    const Value sum = sumOf(operands.at(0).whole(), operands.at(1).whole(), operands.type);
    return operands.type == ColumnType::DateTime ? instant(sum) : sum;
}

Value timeDifference(const Operands &operands)
{
    const int64_t right = operands.at(1).whole();
    if (right == std::numeric_limits<int64_t>::min()) {
        const Value almost =
            sumOf(operands.at(0).whole(), std::numeric_limits<int64_t>::max(), operands.type);
        return almost.isOverflow() ? almost : sumOf(almost.whole(), 1, operands.type);
    }
    const Value difference = sumOf(operands.at(0).whole(), -right, operands.type);
    return operands.type == ColumnType::DateTime ? instant(difference) : difference;
}

Value scaledBy(const Operands &operands)
{
    const bool first = operands.types.at(0) == ColumnType::TimeSpan;
    const Value &span = operands.at(first ? 0 : 1);
    return scaled(span.real() * operands.at(first ? 1 : 0).real());
}

Value spanByNumber(const Operands &operands)
{
    return scaled(operands.at(0).real() / operands.at(1).real());
}

Value spanBySpan(const Operands &operands)
{
    return operands.at(0).real() / operands.at(1).real();
}

QDate dateOf(const Value &ticks)
{
    return QDate(1, 1, 1).addDays(ticks.whole() / day);
}

Value startOfDay(const Operands &operands)
{
    return operands.at(0).whole() / day * day;
}

Value startOfMonth(const Operands &operands)
{
    const QDate date = dateOf(operands.at(0));
    return QDate(1, 1, 1).daysTo(QDate(date.year(), date.month(), 1)) * day;
}

/// Sunday is the first day.
Value startOfWeek(const Operands &operands)
{
    const QDate date = dateOf(operands.at(0));
    return instant(QDate(1, 1, 1).daysTo(date.addDays(-(date.dayOfWeek() % 7))) * day);
}

Value dayOfWeek(const Operands &operands)
{
    return int64_t(dateOf(operands.at(0)).dayOfWeek() % 7) * day;
}

Value dayOfYear(const Operands &operands)
{
    return int64_t(dateOf(operands.at(0)).dayOfYear());
}

Value yearOf(const Operands &operands)
{
    return int64_t(dateOf(operands.at(0)).year());
}

Value monthOf(const Operands &operands)
{
    return int64_t(dateOf(operands.at(0)).month());
}

Value hourOf(const Operands &operands)
{
    return operands.at(0).whole() % day / hour;
}

Value dayOfMonth(const Operands &operands)
{
    return dateOf(operands.at(0)).day();
}

/// Of ISO 8601.
Value weekOfYear(const Operands &operands)
{
    return dateOf(operands.at(0)).weekNumber();
}

Value endOfDay(const Operands &operands)
{
    return operands.at(0).whole() / day * day + day - 1;
}

Value endOfMonth(const Operands &operands)
{
    const QDate date = dateOf(operands.at(0));
    return (QDate(1, 1, 1).daysTo(QDate(date.year(), date.month(), 1)) + date.daysInMonth()) * day - 1;
}

Value startOfYear(const Operands &operands)
{
    return QDate(1, 1, 1).daysTo(QDate(dateOf(operands.at(0)).year(), 1, 1)) * day;
}

Value endOfYear(const Operands &operands)
{
    const int year = dateOf(operands.at(0)).year();
    return (QDate(1, 1, 1).daysTo(QDate(year, 12, 31)) + 1) * day - 1;
}

/// The Saturday's last tick.
Value endOfWeek(const Operands &operands)
{
    const int64_t days = operands.at(0).whole() / day;
    const int64_t ahead = 5 - days % 7; // 0001-01-01 was a Monday
    return instant((days + (ahead < 0 ? 6 : ahead) + 1) * day - 1);
}

Value partOfTime(const Operands &operands)
{
    const QString name = operands.at(0).text();
    const int64_t ticks = operands.at(1).whole();
    if (name == u"minute")
        return ticks % hour / (hour / 60);
    if (name == u"second")
        return ticks % (hour / 60) / (hour / 3600);
    if (name == u"millisecond")
        return ticks % (hour / 3600) / 10'000;
    if (name == u"quarter")
        return (dateOf(operands.at(1)).month() + 2) / 3;
    throw Unknown{name};
}

/// bin_at(when, size, at)
Value binnedAt(const Operands &operands)
{
    const int64_t size = operands.at(1).whole();
    if (size <= 0)
        return {};
    int64_t rest = (operands.at(0).whole() - operands.at(2).whole()) % size;
    if (rest < 0)
        rest += size;
    const int64_t found = operands.at(0).whole() - rest;
    if (found < 0)
        throw Unsettled(); // before the first day
    return found;
}

/// The number of the period that an instant lies in.
int64_t periodOf(const QString &name, const Value &ticks)
{
    const QDate date = dateOf(ticks);
    if (name == u"year")
        return date.year();
    if (name == u"quarter")
        return date.year() * 4 + (date.month() - 1) / 3;
    if (name == u"month")
        return date.year() * 12 + date.month();
    if (name == u"week")
        return (ticks.whole() / day + 1) / 7; // 0001-01-01 was a Monday, weeks begin on Sundays
    static const QHash<QString, int64_t> sizes = {{QStringLiteral("day"), day},
                                                  {QStringLiteral("hour"), hour},
                                                  {QStringLiteral("minute"), hour / 60},
                                                  {QStringLiteral("second"), hour / 3600},
                                                  {QStringLiteral("millisecond"), 10'000}};
    if (!sizes.contains(name))
        throw Unknown{name};
    return ticks.whole() / sizes.value(name);
}

/// How many borders of periods lie between.
Value periodsBetween(const Operands &operands)
{
    const QString name = operands.at(0).text();
    return periodOf(name, operands.at(1)) - periodOf(name, operands.at(2));
}

/// A day that its month does not have becomes the last one.
Value addedPeriods(const Operands &operands)
{
    const QString name = operands.at(0).text();
    const int64_t count = operands.at(1).whole();
    const int64_t clock = operands.at(2).whole() % day;
    const QDate date = dateOf(operands.at(2));
    if (count < -200'000 || count > 200'000)
        throw Unsettled();
    QDate moved;
    if (name == u"day" || name == u"week")
        moved = date.addDays(name == u"week" ? count * 7 : count);
    else
        moved = date.addMonths(static_cast<int>(name == u"year" ? count * 12 : count));
    if (!moved.isValid() || moved < QDate(1, 1, 1))
        return {};
    return instant(QDate(1, 1, 1).daysTo(moved) * day + clock);
}

Value ago(const Operands &operands)
{
    return timeDifference({ColumnType::DateTime, {}, {Value(operands.now), operands.at(0)}, 0});
}

} // namespace

void addTimeOperations(Operations &operations)
{
    // Those of operators are told apart from the numbers' by the interpreter.
    operations.insert(QStringLiteral("time+"), {timeSum});
    operations.insert(QStringLiteral("time-"), {timeDifference});
    operations.insert(QStringLiteral("time*real"), {scaledBy});
    operations.insert(QStringLiteral("time/real"), {spanByNumber});
    operations.insert(QStringLiteral("time/time"), {spanBySpan});
    operations.insert(QStringLiteral("startofday"), {startOfDay});
    operations.insert(QStringLiteral("startofmonth"), {startOfMonth});
    operations.insert(QStringLiteral("startofweek"), {startOfWeek});
    operations.insert(QStringLiteral("dayofweek"), {dayOfWeek});
    operations.insert(QStringLiteral("dayofyear"), {dayOfYear});
    operations.insert(QStringLiteral("getyear"), {yearOf});
    operations.insert(QStringLiteral("monthofyear"), {monthOf});
    operations.insert(QStringLiteral("hourofday"), {hourOf});
    operations.insert(QStringLiteral("dayofmonth"), {dayOfMonth});
    operations.insert(QStringLiteral("week_of_year"), {weekOfYear});
    operations.insert(QStringLiteral("endofday"), {endOfDay});
    operations.insert(QStringLiteral("endofmonth"), {endOfMonth});
    operations.insert(QStringLiteral("startofyear"), {startOfYear});
    operations.insert(QStringLiteral("datetime_diff"), {periodsBetween});
    operations.insert(QStringLiteral("datetime_add"), {addedPeriods});
    operations.insert(QStringLiteral("ago"), {ago});
    operations.insert(QStringLiteral("endofyear"), {endOfYear});
    operations.insert(QStringLiteral("endofweek"), {endOfWeek});
    operations.insert(QStringLiteral("datetime_part"), {partOfTime});
    operations.insert(QStringLiteral("bin_at"), {binnedAt});
}

} // namespace sonde::judge
