#include "engine/timeperiods.h"

#include "core/ticks.h"
#include "engine/constants.h"
#include "engine/scalarfunction.h"

#include <QCoreApplication>
#include <array>
#include <chrono>
#include <optional>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using namespace std::chrono;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

/// As the functions of DuckDB take it; those from Week on have a fixed length.
enum Period : int64_t { Year, Quarter, Month, Week, Day, Hour, Minute, Second, Millisecond, Microsecond };

constexpr int64_t daysToEpoch = unixEpochTicks / ticksPerDay;
constexpr int64_t nanosecondsPerTick = 100;
/// Up to the end of the last year; more than lie between the first datetime and the last.
constexpr int64_t mostMonths = 120'000;

constexpr std::array<int64_t, 10> lengths{0,
                                          0,
                                          0,
                                          7 * ticksPerDay,
                                          ticksPerDay,
                                          ticksPerHour,
                                          ticksPerMinute,
                                          ticksPerSecond,
                                          ticksPerMillisecond,
                                          ticksPerMicrosecond};

int64_t lengthOf(int64_t period)
{
    return lengths.at(static_cast<std::size_t>(period));
}

optional<int64_t> existing(int64_t ticks)
{
    return ticks < 0 || ticks > maxDateTimeTicks ? std::nullopt : optional(ticks);
}

year_month_day dateOf(int64_t ticks)
{
    return {sys_days{days{ticks / ticksPerDay - daysToEpoch}}};
}

int64_t monthsOf(int64_t ticks)
{
    const year_month_day date = dateOf(ticks);
    return int64_t{int(date.year())} * 12 + (unsigned(date.month()) - 1);
}

/// The day stays, or becomes the month's last.
optional<int64_t> addMonths(int64_t ticks, int64_t count)
{
    if (count < -mostMonths || count > mostMonths)
        return {};
    const int64_t whole = monthsOf(ticks) + count;
    if (whole < 12 || whole >= mostMonths)
        return {};
    const year_month month =
        year(static_cast<int>(whole / 12)) / std::chrono::month(static_cast<unsigned>(whole % 12 + 1));
    const day last = year_month_day_last(month.year(), month_day_last(month.month())).day();
    const year_month_day date = month / std::min(dateOf(ticks).day(), last);
    return (sys_days{date}.time_since_epoch().count() + daysToEpoch) * ticksPerDay + ticks % ticksPerDay;
}

optional<int64_t> addPeriods(int64_t period, int64_t count, int64_t ticks)
{
    if (period < Week) {
        const int64_t months = period == Year ? 12 : period == Quarter ? 3 : 1;
        if (count < -mostMonths || count > mostMonths)
            return {};
        return addMonths(ticks, count * months);
    }
    const int64_t most = maxDateTimeTicks / lengthOf(period);
    if (count < -most || count > most)
        return {};
    return existing(ticks + count * lengthOf(period));
}

/// Less than a tick does not count.
optional<int64_t> addNanoseconds(int64_t count, int64_t ticks)
{
    return existing(ticks + count / nanosecondsPerTick);
}

/// How many borders of that period lie between the two.
int64_t bordersBetween(int64_t period, int64_t later, int64_t earlier)
{
    const auto place = [period](int64_t ticks) {
        if (period < Week)
            return monthsOf(ticks) / (period == Year ? 12 : period == Quarter ? 3 : 1);
        // Weeks begin on Sunday; 0001-01-01, tick 0, was a Monday.
        return (period == Week ? ticks + ticksPerDay : ticks) / lengthOf(period);
    };
    return place(later) - place(earlier);
}

optional<int64_t> nanosecondsBetween(int64_t later, int64_t earlier)
{
    const int64_t ticks = later - earlier;
    if (ticks > INT64_MAX / nanosecondsPerTick || ticks < INT64_MIN / nanosecondsPerTick)
        return {};
    return ticks * nanosecondsPerTick;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_add_periods", duck::registerFunction<addPeriods>},
    {"kql_add_nanoseconds", duck::registerFunction<addNanoseconds>},
    {"kql_borders_between", duck::registerFunction<bordersBetween>},
    {"kql_nanoseconds_between", duck::registerFunction<nanosecondsBetween>},
};

constexpr const char *periodNames[] = {"year", "quarter", "month",  "week",        "day",
                                       "hour", "minute",  "second", "millisecond", "microsecond"};

optional<int64_t> periodOf(const QString &name)
{
    for (std::size_t i = 0; i < std::size(periodNames); ++i) {
        if (name == QLatin1StringView(periodNames[i]))
            return static_cast<int64_t>(i);
    }
    return {};
}

QString nameOf(const FunctionCall &call)
{
    return constantText(call.arguments.front()).value_or(QString()).toLower();
}

tl::unexpected<Error> refusePart(const FunctionCall &call)
{
    return call.refusal.unsupported(call.node, Words::tr("the part “%1” of a time").arg(nameOf(call)));
}

/// The first argument that has another type than it should.
optional<ColumnType> wrongType(const FunctionCall &call, std::initializer_list<ColumnType> wanted)
{
    std::size_t i = 0;
    for (const ColumnType type : wanted) {
        const ColumnType given = call.arguments.at(i++).type;
        if (!widens(given, type))
            return given;
    }
    return {};
}

/// datetime_add(period, count, when)
Result<SqlExpression> add(const FunctionCall &call)
{
    if (const auto wrong = wrongType(call, {ColumnType::String, ColumnType::Long, ColumnType::DateTime}))
        return call.refusal.unsupportedType(call.node, columnTypeName(*wrong));
    const QString rest =
        widened(call.arguments.at(1), ColumnType::Long).sql + u", " + call.arguments.at(2).sql + u')';
    if (nameOf(call) == u"nanosecond")
        return SqlExpression{u"kql_add_nanoseconds(" + rest, ColumnType::DateTime, true};
    const optional<int64_t> period = periodOf(nameOf(call));
    if (!period)
        return refusePart(call);
    return SqlExpression{u"kql_add_periods(" + QString::number(*period) + u", " + rest, ColumnType::DateTime,
                         true};
}

/// datetime_diff(period, later, earlier)
Result<SqlExpression> difference(const FunctionCall &call)
{
    if (const auto wrong = wrongType(call, {ColumnType::String, ColumnType::DateTime, ColumnType::DateTime}))
        return call.refusal.unsupportedType(call.node, columnTypeName(*wrong));
    const QString rest = call.arguments.at(1).sql + u", " + call.arguments.at(2).sql + u')';
    if (nameOf(call) == u"nanosecond")
        return SqlExpression{u"kql_nanoseconds_between(" + rest, ColumnType::Long, true};
    const optional<int64_t> period = periodOf(nameOf(call));
    if (!period)
        return refusePart(call);
    return SqlExpression{u"kql_borders_between(" + QString::number(*period) + u", " + rest, ColumnType::Long,
                         call.arguments.at(1).nullable || call.arguments.at(2).nullable};
}

/// datetime_part(part, when). A part called “weekofyear” is one whose weeks the reference does not define.
Result<SqlExpression> part(const FunctionCall &call)
{
    struct Part
    {
        const char *name;
        const char *sql;
    };
    constexpr Part parts[] = {
        {"year", "kql_year($2)"},
        {"quarter", "((kql_month($2) + 2) // 3)"},
        {"month", "kql_month($2)"},
        {"week_of_year", "kql_week_of_year($2)"},
        {"day", "kql_day_of_month($2)"},
        {"dayofyear", "kql_day_of_year($2)"},
        {"hour", "(($2 // 36000000000) % 24)"},
        {"minute", "(($2 // 600000000) % 60)"},
        {"second", "(($2 // 10000000) % 60)"},
        {"millisecond", "(($2 // 10000) % 1000)"},
        {"microsecond", "(($2 // 10) % 1000000)"},
        {"nanosecond", "(($2 % 10000000) * 100)"},
    };
    if (const auto wrong = wrongType(call, {ColumnType::String, ColumnType::DateTime}))
        return call.refusal.unsupportedType(call.node, columnTypeName(*wrong));
    for (const Part &each : parts) {
        if (nameOf(call) == QLatin1StringView(each.name))
            return SqlExpression{u"CAST(" + fillTemplate(each.sql, call.arguments) + u" AS INTEGER)",
                                 ColumnType::Int, call.arguments.at(1).nullable};
    }
    return refusePart(call);
}

} // namespace

const std::vector<ScalarFunction> &timePeriodFunctions()
{
    static const std::vector<ScalarFunction> table = {
        {"datetime_add", {}, nullptr, false, add},
        {"datetime_diff", {}, nullptr, false, difference},
        {"datetime_part", {}, nullptr, false, part},
        {"datepart", {}, nullptr, false, part},
    };
    return table;
}

bool registerTimePeriodFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
