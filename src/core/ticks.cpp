#include "core/ticks.h"

#include "core/timezone.h"

#include <QTimeZone>
#include <cstdio>

namespace sonde {

namespace {

/// Days from 0001-01-01 of a date of the proleptic Gregorian calendar (H. Hinnant's days_from_civil,
/// shifted).
constexpr std::int64_t daysFromCivil(std::int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2;
    const std::int64_t era = year / 400;
    const auto yearOfEra = static_cast<unsigned>(year - era * 400);
    const unsigned dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + static_cast<std::int64_t>(dayOfEra) - 306;
}

struct Civil
{
    int year;
    unsigned month;
    unsigned day;
};

constexpr Civil civilFromDays(std::int64_t days)
{
    days += 306;
    const std::int64_t era = days / 146097;
    const auto dayOfEra = static_cast<unsigned>(days - era * 146097);
    const unsigned yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const unsigned monthPart = (5 * dayOfYear + 2) / 153;
    const unsigned day = dayOfYear - (153 * monthPart + 2) / 5 + 1;
    const unsigned month = monthPart < 10 ? monthPart + 3 : monthPart - 9;
    const std::int64_t year = static_cast<std::int64_t>(yearOfEra) + era * 400 + (month <= 2);
    return {static_cast<int>(year), month, day};
}

static_assert(daysFromCivil(1, 1, 1) == 0);
static_assert(daysFromCivil(1970, 1, 1) * ticksPerDay == unixEpochTicks);

/// Reads forward over a text; every function leaves the place unchanged when it fails.
struct Reader
{
    std::string_view rest;

    bool skip(char c)
    {
        if (rest.empty() || rest.front() != c)
            return false;
        rest.remove_prefix(1);
        return true;
    }

    std::optional<int> digits(std::size_t count)
    {
        if (rest.size() < count)
            return {};
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (rest[i] < '0' || rest[i] > '9')
                return {};
            value = value * 10 + (rest[i] - '0');
        }
        rest.remove_prefix(count);
        return value;
    }

    /// Up to seven fraction digits as ticks.
    std::optional<Ticks> fraction()
    {
        Ticks value = 0;
        std::size_t count = 0;
        while (count < rest.size() && rest[count] >= '0' && rest[count] <= '9') {
            if (count == 7)
                return {};
            value = value * 10 + (rest[count] - '0');
            ++count;
        }
        if (count == 0)
            return {};
        rest.remove_prefix(count);
        for (; count < 7; ++count)
            value *= 10;
        return value;
    }
};

unsigned daysInMonth(int year, unsigned month)
{
    constexpr unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths[month - 1];
}

std::optional<Ticks> readOffset(Reader &reader)
{
    if (reader.rest.empty() || reader.skip('Z') || reader.skip('z'))
        return 0;
    const bool negative = reader.skip('-');
    if (!negative && !reader.skip('+'))
        return {};
    const auto hours = reader.digits(2);
    reader.skip(':');
    const auto minutes = reader.digits(2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59)
        return {};
    const Ticks offset = *hours * ticksPerHour + *minutes * ticksPerMinute;
    return negative ? -offset : offset;
}

void appendTwo(std::string &out, unsigned value)
{
    out.push_back(static_cast<char>('0' + value / 10));
    out.push_back(static_cast<char>('0' + value % 10));
}

void appendFraction(std::string &out, Ticks fraction, bool trimmed)
{
    char digits[8];
    for (int i = 6; i >= 0; --i) {
        digits[i] = static_cast<char>('0' + fraction % 10);
        fraction /= 10;
    }
    std::size_t count = 7;
    while (trimmed && count > 0 && digits[count - 1] == '0')
        --count;
    if (count == 0)
        return;
    out.push_back('.');
    out.append(digits, count);
}

void appendTimeOfDay(std::string &out, Ticks ticks)
{
    appendTwo(out, static_cast<unsigned>(ticks / ticksPerHour));
    out.push_back(':');
    appendTwo(out, static_cast<unsigned>(ticks / ticksPerMinute % 60));
    out.push_back(':');
    appendTwo(out, static_cast<unsigned>(ticks / ticksPerSecond % 60));
}

std::string formatDateTime(Ticks ticks, bool trimmed)
{
    ticks = std::max<Ticks>(0, std::min(ticks, maxDateTimeTicks));
    const Civil civil = civilFromDays(ticks / ticksPerDay);
    std::string out;
    out.reserve(28);
    appendTwo(out, static_cast<unsigned>(civil.year / 100));
    appendTwo(out, static_cast<unsigned>(civil.year % 100));
    out.push_back('-');
    appendTwo(out, civil.month);
    out.push_back('-');
    appendTwo(out, civil.day);
    out.push_back('T');
    appendTimeOfDay(out, ticks % ticksPerDay);
    appendFraction(out, ticks % ticksPerSecond, trimmed);
    out.push_back('Z');
    return out;
}

} // namespace

std::optional<Ticks> parseIsoDateTime(std::string_view text)
{
    Reader reader{text};
    const auto year = reader.digits(4);
    if (!year || *year < 1 || !reader.skip('-'))
        return {};
    const auto month = reader.digits(2);
    if (!month || *month < 1 || *month > 12 || !reader.skip('-'))
        return {};
    const auto day = reader.digits(2);
    if (!day || *day < 1 || static_cast<unsigned>(*day) > daysInMonth(*year, static_cast<unsigned>(*month)))
        return {};
    Ticks ticks =
        daysFromCivil(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)) * ticksPerDay;
    if (reader.skip('T') || reader.skip('t') || reader.skip(' ')) {
        const auto hour = reader.digits(2);
        if (!hour || *hour > 23 || !reader.skip(':'))
            return {};
        const auto minute = reader.digits(2);
        if (!minute || *minute > 59)
            return {};
        ticks += *hour * ticksPerHour + *minute * ticksPerMinute;
        if (reader.skip(':')) {
            const auto second = reader.digits(2);
            if (!second || *second > 59)
                return {};
            ticks += *second * ticksPerSecond;
            if (reader.skip('.')) {
                const auto fraction = reader.fraction();
                if (!fraction)
                    return {};
                ticks += *fraction;
            }
        }
    }
    const auto offset = readOffset(reader);
    if (!offset || !reader.rest.empty())
        return {};
    ticks -= *offset;
    if (ticks < 0 || ticks > maxDateTimeTicks)
        return {};
    return ticks;
}

std::optional<Ticks> parseTimespan(std::string_view text)
{
    Reader reader{text};
    const bool negative = reader.skip('-');
    Ticks days = 0;
    const std::size_t colon = reader.rest.find(':');
    const std::size_t point = reader.rest.find('.');
    if (point != std::string_view::npos && (colon == std::string_view::npos || point < colon)) {
        if (point == 0 || point > 8)
            return {};
        const auto value = reader.digits(point);
        if (!value || !reader.skip('.'))
            return {};
        days = *value;
    }
    const auto hour = reader.digits(2);
    if (!hour || *hour > 23 || !reader.skip(':'))
        return {};
    const auto minute = reader.digits(2);
    if (!minute || *minute > 59 || !reader.skip(':'))
        return {};
    const auto second = reader.digits(2);
    if (!second || *second > 59)
        return {};
    Ticks fraction = 0;
    if (reader.skip('.')) {
        const auto value = reader.fraction();
        if (!value)
            return {};
        fraction = *value;
    }
    if (!reader.rest.empty())
        return {};
    // The longest .NET timespan has 10 675 199 days and lies on the border of int64: counted in unsigned.
    const auto magnitude = static_cast<std::uint64_t>(days) * static_cast<std::uint64_t>(ticksPerDay) +
                           static_cast<std::uint64_t>(*hour * ticksPerHour + *minute * ticksPerMinute +
                                                      *second * ticksPerSecond + fraction);
    const std::uint64_t limit = static_cast<std::uint64_t>(INT64_MAX) + (negative ? 1 : 0);
    if (magnitude > limit)
        return {};
    return static_cast<Ticks>(negative ? 0 - magnitude : magnitude);
}

std::string formatIsoDateTime(Ticks ticks)
{
    return formatDateTime(ticks, true);
}

std::string formatKqlDateTime(Ticks ticks)
{
    return formatDateTime(ticks, false);
}

std::string formatTimespan(Ticks ticks)
{
    const auto magnitude =
        ticks < 0 ? 0 - static_cast<std::uint64_t>(ticks) : static_cast<std::uint64_t>(ticks);
    std::string out;
    if (ticks < 0)
        out.push_back('-');
    const std::uint64_t days = magnitude / static_cast<std::uint64_t>(ticksPerDay);
    if (days > 0) {
        out += std::to_string(days);
        out.push_back('.');
    }
    const auto rest = static_cast<Ticks>(magnitude % static_cast<std::uint64_t>(ticksPerDay));
    appendTimeOfDay(out, rest);
    if (rest % ticksPerSecond != 0)
        appendFraction(out, rest % ticksPerSecond, false);
    return out;
}

QDateTime toDateTimeUtc(Ticks ticks)
{
    const Ticks sinceEpoch = ticks - unixEpochTicks;
    Ticks milliseconds = sinceEpoch / ticksPerMillisecond;
    if (sinceEpoch % ticksPerMillisecond < 0)
        --milliseconds;
    return QDateTime::fromMSecsSinceEpoch(milliseconds, utcZone);
}

Ticks toTicks(const QDateTime &dateTime)
{
    return dateTime.toMSecsSinceEpoch() * ticksPerMillisecond + unixEpochTicks;
}

} // namespace sonde
