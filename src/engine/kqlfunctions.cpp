#include "engine/kqlfunctions.h"

#include "core/ticks.h"
#include "engine/decimalfunctions.h"
#include "engine/dynamicfunctions.h"
#include "engine/formatfunctions.h"
#include "engine/mathfunctions.h"
#include "engine/netfunctions.h"
#include "engine/realtext.h"
#include "engine/scalarfunction.h"
#include "engine/seriesfunctions.h"
#include "engine/textfunctions.h"
#include "engine/textmatching.h"
#include "engine/timefunctions.h"
#include "engine/windowfunctions.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

constexpr int64_t longest = std::numeric_limits<int64_t>::max();

// Comparisons. Two nulls give null, one null is different from everything; NaN equals nothing and has no
// order.

template <typename T>
optional<bool> equal(optional<T> left, optional<T> right)
{
    if (!left && !right)
        return {};
    return left && right && *left == *right;
}

bool lessReal(double left, double right)
{
    return left < right;
}

bool lessOrEqualReal(double left, double right)
{
    return left <= right;
}

// Numbers

optional<int64_t> modulo(int64_t value, int64_t divisor)
{
    if (divisor == 0)
        return {};
    if (divisor == -1)
        return 0;
    const int64_t rest = value % divisor;
    return rest < 0 ? rest + (divisor < 0 ? -divisor : divisor) : rest;
}

double moduloReal(double value, double divisor)
{
    const double rest = std::fmod(value, divisor);
    return rest < 0 ? rest + std::fabs(divisor) : rest;
}

optional<int64_t> bin(int64_t value, int64_t size)
{
    if (size <= 0)
        return {};
    int64_t rest = value % size;
    if (rest < 0)
        rest += size;
    if (value < std::numeric_limits<int64_t>::min() + rest)
        return {};
    return value - rest;
}

optional<double> binReal(double value, double size)
{
    if (!(size > 0))
        return {};
    return std::floor(value / size) * size;
}

/// Towards zero; null for what has no such whole number.
optional<int64_t> truncate(double value)
{
    // 2^63 itself is the first double that does not fit.
    if (!(value > -9223372036854777856.0 && value < 9223372036854775808.0))
        return {};
    return static_cast<int64_t>(value);
}

optional<int64_t> toInt(int64_t value)
{
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max())
        return {};
    return value;
}

// Times

optional<int64_t> scaleTimespan(int64_t ticks, double factor)
{
    return truncate(static_cast<double>(ticks) * factor);
}

optional<int64_t> divideTimespan(int64_t ticks, double divisor)
{
    return truncate(static_cast<double>(ticks) / divisor);
}

// Text forms

string realToText(double value)
{
    return formatReal(value);
}

string dateTimeToText(int64_t ticks)
{
    return formatKqlDateTime(ticks);
}

string timespanToText(int64_t ticks)
{
    return formatTimespan(ticks);
}

/// A JSON text is shown without its quotes, anything else as it is written.
string dynamicToText(string_view json)
{
    if (json == "null")
        return {};
    if (json.size() < 2 || json.front() != '"')
        return string(json);
    // A text alone is no JSON document for Qt: read as the element of a list.
    const QByteArray list = '[' + QByteArray(json.data(), static_cast<qsizetype>(json.size())) + ']';
    return QJsonDocument::fromJson(list).array().at(0).toString().toStdString();
}

/// Whole numbers in decimal or, after 0x, hexadecimal; null for every other text.
optional<int64_t> textToLong(string_view text)
{
    text = sonde::text::trimmed(text);
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    const bool hexadecimal = text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    if (hexadecimal)
        text.remove_prefix(2);
    std::uint64_t magnitude = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), magnitude, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    if (magnitude > static_cast<std::uint64_t>(longest) + (negative ? 1 : 0))
        return {};
    return static_cast<int64_t>(negative ? 0 - magnitude : magnitude);
}

optional<double> textToReal(string_view text)
{
    text = sonde::text::trimmed(text);
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
        if (!text.empty() && text.front() == '-')
            return {};
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

/// A JSON number loses its fraction; a text has to be a whole number.
optional<int64_t> dynamicToLong(string_view json)
{
    if (const optional<int64_t> whole = textToLong(dynamicToText(json)))
        return whole;
    const optional<double> value = textToReal(json);
    return value ? truncate(*value) : optional<int64_t>();
}

optional<bool> textToBool(string_view text)
{
    const string folded = text::fold(sonde::text::trimmed(text));
    if (folded == "true" || folded == "1")
        return true;
    if (folded == "false" || folded == "0")
        return false;
    return {};
}

// Text matching

bool has(string_view text, string_view needle)
{
    return text::findTerm(text::fold(text), text::fold(needle), text::Edge::Both);
}

bool hasCs(string_view text, string_view needle)
{
    return text::findTerm(text, needle, text::Edge::Both);
}

bool hasPrefix(string_view text, string_view needle)
{
    return text::findTerm(text::fold(text), text::fold(needle), text::Edge::Start);
}

bool hasPrefixCs(string_view text, string_view needle)
{
    return text::findTerm(text, needle, text::Edge::Start);
}

bool hasSuffix(string_view text, string_view needle)
{
    return text::findTerm(text::fold(text), text::fold(needle), text::Edge::End);
}

bool hasSuffixCs(string_view text, string_view needle)
{
    return text::findTerm(text, needle, text::Edge::End);
}

/// Code points from \a start on; a negative start counts from the end.
string substring(string_view text, int64_t start, int64_t length)
{
    if (length <= 0)
        return {};
    const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    if (start < 0) {
        const auto count = static_cast<int64_t>(std::count_if(text.cbegin(), text.cend(), isFirstByte));
        start = start < -count ? 0 : count + start;
    }
    std::size_t at = 0;
    const auto skip = [&](int64_t count) {
        for (; count > 0 && at < text.size(); --count) {
            ++at;
            while (at < text.size() && !isFirstByte(text[at]))
                ++at;
        }
    };
    skip(start);
    const std::size_t begin = at;
    skip(length);
    return string(text.substr(begin, at - begin));
}

/// Each code point by itself, as .NET does: DuckDB makes a capital of the sharp s.
string mapped(string_view text, char32_t (*map)(char32_t))
{
    const bool ascii = std::none_of(text.cbegin(), text.cend(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (ascii) {
        string result(text);
        std::transform(result.begin(), result.end(), result.begin(),
                       [map](char c) { return static_cast<char>(map(static_cast<unsigned char>(c))); });
        return result;
    }
    std::u32string points =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdU32String();
    std::transform(points.begin(), points.end(), points.begin(), map);
    return QString::fromStdU32String(points).toStdString();
}

string toLower(string_view text)
{
    return mapped(text, QChar::toLower);
}

string toUpper(string_view text)
{
    return mapped(text, QChar::toUpper);
}

string fold(string_view text)
{
    return text::fold(text);
}

/// By code points, whatever the language.
int64_t compareTexts(string_view left, string_view right)
{
    const int order = left.compare(right);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

int64_t sizeInBytes(string_view text)
{
    return static_cast<int64_t>(text.size());
}

template <QCryptographicHash::Algorithm algorithm>
string hashOf(string_view text)
{
    const QByteArray bytes = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    return QCryptographicHash::hash(bytes, algorithm).toHex().toStdString();
}

constexpr duck::NamedFunction entries[] = {
    {"kql_equal_bool", duck::registerFunction<equal<bool>>},
    {"kql_equal_long", duck::registerFunction<equal<int64_t>>},
    {"kql_equal_real", duck::registerFunction<equal<double>>},
    {"kql_equal_text", duck::registerFunction<equal<string_view>>},
    {"kql_less_real", duck::registerFunction<lessReal>},
    {"kql_less_or_equal_real", duck::registerFunction<lessOrEqualReal>},
    {"kql_modulo_long", duck::registerFunction<modulo>},
    {"kql_modulo_real", duck::registerFunction<moduloReal>},
    {"kql_bin_long", duck::registerFunction<bin>},
    {"kql_bin_real", duck::registerFunction<binReal>},
    {"kql_truncate", duck::registerFunction<truncate>},
    {"kql_to_int", duck::registerFunction<toInt>},
    {"kql_scale_timespan", duck::registerFunction<scaleTimespan>},
    {"kql_divide_timespan", duck::registerFunction<divideTimespan>},
    {"kql_real_to_text", duck::registerFunction<realToText>},
    {"kql_datetime_to_text", duck::registerFunction<dateTimeToText>},
    {"kql_timespan_to_text", duck::registerFunction<timespanToText>},
    {"kql_dynamic_to_text", duck::registerFunction<dynamicToText>},
    {"kql_text_to_long", duck::registerFunction<textToLong>},
    {"kql_dynamic_to_long", duck::registerFunction<dynamicToLong>},
    {"kql_text_to_real", duck::registerFunction<textToReal>},
    {"kql_text_to_bool", duck::registerFunction<textToBool>},
    {"kql_has", duck::registerFunction<has>},
    {"kql_has_cs", duck::registerFunction<hasCs>},
    {"kql_hasprefix", duck::registerFunction<hasPrefix>},
    {"kql_hasprefix_cs", duck::registerFunction<hasPrefixCs>},
    {"kql_hassuffix", duck::registerFunction<hasSuffix>},
    {"kql_hassuffix_cs", duck::registerFunction<hasSuffixCs>},
    {"kql_equal_folded", duck::registerFunction<text::equalFolded>},
    {"kql_contains", duck::registerFunction<text::containsFolded>},
    {"kql_startswith", duck::registerFunction<text::startsWithFolded>},
    {"kql_endswith", duck::registerFunction<text::endsWithFolded>},
    {"kql_lower", duck::registerFunction<toLower>},
    {"kql_upper", duck::registerFunction<toUpper>},
    {"kql_fold", duck::registerFunction<fold>},
    {"kql_substring", duck::registerFunction<substring>},
    {"kql_compare_texts", duck::registerFunction<compareTexts>},
    {"kql_size_in_bytes", duck::registerFunction<sizeInBytes>},
    {"kql_md5", duck::registerFunction<hashOf<QCryptographicHash::Md5>>},
    {"kql_sha1", duck::registerFunction<hashOf<QCryptographicHash::Sha1>>},
    {"kql_sha256", duck::registerFunction<hashOf<QCryptographicHash::Sha256>>},
};

} // namespace

bool registerKqlFunctions(duckdb_connection connection)
{
    return registerMathFunctions(connection) && registerDecimalFunctions(connection) &&
           registerTimeFunctions(connection) && registerTextFunctions(connection) &&
           registerNetFunctions(connection) && registerFormatFunctions(connection) &&
           registerDynamicFunctions(connection) && registerSeriesFunctions(connection) &&
           registerWindowFunctions(connection) && duck::registerAll(connection, entries);
}

} // namespace sonde
