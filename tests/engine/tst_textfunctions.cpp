#include "engine/enginefixture.h"

#include <QTest>

using namespace sonde;

/// Texts, addresses and formats: what they make of small tables, with values written down here.
class TestTextFunctions : public QObject
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

void TestTextFunctions::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("1", "1");
}

void TestTextFunctions::expressions()
{
    QFETCH(QString, expression);
    QTEST(m_fixture.value(expression), "value");
}

void TestTextFunctions::answers_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *query, const char *lines) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(lines);
    };
    row("print a = 1", "a:long|1");
}

void TestTextFunctions::answers()
{
    QFETCH(QString, query);
    QTEST(m_fixture.answer(query).join(u'|'), "lines");
}

QTEST_GUILESS_MAIN(TestTextFunctions)
#include "tst_textfunctions.moc"
