#include "engine/distributions.h"

#include "engine/scalarfunction.h"

#include <cmath>
#include <limits>

namespace sonde {

namespace {

using std::optional;

double errorFunction(double value)
{
    return std::erf(value);
}

double complementaryErrorFunction(double value)
{
    return std::erfc(value);
}

double gammaOf(double value)
{
    return std::tgamma(value);
}

double logGamma(double value)
{
    return std::lgamma(value);
}

/// The continued fraction of the incomplete beta function, by Lentz's method.
double betaFraction(double x, double a, double b)
{
    constexpr double tiny = 1e-300;
    constexpr int mostTerms = 100'000; // some times the root of the largest parameter would do
    const auto away = [](double value) { return std::fabs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= mostTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        fraction *= d * c;
        if (std::fabs(d * c - 1) < std::numeric_limits<double>::epsilon())
            break;
    }
    return fraction;
}

/// The logarithm of what the beta function is one part of, in more digits than the answer has.
long double logBeta(long double a, long double b)
{
    return std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b);
}

/// The regularised incomplete beta function for x in [0, 1].
double incompleteBeta(double x, double a, double b)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    const long double exponent = logBeta(a, b) + a * std::log(static_cast<long double>(x)) +
                                 b * std::log1p(static_cast<long double>(-x));
    const auto front = static_cast<double>(std::exp(exponent));
    // The fraction ends soon on one side of the mean only.
    if (x < (a + 1) / (a + b + 2))
        return front * betaFraction(x, a, b) / a;
    return 1 - front * betaFraction(1 - x, b, a) / b;
}

bool isParameter(double value)
{
    constexpr double largest = 10'000; // of the reference
    return value > 0 && value <= largest;
}

double betaCdf(double x, double alpha, double beta)
{
    if (!(x >= 0 && x <= 1) || !isParameter(alpha) || !isParameter(beta))
        return std::nan("");
    return incompleteBeta(x, alpha, beta);
}

double betaPdf(double x, double alpha, double beta)
{
    if (!(x > 0 && x < 1) || !(alpha > 0) || !(beta > 0))
        return std::nan("");
    const long double exponent = logBeta(alpha, beta) + (alpha - 1) * std::log(static_cast<long double>(x)) +
                                 (beta - 1) * std::log1p(static_cast<long double>(-x));
    return static_cast<double>(std::exp(exponent));
}

/// How likely two samples of the same mean lie at least so far apart, by Welch's t-test on both sides.
double welchTest(double mean1, double variance1, double count1, double mean2, double variance2, double count2)
{
    const double first = variance1 / count1;
    const double second = variance2 / count2;
    const double square = (mean1 - mean2) * (mean1 - mean2) / (first + second);
    const double freedom =
        (first + second) * (first + second) / (first * first / (count1 - 1) + second * second / (count2 - 1));
    if (!std::isfinite(square) || !std::isfinite(freedom) || freedom <= 0)
        return std::nan("");
    return incompleteBeta(freedom / (freedom + square), freedom / 2, 0.5);
}

constexpr duck::NamedFunction entries[] = {
    {"kql_erf", duck::registerFunction<errorFunction>},
    {"kql_erfc", duck::registerFunction<complementaryErrorFunction>},
    {"kql_gamma", duck::registerFunction<gammaOf>},
    {"kql_log_gamma", duck::registerFunction<logGamma>},
    {"kql_beta_cdf", duck::registerFunction<betaCdf>},
    {"kql_beta_pdf", duck::registerFunction<betaPdf>},
    {"kql_welch_test", duck::registerFunction<welchTest>},
};

} // namespace

const std::vector<ScalarFunction> &distributionFunctions()
{
    constexpr ColumnType real = ColumnType::Real;
    static const std::vector<ScalarFunction> table = {
        {"erf", {real}, "kql_erf($1)"},
        {"erfc", {real}, "kql_erfc($1)"},
        {"gamma", {real}, "kql_gamma($1)"},
        {"loggamma", {real}, "kql_log_gamma($1)"},
        {"beta_cdf", {real, real, real}, "kql_beta_cdf($1, $2, $3)"},
        {"beta_pdf", {real, real, real}, "kql_beta_pdf($1, $2, $3)"},
        {"welch_test", {real, real, real, real, real, real}, "kql_welch_test($1, $2, $3, $4, $5, $6)"},
    };
    return table;
}

bool registerDistributionFunctions(duckdb_connection connection)
{
    return duck::registerAll(connection, entries);
}

} // namespace sonde
