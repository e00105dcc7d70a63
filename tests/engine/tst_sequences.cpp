#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Operators over rows as they come: what they make of small tables, with values written down here.
class TestSequences : public QObject
{
    Q_OBJECT

private slots:
    void expressions_data();
    void expressions();
    void answers_data();
    void answers();
    void partitions_data();
    void partitions();
    void series_data();
    void series();
    void refuses_data();
    void refuses();

private:
    EngineFixture m_fixture;
};

void TestSequences::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("toscalar(5)", "5");
    row("toscalar(Event | count)", "5");
    row("toscalar(Event | summarize max(EventID)) + 1", "7037");
    row("toscalar(Event | where false)", "null");
    row("toscalar(Event | where false | project Message)", "''");
    row("toscalar(Mixed | sort by k desc | project s, k)", "'b'");
    row("toscalar(Mixed | where k == 1 | project d).s", "\"t\"");
    row("toscalar(Mixed | where k == 1 | project ts)", "01:00:00");
    row("strcat(toscalar(Mixed | where k == 3 | project s), \"!\")", "'B!'");
    row("1 in (dynamic([1, \"x\"]))", "true");
    row("2 in (dynamic([1, \"x\"]))", "false");
    row("1 in (dynamic([1.0]))", "true");
    row("1.5 in (dynamic([1.5]))", "true");
    row("\"1\" in (dynamic([1]))", "false");
    row("\"x\" in~ (dynamic([\"X\"]))", "true");
    row("\"x\" in (dynamic([\"X\"]))", "false");
    row("\"\u00e9\" in~ (dynamic([\"\u00c9\", \"it's\"]))", "true");
    row("true in (dynamic([true]))", "true");
    row("1 in (dynamic(null))", "false");
    row("1 in (dynamic([]))", "false");
    row("1 in (dynamic({\"a\": 1}))", "false");
    row("1 !in (dynamic([2]))", "true");
    row("long(null) in (dynamic([1]))", "false");
    row("1 in (2, dynamic([1]))", "true");
    row("\"a\" in ((datatable(s:string)[\"a\"]))", "true");
    row("1 in ((datatable(n:int)[1]))", "true");
    row("long(null) in ((datatable(n:long)[long(null)]))", "null");
    row("long(null) in ((datatable(n:long)[1]))", "false");
    row("1 in ((datatable(n:long)[long(null)]))", "false");
    row("real(nan) in ((datatable(n:real)[real(nan)]))", "false");
    row("\"The errors\" has_any (dynamic([\"x\", \"THE\"]))", "true");
    row("\"The errors\" has_all (dynamic([\"x\", \"THE\"]))", "false");
    row("\"The errors\" has_any (dynamic(null))", "false");
    row("row_number()", "SEM0001 The embedded workspace does not support the function “row_number” yet.");
}

void TestSequences::expressions()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

void TestSequences::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("Mixed | sort by k asc | extend rn = row_number(10), p = prev(s, 1, \"none\"), n2 = next(n), cs = "
        "row_cumsum(k, b == false) | project k, rn, p, n2, cs",
        "k:int, rn:long, p:string, n2:long, cs:int|1, 10, 'none', null, 1|2, 11, 'a', -7, 2|3, 12, '', 10, "
        "5|4, 13, 'B', null, 9");
    row("Event | sort by EventID asc | extend d = row_rank_dense(EventID), m = row_rank_min(EventID), x = "
        "row_number(0, EventID != prev(EventID)) | project EventID, d, m, x, Computer",
        "EventID:int, d:long, m:long, x:long, Computer:string|null, 1, 1, 0, 'DB01'|51, 2, 2, 0, 'web01'|51, "
        "2, 2, 1, 'DB01'|7036, 3, 4, 0, 'web01'|7036, 3, 4, 1, 'web02'");
    row("datatable(Category:string, Item:string, Value:int)[\"A\", \"item1\", 10, \"A\",\"item2\", 10, "
        "\"A\", \"item3\", 5, \"A\", \"item4\", 20, \"B\", \"item2\", 5, \"B\", \"item1\", 7] | sort by "
        "Category asc, Value asc | extend rank = row_rank_min(Value, Category != prev(Category)), dense = "
        "row_rank_dense(Value, Category != prev(Category))",
        "Category:string, Item:string, Value:int, rank:long, dense:long|'A', 'item3', 5, 1, 1|'A', 'item1', "
        "10, 2, 2|'A', 'item2', 10, 2, 2|'A', 'item4', 20, 4, 3|'B', 'item2', 5, 1, 1|'B', 'item1', 7, 2, 2");
    row("datatable(name:string, month:int, salary:long)[\"Alice\", 1, 1000, \"Bob\", 1, 1000, \"Alice\", 2, "
        "2000, \"Bob\", 2, 1950] | order by name asc, month asc | extend total = row_cumsum(salary, name != "
        "prev(name))",
        "name:string, month:int, salary:long, total:long|'Alice', 1, 1000, 1000|'Alice', 2, 2000, "
        "3000|'Bob', 1, 1000, 1000|'Bob', 2, 1950, 2950");
    row("datatable(a:long)[1, 2, 3, 4, 5, 6] | where a % 2 == 0 | serialize cs = row_cumsum(a)",
        "a:long, cs:long|2, 2|4, 6|6, 12");
    row("datatable(a:real)[1.5, real(null), 2.5] | serialize row_cumsum(a)",
        "a:real, Column1:real|1.5, 1.5|null, 1.5|2.5, 4");
    row("datatable(a:int)[3, 1, 2] | serialize a2 = prev(a), row_number(long(null))",
        "a:int, a2:int, Column1:long|3, null, null|1, 3, null|2, 1, null");
    row("datatable(s:string)[\"é\", \"it's\", \"\"] | serialize p = prev(s), n = next(s, 2, \"€\")",
        "s:string, p:string, n:string|'é', '', ''|'it's', 'é', '€'|'', 'it's', '€'");
    row("range x from 1 to 5 step 1 | where prev(x) % 2 == 1 | extend y = row_number()",
        "x:long, y:long|2, 1|4, 2");
    row("range x from 1 to 5 step 1 | extend p = prev(x, 2), n = next(x, 3, -1), z = prev(x, 0), far = "
        "prev(x, 100)",
        "x:long, p:long, n:long, z:long, far:long|1, null, 4, 1, null|2, null, 5, 2, null|3, 1, -1, 3, "
        "null|4, 2, -1, 4, null|5, 3, -1, 5, null");
    row("range x from 1 to 3 step 1 | extend d = x - prev(x, 1, 7), s = row_cumsum(x * 2) + row_number()",
        "x:long, d:long, s:long|1, -6, 3|2, 1, 8|3, 1, 15");
    row("range x from 1 to 4 step 1 | sort by x desc | extend rn = row_number() | where x != 3 | extend rn2 "
        "= row_number() | sort by x asc | extend rn3 = row_number()",
        "x:long, rn:long, rn2:long, rn3:long|1, 4, 3, 1|2, 3, 2, 2|4, 1, 1, 3");
    row("range x from 1 to 4 step 1 | take 3 | project x, row_number(-1)",
        "x:long, Column1:long|1, -1|2, 0|3, 1");
    row("range x from 1 to 6 step 1 | serialize r = row_number(1, x % 3 == 0)",
        "x:long, r:long|1, 1|2, 2|3, 1|4, 2|5, 3|6, 1");
    row("range x from 1 to 4 step 1 | top 2 by x | serialize | extend n = next(x)",
        "x:long, n:long|4, 3|3, null");
    row("Event | serialize n = row_number() | project n, Message",
        "n:long, Message:string|1, 'The service entered the running state'|2, 'The service entered the "
        "stopped state'|3, 'An error was detected on device Disk1'|4, 'Disk failure'|5, ''");
    row("Event | serialize | where EventID == 51 | project row_number(), Computer",
        "Column1:long, Computer:string|1, 'web01'|2, 'DB01'");
    row("Event | sort by EventID | summarize max(row_number())", "max_:long|5");
    row("Event | sort by EventID | where row_number() <= 2 | project EventID", "EventID:int|7036|7036");
    row("Event | sort by TimeGenerated asc | extend gap = TimeGenerated - prev(TimeGenerated) | project gap",
        "gap:timespan|null|23:00:00|1.00:30:00|01:20:00|00:05:00");
    row("datatable(t:datetime)[datetime(2026-01-01), datetime(2026-01-03)] | sort by t asc | extend e = "
        "next(t, 1, datetime(2027-01-01))",
        "t:datetime, e:datetime|2026-01-01T00:00:00Z, 2026-01-03T00:00:00Z|2026-01-03T00:00:00Z, "
        "2027-01-01T00:00:00Z");
    row("datatable(ID:string, T:datetime)[\"1\", datetime(2024-04-11 10:00), \"2\", datetime(2024-04-11 "
        "10:18), \"1\", datetime(2024-04-11 11:00), \"3\", datetime(2024-04-11 11:30), \"2\", "
        "datetime(2024-04-11 13:30), \"2\", datetime(2024-04-11 10:16), \"4\", datetime(null)] | sort by ID "
        "asc, T asc | extend S = row_window_session(T, 1h, 5m, ID != prev(ID))",
        "ID:string, T:datetime, S:datetime|'1', 2024-04-11T10:00:00Z, 2024-04-11T10:00:00Z|'1', "
        "2024-04-11T11:00:00Z, 2024-04-11T11:00:00Z|'2', 2024-04-11T10:16:00Z, 2024-04-11T10:16:00Z|'2', "
        "2024-04-11T10:18:00Z, 2024-04-11T10:16:00Z|'2', 2024-04-11T13:30:00Z, 2024-04-11T13:30:00Z|'3', "
        "2024-04-11T11:30:00Z, 2024-04-11T11:30:00Z|'4', null, null");
    row("datatable(T:datetime)[datetime(2024-01-01 00:00), datetime(2024-01-01 00:04), datetime(2024-01-01 "
        "00:08), datetime(null), datetime(2024-01-01 00:09), datetime(2024-01-01 00:14)] | serialize S = "
        "row_window_session(T, 7m, 5m)",
        "T:datetime, S:datetime|2024-01-01T00:00:00Z, 2024-01-01T00:00:00Z|2024-01-01T00:04:00Z, "
        "2024-01-01T00:00:00Z|2024-01-01T00:08:00Z, 2024-01-01T00:08:00Z|null, null|2024-01-01T00:09:00Z, "
        "2024-01-01T00:09:00Z|2024-01-01T00:14:00Z, 2024-01-01T00:14:00Z");
    row("Event | where false | serialize | extend S = row_window_session(TimeGenerated, 1h, 5m), n = "
        "row_number(), p = prev(Level) | project S, n, p",
        "S:datetime, n:long, p:string");
    row("Event | getschema",
        "ColumnName:string, ColumnOrdinal:long, DataType:string, ColumnType:string|'TimeGenerated', 0, "
        "'System.DateTime', 'datetime'|'Computer', 1, 'System.String', 'string'|'EventID', 2, "
        "'System.Int32', 'int'|'Level', 3, 'System.String', 'string'|'Message', 4, 'System.String', "
        "'string'");
    row("print b = true, l = 1, r = 1.5, t = 1h, g = guid(00000000-0000-0000-0000-000000000000), d = "
        "dynamic([1]), s = \"é\" | getschema | project DataType, ColumnType",
        "DataType:string, ColumnType:string|'System.SByte', 'bool'|'System.Int64', 'long'|'System.Double', "
        "'real'|'System.TimeSpan', 'timespan'|'System.Guid', 'guid'|'System.Object', "
        "'dynamic'|'System.String', 'string'");
    row("print x = 1 | getschema | extend n = row_number() | project ColumnName, n",
        "ColumnName:string, n:long|'x', 1");
    row("Event | sample 2 | project Computer", "Computer:string|'web01'|'web02'");
    row("Event | sample 0 | count", "Count:long|0");
    row("range x from 1 to 100 step 1 | sample 1 | as hint.materialized=true T | union T", "x:long|1|1");
    row("Event | sample-distinct 2 of EventID", "EventID:int|7036|51");
    row("Event | sample-distinct 10 of EventID", "EventID:int|7036|51|null");
    row("Event | where false | sample-distinct 1 of Level", "Level:string");
    row("Event | consume",
        "TimeGenerated:datetime, Computer:string, EventID:int, Level:string, Message:string");
    row("Event | where false | consume",
        "TimeGenerated:datetime, Computer:string, EventID:int, Level:string, Message:string");
    row("Event | count as N", "N:long|5");
    row("let n = 3; let M = materialize(Event | take n | project Computer); let c = toscalar(M | count); M | "
        "union M "
        "| extend c | summarize count() by c",
        "c:long, count_:long|3, 6");
    row("let M = materialize(Event | take 3); let K = materialize(Event | take 2); union M, K, M | count",
        "Count:long|8");
    row("let M = materialize(Event | sort by EventID asc | take 3); M | project EventID",
        "EventID:int|null|51|51");
    row("Event | as hint.materialized=true T | union T | count", "Count:long|10");
    row("range x from 1 to 3 step 1 | partition by x (as hint.materialized=true P | union P | count)",
        "Count:long|2|2|2");
    row("let M = materialize(range y from 1 to 2 step 1); M | partition by y (extend m = toscalar(M | "
        "count)) | union M "
        "| summarize count() by m | sort by m asc",
        "m:long, count_:long|null, 2|2, 2");
    row("Event | as T | where EventID == 51 | union (T | where EventID == 7036) | extend c = toscalar(T | "
        "count) | summarize count() by c",
        "c:long, count_:long|5, 4");
    row("let a = materialize(Event | take 2); union a, a | count", "Count:long|4");
    row("let M = materialize(Event | where EventID == 51 | project Computer); Perf | where Computer in (M) | "
        "project Computer",
        "Computer:string|'web01'|'DB01'");
    row("Event | extend share = 1.0 / toscalar(Event | count) | summarize sum(share)", "sum_share:real|1");
    row("let top1 = toscalar(Event | summarize max(EventID)); Event | where EventID == top1 | count",
        "Count:long|2");
    row("Event | where TimeGenerated > toscalar(Event | summarize min(TimeGenerated)) | count",
        "Count:long|4");
    row("Event | where Computer in ((Perf | where CounterName == \"cpu\" | project Computer)) | count",
        "Count:long|3");
    row("Event | where Computer in (Perf | where CounterName == \"cpu\" | project Computer) | count",
        "Count:long|3");
    row("Event | where Computer !in ((Perf | where CounterName == \"cpu\" | project Computer)) | count",
        "Count:long|2");
    row("Event | where Computer in~ ((datatable(s:string)[\"WEB01\", \"db01\"])) | count", "Count:long|4");
    row("Event | where Computer !in~ ((datatable(s:string)[\"WEB01\", \"db01\"])) | count", "Count:long|1");
    row("Event | where EventID in ((Mixed | project n)) | count", "Count:long|0");
    row("Event | where EventID !in ((Mixed | project n)) | count", "Count:long|4");
    row("Event | where Computer in (\"x\", \"DB01\") | count", "Count:long|2");
    row("Mixed | where n in ((Mixed | project n)) | project k | sort by k asc", "k:int|1|3|4");
    row("Mixed | where n !in ((Mixed | where k == 2 | project n)) | project k | sort by k asc",
        "k:int|1|3|4");
    row("Mixed | where n !in ((Mixed | where k == 1 | project n)) | project k | sort by k asc", "k:int|2|3");
    row("Mixed | where r in ((Mixed | project r)) | project k | sort by k asc", "k:int|1|4");
    row("Mixed | where k in ((Mixed | where false | project n)) | count", "Count:long|0");
    row("Mixed | where k !in ((Mixed | where false | project n)) | count", "Count:long|4");
    row("let l = dynamic([\"web01\", \"DB01\"]); Event | where Computer in (l) | count", "Count:long|4");
    row("let l = dynamic([\"WEB01\"]); Event | where Computer in~ (l) | count", "Count:long|2");
    row("Event | where EventID in (dynamic([51, \"7036\"])) | count", "Count:long|2");
    row("Mixed | where r in (dynamic([1.5, 2])) | project k", "k:int|1");
    row("Event | where Message has_any (dynamic([\"disk1\", \"failure\"])) | count", "Count:long|2");
    row("Event | where Message has_all (dynamic([\"the\", \"running\"])) | count", "Count:long|1");
    row("Event | where Message has_any ((datatable(s:string)[\"disk1\", \"it's\"])) | count", "Count:long|1");
    row("Event | where Message has_all ((datatable(s:string)[\"an\", \"error\"])) | count", "Count:long|1");
    row("Event | where Message has_any (\"running\", \"disk1\") | count", "Count:long|2");
    row("Event | where Message has_any ((datatable(s:string)[])) | count", "Count:long|0");
    row("Mixed | sort by k desc | lookup (datatable(k:int, v:string)[1, \"one\", 3, \"three\"]) on k | "
        "extend rn = row_number() | project k, v, rn",
        "k:int, v:string, rn:long|4, '', 1|3, 'three', 2|2, '', 3|1, 'one', 4");
    row("let A = Event | as T | where EventID == 51; Perf | as T | join kind=inner (A) on Computer | project "
        "EventID | sort by EventID asc",
        "EventID:string|''|'x'");
    row("let Start = toscalar(print x = 1); let End = toscalar(range x from 1 to 9 step 1 | count); let Step "
        "= toscalar(2); range z from Start to End step Step | extend start = Start, end = End, step = Step",
        "z:long, start:long, end:long, step:long|1, 1, 9, 2|3, 1, 9, 2|5, 1, 9, 2|7, 1, 9, 2|9, 1, 9, 2");
    row("Event | take toscalar(print 2) | count", "Count:long|2");
    row("Event | summarize c = countif(EventID > toscalar(Perf | count)), d = sumif(EventID, Computer in "
        "((Perf | project Computer)))",
        "c:long, d:long|4, 14174");
    row("Event | project a = Computer in ((Perf | project Computer)), b = iff(Message has_any "
        "((datatable(s:string)[\"disk\"])), 1, 0) | summarize count() by a, b | sort by b asc",
        "a:bool, b:long, count_:long|true, 0, 4|true, 1, 1");
}

void TestSequences::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

void TestSequences::partitions_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("Event | partition by Computer (top 1 by EventID | project Computer, EventID)",
        "Computer:string, EventID:int|'DB01', 51|'web01', 7036|'web02', 7036");
    row("Event | partition hint.strategy=native by EventID (summarize c = count() by Computer | top 1 by c | "
        "project c)",
        "c:long|1|1|1");
    row("Mixed | partition by n (as P | extend pct = 100.0 * k / toscalar(P | summarize sum(k)) | project n, "
        "k, pct)",
        "n:long, k:int, pct:real|-7, 3, 100|10, 1, 20|10, 4, 80|null, 2, 100");
    row("Event | partition by Computer (sort by EventID asc | extend rn = row_number(), p = prev(EventID) | "
        "project Computer, EventID, rn, p)",
        "Computer:string, EventID:int, rn:long, p:int|'DB01', 51, 2, null|'DB01', null, 1, null|'web01', 51, "
        "1, null|'web01', 7036, 2, 51|'web02', 7036, 1, null");
    row("Event | partition hint.strategy=shuffle by Computer (where EventID == 51 | count)",
        "Count:long|0|1|1");
    row("Event | partition by Computer (distinct EventID)", "EventID:int|51|51|7036|7036|null");
    row("Event | partition by Computer (take 1) | partition by Level (take 1) | count", "Count:long|2");
    row("Event | where false | partition by Computer (count)", "Count:long");
    row("Event | partition by Computer (where Computer in ((Perf | where CounterName == \"cpu\" | project "
        "Computer)) | count)",
        "Count:long|0|1|2");
}

/// The rows of the parts come in no order.
void TestSequences::partitions()
{
    QFETCH(QString, query);
    QStringList answer = m_fixture.answer(query);
    const QString headers = answer.takeFirst();
    answer.sort();
    answer.prepend(headers);
    QTEST(answer.join(u'|'), "lines");
}

void TestSequences::series_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("print a = dynamic([111, null, 36, 41, 23, null, 16, 61, 33, null, null]) | project "
        "series_fill_const(a, 0.0), series_fill_const(a, -1), series_fill_const(a, 0, 36)",
        "a:dynamic, a1:dynamic, a2:dynamic|[111,0.0,36,41,23,0.0,16,61,33,0.0,0.0], "
        "[111,-1,36,41,23,-1,16,61,33,-1,-1], [111,null,0,41,23,null,16,61,33,null,null]");
    row("print a = dynamic([null, null, 36, 41, null, null, 16, 61, 33, null, null]) | project "
        "series_fill_forward(a), series_fill_backward(a), series_fill_forward(a, 36)",
        "a:dynamic, a1:dynamic, a2:dynamic|[null,null,36,41,41,41,16,61,33,33,33], "
        "[36,36,36,41,16,16,16,61,33,null,null], [null,null,null,41,null,null,16,61,33,null,null]");
    row("print a = dynamic([null, 111.0, null, 36.0, 41.5, null, 16.0, null]) | project "
        "series_fill_linear(a), series_fill_linear(a, double(null), false)",
        "a:dynamic, a1:dynamic|[111.0,111.0,73.5,36.0,41.5,28.75,16.0,16.0], "
        "[null,111.0,73.5,36.0,41.5,28.75,16.0,null]");
    row("print a = dynamic([null, 111, null, 36, 41, null, null, 16]) | project series_fill_linear(a), "
        "series_fill_linear(a, 41)",
        "a:dynamic, a1:dynamic|[111,111,73,36,41,32,24,16], [null,111,null,36,31,null,null,16]");
    row("print a = dynamic([null, null]) | project series_fill_linear(a), series_fill_linear(a, "
        "double(null), true, 3.14159)",
        "a:dynamic, a1:dynamic|[0.0,0.0], [3.14159,3.14159]");
    row("datatable(a:dynamic)[dynamic([1, \"x\"]), dynamic({\"a\": 1}), dynamic([]), dynamic(null)] | "
        "project "
        "b = series_fill_forward(a)",
        "b:dynamic|null|null|[]|null");
    row("datatable(a:dynamic)[dynamic([99999999999999999999, null, 1])] | project b = series_fill_linear(a)",
        "b:dynamic|[99999999999999999999,5E+19,1]");
    row("D | make-series m = avg(m) default=double(null) on t from a to z step 1d | project "
        "series_fill_linear(m), series_fill_const(m, 0.0)",
        "m:dynamic, m1:dynamic|[4.0,3.0,5.0,7.75,10.5], [4.0,3.0,5.0,0.0,10.5]");
    row("D | make-series avg(m) on t from a to z step 1d",
        "avg_m:dynamic, t:dynamic|[4.0,3.0,5.0,0.0,10.5], "
        "[\"2017-01-01T00:00:00.0000000Z\",\"2017-01-02T00:00:00.0000000Z\",\"2017-01-03T00:00:00.0000000Z\","
        "\"2017-01-04T00:00:00.0000000Z\",\"2017-01-05T00:00:00.0000000Z\"]");
    row("D | make-series n = count(), s = sum(m) default=double(null) on t from a to z step 2d | project n, "
        "s",
        "n:dynamic, s:dynamic|[2,2,2], [7.0,10.0,21.0]");
    row("D | take 0 | make-series avg(m) default=1.0 on t from a to z step 1d | count", "Count:long|0");
    row("D | take 0 | make-series kind=nonempty avg(m) default=1.0, count() on t from a to z step 2d",
        "avg_m:dynamic, count_:dynamic, t:dynamic|[1.0,1.0,1.0], [0,0,0], "
        "[\"2017-01-01T00:00:00.0000000Z\",\"2017-01-03T00:00:00.0000000Z\",\"2017-01-05T00:00:00."
        "0000000Z\"]");
    row("D | make-series kind=nonempty count() on t from a to z step 2d | project count_",
        "count_:dynamic|[2,2,2]");
    row("D | where t < z | make-series sum(m) on t step 1d",
        "sum_m:dynamic, t:dynamic|[50.0,4.0,3.0,10.0,0.0,21.0], "
        "[\"2016-12-31T00:00:00.0000000Z\",\"2017-01-01T00:00:00.0000000Z\",\"2017-01-02T00:00:00.0000000Z\","
        "\"2017-01-03T00:00:00.0000000Z\",\"2017-01-04T00:00:00.0000000Z\",\"2017-01-05T00:00:00."
        "0000000Z\"]");
    row("D | make-series sum(m) default=-1 on t to a step 12h",
        "sum_m:dynamic, t:dynamic|[50.0,-1.0], "
        "[\"2016-12-31T00:00:00.0000000Z\",\"2016-12-31T12:00:00.0000000Z\"]");
    row("D | make-series sum(m) on t from datetime(2017-01-09T01:00) step 1d",
        "sum_m:dynamic, t:dynamic|[0.0,5.0], "
        "[\"2017-01-09T01:00:00.0000000Z\",\"2017-01-10T01:00:00.0000000Z\"]");
    row("D | make-series sum(m) on t from z to a step 1d", "sum_m:dynamic, t:dynamic");
    row("D | make-series max(m), min(m) default=5 on t from a to z step 4d | project max_m, min_m",
        "max_m:dynamic, min_m:dynamic|[6.0,13.0], [3.0,8.0]");
    row("datatable(x:long, y:int, g:string)[1, 1, \"a\", 5, 2, \"b\", -3, 4, \"a\"] | make-series sum(y) "
        "default=long(null) on x step 2 by g | sort by g asc",
        "g:string, sum_y:dynamic, x:dynamic|'a', [4,null,1], [-4,-2,0]|'b', [2], [4]");
    row("datatable(x:long, y:int)[1, 1, 5, 2, -3, 4] | make-series sum(y), min(y) on x from -1 step 2",
        "sum_y:dynamic, min_y:dynamic, x:dynamic|[0,1,0,2], [0,1,0,2], [-1,1,3,5]");
    // `in range`: multiples of the step, the last one too
    row("datatable(x:long, y:int)[1, 1, 5, 2, 7, 4, 9, 8] | make-series sum(y) on x in range(2, 8, 2)",
        "sum_y:dynamic, x:dynamic|[0,2,4,8], [2,4,6,8]");
    row("datatable(x:long, y:int)[1, 1, 5, 2] | make-series sum(y) on x in range(1, 8, 2)",
        "E_QUERY_FAILED The bounds and the step of “make-series” make no series, or one that is too long.");
    // No place where the end lies before the start
    row("datatable(x:long, y:int)[1, 1, 12, 2] | make-series sum(y) on x in range(10, 5, 10)",
        "sum_y:dynamic, x:dynamic");
    row("datatable(x:long, y:int)[1, 1, 12, 2] | make-series sum(y) on x from 10 to 5 step 10",
        "sum_y:dynamic, x:dynamic");
    row("datatable(x:long)[1, 12] | make-series kind=nonempty count() on x from 10 to 5 step 10",
        "E_QUERY_FAILED The bounds and the step of “make-series” make no series, or one that is too long.");
    row("datatable(x:long)[1, 12] | make-series kind=nonempty count() on x in range(10, 5, 10)",
        "E_QUERY_FAILED The bounds and the step of “make-series” make no series, or one that is too long.");
    row("datatable(x:long)[1, 12] | make-series kind=nonempty count() on x from 10 to 10 step 10",
        "E_QUERY_FAILED The bounds and the step of “make-series” make no series, or one that is too long.");
    row("datatable(x:long)[] | make-series kind=nonempty count() on x in range(15, 35, 10)",
        "E_QUERY_FAILED The bounds and the step of “make-series” make no series, or one that is too long.");
    row("datatable(x:long)[10, 12] | make-series kind=nonempty count() on x in range(10, 10, 10)",
        "count_:dynamic, x:dynamic|[2], [10]");
    row("datatable(x:long)[-25, 3] | make-series count() on x to -20 step 10",
        "count_:dynamic, x:dynamic|[1], [-30]");
    row("datatable(s:timespan)[1h, 150m] | make-series count() on s from 0h to 4h step 1h",
        "count_:dynamic, s:dynamic|[0,1,1,0], [\"00:00:00\",\"01:00:00\",\"02:00:00\",\"03:00:00\"]");
    row("datatable(g:long, x:long)[1, 1, long(null), 2] | make-series count() on x from 0 to 3 step 1 by g | "
        "sort by g asc",
        "g:long, count_:dynamic, x:dynamic|null, [0,0,1], [0,1,2]|1, [0,1,0], [0,1,2]");
    row("Event | make-series n = count() default=5, avg(EventID) on TimeGenerated from ago(3d) to now() step "
        "1d by Computer, l = toupper(Level) | sort by Computer asc, l asc | project Computer, l, n, "
        "avg_EventID",
        "Computer:string, l:string, n:dynamic, avg_EventID:dynamic|'DB01', '', [1,5,5], "
        "[\"NaN\",0.0,0.0]|'DB01', 'ERROR', [5,1,5], [0.0,51.0,0.0]|'web01', 'INFORMATION', [5,5,1], "
        "[0.0,0.0,7036.0]|'web01', 'WARNING', [5,5,1], [0.0,0.0,51.0]|'web02', 'INFORMATION', [5,5,1], "
        "[0.0,0.0,7036.0]");
}

void TestSequences::series()
{
    QFETCH(QString, query);
    const QString data = QStringLiteral(
        "let D = datatable(t:datetime, m:real)[datetime(2016-12-31T06:00), 50, datetime(2017-01-01), 4,"
        " datetime(2017-01-02), 3, datetime(2017-01-03), 4, datetime(2017-01-03T03:00), 6,"
        " datetime(2017-01-05), 8, datetime(2017-01-05T13:40), 13, datetime(2017-01-10T05:00), 5];"
        "let a = datetime(2017-01-01); let z = datetime(2017-01-06); ");
    QTEST(m_fixture.answer(data + query).join(u'|'), "lines");
}

void TestSequences::refuses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *query, const char *code, const char *word) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(code)
                             << QString::fromUtf8(word);
    };
    row("Event | extend row_number()", "SEM0100", "'row_number' cannot be invoked");
    row("Event | where prev(EventID) == 1", "SEM0100", "'prev'");
    row("Event | sort by EventID | summarize count() by Level | extend row_cumsum(count_)", "SEM0100",
        "serialized");
    row("Event | sort by EventID | join kind=inner (Perf) on Computer | extend row_number()", "SEM0100",
        "serialized");
    row("Event | sort by EventID | sample 2 | extend row_number()", "SEM0100", "serialized");
    row("Event | sort by EventID | extend prev(EventID, -1)", "SEM0001", "offset");
    row("Event | serialize row_cumsum(TimeGenerated)", "SEM", "");
    row("Mixed | serialize row_rank_dense(d)", "SEM0100", "dynamic");
    row("let T = Perf; Event | as T | union T", "SEM0001", "“T”");
    row("Event | partition by Computer { Perf }", "SEM0001", "partition");
    row("Event | partition by Computer (take 1 | partition by Level (take 1))", "SEM0001",
        "inside of another");
    row("Event | top-nested 2 of Computer by count()", "SEM0001", "“top-nested”");
    row("Event | top-hitters 2 of Computer by EventID", "SEM0001", "“top-hitters”");
    row("Event | facet by Computer", "SEM0001", "“facet”");
    row("Event | fork (take 1) (take 2)", "SEM0001", "“fork”");
    row("Event | scan declare (x:long) with (step s1: true => x = 1;)", "SEM0001", "“scan”");
    row("Event | reduce by Message", "SEM0001", "“reduce”");
    row("externaldata(a:string)[\"https://example.org/x.csv\"]", "SEM0001", "“externaldata”");
    row("Event | sample -1", "SEM0001", "number of rows");
    row("Event | extend toscalar(Perf | where Computer == Level | count)", "SEM0100", "'Level'");
    row("Event | where TimeGenerated in (dynamic([1]))", "SEM0001", "datetime");
    row("Event | where EventID in ((Perf | project Computer))", "SEM", "");
    row("Event | make-series max(Level) on TimeGenerated step 1d", "SEM0001", "string");
    row("Event | make-series count() on TimeGenerated step 0s", "E_QUERY_FAILED", "make-series");
    row("Event | make-series count() on TimeGenerated step 1tick", "E_QUERY_FAILED", "make-series");
    row("Mixed | make-series count() on r step 1.0", "SEM0001", "real");
    row("Event | make-series kind=nonempty count() on TimeGenerated step 1d by Level", "SEM0001", "nonempty");
}

void TestSequences::refuses()
{
    QFETCH(QString, query);
    QFETCH(QString, code);
    QFETCH(QString, word);
    const QString answer = m_fixture.answer(query).constFirst();
    QVERIFY2(answer.startsWith(code), qPrintable(answer));
    QVERIFY2(answer.contains(word), qPrintable(answer));
}

QTEST_GUILESS_MAIN(TestSequences)
#include "tst_sequences.moc"
