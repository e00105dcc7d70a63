#include "results/formattedcells.h"

#include "results/decimaltext.h"
#include "results/writers.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sonde {

namespace {

using Kind = ColumnFormat::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ColumnFormat)
};

/// From here on a number is read with an exponent.
constexpr double tooLong = 1e21;
/// In seconds: longer ones are none.
constexpr double longestDuration = 1e16;

void appendHexadecimal(std::string &out, std::uint64_t value)
{
    std::array<char, 16> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16);
    out += "0x";
    for (const char *digit = digits.data(); digit != written.ptr; ++digit)
        out += *digit >= 'a' ? static_cast<char>(*digit - 0x20) : *digit;
}

/// Two parts of a duration.
QString pairOf(double large, double small, double size, const QString &pattern)
{
    return pattern.arg(QString::number(large, 'f', 0), QString::number(small - large * size, 'f', 0));
}

/// A minute and more, rounded to the smaller of the two units that are shown.
QString longDuration(double seconds)
{
    constexpr double minute = 60;
    constexpr double hour = 60 * minute;
    constexpr double day = 24 * hour;
    if (const double rounded = std::round(seconds); rounded < hour) {
        //: A duration. %1: minutes; %2: seconds
        const QString pattern = Words::tr("%1 min %2 s");
        return pairOf(std::floor(rounded / minute), rounded, minute, pattern);
    }
    if (const double minutes = std::round(seconds / minute); minutes * minute < day) {
        //: A duration. %1: hours; %2: minutes
        const QString pattern = Words::tr("%1 h %2 min");
        return pairOf(std::floor(minutes / 60), minutes, 60, pattern);
    }
    //: A duration. %1: days; %2: hours
    const QString pattern = Words::tr("%1 d %2 h");
    const double hours = std::round(seconds / hour);
    return pairOf(std::floor(hours / 24), hours, 24, pattern);
}

QString relativeText(Ticks passed)
{
    const bool isPast = passed >= 0;
    const Ticks distance = isPast ? passed : -passed;
    if (distance < ticksPerMinute)
        return Words::tr("just now");
    QString past;
    QString future;
    Ticks unit = ticksPerMinute;
    if (distance < ticksPerHour) {
        //: %1: minutes
        past = Words::tr("%1 min ago");
        //: %1: minutes
        future = Words::tr("in %1 min");
    } else if (unit = ticksPerHour; distance < ticksPerDay) {
        //: %1: hours
        past = Words::tr("%1 h ago");
        //: %1: hours
        future = Words::tr("in %1 h");
    } else if (unit = ticksPerDay; distance < 365 * ticksPerDay) {
        //: %1: days
        past = Words::tr("%1 d ago");
        //: %1: days
        future = Words::tr("in %1 d");
    } else {
        unit = 365 * ticksPerDay + ticksPerDay / 4;
        //: %1: years
        past = Words::tr("%1 y ago");
        //: %1: years
        future = Words::tr("in %1 y");
    }
    return (isPast ? past : future).arg(std::max<Ticks>(distance / unit, 1));
}

} // namespace

FormattedCells::FormattedCells(const ColumnFormat &format, const QLocale &locale, Ticks now)
    : m_format(format)
    , m_numbers(locale)
    , m_now(now)
{}

bool FormattedCells::append(std::string &out, const CellRef &cell) const
{
    if (cell.isNull() || m_format.isAsItCame() || !m_format.fits(cell.column->type()))
        return false;
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return appendInteger(out, column.integer(cell.row), column.type());
    case ColumnType::Real:
        return appendReal(out, column.real(cell.row));
    case ColumnType::Decimal:
        return appendDecimal(out, column.text(cell.row));
    default:
        return false;
    }
}

bool FormattedCells::appendInteger(std::string &out, std::int64_t value, ColumnType type) const
{
    switch (m_format.kind) {
    case Kind::Number: {
        std::array<char, 20> digits{};
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        m_numbers.append(out, {digits.data(), static_cast<std::size_t>(written.ptr - digits.data())},
                         m_format.isGrouped);
        return true;
    }
    case Kind::Hexadecimal:
        appendHexadecimal(out, type == ColumnType::Int ? static_cast<std::uint32_t>(value)
                                                       : static_cast<std::uint64_t>(value));
        return true;
    case Kind::Bytes:
        return appendBytes(out, static_cast<double>(value));
    case Kind::Milliseconds:
        return appendDuration(out, static_cast<double>(value) / 1000);
    case Kind::Seconds:
        return appendDuration(out, static_cast<double>(value));
    case Kind::Duration:
        return appendDuration(out, static_cast<double>(value) / ticksPerSecond);
    case Kind::TotalSeconds:
        appendTotalSeconds(out, value);
        return true;
    case Kind::Relative:
        appendRelative(out, value);
        return true;
    }
    return false;
}

bool FormattedCells::appendReal(std::string &out, double value) const
{
    if (!std::isfinite(value) || std::abs(value) >= tooLong)
        return false;
    switch (m_format.kind) {
    case Kind::Bytes:
        return appendBytes(out, value);
    case Kind::Milliseconds:
        return appendDuration(out, value / 1000);
    case Kind::Seconds:
        return appendDuration(out, value);
    default:
        break;
    }
    if (m_format.decimals != ColumnFormat::allDecimals) {
        m_numbers.append(out, value, m_format.decimals, m_format.isGrouped);
        return true;
    }
    // All digits it has, unless these are hundreds.
    std::array<char, 48> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (written.ec != std::errc())
        return false;
    m_numbers.append(out, {text.data(), static_cast<std::size_t>(written.ptr - text.data())},
                     m_format.isGrouped);
    return true;
}

bool FormattedCells::appendDecimal(std::string &out, std::string_view text) const
{
    const auto plain = plainDecimal(text, m_format.decimals);
    if (!plain)
        return false;
    m_numbers.append(out, *plain, m_format.isGrouped);
    return true;
}

bool FormattedCells::appendBytes(std::string &out, double value) const
{
    static constexpr std::array<std::string_view, 9> units{"B",   "KiB", "MiB", "GiB", "TiB",
                                                           "PiB", "EiB", "ZiB", "YiB"};
    double size = std::abs(value);
    std::size_t unit = 0;
    // What would be rounded to 1024 of one unit is 1 of the next.
    for (; size >= 1023.5 && unit + 1 < units.size(); ++unit)
        size /= 1024;
    const std::size_t start = out.size();
    if (unit == 0)
        m_numbers.appendShort(out, size);
    else
        m_numbers.appendThreeDigits(out, size);
    if (value < 0 && out.find_first_of("123456789", start) != std::string::npos)
        out.insert(start, 1, '-');
    out += ' ';
    out += units[unit];
    return true;
}

bool FormattedCells::appendDuration(std::string &out, double seconds) const
{
    static constexpr std::array<std::string_view, 4> units{"s", "ms", "µs", "ns"};
    const double length = std::abs(seconds);
    if (length > longestDuration)
        return false;
    const std::size_t start = out.size();
    if (length >= 59.95) {
        out += longDuration(length).toStdString();
    } else {
        double size = length;
        std::size_t unit = 0;
        for (; size > 0 && size < 0.9995 && unit + 1 < units.size(); ++unit)
            size *= 1000;
        m_numbers.appendShort(out, size);
        out += ' ';
        out += units[unit];
    }
    if (seconds < 0 && out.find_first_of("123456789", start) != std::string::npos)
        out.insert(start, 1, '-');
    return true;
}

void FormattedCells::appendTotalSeconds(std::string &out, Ticks ticks) const
{
    const auto size = ticks < 0 ? 0 - static_cast<std::uint64_t>(ticks) : static_cast<std::uint64_t>(ticks);
    std::string plain = (ticks < 0 ? "-" : "") + std::to_string(size / ticksPerSecond);
    if (const std::uint64_t rest = size % ticksPerSecond; rest != 0) {
        std::string fraction = std::to_string(rest + ticksPerSecond).substr(1);
        fraction.erase(fraction.find_last_not_of('0') + 1);
        plain += '.' + fraction;
    }
    m_numbers.append(out, plain, false);
    out += " s";
}

void FormattedCells::appendRelative(std::string &out, Ticks ticks) const
{
    out += relativeText(m_now - std::clamp<Ticks>(ticks, 0, maxDateTimeTicks)).toStdString();
}

} // namespace sonde
