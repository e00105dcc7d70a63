#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sonde {

/// A decimal number of any number of digits, as KQL's type `decimal` holds it. Sums, products and quotients
/// have 34 digits at most, rounded to the nearest and to an even last digit in the middle: what 128 bits hold
/// by IEEE 754-2008 (the reference says "a 128-bit wide, decimal number"). Values only, for any thread.
/// Internal to the engine.
class DecimalNumber
{
public:
    /// `-12.5`, `1e5`; nothing for other texts and for exponents far beyond those of the type.
    static std::optional<DecimalNumber> fromText(std::string_view text);

    /// One text for one value: `-12.5` without zeros that say nothing; `1.25e+300` where it would be very
    /// long.
    std::string text() const;
    /// A text such that texts have the order of the numbers, and equal numbers equal texts.
    std::string orderKey() const;
    /// Cut to a whole number; nothing where it does not fit.
    std::optional<std::int64_t> toLong() const;
    /// Whether the type has an exponent for it; fromText() reads no others.
    bool isInRange() const;
    bool isZero() const { return m_digits.empty(); }
    DecimalNumber rounded() const; ///< to 34 digits

    DecimalNumber operator-() const;
    friend DecimalNumber operator+(const DecimalNumber &left, const DecimalNumber &right);
    friend DecimalNumber operator-(const DecimalNumber &left, const DecimalNumber &right);
    friend DecimalNumber operator*(const DecimalNumber &left, const DecimalNumber &right);
    /// \a right is not zero.
    friend DecimalNumber operator/(const DecimalNumber &left, const DecimalNumber &right);

private:
    DecimalNumber(bool isNegative, std::string digits, std::int64_t point);
    static DecimalNumber exactSum(const DecimalNumber &left, const DecimalNumber &right);

    // The value is 0.digits times ten to the power of the point; no zero stands at either end, and there are
    // no digits of zero.
    bool m_isNegative = false;
    std::string m_digits;
    std::int64_t m_point = 0;
};

} // namespace sonde
