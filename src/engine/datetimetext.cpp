#include "engine/datetimetext.h"
#include "engine/textmatching.h"

#include "core/kqlliterals.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace sonde {

namespace {

using std::optional;
using std::string;
using std::string_view;

constexpr std::array<string_view, 12> months{"january",   "february", "march",    "april",
                                             "may",       "june",     "july",     "august",
                                             "september", "october",  "november", "december"};
constexpr std::array<string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                              "thursday", "friday", "saturday"};
constexpr std::size_t fractionDigits = 7;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Which of the names a word is, in full or its first three letters; 0: none.
template <std::size_t count>
int placeOf(string_view word, const std::array<string_view, count> &names)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (word.size() >= 3 && (word == names[i] || word == names[i].substr(0, 3)))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

/// Reads forward over a text.
class Reader
{
public:
    explicit Reader(string_view text)
        : m_rest(text)
    {}

    bool atEnd() const { return m_rest.empty(); }
    string_view rest() const { return m_rest; }

    bool skip(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool skipSpaces()
    {
        const bool any = !m_rest.empty() && m_rest.front() == ' ';
        while (skip(' ')) {
        }
        return any;
    }

    /// The letters that come, in lower case.
    string word()
    {
        string letters;
        while (!m_rest.empty() && lower(m_rest.front()) >= 'a' && lower(m_rest.front()) <= 'z') {
            letters.push_back(lower(m_rest.front()));
            m_rest.remove_prefix(1);
        }
        return letters;
    }

    /// All digits that come.
    string_view digits()
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), isDigit);
        const string_view found = m_rest.substr(0, static_cast<std::size_t>(end - m_rest.begin()));
        m_rest.remove_prefix(found.size());
        return found;
    }

private:
    string_view m_rest;
};

optional<int> numberOf(string_view digits, std::size_t fewest, std::size_t most)
{
    if (digits.size() < fewest || digits.size() > most)
        return {};
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

Ticks fractionOf(string_view digits)
{
    Ticks ticks = 0;
    for (std::size_t i = 0; i < fractionDigits; ++i)
        ticks = ticks * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return ticks;
}

optional<Ticks> dateOf(int year, int month, int day)
{
    if (year < 1 || month < 1 || day < 1)
        return {};
    const std::chrono::year_month_day date = std::chrono::year(year) /
                                             std::chrono::month(static_cast<unsigned>(month)) /
                                             std::chrono::day(static_cast<unsigned>(day));
    if (!date.ok())
        return {};
    return unixEpochTicks + std::chrono::sys_days{date}.time_since_epoch().count() * ticksPerDay;
}

/// Of two digits: 1970 to 2069.
optional<int> yearOf(string_view digits)
{
    const optional<int> year = numberOf(digits, 2, 4);
    if (!year || digits.size() == 3)
        return {};
    return digits.size() == 4 ? *year : *year + (*year < 70 ? 2000 : 1900);
}

/// `8 Nov 14`, `08-Nov-2014`: the day has been read.
optional<Ticks> readNamedMonth(Reader &reader, string_view day, char separator)
{
    const int month = placeOf(reader.word(), months);
    if (!reader.skip(separator))
        return {};
    const optional<int> year = yearOf(reader.digits());
    const optional<int> dayOfMonth = numberOf(day, 1, 2);
    return year && dayOfMonth ? dateOf(*year, month, *dayOfMonth) : std::nullopt;
}

optional<Ticks> readDate(Reader &reader)
{
    const string_view first = reader.digits();
    if (first.empty() || reader.atEnd())
        return {};
    const char separator = reader.rest().front();
    if ((separator != '-' && separator != '/' && separator != ' ') || !reader.skip(separator))
        return {};
    if (!reader.atEnd() && !isDigit(reader.rest().front()))
        return separator == '/' ? std::nullopt : readNamedMonth(reader, first, separator);
    if (separator == ' ')
        return {};
    const string_view second = reader.digits();
    if (!reader.skip(separator))
        return {};
    const string_view third = reader.digits();
    const bool yearFirst = first.size() == 4;
    const optional<int> year = numberOf(yearFirst ? first : third, 4, 4);
    const optional<int> month = numberOf(yearFirst ? second : first, 1, 2);
    const optional<int> day = numberOf(yearFirst ? third : second, 1, 2);
    return year && month && day ? dateOf(*year, *month, *day) : std::nullopt;
}

/// `15:05`, `15:05:02.5`, `3:05:02 PM`
optional<Ticks> readTimeOfDay(Reader &reader)
{
    optional<int> hour = numberOf(reader.digits(), 1, 2);
    if (!hour || !reader.skip(':'))
        return {};
    const optional<int> minute = numberOf(reader.digits(), 2, 2);
    optional<int> second = 0;
    Ticks fraction = 0;
    if (reader.skip(':')) {
        second = numberOf(reader.digits(), 2, 2);
        if (reader.skip('.')) {
            const string_view digits = reader.digits();
            if (digits.empty())
                return {};
            fraction = fractionOf(digits);
        }
    }
    Reader ahead = reader;
    ahead.skipSpaces();
    const string half = ahead.word();
    if (half == "am" || half == "pm") {
        if (*hour < 1 || *hour > 12)
            return {};
        hour = *hour % 12 + (half == "pm" ? 12 : 0);
        reader = ahead;
    }
    if (!minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return {};
    return *hour * ticksPerHour + *minute * ticksPerMinute + *second * ticksPerSecond + fraction;
}

/// How far ahead of UTC; nothing after it but the end.
optional<Ticks> readZone(Reader &reader)
{
    reader.skipSpaces();
    if (reader.atEnd())
        return 0;
    const bool negative = reader.skip('-');
    if (negative || reader.skip('+')) {
        const string_view digits = reader.digits();
        const bool colon = reader.skip(':');
        if (digits.size() < 2)
            return {};
        const optional<int> hours = numberOf(digits.substr(0, 2), 2, 2);
        const optional<int> minutes = numberOf(colon ? reader.digits() : digits.substr(2), 2, 2);
        if (!hours || !minutes || (colon && digits.size() != 2) || *hours > 14 || *minutes > 59 ||
            !reader.atEnd())
            return {};
        const Ticks offset = *hours * ticksPerHour + *minutes * ticksPerMinute;
        return negative ? -offset : offset;
    }
    const string zone = reader.word();
    return (zone == "z" || zone == "gmt" || zone == "utc") && reader.atEnd() ? optional<Ticks>(0)
                                                                             : std::nullopt;
}

} // namespace

optional<Ticks> readDateTime(string_view text)
{
    text = sonde::text::trimmed(text);
    if (const optional<Ticks> iso = parseIsoDateTime(text))
        return iso;
    Reader reader(text);
    if (const string weekday = reader.word(); !weekday.empty()) {
        if (placeOf(weekday, weekdays) == 0 || !reader.skip(','))
            return {};
        reader.skipSpaces();
    }
    const optional<Ticks> date = readDate(reader);
    if (!date)
        return {};
    Ticks ticks = *date;
    if (!reader.atEnd()) {
        if (!reader.skip('T') && !reader.skip('t') && !reader.skipSpaces())
            return {};
        const optional<Ticks> time = readTimeOfDay(reader);
        const optional<Ticks> offset = time ? readZone(reader) : std::nullopt;
        if (!offset)
            return {};
        ticks += *time - *offset;
    }
    return ticks < 0 || ticks > maxDateTimeTicks ? std::nullopt : optional(ticks);
}

optional<Ticks> readDateTimeLiteral(string_view text)
{
    return text.find('/') == string_view::npos ? readDateTime(text) : std::nullopt;
}

optional<Ticks> readTimespan(string_view text)
{
    text = sonde::text::trimmed(text);
    if (const optional<Ticks> ticks = parseTimespan(text))
        return ticks;
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    if (text.empty() || !isDigit(text.front()))
        return {};
    // Without seconds, or with one digit for the hours.
    if (const std::size_t colon = text.find(':'); colon != string_view::npos) {
        const std::size_t point = text.substr(0, colon).rfind('.');
        const std::size_t hours = point == string_view::npos ? 0 : point + 1;
        string full(text);
        if (colon - hours == 1)
            full.insert(hours, "0");
        if (std::count(full.begin(), full.end(), ':') == 1)
            full += ":00";
        return parseTimespan(negative ? "-" + full : full);
    }
    double amount = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
    if (error != std::errc())
        return {};
    const string_view unit = sonde::text::trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
    const bool whole = text.find('.') == string_view::npos;
    const optional<double> size =
        unit.empty() ? (whole ? optional(static_cast<double>(ticksPerDay)) : std::nullopt)
                     : ticksOfKqlUnit(QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size())));
    if (!size || amount * *size >= 9.2e18)
        return {};
    const auto ticks = static_cast<Ticks>(std::llround(amount * *size));
    return negative ? -ticks : ticks;
}

} // namespace sonde
