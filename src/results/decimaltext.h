#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sonde {

/// A value as 0.digits times ten to the exponent; the digits have no zero at either end, and zero has none.
struct DecimalParts
{
    bool isNegative = false;
    std::string digits;
    std::int64_t exponent = 0;
};

/// Nothing where \a text is no decimal number.
std::optional<DecimalParts> readDecimal(std::string_view text);

/// Whether \a text is a decimal number as the service writes it: `-12.50`, `1E-28`.
bool isDecimal(std::string_view text);

/// The number without an exponent, `-1234.50`, exact: with \a places digits behind the point, the last one
/// rounded half up, or as many as it has where that is negative. Nothing where \a text is no decimal, or one
/// of hundreds of digits.
std::optional<std::string> plainDecimal(std::string_view text, int places);

/// Puts bytes behind \a out that stand in the order of the values: for sorting.
void appendDecimalKey(std::string &out, std::string_view text);

/// Less than, equal to or greater than zero: two decimals by their value, exact at any length (`1.50` equals
/// `1.5`). Text that is no decimal comes behind all that are, by code point.
int compareDecimals(std::string_view a, std::string_view b);

} // namespace sonde
