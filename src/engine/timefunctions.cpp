#include "engine/timefunctions.h"

#include "engine/expressiontranslator.h"

#include "engine/literals.h"
#include "engine/scalarfunction.h"

#include <array>
#include <chrono>
#include <cmath>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using namespace std::chrono;

/// As the functions of DuckDB take it.
enum Unit : int64_t { Day, Week, Month, Year };

constexpr int64_t ticksPerWeek = 7 * ticksPerDay;
constexpr int64_t daysToEpoch = unixEpochTicks / ticksPerDay;
/// Of each unit more than lie between the first datetime and the last; sums stay within their type.
constexpr std::array<int64_t, 4> mostUnits{4'000'000, 600'000, 240'000, 20'000};

int64_t floorTo(int64_t value, int64_t size)
{
    const int64_t rest = value % size;
    return value - (rest < 0 ? rest + size : rest);
}

sys_days dayOf(int64_t ticks)
{
    return sys_days{days{floorTo(ticks, ticksPerDay) / ticksPerDay - daysToEpoch}};
}

year_month_day dateOf(int64_t ticks)
{
    return {dayOf(ticks)};
}

int64_t ticksOf(sys_days day)
{
    return (day.time_since_epoch().count() + daysToEpoch) * ticksPerDay;
}

int64_t ticksOfMonth(int64_t monthsFromZero)
{
    const int64_t years = floorTo(monthsFromZero, 12) / 12;
    const auto month = static_cast<unsigned>(monthsFromZero - years * 12 + 1);
    return ticksOf(sys_days{std::chrono::year(static_cast<int>(years)) / std::chrono::month(month) / 1});
}

/// Also beyond the datetimes that there are.
int64_t beginning(int64_t unit, int64_t ticks, int64_t offset)
{
    const year_month_day date = dateOf(ticks);
    const int64_t months = int64_t{int(date.year())} * 12 + (unsigned(date.month()) - 1);
    switch (unit) {
    case Day:
        return floorTo(ticks, ticksPerDay) + offset * ticksPerDay;
    case Week: // begins on Sunday; 0001-01-01, tick 0, was a Monday
        return floorTo(ticks + ticksPerDay, ticksPerWeek) - ticksPerDay + offset * ticksPerWeek;
    case Month:
        return ticksOfMonth(months + offset);
    default:
        return ticksOfMonth((int64_t{int(date.year())} + offset) * 12);
    }
}

/// Null where there is no such datetime.
optional<int64_t> existing(int64_t ticks)
{
    if (ticks < 0 || ticks > maxDateTimeTicks)
        return {};
    return ticks;
}

/// Whether a result so many units away can still be a datetime.
bool isWithinReach(int64_t unit, int64_t offset)
{
    const int64_t most = mostUnits.at(static_cast<std::size_t>(unit));
    return offset >= -most && offset <= most;
}

optional<int64_t> startOf(int64_t unit, int64_t ticks, int64_t offset)
{
    if (!isWithinReach(unit, offset))
        return {};
    return existing(beginning(unit, ticks, offset));
}

/// The last tick.
optional<int64_t> endOf(int64_t unit, int64_t ticks, int64_t offset)
{
    if (!isWithinReach(unit, offset))
        return {};
    return existing(beginning(unit, ticks, offset + 1) - 1);
}

int64_t yearOf(int64_t ticks)
{
    return int(dateOf(ticks).year());
}

int64_t monthOf(int64_t ticks)
{
    return unsigned(dateOf(ticks).month());
}

int64_t dayOfMonth(int64_t ticks)
{
    return unsigned(dateOf(ticks).day());
}

int64_t dayOfYear(int64_t ticks)
{
    const sys_days day = dayOf(ticks);
    return (day - sys_days{year_month_day{day}.year() / January / 1}).count() + 1;
}

/// ISO 8601: that of the week's Thursday, counted in its year.
int64_t weekOfYear(int64_t ticks)
{
    const sys_days day = dayOf(ticks);
    const sys_days thursday = day + days{4 - static_cast<int>(weekday{day}.iso_encoding())};
    return (thursday - sys_days{year_month_day{thursday}.year() / January / 1}).count() / 7 + 1;
}

optional<int64_t> makeDateTime(int64_t years, int64_t months, int64_t daysOfMonth, int64_t hours,
                               int64_t minutes, double seconds)
{
    if (years < 1 || years > 9999 || months < 1 || months > 12 || daysOfMonth < 1 || daysOfMonth > 31 ||
        hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || !(seconds >= 0 && seconds < 60))
        return {};
    const year_month_day date = std::chrono::year(static_cast<int>(years)) /
                                std::chrono::month(static_cast<unsigned>(months)) /
                                std::chrono::day(static_cast<unsigned>(daysOfMonth));
    if (!date.ok())
        return {};
    return existing(ticksOf(sys_days{date}) + hours * ticksPerHour + minutes * ticksPerMinute +
                    std::llround(seconds * static_cast<double>(ticksPerSecond)));
}

optional<int64_t> makeTimespan(int64_t days, int64_t hours, int64_t minutes, double seconds)
{
    if (days < 0 || days > mostUnits[Day] || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 ||
        !(seconds >= 0 && seconds < 60))
        return {};
    return days * ticksPerDay + hours * ticksPerHour + minutes * ticksPerMinute +
           std::llround(seconds * static_cast<double>(ticksPerSecond));
}

/// From so many units since 1970.
optional<int64_t> fromUnixTime(double value, int64_t ticksPerUnit)
{
    const double ticks = value * static_cast<double>(ticksPerUnit);
    if (!(std::fabs(ticks) <= static_cast<double>(maxDateTimeTicks)))
        return {};
    return existing(unixEpochTicks + std::llround(ticks));
}

optional<int64_t> fromWholeUnixTime(int64_t value, int64_t ticksPerUnit)
{
    const int64_t most = maxDateTimeTicks / ticksPerUnit;
    if (value < -most || value > most)
        return {};
    return existing(unixEpochTicks + value * ticksPerUnit);
}

constexpr duck::NamedFunction entries[] = {
    {"kql_datetime", duck::registerFunction<existing>},
    {"kql_start_of", duck::registerFunction<startOf>},
    {"kql_end_of", duck::registerFunction<endOf>},
    {"kql_year", duck::registerFunction<yearOf>},
    {"kql_month", duck::registerFunction<monthOf>},
    {"kql_day_of_month", duck::registerFunction<dayOfMonth>},
    {"kql_day_of_year", duck::registerFunction<dayOfYear>},
    {"kql_week_of_year", duck::registerFunction<weekOfYear>},
    {"kql_make_datetime", duck::registerFunction<makeDateTime>},
    {"kql_make_timespan", duck::registerFunction<makeTimespan>},
    {"kql_from_unix", duck::registerFunction<fromUnixTime>},
    {"kql_from_whole_unix", duck::registerFunction<fromWholeUnixTime>},
};

/// startofday(when, offset) and its kin; the offset may be left out.
template <Unit unit, bool isEnd>
Result<SqlExpression> boundary(const FunctionCall &call)
{
    const SqlExpression &when = call.arguments.front();
    const SqlExpression offset = call.arguments.size() > 1 ? call.arguments.at(1) : longLiteral(0);
    if (when.type != ColumnType::DateTime || !isWholeNumber(offset.type))
        return call.refusal.unsupportedType(
            call.node, columnTypeName(when.type != ColumnType::DateTime ? when.type : offset.type));
    const QString name = isEnd ? QStringLiteral("kql_end_of") : QStringLiteral("kql_start_of");
    return SqlExpression{name + u'(' + QString::number(unit) + u", " + when.sql + u", " +
                             widened(offset, ColumnType::Long).sql + u')',
                         ColumnType::DateTime, true};
}

/// make_datetime(year, month, day), with hour and minute, and with seconds.
Result<SqlExpression> makeDateTimeCall(const FunctionCall &call)
{
    QStringList values;
    for (const SqlExpression &argument : call.arguments) {
        const ColumnType wanted = values.size() == 5 ? ColumnType::Real : ColumnType::Long;
        if (!widens(argument.type, wanted))
            return call.refusal.unsupportedType(call.node, columnTypeName(argument.type));
        values << widened(argument, wanted).sql;
    }
    if (values.size() != 3 && values.size() != 5 && values.size() != 6)
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    while (values.size() < 5)
        values << QStringLiteral("0");
    if (values.size() < 6)
        values << QStringLiteral("0.0");
    return SqlExpression{u"kql_make_datetime(" + values.join(QStringLiteral(", ")) + u')',
                         ColumnType::DateTime, true};
}

/// make_timespan(hour, minute), with seconds, and with days in front.
Result<SqlExpression> makeTimespanCall(const FunctionCall &call)
{
    QStringList values;
    for (const SqlExpression &argument : call.arguments) {
        const bool isSecond = values.size() + 1 == static_cast<qsizetype>(call.arguments.size());
        const ColumnType wanted = isSecond && call.arguments.size() > 2 ? ColumnType::Real : ColumnType::Long;
        if (!widens(argument.type, wanted))
            return call.refusal.unsupportedType(call.node, columnTypeName(argument.type));
        values << widened(argument, wanted).sql;
    }
    if (values.size() == 2)
        values << QStringLiteral("CAST(0 AS DOUBLE)");
    if (values.size() == 3)
        values.prepend(QStringLiteral("0"));
    return SqlExpression{u"kql_make_timespan(" + values.join(QStringLiteral(", ")) + u')',
                         ColumnType::TimeSpan, true};
}

template <int64_t ticksPerUnit>
Result<SqlExpression> unixTime(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (!isNumber(value.type))
        return call.refusal.unsupportedType(call.node, columnTypeName(value.type));
    const bool isWhole = isWholeNumber(value.type);
    const QString name = isWhole ? QStringLiteral("kql_from_whole_unix(") : QStringLiteral("kql_from_unix(");
    return SqlExpression{name + widened(value, isWhole ? ColumnType::Long : ColumnType::Real).sql + u", " +
                             QString::number(ticksPerUnit) + u')',
                         ColumnType::DateTime, true};
}

/// Here rows come in at the moment that they tell of.
Result<SqlExpression> ingestionTime(const FunctionCall &call)
{
    const QHash<QString, SqlExpression> &columns = call.row().columns;
    const auto column = columns.constFind(QStringLiteral("TimeGenerated"));
    if (column == columns.cend() || column->type != ColumnType::DateTime)
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    return *column;
}

} // namespace

const std::vector<ScalarFunction> &timeFunctions()
{
    using T = ColumnType;
    static const std::vector<ScalarFunction> table = {
        {"ingestion_time", {}, nullptr, false, ingestionTime},
        {"startofday", {}, nullptr, false, boundary<Day, false>},
        {"endofday", {}, nullptr, false, boundary<Day, true>},
        {"startofweek", {}, nullptr, false, boundary<Week, false>},
        {"endofweek", {}, nullptr, false, boundary<Week, true>},
        {"startofmonth", {}, nullptr, false, boundary<Month, false>},
        {"endofmonth", {}, nullptr, false, boundary<Month, true>},
        {"startofyear", {}, nullptr, false, boundary<Year, false>},
        {"endofyear", {}, nullptr, false, boundary<Year, true>},
        // 0001-01-01, tick 0, was a Monday; a day has 864000000000 ticks.
        {"dayofweek", {T::DateTime}, "((($1 // 864000000000 + 1) % 7) * 864000000000)"},
        {"hourofday", {T::DateTime}, "CAST(($1 // 36000000000) % 24 AS INTEGER)"},
        {"getyear", {T::DateTime}, "CAST(kql_year($1) AS INTEGER)"},
        {"getmonth", {T::DateTime}, "CAST(kql_month($1) AS INTEGER)"},
        {"monthofyear", {T::DateTime}, "CAST(kql_month($1) AS INTEGER)"},
        {"dayofmonth", {T::DateTime}, "CAST(kql_day_of_month($1) AS INTEGER)"},
        {"dayofyear", {T::DateTime}, "CAST(kql_day_of_year($1) AS INTEGER)"},
        {"weekofyear", {T::DateTime}, "CAST(kql_week_of_year($1) AS INTEGER)"},
        {"week_of_year", {T::DateTime}, "CAST(kql_week_of_year($1) AS INTEGER)"},
        {"make_datetime", {}, nullptr, false, makeDateTimeCall},
        {"make_timespan", {}, nullptr, false, makeTimespanCall},
        {"unixtime_seconds_todatetime", {}, nullptr, false, unixTime<ticksPerSecond>},
        {"unixtime_milliseconds_todatetime", {}, nullptr, false, unixTime<ticksPerMillisecond>},
        {"unixtime_microseconds_todatetime", {}, nullptr, false, unixTime<ticksPerMicrosecond>},
    };
    return table;
}

bool registerTimeFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
