#include "results/numbertext.h"

#include "results/decimaltext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace sonde {

namespace {

/// Twenty-one digits before the point, nine behind it, a sign.
constexpr std::size_t longestNumber = 40;
/// Of a number without an exponent.
constexpr std::size_t longestShortest = 64;

/// Rounded half up, as decimals are, by the digits that the number is written with: 0.125 is 0.13.
std::string fixed(double value, int decimals)
{
    std::array<char, longestShortest> shortest{};
    const auto digits =
        std::to_chars(shortest.data(), shortest.data() + shortest.size(), value, std::chars_format::fixed);
    if (digits.ec == std::errc()) {
        const std::string_view exact(shortest.data(), static_cast<std::size_t>(digits.ptr - shortest.data()));
        if (auto rounded = plainDecimal(exact, decimals))
            return *std::move(rounded);
    }
    std::array<char, longestNumber> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    return written.ec == std::errc() ? std::string(text.data(), written.ptr) : std::string("0");
}

int decimalsForThree(double value)
{
    // As they will be rounded: 9.996 is 10.0.
    if (value < 9.995)
        return 2;
    return value < 99.95 ? 1 : 0;
}

} // namespace

NumberText::NumberText(const QLocale &locale)
    : m_point(locale.decimalPoint().toStdString())
    , m_separator(locale.groupSeparator().toStdString())
{
    // Qt says what the separator is, and only by writing a number where it stands.
    QLocale grouping(locale);
    grouping.setNumberOptions(QLocale::DefaultNumberOptions);
    const QString separator = locale.groupSeparator();
    const auto lengths = [&](qlonglong number) -> std::vector<std::size_t> {
        std::vector<std::size_t> all;
        for (const QString &group : grouping.toString(number).split(separator))
            all.push_back(static_cast<std::size_t>(group.size()));
        return all;
    };
    const std::vector<std::size_t> longest = lengths(1'111'111'111'111);
    if (separator.isEmpty() || longest.size() < 3) {
        m_separator.clear();
        return;
    }
    m_last = longest.back();
    m_others = longest[longest.size() - 2];
    m_fewest = lengths(1111).size() > 1 ? m_last + 1 : m_last + 2;
}

void NumberText::appendWhole(std::string &out, std::string_view digits) const
{
    if (digits.size() < m_fewest || m_separator.empty()) {
        out += digits;
        return;
    }
    const std::size_t before = digits.size() - m_last;
    const std::size_t first = before % m_others == 0 ? m_others : before % m_others;
    out += digits.substr(0, first);
    for (std::size_t at = first; at < before; at += m_others) {
        out += m_separator;
        out += digits.substr(at, m_others);
    }
    out += m_separator;
    out += digits.substr(before);
}

void NumberText::append(std::string &out, std::string_view plain, bool isGrouped) const
{
    if (!plain.empty() && plain.front() == '-') {
        out += '-';
        plain.remove_prefix(1);
    }
    const std::size_t point = std::min(plain.find('.'), plain.size());
    const std::string_view whole = plain.substr(0, point);
    if (isGrouped)
        appendWhole(out, whole);
    else
        out += whole;
    if (point == plain.size())
        return;
    out += m_point;
    out += plain.substr(point + 1);
}

void NumberText::append(std::string &out, double value, int decimals, bool isGrouped) const
{
    const std::string text = fixed(value, decimals);
    const bool isNothing = text.find_first_not_of("-0.") == std::string::npos;
    append(out, std::string_view(text).substr(isNothing && text.front() == '-' ? 1 : 0), isGrouped);
}

void NumberText::appendThreeDigits(std::string &out, double value) const
{
    append(out, value, decimalsForThree(value), true);
}

void NumberText::appendShort(std::string &out, double value) const
{
    std::string text = fixed(value, decimalsForThree(value));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
    }
    append(out, text, true);
}

} // namespace sonde
