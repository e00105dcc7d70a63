#pragma once

#include <QLocale>
#include <string>
#include <string_view>
#include <vector>

namespace sonde {

/// Writes numbers with the decimal sign and the thousands separators of a locale, from text, so that no digit
/// of a long one is lost. The digits are ASCII's, as they are wherever numbers stand as they came. A value;
/// may be used from any thread.
class NumberText
{
public:
    explicit NumberText(const QLocale &locale);

    /// \a plain is `[-]digits[.digits]`.
    void append(std::string &out, std::string_view plain, bool isGrouped) const;
    /// With so many decimal places; what comes to nothing has no sign. \a value must be below 1e21 either
    /// way.
    void append(std::string &out, double value, int decimals, bool isGrouped) const;
    /// Three digits that count, or all before the point: 1.23, 12.3, 123, 1234. Not negative, below 1e21.
    void appendThreeDigits(std::string &out, double value) const;
    /// The same without zeros at the end: 1.2, 5.
    void appendShort(std::string &out, double value) const;

private:
    void appendWhole(std::string &out, std::string_view digits) const;

    std::string m_point;
    std::string m_separator;
    std::size_t m_last = 3;   ///< digits in the last group
    std::size_t m_others = 3; ///< digits in all groups before it
    std::size_t m_fewest = 4; ///< a number with fewer digits has no groups
};

} // namespace sonde
