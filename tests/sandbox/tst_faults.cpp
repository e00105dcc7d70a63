#include "sandbox/faults.h"

#include <QTest>

using namespace sonde;

class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void reads()
    {
        const auto faults = Faults::parse(
            {QStringLiteral("delay=20"), QStringLiteral("pending=0"), QStringLiteral("unauthorized-after=3"),
             QStringLiteral("throttle=2"), QStringLiteral("503"), QStringLiteral("cut-after=100"),
             QStringLiteral("truncated"), QStringLiteral("partial-error"), QStringLiteral("trickle=8"),
             QStringLiteral("gone"), QStringLiteral("expire-poll")});
        QVERIFY(faults);
        QCOMPARE(faults->delay.count(), 20);
        QCOMPARE(faults->pendings, std::optional(0));
        QCOMPARE(faults->unauthorizedAfter, std::optional(3));
        QCOMPARE(faults->throttled, 2);
        QCOMPARE(faults->status, std::optional(503));
        QCOMPARE(faults->cutAfter, std::optional<std::size_t>(100));
        QCOMPARE(faults->trickle, std::optional<std::size_t>(8));
        QVERIFY(faults->truncated && faults->partialError && faults->gone && faults->pollExpired);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("unknown") << QStringLiteral("sleepy");
        QTest::newRow("no number") << QStringLiteral("delay");
        QTest::newRow("not a number") << QStringLiteral("delay=soon");
        QTest::newRow("negative") << QStringLiteral("throttle=-1");
        QTest::newRow("number where none belongs") << QStringLiteral("gone=1");
        QTest::newRow("would never end") << QStringLiteral("trickle=0");
        QTest::newRow("other status") << QStringLiteral("418");
        QTest::newRow("empty") << QString();
    }

    void refuses()
    {
        QFETCH(QString, fault);
        const auto faults = Faults::parse({fault});
        QVERIFY(!faults);
        QCOMPARE(faults.error().kind, ErrorKind::Usage);
        QVERIFY(faults.error().advice.contains(QStringLiteral("cut-after=BYTES")));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
