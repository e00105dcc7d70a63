#include "engine/seriesfunctions.h"

#include "engine/dynamicvalue.h"
#include "engine/scalarfunction.h"
#include "engine/seriesarithmetic.h"
#include "engine/serieslist.h"

#include <algorithm>
#include <cmath>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

/// A number of a list, as it is written there; nothing for null.
struct Element
{
    string text;
    optional<double> value;
    bool isWhole = false;
};

using Elements = std::vector<Element>;

optional<Element> elementOf(const DynamicValue &item)
{
    const optional<double> value = seriesNumber(item);
    if (!value && !item.is(DynamicValue::Kind::Null))
        return {};
    return Element{item.toJson(), value, item.isWhole()};
}

/// Nothing where it is no list of numbers and nulls.
optional<Elements> elementsOf(string_view json)
{
    const optional<DynamicValue> list = DynamicValue::parse(json);
    if (!list || !list->is(DynamicValue::Kind::List))
        return {};
    Elements elements;
    for (const DynamicValue &item : list->items) {
        const optional<Element> element = elementOf(item);
        if (!element)
            return {};
        elements.push_back(*element);
    }
    return elements;
}

/// Which elements are missing: nulls, or those that equal the number that stands for one.
std::vector<bool> gapsIn(const Elements &elements, string_view missing)
{
    const optional<DynamicValue> given = DynamicValue::parse(missing);
    const optional<Element> placeholder = given ? elementOf(*given) : std::nullopt;
    std::vector<bool> gaps;
    for (const Element &element : elements)
        gaps.push_back(placeholder && element.value == placeholder->value);
    return gaps;
}

optional<string> fillConstant(string_view series, string_view constant, string_view missing)
{
    const optional<Elements> elements = elementsOf(series);
    if (!elements)
        return {};
    const std::vector<bool> gaps = gapsIn(*elements, missing);
    ListText list;
    for (std::size_t i = 0; i < elements->size(); ++i)
        list.add(gaps[i] ? constant : elements->at(i).text);
    return list.end();
}

/// Each gap takes the value before it, in the order of the indexes.
optional<string> fillAlong(string_view series, string_view missing, bool backward)
{
    const optional<Elements> elements = elementsOf(series);
    if (!elements)
        return {};
    const std::vector<bool> gaps = gapsIn(*elements, missing);
    const std::size_t count = elements->size();
    std::vector<string_view> parts(count);
    optional<string_view> last;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = backward ? count - 1 - i : i;
        if (!gaps[place])
            last = elements->at(place).text;
        parts[place] = last.value_or(elements->at(place).text);
    }
    ListText list;
    for (const string_view part : parts)
        list.add(part);
    return list.end();
}

optional<string> fillForward(string_view series, string_view missing)
{
    return fillAlong(series, missing, false);
}

optional<string> fillBackward(string_view series, string_view missing)
{
    return fillAlong(series, missing, true);
}

/// Between two values on a straight line; whole numbers stay whole.
string between(const Element &left, const Element &right, double share, bool whole)
{
    const double value = *left.value + (*right.value - *left.value) * share;
    // Not every whole number of a list is one of this machine.
    const bool fits = whole && std::fabs(value) < 9e18;
    return fits ? std::to_string(static_cast<std::int64_t>(value)) : jsonReal(value);
}

optional<string> fillLinear(string_view series, string_view missing, bool edges, string_view constant)
{
    const optional<Elements> elements = elementsOf(series);
    if (!elements)
        return {};
    const std::vector<bool> gaps = gapsIn(*elements, missing);
    std::vector<std::size_t> known;
    bool whole = true;
    for (std::size_t i = 0; i < elements->size(); ++i) {
        if (!gaps[i] && elements->at(i).value) {
            known.push_back(i);
            whole = whole && elements->at(i).isWhole;
        }
    }
    ListText list;
    for (std::size_t i = 0; i < elements->size(); ++i) {
        const auto right = std::lower_bound(known.cbegin(), known.cend(), i);
        if (!gaps[i])
            list.add(elements->at(i).text);
        else if (known.empty())
            list.add(constant);
        else if (right == known.cbegin() || right == known.cend())
            list.add(edges ? elements->at(right == known.cend() ? known.back() : *right).text
                           : elements->at(i).text);
        else
            list.add(between(
                elements->at(*(right - 1)), elements->at(*right),
                static_cast<double>(i - *(right - 1)) / static_cast<double>(*right - *(right - 1)), whole));
    }
    return list.end();
}

// The axis of `make-series ... in range(from, to, step)`: its bounds as those of `from` and `to`. Which
// places there are where the first is no multiple of the step, the reference does not say.

int64_t axisStart(optional<int64_t> from, optional<int64_t> step)
{
    if (!from || !step || *step <= 0 || *from % *step != 0)
        throw duck::Failure{failures::makeSeries};
    return *from;
}

/// Behind the last place that is not beyond \a to; the start itself where there is none.
int64_t axisEnd(optional<int64_t> from, optional<int64_t> to, optional<int64_t> step)
{
    const int64_t start = axisStart(from, step);
    if (!to)
        throw duck::Failure{failures::makeSeries};
    if (*to < start)
        return start;
    const std::uint64_t rest = (static_cast<std::uint64_t>(*to) - static_cast<std::uint64_t>(start)) %
                               static_cast<std::uint64_t>(*step);
    int64_t end = 0;
    if (__builtin_add_overflow(*to - static_cast<int64_t>(rest), *step, &end))
        throw duck::Failure{failures::makeSeries};
    return end;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_axis_start", duck::registerFunction<axisStart>},
    {"kql_axis_end", duck::registerFunction<axisEnd>},
    {"kql_fill_const", duck::registerFunction<fillConstant>},
    {"kql_fill_forward", duck::registerFunction<fillForward>},
    {"kql_fill_backward", duck::registerFunction<fillBackward>},
    {"kql_fill_linear", duck::registerFunction<fillLinear>},
};

/// The argument as JSON, or what stands for one that is left out.
Result<QString> jsonArgument(const FunctionCall &call, std::size_t index, const QString &standard)
{
    if (call.arguments.size() <= index)
        return standard;
    const SqlExpression &argument = call.arguments.at(index);
    if (!isNumber(argument.type))
        return call.refusal.unsupportedType(call.node, columnTypeName(argument.type));
    return toJson(argument);
}

Result<SqlExpression> filled(const FunctionCall &call, const QStringList &arguments)
{
    const SqlExpression &series = call.arguments.front();
    if (series.type != ColumnType::Dynamic)
        return call.refusal.unsupportedType(call.node, columnTypeName(series.type));
    const QString name = u"kql_fill_" + call.node.symbol.section(u'_', 2);
    return SqlExpression{name + u'(' + series.sql + u", " + arguments.join(QStringLiteral(", ")) + u')',
                         ColumnType::Dynamic, true};
}

/// series_fill_const(series, constant, missing)
Result<SqlExpression> constantCall(const FunctionCall &call)
{
    const auto constant = jsonArgument(call, 1, QStringLiteral("'0'"));
    const auto missing = jsonArgument(call, 2, QStringLiteral("'null'"));
    if (!constant || !missing)
        return failure(constant ? missing.error() : constant.error());
    return filled(call, {*constant, *missing});
}

/// series_fill_forward(series, missing) and series_fill_backward()
Result<SqlExpression> alongCall(const FunctionCall &call)
{
    const auto missing = jsonArgument(call, 1, QStringLiteral("'null'"));
    return missing ? filled(call, {*missing}) : failure(missing.error());
}

/// series_fill_linear(series, missing, edges, constant)
Result<SqlExpression> linearCall(const FunctionCall &call)
{
    const auto missing = jsonArgument(call, 1, QStringLiteral("'null'"));
    const auto constant = jsonArgument(call, 3, QStringLiteral("'0.0'"));
    if (!missing || !constant)
        return failure(missing ? constant.error() : missing.error());
    QString edges = QStringLiteral("TRUE");
    if (call.arguments.size() > 2) {
        if (call.arguments.at(2).type != ColumnType::Bool)
            return call.refusal.unsupportedType(call.node, columnTypeName(call.arguments.at(2).type));
        edges = call.arguments.at(2).sql;
    }
    return filled(call, {*missing, edges, *constant});
}

} // namespace

const std::vector<ScalarFunction> &seriesFunctions()
{
    static const std::vector<ScalarFunction> table = {
        {"series_fill_const", {}, nullptr, false, constantCall},
        {"series_fill_forward", {}, nullptr, false, alongCall},
        {"series_fill_backward", {}, nullptr, false, alongCall},
        {"series_fill_linear", {}, nullptr, false, linearCall},
    };
    return table;
}

bool registerSeriesFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries) && registerSeriesArithmetic(connection);
}

} // namespace sonde
