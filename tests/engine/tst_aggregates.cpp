#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Aggregate functions: what they make of small tables, with values written down here.
class TestAggregates : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();

private:
    EngineFixture m_fixture;
};

void TestAggregates::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    // Lists, sets and bags
    row("range x from 1 to 5 step 1 | sort by x desc | summarize make_list(x)", "list_x:dynamic|[5,4,3,2,1]");
    row("datatable(x:int) [1, int(null), 2] | summarize a = make_list(x), b = make_list_with_nulls(x)",
        "a:dynamic, b:dynamic|[1,2], [1,null,2]");
    row("range x from 1 to 5 step 1 | where x > 9 | summarize make_list(x), make_set(x), "
        "make_bag(bag_pack(\"a\", x))",
        "list_x:dynamic, set_x:dynamic, bag_:dynamic|[], [], {}");
    row("range x from 1 to 9 step 1 | summarize a = make_list(x, 2), b = make_list_if(x, x > 5), c = "
        "make_list_if(x, x > 5, 1)",
        "a:dynamic, b:dynamic, c:dynamic|[1,2], [6,7,8,9], [6]");
    row("range x from 1 to 9 step 1 | summarize a = make_set(x % 3), b = make_set_if(x, x > 8), c = "
        "array_length(makelist(x))",
        "a:dynamic, b:dynamic, c:long|[1,2,0], [9], 9");
    row("range x from 1 to 200 step 1 | summarize a = array_length(makeset(x)), b = "
        "array_length(make_set(x))",
        "a:long, b:long|128, 200");
    row("datatable(d:dynamic) [dynamic([\"a\",\"b\"]), dynamic([\"b\",\"c\"])] | summarize make_set(d), "
        "make_list(d)",
        "set_d:dynamic, list_d:dynamic|[\"a\",\"b\",\"c\"], [[\"a\",\"b\"],[\"b\",\"c\"]]");
    row("datatable(p:string, v:int) [\"a\", 1, \"b\", 2, \"a\", 3] | extend d = bag_pack(p, v) | summarize x "
        "= make_bag(d), y = make_bag_if(d, v > 1)",
        "x:dynamic, y:dynamic|{\"a\":1,\"b\":2}, {\"b\":2,\"a\":3}");
    row("print s = \"x\" | summarize make_list(s), make_list(1.0), make_list(2s)",
        "list_s:dynamic, list_:dynamic, list_1:dynamic|[\"x\"], [1.0], [\"00:00:02\"]");
    row("datatable(v: dynamic) [dynamic({\"x\":1, \"y\":3.5}), dynamic({\"x\":\"s\", \"z\":[1, \"a\"]}), "
        "dynamic({\"y\":{\"w\":\"zzz\"}})] | summarize buildschema(v)",
        "schema_v:dynamic|{\"x\":[\"long\",\"string\"],\"y\":[\"double\",{\"w\":\"string\"}],"
        "\"z\":{\"`indexer`\":[\"long\",\"string\"]}}");
    // One row of many
    row("datatable(F:string, C:string, V:int) [\"Apple\", \"Red\", 1, \"Apple\", \"Green\", int(null), "
        "\"Banana\", \"Yellow\", int(null), \"Pear\", \"Brown\", 1, \"Pear\", \"Green\", 2] | summarize "
        "arg_max(V, *) by F | sort by F asc",
        "F:string, V:int, C:string|'Apple', 1, 'Red'|'Banana', null, 'Yellow'|'Pear', 2, 'Green'");
    row("datatable(k:int, a:string, b:int) [1, \"x\", int(null), 2, \"y\", 5] | summarize arg_min(k, a, b)",
        "k:int, a:string, b:int|1, 'x', null");
    row("datatable(k:int, a:string) [1, \"x\", 2, \"y\"] | summarize (m, n) = arg_max(k, a)",
        "m:int, n:string|2, 'y'");
    row("datatable(k:int, a:string) [1, \"x\"] | where k > 1 | summarize arg_max(k, a)",
        "k:int, a:string|null, ''");
    row("datatable(a:string, b:int) [\"\", int(null), \"x\", 5] | summarize take_any(a), any(b), "
        "take_anyif(a, b == 5)",
        "a:string, any_b:int, a1:string|'x', 5, 'x'");
    row("datatable(a:string, b:int) [\"p\", 1, \"q\", 2] | extend c = b + 1 | summarize take_any(*) by a | "
        "sort by a asc",
        "a:string, b:int, c:long|'p', 1, 2|'q', 2, 3");
    // Percentiles
    row("range x from 1 to 100 step 1 | summarize percentile(x, 95), percentiles(x, 5, 50)",
        "percentile_x_95:long, percentile_x_5:long, percentile_x_50:long|95, 5, 50");
    row("range x from 1 to 4 step 1 | summarize percentiles_array(x, 0, 50, 100), a = percentiles_array(x, "
        "dynamic([25, 75]))",
        "percentiles_x:dynamic, a:dynamic|[1,2,4], [1,3]");
    row("datatable(w:long, v:long) [8, 10, 6, 20, 3, 30, 1, 40] | summarize percentilesw(v, w, 50, 75, 99.9)",
        "percentile_v_50:long, percentile_v_75:long, percentile_v_99_9:long|20, 20, 40");
    row("datatable(w:long, v:long) [8, 10, 6, 20] | summarize percentilew(v, w, 50), percentilesw_array(v, "
        "w, 50, 90)",
        "percentile_v_50:long, percentiles_v:dynamic|10, [10,20]");
    row("range x from 1 to 3 step 1 | summarize percentile(x * 1s, 50), percentile(datetime(2026-01-01) + x "
        "* 1d, 99)",
        "percentile__50:timespan, percentile__99:datetime|00:00:02, 2026-01-04T00:00:00Z");
    row("print x = 1 | where x > 1 | summarize percentile(x, 50), percentilew(x, x, 50)",
        "percentile_x_50:long, percentile_x_501:long|null, null");
    // How far values lie apart
    row("range x from 1 to 5 step 1 | summarize stdev(x), stdevp(x), variance(x), variancep(x)",
        "stdev_x:real, stdevp_x:real, variance_x:real, variancep_x:real|1.58113883008419, "
        "1.4142135623731, 2.5, 2");
    row("range x from 1 to 100 step 1 | summarize varianceif(x, x % 2 == 0), variancepif(x, x % 2 == 0)",
        "varianceif_x:real, variancepif_x:real|850, 833");
    row("datatable(x:real, y:real) [1.0, 14.0, 2.0, 10.0, 3.0, 17.0, 4.0, 20.0, 5.0, 50.0] | summarize a = "
        "covariance(x, y), b = covariancep(x, y)",
        "a:real, b:real|20.5, 16.4");
    row("print x = 1 | where x > 1 | summarize stdev(x), count_distinct(x), binary_all_or(x)",
        "stdev_x:real, count_distinct_x:long, x:long|0, 0, null");
    row("datatable(x:real) [1.0, real(+inf)] | summarize stdev(x), stdevp(x), variance(x), variancep(x)",
        "stdev_x:real, stdevp_x:real, variance_x:real, variancep_x:real|NaN, NaN, NaN, NaN");
    row("datatable(x:real, y:real) [1.0, real(nan), real(null), 2.0] | summarize covariance(x, y), "
        "stdevif(x, "
        "x > 1)",
        "covariance_x:real, stdevif_x:real|NaN, 0");
    row("datatable(n:long) [0xF, 0x3, 0x7] | summarize a = binary_all_and(n), b = binary_all_or(n), c = "
        "binary_all_xor(n)",
        "a:long, b:long, c:long|3, 15, 11");
    row("datatable(n:int) [12, -1] | summarize binary_all_and(n)", "n:int|12");
    row("range x from 1 to 10 step 1 | summarize dcount(x % 3, 2), count_distinctif(x, x > 8)",
        "dcount_:long, count_distinctif_x:long|3, 2");
}

void TestAggregates::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestAggregates)
#include "tst_aggregates.moc"
