#include "engine/seriesarithmetic.h"

#include "engine/dynamicvalue.h"
#include "engine/scalarfunction.h"
#include "engine/serieslist.h"
#include "engine/seriesmeasures.h"

#include <algorithm>
#include <cmath>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;
using std::string;
using std::string_view;

template <double (*calculate)(double)>
optional<string> eachReal(string_view json)
{
    const optional<Series> series = Series::parse(json);
    if (!series)
        return {};
    ListText list;
    for (const optional<double> &value : series->reals)
        list.add(value ? jsonReal(calculate(*value)) : "null");
    return list.end();
}

/// Of a whole number a whole one.
template <double (*calculate)(double)>
optional<string> eachNumber(string_view json)
{
    const optional<Series> series = Series::parse(json);
    if (!series)
        return {};
    ListText list;
    for (std::size_t i = 0; i < series->size(); ++i) {
        const optional<double> &value = series->reals[i];
        if (value && series->isWhole && std::fabs(*value) > 9e15)
            throw duck::Failure{failures::seriesWhole};
        const double result = value ? calculate(*value) : 0;
        list.add(!value            ? "null"
                 : series->isWhole ? std::to_string(static_cast<int64_t>(result))
                                   : jsonReal(result));
    }
    return list.end();
}

double signOf(double value)
{
    return std::isnan(value) ? value : value > 0 ? 1 : value < 0 ? -1 : 0;
}

/// What two lists make, place by place; null where one of them has no number.
template <typename Make>
optional<string> eachPair(string_view first, string_view second, Make make)
{
    const optional<Series> left = Series::parse(first);
    const optional<Series> right = Series::parse(second);
    if (!left || !right)
        return {};
    ListText list;
    for (std::size_t i = 0; i < std::max(left->size(), right->size()); ++i) {
        const bool areNumbers = i < left->size() && i < right->size() && left->reals[i] && right->reals[i];
        list.add(areNumbers ? make(*left, *right, i) : "null");
    }
    return list.end();
}

using WholeStep = bool (*)(int64_t, int64_t, int64_t *);

bool addWhole(int64_t left, int64_t right, int64_t *result)
{
    return __builtin_add_overflow(left, right, result);
}

bool subtractWhole(int64_t left, int64_t right, int64_t *result)
{
    return __builtin_sub_overflow(left, right, result);
}

bool multiplyWhole(int64_t left, int64_t right, int64_t *result)
{
    return __builtin_mul_overflow(left, right, result);
}

double add(double left, double right)
{
    return left + right;
}

double subtract(double left, double right)
{
    return left - right;
}

double multiply(double left, double right)
{
    return left * right;
}

double divide(double left, double right)
{
    return left / right;
}

double power(double base, double exponent)
{
    return std::pow(base, exponent);
}

/// Two lists of whole numbers make whole numbers.
template <WholeStep whole, double (*real)(double, double)>
optional<string> combined(string_view first, string_view second)
{
    return eachPair(first, second, [](const Series &left, const Series &right, std::size_t i) {
        if (!left.isWhole || !right.isWhole)
            return jsonReal(real(*left.reals[i], *right.reals[i]));
        int64_t result = 0;
        if (whole(left.wholes[i], right.wholes[i], &result))
            throw duck::Failure{failures::seriesWhole};
        return std::to_string(result);
    });
}

template <double (*real)(double, double)>
optional<string> combinedReals(string_view first, string_view second)
{
    return eachPair(first, second, [](const Series &left, const Series &right, std::size_t i) {
        return jsonReal(real(*left.reals[i], *right.reals[i]));
    });
}

template <typename T>
bool holds(std::string_view comparison, T left, T right)
{
    if (comparison == "equals")
        return left == right;
    if (comparison == "not_equals")
        return left != right;
    if (comparison == "less")
        return left < right;
    if (comparison == "less_equals")
        return left <= right;
    return comparison == "greater" ? left > right : left >= right;
}

/// \a comparison: the name of the function behind `series_`.
optional<string> compared(string_view comparison, string_view first, string_view second)
{
    return eachPair(first, second, [comparison](const Series &left, const Series &right, std::size_t i) {
        const bool result = left.isWhole && right.isWhole
                                ? holds(comparison, left.wholes[i], right.wholes[i])
                                : holds(comparison, *left.reals[i], *right.reals[i]);
        return string(result ? "true" : "false");
    });
}

/// As many times that number as the list is long.
optional<string> spread(string_view list, string_view number)
{
    const optional<Series> series = Series::parse(list);
    if (!series)
        return {};
    ListText text;
    for (std::size_t i = 0; i < series->size(); ++i)
        text.add(string(number));
    return text.end();
}

constexpr duck::NamedFunction entries[] = {
    {"kql_series_abs", duck::registerFunction<eachNumber<std::fabs>>},
    {"kql_series_sign", duck::registerFunction<eachNumber<signOf>>},
    {"kql_series_floor", duck::registerFunction<eachReal<std::floor>>},
    {"kql_series_ceiling", duck::registerFunction<eachReal<std::ceil>>},
    {"kql_series_sin", duck::registerFunction<eachReal<std::sin>>},
    {"kql_series_cos", duck::registerFunction<eachReal<std::cos>>},
    {"kql_series_tan", duck::registerFunction<eachReal<std::tan>>},
    {"kql_series_asin", duck::registerFunction<eachReal<std::asin>>},
    {"kql_series_acos", duck::registerFunction<eachReal<std::acos>>},
    {"kql_series_atan", duck::registerFunction<eachReal<std::atan>>},
    {"kql_series_exp", duck::registerFunction<eachReal<std::exp>>},
    {"kql_series_log", duck::registerFunction<eachReal<std::log>>},
    {"kql_series_add", duck::registerFunction<combined<addWhole, add>>},
    {"kql_series_subtract", duck::registerFunction<combined<subtractWhole, subtract>>},
    {"kql_series_multiply", duck::registerFunction<combined<multiplyWhole, multiply>>},
    {"kql_series_divide", duck::registerFunction<combinedReals<divide>>},
    {"kql_series_pow", duck::registerFunction<combinedReals<power>>},
    {"kql_series_compare", duck::registerFunction<compared>},
    {"kql_series_spread", duck::registerFunction<spread>},
};

Result<SqlExpression> pairCall(const FunctionCall &call)
{
    const auto lists = seriesPair(call);
    if (!lists)
        return failure(lists.error());
    return SqlExpression{u"kql_" + call.node.symbol + u'(' + lists->first + u", " + lists->second + u')',
                         call.type, true};
}

Result<SqlExpression> comparisonCall(const FunctionCall &call)
{
    const auto lists = seriesPair(call);
    if (!lists)
        return failure(lists.error());
    return SqlExpression{u"kql_series_compare('" + call.node.symbol.section(u'_', 1) + u"', " + lists->first +
                             u", " + lists->second + u')',
                         ColumnType::Dynamic, true};
}

} // namespace

const std::vector<ScalarFunction> &seriesArithmetic()
{
    using T = ColumnType;
    const auto built = [](const char *name, ScalarFunction::Build build) {
        return ScalarFunction{name, {}, nullptr, false, build};
    };
    static const std::vector<ScalarFunction> table = {
        {"series_abs", {T::Dynamic}, "kql_series_abs($1)", true},
        {"series_sign", {T::Dynamic}, "kql_series_sign($1)", true},
        {"series_floor", {T::Dynamic}, "kql_series_floor($1)", true},
        {"series_ceiling", {T::Dynamic}, "kql_series_ceiling($1)", true},
        {"series_sin", {T::Dynamic}, "kql_series_sin($1)", true},
        {"series_cos", {T::Dynamic}, "kql_series_cos($1)", true},
        {"series_tan", {T::Dynamic}, "kql_series_tan($1)", true},
        {"series_asin", {T::Dynamic}, "kql_series_asin($1)", true},
        {"series_acos", {T::Dynamic}, "kql_series_acos($1)", true},
        {"series_atan", {T::Dynamic}, "kql_series_atan($1)", true},
        {"series_exp", {T::Dynamic}, "kql_series_exp($1)", true},
        {"series_log", {T::Dynamic}, "kql_series_log($1)", true},
        built("series_add", pairCall),
        built("series_subtract", pairCall),
        built("series_multiply", pairCall),
        built("series_divide", pairCall),
        built("series_pow", pairCall),
        built("series_equals", comparisonCall),
        built("series_not_equals", comparisonCall),
        built("series_less", comparisonCall),
        built("series_less_equals", comparisonCall),
        built("series_greater", comparisonCall),
        built("series_greater_equals", comparisonCall),
    };
    return table;
}

bool registerSeriesArithmetic(duckdb_connection connection)
{
    return duck::registerAll(connection, entries) && registerSeriesMeasures(connection);
}

} // namespace sonde
