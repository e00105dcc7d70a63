#include "core/timerange.h"
#include "core/timezone.h"

#include <QTest>

using namespace sonde;

class TestTimeRange : public QObject
{
    Q_OBJECT

private slots:
    void defaultIsOneDay()
    {
        const QDateTime now(QDate(2026, 11, 22), QTime(16, 2, 3, 456), utcZone);
        const ResolvedRange range = TimeRange().resolve(now);
        QCOMPARE(range.end, now);
        QCOMPARE(range.start, now.addDays(-1));
    }

    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *text, const char *canonical) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(canonical);
        };
        row("24h", "P1D");
        row("30m", "PT30M");
        row("90s", "PT1M30S");
        row("7d", "P7D");
        row("2w", "P14D");
        row("P7D", "P7D");
        row("pt1h30m", "PT1H30M");
        row("PT86400.0S", "P1D");
        row("today", "today");
        row("Yesterday-local", "yesterday-local");
        row("thisweek", "thisweek");
        row("2026-01-01/2026-01-02", "2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z");
        row("2026-01-01T00:00:00.5Z/PT1H", "2026-01-01T00:00:00.500Z/2026-01-01T01:00:00.500Z");
        row("P1D/2026-01-02T00:00Z", "2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z");
        row("2026-01-01T01:00+01:00/2026-01-02", "2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z");
    }

    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto range = TimeRange::parse(text);
        QVERIFY(range.has_value());
        QCOMPARE(range->toString(), canonical);
        QCOMPARE(TimeRange::parse(canonical).value(), *range);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "h", "0h", "-1h", "P", "PT", "P1DT", "99999999999999h", "999999999w", "2026-01-01",
              "2026-01-02/2026-01-01", "2026-01-01/2026-01-01", "a/b", "1h/1h", "tomorrow"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto range = TimeRange::parse(text);
        QVERIFY(!range);
        QCOMPARE(range.error().kind, ErrorKind::Usage);
        QVERIFY(!range.error().message.isEmpty());
    }

    void calendar()
    {
        // 22 November 2026 is a Sunday: the ISO week began on the 16th.
        const QDateTime now(QDate(2026, 11, 22), QTime(16, 0), utcZone);
        const auto at = [](int day) { return QDateTime(QDate(2026, 11, day), QTime(0, 0), utcZone); };
        using Kind = TimeRange::Kind;
        const auto utc = TimeRange::Zone::Utc;
        QCOMPARE(TimeRange::calendar(Kind::Today, utc).resolve(now), (ResolvedRange{at(22), now}));
        QCOMPARE(TimeRange::calendar(Kind::Yesterday, utc).resolve(now), (ResolvedRange{at(21), at(22)}));
        QCOMPARE(TimeRange::calendar(Kind::ThisWeek, utc).resolve(now), (ResolvedRange{at(16), now}));
    }

    void localMidnight()
    {
        qputenv("TZ", "America/New_York");
        tzset();
        const QDateTime now(QDate(2026, 11, 22), QTime(3, 0), utcZone); // still the 21st in New York
        const ResolvedRange range =
            TimeRange::calendar(TimeRange::Kind::Today, TimeRange::Zone::Local).resolve(now);
        QCOMPARE(range.start, QDateTime(QDate(2026, 11, 21), QTime(5, 0), utcZone));
        qputenv("TZ", "UTC");
        tzset();
    }

    void wireInstant()
    {
        const QDateTime local(QDate(2026, 1, 1), QTime(1, 0, 0, 7), QTimeZone(3600));
        QCOMPARE(toWireInstant(local), QStringLiteral("2026-01-01T00:00:00.007Z"));
    }
};

QTEST_GUILESS_MAIN(TestTimeRange)
#include "tst_timerange.moc"
