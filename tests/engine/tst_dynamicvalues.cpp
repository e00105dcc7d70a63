#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Dynamic values: what they make of small tables, with values written down here.
class TestDynamicValues : public QObject
{
    Q_OBJECT

private slots:
    void expressions_data();
    void expressions();
    void answers_data();
    void answers();

private:
    EngineFixture m_fixture;
};

void TestDynamicValues::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("1", "1");
}

void TestDynamicValues::expressions()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

void TestDynamicValues::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("print a = 1", "a:long|1");
}

void TestDynamicValues::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestDynamicValues)
#include "tst_dynamicvalues.moc"
