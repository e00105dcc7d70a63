#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Parse, parse-where and parse-kv: what they make of small tables, with values written down here.
class TestParseOperators : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();

private:
    EngineFixture m_fixture;
};

void TestParseOperators::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("datatable(t:string) [\"a=1, b=x;rest\", \"a=z, b=y;\", \"nope\", \"a=2, b=\", \"\"] | parse t with "
        "\"a=\" a:long \", b=\" b \";\" *",
        "t:string, a:long, b:string|'a=1, b=x;rest', 1, 'x'|'a=z, b=y;', null, ''|'nope', null, ''|'a=2, "
        "b=', null, ''|'', null, ''");
    row("datatable(t:string) [\"a=1, b=x;rest\", \"a=z, b=y;\", \"nope\", \"a=2, b=\", \"\"] | parse "
        "kind=relaxed t with \"a=\" a:long \", b=\" b \";\" *",
        "t:string, a:long, b:string|'a=1, b=x;rest', 1, 'x'|'a=z, b=y;', null, 'y'|'nope', null, ''|'a=2, "
        "b=', null, ''|'', null, ''");
    row("datatable(t:string) [\"a=1, b=x;rest\", \"a=z, b=y;\", \"nope\", \"a=2, b=\", \"\"] | parse-where t "
        "with \"a=\" a:long \", b=\" b \";\" *",
        "t:string, a:long, b:string|'a=1, b=x;rest', 1, 'x'");
    row("datatable(t:string) [\"x27y\", \"x27 z\", \"x-3\"] | parse t with * \"x\" n:long * | project n",
        "n:long|27|27|-3");
    row("datatable(t:string) [\"\u00e9'; DROP -- 5\"] | parse t with a \"'; DROP\" b:string \"5\"",
        "t:string, a:string, b:string|'\u00e9'; DROP -- 5', '\u00e9', ' -- '");
    row("Event | sort by TimeGenerated asc | parse Message with \"The service entered the \" State \" "
        "state\" | project State, Computer",
        "State:string, Computer:string|'', 'DB01'|'', 'DB01'|'', 'web01'|'stopped', 'web02'|'running', "
        "'web01'");
    row("Event | sort by TimeGenerated asc | parse Message with \"The \" Computer \" entered\" * | project "
        "Computer",
        "Computer:string|''|''|''|'service'|'service'");
    row("let Traces = datatable(EventText: string) [\"Event: NotifySliceRelease (resourceName=P, "
        "totalSlices=invalid, sliceNumber=15, lockTime=x, releaseTime=nonValid 08:40, "
        "previousLockTime=02/17/2016 08:39:00)\"]; Traces | parse kind=relaxed EventText with * "
        "\"resourceName=\" resourceName \", totalSlices=\" totalSlices: long \", sliceNumber=\" sliceNumber: "
        "long * \"lockTime=\" lockTime \", releaseTime=\" releaseTime: date \",\" * \"previousLockTime=\" "
        "previousLockTime: date \")\" * | project-away EventText",
        "resourceName:string, totalSlices:long, sliceNumber:long, lockTime:string, releaseTime:datetime, "
        "previousLockTime:datetime|'P', null, 15, 'x', null, 2016-02-17T08:39:00Z");
    row("let T = datatable(e: string) [\"totalSlices=non, (resourceName=A, totalSlices=non_valid, x\", "
        "\"resourceName=B, totalSlices=27, \"]; T | parse-where kind = regex flags=i e with * "
        "\"RESOURCENAME=\" resourceName \",\" * \"totalSlices=\" totalSlices: long \",\" * | project "
        "resourceName, totalSlices",
        "resourceName:string, totalSlices:long|'B', 27");
    row("print m=\"HTTPS request from 10.0.0.5:54321 to foo.com:443. Action: Deny. No rule\" | parse m with "
        "Protocol \" request from \" SourceIP \":\" SourcePort:int * | parse kind=regex flags=U m with * \". "
        "Action\\\\: \" ActionA \"\\\\.\" | project-away m",
        "Protocol:string, SourceIP:string, SourcePort:int, ActionA:string|'HTTPS', '10.0.0.5', 54321, "
        "'Deny'");
    row("print t=\"a\" | parse t with x y \"b\"", "SEM0100 The column name must follow a string literal");
    row("print t=\"a\" | parse t with d:datetime * \"b\"",
        "SEM0001 The embedded workspace does not support this yet: a pattern in which no text ends a column "
        "here.");
    row("print t=\"a\" | parse t with d:dynamic \"b\"", "t:string, d:dynamic|'a', null");
    row("print t=\"a\" | parse kind=regex t with \"a|b\" d",
        "SEM0001 The embedded workspace does not support this yet: a regular expression with alternatives "
        "outside of parentheses.");
    row("print t=\"a\" | parse kind=regex flags=x t with \"a\" d",
        "SEM0001 The embedded workspace does not support this yet: the parameter \u201cflags\u201d.");
    row("print t=\"a\" | parse kind=regex t with \"a(\" d",
        "E_QUERY_FAILED The regular expression \u201ca(?:(.*)\u201d is not valid.");
    row("print t=5 | parse t with d:long", "t:long, d:long|5, 5");
    row("print str=\"a=1,b='x,y',a=2,,c\" | parse-kv str as (a:long, b:string, c:string, [\"d'\"]:string) "
        "with (pair_delimiter=\",\", kv_delimiter=\"=\", quote=\"'\")",
        "str:string, a:long, b:string, c:string, d':string|'a=1,b='x,y',a=2,,c', 1, 'x,y', '', ''");
    row("print str=\"name=John Doe x phone=555 5555 city=New York\" | parse-kv str as (name:string, "
        "phone:string, city:string) with (pair_delimiter=\" \", kv_delimiter=\"=\", greedy=true)",
        "str:string, name:string, phone:string, city:string|'name=John Doe x phone=555 5555 city=New York', "
        "'John Doe x', '555 5555', 'New York'");
    row("print str=\"user_id:5 x\" | parse-kv str as (user_id:long)",
        "str:string, user_id:long|'user_id:5 x', 5");
    row("print str=\"a=1\" | parse-kv str as (a:long) with (pair_delimiter=\",\")",
        "SEM0001 The embedded workspace does not support this yet: these parameters of \u201cparse-kv\u201d "
        "together.");
    row("print str=\"[k: v][k: w]\" | parse-kv str as (k:string) with (regex=@\"\\[(\\w+):([^\\]]*)\\]\")",
        "str:string, k:string|'[k: v][k: w]', 'v'");
    row("let Traces = datatable(EventText: string) [\"Event: NotifySliceRelease "
        "(resourceName=PipelineScheduler, totalSlices=27, sliceNumber=23, lockTime=02/17/2016 08:40:01, "
        "releaseTime=02/17/2016 08:40:02, previousLockTime=02/17/2016 08:39:01)\", \"Event: "
        "NotifySliceRelease (resourceName=P, totalSlices=invalid, sliceNumber=15, lockTime=x, "
        "releaseTime=nonValid 08:40, previousLockTime=02/17/2016 08:39:00)\"]; Traces | parse EventText with "
        "* \"resourceName=\" resourceName \", totalSlices=\" totalSlices: long * \"sliceNumber=\" "
        "sliceNumber: long * \"lockTime=\" lockTime \", releaseTime=\" releaseTime: date \",\" * "
        "\"previousLockTime=\" previousLockTime: date \")\" * | project-away EventText",
        "resourceName:string, totalSlices:long, sliceNumber:long, lockTime:string, releaseTime:datetime, "
        "previousLockTime:datetime|'PipelineScheduler', 27, 23, '02/17/2016 08:40:01', 2016-02-17T08:40:02Z, "
        "2016-02-17T08:39:01Z|'', null, null, '', null, null");
    row("let Traces = datatable(EventText: string) [\"Event: NotifySliceRelease "
        "(resourceName=PipelineScheduler, totalSlices=27, sliceNumber=23, lockTime=02/17/2016 08:40:01, "
        "releaseTime=02/17/2016 08:40:01, previousLockTime=02/17/2016 08:39:01)\"]; Traces | parse "
        "kind=regex EventText with \"(.*?)[a-zA-Z]*=\" resourceName @\", "
        "totalSlices=\\s*\\d+\\s*.*?sliceNumber=\" sliceNumber: long  \".*?(previous)?lockTime=\" lockTime "
        "\".*?releaseTime=\" releaseTime \".*?previousLockTime=\" previousLockTime: date \"\\\\)\"  | "
        "project resourceName, sliceNumber, lockTime, releaseTime, previousLockTime",
        "resourceName:string, sliceNumber:long, lockTime:string, releaseTime:string, "
        "previousLockTime:datetime|'PipelineScheduler', 23, '02/17/2016 08:40:01, ', '02/17/2016 08:40:01, "
        "', 2016-02-17T08:39:01Z");
    row("let Traces = datatable(EventText: string) [\"Event: NotifySliceRelease "
        "(resourceName=PipelineScheduler, totalSlices=27, sliceNumber=23)\"]; Traces | parse kind=regex "
        "EventText with * \"resourceName=\" r1 ',' * | parse kind=regex flags=Ui EventText with * "
        "\"RESOURCENAME=\" r2 ',' * | project r1, r2",
        "r1:string, r2:string|'PipelineScheduler, totalSlices=27', 'PipelineScheduler'");
    row("datatable(t: string) [\"x=\u00e9\", \"x=\", \"y\"] | parse t with \"x=\" v",
        "t:string, v:string|'x=\u00e9', '\u00e9'|'x=', ''|'y', ''");
    row("datatable(t: string) [\"1:2.5:true:2026-01-02:1h:0123456789abcdef0123456789abcdef\", "
        "\"1:2.5:maybe:2026-01-02:1h:0123456789abcdef0123456789abcdef\"] | parse t with i:int \":\" r:real "
        "\":\" b:bool \":\" d:datetime \":\" s:timespan \":\" g:guid | project-away t",
        "i:int, r:real, b:bool, d:datetime, s:timespan, g:guid|1, 2.5, true, 2026-01-02T00:00:00Z, 01:00:00, "
        "01234567-89ab-cdef-0123-456789abcdef|null, null, null, null, null, null");
    row("datatable(t: string) [\"1:x\", \"y:x\", \"3000000000:x\"] | parse kind=relaxed t with i:int \":\" s "
        "| project-away t",
        "i:int, s:string|1, 'x'|null, 'x'|null, 'x'");
    row("datatable(t: string) [\"a1.5e3 b\", \"a-7b\"] | parse t with \"a\" r:real * | project r",
        "r:real|1500|-7");
    row("datatable(t: string) [\"a12x\", \"a12\"] | parse t with \"a\" n:long s | project n, s",
        "SEM0100 The column name must follow a string literal");
    row("datatable(t: string) [\"abab\", \"ab\"] | parse t with * \"b\" r | project r", "r:string|'ab'|''");
    row("datatable(t: string) [\"a.c\", \"abc\"] | parse-where t with \"a.c\" *", "t:string|'a.c'");
    row("datatable(t: string) [\"a.c1\", \"abc2\"] | parse-where kind=regex t with \"a.c\" n:int",
        "t:string, n:int|'a.c1', 1|'abc2', 2");
    row("Event | sort by TimeGenerated asc | parse-where Message with \"The service entered the \" State \" "
        "state\" | project State",
        "State:string|'stopped'|'running'");
    row("Mixed | sort by k asc | parse d with * \"s\\\":\\\"\" t \"\\\"\" * | project k, t",
        "k:int, t:string|1, 't'|2, ''|3, ''|4, ''");
    row("Mixed | parse b with x:bool | sort by k asc | project k, x",
        "k:int, x:bool|1, true|2, false|3, null|4, true");
    row("print t=\"x\" | parse t with \"x\"", "t:string|'x'");
    row("print t=\"x\" | parse-where t with \"y\"", "t:string");
    row("print t=\"a\" | parse kind=relaxed t with \"\" d",
        "SEM0001 The embedded workspace does not support this yet: an empty text in a pattern.");
    row("print t=\"a\" | parse kind=simple flags=i t with \"a\" d",
        "SEM0001 The embedded workspace does not support this yet: the parameter \u201cflags\u201d.");
    row("print t=\"a\" | parse-where kind=relaxed t with \"a\" d",
        "SEM0001 The embedded workspace does not support this yet: the parameter \u201ckind\u201d.");
    row("print t=\"a\" | parse t with d:decimal \"b\"", "t:string, d:decimal|'a', null");
    row("print t=\"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)\" | parse kind=regex t with @\"\\(\" a "
        "@\"\\)\\(b\\)\\(c\\)\\(d\\)\\(\" e @\"\\)(\\(.\\))+\\(\" k @\"\\)\" | project a, e, k",
        "a:string, e:string, k:string|'a', 'e)(f)(g)(h)(i', 'k'");
    row("print t=\"x\" | parse-kv t as ([\"x'); --\"]:string) with (pair_delimiter=\";\", "
        "kv_delimiter=\"=\")",
        "t:string, x'); --:string|'x', ''");
    row("print t=\"a=1;;b = 2 ;c\" | parse-kv t as (a:long, b:long, c:string) with (pair_delimiter=\";\", "
        "kv_delimiter=\"=\")",
        "t:string, a:long, b:long, c:string|'a=1;;b = 2 ;c', 1, 2, ''");
    row("print t=\"a:'x\" | parse-kv t as (a:string) with (pair_delimiter=\",\", kv_delimiter=\":\", "
        "quote=\"'\")",
        "t:string, a:string|'a:'x', ''x'");
    row("print t=\"k1=>v1 && k2=>v2\" | parse-kv t as (k2:string, k1:string) with (pair_delimiter=\"&&\", "
        "kv_delimiter=\"=>\")",
        "t:string, k2:string, k1:string|'k1=>v1 && k2=>v2', 'v2', 'v1'");
    row("print t=\"a=x\" | parse-kv t as (a:long) with (regex=\"(a)=x\")",
        "SEM0001 The embedded workspace does not support this yet: a regular expression that does not have "
        "two capture groups.");
    row("print t=\"a=x\" | parse-kv t as (a:long) with (regex=\"(a)=(x)\", greedy=true)",
        "SEM0001 The embedded workspace does not support this yet: these parameters of \u201cparse-kv\u201d "
        "together.");
    row("print t=\"a=x\" | parse-kv t as (a:long) with (pair_delimiter=\",\", kv_delimiter=\"=\", "
        "quote=\"abc\")",
        "SEM0001 The embedded workspace does not support this yet: the parameter \u201cquote\u201d.");
    row("print t=\"a=x\" | parse-kv t as (a:dynamic) with (pair_delimiter=\",\", kv_delimiter=\"=\")",
        "t:string, a:dynamic|'a=x', \"x\"");
    row("Event | sort by TimeGenerated asc | parse-kv Message as (service:string, Computer:string) | project "
        "service, Computer",
        "service:string, Computer:string|'', ''|'', ''|'', ''|'entered', ''|'entered', ''");
    row("print t=\"\\\"event time\\\": 5, \u00e9: \u00fc\" | parse-kv t as ([\"event time\"]:int, "
        "[\"\u00e9\"]:string) with (quote=\"\\\"\") | project-away t",
        "event time:int, \u00e9:string|5, '\u00fc'");
}

void TestParseOperators::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestParseOperators)
#include "tst_parseoperators.moc"
