#include "core/kqltext.h"
#include "core/ticks.h"
#include "core/timezone.h"
#include "kql/classicfilterwriter.h"
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
    void refuses_data();
    void refuses();
    void dates_data();
    void dates();
    void tellsWhatTheAnswerNeeds();
    void countsWhatMatches();
    void quotesNamesAndTexts();

private:
    static QDateTime now() { return QDateTime(QDate(2026, 11, 22), QTime(12, 34, 56, 789), utcZone); }
    static QList<KqlTable> tables()
    {
        const auto fields = [](std::initializer_list<std::pair<const char *, const char *>> pairs) {
            QList<KqlColumn> columns;
            for (const auto &[name, type] : pairs)
                columns.append({QString::fromLatin1(name), QString::fromLatin1(type)});
            return columns;
        };
        return {{QStringLiteral("Event"), fields({{"TimeGenerated", "datetime"},
                                                  {"Computer", "string"},
                                                  {"EventID", "int"},
                                                  {"Type", "string"}})},
                {QStringLiteral("Perf"), fields({{"TimeGenerated", "datetime"},
                                                 {"Computer", "string"},
                                                 {"CounterValue", "real"},
                                                 {"EventID", "string"}})}};
    }
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
    // OR binds tighter than terms side by side, and a written AND tighter than OR.
    row("a OR b c", "search *|where (* has \"a\" or * has \"b\") and * has \"c\"|sort by TimeGenerated desc");
    row("c a || b", "search *|where * has \"c\" and (* has \"a\" or * has \"b\")|sort by TimeGenerated desc");
    row("a OR b AND c",
        "search *|where * has \"a\" or * has \"b\" and * has \"c\"|sort by TimeGenerated desc");
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
    row("* | measure countdistinct(Computer) as n by Type interval 90 minutes",
        "search *|where isnotempty(Type) and isnotnull(TimeGenerated)|summarize n = dcountif(Computer, "
        "isnotempty(Computer)) by Type, bin(TimeGenerated, 90m)|sort by TimeGenerated desc");
}

void TestClassicTranslator::withoutTables()
{
    QFETCH(QString, search);
    QFETCH(QString, kql);
    const auto translation = ClassicTranslator().translate(search, now());
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
}

void TestClassicTranslator::withTables()
{
    QFETCH(QString, search);
    QFETCH(QString, kql);
    const auto translation = ClassicTranslator(tables()).translate(search, now());
    QVERIFY2(translation, qPrintable(translation ? QString() : translation.error().message));
    QCOMPARE(QString(translation->kql).replace(QLatin1String("\n| "), QLatin1String("|")), kql);
}

void TestClassicTranslator::refuses_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *search, int place, const char *names) {
        QTest::newRow(search) << QString::fromUtf8(search) << place << QString::fromUtf8(names);
    };
    row("Type=Event | dedup Computer", 13, "dedup");
    row("Type=Event | skip 5", 13, "skip");
    row("Type=Event | where EventID=1", 13, "where");
    row("Type=Event | extend abs(x) as y", 13, "extend");
    row("Type=Event | measure stddev(EventID)", 21, "stddev");
    row("Type=Event | measure sum(Computer)", 21, "Computer");
    row("Type=Event | measure count() as a, max(EventID) as a", 35, "“a”");
    row("Computer IN {Type=Event | measure count() by Computer}", 8, "IN");
    row("Computer:Regex(\"a\")", 9, "Regex");
    row("Type=Event Computer>5", 11, "Computer");
    row("err*", 0, "wildcard");
    row("Type=Event |", 12, "missing");
    row("Type=Event | top", 16, "number");
    row("(Type=Event", 11, "parenthesis");
    row("Type=Event \"open", 11, "quotation");
    row("Type=Event | measure count() interval 1MONTH", 38, "interval");
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

void TestClassicTranslator::refuses()
{
    QFETCH(QString, search);
    QFETCH(QString, names);
    const auto translation = ClassicTranslator(tables()).translate(search, now());
    QVERIFY(!translation);
    QCOMPARE(translation.error().kind, ErrorKind::Query);
    QVERIFY2(translation.error().message.contains(names), qPrintable(translation.error().message));
    QVERIFY(translation.error().position.has_value());
    QTEST(translation.error().position->column, "column");
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
    row("NOW-1FORTNIGHT", "");
    row("NOW-", "");
    row("yesterday", "");
}

void TestClassicTranslator::dates()
{
    QFETCH(QString, date);
    const std::optional<Ticks> ticks = parseClassicDate(date, toTicks(now()));
    QTEST(ticks ? QString::fromStdString(formatIsoDateTime(*ticks)) : QString(), "instant");
}

void TestClassicTranslator::tellsWhatTheAnswerNeeds()
{
    const ClassicTranslator translator(tables());
    const auto raw = translator.translate(QStringLiteral("Type=Event | select Computer | top 7"), now());
    QVERIFY(raw);
    QVERIFY(!raw->aggregated);
    QCOMPARE(raw->selectedFields, QStringList{QStringLiteral("Computer")});
    QCOMPARE(raw->top, 7);
    QCOMPARE(raw->types, QStringList{QStringLiteral("Event")});
    QCOMPARE(raw->sort, (QList<ClassicTranslation::SortKey>{{QStringLiteral("TimeGenerated"), true}}));

    const auto grouped = translator.translate(
        QStringLiteral("* | measure count() as n, max(CounterValue) by Computer interval 5MINUTES"), now());
    QVERIFY(grouped);
    QVERIFY(grouped->aggregated);
    QCOMPARE(grouped->valueFields, (QStringList{QStringLiteral("n"), QStringLiteral("max(CounterValue)")}));
    QCOMPARE(grouped->groupingFields,
             (QStringList{QStringLiteral("Computer"), QStringLiteral("TimeGenerated")}));
    QCOMPARE(grouped->intervalField, QStringLiteral("TimeGenerated"));
    QCOMPARE(grouped->intervalSeconds, 300);
    QCOMPARE(grouped->types, (QStringList{QStringLiteral("Event"), QStringLiteral("Perf")}));
}

void TestClassicTranslator::countsWhatMatches()
{
    const ClassicTranslator translator(tables());
    const auto raw =
        translator.translate(QStringLiteral("Type=Event EventID=5 | select Computer | top 7"), now());
    QVERIFY(raw);
    QCOMPARE(raw->countKql, QStringLiteral("Event\n| where EventID == 5\n| count"));
    const auto grouped =
        translator.translate(QStringLiteral("Type=Event | measure count() by Computer | top 2"), now());
    QVERIFY(grouped);
    QCOMPARE(grouped->countKql,
             QStringLiteral("Event\n| where isnotempty(Computer)\n| summarize AggregatedValue = count() by "
                            "Computer\n| count"));
}

void TestClassicTranslator::quotesNamesAndTexts()
{
    QCOMPARE(kqlName(QStringLiteral("EventID")), QStringLiteral("EventID"));
    QCOMPARE(kqlName(QStringLiteral("a b")), QStringLiteral("[\"a b\"]"));
    QCOMPARE(kqlName(QStringLiteral("where")), QStringLiteral("[\"where\"]"));
    QCOMPARE(kqlString(QStringLiteral("a\"b\\c\n")), QStringLiteral("\"a\\\"b\\\\c\\n\""));
    // A value cannot leave its quotes.
    const auto hostile = ClassicTranslator().translate(QStringLiteral("Type=Event Computer=x\"|take"), now());
    QVERIFY(!hostile || !hostile->kql.contains(QLatin1String("\n| take")));
}

QTEST_GUILESS_MAIN(TestClassicTranslator)
#include "tst_classictranslator.moc"
