#include "core/kqlliterals.h"

#include <QTest>

using namespace sonde;

class TestKqlLiterals : public QObject
{
    Q_OBJECT

private slots:
    void timespans_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<qint64>("ticks"); // -1: none
        const auto row = [](const char *written, qint64 ticks) {
            QTest::newRow(written) << QString::fromLatin1(written) << ticks;
        };
        row("1d", ticksPerDay);
        row("1.5h", ticksPerHour * 3 / 2);
        row("30m", 30 * ticksPerMinute);
        row("10ms", 10 * ticksPerMillisecond);
        row("3microseconds", 30);
        row("7tick", 7);
        row("timespan(1.02:03:04)", ticksPerDay + 2 * ticksPerHour + 3 * ticksPerMinute + 4 * ticksPerSecond);
        row("timespan(2 days)", 2 * ticksPerDay);
        row("time(1h)", ticksPerHour);
        row("timespan('1h')", ticksPerHour);
        row("1 fortnight", -1);
        row("h", -1);
        row("", -1);
        row("99999999999d", -1);
    }

    void timespans()
    {
        QFETCH(QString, written);
        QFETCH(qint64, ticks);
        QCOMPARE(kqlTimespan(written).value_or(-1), ticks);
    }

    void dates()
    {
        const Ticks noon = unixEpochTicks + ticksPerDay / 2;
        QCOMPARE(kqlDateTime(QStringLiteral("datetime(1970-01-01 12:00)")), noon);
        QCOMPARE(kqlDateTime(QStringLiteral("datetime ( \"1970-01-01T12:00:00Z\" )")), noon);
        QCOMPARE(kqlDateTime(QStringLiteral("1970-01-01T13:00+01:00")), noon);
        QVERIFY(!kqlDateTime(QStringLiteral("datetime(null)")));
        QVERIFY(!kqlDateTime(QStringLiteral("datetime(1970-13-01)")));
    }
};

QTEST_APPLESS_MAIN(TestKqlLiterals)
#include "tst_kqlliterals.moc"
