#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sonde {

/// A decimal number, as KQL's type `decimal` holds it, and with more digits where a file has them. Results
/// have 34 digits at most, what 128 bits hold by IEEE 754-2008 (the reference says "a 128-bit wide, decimal
/// number"), or as many as the longer operand has; they are rounded to the nearest, in the middle to an even
/// last digit. Values only, for any thread; memory is the only thing that may fail. Internal to the engine.
class DecimalNumber
{
public:
    DecimalNumber() = default; ///< zero

    /// `-12.5`, `1e5`. Nothing for other texts, for more than 80 digits, and for exponents that the type does
    /// not have.
    static std::optional<DecimalNumber> fromText(std::string_view text);

    /// One text for one value: `-12.5` without zeros that say nothing; `1.25e+300` where it would be very
    /// long.
    std::string text() const;
    /// A text such that texts have the order of the numbers, and equal numbers equal texts.
    std::string orderKey() const;
    /// Cut to a whole number; nothing where it does not fit.
    std::optional<std::int64_t> toLong() const;
    double toReal() const; ///< the nearest; infinite, or zero, where it is out of reach
    /// Whether the type has an exponent for it; fromText() reads no others.
    bool isInRange() const;
    bool isZero() const { return m_digits.empty(); }
    /// How many digits it has, and so its results.
    std::size_t precision() const;
    DecimalNumber rounded(std::size_t digits) const;

    DecimalNumber operator-() const;
    /// Not rounded: as many digits as it takes, thousands where the exponents are far apart.
    static DecimalNumber exactSum(const DecimalNumber &left, const DecimalNumber &right);
    friend DecimalNumber operator+(const DecimalNumber &left, const DecimalNumber &right);
    friend DecimalNumber operator-(const DecimalNumber &left, const DecimalNumber &right);
    friend DecimalNumber operator*(const DecimalNumber &left, const DecimalNumber &right);
    /// \a right is not zero.
    friend DecimalNumber operator/(const DecimalNumber &left, const DecimalNumber &right);

private:
    DecimalNumber(bool isNegative, std::string digits, std::int64_t point);

    // The value is 0.digits times ten to the power of the point; no zero stands at either end, and there are
    // no digits of zero.
    bool m_isNegative = false;
    std::string m_digits;
    std::int64_t m_point = 0;
};

} // namespace sonde
