#include "azure/metadataanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;

/// What a workspace lists at /metadata, as it should be and as it should not.
class TestMetadataAnswer : public QObject
{
    Q_OBJECT

private slots:
    void everythingThatIsListed();
    void groupsByEitherSide();
    void olderForm();
    void names();
    void functions();
    void nothingListed_data();
    void nothingListed();
    void unreadable_data();
    void unreadable();
    void oddEntries();
    void largeWorkspace();
};

namespace {

KqlSchemaPtr read(const QByteArray &json)
{
    const auto schema = schemaFromMetadata(json);
    return schema ? *schema : nullptr;
}

QStringList namesOf(const QList<KqlTable> &tables)
{
    QStringList names;
    for (const KqlTable &table : tables)
        names << table.name;
    return names;
}

} // namespace

void TestMetadataAnswer::everythingThatIsListed()
{
    const KqlSchemaPtr schema = read(R"({"tables":[
        {"id":"Perf","name":"Perf","description":"Counters of machines.","timespanColumn":"TimeGenerated",
         "columns":[{"name":"TimeGenerated","type":"datetime","description":"When."},
                    {"name":"CounterValue","type":"real","isPreferredFacet":true},
                    {"name":"Properties","type":"dynamic"}],
         "related":{"categories":["virtualmachines"],"solutions":["LogManagement"]}},
        {"id":"custom_CL","name":"custom_CL","columns":[{"name":"RawData","type":"string"}]}],
      "solutions":[{"id":"LogManagement","name":"LogManagement","displayName":"Log Management"}],
      "categories":[{"id":"virtualmachines","displayName":"Virtual machines"}],
      "functions":[{"id":"f","name":"Busy","parameters":"least: real = 90.0","body":"Perf | where CounterValue > least",
                    "displayName":"Busy machines","description":"Machines that have much to do."}],
      "workspaces":[{"id":"w","name":"one"}]})");
    QVERIFY(schema);
    QVERIFY(!schema->isOpen);
    QCOMPARE(namesOf(schema->tables), (QStringList{QStringLiteral("custom_CL"), QStringLiteral("Perf")}));
    const KqlTable &perf = schema->tables.at(1);
    QCOMPARE(perf.description, QStringLiteral("Counters of machines."));
    QCOMPARE(perf.categories, QStringList{QStringLiteral("Virtual machines")});
    QCOMPARE(perf.solutions, QStringList{QStringLiteral("Log Management")});
    QCOMPARE(perf.columns, (QList<KqlColumn>{{QStringLiteral("TimeGenerated"), QStringLiteral("datetime"),
                                              QStringLiteral("When.")},
                                             {QStringLiteral("CounterValue"), QStringLiteral("real")},
                                             {QStringLiteral("Properties"), QStringLiteral("dynamic")}}));
    QVERIFY(schema->tables.at(0).categories.isEmpty());
    QCOMPARE(schema->functions.size(), 1);
    const KqlFunction &busy = schema->functions.first();
    QCOMPARE(busy.name, QStringLiteral("Busy"));
    QCOMPARE(busy.parameters, QStringLiteral("least: real = 90.0"));
    QCOMPARE(busy.body, QStringLiteral("Perf | where CounterValue > least"));
    QCOMPARE(busy.description, QStringLiteral("Machines that have much to do."));
}

/// A table names its groups, or a group names its tables; in whatever case the ids are.
void TestMetadataAnswer::groupsByEitherSide()
{
    const KqlSchemaPtr schema = read(R"({
      "tables":[{"id":"A","name":"A","related":{"categories":["SEC","unlisted"]}},{"id":"B","name":"B"}],
      "functions":[{"id":"f","name":"F","body":"A"}],
      "solutions":[{"id":"s","name":"Solution","related":{"tables":["a","B"],"functions":["f"]}}],
      "categories":[{"id":"sec","displayName":"Security","related":{"tables":["A","B"]}}]})");
    QVERIFY(schema);
    QCOMPARE(schema->tables.at(0).categories,
             (QStringList{QStringLiteral("Security"), QStringLiteral("unlisted")}));
    QCOMPARE(schema->tables.at(0).solutions, QStringList{QStringLiteral("Solution")});
    QCOMPARE(schema->tables.at(1).categories, QStringList{QStringLiteral("Security")});
    QCOMPARE(schema->tables.at(1).solutions, QStringList{QStringLiteral("Solution")});
    QCOMPARE(schema->functions.at(0).solutions, QStringList{QStringLiteral("Solution")});
    QVERIFY(schema->functions.at(0).categories.isEmpty());
}

/// Ids with a letter for their kind, and groups of tables in a list of their own.
void TestMetadataAnswer::olderForm()
{
    const KqlSchemaPtr schema = read(R"({
      "tableGroups":[{"id":"oms/LogManagement","name":"LogManagement","tables":["t/Alert"]}],
      "tables":[{"id":"t/Alert","name":"Alert","columns":[{"name":"Count","type":"System.Int64"}]},
                {"id":"t/Event"}]})");
    QVERIFY(schema);
    QCOMPARE(namesOf(schema->tables), (QStringList{QStringLiteral("Alert"), QStringLiteral("Event")}));
    QCOMPARE(schema->tables.at(0).solutions, QStringList{QStringLiteral("LogManagement")});
    QCOMPARE(schema->tables.at(0).columns.at(0).type, QStringLiteral("long"));
}

/// KQL tells names apart by their case; the same name twice is one.
void TestMetadataAnswer::names()
{
    const KqlSchemaPtr schema = read(R"({"tables":[
        {"name":"event"},{"name":"Event","columns":[{"name":"a","type":"int"},{"name":"A","type":"long"},
                                                    {"name":"a","type":"string"}]},
        {"name":"Event","columns":[]},{"name":"my table-1"},{"name":"Überblick_CL"},{"name":"where"}]})");
    QVERIFY(schema);
    QCOMPARE(namesOf(schema->tables),
             (QStringList{QStringLiteral("Event"), QStringLiteral("event"), QStringLiteral("my table-1"),
                          QStringLiteral("where"), QStringLiteral("Überblick_CL")}));
    QCOMPARE(schema->tables.at(0).columns, (QList<KqlColumn>{{QStringLiteral("a"), QStringLiteral("int")},
                                                             {QStringLiteral("A"), QStringLiteral("long")}}));
}

void TestMetadataAnswer::functions()
{
    const KqlSchemaPtr schema = read(R"json({"functions":[
        {"name":"b","parameters":"(a:string, b:long=3)","body":"print a","displayName":"In words"},
        {"name":"a","displayName":"a","body":"Event"},{"body":"print 1"}]})json");
    QVERIFY(schema);
    QVERIFY(schema->tables.isEmpty());
    QCOMPARE(schema->functions.size(), 2);
    QCOMPARE(schema->functions.at(0).name, QStringLiteral("a"));
    QVERIFY(schema->functions.at(0).description.isEmpty());
    QCOMPARE(schema->functions.at(1).parameters, QStringLiteral("a:string, b:long=3"));
    QCOMPARE(schema->functions.at(1).description, QStringLiteral("In words"));
}

void TestMetadataAnswer::nothingListed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no tables") << QByteArray(R"({"tables":[],"functions":[]})");
    QTest::newRow("no such list") << QByteArray(R"({"workspaces":[{"id":"w"}]})");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"tables\":[]}");
}

void TestMetadataAnswer::nothingListed()
{
    QFETCH(const QByteArray, json);
    const auto schema = schemaFromMetadata(json);
    QVERIFY2(schema, schema ? "" : qPrintable(schema.error().detail));
    QVERIFY((*schema)->tables.isEmpty());
    QVERIFY((*schema)->isOpen);
    QVERIFY((*schema)->functions.isEmpty());
}

void TestMetadataAnswer::unreadable_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>sign in</html>");
    QTest::newRow("cut in a name") << QByteArray(R"({"tables":[{"name":"Ev)");
    QTest::newRow("cut between tables") << QByteArray(R"({"tables":[{"name":"Event"},)");
    QTest::newRow("a list") << QByteArray(R"([{"name":"Event"}])");
    QTest::newRow("nothing of it") << QByteArray("{}");
    QTest::newRow("tables are no list") << QByteArray(R"({"tables":{"name":"Event"}})");
    QTest::newRow("an error") << QByteArray(R"({"error":{"code":"Whatever","message":"no"}})");
    QTest::newRow("nested too deeply") << QByteArray(R"({"tables":)" + QByteArray(5000, '['));
}

void TestMetadataAnswer::unreadable()
{
    QFETCH(const QByteArray, json);
    const auto schema = schemaFromMetadata(json);
    QVERIFY(!schema);
    QCOMPARE(schema.error().kind, ErrorKind::Decode);
    QCOMPARE(schema.error().message, QStringLiteral("The workspace’s list of tables could not be read."));
    QVERIFY(!schema.error().advice.isEmpty());
}

/// One entry of another shape does not lose the others.
void TestMetadataAnswer::oddEntries()
{
    const KqlSchemaPtr schema = read(R"({"tables":[null,1,"Event",[],{},{"name":7},
        {"name":"Kept","columns":{"a":"int"},"related":[],"description":5},
        {"name":"Too","columns":[null,"a",{"name":"b"},{"name":"c","type":"geometry"},{"type":"int"}],
         "related":{"categories":"one","solutions":[1,null,"S"]}}],
        "categories":[1,{"related":{"tables":["Kept"]}}],"solutions":"none","functions":[{"name":"f"}]})");
    QVERIFY(schema);
    QCOMPARE(namesOf(schema->tables), (QStringList{QStringLiteral("Kept"), QStringLiteral("Too")}));
    QVERIFY(schema->tables.at(0).columns.isEmpty());
    QCOMPARE(schema->tables.at(1).columns,
             (QList<KqlColumn>{{QStringLiteral("b"), QStringLiteral("dynamic")},
                               {QStringLiteral("c"), QStringLiteral("dynamic")}}));
    QCOMPARE(schema->tables.at(1).solutions, QStringList{QStringLiteral("S")});
    QCOMPARE(schema->functions.size(), 1);
}

/// 1 500 tables with 60 000 columns: all there, and a name that comes often is in memory once.
void TestMetadataAnswer::largeWorkspace()
{
    QJsonArray columns;
    for (int i = 0; i < 40; ++i) {
        columns.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("Column%1_s").arg(i)},
                                   {QStringLiteral("type"), QStringLiteral("string")},
                                   {QStringLiteral("description"), QStringLiteral("What it holds.")}});
    }
    QJsonArray tables;
    for (int i = 0; i < 1500; ++i) {
        tables.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("Table%1_CL").arg(i)},
                                  {QStringLiteral("columns"), columns}});
    }
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("tables"), tables}}).toJson();
    const KqlSchemaPtr schema = read(json);
    QVERIFY(schema);
    QCOMPARE(schema->tables.size(), 1500);
    QCOMPARE(schema->tables.last().columns.size(), 40);
    QCOMPARE(schema->tables.first().columns.at(7).name.constData(),
             schema->tables.last().columns.at(7).name.constData());
    QCOMPARE(schema->tables.first().columns.at(0).description.constData(),
             schema->tables.last().columns.at(9).description.constData());
}

QTEST_GUILESS_MAIN(TestMetadataAnswer)
#include "tst_metadataanswer.moc"
