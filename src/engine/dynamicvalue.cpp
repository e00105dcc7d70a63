#include "engine/dynamicvalue.h"

#include "engine/realtext.h"
#include "engine/textmatching.h"
#include "engine/valuesize.h"
#include "results/jsontext.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <simdjson.h>
#include <unordered_map>

namespace sonde {

namespace {

namespace ondemand = simdjson::ondemand;
using Kind = DynamicValue::Kind;
using Value = std::optional<DynamicValue>;

/// Deeper JSON counts as none.
constexpr int deepest = 256;

bool isNumber(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t start = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - start;
    };
    const bool isZero = at < text.size() && text[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (isZero && whole > 1))
        return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0)
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == text.size();
}

/// A real becomes the shortest text of its value; whole numbers, of whatever length, and reals beyond the
/// range of a double stay as they are written.
Value convertNumber(std::string_view token)
{
    token = text::trimmed(token);
    if (!isNumber(token))
        return std::nullopt;
    DynamicValue value;
    value.kind = Kind::Number;
    value.text = token;
    double real = 0;
    if (!value.isWhole() &&
        std::from_chars(token.data(), token.data() + token.size(), real).ec == std::errc())
        value.text = jsonReal(real);
    return value;
}

Value convert(ondemand::value json, int depth);

Value convertList(ondemand::value &json, int depth)
{
    ondemand::array list;
    if (json.get_array().get(list) != simdjson::SUCCESS)
        return std::nullopt;
    DynamicValue value;
    value.kind = Kind::List;
    for (auto each : list) {
        ondemand::value item;
        Value converted = each.get(item) == simdjson::SUCCESS ? convert(item, depth + 1) : std::nullopt;
        if (!converted)
            return std::nullopt;
        value.items.push_back(std::move(*converted));
    }
    return value;
}

Value convertBag(ondemand::value &json, int depth)
{
    ondemand::object bag;
    if (json.get_object().get(bag) != simdjson::SUCCESS)
        return std::nullopt;
    DynamicValue value;
    value.kind = Kind::Bag;
    std::unordered_map<std::string, std::size_t> places;
    for (auto field : bag) {
        std::string_view key;
        ondemand::value item;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS)
            return std::nullopt;
        // Of a key that comes twice the last value counts.
        const auto [place, isNew] = places.try_emplace(std::string(key), value.items.size());
        if (isNew) {
            value.keys.push_back(place->first);
            value.items.emplace_back();
        }
        Value converted =
            field.value().get(item) == simdjson::SUCCESS ? convert(item, depth + 1) : std::nullopt;
        if (!converted)
            return std::nullopt;
        value.items[place->second] = std::move(*converted);
    }
    return value;
}

Value convert(ondemand::value json, int depth)
{
    if (depth > deepest)
        return std::nullopt;
    ondemand::json_type type{};
    if (json.type().get(type) != simdjson::SUCCESS)
        return std::nullopt;
    switch (type) {
    case ondemand::json_type::array:
        return convertList(json, depth);
    case ondemand::json_type::object:
        return convertBag(json, depth);
    case ondemand::json_type::number:
        return convertNumber(json.raw_json_token());
    case ondemand::json_type::string: {
        std::string_view text;
        if (json.get_string().get(text) != simdjson::SUCCESS)
            return std::nullopt;
        return DynamicValue::ofText(std::string(text));
    }
    case ondemand::json_type::boolean: {
        DynamicValue value;
        value.kind = Kind::Bool;
        if (json.get_bool().get(value.truth) != simdjson::SUCCESS)
            return std::nullopt;
        return value;
    }
    case ondemand::json_type::null:
        break;
    }
    // What begins with an n may be any word.
    return text::trimmed(json.raw_json_token()) == "null" ? Value(DynamicValue()) : std::nullopt;
}

} // namespace

DynamicValue DynamicValue::ofNumber(std::int64_t number)
{
    DynamicValue value;
    value.kind = Kind::Number;
    value.text = std::to_string(number);
    return value;
}

DynamicValue DynamicValue::ofText(std::string text)
{
    DynamicValue value;
    value.kind = Kind::Text;
    value.text = std::move(text);
    return value;
}

DynamicValue DynamicValue::ofList(std::vector<DynamicValue> items)
{
    DynamicValue value;
    value.kind = Kind::List;
    value.items = std::move(items);
    return value;
}

std::optional<DynamicValue> DynamicValue::parse(std::string_view json)
{
    constexpr std::size_t large = 8U * 1024 * 1024; // below, what it becomes is small
    if (json.size() > large)
        requireItems(static_cast<std::size_t>(std::count(json.begin(), json.end(), ',')));
    thread_local ondemand::parser parser;
    // A value that is no list and no bag is a document of its own only inside one.
    const simdjson::padded_string padded(std::string("[").append(json).append("]"));
    ondemand::document document;
    ondemand::array around;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
        document.get_array().get(around) != simdjson::SUCCESS)
        return std::nullopt;
    Value only;
    for (auto each : around) {
        ondemand::value item;
        if (only || each.get(item) != simdjson::SUCCESS)
            return std::nullopt;
        only = convert(item, 0);
        if (!only)
            return std::nullopt;
    }
    const char *rest = nullptr;
    return document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS ? only : std::nullopt;
}

bool DynamicValue::isWhole() const
{
    return kind == Kind::Number && text.find_first_of(".eE") == std::string::npos;
}

std::optional<std::int64_t> DynamicValue::whole() const
{
    std::int64_t value = 0;
    const bool fits =
        isWhole() && std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
    return fits ? std::optional(value) : std::nullopt;
}

double DynamicValue::real() const
{
    double value = 0;
    if (kind == Kind::Number)
        std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<std::size_t> DynamicValue::find(std::string_view key) const
{
    const auto found = std::find(keys.cbegin(), keys.cend(), key);
    if (found == keys.cend())
        return std::nullopt;
    return static_cast<std::size_t>(found - keys.cbegin());
}

void DynamicValue::set(const std::string &key, DynamicValue value)
{
    if (const auto place = find(key)) {
        items[*place] = std::move(value);
        return;
    }
    keys.push_back(key);
    items.push_back(std::move(value));
}

void DynamicValue::remove(std::string_view key)
{
    const auto place = find(key);
    if (!place)
        return;
    keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(*place));
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(*place));
}

std::string DynamicValue::toJson() const
{
    std::string json;
    appendJson(json);
    return json;
}

void DynamicValue::appendJson(std::string &json) const
{
    switch (kind) {
    case Kind::Null:
        json += "null";
        break;
    case Kind::Bool:
        json += truth ? "true" : "false";
        break;
    case Kind::Number:
        json += text;
        break;
    case Kind::Text:
        appendJsonString(json, text);
        break;
    case Kind::List:
    case Kind::Bag:
        json += kind == Kind::List ? '[' : '{';
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                json += ',';
            if (kind == Kind::Bag) {
                appendJsonString(json, keys[i]);
                json += ':';
            }
            items[i].appendJson(json);
        }
        json += kind == Kind::List ? ']' : '}';
        break;
    }
}

/// Two bags are the same whatever the order of their keys; 1 and 1.0 are not.
bool DynamicValue::operator==(const DynamicValue &other) const
{
    if (kind != other.kind || truth != other.truth || text != other.text ||
        items.size() != other.items.size())
        return false;
    if (kind != Kind::Bag)
        return items == other.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto place = other.find(keys[i]);
        if (!place || !(items[i] == other.items[*place]))
            return false;
    }
    return true;
}

std::string jsonText(std::string_view text)
{
    std::string json;
    appendJsonString(json, text);
    return json;
}

std::string jsonReal(double value)
{
    std::string digits = formatReal(value);
    if (!std::isfinite(value))
        return jsonText(digits);
    if (digits.find_first_of(".E") == std::string::npos)
        digits += ".0";
    return digits;
}

} // namespace sonde
