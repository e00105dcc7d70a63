#include "engine/conversions.h"

#include "core/kqlliterals.h"
#include "engine/datetimetext.h"
#include "engine/scalarfunction.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

/// The first 32 digits, with hyphens in their places; what follows does not matter.
optional<string> textToGuid(string_view text)
{
    string guid;
    std::size_t digits = 0;
    for (const char c : text) {
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        const bool border = digits == 8 || digits == 12 || digits == 16 || digits == 20;
        if (c == '-' && border && guid.back() != '-') {
            guid.push_back('-');
            continue;
        }
        if (!digit)
            return {};
        if (border && guid.back() != '-')
            guid.push_back('-');
        guid.push_back(c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c);
        if (++digits == 32)
            return guid;
    }
    return {};
}

optional<int64_t> textToDateTime(string_view text)
{
    return readDateTime(text);
}

optional<int64_t> textToTimespan(string_view text)
{
    return readTimespan(text);
}

/// The digits of a decimal's text without those zeros that say nothing, and where its point stands: the value
/// is 0.digits times ten to the power of that.
struct DecimalParts
{
    bool isNegative = false;
    string digits;
    int64_t point = 0;
};

optional<DecimalParts> decimalParts(string_view text)
{
    DecimalParts parts;
    parts.isNegative = text.starts_with('-');
    if (parts.isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    const std::size_t exponentAt = std::min(text.find_first_of("eE"), text.size());
    int64_t exponent = 0;
    if (exponentAt < text.size()) {
        string_view digits = text.substr(exponentAt + 1);
        if (digits.starts_with('+'))
            digits.remove_prefix(1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        if (error != std::errc() || end != digits.data() + digits.size() || std::abs(exponent) > 99'999)
            return {};
    }
    text = text.substr(0, exponentAt);
    const std::size_t point = std::min(text.find('.'), text.size());
    parts.digits = string(text.substr(0, point)) + string(text.substr(std::min(point + 1, text.size())));
    if (parts.digits.empty() || parts.digits.find_first_not_of("0123456789") != string::npos)
        return {};
    const std::size_t zeros = std::min(parts.digits.find_first_not_of('0'), parts.digits.size());
    parts.digits.erase(0, zeros);
    parts.digits.erase(parts.digits.find_last_not_of('0') + 1);
    parts.point = static_cast<int64_t>(point) - static_cast<int64_t>(zeros) + exponent;
    return parts;
}

/// A text for a decimal such that texts have the order of the numbers, and equal numbers equal texts.
optional<string> decimalKey(string_view text)
{
    constexpr int64_t middle = 50'000'000; // of the places that a point can have, all of eight digits
    constexpr int64_t farthest = 5'000'000;
    const optional<DecimalParts> parts = decimalParts(text);
    if (!parts || std::abs(parts->point) > farthest)
        return {};
    if (parts->digits.empty())
        return "1";
    string key = std::to_string(middle + parts->point) + parts->digits;
    if (!parts->isNegative)
        return '2' + key;
    // Of the negative numbers the larger ones come first: every digit becomes its complement, and the end one
    // that is behind all.
    for (char &digit : key)
        digit = static_cast<char>('0' + '9' - digit);
    return '0' + key + '~';
}

/// Without an exponent and without zeros that say nothing; what is no decimal, or would be very long, stays
/// as it is.
string decimalPlain(string_view text)
{
    constexpr int64_t farthest = 100;
    const optional<DecimalParts> parts = decimalParts(text);
    if (!parts || std::abs(parts->point) > farthest)
        return string(text);
    if (parts->digits.empty())
        return "0";
    const auto size = static_cast<int64_t>(parts->digits.size());
    string plain = parts->isNegative ? "-" : "";
    if (parts->point <= 0) {
        plain += "0." + string(static_cast<std::size_t>(-parts->point), '0') + parts->digits;
    } else if (parts->point >= size) {
        plain += parts->digits + string(static_cast<std::size_t>(parts->point - size), '0');
    } else {
        const auto whole = static_cast<std::size_t>(parts->point);
        plain += parts->digits.substr(0, whole) + '.' + parts->digits.substr(whole);
    }
    return plain;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_decimal_plain", duck::registerFunction<decimalPlain>},
    {"kql_decimal_key", duck::registerFunction<decimalKey>},
    {"kql_text_to_guid", duck::registerFunction<textToGuid>},
    {"kql_text_to_datetime", duck::registerFunction<textToDateTime>},
    {"kql_text_to_timespan", duck::registerFunction<textToTimespan>},
};

} // namespace

optional<SqlExpression> textAs(const SqlExpression &text, ColumnType type)
{
    const auto converted = [&](QStringView function) {
        return SqlExpression{function + text.sql + u')', type, true};
    };
    switch (type) {
    case ColumnType::String:
        return text;
    case ColumnType::Bool:
        return converted(u"kql_text_to_bool(");
    case ColumnType::Int:
        return SqlExpression{u"CAST(kql_to_int(kql_text_to_long(" + text.sql + u")) AS INTEGER)", type, true};
    case ColumnType::Long:
        return converted(u"kql_text_to_long(");
    case ColumnType::Real:
        return converted(u"kql_text_to_real(");
    case ColumnType::DateTime:
        return converted(u"kql_text_to_datetime(");
    case ColumnType::TimeSpan:
        return converted(u"kql_text_to_timespan(");
    case ColumnType::Guid:
        return converted(u"kql_text_to_guid(");
    case ColumnType::Dynamic:
        return converted(u"kql_parse_json(");
    case ColumnType::Decimal:
        break;
    }
    return {};
}

bool registerConversions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
