#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// What the tabular operators make of small tables; the columns are the binder's.
class TestOperators : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void ignoringOrder_data();
    void ignoringOrder();
    void refuses_data();
    void refuses();
    void refusesWhatGrows_data();
    void refusesWhatGrows();

private:
    EngineFixture m_fixture;
};

void TestOperators::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    // Ranges
    row("range x from 1 to 7 step 3", "x:long|1|4|7");
    row("range x from 1 to 8 step 3 | extend y = x * 2", "x:long, y:long|1, 2|4, 8|7, 14");
    row("range x from 5 to 1 step -2", "x:long|5|3|1");
    row("range x from 5 to 4 step 2", "x:long");
    row("range x from 4 to 5 step -2", "x:long");
    row("range x from 1 to 5 step 1 - 1", "x:long");
    row("range x from 3 to 3 step 1", "x:long|3");
    row("range x from int(1) to int(2) step int(1)", "x:int|1|2");
    row("range x from 1 to long(null) step 1", "x:long");
    row("let n = 2; range x from n to n + 1 step 1 | count", "Count:long|2");
    row("range t from datetime(2026-01-01) to datetime(2026-01-02) step 12h",
        "t:datetime|2026-01-01T00:00:00Z|2026-01-01T12:00:00Z|2026-01-02T00:00:00Z");
    row("range t from startofday(ago(1d)) to now() step 1d",
        "t:datetime|2026-11-21T00:00:00Z|2026-11-22T00:00:00Z");
    row("range x from toint(sqrt(4)) to 3 step strlen(\"a\")", "x:long|2|3");
    row("range d from 0h to 3h step 90m", "d:timespan|00:00:00|01:30:00|03:00:00");
    row("range x from 1 to 1000000 step 1 | summarize sum(x)", "sum_x:long|500000500000");
    row("set query_bin_auto_size=1h; set query_bin_auto_at=datetime(2017-01-01 00:05);"
        "range t from datetime(2017-01-01 00:05) to datetime(2017-01-01 02:00) step 1m"
        "| summarize count() by bin_auto(t) | sort by t asc",
        "t:datetime, count_:long|2017-01-01T00:05:00Z, 60|2017-01-01T01:05:00Z, 56");
    // Filters
    row("Event | where EventID != 51 | count", "Count:long|3");
    row("Event | where not(EventID == 51) | count", "Count:long|3");
    row("Event | where EventID > 51 | count", "Count:long|2");
    row("Event | where * has \"disk\" | project Computer", "Computer:string|'DB01'");
    row("Event | where Level == \"\" | project Computer, EventID",
        "Computer:string, EventID:int|'DB01', null");
    row("Event | where Computer in (\"web01\", \"DB01\") and EventID in (51, 7036) | count", "Count:long|3");
    row("Event | where EventID !in (51) | count", "Count:long|3");
    row("Event | where TimeGenerated > ago(1h) | count", "Count:long|2");
    row("Mixed | where b | project k", "k:int|1|4");
    row("Mixed | where r > 0 | project k", "k:int|1");
    row("Mixed | where n != 10 | project k", "k:int|2|3");
    // Order
    row("Event | sort by EventID asc | project EventID", "EventID:int|null|51|51|7036|7036");
    row("Event | sort by EventID | project EventID", "EventID:int|7036|7036|51|51|null");
    row("Event | order by EventID desc nulls first | project EventID", "EventID:int|null|7036|7036|51|51");
    row("Mixed | sort by r asc | project k, r", "k:int, r:real|3, null|2, NaN|4, -Infinity|1, 1.5");
    row("Mixed | sort by r desc | project k, r", "k:int, r:real|1, 1.5|4, -Infinity|2, NaN|3, null");
    row("Mixed | sort by s asc | project s", "s:string|''|'B'|'a'|'b'");
    row("Mixed | sort by n asc, k desc | project n, k", "n:long, k:int|null, 2|-7, 3|10, 4|10, 1");
    row("Event | sort by TimeGenerated asc | where EventID == 7036 | extend x = 1 | project Computer",
        "Computer:string|'web02'|'web01'");
    row("Event | top 2 by TimeGenerated | project Computer", "Computer:string|'web01'|'web02'");
    row("Event | top 2 by EventID asc nulls last | project EventID", "EventID:int|51|51");
    row("Mixed | sort by k desc | take 2 | project k", "k:int|4|3");
    row("Mixed | take 0 | project k", "k:int");
    row("let rows = 1; Mixed | sort by k asc | take rows | project k", "k:int|1");
    // Columns
    row("Mixed | where k == 1 | project k + 1, strcat(s, \"x\"), y = n * 2",
        "Column1:long, Column2:string, y:long|2, 'ax', 20");
    row("Mixed | where k == 1 | extend tostring(n), k = k * 2, strcat(s, \"x\") | project n, k, Column1",
        "n:string, k:long, Column1:string|'10', 2, 'ax'");
    row("Mixed | where k == 1 | project-away d, m, ts, r | project-rename q = k | project-reorder s",
        "s:string, q:int, n:long, b:bool|'a', 1, 10, true");
    row("Mixed | where k == 1 | project-keep s, k", "k:int, s:string|1, 'a'");
    row("Mixed | sort by k asc | project d.x.y[1], d[\"s\"], m",
        "d_x_y_1:dynamic, d_s:dynamic, m:decimal|2, \"t\", 1.5|null, null, null|null, null, 2|null, null, "
        "-3");
    row("print x = 1, y = \"a\", 2h | extend z = strcat(y, x)",
        "x:long, y:string, print_2:timespan, z:string|1, 'a', 02:00:00, 'a1'");
    // Aggregates
    row("Mixed | summarize avg(n), sum(n), sum(ts), avg(ts), countif(b), sumif(n, k > 2), dcount(n)",
        "avg_n:real, sum_n:long, sum_ts:timespan, avg_ts:timespan, countif_b:long, sumif_n:long, "
        "dcount_n:long|"
        "4.33333333333333, 13, 00:59:59.9999999, 00:19:59.9999999, 2, 3, 2");
    row("Mixed | summarize min(n), max(n), min(s), x = max(k) - min(k), sum(n) / count()",
        "min_n:long, max_n:long, min_s:string, x:long, Column1:long|-7, 10, '', 3, 3");
    row("Event | where false | summarize count(), sum(EventID), avg(EventID), min(EventID), max(Computer), "
        "dcount(Computer)",
        "count_:long, sum_EventID:long, avg_EventID:real, min_EventID:int, max_Computer:string, "
        "dcount_Computer:long|0, 0, NaN, null, '', 0");
    row("Event | where false | summarize count() by Computer", "Computer:string, count_:long");
    row("Event | summarize n = count() by Computer | where n > 1 | order by Computer asc",
        "Computer:string, n:long|'DB01', 2|'web01', 2");
    row("Event | summarize count() by bin(TimeGenerated, 1d) | sort by TimeGenerated asc",
        "TimeGenerated:datetime, count_:long|2026-11-20T00:00:00Z, 1|2026-11-21T00:00:00Z, 1|"
        "2026-11-22T00:00:00Z, 3");
    row("Event | summarize count() by g = iff(EventID == 51, \"disk\", \"other\") | sort by g asc",
        "g:string, count_:long|'disk', 2|'other', 3");
    row("Event | summarize x = 1", "x:long|1");
    row("Event | summarize by Computer | sort by Computer asc", "Computer:string|'DB01'|'web01'|'web02'");
    row("Event | distinct Computer | sort by Computer asc", "Computer:string|'DB01'|'web01'|'web02'");
    row("Event | count | extend x = Count + 1", "Count:long, x:long|5, 6");
    // Sources
    row("datatable(a: int, s: string) [1, \"x\", int(null), \"\", -1, \"y\"] | where a > 0 or s == \"\"",
        "a:int, s:string|1, 'x'|null, ''");
    row("datatable(a: int) []", "a:int");
    row("datatable(d: dynamic) [dynamic([7, 8]), dynamic({\"0\": 9}), dynamic(\"t\")] | project d[0], "
        "d[\"0\"]",
        "d_0:dynamic, d_01:dynamic|7, null|null, 9|null, null");
    row("let c = \"web01\"; let T = Event | where Computer == c; T | count", "Count:long|2");
    row("declare query_parameters(c:string = \"web01\", n:long = 1, t:timespan = timespan(1.00:00:00)); "
        "Event | "
        "where Computer == c | take n | extend x = t, y = n | project x, y",
        "x:timespan, y:long|1.00:00:00, 1");
    row("union withsource=T Event, Perf | summarize count() by T | sort by T asc",
        "T:string, count_:long|'Event', 5|'Perf', 3");
    row("Perf | union (Event | where EventID == 51) | count", "Count:long|5");
}

void TestOperators::answers()
{
    QFETCH(QString, query);
    QFETCH(QString, lines);
    QCOMPARE(m_fixture.answer(query), lines.split(u'|'));
}

void TestOperators::ignoringOrder_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    // Columns of one name and two types stay apart, and each row has its own.
    QTest::newRow("union of types")
        << QStringLiteral(
               "union Event, Perf | where Computer == \"web01\" | project EventID_int, EventID_string, Level")
        << QStringLiteral("EventID_int:int, EventID_string:string, Level:string|51, '', 'Warning'|"
                          "7036, '', 'Information'|null, 'x', ''");
    QTest::newRow("three groups")
        << QStringLiteral("Event | summarize count() by Computer, Level")
        << QStringLiteral("Computer:string, Level:string, count_:long|'DB01', '', 1|'DB01', 'Error', 1|"
                          "'web01', 'Information', 1|'web01', 'Warning', 1|'web02', 'Information', 1");
}

void TestOperators::ignoringOrder()
{
    QFETCH(QString, query);
    QFETCH(QString, lines);
    QStringList answer = m_fixture.answer(query);
    const QString headers = answer.takeFirst();
    answer.sort();
    answer.prepend(headers);
    QCOMPARE(answer, lines.split(u'|'));
}

void TestOperators::refuses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *query, const char *code, const char *word) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(code)
                             << QString::fromUtf8(word);
    };
    row("range x from 1.0 to 2.0 step 0.5", "SEM0001", "real");
    row("print hash_md5(1)", "SEM0001", "long");
    row("Event | extend row_number()", "SEM0100", "'row_number'");
    row("Mixed | where m > 1.5", "SEM0001", "“real”");
    row("Mixed | extend x = m % 2", "SEM0001", "“decimal”");
    row("Mixed | where d.x > 1", "SEM0001", "“dynamic”");
    row("declare query_parameters(n:long); Event | take n", "SEM0001", "'n' has no value");
    row("Event | take 5; Event | count", "SEM0001", "several result tables");
    row("Event | where EventID == \"51\"", "SEM0064", "int and string");
    row("Event | extend x = 1, x = 2", "SEM", "");
    row("Event | take -1", "SEM0001", "number of rows");
    row("Event | take long(null)", "SEM0001", "number of rows");
    row("Event | take 1 - 2", "E_QUERY_FAILED", "number of rows");
    row("Event | top -1 by EventID", "SEM0001", "number of rows");
    row("let n = -1; Event | take n", "SEM0001", "number of rows");
    row("print datetime(1/2/2026)", "SEM0001", "date form");
    // Of a comparison DuckDB would move the number to the other side, and of a sum out of it
    row("Mixed | where n + 9223372036854775807 > 0 | count", "E_QUERY_FAILED", "too large");
    row("Mixed | where n - 9223372036854775807 < -9223372036854775800 | count", "E_QUERY_FAILED",
        "too large");
    row("Mixed | extend l = n * 1000000000 | where tobool(-10000000000 * l) | count", "E_QUERY_FAILED",
        "too large");
    row("Mixed | where n + 9223372036854775807 between (1 .. 5) | count", "E_QUERY_FAILED", "too large");
    row("Mixed | where ts * 9223372036854775807 > 1d | count", "E_QUERY_FAILED", "too large");
    row("Nothing | take 1", "SEM0100", "'Nothing'");
    row("Event | where Foo == 1", "SEM0100", "'Foo'");
    row("not a valid query", "SYN0002", "'a' on line [1,4]");
    row("Event |", "SYN0002", "[1,7]");
    row("", "SEM0100", "");
}

void TestOperators::refuses()
{
    QFETCH(QString, query);
    QFETCH(QString, code);
    QFETCH(QString, word);
    const QString answer = m_fixture.answer(query).constFirst();
    QVERIFY2(answer.startsWith(code), qPrintable(answer));
    QVERIFY2(answer.contains(word), qPrintable(answer));
}

/// Each `let` uses the one before it twice.
void TestOperators::refusesWhatGrows_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("last");
    QTest::newRow("scalars") << QStringLiteral("let v0 = 1; ") << QStringLiteral("let v%2 = v%1 + v%1; ")
                             << QStringLiteral("print v40");
    QTest::newRow("texts") << QStringLiteral("let v0 = \"a\"; ")
                           << QStringLiteral("let v%2 = strcat(v%1, v%1); ") << QStringLiteral("print v40");
}

void TestOperators::refusesWhatGrows()
{
    QFETCH(QString, first);
    QFETCH(QString, step);
    QFETCH(QString, last);
    QString query = first;
    for (int i = 0; i < 40; ++i)
        query += step.arg(i).arg(i + 1);
    QCOMPARE(m_fixture.answer(query + last).constFirst(),
             QStringLiteral("SEM0001 The query is too large for the embedded workspace."));
}

QTEST_GUILESS_MAIN(TestOperators)
#include "tst_operators.moc"
