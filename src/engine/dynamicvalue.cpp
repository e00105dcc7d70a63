#include "engine/dynamicvalue.h"

#include "engine/realtext.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <simdjson.h>
#include <unordered_map>

namespace sonde {

namespace {

using simdjson::dom::element;
using Kind = DynamicValue::Kind;

/// Deeper JSON counts as none.
constexpr int deepest = 256;

DynamicValue convert(const element &json);

DynamicValue convertList(const simdjson::dom::array &list)
{
    DynamicValue value;
    value.kind = Kind::List;
    for (const element item : list)
        value.items.push_back(convert(item));
    return value;
}

DynamicValue convertBag(const simdjson::dom::object &bag)
{
    DynamicValue value;
    value.kind = Kind::Bag;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const auto field : bag) {
        // Of a key that comes twice the last value counts.
        const auto [place, isNew] = places.try_emplace(field.key, value.items.size());
        if (isNew) {
            value.keys.emplace_back(field.key);
            value.items.emplace_back();
        }
        value.items[place->second] = convert(field.value);
    }
    return value;
}

DynamicValue convert(const element &json)
{
    DynamicValue value;
    switch (json.type()) {
    case simdjson::dom::element_type::ARRAY:
        return convertList(json.get_array().value_unsafe());
    case simdjson::dom::element_type::OBJECT:
        return convertBag(json.get_object().value_unsafe());
    case simdjson::dom::element_type::INT64:
        return DynamicValue::ofNumber(json.get_int64().value_unsafe());
    case simdjson::dom::element_type::UINT64:
        value.kind = Kind::Number;
        value.text = std::to_string(json.get_uint64().value_unsafe());
        break;
    case simdjson::dom::element_type::DOUBLE:
        // simdjson knows a number by its value only: it is written as the shortest text of that value.
        value.kind = Kind::Number;
        value.text = jsonReal(json.get_double().value_unsafe());
        break;
    case simdjson::dom::element_type::STRING:
        return DynamicValue::ofText(std::string(json.get_string().value_unsafe()));
    case simdjson::dom::element_type::BOOL:
        value.kind = Kind::Bool;
        value.truth = json.get_bool().value_unsafe();
        break;
    case simdjson::dom::element_type::NULL_VALUE:
        break;
    }
    return value;
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
    thread_local simdjson::dom::parser parser = [] {
        simdjson::dom::parser made;
        // Without memory there is no depth, and no JSON.
        [[maybe_unused]] const auto error = made.allocate(4096, deepest);
        return made;
    }();
    // A value that is no list and no bag is a document of its own only inside one.
    const simdjson::padded_string padded(std::string("[").append(json).append("]"));
    simdjson::dom::array around;
    if (parser.parse(padded).get_array().get(around) != simdjson::SUCCESS || around.size() != 1)
        return std::nullopt;
    return convert(*around.begin());
}

bool DynamicValue::isWhole() const
{
    return kind == Kind::Number && text.find_first_of(".eE") == std::string::npos;
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
        json += jsonText(text);
        break;
    case Kind::List:
    case Kind::Bag:
        json += kind == Kind::List ? '[' : '{';
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                json += ',';
            if (kind == Kind::Bag)
                json.append(jsonText(keys[i])) += ':';
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
    std::string json = "\"";
    constexpr char digits[] = "0123456789abcdef";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\r':
            json += "\\r";
            break;
        case '\t':
            json += "\\t";
            break;
        case '\b':
            json += "\\b";
            break;
        case '\f':
            json += "\\f";
            break;
        default:
            if (byte < 0x20)
                json.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
            else
                json += c;
        }
    }
    return json += '"';
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
