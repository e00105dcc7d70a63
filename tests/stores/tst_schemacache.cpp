#include "stores/schemacache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

/// What is kept on disk of the tables of a workspace.
class TestSchemaCache : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatItKept();
    void onePerConnection();
    void anotherWorkspaceIsNone();
    void brokenFilesAreNone_data();
    void brokenFilesAreNone();
    void foldersThatCannotBe();
    void removes();
    void idsAreNoPaths();
    void onlyTheOwnerMayLook();
    void largeWorkspace();
};

namespace {

Connection connectionOf(const QString &id)
{
    Connection connection;
    connection.id = id;
    connection.workspaceId = QStringLiteral("33333333-3333-3333-3333-333333333333");
    return connection;
}

const Connection one = connectionOf(QStringLiteral("one"));
const QDateTime morning(QDate(2026, 11, 28), QTime(9, 30), Qt::UTC);

KqlSchemaPtr someSchema()
{
    auto schema = std::make_shared<KqlSchema>();
    schema->tables = {
        {QStringLiteral("Event"),
         {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime"), QStringLiteral("When.")},
          {QStringLiteral("My column"), QStringLiteral("real")}},
         QStringLiteral("Events — of all kinds."),
         {QStringLiteral("Security"), QStringLiteral("Audit")},
         {QStringLiteral("Log Management")}},
        {QStringLiteral("event")}};
    schema->functions = {{QStringLiteral("Busy"),
                          QStringLiteral("least: real = 90.0"),
                          QStringLiteral("Perf\n| where CounterValue > least"),
                          QStringLiteral("Machines that have much to do."),
                          {QStringLiteral("Security")},
                          {}}};
    return schema;
}

void writeText(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

void TestSchemaCache::givesBackWhatItKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a/tables"));
    QVERIFY(!SchemaCache(path).read(one));
    const KqlSchemaPtr schema = someSchema();
    QVERIFY(SchemaCache(path).write(one, {schema, morning}));
    const auto known = SchemaCache(path).read(one);
    QVERIFY(known);
    QCOMPARE(known->fetched, morning);
    QCOMPARE(known->schema->tables, schema->tables);
    QCOMPARE(known->schema->functions, schema->functions);
    QVERIFY(!known->schema->isOpen);
}

void TestSchemaCache::onePerConnection()
{
    const QTemporaryDir folder;
    const SchemaCache cache(folder.path());
    const Connection two = connectionOf(QStringLiteral("two"));
    const auto empty = std::make_shared<KqlSchema>();
    QVERIFY(cache.write(one, {someSchema(), morning}));
    QVERIFY(cache.write(two, {empty, morning.addDays(1)}));
    QCOMPARE(cache.read(one)->schema->tables.size(), 2);
    QCOMPARE(cache.read(two)->schema->tables.size(), 0);
    QCOMPARE(cache.read(two)->fetched, morning.addDays(1));
}

/// A connection that was edited names another workspace: its tables are not those of before.
void TestSchemaCache::anotherWorkspaceIsNone()
{
    const QTemporaryDir folder;
    const SchemaCache cache(folder.path());
    QVERIFY(cache.write(one, {someSchema(), morning}));
    Connection edited = one;
    edited.name = QStringLiteral("Another name");
    edited.clientId = QStringLiteral("11111111-1111-1111-1111-111111111111");
    QVERIFY(cache.read(edited));
    edited.workspaceId = QStringLiteral("44444444-4444-4444-4444-444444444444");
    QVERIFY(!cache.read(edited));
    edited = one;
    edited.cloud = Cloud::China;
    QVERIFY(!cache.read(edited));
}

void TestSchemaCache::brokenFilesAreNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QTemporaryDir folder;
    const SchemaCache cache(folder.path());
    QVERIFY(cache.write(one, {someSchema(), morning}));
    QFile file(folder.filePath(QStringLiteral("one.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << good.left(good.size() / 2);
    QTest::newRow("another thing") << QByteArray("[1,2]");
    QTest::newRow("of the future") << QByteArray(good).replace("\"version\":1", "\"version\":2");
    QTest::newRow("no time") << QByteArray(good).replace("2026-11-28T09:30:00Z", "some time ago");
    QTest::newRow("no tables") << QByteArray(good).replace("\"tables\":[", "\"tabless\":[");
    QVERIFY(good.contains("\"version\":1") && good.contains("2026-11-28T09:30:00Z"));
}

void TestSchemaCache::brokenFilesAreNone()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const SchemaCache cache(folder.path());
    writeText(folder.filePath(QStringLiteral("one.json")), bytes);
    QVERIFY(!cache.read(one));
    QVERIFY(cache.write(one, {someSchema(), morning}));
    QVERIFY(cache.read(one));
}

void TestSchemaCache::foldersThatCannotBe()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    writeText(file, "no folder");
    const SchemaCache cache(file + QStringLiteral("/tables"));
    QVERIFY(!cache.read(one));
    const auto written = cache.write(one, {someSchema(), morning});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Io);
    cache.remove(one.id);
    cache.removeAllBut({});
}

void TestSchemaCache::removes()
{
    const QTemporaryDir folder;
    const SchemaCache cache(folder.path());
    const Connection two = connectionOf(QStringLiteral("two"));
    const Connection three = connectionOf(QStringLiteral("three"));
    for (const Connection &connection : {one, two, three})
        QVERIFY(cache.write(connection, {someSchema(), morning}));
    writeText(folder.filePath(QStringLiteral("notes.txt")), "somebody else's");
    cache.remove(one.id);
    QVERIFY(!cache.read(one));
    QVERIFY(cache.read(two));
    cache.removeAllBut({three.id});
    QVERIFY(!cache.read(two));
    QVERIFY(cache.read(three));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("notes.txt"))));
}

void TestSchemaCache::idsAreNoPaths()
{
    const QTemporaryDir folder;
    const QString inner = folder.filePath(QStringLiteral("inner"));
    const SchemaCache cache(inner);
    for (const QString &id : {QStringLiteral("../outside"), QStringLiteral(".."), QStringLiteral("/tmp/x"),
                              QStringLiteral("a b?ü")}) {
        const Connection odd = connectionOf(id);
        QVERIFY2(cache.write(odd, {someSchema(), morning}), qPrintable(id));
        QVERIFY(cache.read(odd));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("inner")});
    QCOMPARE(QDir(inner).entryList(QDir::Files | QDir::Hidden).size(), 4);
    cache.removeAllBut({});
    QCOMPARE(QDir(inner).entryList(QDir::Files | QDir::Hidden).size(), 0);
}

void TestSchemaCache::onlyTheOwnerMayLook()
{
    const QTemporaryDir folder;
    const QString inner = folder.filePath(QStringLiteral("inner"));
    QVERIFY(SchemaCache(inner).write(one, {someSchema(), morning}));
    const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(inner) & others));
}

void TestSchemaCache::largeWorkspace()
{
    auto schema = std::make_shared<KqlSchema>();
    for (int i = 0; i < 1500; ++i) {
        KqlTable table{QStringLiteral("Table%1_CL").arg(i)};
        for (int j = 0; j < 40; ++j)
            table.columns.append({QStringLiteral("Column%1_s").arg(j), QStringLiteral("string")});
        schema->tables.append(table);
    }
    const QTemporaryDir folder;
    const SchemaCache cache(folder.path());
    QVERIFY(cache.write(one, {schema, morning}));
    const auto known = cache.read(one);
    QVERIFY(known);
    QCOMPARE(known->schema->tables, schema->tables);
    QCOMPARE(known->schema->tables.first().columns.at(7).name.constData(),
             known->schema->tables.last().columns.at(7).name.constData());
}

QTEST_GUILESS_MAIN(TestSchemaCache)
#include "tst_schemacache.moc"
