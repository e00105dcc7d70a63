#include "classicfixture.h"
#include "core/kqltext.h"
#include "core/ticks.h"
#include "core/timezone.h"
#include "kql/classicdates.h"
#include "kql/classictranslator.h"

#include <QTest>

using namespace sonde;

class TestClassicTranslator : public QObject
{
    Q_OBJECT

private slots:
    void withoutTables_data();
    void withoutTables();
    void withTables_data();
    void withTables();
    void dates_data();
    void dates();
    void tellsWhatTheAnswerNeeds();
    void countsWhatMatches();
    void quotesNamesAndTexts();
    void takesNamesThatAreFree();
    void whatSelectLeavesOutIsNotAtHand();
    void anyTextIsTranslatedOrRefused();
};

void TestClassicTranslator::withoutTables_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("kql");
    const auto row = [](const char *search, const char *kql) {
        QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(kql);
    };
    row("*", "search *|sort by TimeGenerated desc");
    row("", "search *|sort by TimeGenerated desc");
    row("Type=Event", "Event|sort by TimeGenerated desc");
    row("Type:Event", "Event|sort by TimeGenerated desc");
    row("Type=Event OR Type=Perf", "union Event, Perf|sort by TimeGenerated desc");
    row("Type=Event Level=Error", "Event|where Level == \"Error\"|sort by TimeGenerated desc");
    row("Type=Event Level=\"a b\"", "Event|where Level == \"a b\"|sort by TimeGenerated desc");
    row("Type=Event EventID=51", "Event|where EventID == 51|sort by TimeGenerated desc");
    row("Type=Event EventID=\"51\"", "Event|where EventID == \"51\"|sort by TimeGenerated desc");
    row("Type=Event EventID!=51", "Event|where EventID != 51|sort by TimeGenerated desc");
    row("Type = Event EventID >= 51", "Event|where EventID >= 51|sort by TimeGenerated desc");
    row("Type=Event EventID:[1..5]", "Event|where EventID between (1 .. 5)|sort by TimeGenerated desc");
    row("Type=Event TimeGenerated:[2026-11-01..NOW/DAY]",
        "Event|where TimeGenerated between (datetime(2026-11-01T00:00:00Z) .. "
        "datetime(2026-11-22T00:00:00Z))|"
        "sort by TimeGenerated desc");
    row("error", "search *|where * has \"error\"|sort by TimeGenerated desc");
    row("disk error", "search *|where * has \"disk\" and * has \"error\"|sort by TimeGenerated desc");
    row("\"disk error\"", "search *|where * has \"disk error\"|sort by TimeGenerated desc");
    // OR binds tighter than AND, whether it is written or not.
    row("a OR b c", "search *|where (* has \"a\" or * has \"b\") and * has \"c\"|sort by TimeGenerated desc");
    row("c a || b", "search *|where * has \"c\" and (* has \"a\" or * has \"b\")|sort by TimeGenerated desc");
    row("a OR b AND c",
        "search *|where (* has \"a\" or * has \"b\") and * has \"c\"|sort by TimeGenerated desc");
    row("(a OR b) and (c or d)", "search *|where (* has \"a\" or * has \"b\") and (* has \"c\" or * has "
                                 "\"d\")|sort by TimeGenerated desc");
    row("NOT a !b", "search *|where not(* has \"a\") and not(* has \"b\")|sort by TimeGenerated desc");
    row("NOT EventID>5",
        "search *|where not((isnotnull(EventID) and EventID > 5))|sort by TimeGenerated desc");
    row("Computer=*SQL*", "search *|where Computer contains_cs \"SQL\"|sort by TimeGenerated desc");
    row("Computer=SQL*", "search *|where Computer startswith_cs \"SQL\"|sort by TimeGenerated desc");
    row("Computer=*SQL", "search *|where Computer endswith_cs \"SQL\"|sort by TimeGenerated desc");
    row("Computer=a*b.c",
        "search *|where Computer matches regex \"^(?s:a.*b\\\\.c)$\"|sort by TimeGenerated desc");
    row("Computer=*", "search *|where isnotempty(Computer)|sort by TimeGenerated desc");
    row("Computer=\"a*\"", "search *|where Computer == \"a*\"|sort by TimeGenerated desc");
    row("Computer:contains(\"x\")", "search *|where Computer contains_cs \"x\"|sort by TimeGenerated desc");
    // Characters that would be signs elsewhere are part of a word or value where they cannot be meant so.
    row("Computer=O'Brien-1", "search *|where Computer == \"O'Brien-1\"|sort by TimeGenerated desc");
    row("Computer=\"a=b\"", "search *|where Computer == \"a=b\"|sort by TimeGenerated desc");
    row("Computer=\"'a'\"", "search *|where Computer == \"'a'\"|sort by TimeGenerated desc");
    row("Computer=\"[1..5]\"", "search *|where Computer == \"[1..5]\"|sort by TimeGenerated desc");
    row("EventID=-5", "search *|where EventID == -5|sort by TimeGenerated desc");
    row("web-01", "search *|where * has \"web-01\"|sort by TimeGenerated desc");
    row("a=b&&c=d", "search *|where a == \"b\" and c == \"d\"|sort by TimeGenerated desc");
    row("Type=Event | top 5", "Event|sort by TimeGenerated desc|take 5");
    row("Type=Event | LIMIT 5", "Event|sort by TimeGenerated desc|take 5");
    row("Type=Event | sort EventID desc, Computer | top 5",
        "Event|sort by EventID desc, Computer asc|take 5");
    row("Type=Event | sort TimeGenerated", "Event|sort by TimeGenerated desc");
    row("Type=Event | select Computer, EventID",
        "Event|sort by TimeGenerated desc|project Computer, EventID");
    row("Type=Event | distinct Computer",
        "Event|where isnotempty(Computer)|distinct Computer|sort by Computer asc");
    row("Type=Event | measure count()", "Event|summarize AggregatedValue = count()");
    row("Type=Event | Measure Count() by Computer",
        "Event|where isnotempty(Computer)|summarize AggregatedValue = count() by Computer|"
        "sort by AggregatedValue desc");
    row("Type=Perf | measure avg(CounterValue) as v, max(CounterValue) by Computer | top 3",
        "Perf|where isnotempty(Computer)|summarize v = avg(CounterValue), [\"max(CounterValue)\"] = "
        "max(CounterValue) by Computer|sort by v desc|take 3");
    row("* | measure count() interval 1HOUR", "search *|where isnotnull(TimeGenerated)|summarize "
                                              "AggregatedValue = count() by bin(TimeGenerated, 1h)|"
                                              "sort by TimeGenerated desc");
    row("err*", "search *|where * hasprefix \"err\"|sort by TimeGenerated desc");
    row("*err", "search *|where * hassuffix \"err\"|sort by TimeGenerated desc");
    row("*err*", "search *|where * contains \"err\"|sort by TimeGenerated desc");
    row("Computer IN {a,\"b c\", d}",
        "search *|where Computer in (\"a\", \"b c\", \"d\")|sort by TimeGenerated desc");
    row("Computer not in { a }", "search *|where not(Computer in (\"a\"))|sort by TimeGenerated desc");
    row("EventID IN {1201,1204}", "search *|where EventID in (1201, 1204)|sort by TimeGenerated desc");
    row("EventID IN {1201,\"a\"}", "search *|where EventID in (\"1201\", \"a\")|sort by TimeGenerated desc");
    row("TimeGenerated IN {2026-11-01T12:00}",
        "search *|where TimeGenerated in (datetime(2026-11-01T12:00:00Z))|sort by TimeGenerated desc");
    row("Type=Event Computer IN {Type:Perf x=1 | measure count() by Computer} | top 3",
        "Event|where Computer in ((Perf | where x == 1 | where isnotempty(Computer) | summarize "
        "AggregatedValue = count() by Computer | project Computer))|sort by TimeGenerated desc|take 3");
    row("Type=Event Computer NOT IN {* | measure count() by Host | where AggregatedValue>5 | top 9}",
        "Event|where not(Computer in ((search * | where isnotempty(Host) | summarize AggregatedValue = "
        "count() by Host | where AggregatedValue > 5 | sort by AggregatedValue desc | take 9 | project "
        "Host)))|sort by TimeGenerated desc");
    row("a in b", "search *|where * has \"a\" and * has \"in\" and * has \"b\"|sort by TimeGenerated desc");
    row("Computer:Regex(\"^C.*\")", "search *|where isnotempty(Computer) and Computer matches regex "
                                    "\"\\\\A(?s:C.*)\\\\z\"|sort by TimeGenerated desc");
    row("Computer=RegEx(\"bw-0[1-3]@(x|\\[y){2,}.a+\")",
        "search *|where isnotempty(Computer) and Computer matches regex "
        "\"\\\\A(?s:bw\\\\-0[1-3].*(?:x|\\\\[y){2,}.a+)\\\\z\"|sort by TimeGenerated desc");
    row("Computer:Regex(\"[^a\\]-]()?@*\")", "search *|where isnotempty(Computer) and Computer matches regex "
                                             "\"\\\\A(?s:[^a\\\\]\\\\-](?:)?(?:.*)*)\\\\z\"|sort by "
                                             "TimeGenerated desc");
    row("Computer=a*\u00e9*",
        "search *|where Computer matches regex \"^(?s:a.*\u00e9.*)$\"|sort by TimeGenerated desc");
    row("Type=Event | skip 5", "Event|sort by TimeGenerated desc|extend row_to_skip = row_number()|where "
                               "row_to_skip > 5|project-away row_to_skip");
    // Ten, from the 200th on.
    row("Type=Event | top 10 | skip 200",
        "Event|sort by TimeGenerated desc|extend row_to_skip = row_number()|where row_to_skip > 200|"
        "project-away row_to_skip|take 10");
    row("Type=Event | sort a | Skip 200 | Top 10",
        "Event|sort by a asc|extend row_to_skip = row_number()|where row_to_skip > 200|project-away "
        "row_to_skip|take 10");
    row("Type=Event | Dedup EventID | sort TimeGenerated DESC",
        "Event|where isnotempty(EventID)|summarize arg_max(TimeGenerated, *) by EventID|sort by "
        "TimeGenerated desc");
    row("Type=Event | dedup TimeGenerated",
        "Event|where isnotnull(TimeGenerated)|summarize take_any(*) by TimeGenerated|sort by "
        "TimeGenerated desc");
    row("Type=Perf | measure avg(v) by Computer | where (AggregatedValue>50 and AggregatedValue<90)",
        "Perf|where isnotempty(Computer)|summarize AggregatedValue = avg(v) by Computer|where "
        "AggregatedValue > 50 and AggregatedValue < 90|sort by AggregatedValue desc");
    row("Type=Perf | measure avg(v) as A by Computer | Where A>80 OR NOT Computer=web* | sort A",
        "Perf|where isnotempty(Computer)|summarize A = avg(v) by Computer|where A > 80 or not(Computer "
        "startswith_cs \"web\")|sort by A asc");
    row("Type=Perf | measure percentile75(v) as p, PCT5(v), stddev(v), min(v) by a, b, c interval 1YEAR",
        "Perf|where isnotempty(a) and isnotempty(b) and isnotempty(c) and isnotnull(TimeGenerated)|"
        "summarize p = percentile(v, 75), [\"pct5(v)\"] = percentile(v, 5), [\"stddev(v)\"] = stdev(v), "
        "[\"min(v)\"] = minif(v, isnotempty(v)) by a, b, c, TimeGenerated = startofyear(TimeGenerated)|sort "
        "by "
        "TimeGenerated desc");
    row("* | measure count() by TimeGenerated interval 1month",
        "search *|where isnotnull(TimeGenerated)|summarize AggregatedValue = count() by TimeGenerated = "
        "startofmonth(TimeGenerated)|sort by TimeGenerated desc");
    row("Type=Perf | measure max(product(v,60)) as M by Computer",
        "Perf|where isnotempty(Computer)|summarize M = max(todouble(v) * 60.0) by Computer|sort by M desc");
    row("Type=Perf | Extend product(v,60) AS M | measure max(M), sum(div( v , 2 ))",
        "Perf|extend M = todouble(v) * 60.0|summarize [\"max(M)\"] = max(M), [\"sum(div( v , 2 ))\"] = "
        "sum(todouble(v) / 2.0)");
    row("Type=Perf | EXTEND if(map(v,0,50,0,1),\"HIGH\",\"LOW\") as U",
        "Perf|extend U = iff(coalesce(iff(todouble(v) between (0.0 .. 50.0), 0.0, 1.0), 0.0) != 0.0, "
        "\"HIGH\", \"LOW\")|sort by TimeGenerated desc");
    row("Type=Perf | extend sub(sum(a,-1),product(b,sum(c,007.5))) as x",
        "Perf|extend x = (todouble(a) + (-1.0)) - (todouble(b) * (todouble(c) + 7.5))|sort by "
        "TimeGenerated desc");
    row("Type=Perf | extend def(a,b,\"none\") as x",
        "Perf|extend x = coalesce(tostring(a), tostring(b), \"none\")|sort by TimeGenerated desc");
    row("Type=Perf | extend ms(NOW/DAY,TimeGenerated) as age",
        "Perf|extend age = (datetime(2026-11-22T00:00:00Z) - TimeGenerated) / 1ms|sort by "
        "TimeGenerated desc");
    row("Type=Perf | extend ms() as m | extend floor(max(m,1,min(2,a))) as x",
        "Perf|extend m = (datetime(2026-11-22T12:34:56.789Z) - datetime(1970-01-01)) / 1ms|extend x = "
        "floor(max_of(todouble(m), 1.0, min_of(2.0, todouble(a))), 1.0)|sort by TimeGenerated desc");
    row("Type=Perf | extend and(exists(a),not(or(exists(b),exists(c)))) as x",
        "Perf|extend x = (isnotempty(a)) and (not((isnotempty(b)) or (isnotempty(c))))|sort by "
        "TimeGenerated desc");
    row("Type=Perf | extend recip(linear(a,2,4),1,10,hypo(3,4)) as x | select x, a",
        "Perf|extend x = 10.0 / (1.0 * (2.0 * todouble(a) + 4.0) + sqrt(3.0 * 3.0 + 4.0 * 4.0))|sort by "
        "TimeGenerated desc|project x, a");
    // What may be absent is no truth.
    row("Type=Perf | extend not(if(exists(a),exists(b),exists(c))) as x",
        "Perf|extend x = not(coalesce(iff(isnotempty(a), isnotempty(b), isnotempty(c)), false))|sort by "
        "TimeGenerated desc");
    row("Type=Perf | extend if(def(exists(a),exists(b)),1,2) as x",
        "Perf|extend x = iff(coalesce(coalesce(isnotempty(a), isnotempty(b)), false), 1.0, 2.0)|sort by "
        "TimeGenerated desc");
    row("Type=Perf | extend abs(sub(a,sqrt(div(b,2)))) as x",
        "Perf|extend x = abs((todouble(a) - sqrt((todouble(b) / 2.0))))|sort by TimeGenerated desc");
    // A record without the field is not one with an empty text.
    row("Computer:contains(\"\")", "search *|where isnotempty(Computer)|sort by TimeGenerated desc");
    row("a Computer:Regex(\"a*\")",
        "search *|where * has \"a\" and isnotempty(Computer) and Computer matches regex "
        "\"\\\\A(?s:a*)\\\\z\"|sort by TimeGenerated desc");
    row("Computer=\"\"", "search *|where false|sort by TimeGenerated desc");
    row("Computer!=\"\"", "search *|sort by TimeGenerated desc");
    row("Computer IN {\"\",a}", "search *|where Computer in (\"a\")|sort by TimeGenerated desc");
    row("Computer IN {\"\"}", "search *|where false|sort by TimeGenerated desc");
    row("Type=\"\"", "search *|where false|sort by TimeGenerated desc");
    row("Computer IN {Type=A OR Type=B | measure count() by Computer}",
        "search *|where Computer in ((A | union B | where isnotempty(Computer) | summarize AggregatedValue = "
        "count() by Computer | project Computer))|sort by TimeGenerated desc");
    // What the order rests on stays at hand for as long as it is needed.
    row("Type=A | select Computer | join inner Computer (Type=B | select Computer) Computer",
        "A|sort by TimeGenerated desc|project Computer, TimeGenerated|join kind=inner (B | sort by "
        "TimeGenerated desc | project Computer | where isnotempty(Computer) | project Computer_joined = "
        "Computer) on $left.Computer == $right.Computer_joined|project-away Computer_joined|sort by "
        "TimeGenerated desc|project-away TimeGenerated");
    row("Type=A | select Computer | dedup Computer | select Computer",
        "A|sort by TimeGenerated desc|project Computer, TimeGenerated|where isnotempty(Computer)|summarize "
        "arg_max(TimeGenerated, *) by Computer|sort by TimeGenerated desc|project Computer");
    row("* | measure countdistinct(Computer) as n by Type interval 90 minutes",
        "search *|where isnotempty(Type) and isnotnull(TimeGenerated)|summarize n = dcountif(Computer, "
        "isnotempty(Computer)) by Type, bin(TimeGenerated, 90m)|sort by TimeGenerated desc");
}

void TestClassicTranslator::withoutTables()
{
    QFETCH(QString, search);
    QFETCH(QString, kql);
    const auto translation = ClassicTranslator().translate(search, classicNow());
    QVERIFY2(translation, qPrintable(translation ? QString() : translation.error().message));
    QCOMPARE(QString(translation->kql).replace(QLatin1String("\n| "), QLatin1String("|")), kql);
}

void TestClassicTranslator::withTables_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("kql");
    const auto row = [](const char *search, const char *kql) {
        QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(kql);
    };
    row("Type=Event", "Event|sort by TimeGenerated desc");
    row("Type=Perf", "Perf|extend Type = \"Perf\"|sort by TimeGenerated desc");
    row("Type=event", "Event|where false|sort by TimeGenerated desc"); // values are case-sensitive
    row("*", "union (Event | extend EventID = tostring(EventID)), (Perf | extend Type = \"Perf\")|"
             "sort by TimeGenerated desc");
    // A field that a table lacks is equal to nothing there, and different from everything.
    row("CounterValue>5", "Perf|where CounterValue > 5|extend Type = \"Perf\"|sort by TimeGenerated desc");
    row("CounterValue!=5 | select Computer",
        "union (Event | project TimeGenerated, Computer, Type), (Perf | where CounterValue != 5 | extend "
        "Type = "
        "\"Perf\" | project TimeGenerated, Computer, Type)|sort by TimeGenerated desc|"
        "project Computer, TimeGenerated, Type");
    // The same field is a number in one table and a text in the other.
    row("EventID=51 | measure count() by Type", "union (Event | where EventID == 51 | project TimeGenerated, "
                                                "Type), (Perf | where EventID == \"51\" | extend "
                                                "Type = \"Perf\" | project TimeGenerated, Type)|where "
                                                "isnotempty(Type)|summarize AggregatedValue = count() "
                                                "by Type|sort by AggregatedValue desc");
    row("Type=Event EventID>50", "Event|where EventID > 50|sort by TimeGenerated desc");
    row("Type=Event EventID=\"51\"", "Event|where EventID == 51|sort by TimeGenerated desc");
    // What another table says of the field is no matter.
    row("Type=Perf EventID=abc",
        "Perf|where EventID == \"abc\"|extend Type = \"Perf\"|sort by TimeGenerated desc");
    row("Type=Event NOT Type=Perf", "Event|sort by TimeGenerated desc");
    row("Type:contains(\"ven\")", "Event|sort by TimeGenerated desc");
    row("Type!=P*f", "Event|sort by TimeGenerated desc");
    row("Type=*ve*nt", "Event|sort by TimeGenerated desc");
    row("Type=*nt*nt", "Event|where false|sort by TimeGenerated desc");
    row("Type IN {Event,Other}", "Event|sort by TimeGenerated desc");
    row("Type IN {* | measure count() by Type}",
        "union (Event | where Type in ((Event | project TimeGenerated, Type | union (Perf | extend Type = "
        "\"Perf\" | project TimeGenerated, Type) | where isnotempty(Type) | summarize AggregatedValue = "
        "count() by Type | project Type)) | extend EventID = tostring(EventID)), (Perf | where \"Perf\" in "
        "((Event | project TimeGenerated, Type | union (Perf | extend Type = \"Perf\" | project "
        "TimeGenerated, Type) | where isnotempty(Type) | summarize AggregatedValue = count() by Type | "
        "project Type)) | extend Type = \"Perf\")|sort by TimeGenerated desc");
    row("Type=Perf CounterValue IN {1,2.5}",
        "Perf|where CounterValue in (1, 2.5)|extend Type = \"Perf\"|sort by TimeGenerated desc");
    row("CounterValue IN {1}",
        "Perf|where CounterValue in (1)|extend Type = \"Perf\"|sort by TimeGenerated desc");
    row("Type=Event Computer IN {CounterValue>5 | measure count() by Computer}",
        "Event|where Computer in ((Perf | where CounterValue > 5 | extend Type = \"Perf\" | where "
        "isnotempty(Computer) | summarize AggregatedValue = count() by Computer | project Computer))|sort by "
        "TimeGenerated desc");
    // The date among the fields is what an interval cuts.
    row("Type=Perf | measure count() by Started interval 5DAYS",
        "Perf|extend Type = \"Perf\"|where isnotnull(Started)|summarize AggregatedValue = count() by "
        "bin(Started, 5d)|sort by Started desc");
    row("Type=Perf | extend div(CounterValue,1024) as k | measure max(k) by Computer",
        "Perf|extend Type = \"Perf\"|extend k = CounterValue / 1024.0|where isnotempty(Computer)|summarize "
        "AggregatedValue = max(k) by Computer|sort by AggregatedValue desc");
    row("* | extend div(CounterValue,2) as k | measure count() by k",
        "union (Event | project TimeGenerated, Type), (Perf | extend Type = \"Perf\" | project "
        "TimeGenerated, CounterValue, Type)|extend k = CounterValue / 2.0|where isnotnull(k)|summarize "
        "AggregatedValue = count() by k|sort by AggregatedValue desc");
    row("Type=Perf | dedup CounterValue | select Computer",
        "Perf|extend Type = \"Perf\"|where isnotnull(CounterValue)|summarize arg_max(TimeGenerated, *) by "
        "CounterValue|sort by TimeGenerated desc|project Computer, TimeGenerated, Type");
    row("Type=Perf | measure max(TimeGenerated) as last by Type | where last>NOW-1DAY AND Type=Perf",
        "Perf|extend Type = \"Perf\"|where isnotempty(Type)|summarize [\"last\"] = "
        "max(TimeGenerated) by Type|where [\"last\"] > datetime(2026-11-21T12:34:56.789Z) and Type == "
        "\"Perf\"|sort by [\"last\"] desc");
    row("Type=Event | join inner Computer (Type=Perf CounterValue>1) Computer",
        "Event|join kind=inner (Perf | where CounterValue > 1 | extend Type = \"Perf\" | where "
        "isnotempty(Computer) | project TimeGenerated_joined = TimeGenerated, Computer_joined = Computer, "
        "CounterValue_joined = CounterValue, EventID_joined = EventID, Started_joined = Started, Type_joined "
        "= "
        "Type) on $left.Computer == $right.Computer_joined|project-away Computer_joined|sort by "
        "TimeGenerated desc");
    row("Type=Event | sort EventID | join LEFT Computer (Type=Perf | select Computer) Computer | top 2",
        "Event|sort by EventID asc|join kind=leftouter (Perf | extend Type = \"Perf\" | sort by "
        "TimeGenerated "
        "desc | project Computer, TimeGenerated, Type | where isnotempty(Computer) | project Computer_joined "
        "= "
        "Computer) on $left.Computer == $right.Computer_joined|project-away Computer_joined|sort by EventID "
        "asc|take 2");
    row("Type=Event | join outer Computer (Type=Event | select Computer, EventID) Computer",
        "Event|extend has_key = true|join kind=fullouter (Event | sort by TimeGenerated desc | project "
        "Computer, EventID, TimeGenerated, Type | project Computer_joined = Computer, EventID_joined = "
        "EventID, right_has_key = isnotempty(Computer)) on $left.has_key == $right.right_has_key, "
        "$left.Computer == $right.Computer_joined|extend Computer = coalesce(Computer, "
        "Computer_joined)|project-away Computer_joined, has_key, right_has_key|sort by TimeGenerated desc");
    row("Type=Event | sort EventID | select Computer | join inner Computer (Type=Perf | select Computer) "
        "Computer",
        "Event|sort by EventID asc|project Computer, TimeGenerated, Type, EventID|join kind=inner (Perf | "
        "extend Type = \"Perf\" | sort by TimeGenerated desc | project Computer, TimeGenerated, Type | where "
        "isnotempty(Computer) | project Computer_joined = Computer) on $left.Computer == "
        "$right.Computer_joined|project-away Computer_joined|sort by EventID asc|project-away EventID");
}

void TestClassicTranslator::withTables()
{
    QFETCH(QString, search);
    QFETCH(QString, kql);
    const auto translation = ClassicTranslator(classicTables()).translate(search, classicNow());
    QVERIFY2(translation, qPrintable(translation ? QString() : translation.error().message));
    QCOMPARE(QString(translation->kql).replace(QLatin1String("\n| "), QLatin1String("|")), kql);
}

void TestClassicTranslator::dates_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("instant");
    const auto row = [](const char *date, const char *instant) {
        QTest::newRow(date) << QString::fromLatin1(date) << QString::fromLatin1(instant);
    };
    row("NOW", "2026-11-22T12:34:56.789Z");
    row("now", "2026-11-22T12:34:56.789Z");
    row("NOW-24HOURS", "2026-11-21T12:34:56.789Z");
    row("NOW/DAY", "2026-11-22T00:00:00Z");
    row("NOW-1DAY/DAY", "2026-11-21T00:00:00Z");
    row("NOW+1HOUR-10MONTHS/MINUTE", "2026-01-22T13:34:00Z");
    row("NOW/YEAR", "2026-01-01T00:00:00Z");
    row("NOW-500MILLISECONDS", "2026-11-22T12:34:56.289Z");
    row("2026-11-01", "2026-11-01T00:00:00Z");
    row("2026-11-01T10:30", "2026-11-01T10:30:00Z");
    row("2026-11-01T10:30:15.5Z", "2026-11-01T10:30:15.5Z");
    row("NOW-2MILLIS", "2026-11-22T12:34:56.787Z");
    row("NOW/MILLISECOND", "2026-11-22T12:34:56.789Z");
    row("NOW/DATE+90MINUTES", "2026-11-22T01:30:00Z");
    row("NOW/MONTH-1SECOND", "2026-10-31T23:59:59Z");
    // The steps are taken one after the other.
    row("NOW/DAY-1HOUR/DAY", "2026-11-21T00:00:00Z");
    row("2013-10-01T12:00-10DAYS", "2013-09-21T12:00:00Z");
    row("2013-10-01T12:00:01.5Z/HOUR", "2013-10-01T12:00:00Z");
    row("2013-10-31+1MONTH", "2013-11-30T00:00:00Z");
    row("2013-10-01/YEAR", "2013-01-01T00:00:00Z");
    row("2013-10-01*2", "");
    row("2013-13-01-1DAY", "");
    row("NOW-9999YEARS", "");
    row("NOW+999999MONTHS", "");
    row("NOW-1FORTNIGHT", "");
    row("NOW-", "");
    row("yesterday", "");
}

void TestClassicTranslator::dates()
{
    QFETCH(QString, date);
    const std::optional<Ticks> ticks = parseClassicDate(date, toTicks(classicNow()));
    QTEST(ticks ? QString::fromStdString(formatIsoDateTime(*ticks)) : QString(), "instant");
}

void TestClassicTranslator::tellsWhatTheAnswerNeeds()
{
    const ClassicTranslator translator(classicTables());
    const auto raw =
        translator.translate(QStringLiteral("Type=Event | select Computer | top 7"), classicNow());
    QVERIFY(raw);
    QVERIFY(!raw->aggregated);
    QCOMPARE(raw->selectedFields, QStringList{QStringLiteral("Computer")});
    QCOMPARE(raw->top, 7);
    QCOMPARE(raw->types, QStringList{QStringLiteral("Event")});
    QCOMPARE(raw->sort, (QList<ClassicTranslation::SortKey>{{QStringLiteral("TimeGenerated"), true}}));

    const auto grouped = translator.translate(
        QStringLiteral("* | measure count() as n, max(CounterValue) by Computer interval 5MINUTES"),
        classicNow());
    QVERIFY(grouped);
    QVERIFY(grouped->aggregated);
    QCOMPARE(grouped->valueFields, (QStringList{QStringLiteral("n"), QStringLiteral("max(CounterValue)")}));
    QCOMPARE(grouped->groupingFields,
             (QStringList{QStringLiteral("Computer"), QStringLiteral("TimeGenerated")}));
    QCOMPARE(grouped->intervalField, QStringLiteral("TimeGenerated"));
    QCOMPARE(grouped->intervalMilliseconds, 300'000);
    QCOMPARE(grouped->types, (QStringList{QStringLiteral("Event"), QStringLiteral("Perf")}));
}

void TestClassicTranslator::countsWhatMatches()
{
    const ClassicTranslator translator(classicTables());
    const auto raw =
        translator.translate(QStringLiteral("Type=Event EventID=5 | select Computer | top 7"), classicNow());
    QVERIFY(raw);
    QCOMPARE(raw->countKql, QStringLiteral("Event\n| where EventID == 5\n| count"));
    const auto grouped = translator.translate(
        QStringLiteral("Type=Event | measure count() by Computer | top 2"), classicNow());
    QVERIFY(grouped);
    QCOMPARE(grouped->countKql,
             QStringLiteral("Event\n| where isnotempty(Computer)\n| summarize AggregatedValue = count() by "
                            "Computer\n| count"));
}

void TestClassicTranslator::quotesNamesAndTexts()
{
    QCOMPARE(kqlName(QStringLiteral("EventID")), QStringLiteral("EventID"));
    QCOMPARE(kqlName(QStringLiteral("a b")), QStringLiteral("[\"a b\"]"));
    QCOMPARE(kqlName(QStringLiteral("last")), QStringLiteral("[\"last\"]")); // “where last > 1” is not read
    QCOMPARE(kqlName(QStringLiteral("where")), QStringLiteral("[\"where\"]"));
    QCOMPARE(kqlString(QStringLiteral("a\"b\\c\n")), QStringLiteral("\"a\\\"b\\\\c\\n\""));
    // A value cannot leave its quotes.
    const auto hostile =
        ClassicTranslator().translate(QStringLiteral("Type=Event Computer=x\"|take"), classicNow());
    QVERIFY(!hostile || !hostile->kql.contains(QLatin1String("\n| take")));
}

void TestClassicTranslator::takesNamesThatAreFree()
{
    const auto column = [](const char *name, const char *type) {
        return KqlColumn{QString::fromLatin1(name), QString::fromLatin1(type), {}};
    };
    const ClassicTranslator translator(
        {{QStringLiteral("Lock"),
          {column("TimeGenerated", "datetime"), column("Computer", "string"), column("has_key", "string"),
           column("right_has_key", "string"), column("row_to_skip", "long")}}});
    const auto joined = translator.translate(
        QStringLiteral("* | join outer Computer (* | select Computer) Computer"), classicNow());
    QVERIFY(joined);
    QVERIFY2(joined->kql.contains(u"| extend has_key_ = true\n"), qPrintable(joined->kql));
    QVERIFY2(joined->kql.contains(u"project-away Computer_joined, has_key_, right_has_key_\n"),
             qPrintable(joined->kql));
    const auto skipped = translator.translate(QStringLiteral("* | skip 1"), classicNow());
    QVERIFY(skipped);
    QVERIFY2(skipped->kql.endsWith(u"project-away row_to_skip_"), qPrintable(skipped->kql));
}

void TestClassicTranslator::whatSelectLeavesOutIsNotAtHand()
{
    for (const char *search :
         {"Type=A | select a | sort b", "Type=A | select a | dedup b", "Type=A | select a | distinct b",
          "Type=A | select a | measure count() by b", "Type=A | select a | extend abs(b) as c",
          "Type=A | select a | join inner b (Type=B | select b) b", "Type=A | select a | select b"}) {
        const auto translation = ClassicTranslator().translate(QString::fromLatin1(search), classicNow());
        QVERIFY2(!translation, search);
        QVERIFY2(translation.error().message.contains(u"leaves out “b”"),
                 qPrintable(translation.error().message));
    }
    // Nor is what is kept for the order alone.
    const auto translation =
        ClassicTranslator(classicTables())
            .translate(QStringLiteral("Type=Perf | sort Started | select Computer | join "
                                      "inner Computer (Type=Event) Computer | select "
                                      "Started"),
                       classicNow());
    QVERIFY(!translation);
}

/// Parts of the language in any order: each ends in KQL, or in a sentence with its place.
void TestClassicTranslator::anyTextIsTranslatedOrRefused()
{
    AnyClassicSearch any;
    int translated = 0;
    for (int round = 0; round < 20'000; ++round) {
        const QString search = any.next();
        for (const ClassicTranslator &translator :
             {ClassicTranslator(), ClassicTranslator(classicTables())}) {
            const auto translation = translator.translate(search, classicNow());
            translated += translation ? 1 : 0;
            if (translation) {
                QVERIFY2(!translation->kql.isEmpty() && !translation->countKql.isEmpty(), qPrintable(search));
                continue;
            }
            QVERIFY2(!translation.error().message.isEmpty(), qPrintable(search));
            QVERIFY2(translation.error().position.has_value(), qPrintable(search));
            QCOMPARE(translation.error().position->line, 1);
            QVERIFY2(translation.error().position->column >= 0, qPrintable(search));
            QVERIFY2(translation.error().position->column <= search.size(), qPrintable(search));
        }
    }
    QVERIFY(translated > 500);
}

QTEST_GUILESS_MAIN(TestClassicTranslator)
#include "tst_classictranslator.moc"
