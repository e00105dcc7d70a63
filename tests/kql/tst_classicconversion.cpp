#include "kql/classicconversion.h"

#include <QTest>

using namespace sonde;

class TestClassicConversion final : public QObject
{
    Q_OBJECT

    static KqlSchemaPtr schema()
    {
        KqlSchema schema;
        schema.tables = {{QStringLiteral("Event"),
                          {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime"), {}},
                           {QStringLiteral("Computer"), QStringLiteral("string"), {}},
                           {QStringLiteral("Code"), QStringLiteral("string"), {}},
                           {QStringLiteral("EventID"), QStringLiteral("int"), {}}}},
                         {QStringLiteral("Perf"),
                          {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime"), {}},
                           {QStringLiteral("Computer"), QStringLiteral("string"), {}},
                           {QStringLiteral("Code"), QStringLiteral("string"), {}},
                           {QStringLiteral("Value"), QStringLiteral("real"), {}}}}};
        return std::make_shared<const KqlSchema>(schema);
    }

private slots:
    void converts_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("kql");
        QTest::addColumn<QStringList>("notes"); // a part of each
        const auto row = [](const char *search, const char *kql, const QStringList &notes = {}) {
            QTest::newRow(search) << QString::fromLatin1(search) << QString::fromLatin1(kql) << notes;
        };
        row("Type=Event", "Event|sort by TimeGenerated desc");
        // As the columns' types are.
        row("Type=Event Code=51", "Event|where Code == \"51\"|sort by TimeGenerated desc");
        row("Type=Event EventID=\"51\"", "Event|where EventID == 51|sort by TimeGenerated desc");
        row("Type=Event | measure count() by Computer | top 5",
            "Event|where isnotempty(Computer)|summarize AggregatedValue = count() by Computer|sort by "
            "AggregatedValue desc|take 5");
        // A query that is kept moves on with the time.
        row("Type=Event TimeGenerated>NOW-24HOURS",
            "Event|where TimeGenerated > ago(24h)|sort by TimeGenerated desc");
        row("Type=Event TimeGenerated:[NOW/DAY-1DAY..NOW]",
            "Event|where TimeGenerated between (startofday(now()) - 1d .. now())|sort by TimeGenerated desc");
        row("Type=Event TimeGenerated<now-2MONTHS/HOUR",
            "Event|where TimeGenerated < bin(datetime_add('month', -2, now()), 1h)|sort by TimeGenerated "
            "desc");
        row("Type=Event TimeGenerated>2026-11-01",
            "Event|where TimeGenerated > datetime(2026-11-01T00:00:00Z)|sort by TimeGenerated desc");
        // What is better looked at.
        row("error", "search *|where * has \"error\"|sort by TimeGenerated desc",
            {QStringLiteral("names no Type"), QStringLiteral("whole words")});
        row("Type=Event Nope=5", "Event|where Nope == 5|sort by TimeGenerated desc",
            {QStringLiteral("The table Event has no column Nope"), QStringLiteral("taken for a number")});
        row("Type=Other_CL a_d>5", "Other_CL|where a_d > 5|sort by TimeGenerated desc",
            {QStringLiteral("“Other_CL”"), QStringLiteral("a_d is compared with")});
        // What a search within the search reads counts, too.
        row("Type=Event Computer IN {Type=Perf Code=51 | measure count() by Computer}",
            "Event|where Computer in ((Perf | where Code == \"51\" | where isnotempty(Computer) | summarize "
            "AggregatedValue = count() by Computer | project Computer))|sort by TimeGenerated desc");
        row("Type=Event | join left Computer (Type=Perf Value>5) Computer",
            "Event|join kind=leftouter (Perf | where Value > 5 | where isnotempty(Computer) | project "
            "TimeGenerated_joined = TimeGenerated, Computer_joined = Computer, Code_joined = Code, "
            "Value_joined = Value, Type_joined = Type) on $left.Computer == $right.Computer_joined|"
            "project-away Computer_joined|sort by TimeGenerated desc");
        row("Type=Event Computer IN {Type=Other_CL | measure count() by Computer}",
            "Event|where Computer in ((Other_CL | where isnotempty(Computer) | summarize AggregatedValue = "
            "count() by Computer | project Computer))|sort by TimeGenerated desc",
            {QStringLiteral("“Other_CL”")});
        // A type that is named is not always one that is chosen.
        row("Type=Perf Computer IN {NOT Type=Event | measure count() by Computer}",
            "Perf|where Computer in ((search * | where not(Type == \"Event\") | where isnotempty(Computer) | "
            "summarize AggregatedValue = count() by Computer | project Computer))|sort by TimeGenerated "
            "desc");
        row("Type=Perf Computer IN {Type=Event OR Computer=web* | measure count() by Computer}",
            "Perf|where Computer in ((search * | where Type == \"Event\" or Computer startswith_cs \"web\" | "
            "where isnotempty(Computer) | summarize AggregatedValue = count() by Computer | project "
            "Computer))|sort by TimeGenerated desc");
        row("Type=Perf Computer IN {(Type=Event OR Type=Perf) Code=5 | measure count() by Computer}",
            "Perf|where Computer in ((Event | where Code == \"5\" | project TimeGenerated, Computer, "
            "Type | union (Perf | where Code == \"5\" | project TimeGenerated, Computer, Type) | where "
            "isnotempty(Computer) | summarize AggregatedValue = count() by Computer | project "
            "Computer))|sort by TimeGenerated desc");
        row("Type=Event Nope IN {1,2}", "Event|where Nope in (1, 2)|sort by TimeGenerated desc",
            {QStringLiteral("The table Event has no column Nope"), QStringLiteral("taken for a number")});
        row("Type=Event | extend div(EventID,2) as h | measure max(h) by Computer",
            "Event|extend h = todouble(EventID) / 2.0|where isnotempty(Computer)|summarize AggregatedValue = "
            "max(h) by Computer|sort by AggregatedValue desc");
        row("Type=Event | measure count() by Computer | where AggregatedValue>2",
            "Event|where isnotempty(Computer)|summarize AggregatedValue = count() by Computer|where "
            "AggregatedValue > 2|sort by AggregatedValue desc");
    }
    void converts()
    {
        QFETCH(QString, search);
        QFETCH(QString, kql);
        QFETCH(QStringList, notes);
        const auto conversion = convertClassic(search, schema());
        QVERIFY2(conversion, qPrintable(conversion ? QString() : conversion.error().message));
        QCOMPARE(QString(conversion->kql).replace(QLatin1String("\n| "), QLatin1String("|")), kql);
        QCOMPARE(conversion->notes.size(), notes.size());
        for (qsizetype i = 0; i < notes.size(); ++i)
            QVERIFY2(conversion->notes.at(i).contains(notes.at(i)), qPrintable(conversion->notes.at(i)));
    }

    void withoutASchemaItsNamesAreTakenAsTheyAre()
    {
        const auto conversion = convertClassic(QStringLiteral("Type=Event Code=51"), nullptr);
        QVERIFY(conversion);
        QVERIFY(conversion->kql.contains(QLatin1String("Code == 51")));
    }

    void advisesWhatToWriteInstead_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("advice"); // a part
        const auto row = [](const char *search, const char *advice) {
            QTest::newRow(search) << QString::fromLatin1(search) << QString::fromLatin1(advice);
        };
        row("Type=Event | extend scale(EventID, 0, 1) as x", "Change the search there and convert it again.");
        row("Type=Event Computer IN {Type=Heartbeat}", "measure count() by Computer");
        row("Type=Event Computer IN {* | measure count() by Computer} a", "at the end of the filter");
        row("Type=Event | join inner Computer (Type=Heartbeat) Computer", "Name them at its end");
        row("NOT Type=Event | join inner Computer (Type=Perf) Computer", "Name them at its end");
        row("Type=Event | join inner Computer (NOT Type=Perf) Computer", "Name them at its end");
        row("Type=Event | where EventID=5", "in front of the first");
        row("Type=Event | frobnicate", "Change the search there and convert it again.");
        row("Type=Event \"open", "Change the search there and convert it again.");
        row("Type=Event Computer=a=b", "Write the value in double quotes");
    }
    void advisesWhatToWriteInstead()
    {
        QFETCH(QString, search);
        QFETCH(QString, advice);
        const auto conversion = convertClassic(search, schema());
        QVERIFY(!conversion);
        QVERIFY2(conversion.error().advice.contains(advice), qPrintable(conversion.error().advice));
    }

    void refusesAVeryLongOne()
    {
        const auto conversion = convertClassic(QString(300'000, u'a'), schema());
        QVERIFY(!conversion);
        QVERIFY(!conversion.error().position);
        QVERIFY(conversion.error().message.contains(QLocale().toString(250'000)));
    }

    void refusesWithItsPlace()
    {
        const auto conversion = convertClassic(QStringLiteral("Type=Event\n| median Computer"), schema());
        QVERIFY(!conversion);
        QCOMPARE(conversion.error().position, (TextPosition{2, 2}));
        QVERIFY(conversion.error().message.contains(QLatin1String("median")));
    }
};

QTEST_APPLESS_MAIN(TestClassicConversion)
#include "tst_classicconversion.moc"
