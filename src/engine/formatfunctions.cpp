#include "engine/formatfunctions.h"

#include "engine/constants.h"
#include "engine/conversions.h"
#include "engine/literals.h"
#include "engine/scalarfunction.h"
#include "engine/timepatterns.h"
#include "engine/timeperiods.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

constexpr int64_t mostDigits = 15;
constexpr std::array<string_view, 7> sizeUnits{"Bytes", "KB", "MB", "GB", "TB", "PB", "EB"};

// Numbers

double tenToThe(int64_t digits)
{
    return std::pow(10.0, static_cast<double>(digits));
}

/// To so many digits behind the point, or before it where that is negative; halves go away from zero.
double rounded(double value, int64_t digits)
{
    if (digits > mostDigits || !std::isfinite(value))
        return value;
    if (digits < -308)
        return 0;
    const double factor = tenToThe(digits < 0 ? -digits : digits);
    const double result =
        digits < 0 ? std::round(value / factor) * factor : std::round(value * factor) / factor;
    return std::isfinite(result) ? result : value;
}

/// Null where the result is no long.
optional<int64_t> roundedWhole(int64_t value, int64_t digits)
{
    constexpr int64_t mostZeros = 18;
    if (digits >= 0)
        return value;
    if (digits < -mostZeros) {
        // Half of ten to the power of 19 is the last that can still be rounded up to anything.
        constexpr int64_t half = 5'000'000'000'000'000'000;
        const bool isFar = digits == -mostZeros - 1 && (value >= half || value <= -half);
        return isFar ? std::nullopt : optional<int64_t>(0);
    }
    int64_t unit = 1;
    for (int64_t i = digits; i < 0; ++i)
        unit *= 10;
    const int64_t rest = value % unit;
    const int64_t whole = value - rest;
    if (rest < unit / 2 && rest > -unit / 2)
        return whole;
    const bool isOutside = rest > 0 ? whole > INT64_MAX - unit : whole < INT64_MIN + unit;
    return isOutside ? std::nullopt : optional(rest > 0 ? whole + unit : whole - unit);
}

/// \a unit is the place of one of sizeUnits; negative: the largest of which there is at least one.
string formatBytes(double size, int64_t precision, int64_t unit)
{
    constexpr double step = 1024;
    if (!std::isfinite(size))
        return {};
    std::size_t place = 0;
    if (unit >= 0) {
        place = static_cast<std::size_t>(unit);
    } else {
        for (double rest = std::fabs(size); rest >= step && place + 1 < sizeUnits.size(); rest /= step)
            ++place;
    }
    const double value = rounded(size / std::pow(step, static_cast<double>(place)), precision);
    char digits[400];
    const auto written =
        std::to_chars(digits, digits + sizeof digits, value == 0 ? 0.0 : value, std::chars_format::fixed);
    return string(digits, written.ptr) + ' ' + string(sizeUnits.at(place));
}

// Time zones

/// Seconds ahead of UTC at an instant.
int64_t offsetAt(const QTimeZone &zone, int64_t ticks)
{
    return zone.offsetFromUtc(toDateTimeUtc(std::clamp<int64_t>(ticks, 0, maxDateTimeTicks)));
}

/// The names of the service that have no slash: Qt takes any word for a zone.
constexpr string_view plainZones[] = {
    "CET",  "CST6CDT", "Cuba",      "EET",       "EST",       "EST5EDT",   "Egypt",    "Eire",    "GB",
    "GMT",  "GB-Eire", "GMT+0",     "GMT-0",     "GMT0",      "HST",       "Hongkong", "Iceland", "Iran",
    "NZ",   "Israel",  "Jamaica",   "Japan",     "Libya",     "MET",       "MST",      "MST7MDT", "Navajo",
    "PRC",  "NZ-CHAT", "PST8PDT",   "Kwajalein", "ROK",       "UCT",       "UTC",      "W-SU",    "WET",
    "Zulu", "Poland",  "Greenwich", "Portugal",  "Singapore", "Universal",
};

QTimeZone makeZone(string_view name)
{
    const bool isPlain = name.find('/') == string_view::npos;
    const bool isKnown =
        isPlain ? std::find(std::begin(plainZones), std::end(plainZones), name) != std::end(plainZones)
                : name.find_first_of(",:<") == string_view::npos;
    return isKnown ? QTimeZone(QByteArray(name.data(), static_cast<qsizetype>(name.size()))) : QTimeZone();
}

/// The zone of a name; one that was asked for last is at hand.
const QTimeZone &zoneOf(string_view name)
{
    thread_local string known;
    thread_local QTimeZone zone = QTimeZone();
    if (known != name) {
        known = name;
        zone = makeZone(name);
    }
    return zone;
}

optional<int64_t> existing(int64_t ticks)
{
    return ticks < 0 || ticks > maxDateTimeTicks ? std::nullopt : optional(ticks);
}

optional<int64_t> utcToLocal(int64_t ticks, string_view name)
{
    const QTimeZone &zone = zoneOf(name);
    if (!zone.isValid())
        return {};
    return existing(ticks + offsetAt(zone, ticks) * ticksPerSecond);
}

/// Where clocks go forward or back, the offset after that counts.
optional<int64_t> localToUtc(int64_t ticks, string_view name)
{
    const QTimeZone &zone = zoneOf(name);
    if (!zone.isValid())
        return {};
    const int64_t before = offsetAt(zone, ticks - ticksPerDay);
    const int64_t after = offsetAt(zone, ticks + ticksPerDay);
    const int64_t late = ticks - after * ticksPerSecond;
    const int64_t early = ticks - before * ticksPerSecond;
    const bool isEarly = offsetAt(zone, late) != after && offsetAt(zone, early) == before;
    return existing(isEarly ? early : late);
}

constexpr duck::NamedFunction entries[] = {
    {"kql_round_real", duck::registerFunction<rounded>},
    {"kql_round_long", duck::registerFunction<roundedWhole>},
    {"kql_format_bytes", duck::registerFunction<formatBytes>},
    {"kql_utc_to_local", duck::registerFunction<utcToLocal>},
    {"kql_local_to_utc", duck::registerFunction<localToUtc>},
};

tl::unexpected<Error> refuseType(const FunctionCall &call, const SqlExpression &argument)
{
    return call.refusal.unsupportedType(call.node, columnTypeName(argument.type));
}

/// round(number, digits)
Result<SqlExpression> roundCall(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    const SqlExpression digits = call.arguments.size() > 1 ? call.arguments[1] : longLiteral(0);
    if (!isNumber(value.type) || !isWholeNumber(digits.type) || !widens(value.type, call.type))
        return refuseType(call, isNumber(value.type) ? digits : value);
    const QString places = widened(digits, ColumnType::Long).sql;
    if (call.type == ColumnType::Real)
        return SqlExpression{u"kql_round_real(" + widened(value, ColumnType::Real).sql + u", " + places +
                                 u')',
                             ColumnType::Real, value.nullable || digits.nullable};
    const QString whole = u"kql_round_long(" + widened(value, ColumnType::Long).sql + u", " + places + u')';
    return SqlExpression{
        call.type == ColumnType::Int ? QString(u"CAST(kql_to_int(" + whole + u") AS INTEGER)") : whole,
        call.type, true};
}

/// format_bytes(size, precision, units)
Result<SqlExpression> formatBytesCall(const FunctionCall &call)
{
    const SqlExpression &size = call.arguments.front();
    if (!isNumber(size.type))
        return refuseType(call, size);
    const optional<int64_t> precision =
        call.arguments.size() > 1 ? constantWhole(call.arguments[1]) : optional<int64_t>(0);
    const optional<QString> unit =
        call.arguments.size() > 2 ? constantText(call.arguments[2]) : optional(QString());
    const auto found = std::find(sizeUnits.begin(), sizeUnits.end(), unit.value_or(QString()).toStdString());
    const bool known = unit && (unit->isEmpty() || found != sizeUnits.end());
    if (!precision || *precision < 0 || *precision > mostDigits || !known)
        return call.refusal.unsupported(call.node, Words::tr("this precision or unit of a size"));
    const auto place = unit->isEmpty() ? -1 : static_cast<int>(found - sizeUnits.begin());
    return SqlExpression{u"COALESCE(kql_format_bytes(" + widened(size, ColumnType::Real).sql + u", " +
                             QString::number(*precision) + u", " + QString::number(place) + u"), '')",
                         ColumnType::String, false};
}

/// todatetime(), of texts and of what is a datetime.
Result<SqlExpression> toDateTimeCall(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::DateTime)
        return value;
    if (value.type != ColumnType::String && value.type != ColumnType::Dynamic)
        return refuseType(call, value);
    return *textAs(toText(value), ColumnType::DateTime);
}

Result<SqlExpression> toTimespanCall(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (value.type == ColumnType::TimeSpan)
        return value;
    if (value.type != ColumnType::String && value.type != ColumnType::Dynamic)
        return refuseType(call, value);
    return *textAs(toText(value), ColumnType::TimeSpan);
}

/// datetime_utc_to_local(when, zone) and the way back. A name of no zone is known beforehand where the query
/// itself has it.
Result<SqlExpression> toZone(const FunctionCall &call)
{
    const SqlExpression &when = call.arguments.front();
    const SqlExpression &zone = call.arguments.at(1);
    if (when.type != ColumnType::DateTime || zone.type != ColumnType::String)
        return refuseType(call, when.type != ColumnType::DateTime ? when : zone);
    const optional<QString> name = constantText(zone);
    if (name && !makeZone(name->toStdString()).isValid())
        return call.refusal.unsupported(call.node, Words::tr("the time zone “%1”").arg(*name));
    const bool toLocal = call.node.symbol == u"datetime_utc_to_local";
    return SqlExpression{QStringView(toLocal ? u"kql_utc_to_local(" : u"kql_local_to_utc(") + when.sql +
                             u", " + zone.sql + u')',
                         ColumnType::DateTime, true};
}

} // namespace

const std::vector<ScalarFunction> &formatFunctions()
{
    static const std::vector<ScalarFunction> table = [] {
        std::vector<ScalarFunction> filled = {
            {"round", {}, nullptr, false, roundCall},
            {"format_bytes", {}, nullptr, false, formatBytesCall},
            {"todatetime", {}, nullptr, false, toDateTimeCall},
            {"totimespan", {}, nullptr, false, toTimespanCall},
            {"totime", {}, nullptr, false, toTimespanCall},
            {"datetime_utc_to_local", {}, nullptr, false, toZone},
            {"datetime_local_to_utc", {}, nullptr, false, toZone},
        };
        for (const std::vector<ScalarFunction> *family : {&timePatternFunctions(), &timePeriodFunctions()})
            filled.insert(filled.end(), family->begin(), family->end());
        return filled;
    }();
    return table;
}

bool registerFormatFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries) && registerTimePatternFunctions(connection) &&
           registerTimePeriodFunctions(connection);
}

} // namespace sonde
