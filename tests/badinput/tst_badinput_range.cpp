#include "core/timerange.h"
#include "core/timezone.h"
#include "support/badinput.h"

#include <QJsonArray>
#include <QTest>

using namespace sonde;

/// Time ranges that are none, as text (settings, favourites, the command line) and as two instants.
class TestBadRange : public QObject
{
    Q_OBJECT

public:
    TestBadRange()
    {
        for (const char *name : {"start after end", "start is end", "beyond the calendar", "no range at all"})
            m_area.drive(name, texts);
        m_area.drive("no instants", noInstants);
    }

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    static void texts(const BadInputCase &row)
    {
        const QJsonArray inputs = row.input.toArray();
        QVERIFY(!inputs.isEmpty());
        for (const QJsonValue &input : inputs) {
            const auto range = TimeRange::parse(input.toString());
            QVERIFY2(!range, qUtf8Printable(input.toString()));
            QCOMPARE(disagreement(row, range.error(), {{QStringLiteral("text"), input.toString()}}),
                     QString());
        }
    }

    static void noInstants(const BadInputCase &row)
    {
        const QDateTime valid({2026, 11, 22}, {16, 0}, utcZone);
        for (const auto &range :
             {TimeRange::between({}, {}), TimeRange::between(valid, {}), TimeRange::between({}, valid)}) {
            QVERIFY(!range);
            SONDE_AGREES(row, range.error());
        }
    }

    BadInputArea m_area{QStringLiteral("range")};
};

QTEST_GUILESS_MAIN(TestBadRange)
#include "tst_badinput_range.moc"
