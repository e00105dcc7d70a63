#include "import/cellvalues.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <simdjson.h>

namespace sonde::cells {

namespace {

constexpr std::size_t longestNumber = 64;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equals(std::string_view text, std::string_view small)
{
    return text.size() == small.size() &&
           std::equal(text.begin(), text.end(), small.begin(), [](char a, char b) { return lower(a) == b; });
}

/// `007` is a name, `0.5` and `0` are numbers.
bool isNumberShaped(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    if (text.empty() || !isDigit(text.front()) || !isDigit(text.back()))
        return false;
    return text.front() != '0' || text.size() == 1 || !isDigit(text[1]);
}

template <typename Number>
std::optional<Number> number(std::string_view text)
{
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<double> specialReal(std::string_view text)
{
    if (text == "NaN" || text == "nan")
        return std::nan("");
    if (text == "Infinity" || text == "inf")
        return HUGE_VAL;
    if (text == "-Infinity" || text == "-inf")
        return -HUGE_VAL;
    return std::nullopt;
}

} // namespace

bool isNullWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> words{"null", "(null)", "n/a", "#n/a",
                                                           "\\n",  "none",   "-"};
    return text.size() <= 6 && std::any_of(words.begin(), words.end(),
                                           [text](std::string_view word) { return equals(text, word); });
}

std::optional<bool> toBool(std::string_view text)
{
    if (equals(text, "true"))
        return true;
    return equals(text, "false") ? std::optional(false) : std::nullopt;
}

std::optional<std::int64_t> toLong(std::string_view text)
{
    return isNumberShaped(text) ? number<std::int64_t>(text) : std::nullopt;
}

std::optional<double> toReal(std::string_view text, bool comma)
{
    if (!isNumberShaped(text))
        return specialReal(text);
    if (text.size() > longestNumber)
        return std::nullopt;
    // Whole numbers that no long holds are ids more often than amounts.
    if (std::all_of(text.begin() + 1, text.end(), isDigit) && !number<std::int64_t>(text))
        return std::nullopt;
    if (!comma)
        return number<double>(text);
    std::array<char, longestNumber> pointed;
    std::replace_copy(text.begin(), text.end(), pointed.begin(), ',', '.');
    return text.find('.') == std::string_view::npos
               ? number<double>(std::string_view(pointed.data(), text.size()))
               : std::nullopt;
}

std::optional<Ticks> toDateTime(std::string_view text)
{
    if (text.size() < 10 || text.size() > longestNumber || text[4] != '-')
        return std::nullopt;
    constexpr std::size_t mostDigits = 7;
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos)
        return parseIsoDateTime(text);
    std::size_t end = point + 1;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    if (end - point - 1 <= mostDigits)
        return parseIsoDateTime(text);
    return parseIsoDateTime(std::string(text.substr(0, point + 1 + mostDigits)).append(text.substr(end)));
}

std::optional<std::string> toGuid(std::string_view text)
{
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() != shape.size())
        return std::nullopt;
    std::string guid(text);
    for (std::size_t i = 0; i < shape.size(); ++i) {
        guid[i] = lower(guid[i]);
        const bool fits =
            shape[i] == '-' ? guid[i] == '-' : isDigit(guid[i]) || (guid[i] >= 'a' && guid[i] <= 'f');
        if (!fits)
            return std::nullopt;
    }
    return guid;
}

std::optional<std::string> toDynamic(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || (text[start] != '{' && text[start] != '['))
        return std::nullopt;
    thread_local simdjson::dom::parser parser;
    simdjson::dom::element value;
    if (parser.parse(text.data(), text.size(), true).get(value) != simdjson::SUCCESS)
        return std::nullopt;
    // Not the parser's own text: that would write 1.50 as 1.5.
    std::string small(text.size(), '\0');
    std::size_t size = 0;
    if (simdjson::minify(text.data(), text.size(), small.data(), size) != simdjson::SUCCESS)
        return std::nullopt;
    small.resize(size);
    return small;
}

} // namespace sonde::cells
