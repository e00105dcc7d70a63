#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Parse, parse-where and parse-kv: what they make of small tables, with values written down here.
class TestParseOperators : public QObject
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

void TestParseOperators::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("1", "1");
}

void TestParseOperators::expressions()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

void TestParseOperators::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("print a = 1", "a:long|1");
}

void TestParseOperators::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestParseOperators)
#include "tst_parseoperators.moc"
