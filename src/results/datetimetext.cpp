#include "results/datetimetext.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace sonde {

namespace {

/// So many digits of a number that is not negative.
void put(char *at, int digits, std::int64_t value)
{
    for (int i = digits - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

DateTimeText::DateTimeText(std::optional<QTimeZone> zone)
    : m_zone(std::move(zone))
{}

Ticks DateTimeText::offsetAt(Ticks ticks)
{
    // Zones change their offset on the quarter of an hour.
    const Ticks quarter = ticks / (15 * ticksPerMinute);
    if (quarter != m_quarter) {
        m_quarter = quarter;
        m_offset = m_zone->offsetFromUtc(toDateTimeUtc(ticks)) * ticksPerSecond;
    }
    return m_offset;
}

void DateTimeText::append(std::string &out, Ticks ticks)
{
    if (m_zone)
        ticks = std::clamp<Ticks>(ticks + offsetAt(ticks), 0, maxDateTimeTicks);
    const Ticks day = ticks / ticksPerDay;
    const Ticks milliseconds = ticks % ticksPerDay / ticksPerMillisecond;
    const std::chrono::year_month_day date{std::chrono::sys_days(
        std::chrono::days(static_cast<int>(day) - static_cast<int>(unixEpochTicks / ticksPerDay)))};
    std::array<char, 23> text{};
    text[4] = text[7] = '-';
    text[10] = ' ';
    text[13] = text[16] = ':';
    text[19] = '.';
    put(text.data(), 4, static_cast<int>(date.year()));
    put(&text[5], 2, static_cast<unsigned>(date.month()));
    put(&text[8], 2, static_cast<unsigned>(date.day()));
    put(&text[11], 2, milliseconds / 3'600'000);
    put(&text[14], 2, milliseconds / 60'000 % 60);
    put(&text[17], 2, milliseconds / 1000 % 60);
    put(&text[20], 3, milliseconds % 1000);
    out.append(text.data(), text.size());
}

std::optional<Ticks> parseDateTimeText(std::string_view text, const std::optional<QTimeZone> &zone)
{
    constexpr std::size_t dateLength = 10;
    const std::optional<Ticks> ticks = parseIsoDateTime(text);
    const bool namesOffset =
        text.size() > dateLength && text.find_first_of("Zz+-", dateLength) != std::string_view::npos;
    if (!ticks || !zone || namesOffset)
        return ticks;
    const QDateTime written = toDateTimeUtc(*ticks);
    // A QDateTime holds milliseconds; what is below them is no matter of zones.
    return toTicks(QDateTime(written.date(), written.time(), *zone)) + *ticks % ticksPerMillisecond;
}

} // namespace sonde
