#include "engine/dynamicbags.h"

#include "core/kqlliterals.h"
#include "core/ticks.h"
#include "engine/dynamicvalue.h"
#include "engine/jsonpath.h"
#include "engine/scalarfunction.h"

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
using Kind = DynamicValue::Kind;

/// The keys of a path such as `$.a.b` or `$['a']`; of anything else the text itself as the one key. Nothing
/// where the path leads into a list.
optional<std::vector<string>> keysOf(string_view path)
{
    const auto steps = pathSteps(path);
    if (!steps || steps->empty())
        return std::vector<string>{string(path)};
    std::vector<string> keys;
    for (const PathStep &step : *steps) {
        if (step.place)
            return {};
        keys.push_back(step.key);
    }
    return keys;
}

optional<DynamicValue> bagOf(string_view json)
{
    optional<DynamicValue> value = DynamicValue::parse(json);
    if (!value || !value->is(Kind::Bag))
        return {};
    return value;
}

optional<string> bagKeys(string_view json)
{
    const auto bag = bagOf(json);
    if (!bag)
        return {};
    std::vector<DynamicValue> keys;
    for (const string &key : bag->keys)
        keys.push_back(DynamicValue::ofText(key));
    return DynamicValue::ofList(std::move(keys)).toJson();
}

optional<bool> hasKey(string_view json, string_view path)
{
    const auto bag = bagOf(json);
    if (!bag)
        return {};
    const auto keys = keysOf(path);
    if (!keys)
        return false;
    const DynamicValue *inner = &*bag;
    for (const string &key : *keys) {
        const auto place = inner->is(Kind::Bag) ? inner->find(key) : optional<std::size_t>();
        if (!place)
            return false;
        inner = &inner->items[*place];
    }
    return true;
}

/// Of a list of bags; of a key that several have, the first one's value counts. What is no bag counts for
/// nothing.
optional<string> merged(string_view list)
{
    const auto bags = DynamicValue::parse(list);
    if (!bags)
        return {};
    DynamicValue result;
    result.kind = Kind::Bag;
    for (const DynamicValue &bag : bags->items) {
        for (std::size_t i = 0; bag.is(Kind::Bag) && i < bag.items.size(); ++i) {
            if (!result.find(bag.keys[i]))
                result.set(bag.keys[i], bag.items[i]);
        }
    }
    return result.toJson();
}

/// Null where one of both is no bag.
optional<string> mergedPair(string_view first, string_view second)
{
    if (!bagOf(first) || !bagOf(second))
        return {};
    return merged(string("[").append(first).append(",").append(second).append("]"));
}

void removePath(DynamicValue &bag, const std::vector<string> &keys)
{
    DynamicValue *inner = &bag;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
        const auto place = inner->is(Kind::Bag) ? inner->find(keys[i]) : optional<std::size_t>();
        if (!place)
            return;
        inner = &inner->items[*place];
    }
    if (inner->is(Kind::Bag))
        inner->remove(keys.back());
}

optional<string> withoutKeys(string_view json, string_view keys)
{
    auto bag = bagOf(json);
    const auto unwanted = DynamicValue::parse(keys);
    if (!bag || !unwanted || !unwanted->is(Kind::List))
        return {};
    for (const DynamicValue &key : unwanted->items) {
        if (const auto path = keysOf(key.text))
            removePath(*bag, *path);
    }
    return bag->toJson();
}

/// \a value as JSON. Bags that the path names and that are not there are made.
optional<string> withKey(string_view json, string_view path, string_view value)
{
    auto bag = bagOf(json);
    const auto wanted = DynamicValue::parse(value);
    const auto keys = keysOf(path);
    if (!bag || !wanted || !keys)
        return {};
    DynamicValue *inner = &*bag;
    for (std::size_t i = 0; i + 1 < keys->size(); ++i) {
        const string &key = keys->at(i);
        if (!inner->find(key)) {
            DynamicValue made;
            made.kind = Kind::Bag;
            inner->set(key, std::move(made));
        }
        inner = &inner->items[*inner->find(key)];
        if (!inner->is(Kind::Bag))
            return {};
    }
    inner->set(keys->back(), *wanted);
    return bag->toJson();
}

/// Of a list of keys and values in turn. A key without a name is left out, and of one that comes twice the
/// last value counts.
string packed(string_view list)
{
    const auto entries = DynamicValue::parse(list);
    DynamicValue bag;
    bag.kind = Kind::Bag;
    for (std::size_t i = 0; entries && i + 1 < entries->items.size(); i += 2) {
        const DynamicValue &key = entries->items[i];
        bag.set(key.is(Kind::Text) ? key.text : key.toJson(), entries->items[i + 1]);
    }
    return bag.toJson();
}

bool isBlank(const DynamicValue &value)
{
    return value.is(Kind::Null) || (value.is(Kind::Text) && value.text.empty());
}

/// The same, without nulls and empty texts.
string packedWithoutBlanks(string_view list)
{
    auto bag = DynamicValue::parse(packed(list));
    DynamicValue full;
    full.kind = Kind::Bag;
    for (std::size_t i = 0; bag && i < bag->items.size(); ++i) {
        if (!isBlank(bag->items[i]))
            full.set(bag->keys[i], bag->items[i]);
    }
    return full.toJson();
}

/// bag_zip(): the values that are missing are null, those too many count for nothing.
optional<string> zipped(string_view keys, optional<string_view> values)
{
    const auto names = DynamicValue::parse(keys);
    const auto items = values ? DynamicValue::parse(*values) : DynamicValue::ofList({});
    if (!names || !names->is(Kind::List) || !items)
        return {};
    DynamicValue bag;
    bag.kind = Kind::Bag;
    for (std::size_t i = 0; i < names->items.size(); ++i) {
        if (names->items[i].is(Kind::Text))
            bag.set(names->items[i].text,
                    items->is(Kind::List) && i < items->items.size() ? items->items[i] : DynamicValue());
    }
    return bag.toJson();
}

/// The keys as a list of texts `type:key`.
string keyTypes(string_view json)
{
    const auto bag = bagOf(json);
    std::vector<DynamicValue> entries;
    for (std::size_t i = 0; bag && i < bag->items.size(); ++i) {
        const DynamicValue &item = bag->items[i];
        const char *type = item.is(Kind::Null)      ? "null"
                           : item.is(Kind::Bool)    ? "bool"
                           : item.is(Kind::Text)    ? "string"
                           : !item.is(Kind::Number) ? "dynamic"
                           : item.isWhole()         ? "long"
                                                    : "real";
        entries.push_back(DynamicValue::ofText(string(type) + ':' + bag->keys[i]));
    }
    return DynamicValue::ofList(std::move(entries)).toJson();
}

/// The types in a list of values, each once: of single values their names, of lists `indexer` with the types
/// of their elements, of bags their keys with the types of their values.
DynamicValue schemaOf(const std::vector<DynamicValue> &values)
{
    std::vector<DynamicValue> kinds;
    std::vector<DynamicValue> elements;
    DynamicValue keys;
    keys.kind = Kind::Bag;
    bool hasLists = false;
    const auto add = [&kinds](DynamicValue kind) {
        if (std::find(kinds.cbegin(), kinds.cend(), kind) == kinds.cend())
            kinds.push_back(std::move(kind));
    };
    for (const DynamicValue &value : values) {
        if (value.is(Kind::List)) {
            hasLists = true;
            elements.insert(elements.end(), value.items.begin(), value.items.end());
        } else if (value.is(Kind::Bag)) {
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                if (!keys.find(value.keys[i]))
                    keys.set(value.keys[i], DynamicValue::ofList({}));
                keys.items[*keys.find(value.keys[i])].items.push_back(value.items[i]);
            }
        } else {
            add(DynamicValue::ofText(value.is(Kind::Text)   ? "string"
                                     : value.is(Kind::Bool) ? "bool"
                                     : value.is(Kind::Null) ? "null"
                                     : value.isWhole()      ? "long"
                                                            : "double"));
        }
    }
    if (hasLists) {
        DynamicValue indexer;
        indexer.kind = Kind::Bag;
        indexer.set("`indexer`", schemaOf(elements));
        kinds.push_back(std::move(indexer));
    }
    for (DynamicValue &item : keys.items)
        item = schemaOf(item.items);
    if (!keys.items.empty())
        kinds.push_back(std::move(keys));
    return kinds.size() == 1 ? kinds.front() : DynamicValue::ofList(std::move(kinds));
}

string builtSchema(string_view list)
{
    const auto values = DynamicValue::parse(list);
    return (values ? schemaOf(values->items) : DynamicValue()).toJson();
}

// JSON

string quoted(string_view text)
{
    return jsonText(text);
}

string realJson(double value)
{
    return jsonReal(value);
}

/// parse_json(): what is no JSON is a text.
optional<string> parsed(string_view text)
{
    if (text.empty())
        return {};
    const auto value = DynamicValue::parse(text);
    if (!value)
        return jsonText(text);
    return value->is(Kind::Null) ? optional<string>() : value->toJson();
}

/// With the keys of bags in their alphabetical order.
DynamicValue canonical(const DynamicValue &value)
{
    DynamicValue result = value;
    for (DynamicValue &item : result.items)
        item = canonical(item);
    if (!value.is(Kind::Bag))
        return result;
    std::vector<string> keys = value.keys;
    std::sort(keys.begin(), keys.end());
    DynamicValue sorted;
    sorted.kind = Kind::Bag;
    for (const string &key : keys)
        sorted.set(key, result.items[*value.find(key)]);
    return sorted;
}

string canonicalJson(string_view json)
{
    const auto value = DynamicValue::parse(json);
    return value ? canonical(*value).toJson() : string(json);
}

string typeName(optional<string_view> json)
{
    const auto value = json ? DynamicValue::parse(*json) : optional<DynamicValue>();
    switch (value ? value->kind : Kind::Null) {
    case Kind::Null:
        break;
    case Kind::Bool:
        return "bool";
    case Kind::Number:
        // As the reference has it: `gettype(parse_json('1'))` is int.
        return !value->isWhole()                                                     ? "real"
               : std::abs(value->real()) <= std::numeric_limits<std::int32_t>::max() ? "int"
                                                                                     : "long";
    case Kind::Text:
        return "string";
    case Kind::List:
        return "array";
    case Kind::Bag:
        return "dictionary";
    }
    return "null";
}

optional<string> jsonOrNull(const DynamicValue &value)
{
    return value.is(Kind::Null) ? optional<string>() : value.toJson();
}

/// `value[index]`; a negative one counts from the end.
optional<string> elementAt(string_view json, int64_t index)
{
    const auto list = DynamicValue::parse(json);
    if (!list || !list->is(Kind::List))
        return {};
    const auto size = static_cast<int64_t>(list->items.size());
    const int64_t place = index < 0 ? size + index : index;
    if (place < 0 || place >= size)
        return {};
    return jsonOrNull(list->items[static_cast<std::size_t>(place)]);
}

/// `value[key]`
optional<string> elementOf(string_view json, string_view key)
{
    const auto bag = bagOf(json);
    const auto place = bag ? bag->find(key) : optional<std::size_t>();
    return place ? jsonOrNull(bag->items[*place]) : optional<string>();
}

/// `value[key]`, where the key is of type dynamic.
optional<string> elementOfAny(string_view json, string_view key)
{
    const auto place = DynamicValue::parse(key);
    if (!place)
        return {};
    if (place->is(Kind::Text))
        return elementOf(json, place->text);
    return place->isWhole() ? elementAt(json, static_cast<int64_t>(place->real())) : optional<string>();
}

// What `to typeof(...)` makes of an element: nothing but values of that type, no text is read.

optional<int64_t> asLong(string_view json)
{
    const auto value = DynamicValue::parse(json);
    if (!value || !value->is(Kind::Number))
        return {};
    const double real = value->real();
    if (value->isWhole()) {
        int64_t whole = 0;
        const auto [end, error] =
            std::from_chars(value->text.data(), value->text.data() + value->text.size(), whole);
        return error == std::errc() ? whole : optional<int64_t>();
    }
    if (!(real > -9223372036854777856.0 && real < 9223372036854775808.0))
        return {};
    return static_cast<int64_t>(real);
}

optional<double> asReal(string_view json)
{
    const auto value = DynamicValue::parse(json);
    return value && value->is(Kind::Number) ? value->real() : optional<double>();
}

optional<bool> asBool(string_view json)
{
    const auto value = DynamicValue::parse(json);
    return value && value->is(Kind::Bool) ? value->truth : optional<bool>();
}

optional<int64_t> asDateTime(string_view json)
{
    const auto value = DynamicValue::parse(json);
    return value && value->is(Kind::Text) ? parseIsoDateTime(value->text) : optional<int64_t>();
}

optional<int64_t> asTimespan(string_view json)
{
    const auto value = DynamicValue::parse(json);
    return value && value->is(Kind::Text) ? parseTimespan(value->text) : optional<int64_t>();
}

optional<string> asGuid(string_view json)
{
    const auto value = DynamicValue::parse(json);
    const auto guid = value && value->is(Kind::Text) ? guidFromText(QString::fromStdString(value->text))
                                                     : optional<QUuid>();
    return guid ? guid->toString(QUuid::WithoutBraces).toStdString() : optional<string>();
}

constexpr duck::NamedFunction entries[] = {
    {"kql_bag_keys", duck::registerFunction<bagKeys>},
    {"kql_bag_has_key", duck::registerFunction<hasKey>},
    {"kql_bag_merge", duck::registerFunction<mergedPair>},
    {"kql_bag_merge_all", duck::registerFunction<merged>},
    {"kql_bag_remove_keys", duck::registerFunction<withoutKeys>},
    {"kql_bag_set_key", duck::registerFunction<withKey>},
    {"kql_bag_pack", duck::registerFunction<packed>},
    {"kql_bag_pack_full", duck::registerFunction<packedWithoutBlanks>},
    {"kql_build_schema", duck::registerFunction<builtSchema>},
    {"kql_bag_types", duck::registerFunction<keyTypes>},
    {"kql_bag_zip", duck::registerFunction<zipped>},
    {"kql_json_text", duck::registerFunction<quoted>},
    {"kql_json_real", duck::registerFunction<realJson>},
    {"kql_parse_json", duck::registerFunction<parsed>},
    {"kql_canonical_json", duck::registerFunction<canonicalJson>},
    {"kql_dynamic_type", duck::registerFunction<typeName>},
    {"kql_element_at", duck::registerFunction<elementAt>},
    {"kql_element_of", duck::registerFunction<elementOf>},
    {"kql_element_of_any", duck::registerFunction<elementOfAny>},
    {"kql_dynamic_as_long", duck::registerFunction<asLong>},
    {"kql_dynamic_as_real", duck::registerFunction<asReal>},
    {"kql_dynamic_as_bool", duck::registerFunction<asBool>},
    {"kql_dynamic_as_datetime", duck::registerFunction<asDateTime>},
    {"kql_dynamic_as_guid", duck::registerFunction<asGuid>},
    {"kql_dynamic_as_timespan", duck::registerFunction<asTimespan>},
};

} // namespace

bool registerBagFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
