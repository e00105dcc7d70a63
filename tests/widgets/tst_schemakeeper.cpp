#include "kql/builtintables.h"
#include "stores/connectionstore.h"
#include "support/fakeschemasource.h"
#include "support/manualclock.h"
#include "widgets/schemakeeper.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <memory>

using namespace sonde;

namespace {

KqlSchemaPtr schemaOf(const QString &table)
{
    auto schema = std::make_shared<KqlSchema>();
    schema->tables = {{table, {{QStringLiteral("TimeGenerated"), QStringLiteral("datetime")}}}};
    return schema;
}

QString firstTable(const KqlSchemaPtr &schema)
{
    return schema->tables.isEmpty() ? QString() : schema->tables.first().name;
}

} // namespace

/// What is known of the tables of each connection, and when the workspace is asked.
class TestSchemaKeeper : public QObject
{
    Q_OBJECT

    void start()
    {
        keeper = std::make_unique<SchemaKeeper>(
            SchemaKeeper::Services{source, SchemaCache(cacheFolder()), *connections, clock});
        changed = std::make_unique<QSignalSpy>(keeper.get(), &SchemaKeeper::schemaChanged);
    }
    QString cacheFolder() const { return folder->filePath(QStringLiteral("tables")); }
    /// As another run of the program left it.
    void keepOnDisk(const QString &table, const QDateTime &fetched) const
    {
        QVERIFY(SchemaCache(cacheFolder()).write(*connections->find(id), {schemaOf(table), fetched}));
    }
    QString table() { return firstTable(keeper->schemaOf(id)); }
    /// Waits until use() has seen the disk.
    bool isAsked(qsizetype times) const
    {
        return QTest::qWaitFor([this, times] { return source.asked.size() >= times; });
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<ConnectionStore> connections;
    FakeSchemaSource source;
    ManualClock clock;
    std::unique_ptr<SchemaKeeper> keeper;
    std::unique_ptr<QSignalSpy> changed;
    QString id;

private slots:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        connections = std::make_unique<ConnectionStore>(folder->filePath(QStringLiteral("connections.json")));
        Connection connection;
        connection.name = QStringLiteral("One");
        connection.tenant = QStringLiteral("tenant");
        connection.clientId = QStringLiteral("11111111-1111-1111-1111-111111111111");
        connection.workspaceId = QStringLiteral("33333333-3333-3333-3333-333333333333");
        id = *connections->add(connection);
        source = {};
        start();
    }

    void cleanup()
    {
        keeper.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void builtinTablesStandIn()
    {
        // At once, though nothing is read yet; and with nobody asked.
        const KqlSchemaPtr first = keeper->schemaOf(id);
        QVERIFY(first && first->isOpen);
        QTRY_COMPARE(keeper->schemaOf(id), builtinSchema());
        QCOMPARE(changed->count(), 1);
        QCOMPARE(changed->first().first().toString(), id);
        QCOMPARE(keeper->stateOf(id), SchemaState());
        QCOMPARE(keeper->schemaOf(QString()), builtinSchema());
        QCOMPARE(keeper->schemaOf(QStringLiteral("unknown")), builtinSchema());
        keeper->use(QStringLiteral("unknown"));
        keeper->refresh(QString());
        QVERIFY(source.asked.isEmpty());
    }

    void asksWhenUsed()
    {
        QSignalSpy states(keeper.get(), &SchemaKeeper::stateChanged);
        keeper->use(id);
        QVERIFY(isAsked(1));
        QCOMPARE(source.asked.first().id, id);
        QVERIFY(keeper->stateOf(id).isFetching);
        QCOMPARE(states.count(), 1);
        keeper->use(id); // is on its way
        QCOMPARE(source.asked.size(), 1);

        const KqlSchemaPtr listed = schemaOf(QStringLiteral("Mine_CL"));
        source.answer(listed);
        QCOMPARE(keeper->schemaOf(id), listed);
        QCOMPARE(changed->count(), 1);
        const SchemaState state = keeper->stateOf(id);
        QVERIFY(!state.isFetching);
        QVERIFY(!state.error);
        QCOMPARE(state.fetched, clock.nowUtc());
        keeper->use(id);
        QCOMPARE(source.asked.size(), 1);
    }

    void keptForTheNextRun()
    {
        keeper->use(id);
        QVERIFY(isAsked(1));
        source.answer(schemaOf(QStringLiteral("Mine_CL")));
        const QDateTime then = clock.nowUtc();
        QTRY_VERIFY(SchemaCache(cacheFolder()).read(*connections->find(id)));

        clock.advance(std::chrono::hours(1));
        start();
        table();
        QTRY_COMPARE(table(), QStringLiteral("Mine_CL"));
        QCOMPARE(keeper->stateOf(id).fetched, then);
        keeper->use(id);
        QCOMPARE(source.asked.size(), 1);
    }

    void asksAgainAfterADay()
    {
        keepOnDisk(QStringLiteral("Old_CL"), clock.nowUtc().addDays(-2));
        keeper->use(id);
        QVERIFY(isAsked(1));
        // Until the answer comes, what is known stands.
        QCOMPARE(table(), QStringLiteral("Old_CL"));
        source.answer(schemaOf(QStringLiteral("New_CL")));
        QCOMPARE(table(), QStringLiteral("New_CL"));
        clock.advance(std::chrono::hours(23));
        keeper->use(id);
        QCOMPARE(source.asked.size(), 1);
        clock.advance(std::chrono::hours(2));
        keeper->use(id);
        QCOMPARE(source.asked.size(), 2);
    }

    void theSameTablesAreNoNews()
    {
        keeper->use(id);
        QVERIFY(isAsked(1));
        source.answer(schemaOf(QStringLiteral("Mine_CL")));
        const KqlSchemaPtr before = keeper->schemaOf(id);
        changed->clear();
        clock.advance(std::chrono::hours(1));
        keeper->refresh(id);
        source.answer(schemaOf(QStringLiteral("Mine_CL")));
        QCOMPARE(keeper->schemaOf(id), before);
        QCOMPARE(changed->count(), 0);
        QCOMPARE(keeper->stateOf(id).fetched, clock.nowUtc());
    }

    void failureKeepsWhatIsKnown()
    {
        keepOnDisk(QStringLiteral("Old_CL"), clock.nowUtc().addDays(-2));
        keeper->use(id);
        QVERIFY(isAsked(1));
        source.answer(failure(ErrorKind::Offline, QStringLiteral("No network.")));
        QCOMPARE(table(), QStringLiteral("Old_CL"));
        QVERIFY(keeper->stateOf(id).error);
        QCOMPARE(keeper->stateOf(id).error->message, QStringLiteral("No network."));
        QVERIFY(!keeper->stateOf(id).isFetching);
        // Every run calls use(); the workspace is not asked each time.
        keeper->use(id);
        QCOMPARE(source.asked.size(), 1);
        clock.advance(std::chrono::minutes(11));
        keeper->use(id);
        QCOMPARE(source.asked.size(), 2);
        source.answer(schemaOf(QStringLiteral("New_CL")));
        QVERIFY(!keeper->stateOf(id).error);
        QCOMPARE(table(), QStringLiteral("New_CL"));
    }

    void refreshAsksAtOnce()
    {
        keepOnDisk(QStringLiteral("Old_CL"), clock.nowUtc());
        table();
        QTRY_COMPARE(table(), QStringLiteral("Old_CL"));
        keeper->refresh(id);
        QCOMPARE(source.asked.size(), 1);
        keeper->refresh(id);
        QCOMPARE(source.asked.size(), 1);
        source.answer(failure(ErrorKind::Offline, QStringLiteral("No network.")));
        keeper->refresh(id);
        QCOMPARE(source.asked.size(), 2);
    }

    /// The workspace answers before the disk does: the older tables do not come back.
    void diskIsSlower()
    {
        keepOnDisk(QStringLiteral("Old_CL"), clock.nowUtc().addDays(-2));
        keeper->refresh(id);
        source.answer(schemaOf(QStringLiteral("New_CL")));
        QCOMPARE(table(), QStringLiteral("New_CL"));
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(table(), QStringLiteral("New_CL"));
    }

    void removedConnectionIsForgotten()
    {
        keeper->use(id);
        QVERIFY(isAsked(1));
        source.answer(schemaOf(QStringLiteral("Mine_CL")));
        QTRY_COMPARE(QDir(cacheFolder()).entryList(QDir::Files).size(), 1);
        keeper->refresh(id);
        changed->clear();
        QVERIFY(connections->remove(id));
        QCOMPARE(changed->count(), 1);
        QVERIFY(!source.last); // the asking under way ended
        QTRY_COMPARE(keeper->schemaOf(id), builtinSchema());
        QTRY_COMPARE(QDir(cacheFolder()).entryList(QDir::Files).size(), 0);
    }

    void anotherWorkspaceIsAskedAnew()
    {
        keeper->use(id);
        QVERIFY(isAsked(1));
        source.answer(schemaOf(QStringLiteral("Mine_CL")));
        Connection edited = *connections->find(id);
        edited.name = QStringLiteral("Renamed");
        QVERIFY(connections->update(edited));
        QCOMPARE(table(), QStringLiteral("Mine_CL"));
        edited.workspaceId = QStringLiteral("44444444-4444-4444-4444-444444444444");
        QVERIFY(connections->update(edited));
        QTRY_COMPARE(keeper->schemaOf(id), builtinSchema());
        keeper->use(id);
        QVERIFY(isAsked(2));
        QCOMPARE(source.asked.last().workspaceId, edited.workspaceId);
    }

    /// What was wrong with the connection may be mended: the next run asks again.
    void editedConnectionIsTriedAgain()
    {
        keeper->use(id);
        QVERIFY(isAsked(1));
        source.answer(failure(ErrorKind::SignIn, QStringLiteral("Wrong secret.")));
        Connection edited = *connections->find(id);
        edited.tenant = QStringLiteral("other");
        QVERIFY(connections->update(edited));
        keeper->use(id);
        QCOMPARE(source.asked.size(), 2);
        QCOMPARE(source.asked.last().tenant, QStringLiteral("other"));
    }

    void classicConnectionsAreNotAsked()
    {
        Connection edited = *connections->find(id);
        edited.workspaceId.clear();
        edited.subscription = QStringLiteral("22222222-2222-2222-2222-222222222222");
        edited.resourceGroup = QStringLiteral("group");
        edited.workspace = QStringLiteral("work");
        QVERIFY(connections->update(edited));
        QTRY_COMPARE(keeper->schemaOf(id), builtinSchema());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        keeper->use(id);
        QVERIFY(source.asked.isEmpty());
    }

    void embeddedWorkspace()
    {
        const QString embedded = embeddedConnectionId;
        keeper->use(embedded);
        QVERIFY(isAsked(1));
        QVERIFY(source.asked.first().embedded);
        source.answer(schemaOf(QStringLiteral("Event")));
        QCOMPARE(firstTable(keeper->schemaOf(embedded)), QStringLiteral("Event"));
        // The change of another connection is none of its concern.
        QVERIFY(connections->remove(id));
        QCOMPARE(firstTable(keeper->schemaOf(embedded)), QStringLiteral("Event"));
    }

    void mayGoAtAnyTime()
    {
        keeper->schemaOf(id);
        keeper->use(id);
        keeper->refresh(id);
        keeper.reset();
        QVERIFY(!source.last);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestSchemaKeeper)
#include "tst_schemakeeper.moc"
