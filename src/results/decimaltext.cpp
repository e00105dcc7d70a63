#include "results/decimaltext.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace sonde {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<std::int64_t> readExponent(std::string_view text)
{
    if (text.empty())
        return 0;
    text.remove_prefix(1); // the letter
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return {};
    return exponent;
}

/// Longer ones are written with an exponent for good reason.
constexpr std::int64_t mostPlaces = 100;

/// The digits up to so many behind the point, the last one rounded half up.
void roundTo(DecimalParts &value, std::int64_t places)
{
    const std::int64_t kept = value.exponent + places;
    if (kept >= static_cast<std::int64_t>(value.digits.size()))
        return;
    const bool isUp = kept >= 0 && value.digits[static_cast<std::size_t>(kept)] >= '5';
    value.digits.resize(static_cast<std::size_t>(std::max<std::int64_t>(kept, 0)));
    if (!isUp)
        return;
    auto digit = value.digits.rbegin();
    for (; digit != value.digits.rend() && *digit == '9'; ++digit)
        *digit = '0';
    if (digit != value.digits.rend()) {
        ++*digit;
    } else {
        value.digits.insert(value.digits.begin(), '1');
        ++value.exponent;
    }
}

enum Class : char { Negative = 1, Zero, Positive, NoDecimal };

} // namespace

std::optional<DecimalParts> readDecimal(std::string_view text)
{
    DecimalParts value;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        value.isNegative = text.front() == '-';
        text.remove_prefix(1);
    }
    const std::size_t mantissaEnd = std::min(text.find_first_of("eE"), text.size());
    const auto exponent = readExponent(text.substr(mantissaEnd));
    if (!exponent)
        return {};
    const std::string_view mantissa = text.substr(0, mantissaEnd);
    std::size_t whole = 0;
    bool sawPoint = false;
    for (const char c : mantissa) {
        if (c == '.' && !sawPoint) {
            sawPoint = true;
        } else if (isDigit(c)) {
            value.digits.push_back(c);
            whole += sawPoint ? 0 : 1;
        } else {
            return {};
        }
    }
    if (value.digits.empty())
        return {};
    const std::size_t zeros = std::min(value.digits.find_first_not_of('0'), value.digits.size());
    value.digits.erase(0, zeros);
    value.digits.erase(value.digits.find_last_not_of('0') + 1);
    value.exponent = value.digits.empty()
                         ? 0
                         : *exponent + static_cast<std::int64_t>(whole) - static_cast<std::int64_t>(zeros);
    value.isNegative = value.isNegative && !value.digits.empty();
    return value;
}

bool isDecimal(std::string_view text)
{
    return readDecimal(text).has_value();
}

std::optional<std::string> plainDecimal(std::string_view text, int places)
{
    auto value = readDecimal(text);
    if (!value || std::abs(value->exponent) > mostPlaces ||
        static_cast<std::int64_t>(value->digits.size()) > mostPlaces)
        return {};
    if (places >= 0)
        roundTo(*value, places);
    const bool isNothing = value->digits.find_first_not_of('0') == std::string::npos;
    std::string out = value->isNegative && !isNothing ? "-" : "";
    const auto size = static_cast<std::int64_t>(value->digits.size());
    const auto digitAt = [&](std::int64_t at) {
        return at >= 0 && at < size ? value->digits[static_cast<std::size_t>(at)] : '0';
    };
    for (std::int64_t at = 0; at < value->exponent; ++at)
        out += digitAt(at);
    if (value->exponent <= 0)
        out += '0';
    const std::int64_t behind = places >= 0 ? places : std::max<std::int64_t>(size - value->exponent, 0);
    if (behind > 0)
        out += '.';
    for (std::int64_t at = value->exponent; at < value->exponent + behind; ++at)
        out += digitAt(at);
    return out;
}

void appendDecimalKey(std::string &out, std::string_view text)
{
    const auto value = readDecimal(text);
    if (!value) {
        out.push_back(NoDecimal);
        out.append(text);
        return;
    }
    if (value->digits.empty()) {
        out.push_back(Zero);
        return;
    }
    out.push_back(value->isNegative ? Negative : Positive);
    const std::size_t start = out.size();
    const auto biased = static_cast<std::uint64_t>(value->exponent) + (std::uint64_t(1) << 63);
    for (int shift = 56; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(biased >> shift & 0xFF));
    out.append(value->digits); // a prefix is the smaller of two fractions
    if (!value->isNegative)
        return;
    // The other way round, a prefix too.
    out.push_back('\0');
    std::transform(out.begin() + static_cast<std::ptrdiff_t>(start), out.end(),
                   out.begin() + static_cast<std::ptrdiff_t>(start),
                   [](char c) { return static_cast<char>(~c); });
}

int compareDecimals(std::string_view a, std::string_view b)
{
    std::string left;
    std::string right;
    appendDecimalKey(left, a);
    appendDecimalKey(right, b);
    return left.compare(right);
}

} // namespace sonde
