#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Join, lookup and what looks through several tables: what they make of small tables, with values written
/// down here. None of them promises an order.
class TestJoins : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void answers_data();
    void answers();
    void refuses_data();
    void refuses();

private:
    QString sortedAnswer(const QString &query);
    EngineFixture m_fixture;
};

/// The rows in the order of their texts.
QString TestJoins::sortedAnswer(const QString &query)
{
    QStringList answer = m_fixture.answer(query);
    const QString headers = answer.takeFirst();
    answer.sort();
    answer.prepend(headers);
    return answer.join(u'|');
}

void TestJoins::kinds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("X | join Y on Key",
        "Key:string, V1:long, Key1:string, V2:long|'b', 2, 'b', 10|'c', 4, 'c', 20|'c', 4, 'c', 30");
    row("X | join kind=innerunique Y on Key",
        "Key:string, V1:long, Key1:string, V2:long|'b', 2, 'b', 10|'c', 4, 'c', 20|'c', 4, 'c', 30");
    row("X | join kind=inner Y on Key", "Key:string, V1:long, Key1:string, V2:long|'b', 2, 'b', 10|'b', 3, "
                                        "'b', 10|'c', 4, 'c', 20|'c', 4, 'c', 30");
    row("X | join kind=leftouter Y on Key", "Key:string, V1:long, Key1:string, V2:long|'a', 1, '', null|'b', "
                                            "2, 'b', 10|'b', 3, 'b', 10|'c', 4, 'c', 20|'c', 4, 'c', 30");
    row("X | join kind=rightouter Y on Key",
        "Key:string, V1:long, Key1:string, V2:long|'', null, 'd', 40|'b', 2, 'b', 10|'b', 3, 'b', 10|'c', 4, "
        "'c', 20|'c', 4, 'c', 30");
    row("X | join kind=fullouter Y on Key",
        "Key:string, V1:long, Key1:string, V2:long|'', null, 'd', 40|'a', 1, '', null|'b', 2, 'b', 10|'b', "
        "3, 'b', 10|'c', 4, 'c', 20|'c', 4, 'c', 30");
    row("X | join kind=leftsemi Y on Key", "Key:string, V1:long|'b', 2|'b', 3|'c', 4");
    row("X | join kind=rightsemi Y on Key", "Key:string, V2:long|'b', 10|'c', 20|'c', 30");
    row("X | join kind=leftanti Y on Key", "Key:string, V1:long|'a', 1");
    row("X | join kind=anti Y on Key", "Key:string, V1:long|'a', 1");
    row("X | join kind=leftantisemi Y on Key", "Key:string, V1:long|'a', 1");
    row("X | join kind=rightanti Y on Key", "Key:string, V2:long|'d', 40");
    row("X | join kind=rightantisemi Y on Key", "Key:string, V2:long|'d', 40");
    row("X | lookup Y on Key",
        "Key:string, V1:long, V2:long|'a', 1, null|'b', 2, 10|'b', 3, 10|'c', 4, 20|'c', 4, 30");
    row("X | lookup kind=inner Y on Key",
        "Key:string, V1:long, V2:long|'b', 2, 10|'b', 3, 10|'c', 4, 20|'c', 4, 30");
    row("X | join kind=inner hint.strategy=broadcast (Y | where V2 > 10) on $left.Key == $right.Key",
        "Key:string, V1:long, Key1:string, V2:long|'c', 4, 'c', 20|'c', 4, 'c', 30");
    row("X | join kind=inner (Y | project K2 = Key, V1 = V2 / 5) on $left.Key == $right.K2, V1",
        "Key:string, V1:long, K2:string, V11:long|'b', 2, 'b', 2|'c', 4, 'c', 4");
    row("X | join kind=inner (Y | project K2 = Key, V1 = V2 / 5) on $left.Key == $right.K2 and $left.V1 == "
        "$right.V1",
        "Key:string, V1:long, K2:string, V11:long|'b', 2, 'b', 2|'c', 4, 'c', 4");
    row("X | lookup (Y | project K2 = Key, V2) on $left.Key == $right.K2",
        "Key:string, V1:long, V2:long|'a', 1, null|'b', 2, 10|'b', 3, 10|'c', 4, 20|'c', 4, 30");
    row("X | join kind=inner (X) on Key | count", "Count:long|6");
}

void TestJoins::kinds()
{
    QFETCH(QString, query);
    const QString tables = QStringLiteral(
        "let X = datatable(Key:string, V1:long) [\"a\", 1, \"b\", 2, \"b\", 3, \"c\", 4];"
        "let Y = datatable(Key:string, V2:long) [\"b\", 10, \"c\", 20, \"c\", 30, \"d\", 40];");
    QTEST(sortedAnswer(tables + query), "lines");
}

void TestJoins::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("datatable(a:long)[1, long(null)] | join kind=inner (datatable(a:long)[1, long(null)]) on a",
        "a:long, a1:long|1, 1");
    row("datatable(a:long)[1, long(null)] | join kind=leftanti (datatable(a:long)[1, long(null)]) on a",
        "a:long|null");
    row("datatable(a:long)[1, long(null)] | join kind=fullouter (datatable(b:long)[1, long(null)]) on "
        "$left.a == $right.b",
        "a:long, b:long|1, 1|null, null|null, null");
    row("datatable(a:string)[\"\", \"x\"] | join kind=inner (datatable(a:string)[\"\", \"X\"]) on a",
        "a:string, a1:string|'', ''");
    row("datatable(a:string)[\"é\", \"'; DROP TABLE event; --\"] | join kind=inner "
        "(datatable(a:string)[\"é\", \"'; DROP TABLE event; --\"]) on a | project a",
        "a:string|''; DROP TABLE event; --'|'é'");
    row("datatable(a:real)[real(nan), 1.5] | join kind=inner (datatable(a:real)[real(nan), 1.5]) on a",
        "a:real, a1:real|1.5, 1.5");
    row("datatable(a:guid)[guid(74BE27DE-1e4e-49d9-b579-fe0b331d3642)] | join kind=inner "
        "(datatable(a:guid)[guid(74be27de-1e4e-49d9-b579-fe0b331d3642)]) on a | count",
        "Count:long|1");
    row("datatable(t:datetime, s:timespan, b:bool)[datetime(2026-01-01), 1h, true] | join kind=inner "
        "(datatable(t:datetime, s:timespan, b:bool)[datetime(2026-01-01), 1h, true]) on t, s, b | count",
        "Count:long|1");
    row("datatable(a:long, s:string)[1, \"x\"] | join kind=rightouter (datatable(a:long, s:string, n:int, "
        "d:dynamic)[2, \"y\", 3, dynamic([1])]) on a",
        "a:long, s:string, a1:long, s1:string, n:int, d:dynamic|null, '', 2, 'y', 3, [1]");
    row("datatable(a:long, s:string)[1, \"x\"] | join kind=leftouter (datatable(a:long, s:string, n:int, "
        "d:dynamic)[2, \"y\", 3, dynamic([1])]) on a",
        "a:long, s:string, a1:long, s1:string, n:int, d:dynamic|1, 'x', null, '', null, null");
    row("datatable(a:long, s:string)[1, \"x\"] | lookup (datatable(a:long, s:string, n:int)[2, \"y\", 3]) on "
        "a",
        "a:long, s:string, s1:string, n:int|1, 'x', '', null");
    row("datatable(Key:string)[\"a\"] | join kind=inner (datatable(Key:string, Key1:long)[\"a\", 1]) on Key",
        "Key:string, Key2:string, Key1:long|'a', 'a', 1");
    row("datatable(k:long, v:long)[1, 3, 1, 2, 1, 1] | sort by v asc | join (datatable(k:long)[1]) on k",
        "k:long, v:long, k1:long|1, 1, 1");
    row("Event | as T | join kind=inner (T | where EventID == 51 | project Computer) on Computer | project "
        "Computer, EventID",
        "Computer:string, EventID:int|'DB01', 51|'DB01', null|'web01', 51|'web01', 7036");
    row("let S = datatable(Id:string, What:string, Time:datetime)[\"0\", \"A\", datetime(2017-10-01), \"0\", "
        "\"B\", datetime(2017-10-01 00:01), \"3\", \"A\", datetime(2017-10-01 00:04), \"3\", \"B\", "
        "datetime(2017-10-01 00:10)]; S | where What == \"A\" | project Id, Start = Time | join kind=inner "
        "(S | where What == \"B\" | project Id, End = Time) on Id | where (End - Start) between (0min .. "
        "1min) | project Id, Start, End",
        "Id:string, Start:datetime, End:datetime|'0', 2017-10-01T00:00:00Z, 2017-10-01T00:01:00Z");
    row("range a from 1 to 3 step 1 | extend one = 1 | join kind=inner (range b from 1 to 2 step 1 | extend "
        "one = 1) on one | project a, b",
        "a:long, b:long|1, 1|1, 2|2, 1|2, 2|3, 1|3, 2");
    row("union withsource=S (Event | as X), Perf | summarize count() by S",
        "S:string, count_:long|'Perf', 3|'X', 5");
    row("union E*, P* | count", "Count:long|8");
    // The binder takes x for one column where a pattern names the tables.
    row("let E_a = view () { print x = 1 }; let E_b = view () { print x = \"s\" }; union E_*",
        "x_long:long, x_string:string|1, ''|null, 's'");
    row("let E_a = view () { print x = 1 }; let E_b = view () { print x = \"s\" }; "
        "union withsource=T E_* | summarize n = count() by T",
        "T:string, n:long|'E_a', 1|'E_b', 1");
    row("Event | where EventID == 51 | project Computer, d = TimeGenerated - ingestion_time()",
        "Computer:string, d:timespan|'DB01', 00:00:00|'web01', 00:00:00");
    row("union withsource=T * | summarize count() by T",
        "T:string, count_:long|'Event', 5|'Mixed', 4|'Perf', 3");
    row("union (print x = 1), (print x = toint(2)), (print x_long = 3)",
        "x_long1:long, x_int:int, x_long:long|1, null, null|null, 2, null|null, null, 3");
    row("union (print x = 1), (print x = \"a\"), (print x_long = 2)",
        "x_long1:long, x_string:string, x_long:long|1, '', null|null, '', 2|null, 'a', null");
    row("union kind=inner (print a = 1, b = \"x\", c = 2), (print b = \"y\", a = 3)",
        "a:long, b:string|1, 'x'|3, 'y'");
    row("union kind=inner withsource=S (print a = 1, b = \"x\"), (print b = \"y\") | where b != \"z\"",
        "S:string, b:string|'union_arg0', 'x'|'union_arg1', 'y'");
    row("union kind=outer Event, Perf | count", "Count:long|8");
    row("union isfuzzy=true Event, Nothing, (Nope | where a > 1) | count", "Count:long|5");
    row("union isfuzzy=false Event, Perf | count", "Count:long|8");
    row("union isfuzzy=true E*, Zip*, Perf | count", "Count:long|8");
    row("range x from 1 to 2 step 1 | as T1 | union withsource=TableName (range x from 1 to 2 step 1 | as "
        "T2)",
        "TableName:string, x:long|'T1', 1|'T1', 2|'T2', 1|'T2', 2");
    row("Event | union withsource=S (Perf | where CounterValue > 50) | summarize count() by S",
        "S:string, count_:long|'Event', 5|'union_arg1', 1");
    row("union Event, Perf | where EventID_string == \"7036\" | project Computer", "Computer:string|'web02'");
    row("union Event, Perf | getschema | summarize n = count()", "n:long|9");
    row("search \"disk\" | project $table, Message, CounterName",
        "$table:string, Message:string, CounterName:string|'Event', 'Disk failure', ''|'Perf', '', 'disk'");
    row("search kind=case_sensitive \"disk\" | project $table, CounterName",
        "$table:string, CounterName:string|'Perf', 'disk'");
    row("search kind=case_insensitive \"DISK\" | project $table", "$table:string|'Event'|'Perf'");
    row("search kind=default \"DISK\" | count", "Count:long|2");
    row("search in (Event, P*) \"web*\" and (Computer:\"web01\" or Level == \"Warning\") | project $table, "
        "Computer, Level, CounterName",
        "$table:string, Computer:string, Level:string, CounterName:string|'Event', 'web01', 'Information', "
        "''|'Event', 'web01', 'Warning', ''|'Perf', 'web01', '', 'cpu'");
    row("Event | search Level:\"err*\" or \"*vice\" | project $table, Level, Message",
        "$table:string, Level:string, Message:string|'Event', 'Error', 'Disk failure'|'Event', "
        "'Information', 'The service entered the running state'|'Event', 'Information', 'The service entered "
        "the stopped state'|'Event', 'Warning', 'An error was detected on device Disk1'");
    row("Event | search \"*tere*\" | project Computer", "Computer:string|'web01'|'web02'");
    row("Event | search Computer:\"*1\" and not(Level == \"Error\") | project Computer, Level",
        "Computer:string, Level:string|'DB01', ''|'web01', 'Information'|'web01', 'Warning'");
    row("search Computer == \"DB01\" and CounterValue > 1 | count", "Count:long|0");
    row("search Computer == \"DB01\" | project $table, EventID_int, CounterName",
        "$table:string, EventID_int:int, CounterName:string|'Event', 51, ''|'Event', null, ''|'Perf', null, "
        "'disk'");
    row("search in (Event) \"Error*device\" | count",
        "E_QUERY_FAILED A word with “*” in its middle was found "
        "in other capital or small letters only; “search "
        "kind=case_sensitive” leaves those out.");
    row("search in (Event) \"ser*ing\" | count", "Count:long|1");
    row("let T_view = view () { print x = 1 }; let T_notview = () { print x = 2 }; union T*", "x:long|1");
    row("search kind=case_sensitive in (Event) \"ser*ing\" | project Message",
        "Message:string|'The service entered the running state'");
    row("search kind=case_sensitive in (Event) Message has_cs \"Disk\" | project Message",
        "Message:string|'Disk failure'");
    row("search * | summarize count() by $table",
        "$table:string, count_:long|'Event', 5|'Mixed', 4|'Perf', 3");
    row("search \"x\" | count", "Count:long|2");
    row("search in (Mixed) \"10\" | project k", "k:int|1|4");
    row("Event | where EventID == 51 | search \"disk\" | project $table, Computer",
        "$table:string, Computer:string|'search_arg0', 'DB01'");
    row("Event | as E | search \"disk\" | project $table", "$table:string|'E'");
    row("search \"it's; --\" | count", "Count:long|0");
    row("find \"disk1\"",
        "source_:string, pack_:dynamic|'Event', "
        "{\"TimeGenerated\":\"2026-11-22T10:30:00.0000000Z\",\"Computer\":\"web01\",\"EventID\":51,\"Level\":"
        "\"Warning\",\"Message\":\"An error was detected on device Disk1\"}");
    row("find in (Mixed) where k == 1",
        "source_:string, k:int, n:long, r:real, s:string, b:bool, d:dynamic, ts:timespan, m:decimal|'Mixed', "
        "1, 10, 1.5, 'a', true, {\"x\":{\"y\":[1,2]},\"s\":\"t\",\"z\":null}, 01:00:00, 1.5");
    row("find Level == \"Error\"",
        "source_:string, TimeGenerated:datetime, Computer:string, EventID:int, Level:string, "
        "Message:string|'Event', 2026-11-21T10:00:00Z, 'DB01', 51, 'Error', 'Disk failure'");
    row("find in (Event, Mixed) where k == 1 or Level == \"Error\" project Level, k",
        "source_:string, Level:string, k:int|'Event', 'Error', null|'Mixed', '', 1");
    row("find in (Event, Mixed) where k == 1 or Level == \"Error\"",
        "source_:string, k:int, Level:string, pack_:dynamic|'Event', null, 'Error', "
        "{\"TimeGenerated\":\"2026-11-21T10:00:00.0000000Z\",\"Computer\":\"DB01\",\"EventID\":51,"
        "\"Message\":\"Disk failure\"}|'Mixed', 1, '', "
        "{\"n\":10,\"r\":1.5,\"s\":\"a\",\"b\":true,\"d\":{\"x\":{\"y\":[1,2]},\"s\":\"t\",\"z\":null},"
        "\"ts\":\"01:00:00\",\"m\":\"1.5\"}");
    row("find in (Event, Mixed) where Level == \"Error\"",
        "source_:string, TimeGenerated:datetime, Computer:string, EventID:int, Level:string, "
        "Message:string|'Event', 2026-11-21T10:00:00Z, 'DB01', 51, 'Error', 'Disk failure'");
    row("find in (Event) where EventID == 51 project EventID:string, Computer",
        "source_:string, EventID:string, Computer:string|'Event', '51', 'DB01'|'Event', '51', 'web01'");
    row("find withsource=S in (Event) where Level == \"Error\" project-smart",
        "S:string, TimeGenerated:datetime, Computer:string, EventID:int, Level:string, "
        "Message:string|'Event', 2026-11-21T10:00:00Z, 'DB01', 51, 'Error', 'Disk failure'");
    row("find in (M*) where * has \"b\" project k", "source_:string, k:int|'Mixed', 3|'Mixed', 4");
}

void TestJoins::answers()
{
    QFETCH(QString, query);
    QTEST(sortedAnswer(query), "lines");
}

void TestJoins::refuses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *query, const char *code, const char *word) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(code)
                             << QString::fromUtf8(word);
    };
    row("Mixed | join kind=inner (Mixed) on d", "SEM0001", "dynamic");
    row("Event | join kind=inner (Mixed) on $left.EventID == $right.s", "SEM", "");
    row("Event | join kind=sideways (Perf) on Computer", "SEM", "");
    row("Event | lookup kind=rightouter (Perf) on Computer", "SEM", "");
    row("union kind=inner Event, Perf", "SEM0001", "“EventID”");
    row("union isfuzzy=true Nothing", "SEM0100", "none of the tables");
    row("union Nothing", "SEM0100", "");
    row("Event | search kind=case_sensitive \"*s*ing\"", "SEM0001", "“*”");
    row("Event | search kind=case_sensitive Message has \"x\"", "SEM0001", "ignores case");
    row("find Computer == \"a\"", "SEM0001", "“EventID”");
    row("find in (Event) where EventID == 51 project Computer, pack(*)", "SEM0001", "pack");
}

void TestJoins::refuses()
{
    QFETCH(QString, query);
    QFETCH(QString, code);
    QFETCH(QString, word);
    const QString answer = m_fixture.answer(query).constFirst();
    QVERIFY2(answer.startsWith(code), qPrintable(answer));
    QVERIFY2(answer.contains(word), qPrintable(answer));
}

QTEST_GUILESS_MAIN(TestJoins)
#include "tst_joins.moc"
