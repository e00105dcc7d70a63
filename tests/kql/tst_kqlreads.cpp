#include "kql/kqlservice.h"

#include <QTest>
#include <QTimeZone>

using namespace sonde;

/// What the language service's tree says of the tables that a query reads and of their times.
class TestKqlReads : public QObject
{
    Q_OBJECT

    KqlService m_service;
    const QDateTime m_now{QDate(2026, 11, 29), QTime(12, 30), QTimeZone::utc()}; ///< a Sunday
    KqlSchemaPtr m_schema = std::make_shared<KqlSchema>(
        KqlSchema{QStringLiteral("workspace"),
                  {{QStringLiteral("Event"),
                    {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime")},
                     {QStringLiteral("EventID"), QStringLiteral("int")},
                     {QStringLiteral("Computer"), QStringLiteral("string")}}},
                   {QStringLiteral("Other"),
                    {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime")},
                     {QStringLiteral("Computer"), QStringLiteral("string")}}},
                   {QStringLiteral("Assets"), {{QStringLiteral("Computer"), QStringLiteral("string")}}}},
                  {}});

    QList<KqlRead> readsOf(const QString &text)
    {
        QFuture<Result<KqlExamination>> future = m_service.examine(text, m_schema, {});
        future.waitForFinished();
        const Result<KqlExamination> found = future.result();
        return found ? found->reads : QList<KqlRead>();
    }

    /// In hours from now on, * where it goes on.
    QString describe(const KqlTimes &times) const
    {
        const Ticks now = toTicks(m_now);
        const auto hours = [now](Ticks ticks) -> QString {
            if (ticks == 0 || ticks == maxDateTimeTicks)
                return QStringLiteral("*");
            return QString::number(std::round(double(ticks - now) / double(ticksPerHour) * 100) / 100);
        };
        QStringList stretches;
        for (const auto &stretch : times.instants.stretches())
            stretches << hours(stretch.first) + QLatin1String("..") + hours(stretch.last);
        const QString text =
            stretches.isEmpty() ? QStringLiteral("none") : stretches.join(QLatin1String(" and "));
        return times.isExact ? text : QString(QLatin1String("at most ") + text);
    }

private slots:
    void asks_data();
    void asks();
    void staysWithinItsSteps();
    void manyTerms();
};

void TestKqlReads::asks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // table: what it asks for
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("print 1", "");
    row("Event", "Event: all");
    row("Nope | where TimeGenerated > ago(1h)", ""); // it cannot run
    // Comparisons.
    row("Event | where TimeGenerated > ago(2h)", "Event: -2..*");
    row("Event | where ago(2h) <= TimeGenerated", "Event: -2..*");
    row("Event | where (TimeGenerated) < (ago(2h))", "Event: *..-2");
    row("Event | where TimeGenerated == now()", "Event: 0..0");
    row("Event | where TimeGenerated != now()", "Event: at most *..*");
    row("Event | where TimeGenerated between (ago(3h) .. ago(1h))", "Event: -3..-1");
    row("Event | where TimeGenerated between (ago(3h) .. 1h)", "Event: -3..-2");
    row("Event | where TimeGenerated !between (ago(3h) .. ago(1h))", "Event: *..-3 and -1..*");
    row("Event | where not(TimeGenerated < ago(3h))", "Event: -3..*");
    row("Event | where TimeGenerated > ago(5h) and TimeGenerated < ago(1h) and EventID == 1",
        "Event: -5..-1");
    row("Event | where TimeGenerated > ago(5h) | where TimeGenerated < ago(1h)", "Event: -5..-1");
    row("Event | where TimeGenerated > ago(5h) or EventID == 1", "Event: all");
    row("Event | where TimeGenerated < ago(5h) or TimeGenerated > ago(1h)", "Event: *..-5 and -1..*");
    row("Event | where TimeGenerated > ago(1h) and TimeGenerated < ago(2h)", "Event: none");
    // Values.
    row("Event | where TimeGenerated > now(-90m)", "Event: -1.5..*");
    row("Event | where TimeGenerated > now() - 2 * 1h", "Event: -2..*");
    row("Event | where TimeGenerated > ago(1d / 2)", "Event: -12..*");
    row("Event | where TimeGenerated > ago(timespan(1.00:00:00))", "Event: -24..*");
    row("Event | where TimeGenerated > ago(totimespan('3h'))", "Event: -3..*");
    row("Event | where TimeGenerated >= datetime(2026-11-29 10:30)", "Event: -2..*");
    row("Event | where TimeGenerated >= todatetime('2026-11-29T10:30:00Z') + 1h", "Event: -1..*");
    row("Event | where TimeGenerated >= startofday(now())", "Event: -12.5..*");
    row("Event | where TimeGenerated between (startofday(now(), -1) .. endofday(now(), -1))",
        "Event: -36.5..-12.5");
    row("Event | where TimeGenerated >= startofweek(now())", "Event: -12.5..*"); // weeks begin on Sunday
    row("Event | where TimeGenerated >= startofmonth(now())", "Event: -684.5..*");
    row("Event | where TimeGenerated <= endofyear(now())", "Event: *..779.5");
    row("Event | where TimeGenerated >= bin(now(), 1h)", "Event: -0.5..*");
    row("Event | where TimeGenerated >= datetime_add('day', -1, now())", "Event: -24..*");
    row("Event | where TimeGenerated >= datetime_add('month', -1, now())", "Event: -744..*");
    row("let start = ago(4h); Event | where TimeGenerated > start", "Event: -4..*");
    row("let days = 2; let span = days * 1d; Event | where TimeGenerated > ago(span)", "Event: -48..*");
    // What is not understood may leave less.
    row("Event | where TimeGenerated > ago({span})", "Event: at most *..*");
    row("Event | where TimeGenerated > ago(2h) and hourofday(TimeGenerated) > 8", "Event: at most -2..*");
    row("Event | where TimeGenerated > ago(2h) or hourofday(TimeGenerated) > 8", "Event: at most *..*");
    row("Event | where TimeGenerated > toscalar(Other | summarize max(TimeGenerated))",
        "Event: at most *..*, Other: all");
    row("Event | where TimeGenerated > ago(9999999d)", "Event: at most *..*");
    // How far a condition reaches.
    row("Event | project t = TimeGenerated | where t > ago(2h)", "Event: -2..*");
    row("Event | project-rename t = TimeGenerated | where t > ago(2h)", "Event: -2..*");
    row("Event | extend t = bin(TimeGenerated, 1h) | where t > ago(2h)", "Event: at most *..*");
    row("Event | extend TimeGenerated = ago(1d) | where TimeGenerated > ago(2h)", "Event: all");
    row("Event | extend TimeGenerated = bin(TimeGenerated, 1d) | where TimeGenerated > ago(2h)",
        "Event: at most *..*");
    row("Event | summarize count() by bin(TimeGenerated, 1h) | where TimeGenerated > ago(2h)",
        "Event: at most *..*");
    row("Event | where TimeGenerated > ago(3h) | summarize by Computer", "Event: -3..*");
    row("Event | summarize count() by TimeGenerated | where TimeGenerated > ago(2h)", "Event: -2..*");
    row("Event | summarize arg_max(TimeGenerated, *) by Computer | where TimeGenerated < ago(2h)",
        "Event: all");
    row("Event | summarize TimeGenerated = max(TimeGenerated) | where TimeGenerated < ago(2h)", "Event: all");
    row("Event | summarize by day = startofday(TimeGenerated) | where day > ago(2d)", "Event: at most *..*");
    row("Event | take 5 | where TimeGenerated > ago(2h)", "Event: all");
    row("Event | top 5 by EventID | where TimeGenerated > ago(2h)", "Event: all");
    row("Event | partition by Computer (take 1) | where TimeGenerated > ago(2h)", "Event: at most *..*");
    row("Event | sort by EventID | where TimeGenerated > ago(2h)", "Event: -2..*");
    row("Event | make-series n = count() on TimeGenerated from ago(7h) to ago(1h) step 1h", "Event: -7..-1");
    row("search in (Event) TimeGenerated > ago(1h) and 'x'", "Event: -1..*");
    row("Event | search 'x' | where TimeGenerated > ago(1h)", "Event: -1..*");
    row("find in (Event, Other) where TimeGenerated > ago(1h)", "Event: -1..*, Other: -1..*");
    // Sub-queries.
    row("Event | where TimeGenerated > ago(1h) | join (Other) on Computer", "Event: -1..*, Other: all");
    row("Event | join (Other | where TimeGenerated > ago(2h)) on Computer | where TimeGenerated > ago(1h)",
        "Event: -1..*, Other: -2..*");
    row("Event | join kind = rightsemi (Other) on Computer | where TimeGenerated > ago(1h)",
        "Event: at most *..*, Other: all");
    row("union Event, Other | where TimeGenerated > ago(1h)", "Event: -1..*, Other: -1..*");
    row("Event | where TimeGenerated > ago(1h) | union Other", "Event: -1..*, Other: all");
    row("union Ev* | where TimeGenerated > ago(1h)", "Ev*: -1..*");
    row("table('Event') | where TimeGenerated > ago(1h)", "table('Event'): -1..*");
    row("workspace('a').Event | where TimeGenerated > ago(1h)", "workspace('a').Event: -1..*");
    row("union workspace('a').Other_CL, Event | where TimeGenerated > ago(1h)",
        "workspace('a').Other_CL: -1..*, Event: -1..*");
    row("workspace('a').Assets", "workspace('a').Assets: all"); // what it has there nobody knows
    row("Event | where Computer in ((Other | where TimeGenerated > ago(1h) | project Computer)) | where "
        "TimeGenerated > ago(3h)",
        "Event: -3..*, Other: -1..*");
    // Names.
    row("let a = Event; let b = a; b | where TimeGenerated > ago(1h)", "Event: -1..*");
    row("let a = Event | where TimeGenerated > ago(5h); union (a | where TimeGenerated < ago(3h)), (a | "
        "where "
        "TimeGenerated > ago(1h))",
        "Event: -5..-3 and -1..*");
    row("let a = Event; union a, (a | where TimeGenerated > ago(1h))", "Event: all");
    row("let f = () { Event }; f() | where TimeGenerated > ago(1h)", "Event: -1..*");
    row("let f = (d: timespan) { Event | where TimeGenerated > ago(d) }; f(1h)", "Event: at most *..*");
    // Without the column.
    row("Assets", "Assets: no time");
    row("Assets | where Computer == 'x'", "Assets: no time, limited");
    row("Event | join kind = leftouter (Assets) on Computer | where TimeGenerated > ago(1h)",
        "Event: -1..*, Assets: no time");
}

void TestKqlReads::asks()
{
    QFETCH(QString, text);
    QStringList found;
    for (const KqlRead &read : readsOf(text)) {
        QString times = QStringLiteral("unknown");
        if (!read.hasTime)
            times = read.isLimited ? QStringLiteral("no time, limited") : QStringLiteral("no time");
        else if (read.condition)
            times = read.isConditional() ? describe(timesOf(*read.condition, toTicks(m_now)))
                                         : QStringLiteral("all");
        found << text.mid(read.start, read.length) + QLatin1String(": ") + times;
    }
    QTEST(found.join(QLatin1String(", ")), "expected");
}

/// A name that is used twice in a name that is used twice, thirteen times: 2^13 ways to the table.
void TestKqlReads::staysWithinItsSteps()
{
    QString text = QStringLiteral("let a0 = Event;\n");
    for (int i = 1; i <= 13; ++i)
        text += QStringLiteral("let a%1 = union a%2, a%2;\n").arg(i).arg(i - 1);
    const QList<KqlRead> reads = readsOf(text + QStringLiteral("a13 | where TimeGenerated > ago(1h)"));
    QCOMPARE(reads.size(), 1);
    QVERIFY(!reads.first().condition);
    QVERIFY(!timesOf(reads, TimeRange(), m_now).isKnown());
}

void TestKqlReads::manyTerms()
{
    QString text = QStringLiteral("Event | where TimeGenerated > ago(1h)");
    for (int i = 0; i < 100; ++i)
        text += QStringLiteral(" and EventID != %1").arg(i);
    const QList<KqlRead> reads = readsOf(text);
    QCOMPARE(reads.size(), 1);
    QCOMPARE(describe(timesOf(*reads.first().condition, toTicks(m_now))), QStringLiteral("-1..*"));
}

QTEST_GUILESS_MAIN(TestKqlReads)
#include "tst_kqlreads.moc"
