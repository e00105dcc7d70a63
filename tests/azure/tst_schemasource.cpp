#include "azure/azureschemasource.h"
#include "searchharness.h"
#include "secrets/sessionsecretstore.h"

#include <QPointer>
#include <QTest>

#ifdef SONDE_TEST_SANDBOX
#include "kql/kqlservice.h"
#include "sandbox/embeddedworkspace.h"

#include <QTemporaryDir>
#endif

using namespace sonde;

namespace {

const QString metadataPath = QStringLiteral("/v1/workspaces/33333333-3333-3333-3333-333333333333/metadata");
const QByteArray oneTable = R"({"tables":[{"name":"Event","columns":[{"name":"EventID","type":"int"}]}]})";

FakeAnswer errorAnswer(int status, const QByteArray &code)
{
    return FakeAnswer::json(status, R"({"error":{"code":")" + code + R"(","message":"words"}})");
}

/// A source over a network of which the test says each answer, or over the real one.
struct Bench
{
    explicit Bench(LocalWorkspace *local = nullptr, bool faked = true)
    {
        secrets.keepForThisRun(QStringLiteral("connection-1"), QStringLiteral("secret"));
        AzureNetwork::Options options;
        if (faked) {
            options.manager = fake.manager();
            options.scheduler = scheduler;
        }
        network = std::make_unique<AzureNetwork>(secrets, clock, options);
        source = std::make_unique<AzureSchemaSource>(*network, secrets, local);
    }
    void expectToken() { fake.expect("POST", tokenPathV2, tokenAnswerV2()); }
    void start(const Connection &connection = testConnection())
    {
        job.reset(source->read(connection));
        QObject::connect(job.get(), &SchemaJob::finished, job.get(),
                         [this](const Result<KqlSchemaPtr> &outcome) {
                             QCOMPARE(QThread::currentThread(), qApp->thread());
                             outcomes << outcome;
                         });
        QVERIFY(outcomes.isEmpty()); // nothing from within the call
    }
    bool isFinished() const { return !outcomes.isEmpty(); }

    SessionSecretStore secrets;
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    std::shared_ptr<ManualScheduler> scheduler = std::make_shared<ManualScheduler>(clock);
    FakeNetwork fake;
    std::unique_ptr<AzureNetwork> network;
    std::unique_ptr<AzureSchemaSource> source;
    std::unique_ptr<SchemaJob> job;
    QList<Result<KqlSchemaPtr>> outcomes;
};

} // namespace

/// Asking a workspace for its tables: the request, what is repeated, and what a failure says.
class TestSchemaSource : public QObject
{
    Q_OBJECT

private slots:
    void readsTables();
    void workspaceWithoutData();
    void refusedTokenIsRenewedOnce();
    void waitsWhenAsked();
    void failures_data();
    void failures();
    void cannotBeAsked();
    void noSecret();
    void deletedJobsAreSilent();
    void sourceMayGoFirst();
#ifdef SONDE_TEST_SANDBOX
    void embeddedWorkspace();
#endif
};

void TestSchemaSource::readsTables()
{
    Bench bench;
    bench.expectToken();
    bench.fake.expect("GET", metadataPath, FakeAnswer::json(200, oneTable));
    bench.start();
    QTRY_VERIFY(bench.isFinished());
    QVERIFY(bench.outcomes.first());
    const KqlSchemaPtr schema = *bench.outcomes.first();
    QCOMPARE(schema->tables.size(), 1);
    QCOMPARE(schema->tables.first().name, QStringLiteral("Event"));
    QCOMPARE(bench.fake.problems(), QStringList());
    const SeenRequest seen = bench.fake.seen("GET", metadataPath).first();
    QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer token-1"));
    QVERIFY(seen.body.isEmpty());
    QVERIFY(seen.thread != qApp->thread());
}

void TestSchemaSource::workspaceWithoutData()
{
    Bench bench;
    bench.expectToken();
    bench.fake.expect("GET", metadataPath, FakeAnswer::json(204, {}));
    bench.start();
    QTRY_VERIFY(bench.isFinished());
    QVERIFY(bench.outcomes.first());
    QVERIFY((*bench.outcomes.first())->tables.isEmpty());
    QVERIFY((*bench.outcomes.first())->isOpen);
}

void TestSchemaSource::refusedTokenIsRenewedOnce()
{
    Bench bench;
    bench.expectToken();
    bench.fake.expect("POST", tokenPathV2, tokenAnswerV2("token-2"));
    bench.fake.expect("GET", metadataPath, errorAnswer(401, "InvalidTokenError"));
    bench.fake.expect("GET", metadataPath, FakeAnswer::json(200, oneTable));
    bench.start();
    QTRY_VERIFY(bench.isFinished());
    QVERIFY(bench.outcomes.first());
    QCOMPARE(bench.fake.seen("GET", metadataPath).last().headers.value("authorization"),
             QByteArray("Bearer token-2"));

    Bench stubborn;
    stubborn.fake.always("POST", tokenPathV2, tokenAnswerV2());
    stubborn.fake.always("GET", metadataPath, errorAnswer(401, "InvalidTokenError"));
    stubborn.start();
    QTRY_VERIFY(stubborn.isFinished());
    QCOMPARE(stubborn.outcomes.first().error().kind, ErrorKind::SignIn);
    QCOMPARE(stubborn.fake.seen("GET", metadataPath).size(), 2);
}

void TestSchemaSource::waitsWhenAsked()
{
    Bench bench;
    bench.expectToken();
    bench.fake.expect("GET", metadataPath, errorAnswer(429, "Throttled").with("Retry-After", "12"));
    bench.fake.expect("GET", metadataPath, FakeAnswer::json(200, oneTable));
    bench.start();
    QTRY_VERIFY(bench.scheduler->isWaitingFor(std::chrono::seconds(12)));
    QVERIFY(!bench.isFinished());
    bench.scheduler->advance(std::chrono::seconds(12));
    QTRY_VERIFY(bench.isFinished());
    QVERIFY(bench.outcomes.first());
}

void TestSchemaSource::failures_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("forbidden") << errorAnswer(403, "InsufficientAccessError") << ErrorKind::Forbidden
                               << QStringLiteral("The application may not read this workspace.");
    QTest::newRow("no workspace") << errorAnswer(404, "ResourceNotFoundError") << ErrorKind::NotFound
                                  << QStringLiteral("The workspace was not found.");
    QTest::newRow("no list") << errorAnswer(404, "PathNotFoundError") << ErrorKind::NotFound
                             << QStringLiteral("This service does not list the tables of its workspaces.");
    QTest::newRow("refused") << errorAnswer(400, "BadArgumentError") << ErrorKind::Service
                             << QStringLiteral("The service refused to list the tables of the workspace.");
    QTest::newRow("gave up") << errorAnswer(504, "GatewayTimeout") << ErrorKind::Timeout
                             << QStringLiteral("The service did not answer in time.");
    QTest::newRow("failing") << errorAnswer(500, "InternalServerError") << ErrorKind::Service
                             << QStringLiteral("The service failed (HTTP 500).");
    QTest::newRow("nothing") << FakeAnswer::json(200, {}) << ErrorKind::Decode
                             << QStringLiteral("The service answered with success and nothing else.");
    QTest::newRow("half of it") << FakeAnswer::json(200, oneTable.left(40)) << ErrorKind::Decode
                                << QStringLiteral("The workspace’s list of tables could not be read.");
    QTest::newRow("another answer") << FakeAnswer::json(200, R"({"value":[]})") << ErrorKind::Decode
                                    << QStringLiteral("The workspace’s list of tables could not be read.");
    FakeAnswer page = FakeAnswer::json(200, "<html/>");
    page.headers = {{"Content-Type", "text/html"}};
    QTest::newRow("a web page") << page << ErrorKind::Decode
                                << QStringLiteral(
                                       "“logs.example” answered with a web page and not with data.");
}

void TestSchemaSource::failures()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const ErrorKind, kind);
    Bench bench;
    bench.expectToken();
    bench.fake.expect("GET", metadataPath, answer);
    bench.start();
    QTRY_VERIFY(bench.isFinished());
    QVERIFY(!bench.outcomes.first());
    QCOMPARE(bench.outcomes.first().error().kind, kind);
    QTEST(bench.outcomes.first().error().message, "message");
}

void TestSchemaSource::cannotBeAsked()
{
    Bench bench;
    Connection classic = testConnection();
    classic.workspaceId.clear();
    bench.start(classic);
    QTRY_VERIFY(bench.isFinished());
    QCOMPARE(bench.outcomes.first().error().kind, ErrorKind::Usage);
    QCOMPARE(bench.outcomes.first().error().message,
             QStringLiteral("The connection “Test” has no workspace id, which KQL needs."));
    QVERIFY(bench.fake.seen().isEmpty());

    Bench without;
    without.start(embeddedConnection());
    QTRY_VERIFY(without.isFinished());
    QCOMPARE(without.outcomes.first().error().message,
             QStringLiteral("This build has no embedded workspace."));
}

void TestSchemaSource::noSecret()
{
    Bench bench;
    Connection connection = testConnection();
    connection.id = QStringLiteral("other");
    bench.start(connection);
    QTRY_VERIFY(bench.isFinished());
    QCOMPARE(bench.outcomes.first().error().kind, ErrorKind::NotFound);
    QVERIFY(bench.fake.seen().isEmpty());
}

void TestSchemaSource::deletedJobsAreSilent()
{
    Bench bench;
    bench.expectToken();
    bench.fake.expect("GET", metadataPath,
                      FakeAnswer::json(200, oneTable.left(20)).as(FakeAnswer::Behaviour::Hang));
    bench.start();
    QTRY_COMPARE(bench.fake.seen("GET", metadataPath).size(), 1);
    bench.job.reset();
    QTRY_COMPARE(bench.fake.open(), 0);
    QVERIFY(!bench.isFinished());
}

void TestSchemaSource::sourceMayGoFirst()
{
    Bench bench;
    bench.expectToken();
    bench.fake.expect("GET", metadataPath,
                      FakeAnswer::json(200, oneTable.left(20)).as(FakeAnswer::Behaviour::Hang));
    bench.start();
    QTRY_COMPARE(bench.fake.seen("GET", metadataPath).size(), 1);
    bench.source.reset();
    QTRY_COMPARE(bench.fake.open(), 0);
    QVERIFY(!bench.isFinished());
}

#ifdef SONDE_TEST_SANDBOX
/// Over real HTTP: the workspace inside the program lists what it has.
void TestSchemaSource::embeddedWorkspace()
{
    if (!KqlService::isAvailable())
        QSKIP("built without the Kusto language service");
    const QTemporaryDir folder;
    KqlService kql;
    SandboxServer::Options options;
    options.data = {1'000, 1, folder.path()};
    EmbeddedWorkspace workspace(kql, options);
    Bench bench(&workspace, false);
    bench.start(embeddedConnection());
    QTRY_VERIFY_WITH_TIMEOUT(bench.isFinished(), 60'000);
    QVERIFY2(bench.outcomes.first(),
             bench.outcomes.first() ? "" : qPrintable(bench.outcomes.first().error().message));
    const KqlSchemaPtr schema = *bench.outcomes.first();
    QCOMPARE(schema->tables.size(), 9);
    const KqlTable &events = schema->tables.at(2);
    QCOMPARE(events.name, QStringLiteral("Event"));
    QVERIFY(events.description.startsWith(QStringLiteral("Events of the Windows event logs")));
    QCOMPARE(events.categories, QStringList{QStringLiteral("Virtual machines")});
    QCOMPARE(events.solutions, QStringList{QStringLiteral("Log Management")});
    QCOMPARE(events.columns.at(1), (KqlColumn{QStringLiteral("TimeGenerated"), QStringLiteral("datetime"),
                                              QStringLiteral("When the record was made (UTC).")}));
    for (const KqlTable &table : schema->tables)
        QVERIFY2(!table.description.isEmpty() && !table.categories.isEmpty(), qPrintable(table.name));
}
#endif

QTEST_GUILESS_MAIN(TestSchemaSource)
#include "tst_schemasource.moc"
