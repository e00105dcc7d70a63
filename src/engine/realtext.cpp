#include "engine/realtext.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace sonde {

std::string formatReal(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0 ? "-Infinity" : "Infinity";
    if (value == 0)
        return "0";
    char buffer[32];
    const auto scientific =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
    const std::string_view digits(buffer, static_cast<std::size_t>(scientific.ptr - buffer));
    const std::size_t mark = digits.find('e');
    int exponent = 0;
    const char *exponentText = buffer + mark + 1;
    std::from_chars(*exponentText == '+' ? exponentText + 1 : exponentText, scientific.ptr, exponent);
    if (exponent > -5 && exponent < 15) {
        char plain[64];
        const auto fixed = std::to_chars(plain, plain + sizeof plain, value, std::chars_format::fixed);
        return std::string(plain, fixed.ptr);
    }
    std::string text(digits.substr(0, mark));
    text += exponent < 0 ? "E-" : "E+";
    const int magnitude = std::abs(exponent);
    if (magnitude < 10)
        text += '0';
    return text + std::to_string(magnitude);
}

} // namespace sonde
