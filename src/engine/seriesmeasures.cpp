#include "engine/seriesmeasures.h"

#include "engine/dynamicvalue.h"
#include "engine/scalarfunction.h"
#include "engine/serieslist.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace sonde {

namespace {

using std::optional;
using std::string;
using std::string_view;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

// One number of a list

/// What these functions make of an element that is no number, the reference leaves open.
std::vector<double> numbersOf(const Series &series)
{
    if (!series.isNumeric())
        throw duck::Failure{failures::seriesElement};
    std::vector<double> numbers;
    for (const optional<double> &value : series.reals)
        numbers.push_back(*value);
    return numbers;
}

optional<double> sum(string_view json)
{
    const optional<Series> series = Series::parse(json);
    if (!series)
        return {};
    double total = 0;
    for (const double value : numbersOf(*series))
        total += value;
    return total;
}

optional<double> product(string_view json)
{
    const optional<Series> series = Series::parse(json);
    if (!series)
        return {};
    double total = 1;
    for (const double value : numbersOf(*series))
        total *= value;
    return total;
}

optional<double> magnitude(string_view json)
{
    const optional<Series> series = Series::parse(json);
    if (!series)
        return {};
    double total = 0;
    for (const double value : numbersOf(*series))
        total += value * value;
    return std::sqrt(total);
}

/// As far as the shorter list goes; what is no number does not count.
optional<double> dotProduct(string_view first, string_view second)
{
    const optional<Series> left = Series::parse(first);
    const optional<Series> right = Series::parse(second);
    if (!left || !right || left->size() == 0 || right->size() == 0)
        return {};
    double total = 0;
    for (std::size_t i = 0; i < std::min(left->size(), right->size()); ++i) {
        if (left->reals[i] && right->reals[i])
            total += *left->reals[i] * *right->reals[i];
    }
    return total;
}

/// A magnitude that is not given is that of the part of the list that counts.
optional<double> cosineSimilarity(string_view first, string_view second, optional<double> leftMagnitude,
                                  optional<double> rightMagnitude)
{
    const optional<Series> left = Series::parse(first);
    const optional<Series> right = Series::parse(second);
    const optional<double> dot = dotProduct(first, second);
    if (!left || !right || !dot)
        return {};
    double leftSquares = 0;
    double rightSquares = 0;
    for (std::size_t i = 0; i < std::min(left->size(), right->size()); ++i) {
        if (left->reals[i] && right->reals[i]) {
            leftSquares += *left->reals[i] * *left->reals[i];
            rightSquares += *right->reals[i] * *right->reals[i];
        }
    }
    return *dot / (leftMagnitude.value_or(std::sqrt(leftSquares)) *
                   rightMagnitude.value_or(std::sqrt(rightSquares)));
}

optional<double> pearson(string_view first, string_view second)
{
    const optional<Series> left = Series::parse(first);
    const optional<Series> right = Series::parse(second);
    if (!left || !right || left->size() != right->size() || !left->isNumeric() || !right->isNumeric())
        return {};
    const auto count = static_cast<double>(left->size());
    double leftMean = 0;
    double rightMean = 0;
    for (std::size_t i = 0; i < left->size(); ++i) {
        leftMean += *left->reals[i] / count;
        rightMean += *right->reals[i] / count;
    }
    double both = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (std::size_t i = 0; i < left->size(); ++i) {
        const double a = *left->reals[i] - leftMean;
        const double b = *right->reals[i] - rightMean;
        both += a * b;
        leftSquares += a * a;
        rightSquares += b * b;
    }
    return both / std::sqrt(leftSquares * rightSquares);
}

/// `[min, min_idx, max, max_idx, avg, stdev, variance, sum, len]`; nulls where a value that is not finite
/// counts.
optional<string> stats(string_view json, bool ignoreNonFinite)
{
    const optional<Series> series = Series::parse(json);
    if (!series)
        return {};
    const auto isFinite = [](const optional<double> &value) { return value && std::isfinite(*value); };
    const auto count = std::count_if(series->reals.cbegin(), series->reals.cend(), isFinite);
    if (count == 0 || (!ignoreNonFinite && static_cast<std::size_t>(count) != series->size()))
        return "[null,null,null,null,null,null,null,null,null]";
    double total = 0;
    std::size_t smallest = series->size();
    std::size_t largest = series->size();
    for (std::size_t i = 0; i < series->size(); ++i) {
        const optional<double> &value = series->reals[i];
        if (!isFinite(value))
            continue;
        total += *value;
        if (smallest == series->size() || *value < *series->reals[smallest])
            smallest = i;
        if (largest == series->size() || *value > *series->reals[largest])
            largest = i;
    }
    const double mean = total / static_cast<double>(count);
    double squares = 0;
    for (const optional<double> &value : series->reals)
        squares += isFinite(value) ? (*value - mean) * (*value - mean) : 0;
    const double variance = count > 1 ? squares / static_cast<double>(count - 1) : 0;
    ListText list;
    list.add(jsonReal(*series->reals[smallest]));
    list.add(std::to_string(smallest));
    list.add(jsonReal(*series->reals[largest]));
    list.add(std::to_string(largest));
    for (const double value : {mean, std::sqrt(variance), variance, total})
        list.add(jsonReal(value));
    list.add(std::to_string(series->size()));
    return list.end();
}

// Filters. What lies before the first element, and behind the last one, is zero.

/// As long as these take a moment, no more: nothing stops them.
void requireSteps(std::size_t values, std::size_t factors)
{
    constexpr std::size_t mostSteps = std::size_t(1) << 28;
    if (factors > 0 && values > mostSteps / factors)
        throw duck::Failure{failures::seriesLong};
}

optional<string> finiteFilter(string_view json, string_view filter, optional<bool> normalize, bool center)
{
    const optional<Series> series = Series::parse(json);
    const optional<Series> coefficients = Series::parse(filter);
    if (!series || !coefficients)
        return {};
    std::vector<double> factors = numbersOf(*coefficients);
    const std::vector<double> values = numbersOf(*series);
    const bool isNegative = std::any_of(factors.cbegin(), factors.cend(), [](double f) { return f < 0; });
    if (normalize.value_or(!isNegative)) {
        if (isNegative)
            return {};
        double total = 0;
        for (const double factor : factors)
            total += factor;
        for (double &factor : factors)
            factor /= total;
    }
    // A filter of an even length has no middle.
    if (center && factors.size() % 2 == 0)
        throw duck::Failure{failures::seriesCentre};
    requireSteps(values.size(), factors.size());
    const std::size_t ahead = center ? factors.size() / 2 : 0;
    ListText list;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double total = 0;
        for (std::size_t j = 0; j < factors.size(); ++j) {
            if (i + ahead >= j && i + ahead - j < values.size())
                total += factors[j] * values[i + ahead - j];
        }
        list.add(jsonReal(total));
    }
    return list.end();
}

optional<string> infiniteFilter(string_view json, string_view numerators, string_view denominators)
{
    const optional<Series> series = Series::parse(json);
    const optional<Series> over = Series::parse(numerators);
    const optional<Series> under = Series::parse(denominators);
    if (!series || !over || !under)
        return {};
    const std::vector<double> x = numbersOf(*series);
    const std::vector<double> b = numbersOf(*over);
    const std::vector<double> a = numbersOf(*under);
    if (a.empty() || a.front() == 0)
        throw duck::Failure{failures::seriesDenominator};
    requireSteps(x.size(), a.size() + b.size());
    std::vector<double> y;
    ListText list;
    for (std::size_t i = 0; i < x.size(); ++i) {
        double total = 0;
        for (std::size_t j = 0; j < b.size() && j <= i; ++j)
            total += b[j] * x[i - j];
        for (std::size_t j = 1; j < a.size() && j <= i; ++j)
            total -= a[j] * y[i - j];
        y.push_back(total / a.front());
        list.add(jsonReal(y.back()));
    }
    return list.end();
}

constexpr duck::NamedFunction entries[] = {
    {"kql_series_sum", duck::registerFunction<sum>},
    {"kql_series_product", duck::registerFunction<product>},
    {"kql_series_magnitude", duck::registerFunction<magnitude>},
    {"kql_series_dot_product", duck::registerFunction<dotProduct>},
    {"kql_series_cosine_similarity", duck::registerFunction<cosineSimilarity>},
    {"kql_series_pearson_correlation", duck::registerFunction<pearson>},
    {"kql_series_stats", duck::registerFunction<stats>},
    {"kql_series_fir", duck::registerFunction<finiteFilter>},
    {"kql_series_iir", duck::registerFunction<infiniteFilter>},
};

tl::unexpected<Error> refuse(const FunctionCall &call)
{
    return call.refusal.unsupported(
        call.node, Words::tr("the function “%1” with these arguments").arg(call.node.symbol));
}

/// Two lists, or a list and a number that stands for as many.
Result<SqlExpression> dotProductCall(const FunctionCall &call)
{
    const auto lists = seriesPair(call);
    if (!lists)
        return failure(lists.error());
    return SqlExpression{u"kql_series_dot_product(" + lists->first + u", " + lists->second + u')', call.type,
                         true};
}

Result<SqlExpression> similarityCall(const FunctionCall &call)
{
    const auto lists = seriesPair(call);
    if (!lists)
        return failure(lists.error());
    QStringList magnitudes;
    for (std::size_t i = 2; i < 4; ++i) {
        if (call.arguments.size() > i && !isNumber(call.arguments.at(i).type))
            return refuse(call);
        magnitudes.append(call.arguments.size() > i ? widened(call.arguments.at(i), ColumnType::Real).sql
                                                    : QStringLiteral("CAST(NULL AS DOUBLE)"));
    }
    return SqlExpression{u"kql_series_cosine_similarity(" + lists->first + u", " + lists->second + u", " +
                             magnitudes.join(QStringLiteral(", ")) + u')',
                         ColumnType::Real, true};
}

/// The argument as a truth value, or what goes where there is none.
Result<QString> flag(const FunctionCall &call, std::size_t index, const QString &standard)
{
    if (call.arguments.size() <= index)
        return standard;
    if (call.arguments.at(index).type != ColumnType::Bool)
        return refuse(call);
    return call.arguments.at(index).sql;
}

/// series_stats(series, ignore): a list, whose members become columns.
Result<SqlExpression> statsCall(const FunctionCall &call)
{
    const auto ignore = flag(call, 1, QStringLiteral("FALSE"));
    if (!ignore || call.arguments.front().type != ColumnType::Dynamic)
        return ignore ? refuse(call) : failure(ignore.error());
    return SqlExpression{u"kql_series_stats(" + call.arguments.front().sql + u", COALESCE(" + *ignore +
                             u", FALSE))",
                         ColumnType::Dynamic, true};
}

/// A bag of the same; where values that are not finite count, of nulls.
Result<SqlExpression> statsBagCall(const FunctionCall &call)
{
    const auto list = statsCall(call);
    if (!list)
        return list;
    return SqlExpression{u"kql_bag_zip('[\"min\",\"min_idx\",\"max\",\"max_idx\",\"avg\",\"stdev\","
                         u"\"variance\",\"sum\",\"len\"]', " +
                             list->sql + u')',
                         ColumnType::Dynamic, true};
}

Result<SqlExpression> finiteFilterCall(const FunctionCall &call)
{
    const auto normalize = flag(call, 2, QStringLiteral("CAST(NULL AS BOOLEAN)"));
    const auto center = flag(call, 3, QStringLiteral("FALSE"));
    if (!normalize || !center)
        return failure(normalize ? center.error() : normalize.error());
    if (call.arguments.size() < 2 || call.arguments.at(0).type != ColumnType::Dynamic ||
        call.arguments.at(1).type != ColumnType::Dynamic)
        return refuse(call);
    return SqlExpression{u"kql_series_fir(" + call.arguments.at(0).sql + u", " + call.arguments.at(1).sql +
                             u", " + *normalize + u", " + *center + u')',
                         ColumnType::Dynamic, true};
}

} // namespace

Result<std::pair<QString, QString>> seriesPair(const FunctionCall &call)
{
    if (call.arguments.size() < 2)
        return refuse(call);
    const SqlExpression &left = call.arguments.at(0);
    const SqlExpression &right = call.arguments.at(1);
    const auto spreadOver = [](const SqlExpression &number, const SqlExpression &list) {
        return QString(u"kql_series_spread(" + list.sql + u", " + toJson(number) + u')');
    };
    if (left.type == ColumnType::Dynamic && right.type == ColumnType::Dynamic)
        return std::pair{left.sql, right.sql};
    if (left.type == ColumnType::Dynamic && isNumber(right.type))
        return std::pair{left.sql, spreadOver(right, left)};
    if (isNumber(left.type) && right.type == ColumnType::Dynamic)
        return std::pair{spreadOver(left, right), right.sql};
    return refuse(call);
}

const std::vector<ScalarFunction> &seriesMeasures()
{
    using T = ColumnType;
    const auto built = [](const char *name, ScalarFunction::Build build) {
        return ScalarFunction{name, {}, nullptr, false, build};
    };
    static const std::vector<ScalarFunction> table = {
        {"series_sum", {T::Dynamic}, "kql_series_sum($1)", true},
        {"series_product", {T::Dynamic}, "kql_series_product($1)", true},
        {"series_magnitude", {T::Dynamic}, "kql_series_magnitude($1)", true},
        {"series_pearson_correlation",
         {T::Dynamic, T::Dynamic},
         "kql_series_pearson_correlation($1, $2)",
         true},
        {"series_iir", {T::Dynamic, T::Dynamic, T::Dynamic}, "kql_series_iir($1, $2, $3)", true},
        built("series_dot_product", dotProductCall),
        built("series_cosine_similarity", similarityCall),
        built("series_stats", statsCall),
        built("series_stats_dynamic", statsBagCall),
        built("series_fir", finiteFilterCall),
    };
    return table;
}

bool registerSeriesMeasures(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
