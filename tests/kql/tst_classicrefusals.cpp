// Classic searches that are refused: where, and in which words.

#include "classicfixture.h"
#include "kql/classictranslator.h"

#include <QTest>

using namespace sonde;

class TestClassicRefusals final : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
};

void TestClassicRefusals::refuses_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *search, int place, const char *names) {
        QTest::newRow(search) << QString::fromUtf8(search) << place << QString::fromUtf8(names);
    };
    row("Type=Event | measure median(EventID)", 21, "median");
    row("Type=Event | measure pct100(EventID)", 21, "pct100");
    row("Type=Event | measure pct0(EventID)", 21, "pct0");
    row("Type=Event | measure stddev(Computer)", 21, "stddev");
    row("Type=Event | measure avg()", 21, "avg");
    row("Type=Event | measure avg(5)", 25, "needs a field");
    row("* | measure count() by Computer, EventID, Type, TimeGenerated", 48, "three fields");
    row("* | measure count() by Computer interval 2MONTHS", 41, "interval");
    row("Type=Event | measure count() | extend abs(AggregatedValue) as y", 31, "before measure");
    row("Type=Event | measure count() | where Nope=5", 37, "Nope");
    row("Type=Event | measure count() | where error", 37, "compares a column");
    row("Type=Event | measure count() | where *", 37, "compares a column");
    row("Type=Event | measure count() | where AggregatedValue IN {* | measure count() by EventID}", 37,
        "belongs in the filter");
    row("Type=Event | where EventID=1", 13, "stands behind");
    row("Type=Event | distinct Computer | where Computer=a", 33, "stands behind");
    row("Type=Event | skip", 17, "number");
    row("Type=Event | top 5 | sort Computer | skip 5", 37, "“skip” stands before “top”");
    row("Type=Event | dedup", 18, "missing");
    row("Type=Event | dedup Nope", 19, "Nope");
    row("Type=Event | sort Computer | dedup Computer", 35, "before “sort”");
    row("Type=Event | measure count() by Computer | dedup Computer", 49, "takes records");
    row("Type=Event | extend abs(EventID)", 32, "needs a name");
    row("Type=Event | extend EventID as y", 20, "calculates with a function");
    row("Type=Event | extend abs(EventID) as Computer", 36, "already");
    row("Type=Event | extend abs(EventID) as y, abs(EventID) as z", 37, "one field");
    row("Type=Event | extend abs(EventID) as _half", 36, "“_half”");
    row("Type=Event | extend abs(EventID) as id", 36, "“id”");
    row("Type=Event | extend abs(EventID) as MG", 36, "“MG”");
    row("Type=Event | extend abs(EventID) as ManagementGroupName", 36, "“ManagementGroupName”");
    row("Type=Event | extend abs(EventID) as TenantId", 36, "“TenantId”");
    row("Type=Event | measure count() as TimeGenerated interval 1HOUR", 21, "given twice");
    row("Type=Perf | measure count() as Started by Started interval 1HOUR", 42, "given twice");
    row("Type=Event | select EventID | sort Computer", 35, "leaves out “Computer”");
    row("Type=Event | extend abs(Nope) as y", 24, "Nope");
    row("Type=Event | extend abs(Computer) as y", 24, "A number is needed");
    row("Type=Event | extend abs(EventID, 2) as y", 20, "“abs” does not take 2");
    row("Type=Event | extend scale(EventID, 0, 1) as y", 20, "“scale”");
    row("Type=Event | extend strdist(Computer, \"a\", edit) as y", 20, "“strdist”");
    row("Type=Event | extend termfreq(Computer, 'a') as y", 39, "double quotes");
    row("Type=Event | extend map(EventID, TimeGenerated, 5, 1) as y", 33, "bounds");
    row("Type=Event | extend if(EventID, 5, \"a\") as y", 35, "A number is needed");
    row("Type=Event | extend if(TimeGenerated, 5, 6) as y", 23, "A condition is needed");
    row("Type=Event | extend ms(Computer) as y", 23, "A date is needed");
    row("Type=Event | extend exists(5) as y", 27, "name of a field");
    row("Type=Event | extend abs(1.2.3) as y", 24, "1.2.3");
    row("Type=Event | extend abs(EventID", 31, "parenthesis");
    row("Type=Event | join Computer (Type=Perf) Computer", 18, "inner, outer or left");
    row("Type=Event | join inner Computer Type=Perf", 33, "parentheses");
    row("Type=Event | join inner Computer (Type=Perf Computer", 52, "parenthesis");
    row("Type=Event | join inner Computer (Type=Perf) CounterValue", 45, "type real");
    row("Type=Event | join inner Nope (Type=Perf) Computer", 24, "Nope");
    row("Type=Event | join inner Computer (Type=Perf) Nope", 45, "Nope");
    row("Type=Event | join inner Computer (Type=Perf | measure count() by Computer) Computer", 13, "records");
    row("Type=Event | join inner Computer (Type=Perf | extend abs(CounterValue) as v) Computer", 13,
        "extend");
    row("Type=Event | measure count() by Computer | join inner Computer (Type=Perf) Computer", 43, "records");
    row("Type=Event | join inner Computer (Type=Perf) Computer | measure count()", 64, "join");
    row("Type=Event | join inner Computer (Type=Perf) Computer | distinct Computer", 65, "join");
    row("Type=Event | join inner Computer (Type=Perf) Computer | extend abs(CounterValue_joined) as v", 56,
        "CounterValue_joined");
    row("Type=Event | join inner Computer (Type=Perf) Computer | join inner Computer (Type=Perf) Computer",
        56, "one join");
    row("Type=Event Computer IN {a} | join inner Computer (Type=Perf) Computer", 29, "IN and join");
    row("Type=Event | join inner Computer (Type=Perf Computer IN {a}) Computer", 44, "IN and join");
    row("Computer IN {a,b", 16, "{a,b}");
    row("Computer IN {a,}", 15, "cannot be read");
    row("Computer IN {a,b*}", 15, "wildcard");
    row("Computer IN {a,'b'}", 15, "double quotes");
    row("Computer IN {}", 0, "measure");
    row("Computer IN {Type=Perf}", 0, "measure");
    row("Computer IN {Type=Perf | distinct Computer}", 0, "measure");
    row("Computer IN {Type=Perf | measure count() by Computer, Type}", 0, "by one field");
    row("Computer IN {Type=Perf | measure count() by Computer interval 1HOUR}", 0, "by one field");
    row("Computer IN {Type=Perf | measure count() by Computer | select AggregatedValue}", 0, "leaves out");
    row("Computer IN {Type=Perf | measure count() by Computer", 52, "brace");
    row("Computer IN {Type=Perf | measure count() by Computer} error", 0, "last condition");
    row("error OR Computer IN {Type=Perf | measure count() by Computer}", 9, "last condition");
    row("Computer IN {* | measure count() by Computer} Computer IN {* | measure count() by Computer}", 46,
        "one search");
    row("Computer IN {Computer IN {* | measure count() by Computer} | measure count() by Computer}", 13,
        "one search");
    row("Type=Event EventID IN {Type=Perf | measure count() by Computer}", 11, "type int");
    row("Type=Event EventID IN {1,x}", 25, "no number");
    row("Computer={a}", 9, "behind IN");
    row("Type=Event EventID:contains(\"5\")", 11, "holds no text");
    row("Type=Event EventID:Regex(\"5\")", 11, "holds no text");
    row("Computer:Regex(\"a&b\")", 17, "“&”");
    row("Computer:Regex(\"ab~c\")", 18, "“~”");
    row("Computer:Regex(\"#\")", 16, "“#”");
    row("Computer:Regex(\"<1-5>\")", 16, "“<”");
    row("Computer:Regex(\"a\\\"b\\\"\")", 17, "“\"”");
    row("Computer:Regex(\"a$\")", 17, "“$”");
    row("Computer:Regex(\"a^b\")", 17, "“^”");
    row("Computer:Regex(\"\\d+\")", 16, "“\\d”");
    row("Computer:Regex(\"*a\")", 16, "“*”");
    row("Computer:Regex(\"a+?\")", 18, "in a row");
    row("Computer:Regex(\"(a\")", 18, "parenthesis");
    row("Computer:Regex(\"a)\")", 17, "parenthesis");
    row("Computer:Regex(\"[ab\")", 19, "bracket");
    row("Computer:Regex(\"[z-a]\")", 20, "backwards");
    row("Computer:Regex(\"a|\")", 18, "empty");
    row("Computer:Regex(\"\")", 16, "empty");
    row("Computer:Regex(\"a{2,1}\")", 17, "{2,5}");
    row("Computer:Regex(\"a{x,5}\")", 17, "{2,5}");
    row("Computer:Regex(\"a{2000}\")", 23, "1,000");
    row("Computer:Regex(\"(a{100}){100}\")", 29, "1,000");
    row("Computer!=Regex(\"a\")", 10, "Regex");
    row("Type=Event | measure sum(Computer)", 21, "Computer");
    row("Type=Event | measure count() as a, max(EventID) as a", 35, "“a”");
    row("Type=Event Computer>5", 11, "Computer");
    row("Type>Event", 0, "“Type”");
    row("Type:Regex(\"E.*\")", 0, "“Type”");
    row("e*r", 0, "wildcard");
    row("web-*", 0, "wildcard");
    row("**", 0, "wildcard");
    row("Type=Event |", 12, "missing");
    row("Type=Event | top", 16, "number");
    row("(Type=Event", 11, "parenthesis");
    row("Type=Event \"open", 11, "quotation");
    row("Type=Event | measure count() interval 1FORTNIGHT", 38, "interval");
    row("Type=Event | select Nope", 20, "Nope");
    row("Type=Event | sort Nope", 18, "Nope");
    row("Type=Event TimeGenerated>yesterday", 25, "yesterday");
    row("Type=Event | measure count() | measure count()", 39, "aggregation");
    row("Type=Event EventID=[1000..20000]", 18, "A range needs a colon: EventID:[1000..20000].");
    row("Type=Event EventID = [1 .. 5]", 19, "A range needs a colon: EventID:[1 .. 5].");
    row("Type=Event EventID!=[1..5]", 18, "A range needs a colon");
    row("Computer=[x]", 9, "double quotes");
    row("Type=Event -EventLevelName=Error", 11, "NOT is written “NOT” or “!”");
    row("Type=Event -error", 11, "NOT");
    row("Type=Event -(error)", 11, "NOT");
    row("Type=Event -\"error\"", 11, "NOT");
    row("Type=Event +EventID=5", 11, "+EventID");
    row("Computer='FILE-01'", 9, "Values are quoted with double quotes.");
    row("Computer=‘FILE-01’", 9, "double quotes");
    row("'disk error'", 0, "double quotes");
    row("EventID:['1'..'5']", 9, "double quotes");
    row("Computer=b=c", 10, "“=”");
    row("Computer==b", 9, "“=”");
    row("Computer=b>=c", 10, "“>”");
    row("Computer=\"b\"=c", 12, "=c");
    row("error \"disk\"=c", 12, "=c");
    row("Type=Event EventID=abc", 19, "“EventID” is of the type int, and “abc” is no number.");
    row("Type=Event EventID=\"abc\"", 19, "no number");
    row("Type=Event EventID!=abc", 20, "no number");
    row("Type=Event EventID>abc", 19, "no number");
    row("Type=Event NOT EventID=abc", 23, "no number");
    row("Type=Event EventID:[1..x]", 23, "no number");
    row("Type=Perf CounterValue=x", 23, "type real");
    row("EventID=abc", 8, "type int"); // although another table that is read has it as text
    row("CounterValue:[1..‘5’]", 17, "double quotes");
}

void TestClassicRefusals::refuses()
{
    QFETCH(QString, search);
    QFETCH(QString, names);
    const auto translation = ClassicTranslator(classicTables()).translate(search, classicNow());
    QVERIFY(!translation);
    QCOMPARE(translation.error().kind, ErrorKind::Query);
    QVERIFY2(translation.error().message.contains(names), qPrintable(translation.error().message));
    QVERIFY(translation.error().position.has_value());
    QTEST(translation.error().position->column, "column");
}

QTEST_GUILESS_MAIN(TestClassicRefusals)
#include "tst_classicrefusals.moc"
