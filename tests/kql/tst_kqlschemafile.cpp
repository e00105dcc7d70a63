#include "kql/kqlschemafile.h"

#include <QTest>

using namespace sonde;

class TestKqlSchemaFile final : public QObject
{
    Q_OBJECT

private slots:
    void tables()
    {
        const auto schema = kqlSchemaFromJson(
            R"({"Event": {"TimeGenerated": "datetime", "EventID": "int"}, "Perf": {"Value": "double"}, "None": {}})");
        QVERIFY(schema);
        QVERIFY(!(*schema)->isOpen);
        QCOMPARE((*schema)->tables.size(), 3);
        QCOMPARE((*schema)->tables.at(0),
                 (KqlTable{QStringLiteral("Event"),
                           {{QStringLiteral("EventID"), QStringLiteral("int")},
                            {QStringLiteral("TimeGenerated"), QStringLiteral("datetime")}}}));
        QCOMPARE((*schema)->tables.at(2).columns.at(0).type, QStringLiteral("real"));
        QVERIFY(kqlSchemaFromJson("{}")->get()->tables.isEmpty());
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"", "Event", "[]", "{\"Event\": 1}", "{\"Event\": {\"a\": \"text\"}}",
                                 "{\"Event\": {\"a\": 1}}", "{\"Event\": {\"a\": \"int\"}"})
            QTest::newRow(json) << QByteArray(json);
    }

    void refused()
    {
        QFETCH(QByteArray, json);
        const auto schema = kqlSchemaFromJson(json);
        QVERIFY(!schema);
        QCOMPARE(schema.error().kind, ErrorKind::Decode);
        QVERIFY(!schema.error().advice.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKqlSchemaFile)
#include "tst_kqlschemafile.moc"
