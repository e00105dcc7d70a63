#include "engine/decimalnumber.h"

#include "results/decimaltext.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <vector>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::size_t;
using std::string;
using std::string_view;

// IEEE 754-2008, decimal128: 34 digits, from 1E-6176 to 9.99...E+6144.
constexpr size_t usualPrecision = 34;
constexpr int64_t leastPoint = -6'175;
constexpr int64_t mostPoint = 6'145;
/// What DuckDB's own decimals have, 39, and as many again.
constexpr size_t mostDigits = 80;

int digitAt(const string &digits, size_t place)
{
    return digits[place] - '0';
}

string zeros(int64_t count)
{
    return string(static_cast<size_t>(std::max<int64_t>(count, 0)), '0');
}

/// Of texts of digits of one length.
string sumOf(const string &left, const string &right)
{
    string sum(left.size() + 1, '0');
    int carry = 0;
    for (size_t i = left.size(); i-- > 0;) {
        const int digit = digitAt(left, i) + digitAt(right, i) + carry;
        sum[i + 1] = static_cast<char>('0' + digit % 10);
        carry = digit / 10;
    }
    sum[0] = static_cast<char>('0' + carry);
    return sum;
}

/// Of texts of digits of one length, the left one being the larger. With a zero in front, as a sum has a
/// place more.
string differenceOf(const string &left, const string &right)
{
    string difference(left.size() + 1, '0');
    int borrowed = 0;
    for (size_t i = left.size(); i-- > 0;) {
        int digit = digitAt(left, i) - digitAt(right, i) - borrowed;
        borrowed = digit < 0 ? 1 : 0;
        digit += 10 * borrowed;
        difference[i + 1] = static_cast<char>('0' + digit);
    }
    return difference;
}

string productOf(const string &left, const string &right)
{
    std::vector<int> places(left.size() + right.size(), 0);
    for (size_t i = left.size(); i-- > 0;) {
        for (size_t j = right.size(); j-- > 0;)
            places[i + j + 1] += digitAt(left, i) * digitAt(right, j);
    }
    int carry = 0;
    string product(places.size(), '0');
    for (size_t i = places.size(); i-- > 0;) {
        const int digit = places[i] + carry;
        product[i] = static_cast<char>('0' + digit % 10);
        carry = digit / 10;
    }
    return product;
}

/// The digits of 0.left / 0.right, whose point stands behind the first one; one digit more stands for all
/// that is left over.
string quotientOf(const string &left, const string &right, size_t precision)
{
    string quotient;
    string rest = zeros(static_cast<int64_t>(right.size()) + 1); // a place more than the divisor
    const string divisor = '0' + right;
    for (size_t i = 0; quotient.size() < right.size() + precision + 2; ++i) {
        rest.erase(0, 1);
        rest += i < left.size() ? left[i] : '0';
        char digit = '0';
        while (rest >= divisor) {
            rest = differenceOf(rest, divisor).substr(1);
            ++digit;
        }
        quotient += digit;
    }
    return quotient + (rest.find_first_not_of('0') == string::npos ? '0' : '1');
}

} // namespace

DecimalNumber::DecimalNumber(bool isNegative, string digits, int64_t point)
    : m_isNegative(isNegative)
    , m_digits(std::move(digits))
    , m_point(point)
{
    const size_t first = std::min(m_digits.find_first_not_of('0'), m_digits.size());
    m_digits.erase(0, first);
    m_digits.erase(m_digits.find_last_not_of('0') + 1);
    m_point -= static_cast<int64_t>(first);
    if (m_digits.empty()) {
        m_isNegative = false;
        m_point = 0;
    }
}

optional<DecimalNumber> DecimalNumber::fromText(string_view text)
{
    const auto parts = readDecimal(text);
    if (!parts || parts->digits.size() > mostDigits)
        return {};
    const DecimalNumber number(parts->isNegative, parts->digits, parts->exponent);
    return number.isInRange() ? optional(number) : std::nullopt;
}

bool DecimalNumber::isInRange() const
{
    return m_point >= leastPoint && m_point <= mostPoint;
}

string DecimalNumber::text() const
{
    constexpr int64_t farthestPlain = 100;
    if (m_digits.empty())
        return "0";
    const auto size = static_cast<int64_t>(m_digits.size());
    const string sign = m_isNegative ? "-" : "";
    if (std::abs(m_point) > farthestPlain) {
        const string more = size > 1 ? '.' + m_digits.substr(1) : string();
        const int64_t exponent = m_point - 1;
        return sign + m_digits[0] + more + (exponent < 0 ? "e" : "e+") + std::to_string(exponent);
    }
    if (m_point <= 0)
        return sign + "0." + zeros(-m_point) + m_digits;
    if (m_point >= size)
        return sign + m_digits + zeros(m_point - size);
    const auto whole = static_cast<size_t>(m_point);
    return sign + m_digits.substr(0, whole) + '.' + m_digits.substr(whole);
}

string DecimalNumber::orderKey() const
{
    constexpr int64_t middle = 50'000; // of the places that a point can have, all of five digits
    if (m_digits.empty())
        return "1";
    string key = std::to_string(middle + m_point) + m_digits;
    if (!m_isNegative)
        return '2' + key;
    // Of the negative numbers the larger ones come first: every digit becomes its complement, and the end one
    // that is behind all.
    for (char &digit : key)
        digit = static_cast<char>('0' + '9' - digit);
    return '0' + key + '~';
}

optional<int64_t> DecimalNumber::toLong() const
{
    constexpr int64_t longest = 19;
    if (m_point <= 0)
        return 0;
    if (m_point > longest)
        return {};
    const auto size = static_cast<int64_t>(m_digits.size());
    const string text = (m_isNegative ? "-" : "") +
                        m_digits.substr(0, static_cast<size_t>(std::min(m_point, size))) +
                        zeros(m_point - size);
    int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return number;
}

double DecimalNumber::toReal() const
{
    const string digits = text();
    double value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec == std::errc())
        return value;
    value = m_point > 0 ? std::numeric_limits<double>::infinity() : 0;
    return m_isNegative ? -value : value;
}

size_t DecimalNumber::precision() const
{
    return std::max(m_digits.size(), usualPrecision);
}

DecimalNumber DecimalNumber::rounded(size_t digits) const
{
    if (m_digits.size() <= digits)
        return *this;
    const string kept = m_digits.substr(0, digits);
    const char next = m_digits[digits];
    const bool isMiddle = next == '5' && m_digits.size() == digits + 1; // no zero stands at the end
    const bool isUp = isMiddle ? digitAt(kept, digits - 1) % 2 == 1 : next >= '5';
    if (!isUp)
        return {m_isNegative, kept, m_point};
    return {m_isNegative, sumOf(kept, zeros(static_cast<int64_t>(digits) - 1) + '1'), m_point + 1};
}

DecimalNumber DecimalNumber::operator-() const
{
    return {!m_isNegative, m_digits, m_point};
}

DecimalNumber DecimalNumber::exactSum(const DecimalNumber &left, const DecimalNumber &right)
{
    if (left.isZero() || right.isZero())
        return left.isZero() ? right : left;
    const auto ends = [](const DecimalNumber &number) {
        return number.m_point - static_cast<int64_t>(number.m_digits.size());
    };
    const int64_t point = std::max(left.m_point, right.m_point);
    const int64_t end = std::min(ends(left), ends(right));
    const auto aligned = [&](const DecimalNumber &number) {
        return zeros(point - number.m_point) + number.m_digits + zeros(ends(number) - end);
    };
    const string a = aligned(left);
    const string b = aligned(right);
    if (left.m_isNegative == right.m_isNegative)
        return {left.m_isNegative, sumOf(a, b), point + 1};
    return a >= b ? DecimalNumber(left.m_isNegative, differenceOf(a, b), point + 1)
                  : DecimalNumber(right.m_isNegative, differenceOf(b, a), point + 1);
}

DecimalNumber operator+(const DecimalNumber &left, const DecimalNumber &right)
{
    return DecimalNumber::exactSum(left, right).rounded(std::max(left.precision(), right.precision()));
}

DecimalNumber operator-(const DecimalNumber &left, const DecimalNumber &right)
{
    return left + -right;
}

DecimalNumber operator*(const DecimalNumber &left, const DecimalNumber &right)
{
    return DecimalNumber(left.m_isNegative != right.m_isNegative, productOf(left.m_digits, right.m_digits),
                         left.m_point + right.m_point)
        .rounded(std::max(left.precision(), right.precision()));
}

DecimalNumber operator/(const DecimalNumber &left, const DecimalNumber &right)
{
    const size_t precision = std::max(left.precision(), right.precision());
    // Digit n of the quotient is that of ten to the power of (size of the divisor's digits - n).
    return DecimalNumber(left.m_isNegative != right.m_isNegative,
                         quotientOf(left.m_digits, right.m_digits, precision),
                         left.m_point - right.m_point + static_cast<int64_t>(right.m_digits.size()))
        .rounded(precision);
}

} // namespace sonde
