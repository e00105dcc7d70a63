#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Arithmetic over lists of numbers, and distributions: the reference's own examples and the edges of its
/// rules, with values written down here.
class TestSeriesFunctions : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void columns_data();
    void columns();

private:
    EngineFixture m_fixture;
};

void TestSeriesFunctions::values_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    // Each element by itself; what is no number becomes null, one real makes reals of all
    row("series_abs(dynamic([-6.5, 0, 8.2]))", "[6.5,0.0,8.2]");
    row("series_abs(dynamic([-3, null, \"x\", true]))", "[3,null,null,null]");
    row("series_abs(todynamic(\"x\"))", "null");
    row("series_sign(dynamic([-6, 0, 8]))", "[-1,0,1]");
    row("series_floor(dynamic([-1.5, 1, 2.5]))", "[-2.0,1.0,2.0]");
    row("series_ceiling(dynamic([-1.5, 1, 2.5]))", "[-1.0,1.0,3.0]");
    row("series_exp(dynamic([0, 1]))", "[1.0,2.718281828459045]");
    row("series_log(dynamic([1, 0, -1]))", "[0.0,\"-Infinity\",\"NaN\"]");
    row("series_sin(dynamic([0]))", "[0.0]");
    row("series_cos(dynamic([0]))", "[1.0]");
    row("series_tan(dynamic([0]))", "[0.0]");
    row("series_asin(dynamic([0, 2]))", "[0.0,\"NaN\"]");
    row("series_acos(dynamic([1]))", "[0.0]");
    row("series_atan(dynamic([0]))", "[0.0]");
    row("series_abs(dynamic([]))", "[]");
    // Two lists
    row("series_add(dynamic([1, 2, 4]), dynamic([4, 2, 1]))", "[5,4,5]");
    row("series_add(dynamic([1, 2, 3]), dynamic([1, 2.5]))", "[2.0,4.5,null]");
    row("series_subtract(dynamic([1, 2]), dynamic([4, null]))", "[-3,null]");
    row("series_multiply(dynamic([1, 2, 4]), dynamic([4, 2, 1]))", "[4,4,4]");
    row("series_multiply(dynamic([1, 2]), 2)", "[2,4]");
    row("series_multiply(dynamic([9223372036854775807]), 2)",
        "E_QUERY_FAILED A whole number in a series is too large.");
    row("series_divide(dynamic([1, 2, 4]), dynamic([4, 2, 1]))", "[0.25,1.0,4.0]");
    row("series_divide(dynamic([2, 0]), dynamic([0, 0]))", "[\"Infinity\",\"NaN\"]");
    row("series_pow(dynamic([1, 2, 3, 4]), dynamic([1, 2, 3, 0.5]))", "[1.0,4.0,27.0,2.0]");
    row("series_equals(dynamic([1, 2, 4]), dynamic([4, 2, 1]))", "[false,true,false]");
    row("series_equals(dynamic([1]), dynamic([1.0]))", "[true]");
    row("series_not_equals(dynamic([1, 2]), dynamic([1, 3, 4]))", "[false,true,null]");
    row("series_less(dynamic([1, 2]), dynamic([2, 2]))", "[true,false]");
    row("series_less_equals(dynamic([1, 2]), dynamic([2, 2]))", "[true,true]");
    row("series_greater(dynamic([1, 2]), dynamic([0, 2]))", "[true,false]");
    row("series_greater_equals(dynamic([1, 2, 3]), 1.5)", "[false,true,true]");
    row("series_less(9007199254740993, dynamic([9007199254740992]))", "[false]");
    row("series_add(1, 2)",
        "SEM0100 The function 'series_add' is not compatible with arguments (long, long)");
    // One number
    row("series_sum(dynamic([1, 2, 3, 4]))", "10");
    row("series_sum(dynamic([1, null]))", "E_QUERY_FAILED An element of a series is not a number.");
    row("series_product(dynamic([1, 2, 3, 4]))", "24");
    row("series_magnitude(dynamic([1, 2, 3, 4]))", "5.47722557505166");
    row("series_dot_product(dynamic([1, 2, 4]), dynamic([4, 2, 1]))", "12");
    row("series_dot_product(dynamic([1, 2, 4]), dynamic([4, null]))", "4");
    row("series_dot_product(dynamic([1, 2, 4]), 3)", "21");
    row("series_dot_product(dynamic([]), dynamic([1]))", "null");
    row("series_cosine_similarity(dynamic([0.1, 0.2, 0.1, 0.2]), dynamic([1, 2, 3, 4]))",
        "0.923760430703401");
    row("series_cosine_similarity(dynamic([3, 4]), dynamic([3, 4]), 5, 5)", "1");
    row("series_pearson_correlation(dynamic([1, 2, 3, 4, 5]), dynamic([2, 4, 6, 8, 10]))", "1");
    row("series_pearson_correlation(dynamic([1, 2]), dynamic([2]))", "null");
    row("series_stats_dynamic(dynamic([1, 5, 3]))",
        "{\"min\":1.0,\"min_idx\":0,\"max\":5.0,\"max_idx\":1,\"avg\":3.0,\"stdev\":2.0,\"variance\":4.0,"
        "\"sum\":9.0,\"len\":3}");
    // Filters
    row("series_fir(dynamic([0, 2, 3]), dynamic([1, -1]), false, false)", "[0.0,2.0,1.0]");
    row("series_fir(dynamic([0, 2, 3]), dynamic([1, -1]), true)", "null");
    row("series_fir(dynamic([0, 0, 10, 20, 40, 100, 40, 20, 10, 0, 0]), dynamic([1, 1, 1, 1, 1]))",
        "[0.0,0.0,2.0,6.0,14.0,34.0,42.0,44.0,42.0,34.0,14.0]");
    row("series_fir(dynamic([0, 0, 10, 20, 40, 100, 40, 20, 10, 0, 0]), dynamic([1, 1, 1, 1, 1]), true, "
        "true)",
        "[2.0,6.0,14.0,34.0,42.0,44.0,42.0,34.0,14.0,6.0,2.0]");
    row("series_iir(dynamic([1.0, 2, 3, 4]), dynamic([1]), dynamic([1, -1]))", "[1.0,3.0,6.0,10.0]");
    row("series_iir(dynamic([1]), dynamic([1]), dynamic([0]))",
        "E_QUERY_FAILED The first denominator of “series_iir” is zero.");
    row("series_fir(range(1, 20000, 1), range(1, 20000, 1))",
        "E_QUERY_FAILED The series and the filter of “series_fir” or “series_iir” are too long.");
    row("series_iir(range(1, 20000, 1), dynamic([1]), range(1, 20000, 1))",
        "E_QUERY_FAILED The series and the filter of “series_fir” or “series_iir” are too long.");
    row("array_length(series_fir(range(1, 10000, 1), range(1, 1000, 1)))", "10000");
    // The numbers that JSON lacks are numbers here, too
    row("series_fill_const(series_divide(dynamic([1, 2]), dynamic([0, 1])), 0)", "[\"Infinity\",2.0]");
    row("series_fill_forward(dynamic([1, null, \"-Infinity\", null]))", "[1,1,\"-Infinity\",\"-Infinity\"]");
    row("series_fill_linear(dynamic([1.0, null, \"Infinity\"]))", "[1.0,\"Infinity\",\"Infinity\"]");
    row("series_fill_linear(dynamic([\"NaN\", null, 1.0]))", "[\"NaN\",\"NaN\",1.0]");
    row("series_fill_linear(dynamic([1, null, 1e300]))", "[1,5E+299,1E+300]");
    row("series_fill_const(dynamic([1, \"x\"]), 0)", "null");
    // Distributions
    row("erf(1)", "0.842700792949715");
    row("erfc(0)", "1");
    row("gamma(5)", "24");
    row("loggamma(5)", "3.17805383034795");
    row("beta_cdf(0.9, 10.0, 20.0)", "0.999999999999959");
    row("beta_cdf(1.5, 10.0, 20.0)", "NaN");
    row("beta_cdf(0.1, -1.0, 20.0)", "NaN");
    row("beta_cdf(0, 1, 1)", "0");
    row("beta_pdf(0.5, 10.0, 20.0)", "0.746176019310951");
    row("beta_pdf(0, 10.0, 20.0)", "NaN");
    row("beta_cdf(real(null), 1, 1)", "null");
    row("round(welch_test(20.8, 7.9, 15, 23.0, 3.8, 15), 2)", "0.02");
    row("isascii(\"a\")", "true");
    row("isascii(\"\u00e9\")", "false");
    // Times and JSON
    row("make_timespan(1, 12)", "01:12:00");
    row("make_timespan(24, 0)", "null");
    row("make_timespan(1, 12, 30)", "01:12:30");
    row("make_timespan(1, 12, 30, 55)", "1.12:30:55");
    row("extract_json(\"$.a\", '{\"a\":\"x\"}')", "'x'");
    row("extractjson(\"$.a\", '{\"a\":\"30\"}', typeof(long))", "30");
    row("extract_json(\"$['a b'][1].c\", '{\"a b\":[0,{\"c\":5}]}', typeof(int))", "5");
    row("extract_json(\"$.a\", '{\"a\":{\"b\":1}}')", "'{\"b\":1}'");
    row("extract_json(\"$.b\", '{\"a\":1}')", "''");
    row("extract_json(\"$.b\", '{\"a\":1}', typeof(long))", "null");
    row("extract_json(\"$.a\", 'no json')", "''");
    row("extract_json(\"$['a]b'].c\", '{\"a]b\":{\"c\":5}}', typeof(long))", "5");
    row("extract_json(\"$['a.b']['c\", '{\"a.b\":1}', typeof(long))", "null");
    row("extract_json(\"$\", '[1]')", "'[1]'");
    row("extract_json(\"$.a[2]\", '{\"a\":[1]}', typeof(long))", "null");
}

void TestSeriesFunctions::values()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

void TestSeriesFunctions::columns_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    QTest::newRow("series_stats")
        << QStringLiteral("print x = dynamic([23, 46, 23, 87, 4, 8, 3, 75, 2, 56, 13, 75, 32, 16, "
                          "29]) | project series_stats(x)")
        << QStringLiteral("series_stats_x_min:real, series_stats_x_min_idx:long, "
                          "series_stats_x_max:real, series_stats_x_max_idx:long, "
                          "series_stats_x_avg:real, series_stats_x_stdev:real, "
                          "series_stats_x_variance:real|2, 8, 87, 3, 32.8, 28.5036338535483, "
                          "812.457142857143");
    QTest::newRow("of two")
        << QStringLiteral("print x = dynamic([1, null]) | extend (a, b) = series_stats(x) | project x, a, b")
        << QStringLiteral("x:dynamic, a:real, b:long|[1,null], null, null");
    QTest::newRow("ignoring")
        << QStringLiteral(
               "print x = dynamic([7, null, 5]) | extend (a, b) = series_stats(x, true) | project x, a, b")
        << QStringLiteral("x:dynamic, a:real, b:long|[7,null,5], 5, 2");
}

void TestSeriesFunctions::columns()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestSeriesFunctions)
#include "tst_seriesfunctions.moc"
