#include "kql/timeadvice.h"

#include <QTest>
#include <QTimeZone>

using namespace sonde;
using Rule = KqlAdvice::Rule;

namespace {

KqlTimeExpression ago(int days)
{
    return {
        QStringLiteral(">="),
        {},
        {{QStringLiteral("ago"), {}, {{QStringLiteral("timespan"), QStringLiteral("%1d").arg(days), {}}}}}};
}

KqlTimeExpression nothing()
{
    return {QStringLiteral("true")};
}

KqlTimeExpression notUnderstood()
{
    return {};
}

KqlRead read(int start, const KqlTimeExpression &condition)
{
    return {start, 5, true, false, condition};
}

TimeRange days(int count)
{
    return TimeRange::last(std::chrono::hours(24 * count));
}

} // namespace

/// What a query reads within a time range, and what is said of it.
class TestTimeAdvice : public QObject
{
    Q_OBJECT

    const QDateTime m_now{QDate(2026, 11, 29), QTime(12, 0), QTimeZone::utc()};

    QTestData &row(const char *name, const QList<KqlRead> &reads, int range, const char *expected)
    {
        return QTest::newRow(name) << reads << range << QString::fromLatin1(expected);
    }

private slots:
    void advises_data()
    {
        QTest::addColumn<QList<KqlRead>>("reads");
        QTest::addColumn<int>("range"); // days
        QTest::addColumn<QString>("expected");
        row("a day", {read(0, nothing())}, 1, "");
        row("15 days", {read(0, nothing())}, 15, "");
        row("16 days", {read(0, nothing())}, 16, "Span 0 16");
        row("narrowed by the query", {read(0, ago(7))}, 30, "");
        row("narrowed by the range", {read(0, ago(30))}, 1, "");
        row("long in both", {read(0, ago(30))}, 60, "Span 0 30");
        row("said once", {read(0, nothing()), read(9, nothing())}, 30, "Span 0 30");
        row("not understood", {read(0, notUnderstood())}, 30, "");
        row("too much for it", {{0, 5, true, false, std::nullopt}}, 30, "");
        row("forgotten", {read(0, ago(1)), read(9, nothing())}, 1, "Unfiltered 9");
        row("forgotten, but long all the same", {read(0, ago(20)), read(9, nothing())}, 30,
            "Span 0 20, Unfiltered 9");
        row("without a time", {read(0, ago(1)), {9, 5, false, false, nothing()}}, 1, "Untimed 9");
        row("without a time, but limited", {read(0, ago(1)), {9, 5, false, true, nothing()}}, 1, "");
    }

    void advises()
    {
        QFETCH(QList<KqlRead>, reads);
        QFETCH(int, range);
        QStringList said;
        for (const KqlAdvice &advice : timeAdvice(timesOf(reads, days(range), m_now))) {
            QString line = advice.rule == Rule::Span      ? QStringLiteral("Span")
                           : advice.rule == Rule::Untimed ? QStringLiteral("Untimed")
                                                          : QStringLiteral("Unfiltered");
            line += u' ' + QString::number(advice.start);
            if (advice.days)
                line += u' ' + QString::number(*advice.days);
            said << line;
        }
        QTEST(said.join(QLatin1String(", ")), "expected");
    }

    void narrows()
    {
        const auto times = [this](const QList<KqlRead> &reads) { return timesOf(reads, days(1), m_now); };
        QVERIFY(!times({}).isKnown());
        QVERIFY(!times({{0, 5, false, false, nothing()}}).isKnown());
        QVERIFY(times({read(0, nothing())}).isKnown());
        QVERIFY(!times({read(0, nothing())}).isNarrowed());
        QVERIFY(!times({read(0, ago(1))}).isNarrowed());
        QVERIFY(!times({read(0, ago(3))}).isNarrowed());
        QVERIFY(times({read(0, notUnderstood())}).isNarrowed());
        // What one table may leave open another reads for certain.
        QVERIFY(!times({read(0, notUnderstood()), read(9, nothing())}).isNarrowed());
    }

    void asksForMore()
    {
        const auto cutOff = [this](const QList<KqlRead> &reads, const TimeRange &range) {
            return timesOf(reads, range, m_now).cutOff();
        };
        QVERIFY(!cutOff({read(0, nothing())}, days(1)));
        QVERIFY(!cutOff({read(0, ago(1))}, days(1)));
        QCOMPARE(cutOff({read(0, ago(3))}, days(1)), (ResolvedRange{m_now.addDays(-3), m_now}));
        QCOMPARE(cutOff({read(0, ago(3)), read(9, ago(5)), read(20, nothing())}, days(1)),
                 (ResolvedRange{m_now.addDays(-5), m_now}));
        QVERIFY(!cutOff({read(0, {QStringLiteral("not"), {}, {ago(3)}})}, days(1))); // until then
        // All of what is asked for is behind the range.
        const auto before = *TimeRange::between(m_now.addDays(-9), m_now.addDays(-8));
        QVERIFY(timesOf({read(0, ago(3))}, before, m_now).left.instants.isEmpty());
        QVERIFY(cutOff({read(0, ago(3))}, before));
    }
};

QTEST_APPLESS_MAIN(TestTimeAdvice)
#include "tst_timeadvice.moc"
