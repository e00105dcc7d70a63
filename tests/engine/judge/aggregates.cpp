#include "engine/judge/aggregates.h"

#include "engine/judge/operation.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>

namespace sonde::judge {

/// All but count leave nulls out. What they are worth without values: count, dcount, sum and what measures
/// how values lie apart 0, avg NaN, lists and sets empty, others null.
namespace {

using std::int64_t;
using Aggregate = Value (*)(const AggregateInput &);

/// The first argument where it is not null.
std::vector<Value> valuesOf(const AggregateInput &input)
{
    std::vector<Value> values;
    for (const Row &row : input.rows) {
        if (!row.front().isNull())
            values.push_back(row.front());
    }
    return values;
}

std::vector<Value> distinctOf(const AggregateInput &input)
{
    std::vector<Value> found;
    for (const Value &value : valuesOf(input)) {
        const bool known =
            std::any_of(found.cbegin(), found.cend(), [&](const Value &other) { return same(value, other); });
        if (!known)
            found.push_back(value);
    }
    return found;
}

Value counted(const AggregateInput &input)
{
    return int64_t(input.rows.size());
}

/// Numbers of unlike signs first: the total leaves the range only where the whole sum does.
Value wholeSum(const std::vector<Value> &values)
{
    std::vector<int64_t> positive;
    std::vector<int64_t> negative;
    for (const Value &value : values)
        (value.whole() < 0 ? negative : positive).push_back(value.whole());
    int64_t total = 0;
    while (!positive.empty() || !negative.empty()) {
        std::vector<int64_t> &next =
            (total >= 0 && !negative.empty()) || positive.empty() ? negative : positive;
        const Value sum = sumOf(total, next.back(), ColumnType::Long);
        if (sum.isOverflow())
            return sum;
        total = sum.whole();
        next.pop_back();
    }
    return total;
}

double realSum(const std::vector<Value> &values)
{
    double total = 0;
    for (const Value &value : values)
        total += value.real();
    return total;
}

Value sum(const AggregateInput &input)
{
    const std::vector<Value> values = valuesOf(input);
    if (input.type == ColumnType::Real)
        return realSum(values);
    return wholeSum(values);
}

Value average(const AggregateInput &input)
{
    const std::vector<Value> values = valuesOf(input);
    const auto count = static_cast<int64_t>(values.size());
    if (input.type != ColumnType::Real) {
        const Value total = wholeSum(values);
        if (total.isOverflow())
            throw Unsettled();
        return count == 0 ? Value() : Value(total.whole() / count);
    }
    if (count == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const bool reals = values.front().isReal();
    const Value total = reals ? Value(realSum(values)) : wholeSum(values);
    if (total.isOverflow())
        throw Unsettled();
    return total.real() / static_cast<double>(count);
}

/// Where NaN stands the reference does not say: behind the largest number, as in the engine.
int orderWithNan(const Value &left, const Value &right)
{
    if (isNan(left) || isNan(right))
        return (isNan(left) ? 1 : 0) - (isNan(right) ? 1 : 0);
    return order(left, right);
}

Value extreme(const AggregateInput &input, int wanted)
{
    Value found = missing(input.type);
    bool any = false;
    for (const Value &value : valuesOf(input)) {
        if (!any || orderWithNan(value, found) * wanted > 0)
            found = value;
        any = true;
    }
    return found;
}

Value smallest(const AggregateInput &input)
{
    return extreme(input, -1);
}

Value largest(const AggregateInput &input)
{
    return extreme(input, 1);
}

Value distinctCount(const AggregateInput &input)
{
    return int64_t(distinctOf(input).size());
}

List elements(const std::vector<Value> &values, ColumnType type)
{
    List list;
    for (const Value &value : values)
        list.push_back(asDynamic(value, type));
    return list;
}

Value listed(const AggregateInput &input)
{
    return elements(valuesOf(input), input.types.front());
}

Value setOf(const AggregateInput &input)
{
    return elements(distinctOf(input), input.types.front());
}

Value listedWithNulls(const AggregateInput &input)
{
    std::vector<Value> values;
    for (const Row &row : input.rows)
        values.push_back(row.front());
    return elements(values, input.types.front());
}

Value spread(const AggregateInput &input, bool sample, bool root)
{
    const std::vector<Value> values = valuesOf(input);
    const auto count = static_cast<double>(values.size());
    const bool isFinite = std::all_of(values.cbegin(), values.cend(),
                                      [](const Value &value) { return std::isfinite(value.real()); });
    if (!isFinite)
        return std::numeric_limits<double>::quiet_NaN();
    if (count < (sample ? 2 : 1))
        return 0.0;
    const double mean = realSum(values) / count;
    double squares = 0;
    for (const Value &value : values)
        squares += (value.real() - mean) * (value.real() - mean);
    const double variance = squares / (sample ? count - 1 : count);
    return root ? std::sqrt(variance) : variance;
}

Value deviation(const AggregateInput &input)
{
    return spread(input, true, true);
}

Value populationDeviation(const AggregateInput &input)
{
    return spread(input, false, true);
}

Value variance(const AggregateInput &input)
{
    return spread(input, true, false);
}

Value populationVariance(const AggregateInput &input)
{
    return spread(input, false, false);
}

/// The smallest value such that that many percent are not larger.
Value percentile(const AggregateInput &input)
{
    std::vector<Value> values = valuesOf(input);
    if (values.empty())
        return {};
    if (std::any_of(values.cbegin(), values.cend(), isNan))
        throw Unsettled();
    const double share = input.rows.front().at(1).real() / 100 * static_cast<double>(values.size());
    const auto wanted = std::max<std::ptrdiff_t>(1, static_cast<std::ptrdiff_t>(std::ceil(share)));
    Value found;
    for (const Value &value : values) {
        const auto notLarger = std::count_if(values.cbegin(), values.cend(),
                                             [&](const Value &other) { return order(other, value) <= 0; });
        if (notLarger >= wanted && (found.isNull() || order(value, found) < 0))
            found = value;
    }
    return found;
}

Value bits(const AggregateInput &input, int64_t (*join)(int64_t, int64_t))
{
    Value found;
    for (const Value &value : valuesOf(input))
        found = found.isNull() ? value : Value(join(found.whole(), value.whole()));
    return found;
}

Value allAnd(const AggregateInput &input)
{
    return bits(input, [](int64_t left, int64_t right) { return left & right; });
}

Value allOr(const AggregateInput &input)
{
    return bits(input, [](int64_t left, int64_t right) { return left | right; });
}

Value allXor(const AggregateInput &input)
{
    return bits(input, [](int64_t left, int64_t right) { return left ^ right; });
}

/// The first that is neither null nor empty.
Value firstOf(const AggregateInput &input)
{
    for (const Value &value : valuesOf(input)) {
        if (!value.isText() || !value.text().isEmpty())
            return value;
    }
    return missing(input.type);
}

/// Of two values of one key the first stays; what is no bag does not count.
Value bagOf(const AggregateInput &input)
{
    Bag bag;
    for (const Value &value : valuesOf(input)) {
        for (const auto &entry : value.isBag() ? value.bag() : Bag()) {
            const bool isKnown = std::any_of(
                bag.cbegin(), bag.cend(), [&entry](const auto &other) { return other.first == entry.first; });
            if (!isKnown)
                bag.push_back(entry);
        }
    }
    return bag;
}

const QHash<QString, Aggregate> &aggregates()
{
    static const QHash<QString, Aggregate> table = {
        {QStringLiteral("count"), counted},
        {QStringLiteral("sum"), sum},
        {QStringLiteral("avg"), average},
        {QStringLiteral("min"), smallest},
        {QStringLiteral("max"), largest},
        {QStringLiteral("dcount"), distinctCount},
        {QStringLiteral("count_distinct"), distinctCount},
        {QStringLiteral("make_list"), listed},
        {QStringLiteral("make_list_with_nulls"), listedWithNulls},
        {QStringLiteral("make_set"), setOf},
        {QStringLiteral("make_bag"), bagOf},
        {QStringLiteral("take_any"), firstOf},
        {QStringLiteral("stdev"), deviation},
        {QStringLiteral("stdevp"), populationDeviation},
        {QStringLiteral("variance"), variance},
        {QStringLiteral("variancep"), populationVariance},
        {QStringLiteral("percentile"), percentile},
        {QStringLiteral("binary_all_and"), allAnd},
        {QStringLiteral("binary_all_or"), allOr},
        {QStringLiteral("binary_all_xor"), allXor},
    };
    return table;
}

/// `sumif` and `make_list_if`.
QString withoutIf(const QString &name)
{
    if (name.endsWith(u"_if"))
        return name.chopped(3);
    return name.endsWith(u"if") ? name.chopped(2) : name;
}

} // namespace

bool isAggregate(const QString &name)
{
    return aggregates().contains(withoutIf(name));
}

Value applyAggregate(const QString &name, AggregateInput input)
{
    const QString plain = withoutIf(name);
    if (plain != name) {
        std::erase_if(input.rows, [](const Row &row) { return !row.back().isTrue(); });
        for (Row &row : input.rows)
            row.pop_back();
    }
    return aggregates().value(plain)(input);
}

} // namespace sonde::judge
