#include "engine/mathfunctions.h"

#include "engine/distributions.h"
#include "engine/literals.h"
#include "engine/scalarfunction.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

namespace sonde {

namespace {

using std::int64_t;
using std::optional;

// DuckDB's own functions fail the query where KQL has null, NaN or an infinite number.

using Real = double (*)(double);

template <Real function>
double real(double value)
{
    return function(value);
}

/// A logarithm: null for negative numbers.
template <Real function>
optional<double> logarithm(double value)
{
    return value < 0 ? optional<double>() : function(value);
}

optional<double> squareRoot(double value)
{
    return value < 0 ? optional<double>() : std::sqrt(value);
}

/// asin and acos: null outside of what has one.
template <Real function>
optional<double> arc(double value)
{
    return value < -1 || value > 1 ? optional<double>() : function(value);
}

double power(double base, double exponent)
{
    return std::pow(base, exponent);
}

double arcTangent2(double y, double x)
{
    return std::atan2(y, x);
}

double cotangent(double value)
{
    return 1 / std::tan(value);
}

double tenToThe(double value)
{
    return std::pow(10.0, value);
}

double degrees(double radians)
{
    return radians * (180 / std::numbers::pi);
}

double radians(double degrees)
{
    return degrees * (std::numbers::pi / 180);
}

double signOf(double value)
{
    if (std::isnan(value))
        return value;
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/// The count of places modulo 64; null for a negative one.
optional<int64_t> shiftLeft(int64_t value, int64_t places)
{
    if (places < 0)
        return {};
    return static_cast<int64_t>(static_cast<std::uint64_t>(value) << (places % 64));
}

optional<int64_t> shiftRight(int64_t value, int64_t places)
{
    if (places < 0)
        return {};
    return value >> (places % 64);
}

int64_t countOnes(int64_t value)
{
    return std::popcount(static_cast<std::uint64_t>(value));
}

/// Negative numbers in two's complement of so many bits; at least so many digits.
std::string hexadecimal(int64_t value, int64_t bits, int64_t digits)
{
    constexpr char letters[] = "0123456789abcdef";
    constexpr int64_t most = 64; // digits: more is no number
    auto rest = static_cast<std::uint64_t>(value);
    if (bits < 64)
        rest &= (std::uint64_t{1} << bits) - 1;
    std::string text;
    do {
        text += letters[rest % 16];
        rest /= 16;
    } while (rest != 0);
    const auto wanted = static_cast<std::size_t>(std::clamp<int64_t>(digits, 0, most));
    if (text.size() < wanted)
        text.append(wanted - text.size(), '0');
    std::reverse(text.begin(), text.end());
    return text;
}

int64_t floorModulo(int64_t value, int64_t divisor)
{
    const int64_t rest = value % divisor;
    return rest < 0 ? rest + divisor : rest;
}

/// Rounded down to \a at and multiples of \a size away from it.
optional<int64_t> binAt(int64_t value, int64_t size, int64_t at)
{
    if (size <= 0)
        return {};
    int64_t rest = floorModulo(value, size) - floorModulo(at, size);
    if (rest < 0)
        rest += size;
    if (value < std::numeric_limits<int64_t>::min() + rest)
        return {};
    return value - rest;
}

optional<double> binAtReal(double value, double size, double at)
{
    if (!(size > 0))
        return {};
    return at + std::floor((value - at) / size) * size;
}

constexpr duck::NamedFunction entries[] = {
    {"kql_bin_at_long", duck::registerFunction<binAt>},
    {"kql_bin_at_real", duck::registerFunction<binAtReal>},
    {"kql_sqrt", duck::registerFunction<squareRoot>},
    {"kql_exp", duck::registerFunction<real<std::exp>>},
    {"kql_exp2", duck::registerFunction<real<std::exp2>>},
    {"kql_exp10", duck::registerFunction<tenToThe>},
    {"kql_log", duck::registerFunction<logarithm<std::log>>},
    {"kql_log2", duck::registerFunction<logarithm<std::log2>>},
    {"kql_log10", duck::registerFunction<logarithm<std::log10>>},
    {"kql_pow", duck::registerFunction<power>},
    {"kql_sin", duck::registerFunction<real<std::sin>>},
    {"kql_cos", duck::registerFunction<real<std::cos>>},
    {"kql_tan", duck::registerFunction<real<std::tan>>},
    {"kql_cot", duck::registerFunction<cotangent>},
    {"kql_asin", duck::registerFunction<arc<std::asin>>},
    {"kql_acos", duck::registerFunction<arc<std::acos>>},
    {"kql_atan", duck::registerFunction<real<std::atan>>},
    {"kql_atan2", duck::registerFunction<arcTangent2>},
    {"kql_degrees", duck::registerFunction<degrees>},
    {"kql_radians", duck::registerFunction<radians>},
    {"kql_sign", duck::registerFunction<signOf>},
    {"kql_ceiling", duck::registerFunction<real<std::ceil>>},
    {"kql_shift_left", duck::registerFunction<shiftLeft>},
    {"kql_shift_right", duck::registerFunction<shiftRight>},
    {"kql_count_ones", duck::registerFunction<countOnes>},
    {"kql_hexadecimal", duck::registerFunction<hexadecimal>},
};

/// A whole number is its own.
Result<SqlExpression> ceiling(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    if (isWholeNumber(value.type) && widens(value.type, call.type))
        return widened(value, call.type);
    if (value.type != ColumnType::Real || call.type != ColumnType::Real)
        return call.refusal.unsupportedType(call.node, columnTypeName(value.type));
    return SqlExpression{u"kql_ceiling(" + value.sql + u')', ColumnType::Real, value.nullable};
}

/// A value, a size and a place of one type; of times the size is a timespan.
Result<SqlExpression> binAtPlace(const FunctionCall &call, const SqlExpression &value,
                                 const SqlExpression &size, const SqlExpression &at)
{
    const bool times = (value.type == ColumnType::DateTime || value.type == ColumnType::TimeSpan) &&
                       size.type == ColumnType::TimeSpan && at.type == value.type;
    if (!times && !(isNumber(value.type) && isNumber(size.type) && isNumber(at.type)))
        return call.refusal.unsupportedType(call.node, columnTypeName(value.type));
    const bool whole =
        times || (isWholeNumber(value.type) && isWholeNumber(size.type) && isWholeNumber(at.type));
    const auto fit = [whole, times](const SqlExpression &each) {
        return times ? each.sql : widened(each, whole ? ColumnType::Long : ColumnType::Real).sql;
    };
    const QString sql = QStringView(whole ? u"kql_bin_at_long(" : u"kql_bin_at_real(") + fit(value) + u", " +
                        fit(size) + u", " + fit(at) + u')';
    const ColumnType found = times ? value.type : whole ? ColumnType::Long : ColumnType::Real;
    if (!widens(found, call.type) && call.type != ColumnType::Int)
        return call.refusal.unsupportedType(call.node, columnTypeName(call.type));
    return SqlExpression{u"CAST(" + sql + u" AS " + sqlTypeName(call.type) + u')', call.type, true};
}

Result<SqlExpression> binAtFixed(const FunctionCall &call)
{
    if (call.arguments.size() != 3)
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    return binAtPlace(call, call.arguments.at(0), call.arguments.at(1), call.arguments.at(2));
}

/// The size and the place are options of the query.
Result<SqlExpression> binAuto(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    const auto size = call.options.constFind(QStringLiteral("query_bin_auto_size"));
    if (size == call.options.cend())
        return call.refusal.unsupportedFunction(call.node, call.node.symbol);
    const SqlExpression start = isNumber(value.type) ? longLiteral(0) : longLiteral(0, value.type);
    return binAtPlace(call, value, *size, call.options.value(QStringLiteral("query_bin_auto_at"), start));
}

/// max_of and min_of; nulls do not count.
Result<SqlExpression> extremeOf(const FunctionCall &call)
{
    const bool ordered = isNumber(call.type) || call.type == ColumnType::DateTime ||
                         call.type == ColumnType::TimeSpan || call.type == ColumnType::String;
    QStringList values;
    bool nullable = true;
    for (const SqlExpression &argument : call.arguments) {
        if (!ordered || !widens(argument.type, call.type))
            return call.refusal.unsupportedType(call.node, columnTypeName(argument.type));
        values.append(widened(argument, call.type).sql);
        nullable = nullable && argument.nullable;
    }
    const QString name =
        call.node.symbol == u"max_of" ? QStringLiteral("greatest(") : QStringLiteral("least(");
    return SqlExpression{name + values.join(QStringLiteral(", ")) + u')', call.type, nullable};
}

/// Of [0, 1), or a whole number below the argument.
Result<SqlExpression> randomNumber(const FunctionCall &call)
{
    if (call.arguments.empty())
        return SqlExpression{QStringLiteral("random()"), ColumnType::Real, false};
    if (!isWholeNumber(call.arguments.front().type))
        return call.refusal.unsupportedType(call.node, columnTypeName(call.arguments.front().type));
    const QString number = u"floor(random() * " + call.arguments.front().sql + u')';
    return SqlExpression{u"CAST(" + number + u" AS " + sqlTypeName(call.type) + u')', call.type, true};
}

/// An int has half as many digits as a long.
Result<SqlExpression> toHexadecimal(const FunctionCall &call)
{
    const SqlExpression &value = call.arguments.front();
    for (const SqlExpression &argument : call.arguments) {
        if (!isWholeNumber(argument.type))
            return call.refusal.unsupportedType(call.node, columnTypeName(argument.type));
    }
    const SqlExpression digits = call.arguments.size() > 1 ? call.arguments.at(1) : longLiteral(0);
    const QLatin1StringView bits(value.type == ColumnType::Int ? "32" : "64");
    return SqlExpression{u"COALESCE(kql_hexadecimal(" + widened(value, ColumnType::Long).sql + u", " + bits +
                             u", " + widened(digits, ColumnType::Long).sql + u"), '')",
                         ColumnType::String, false};
}

} // namespace

const std::vector<ScalarFunction> &mathFunctions()
{
    using T = ColumnType;
    static const std::vector<ScalarFunction> table = {
        {"sqrt", {T::Real}, "kql_sqrt($1)", true},
        {"exp", {T::Real}, "kql_exp($1)"},
        {"exp2", {T::Real}, "kql_exp2($1)"},
        {"exp10", {T::Real}, "kql_exp10($1)"},
        {"log", {T::Real}, "kql_log($1)", true},
        {"log2", {T::Real}, "kql_log2($1)", true},
        {"log10", {T::Real}, "kql_log10($1)", true},
        {"pow", {T::Real, T::Real}, "kql_pow($1, $2)"},
        {"sin", {T::Real}, "kql_sin($1)"},
        {"cos", {T::Real}, "kql_cos($1)"},
        {"tan", {T::Real}, "kql_tan($1)"},
        {"cot", {T::Real}, "kql_cot($1)"},
        {"asin", {T::Real}, "kql_asin($1)", true},
        {"acos", {T::Real}, "kql_acos($1)", true},
        {"atan", {T::Real}, "kql_atan($1)"},
        {"atan2", {T::Real, T::Real}, "kql_atan2($1, $2)"},
        {"degrees", {T::Real}, "kql_degrees($1)"},
        {"radians", {T::Real}, "kql_radians($1)"},
        {"pi", {}, "pi()"},
        {"sign", {T::Real}, "kql_sign($1)"},
        {"ceiling", {}, nullptr, false, ceiling},
        {"binary_and", {T::Long, T::Long}, "($1 & $2)"},
        {"binary_or", {T::Long, T::Long}, "($1 | $2)"},
        {"binary_xor", {T::Long, T::Long}, "xor($1, $2)"},
        {"binary_not", {T::Long}, "(~$1)"},
        {"binary_shift_left", {T::Long, T::Long}, "kql_shift_left($1, $2)", true},
        {"binary_shift_right", {T::Long, T::Long}, "kql_shift_right($1, $2)", true},
        {"bitset_count_ones", {T::Long}, "kql_count_ones($1)"},
        {"tohex", {}, nullptr, false, toHexadecimal},
        {"bin_at", {}, nullptr, false, binAtFixed},
        {"bin_auto", {}, nullptr, false, binAuto},
        {"max_of", {}, nullptr, false, extremeOf},
        {"min_of", {}, nullptr, false, extremeOf},
        {"rand", {}, nullptr, false, randomNumber},
        {"new_guid", {}, "CAST(gen_random_uuid() AS VARCHAR)"},
    };
    return table;
}

bool registerMathFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries) && registerDistributionFunctions(connection);
}

} // namespace sonde
