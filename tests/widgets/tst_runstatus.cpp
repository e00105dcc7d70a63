#include "widgets/runstatus.h"

#include <QLocale>
#include <QTest>

using namespace sonde;

class TestRunStatus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void everyStageHasWords_data();
    void everyStageHasWords();
    void elapsed_data();
    void elapsed();
    void rows();
    void range_data();
    void range();
};

void TestRunStatus::everyStageHasWords_data()
{
    using Stage = SearchProgress::Stage;
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("workspace") << Stage::StartingWorkspace << qint64(0)
                               << QStringLiteral("Preparing the embedded workspace");
    QTest::newRow("sign-in") << Stage::SigningIn << qint64(0) << QStringLiteral("Signing in");
    QTest::newRow("waiting") << Stage::WaitingForService << qint64(0)
                             << QStringLiteral("Waiting for the service");
    QTest::newRow("pending") << Stage::Pending << qint64(0)
                             << QStringLiteral("Pending, the service is still searching (look 3)");
    QTest::newRow("limited") << Stage::RateLimited << qint64(0)
                             << QStringLiteral("The service asks to wait 7 s before the next request");
    QTest::newRow("first byte") << Stage::Receiving << qint64(0) << QStringLiteral("Receiving");
    QTest::newRow("bytes") << Stage::Receiving << (qint64(3) << 20)
                           << QStringLiteral("Receiving, 3.0 MB so far");
}

void TestRunStatus::everyStageHasWords()
{
    QFETCH(SearchProgress::Stage, stage);
    QFETCH(qint64, bytes);
    SearchProgress progress;
    progress.stage = stage;
    progress.bytes = bytes;
    progress.looks = 3;
    progress.retrySeconds = 7;
    QTEST(describeStage(progress), "words");
}

void TestRunStatus::elapsed_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0.0 s");
    QTest::newRow("tenths") << qint64(412) << QStringLiteral("0.4 s");
    QTest::newRow("seconds") << qint64(12'900) << QStringLiteral("12 s");
    QTest::newRow("minutes") << qint64(125'000) << QStringLiteral("2 min 05 s");
}

void TestRunStatus::elapsed()
{
    QFETCH(qint64, milliseconds);
    QTEST(describeElapsed(milliseconds), "words");
}

void TestRunStatus::rows()
{
    QCOMPARE(describeRows(1204, {}), QStringLiteral("1,204 rows"));
    QCOMPARE(describeRows(1204, 5310), QStringLiteral("1,204 of 5,310 rows"));
    QCOMPARE(describeRows(5'000'000'000, {}), QStringLiteral("5,000,000,000 rows"));
}

void TestRunStatus::range_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("words");
    QTest::newRow("a day") << QStringLiteral("2026-11-21T16:02:03Z") << QStringLiteral("2026-11-22T16:02:03Z")
                           << QStringLiteral("21 Nov 16:02 to 22 Nov 16:02 UTC");
    QTest::newRow("an hour") << QStringLiteral("2026-11-22T15:02:03Z")
                             << QStringLiteral("2026-11-22T16:02:03Z")
                             << QStringLiteral("22 Nov 15:02:03 to 22 Nov 16:02:03 UTC");
    QTest::newRow("other year") << QStringLiteral("2025-12-31T23:00:00Z")
                                << QStringLiteral("2026-01-02T00:00:00Z")
                                << QStringLiteral("31 Dec 2025 23:00 to 2 Jan 2026 00:00 UTC");
}

void TestRunStatus::range()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    const auto instant = [](const QString &text) { return QDateTime::fromString(text, Qt::ISODate); };
    const QDateTime now = instant(QStringLiteral("2026-11-22T16:02:03Z"));
    QTEST(describeRange({instant(start), instant(end)}, now), "words");
}

QTEST_GUILESS_MAIN(TestRunStatus)
#include "tst_runstatus.moc"
