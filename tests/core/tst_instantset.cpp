#include "core/instantset.h"

#include <QTest>

using namespace sonde;

class TestInstantSet : public QObject
{
    Q_OBJECT

private slots:
    void keepsWithinTheCalendar()
    {
        QCOMPARE(InstantSet::between(-5, 3), InstantSet::between(0, 3));
        QVERIFY(InstantSet::between(4, 3).isEmpty());
        QVERIFY(InstantSet::between(maxDateTimeTicks + 1, maxDateTimeTicks + 2).isEmpty());
        QCOMPARE(InstantSet::all().hull(), (InstantSet::Stretch{0, maxDateTimeTicks}));
    }

    void joinsWhatTouches()
    {
        const InstantSet apart = InstantSet::between(20, 30).united(InstantSet::between(0, 10));
        QCOMPARE(apart.stretches().size(), std::size_t(2));
        QCOMPARE(apart.duration(), Ticks(20));
        QCOMPARE(apart.hull(), (InstantSet::Stretch{0, 30}));
        QCOMPARE(apart.united(InstantSet::between(11, 19)), InstantSet::between(0, 30));
        QCOMPARE(apart.united(InstantSet::between(5, 40)), InstantSet::between(0, 40));
        QCOMPARE(apart.united({}), apart);
    }

    void cutsBoth()
    {
        const InstantSet apart = InstantSet::between(0, 10).united(InstantSet::between(20, 30));
        const InstantSet cut = apart.intersected(InstantSet::between(5, 25));
        QCOMPARE(cut, InstantSet::between(5, 10).united(InstantSet::between(20, 25)));
        QVERIFY(apart.intersected(InstantSet::between(11, 19)).isEmpty());
        QCOMPARE(apart.intersected(InstantSet::all()), apart);
    }

    void isWhatTheComplementIsNot()
    {
        const InstantSet apart = InstantSet::between(5, 10).united(InstantSet::between(20, 30));
        const InstantSet others = apart.complement();
        QCOMPARE(others.stretches().size(), std::size_t(3));
        QVERIFY(others.intersected(apart).isEmpty());
        QCOMPARE(others.united(apart), InstantSet::all());
        QCOMPARE(others.complement(), apart);
        QVERIFY(InstantSet::all().complement().isEmpty());
        QCOMPARE(InstantSet().complement(), InstantSet::all());
    }
};

QTEST_APPLESS_MAIN(TestInstantSet)
#include "tst_instantset.moc"
