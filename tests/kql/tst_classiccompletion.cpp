#include "kql/classiccompletion.h"
#include "kql/classicscanner.h"

#include <QTest>

using namespace sonde;

class TestClassicCompletion final : public QObject
{
    Q_OBJECT

    static KqlSchemaPtr schema()
    {
        KqlSchema schema;
        schema.tables = {
            {QStringLiteral("Event"),
             {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime"), {}},
              {QStringLiteral("EventID"), QStringLiteral("int"), {}},
              {QStringLiteral("Source"), QStringLiteral("string"), {}}}},
            {QStringLiteral("Perf"), {{QStringLiteral("CounterValue"), QStringLiteral("real"), {}}}}};
        return std::make_shared<const KqlSchema>(schema);
    }

    /// What is offered at the ^ of \a text.
    static KqlCompletion complete(QString text)
    {
        const auto caret = static_cast<int>(text.indexOf(u'^'));
        text.remove(caret, 1);
        const ClassicNames seen{{QStringLiteral("Custom_s"), QStringLiteral("Source")},
                                {QStringLiteral("My_CL")}};
        return completeClassic(text, caret, seen, schema());
    }
    static QStringList namesAt(const QString &text)
    {
        QStringList names;
        for (const KqlCompletionItem &item : complete(text).items)
            names.append(item.name);
        return names;
    }
    static KqlCompletionItem itemAt(const QString &text, const QString &name)
    {
        for (const KqlCompletionItem &item : complete(text).items) {
            if (item.name == name)
                return item;
        }
        return {};
    }

private slots:
    void offers_data()
    {
        QTest::addColumn<QString>("text"); // ^ is the caret
        QTest::addColumn<QString>("has");  // words
        QTest::addColumn<QString>("hasNot");
        const auto row = [](const char *text, const char *has, const char *hasNot = "") {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(has)
                                << QString::fromLatin1(hasNot);
        };
        row("^", "Type Custom_s Computer TimeGenerated NOT", "EventID AND OR measure sort IN");
        row("Ty^", "Type");
        row("Type=Event E^", "EventID Source Custom_s AND OR NOT", "CounterValue measure");
        row("E^ Type=Event", "EventID"); // also where the type comes later
        row("Type=Event AND (S^", "EventID NOT", "AND OR");
        row("Type=Event NOT ^", "EventID", "AND");
        row("Type=Event (a) ^", "AND OR");
        row("Computer ^", "IN");
        row("Type=^", "Event Perf My_CL", "EventID AND");
        row("Type : P^", "Event Perf", "AND");
        row("(Type=Event OR Type=^)", "Perf");
        row("TimeGenerated>N^", "NOW NOW-7DAYS NOW/DAY", "contains Event");
        row("TimeGenerated:[^", "NOW", "contains");
        row("TimeGenerated:[NOW-1DAY..^", "NOW", "contains EventID");
        row("Type=Event Source:c^", "contains Regex", "NOW");
        row("Type=Event EventID=^", "", "NOW contains EventID");
        row("Other=^", "NOW contains", "EventID");
        row("Type=Event | ^", "measure top sort select distinct where limit dedup skip extend join",
            "EventID Type count");
        row("Type=Event |\n  so^", "sort");
        row("Type=Event | measure ^", "count avg max min sum countdistinct stddev pct95", "EventID by div");
        row("Type=Event | measure count() as n, ^", "avg", "by");
        row("Type=Event | measure avg(^", "EventID Source", "count by AND");
        row("Type=Event | measure avg(^)", "EventID");
        row("Type=Event | measure count() ^", "by as interval", "EventID count");
        row("Type=Event | measure count() by ^", "EventID Source", "by AggregatedValue");
        row("Type=Event | measure count() by Source, ^", "EventID", "interval");
        row("Type=Event | measure count() by Source ^", "interval", "by EventID");
        row("Type=Event | sort ^", "EventID TimeGenerated", "desc count");
        row("Type=Event | sort EventID ^", "asc desc", "Source");
        row("Type=Event | sort EventID desc, ^", "Source", "asc");
        row("Type=Event | select TimeGenerated, ^", "EventID", "desc");
        row("Type=Event | distinct ^", "EventID");
        row("Type=Event | dedup ^", "EventID");
        row("Type=Event | extend ^", "div if", "count EventID");
        row("Type=Event | extend div(^", "EventID div exists", "count");
        row("Type=Event | measure max(^", "EventID product", "avg");
        row("Type=Event | extend div(EventID, 2) as Half | sort ^", "Half EventID");
        row("Type=Event | extend div(EventID, 2) as Half | measure max(^", "Half EventID");
        row("Type=Event | extend abs(EventID) as a | extend sum(a, 1) as b | select ^", "a b");
        row("Type=Event | extend ^", "if map def exists ms pow and or not hypo", "scale strdist termfreq");
        row("Type=Event | join inner Source (Type=Perf) Computer | select ^", "EventID CounterValue_joined",
            "EventID_joined");
        row("Type=Event | join inner Source (Type=Perf | sort ^", "CounterValue", "CounterValue_joined");
        row("Type IN {Event, ^", "EventID");
        row("Type=Event | extend div(EventID, 2) ^", "as", "by");
        row("Type=Event | join ^", "inner outer left", "EventID");
        row("Type=Event | join inner ^", "EventID");
        row("Type=Event | join inner Source (^", "Type EventID", "inner");
        row("Source NOT IN {Type=^}", "Event Perf");
        row("Source IN {Type=Event | ^}", "measure distinct");
        // Behind measure there is what it leaves.
        row("Type=Event | measure count() by Source | sort ^", "AggregatedValue Source", "EventID Computer");
        row("Type=Event | measure avg(EventID) as Mean, max(EventID) as Most by Source | where ^",
            "Mean Most Source", "AggregatedValue EventID Type");
        row("Type=Event | measure count() interval 1HOUR | sort ^", "TimeGenerated AggregatedValue",
            "Source");
        row("Type=Event | distinct Source | sort ^", "Source", "EventID");
    }
    void offers()
    {
        QFETCH(QString, text);
        QFETCH(QString, has);
        QFETCH(QString, hasNot);
        const QStringList names = namesAt(text);
        for (const QString &name : has.split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(names.contains(name), qPrintable(name + u" is not in " + names.join(u' ')));
        for (const QString &name : hasNot.split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(!names.contains(name), qPrintable(name + u" is in " + names.join(u' ')));
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    }

    void offersNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"\"a ^", "\"a ^\"", "Source=\"^\"", "\"a\nb ^\" c", "EventID=46^", "TimeGenerated>NOW-1H^",
              "Computer=web-a^", "a.b^", "| top ^", "| top 1^", "| skip ^", "| frobnicate ^",
              "| measure count() as ^", "| measure count() interval ^"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void offersNothing()
    {
        QFETCH(QString, text);
        const QStringList names = namesAt(text);
        QVERIFY2(names.isEmpty(), qPrintable(names.join(u' ')));
    }

    void replacesTheWordAtTheCaret()
    {
        const KqlCompletion completion = complete(QStringLiteral("Type=Ev^ent"));
        QCOMPARE(completion.start, 5);
        QCOMPARE(completion.length, 2);
    }

    void writesWhatFollows()
    {
        QCOMPARE(itemAt(QStringLiteral("^"), QStringLiteral("Type")).before, QStringLiteral("Type="));
        QVERIFY(itemAt(QStringLiteral("^"), QStringLiteral("Type")).isOpener);
        QCOMPARE(itemAt(QStringLiteral("| sort ^"), QStringLiteral("Type")).before, QStringLiteral("Type"));
        const KqlCompletionItem count = itemAt(QStringLiteral("| measure ^"), QStringLiteral("count"));
        QCOMPARE(count.before + count.after, QStringLiteral("count()"));
        QVERIFY(!count.isOpener);
        const KqlCompletionItem average = itemAt(QStringLiteral("| measure ^"), QStringLiteral("avg"));
        QCOMPARE(average.before, QStringLiteral("avg("));
        QCOMPARE(average.after, QStringLiteral(")"));
        const KqlCompletionItem contains = itemAt(QStringLiteral("Source:^"), QStringLiteral("contains"));
        QCOMPARE(contains.before + contains.after, QStringLiteral("contains(\"\")"));
        QCOMPARE(itemAt(QStringLiteral("Type=Event E^"), QStringLiteral("EventID")).detail,
                 QStringLiteral("int"));
    }

    void anyTextIsScanned()
    {
        // Parts stand in order, without overlap, and all but white space is in one.
        const QString signs = QStringLiteral("aZ1 \n\"'=:<>!&|(){}[].,-*/\\\u00e4");
        quint32 state = 54321;
        for (int round = 0; round < 5000; ++round) {
            QString text = round % 2 == 0 ? QString() : QStringLiteral("a | measure ");
            for (int i = 0; i < 24; ++i) {
                state = state * 1664525U + 1013904223U;
                text.append(signs.at(static_cast<qsizetype>((state >> 8U) % quint32(signs.size()))));
            }
            const ClassicScanner scanner(text);
            QString left = text;
            qsizetype end = 0;
            for (const ClassicToken &token : scanner.tokens()) {
                QVERIFY2(token.start >= end && token.length > 0, qPrintable(text));
                end = token.start + token.length;
                QVERIFY2(end <= text.size(), qPrintable(text));
                left.replace(token.start, token.length, QString(token.length, u' '));
            }
            QVERIFY2(left.trimmed().isEmpty(), qPrintable(text + u'\n' + left));
            const int caret = static_cast<int>(state % quint32(text.size() + 1));
            completeClassic(text, caret, {}, schema());
        }
    }
};

QTEST_APPLESS_MAIN(TestClassicCompletion)
#include "tst_classiccompletion.moc"
