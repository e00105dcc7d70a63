#include "sandbox/callerlimits.h"
#include "sandbox/servicelimits.h"
#include "testclock.h"

#include <QTest>

using namespace sonde;

class TestServiceLimits : public QObject
{
    Q_OBJECT

private slots:
    void parses()
    {
        const ServiceLimits usual;
        QCOMPARE(usual.rows, 500'000);
        QCOMPARE(usual.bytes, 104'857'600);
        const auto set = ServiceLimits::parse({QStringLiteral("rows=10"), QStringLiteral("bytes=0"),
                                               QStringLiteral("wait=5"), QStringLiteral("requests=3"),
                                               QStringLiteral("concurrent=2")});
        QVERIFY(set);
        QCOMPARE(set->rows, 10);
        QCOMPARE(set->bytes, 0);
        QCOMPARE(set->wait, 5);
        QCOMPARE(set->requests, 3);
        QCOMPARE(set->concurrent, 2);
        for (const char *wrong : {"rows", "rows=", "rows=-1", "rows=x", "wait=0", "wait=601", "cells=1",
                                  "requests=99999999999", "=5", ""})
            QVERIFY2(!ServiceLimits::parse({QString::fromLatin1(wrong)}), wrong);
    }

    void soManyInThirtySeconds()
    {
        const auto clock = std::make_shared<test::TestClock>();
        ServiceLimits limits;
        CallerLimits callers(limits, clock);
        for (int i = 0; i < 200; ++i) {
            QVERIFY(callers.enter("a").ticket);
            clock->advance(10);
        }
        const auto refused = callers.enter("a");
        QVERIFY(!refused.ticket);
        QCOMPARE(refused.retryAfterSeconds, 28);
        QVERIFY(callers.enter("b").ticket);
        clock->advance(28'000);
        QVERIFY(callers.enter("a").ticket);
    }

    void soManyAtTheSameTime()
    {
        const auto clock = std::make_shared<test::TestClock>();
        CallerLimits callers(ServiceLimits(), clock);
        std::vector<std::shared_ptr<void>> tickets;
        for (int i = 0; i < 5; ++i)
            tickets.push_back(callers.enter("a").ticket);
        QVERIFY(tickets.back());
        const auto refused = callers.enter("a");
        QVERIFY(!refused.ticket);
        QCOMPARE(refused.retryAfterSeconds, 1);
        tickets.pop_back();
        QVERIFY(callers.enter("a").ticket);
    }

    void noneForOnePerson()
    {
        const auto clock = std::make_shared<test::TestClock>();
        CallerLimits callers(ServiceLimits::ofOnePerson(), clock);
        std::vector<std::shared_ptr<void>> tickets;
        for (int i = 0; i < 1'000; ++i) {
            tickets.push_back(callers.enter("a").ticket);
            QVERIFY(tickets.back());
        }
    }

    void ticketsOutliveTheLimits()
    {
        auto callers = std::make_unique<CallerLimits>(ServiceLimits(), std::make_shared<test::TestClock>());
        auto ticket = callers->enter("a").ticket;
        callers.reset();
        ticket.reset();
    }
};

QTEST_GUILESS_MAIN(TestServiceLimits)
#include "tst_servicelimits.moc"
