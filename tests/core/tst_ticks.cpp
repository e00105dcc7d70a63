#include "core/ticks.h"
#include "core/timezone.h"

#include <QTest>

using namespace sonde;

class TestTicks : public QObject
{
    Q_OBJECT

private slots:
    void dateTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("ticks");
        QTest::addColumn<QByteArray>("again"); // empty: the same text
        QTest::newRow("first") << QByteArray("0001-01-01T00:00:00Z") << qint64(0) << QByteArray();
        QTest::newRow("last") << QByteArray("9999-12-31T23:59:59.9999999Z") << qint64(3155378975999999999)
                              << QByteArray();
        QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << qint64(621355968000000000)
                               << QByteArray();
        QTest::newRow("one digit") << QByteArray("2015-12-31T23:59:59.9Z") << qint64(635872031999000000)
                                   << QByteArray();
        QTest::newRow("seven digits")
            << QByteArray("1970-01-01T00:00:00.0000001Z") << qint64(621355968000000001) << QByteArray();
        QTest::newRow("leap day") << QByteArray("2000-02-29T00:00:00Z") << qint64(630873792000000000)
                                  << QByteArray();
        QTest::newRow("no zone") << QByteArray("1970-01-01T00:00:01") << qint64(621355968010000000)
                                 << QByteArray("1970-01-01T00:00:01Z");
        QTest::newRow("offset") << QByteArray("1970-01-01T01:30:00+01:30") << qint64(621355968000000000)
                                << QByteArray("1970-01-01T00:00:00Z");
        QTest::newRow("date") << QByteArray("1970-01-02") << qint64(621356832000000000)
                              << QByteArray("1970-01-02T00:00:00Z");
        QTest::newRow("space") << QByteArray("1970-01-01 00:00Z") << qint64(621355968000000000)
                               << QByteArray("1970-01-01T00:00:00Z");
    }

    void dateTimes()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, ticks);
        QFETCH(QByteArray, again);
        const auto parsed = parseIsoDateTime(text.toStdString());
        QVERIFY(parsed.has_value());
        QCOMPARE(*parsed, ticks);
        QCOMPARE(QByteArray::fromStdString(formatIsoDateTime(ticks)), again.isEmpty() ? text : again);
    }

    void noDateTimes_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "2026", "2026-13-01", "2026-02-29", "2026-01-01T24:00:00Z", "2026-01-01T00:60Z",
              "0000-01-01", "2026-01-01T00:00:00.12345678Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00Zx",
              "2026-01-01T", "2026-1-1", "0001-01-01T00:00:00+01:00", "NaN"})
            QTest::newRow(text) << QByteArray(text);
    }

    void noDateTimes()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseIsoDateTime(text.toStdString()));
    }

    void timespans_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("ticks");
        QTest::newRow("zero") << QByteArray("00:00:00") << qint64(0);
        QTest::newRow("ten seconds") << QByteArray("00:00:10") << qint64(100000000);
        QTest::newRow("one tick") << QByteArray("00:00:00.0000001") << qint64(1);
        QTest::newRow("days") << QByteArray("3.04:05:06.7000000") << qint64(2739067000000);
        QTest::newRow("negative") << QByteArray("-1.00:00:00") << qint64(-864000000000);
        QTest::newRow("longest") << QByteArray("10675199.02:48:05.4775807")
                                 << std::numeric_limits<qint64>::max();
        QTest::newRow("shortest") << QByteArray("-10675199.02:48:05.4775808")
                                  << std::numeric_limits<qint64>::min();
    }

    void timespans()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, ticks);
        const auto parsed = parseTimespan(text.toStdString());
        QVERIFY(parsed.has_value());
        QCOMPARE(*parsed, ticks);
        QCOMPARE(QByteArray::fromStdString(formatTimespan(ticks)), text);
    }

    void noTimespans()
    {
        for (const char *text : {"", "1", "24:00:00", "00:60:00", "1.2", ".00:00:00", "00:00:00.12345678",
                                 "10675199.02:48:05.4775808", "00:00:00x"})
            QVERIFY2(!parseTimespan(text), text);
    }

    void everyDayOfFourCenturies()
    {
        for (qint64 day = 0; day < 146097 + 366; ++day) {
            const Ticks ticks = (584388 + day) * ticksPerDay;
            const QDate date = QDate(1601, 1, 1).addDays(day);
            QCOMPARE(QString::fromStdString(formatIsoDateTime(ticks)).left(10), date.toString(Qt::ISODate));
            QCOMPARE(parseIsoDateTime(date.toString(Qt::ISODate).toStdString()).value(), ticks);
        }
    }

    void qtDateTimes()
    {
        const QDateTime before(QDate(1969, 12, 31), QTime(23, 59, 59, 999), utcZone);
        QCOMPARE(toDateTimeUtc(toTicks(before)), before);
        QCOMPARE(toDateTimeUtc(toTicks(before) + 1), before);
    }
};

QTEST_GUILESS_MAIN(TestTicks)
#include "tst_ticks.moc"
