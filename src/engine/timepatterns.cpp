#include "engine/timepatterns.h"

#include "core/ticks.h"
#include "engine/constants.h"
#include "engine/scalarfunction.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <chrono>

namespace sonde {

namespace {

using std::int64_t;
using std::string;
using std::string_view;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

constexpr int64_t daysToEpoch = unixEpochTicks / ticksPerDay;
constexpr string_view delimiters = " /-:,._[]";
constexpr std::size_t fractionDigits = 7;

/// What a pattern is made of: one letter, so many times.
struct Element
{
    char letter;
    std::size_t count;
};

/// The element at the pattern's beginning, which is taken away.
Element takeElement(string_view &pattern)
{
    const char letter = pattern.front();
    const auto end = std::find_if(pattern.begin(), pattern.end(), [letter](char c) { return c != letter; });
    const auto count = static_cast<std::size_t>(end - pattern.begin());
    pattern.remove_prefix(count);
    return {letter, count};
}

/// With zeros in front up to so many digits.
void appendNumber(string &out, int64_t value, std::size_t digits)
{
    const string text = std::to_string(value);
    if (text.size() < digits)
        out.append(digits - text.size(), '0');
    out += text;
}

/// So many digits of a second's fraction; the short form has no zeros at its end and, where nothing is left
/// of it, no point in front of it.
void appendFraction(string &out, int64_t ticks, std::size_t count, bool isShort)
{
    string digits = std::to_string(ticks % ticksPerSecond);
    digits.insert(0, fractionDigits - digits.size(), '0');
    digits.resize(std::min(count, fractionDigits));
    while (isShort && !digits.empty() && digits.back() == '0')
        digits.pop_back();
    if (digits.empty() && out.ends_with('.'))
        out.pop_back();
    out += digits;
}

/// What both patterns have; false for another element.
bool appendTime(string &out, const Element &element, int64_t ticks)
{
    switch (element.letter) {
    case 'H':
        appendNumber(out, ticks / ticksPerHour % 24, element.count);
        return true;
    case 'm':
        appendNumber(out, ticks / ticksPerMinute % 60, element.count);
        return true;
    case 's':
        appendNumber(out, ticks / ticksPerSecond % 60, element.count);
        return true;
    case 'f':
    case 'F':
        appendFraction(out, ticks, element.count, element.letter == 'F');
        return true;
    default:
        return false;
    }
}

string formatDateTime(int64_t ticks, string_view pattern)
{
    const std::chrono::year_month_day date{
        std::chrono::sys_days{std::chrono::days{ticks / ticksPerDay - daysToEpoch}}};
    const int64_t hour = ticks / ticksPerHour % 24;
    string out;
    while (!pattern.empty()) {
        const Element element = takeElement(pattern);
        if (element.letter == 'd')
            appendNumber(out, unsigned(date.day()), element.count);
        else if (element.letter == 'M')
            appendNumber(out, unsigned(date.month()), element.count);
        else if (element.letter == 'y')
            appendNumber(out, element.count > 2 ? int(date.year()) : int(date.year()) % 100, element.count);
        else if (element.letter == 'h')
            appendNumber(out, (hour + 11) % 12 + 1, element.count);
        else if (element.letter == 't')
            out += hour < 12 ? "AM" : "PM";
        else if (!appendTime(out, element, ticks))
            out.append(element.count, element.letter);
    }
    return out;
}

/// Of a negative timespan the digits alone.
string formatTimespanBy(int64_t ticks, string_view pattern)
{
    const auto magnitude =
        ticks < 0 ? 0 - static_cast<std::uint64_t>(ticks) : static_cast<std::uint64_t>(ticks);
    const auto days = static_cast<int64_t>(magnitude / static_cast<std::uint64_t>(ticksPerDay));
    const auto rest = static_cast<int64_t>(magnitude % static_cast<std::uint64_t>(ticksPerDay));
    string out;
    while (!pattern.empty()) {
        Element element = takeElement(pattern);
        if (element.letter == 'h')
            element.letter = 'H';
        if (element.letter == 'd')
            appendNumber(out, days, element.count);
        else if (!appendTime(out, element, rest))
            out.append(element.count, element.letter);
    }
    return out;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_format_datetime", duck::registerFunction<formatDateTime>},
    {"kql_format_timespan", duck::registerFunction<formatTimespanBy>},
};

/// How often a letter may stand in a row, for those that mean something.
std::size_t mostOf(char letter, bool isDateTime)
{
    switch (letter) {
    case 'f':
    case 'F':
        return fractionDigits;
    case 'h':
    case 'H':
    case 'm':
    case 's':
        return 2;
    case 'd':
        return isDateTime ? 2 : 8;
    case 'M':
    case 't':
        return isDateTime ? 2 : 0;
    case 'y':
        return isDateTime ? 4 : 0;
    default:
        return 0;
    }
}

bool isPattern(string_view pattern, bool isDateTime)
{
    while (!pattern.empty()) {
        const Element element = takeElement(pattern);
        if (delimiters.find(element.letter) != string_view::npos)
            continue;
        const bool between =
            (element.letter == 'y' && element.count == 3) || (element.letter == 't' && element.count == 1);
        if (element.count > mostOf(element.letter, isDateTime) || between)
            return false;
    }
    return true;
}

/// format_datetime(when, pattern), format_timespan(span, pattern)
template <ColumnType type>
Result<SqlExpression> formatted(const FunctionCall &call)
{
    constexpr bool isDateTime = type == ColumnType::DateTime;
    const SqlExpression &value = call.arguments.front();
    if (value.type != type)
        return call.refusal.unsupportedType(call.node, columnTypeName(value.type));
    const std::optional<QString> pattern = constantText(call.arguments.at(1));
    if (!pattern || !isPattern(pattern->toStdString(), isDateTime))
        return call.refusal.unsupported(
            call.node, Words::tr("the pattern “%1” of a time").arg(pattern.value_or(QString())));
    return SqlExpression{u"COALESCE(" +
                             QStringView(isDateTime ? u"kql_format_datetime(" : u"kql_format_timespan(") +
                             value.sql + u", " + sqlString(*pattern) + u"), '')",
                         ColumnType::String, false};
}

} // namespace

const std::vector<ScalarFunction> &timePatternFunctions()
{
    static const std::vector<ScalarFunction> table = {
        {"format_datetime", {}, nullptr, false, formatted<ColumnType::DateTime>},
        {"format_timespan", {}, nullptr, false, formatted<ColumnType::TimeSpan>},
    };
    return table;
}

bool registerTimePatternFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
