#include "engine/dynamiclists.h"

#include "core/ticks.h"
#include "engine/dynamicvalue.h"
#include "engine/scalarfunction.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;
using Kind = DynamicValue::Kind;
using Values = std::vector<DynamicValue>;

/// As many as range() and repeat() give.
constexpr int64_t mostItems = 1 << 20;

optional<Values> itemsOf(string_view json)
{
    optional<DynamicValue> value = DynamicValue::parse(json);
    if (!value || !value->is(Kind::List))
        return {};
    return std::move(value->items);
}

string listOf(Values items)
{
    return DynamicValue::ofList(std::move(items)).toJson();
}

int64_t sizeOf(const Values &items)
{
    return static_cast<int64_t>(items.size());
}

/// What counts from the end if it is negative.
int64_t placeIn(int64_t place, int64_t size)
{
    return place < 0 ? size + place : place;
}

optional<int64_t> length(string_view list)
{
    const auto items = itemsOf(list);
    return items ? sizeOf(*items) : optional<int64_t>();
}

optional<string> concatenated(string_view first, string_view second)
{
    auto items = itemsOf(first);
    auto more = itemsOf(second);
    if (!items || !more)
        return {};
    items->insert(items->end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
    return listOf(std::move(*items));
}

optional<string> reversed(string_view list)
{
    auto items = itemsOf(list);
    if (!items)
        return {};
    std::reverse(items->begin(), items->end());
    return listOf(std::move(*items));
}

/// To the left; a negative count goes to the right.
optional<string> rotated(string_view list, int64_t count)
{
    auto items = itemsOf(list);
    if (!items)
        return {};
    if (!items->empty()) {
        const int64_t size = sizeOf(*items);
        std::rotate(items->begin(), items->begin() + ((count % size) + size) % size, items->end());
    }
    return listOf(std::move(*items));
}

/// To the left; what comes in is \a filling, or, where that is nothing, null and in a list of texts the empty
/// text.
optional<string> shifted(string_view list, int64_t count, optional<string_view> filling)
{
    auto items = itemsOf(list);
    if (!items)
        return {};
    DynamicValue blank;
    if (filling)
        blank = DynamicValue::parse(*filling).value_or(DynamicValue());
    else if (!items->empty() && std::all_of(items->cbegin(), items->cend(),
                                            [](const DynamicValue &item) { return item.is(Kind::Text); }))
        blank = DynamicValue::ofText({});
    const int64_t size = sizeOf(*items);
    Values moved;
    for (int64_t i = 0; i < size; ++i) {
        const bool isInside = count >= 0 ? count < size - i : i >= -std::max(count, -size);
        moved.push_back(isInside ? (*items)[static_cast<std::size_t>(i + count)] : blank);
    }
    return listOf(std::move(moved));
}

/// Both ends belong to it.
optional<string> sliced(string_view list, int64_t first, int64_t last)
{
    const auto items = itemsOf(list);
    if (!items)
        return {};
    const int64_t size = sizeOf(*items);
    const int64_t begin = std::max<int64_t>(placeIn(first, size), 0);
    const int64_t end = std::min(placeIn(last, size), size - 1);
    Values slice;
    for (int64_t i = begin; i <= end; ++i)
        slice.push_back((*items)[static_cast<std::size_t>(i)]);
    return listOf(std::move(slice));
}

/// \a places: one place or a list of them, in their order.
optional<string> split(string_view list, string_view places)
{
    const auto items = itemsOf(list);
    const auto at = DynamicValue::parse(places);
    if (!items || !at)
        return {};
    const Values cuts = at->is(Kind::List) ? at->items : Values{*at};
    const int64_t size = sizeOf(*items);
    Values parts;
    int64_t begin = 0;
    const auto cut = [&](int64_t end) {
        end = std::clamp(end, begin, size);
        parts.push_back(DynamicValue::ofList(Values(items->begin() + begin, items->begin() + end)));
        begin = end;
    };
    for (const DynamicValue &place : cuts) {
        if (!place.isWhole())
            return {};
        cut(placeIn(static_cast<int64_t>(place.real()), size));
    }
    cut(size);
    return listOf(std::move(parts));
}

/// Null where there is no such thing to look for.
optional<int64_t> indexOf(string_view list, string_view value, int64_t start, int64_t count,
                          int64_t occurrence)
{
    const auto items = itemsOf(list);
    const auto wanted = DynamicValue::parse(value);
    if (!items || !wanted || occurrence < 0 || count < -1)
        return {};
    const int64_t size = sizeOf(*items);
    const int64_t begin = std::max<int64_t>(placeIn(start, size), 0);
    const int64_t end = count < 0 || count > size - begin ? size : begin + count;
    for (int64_t i = begin; i < end; ++i) {
        if ((*items)[static_cast<std::size_t>(i)] == *wanted && --occurrence <= 0)
            return i;
    }
    return -1;
}

optional<double> sum(string_view list)
{
    const auto items = itemsOf(list);
    if (!items)
        return {};
    double total = 0;
    for (const DynamicValue &item : *items) {
        if (!item.is(Kind::Number))
            return {};
        total += item.real();
    }
    return total;
}

/// array_iff(): a list or one value for each of both.
optional<string> chosen(string_view conditions, optional<string_view> whenTrue,
                        optional<string_view> whenFalse)
{
    const auto tests = itemsOf(conditions);
    if (!tests)
        return {};
    const auto read = [](optional<string_view> json) {
        return json ? DynamicValue::parse(*json).value_or(DynamicValue()) : DynamicValue();
    };
    const DynamicValue positive = read(whenTrue);
    const DynamicValue negative = read(whenFalse);
    Values result;
    for (std::size_t i = 0; i < tests->size(); ++i) {
        const DynamicValue &test = (*tests)[i];
        if (!test.is(Kind::Bool) && !test.is(Kind::Number)) {
            result.emplace_back();
            continue;
        }
        const bool holds = test.is(Kind::Bool) ? test.truth : test.real() != 0;
        const DynamicValue &source = holds ? positive : negative;
        if (!source.is(Kind::List))
            result.push_back(source);
        else
            result.push_back(i < source.items.size() ? source.items[i] : DynamicValue());
    }
    return listOf(std::move(result));
}

// Sorting. Numbers come first, then texts, then all else, in either direction; nulls where they are wanted.

int rankOf(const DynamicValue &value)
{
    return value.is(Kind::Number) ? 0 : value.is(Kind::Text) ? 1 : 2;
}

bool isBefore(const DynamicValue &left, const DynamicValue &right, bool descending, bool nullsLast)
{
    if (left.is(Kind::Null) || right.is(Kind::Null))
        return left.kind != right.kind && left.is(Kind::Null) != nullsLast;
    if (rankOf(left) != rankOf(right))
        return rankOf(left) < rankOf(right);
    const DynamicValue &smaller = descending ? right : left;
    const DynamicValue &larger = descending ? left : right;
    if (left.is(Kind::Number))
        return smaller.real() < larger.real();
    if (left.is(Kind::Text))
        return smaller.text < larger.text;
    if (left.is(Kind::Bool) && right.is(Kind::Bool))
        return !smaller.truth && larger.truth;
    return false;
}

/// \a list in the order that sorting \a keys brings; null where they are of different lengths.
optional<string> sortedBy(string_view list, string_view keys, bool descending, bool nullsLast)
{
    const auto items = itemsOf(list);
    const auto values = itemsOf(keys);
    if (!items || !values || items->size() != values->size())
        return {};
    std::vector<std::size_t> places(values->size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    std::stable_sort(places.begin(), places.end(), [&](std::size_t left, std::size_t right) {
        return isBefore((*values)[left], (*values)[right], descending, nullsLast);
    });
    Values ordered;
    for (const std::size_t place : places)
        ordered.push_back((*items)[place]);
    return listOf(std::move(ordered));
}

// Sets: each value once, in the order in which it first comes.

Values distinct(Values items, std::unordered_set<string> &known)
{
    Values result;
    for (DynamicValue &item : items) {
        if (known.insert(item.toJson()).second)
            result.push_back(std::move(item));
    }
    return result;
}

std::unordered_set<string> textsOf(const Values &items)
{
    std::unordered_set<string> texts;
    for (const DynamicValue &item : items)
        texts.insert(item.toJson());
    return texts;
}

optional<string> distinctItems(string_view list)
{
    auto items = itemsOf(list);
    std::unordered_set<string> known;
    return items ? listOf(distinct(std::move(*items), known)) : optional<string>();
}

/// Lists in it are replaced by their elements.
optional<string> flattened(string_view list)
{
    auto items = itemsOf(list);
    if (!items)
        return {};
    Values flat;
    for (DynamicValue &item : *items) {
        if (item.is(Kind::List))
            flat.insert(flat.end(), item.items.begin(), item.items.end());
        else
            flat.push_back(std::move(item));
    }
    return listOf(std::move(flat));
}

/// Where in a list of weights, counted from 1, so large a part of their sum is reached.
optional<int64_t> weightedPlace(string_view weights, double part)
{
    const auto items = itemsOf(weights);
    if (!items || items->empty())
        return {};
    double total = 0;
    for (const DynamicValue &weight : *items)
        total += weight.real();
    double sum = 0;
    for (std::size_t i = 0; i < items->size(); ++i) {
        sum += (*items)[i].real();
        if (sum >= part * total)
            return static_cast<int64_t>(i + 1);
    }
    return sizeOf(*items);
}

optional<string> united(string_view first, string_view second)
{
    auto items = itemsOf(first);
    auto more = itemsOf(second);
    if (!items || !more)
        return {};
    items->insert(items->end(), more->begin(), more->end());
    std::unordered_set<string> known;
    return listOf(distinct(std::move(*items), known));
}

/// The values of the first that are, or are not, in the second.
optional<string> selected(string_view first, string_view second, bool wanted)
{
    auto items = itemsOf(first);
    const auto others = itemsOf(second);
    if (!items || !others)
        return {};
    const std::unordered_set<string> texts = textsOf(*others);
    std::unordered_set<string> known;
    Values result = distinct(std::move(*items), known);
    std::erase_if(result, [&](const DynamicValue &item) { return texts.contains(item.toJson()) != wanted; });
    return listOf(std::move(result));
}

optional<string> intersected(string_view first, string_view second)
{
    return selected(first, second, true);
}

optional<string> difference(string_view first, string_view second)
{
    return selected(first, second, false);
}

optional<bool> hasElement(string_view list, string_view value)
{
    const auto items = itemsOf(list);
    const auto wanted = DynamicValue::parse(value);
    if (!items || !wanted)
        return {};
    return std::find(items->cbegin(), items->cend(), *wanted) != items->cend();
}

optional<bool> sameSet(string_view first, string_view second)
{
    const auto left = itemsOf(first);
    const auto right = itemsOf(second);
    if (!left || !right)
        return {};
    return textsOf(*left) == textsOf(*right);
}

/// Two empty sets have none.
optional<double> jaccard(string_view first, string_view second)
{
    const auto left = itemsOf(first);
    const auto right = itemsOf(second);
    if (!left || !right)
        return {};
    const std::unordered_set<string> a = textsOf(*left);
    const std::unordered_set<string> b = textsOf(*right);
    const auto common =
        std::count_if(a.cbegin(), a.cend(), [&b](const string &text) { return b.contains(text); });
    const double all = static_cast<double>(a.size() + b.size()) - static_cast<double>(common);
    return all == 0 ? std::nan("") : static_cast<double>(common) / all;
}

/// A text of a value inside a list, as tostring() has it.
string plainText(const DynamicValue &value)
{
    return value.is(Kind::Text) ? value.text : value.is(Kind::Null) ? string() : value.toJson();
}

optional<string> joined(string_view list, string_view delimiter)
{
    const auto items = itemsOf(list);
    if (!items)
        return {};
    string text;
    for (std::size_t i = 0; i < items->size(); ++i) {
        text.append(i == 0 ? string_view() : delimiter).append(plainText((*items)[i]));
        requireRoom(text.size());
    }
    return text;
}

/// \a lists: a list of lists. Shorter ones are filled up with nulls; null where one is no list.
optional<string> zipped(string_view lists)
{
    const auto all = itemsOf(lists);
    if (!all)
        return {};
    std::size_t longest = 0;
    for (const DynamicValue &list : *all) {
        if (!list.is(Kind::List))
            return {};
        longest = std::max(longest, list.items.size());
    }
    requireItems(longest * all->size()); // each below 2^22
    Values rows;
    for (std::size_t i = 0; i < longest; ++i) {
        Values row;
        for (const DynamicValue &list : *all)
            row.push_back(i < list.items.size() ? list.items[i] : DynamicValue());
        rows.push_back(DynamicValue::ofList(std::move(row)));
    }
    return listOf(std::move(rows));
}

/// \a value as JSON.
optional<string> repeated(string_view value, int64_t count)
{
    if (count < 0)
        return {};
    const int64_t times = std::min(count, mostItems);
    requireRoom(static_cast<std::size_t>(times) * (value.size() + 1));
    string list = "[";
    for (int64_t i = 0; i < times; ++i)
        list.append(i == 0 ? "" : ",").append(value);
    return list += ']';
}

/// Places in the ranges of range().
optional<int64_t> stepsOf(double first, double last, double step)
{
    if (step == 0 || std::isnan(first) || std::isnan(last) || std::isnan(step))
        return {};
    const double steps = std::floor((last - first) / step);
    return steps < 0 ? 0 : static_cast<int64_t>(std::min<double>(steps + 1, mostItems));
}

optional<string> rangeOfReals(double first, double last, double step)
{
    const auto count = stepsOf(first, last, step);
    if (!count)
        return {};
    string list = "[";
    for (int64_t i = 0; i < *count; ++i)
        list.append(i == 0 ? "" : ",").append(jsonReal(first + static_cast<double>(i) * step));
    return list += ']';
}

/// Whole numbers or ticks; nothing where the step is zero.
optional<Values> wholeRange(int64_t first, int64_t last, int64_t step)
{
    if (step == 0)
        return {};
    Values values;
    int64_t value = first;
    while ((step > 0 ? value <= last : value >= last) && sizeOf(values) < mostItems) {
        values.push_back(DynamicValue::ofNumber(value));
        if (__builtin_add_overflow(value, step, &value))
            break;
    }
    return values;
}

optional<string> rangeOfNumbers(int64_t first, int64_t last, int64_t step)
{
    auto values = wholeRange(first, last, step);
    return values ? listOf(std::move(*values)) : optional<string>();
}

template <string (*format)(Ticks)>
optional<string> rangeOfTimes(int64_t first, int64_t last, int64_t step)
{
    auto values = wholeRange(first, last, step);
    if (!values)
        return {};
    for (DynamicValue &value : *values)
        value = DynamicValue::ofText(format(std::stoll(value.text)));
    return listOf(std::move(*values));
}

/// Before each element; no JSON text has such a character in it.
constexpr char elementMark = '\x1e';

string marked(const Values &elements)
{
    string out;
    for (const DynamicValue &element : elements) {
        out += elementMark;
        out += element.toJson();
    }
    return out;
}

/// The elements that mv-expand makes rows of, as JSON texts with a mark before each: of a bag, bags of one
/// key or, \a asPairs, lists of key and value; of null and of a single value, itself. (DuckDB's own JSON
/// would write numbers its own way.)
string expanded(optional<string_view> json, bool asPairs)
{
    const auto value = json ? DynamicValue::parse(*json) : optional<DynamicValue>();
    if (!value)
        return marked({DynamicValue()});
    if (value->is(Kind::List))
        return marked(value->items);
    if (!value->is(Kind::Bag))
        return marked({*value});
    Values entries;
    for (std::size_t i = 0; i < value->items.size(); ++i) {
        DynamicValue entry;
        if (asPairs) {
            entry = DynamicValue::ofList({DynamicValue::ofText(value->keys[i]), value->items[i]});
        } else {
            entry.kind = Kind::Bag;
            entry.set(value->keys[i], value->items[i]);
        }
        entries.push_back(std::move(entry));
    }
    return marked(entries);
}

constexpr duck::NamedFunction entries[] = {
    {"kql_array_length", duck::registerFunction<length>},
    {"kql_array_concat", duck::registerFunction<concatenated>},
    {"kql_array_reverse", duck::registerFunction<reversed>},
    {"kql_array_rotate", duck::registerFunction<rotated>},
    {"kql_array_shift", duck::registerFunction<shifted>},
    {"kql_array_slice", duck::registerFunction<sliced>},
    {"kql_array_split", duck::registerFunction<split>},
    {"kql_array_index_of", duck::registerFunction<indexOf>},
    {"kql_array_sum", duck::registerFunction<sum>},
    {"kql_array_iff", duck::registerFunction<chosen>},
    {"kql_array_sorted_by", duck::registerFunction<sortedBy>},
    {"kql_array_distinct", duck::registerFunction<distinctItems>},
    {"kql_array_flatten", duck::registerFunction<flattened>},
    {"kql_weighted_place", duck::registerFunction<weightedPlace>},
    {"kql_array_join", duck::registerFunction<joined>},
    {"kql_array_zip", duck::registerFunction<zipped>},
    {"kql_set_union", duck::registerFunction<united>},
    {"kql_set_intersect", duck::registerFunction<intersected>},
    {"kql_set_difference", duck::registerFunction<difference>},
    {"kql_set_has_element", duck::registerFunction<hasElement>},
    {"kql_set_equals", duck::registerFunction<sameSet>},
    {"kql_jaccard_index", duck::registerFunction<jaccard>},
    {"kql_repeat", duck::registerFunction<repeated>},
    {"kql_range_real", duck::registerFunction<rangeOfReals>},
    {"kql_range_long", duck::registerFunction<rangeOfNumbers>},
    {"kql_range_datetime", duck::registerFunction<rangeOfTimes<formatKqlDateTime>>},
    {"kql_range_timespan", duck::registerFunction<rangeOfTimes<formatTimespan>>},
    {"kql_expand", duck::registerFunction<expanded>},
};

} // namespace

bool registerListFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
