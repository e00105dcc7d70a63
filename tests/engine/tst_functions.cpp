#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Functions of one’s own: what they make of small tables, with values written down here.
class TestFunctions : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();

private:
    EngineFixture m_fixture;
};

void TestFunctions::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("let f = (a:long, b:string = \"b.default\", c:long = 0) { strcat(a, \"-\", b, \"-\", c) }; print "
        "f(c=7, a=12), f(1), f(1, \"x\")",
        "print_0:string, print_1:string, print_2:string|'12-b.default-7', '1-b.default-0', '1-x-0'");
    row("let f = (T:(x:long), v:long) { T | where x >= v }; f((range x from 1 to 10 step 1), 9)",
        "x:long|9|10");
    row("let f = (T:(*)) { T | distinct * }; f((print y = \"a\"))", "y:string|'a'");
    row("let f = (T:(x:long), n:long) { T | where x <= n }; range x from 1 to 10 step 1 | invoke f(2)",
        "x:long|1|2");
    row("let add = (a:long, b:long) { a + b }; let twice = (a:long) { add(a, a) }; range x from 1 to 2 step "
        "1 | extend y = twice(x + 1)",
        "x:long, y:long|1, 4|2, 6");
    row("let v = view () { print x = 1 }; union v, (v | extend x = 2)", "x:long|1|2");
    row("let v = () { range x from 1 to 3 step 1 }; v | count", "Count:long|3");
    row("let v = () { range x from 1 to 3 step 1 }; v() | where x > 2", "x:long|3");
    row("let f = (p:real) { p / 2 }; print f(5)", "print_0:real|2.5");
    // A name in a function is what it was where the function is written
    row("let k = 10; let f = (a:long) { a + k }; let g = (k:long) { f(k) }; print g(1)", "print_0:long|11");
    row("let f = (T:(x:long)) { let m = toscalar(T | summarize max(x)); T | where x == m | extend m }; "
        "f((range x from 1 to 4 step 1))",
        "x:long, m:long|4, 4");
    row("let T = range x from 1 to 3 step 1; let f = () { T | where x > 1 }; let g = (T:(x:long)) { f() | "
        "count }; g((print x = 9))",
        "Count:long|2");
    row("let clipped = (T:(x:long), low:double, high:double) { let h = toscalar(T | summarize percentiles(x, "
        "high)); let l = toscalar(T | summarize percentiles(x, low)); T | where x > l and x < h | summarize "
        "avg(x) }; range x from 1 to 100 step 1 | invoke clipped(5, 99)",
        "avg_x:real|52");
    // Of the workspace
    row("Busy | sort by Computer asc", "Computer:string, c:long|'DB01', 2|'web01', 2");
    row("Busy(3) | count", "Count:long|0");
    row("let n = 9; Busy() | count", "Count:long|2");
    row("Event | where Computer in (Busy | project Computer) | summarize n = count(), h = Half(5)",
        "n:long, h:real|4, 2.5");
    // toscalar
    row("print a = toscalar(range x from 1 to 5 step 1 | summarize max(x)), b = toscalar(print \"x\"), c = "
        "toscalar(range x from 1 to 0 step 1)",
        "a:long, b:string, c:long|5, 'x', null");
    row("let m = toscalar(Event | summarize max(TimeGenerated)); Event | where TimeGenerated == m | count",
        "Count:long|1");
    row("range x from 1 to 3 step 1 | extend n = toscalar(range y from 1 to 5 step 1 | sort by y desc | "
        "project y)",
        "x:long, n:long|1, 5|2, 5|3, 5");
    // What a row is worth is not known among other rows
    row("let f = (h:long) { toscalar(range a from 1 to 3 step 1 | where a == h | count) }; range x from 2 to "
        "3 "
        "step 1 | extend y = f(x)",
        "SEM0100 can't use 'h' as it is defined outside its row-context scope.");
    row("let T = datatable(a:long)[1, 2]; let f = (h:long) { let k = h + 1; toscalar(T | where a == k | "
        "count) }; "
        "T | extend y = f(a)",
        "SEM0100 can't use 'k' as it is defined outside its row-context scope.");
    row("let f = (h:long) { h in ((range a from 1 to 3 step 1 | where a > h)) }; range x from 2 to 3 step 1 "
        "| "
        "where f(x)",
        "SEM0100 can't use 'h' as it is defined outside its row-context scope.");
    row("let f = (h:long) { toscalar(range a from 1 to 3 step 1 | where a >= h | count) }; range x from 1 to "
        "2 "
        "step 1 | extend y = f(2)",
        "x:long, y:long|1, 2|2, 2");
    row("let g = (v:long) { v * 2 }; let f = (h:long) { h + toscalar(range a from 1 to 3 step 1 | extend b = "
        "g(a) "
        "| summarize max(b)) }; range x from 1 to 2 step 1 | extend y = f(x)",
        "x:long, y:long|1, 7|2, 8");
    row("let f = (t: datetime) { toscalar(Event | where TimeGenerated < t | count) }; Perf | extend n = "
        "f(ingestion_time())",
        "SEM0100 can't use 't' as it is defined outside its row-context scope.");
    row("let f = (b: dynamic) { toscalar(Event | where tostring(b) has Computer | count) }; Perf | extend n "
        "= "
        "f(pack_all())",
        "SEM0100 can't use 'b' as it is defined outside its row-context scope.");
    row("let f = (b: bool) { toscalar(Event | where b | count) > 0 }; Perf | where f(* has 'web01') | count",
        "SEM0100 can't use 'b' as it is defined outside its row-context scope.");
    row("let g = (v: string) { strcat(v, '!') }; let f = (s: string) { toscalar(Event | where Computer == s "
        "| "
        "count) }; Perf | extend n = f(g(Computer))",
        "SEM0100 can't use 's' as it is defined outside its row-context scope.");
    row("let f = (n: long) { toscalar(Event | where EventID > n | count) }; Perf | sort by Computer asc | "
        "extend n = f(row_number())",
        "SEM0100 can't use 'n' as it is defined outside its row-context scope.");
    row("let f = (n: long) { toscalar(Event | where EventID > n | count) }; Perf | extend n = "
        "f(toscalar(Perf | where Computer != '' | count)) | summarize by n",
        "n:long|4");
    row("let f = (a:long) { a }; f(1) | take 1",
        "SEM0001 The embedded workspace does not support this yet: the name “a” in this place.");
}

void TestFunctions::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestFunctions)
#include "tst_functions.moc"
