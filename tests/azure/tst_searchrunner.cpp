#include "azure/azuresearchrunner.h"
#include "searchharness.h"
#include "secrets/sessionsecretstore.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

namespace {

QByteArray answerOf(int rows)
{
    QByteArray body =
        R"({"tables":[{"name":"PrimaryResult","columns":[{"name":"n","type":"long"}],"rows":[[0])";
    for (int i = 1; i < rows; ++i)
        body += ",[" + QByteArray::number(i) + ']';
    return body + "]}]}";
}

/// The embedded workspace as far as a runner sees it.
class FakeWorkspace final : public LocalWorkspace
{
public:
    void whenReady(QObject *context, Handler handler) override
    {
        ++calls;
        waiting = [context = QPointer<QObject>(context),
                   handler = std::move(handler)](const Result<LocalWorkspaceAccess> &access) {
            if (context)
                handler(access);
        };
    }
    int calls = 0;
    std::function<void(const Result<LocalWorkspaceAccess> &)> waiting;
};

/// Remembers the thread of every wait: which is where the work's own code ran.
class WatchedScheduler final : public Scheduler
{
public:
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> action) override
    {
        {
            const QMutexLocker lock(&mutex);
            threads.insert(QThread::currentThread());
        }
        timers.callAfter(delay, context, std::move(action));
    }
    QMutex mutex;
    QSet<QThread *> threads;
    TimerScheduler timers;
};

} // namespace

/// The whole runner, with its real threads: nothing of an answer in the GUI thread, ends that come once, and
/// deletion at any moment.
class TestSearchRunner : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void runsBothLanguages();
    void noByteInTheGuiThread();
    void finishedComesLaterAndOnce();
    void refusesWhatCannotBeRun_data();
    void refusesWhatCannotBeRun();
    void secretIsMissing();
    void embeddedWorkspace();
    void embeddedWorkspaceFails();
    void cancelBeforeTheWorkspaceIsReady();
    void cancelEndsWithCancelled();
    void secondRunIsNotDisturbed();
    void deletedJobsAreSilent();
    void runnerMayGoFirst();

private:
    struct Bench
    {
        explicit Bench(LocalWorkspace *local = nullptr)
        {
            secrets.keepForThisRun(QStringLiteral("connection-1"), QStringLiteral("secret"));
            network.always("POST", tokenPathV1, tokenAnswerV1());
            network.always("POST", tokenPathV2, tokenAnswerV2());
            AzureNetwork::Options options;
            options.manager = network.manager();
            options.scheduler = scheduler;
            access = std::make_unique<AzureNetwork>(secrets, std::make_shared<SystemClock>(), options);
            runner = std::make_unique<AzureSearchRunner>(*access, secrets, local);
        }
        SessionSecretStore secrets;
        FakeNetwork network;
        std::shared_ptr<WatchedScheduler> scheduler = std::make_shared<WatchedScheduler>();
        std::unique_ptr<AzureNetwork> access;
        std::unique_ptr<AzureSearchRunner> runner;
    };
    static Query query(const QString &text = QStringLiteral("Event"),
                       QueryLanguage language = QueryLanguage::Kql)
    {
        Query query;
        query.text = text;
        query.language = language;
        return query;
    }
    /// The outcome of a job, once it has one.
    static std::shared_ptr<std::optional<Result<ResultInfo>>> watch(SearchJob *job)
    {
        auto outcome = std::make_shared<std::optional<Result<ResultInfo>>>();
        connect(job, &SearchJob::finished, job,
                [outcome](const Result<ResultInfo> &result) { *outcome = result; });
        return outcome;
    }
};

void TestSearchRunner::init()
{
    QCOMPARE(QThread::currentThread(), qApp->thread());
}

void TestSearchRunner::runsBothLanguages()
{
    Bench bench;
    bench.network.expect("POST", logsPath, FakeAnswer::json(200, answerOf(10)));
    bench.network.expect(
        "POST", searchPath,
        FakeAnswer::json(
            200, R"({"id":"a/search/1","__metadata":{"resultType":"raw","total":1,"Status":"Successful"},)"
                 R"("value":[{"Type":"Event"}]})"));
    const std::unique_ptr<SearchJob> kql(bench.runner->run(query(), testConnection()));
    const std::unique_ptr<SearchJob> classic(
        bench.runner->run(query(QStringLiteral("Type=Event"), QueryLanguage::Classic), testConnection()));
    QVERIFY(kql->number() < classic->number());
    const auto kqlOutcome = watch(kql.get());
    const auto classicOutcome = watch(classic.get());
    QTRY_VERIFY(kqlOutcome->has_value() && classicOutcome->has_value());
    QVERIFY((*kqlOutcome)->has_value());
    QVERIFY((*classicOutcome)->has_value());
    QCOMPARE(bench.network.problems(), QStringList());
}

void TestSearchRunner::noByteInTheGuiThread()
{
    Bench bench;
    FakeAnswer answer = FakeAnswer::json(200, answerOf(200'000));
    answer.delayMs = 100;
    bench.network.expect("POST", logsPath, answer);
    const std::unique_ptr<SearchJob> job(bench.runner->run(query(), testConnection()));
    ResultSet set;
    connect(job.get(), &SearchJob::chunkReady, &set, [&set](const ResultChunk &chunk) {
        QCOMPARE(QThread::currentThread(), qApp->thread());
        set.apply(chunk);
    });
    const auto outcome = watch(job.get());
    const QDeadlineTimer patience(10'000);
    // The secret is read in this thread.
    while (bench.network.seen("POST", logsPath).isEmpty() && !patience.hasExpired())
        QCoreApplication::sendPostedEvents();
    QVERIFY(!bench.network.seen("POST", logsPath).isEmpty());
    QCOMPARE(set.rowCount(), 0);
    // From here this thread does not even run its event loop, and the whole answer is fetched and decoded.
    while (bench.network.open() > 0 && !patience.hasExpired())
        QThread::msleep(1);
    QCOMPARE(bench.network.open(), 0);
    QCOMPARE(set.rowCount(), 0);
    QTRY_VERIFY(outcome->has_value());
    QVERIFY((*outcome)->has_value());
    QCOMPARE(set.rowCount(), 200'000);
    // Requests are made, read and timed in one thread, which is not this one.
    for (const SeenRequest &seen : bench.network.seen())
        QVERIFY(seen.thread != qApp->thread());
    QCOMPARE(bench.scheduler->threads.size(), 1);
    QVERIFY(!bench.scheduler->threads.contains(qApp->thread()));
}

void TestSearchRunner::finishedComesLaterAndOnce()
{
    Bench bench;
    bench.network.expect("POST", logsPath, FakeAnswer::json(200, answerOf(1)));
    const std::unique_ptr<SearchJob> job(bench.runner->run(query(), testConnection()));
    QSignalSpy finished(job.get(), &SearchJob::finished);
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    job->cancel();
    QVERIFY(!finished.wait(50));
    QCOMPARE(finished.count(), 1);
}

void TestSearchRunner::refusesWhatCannotBeRun_data()
{
    QTest::addColumn<Query>("asked");
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<QString>("message");
    const Connection good = testConnection();
    QTest::newRow("empty") << query(QStringLiteral(" \n")) << good << QStringLiteral("There is no query.");
    QTest::newRow("too long") << query(QString(10 * 1024 * 1024 + 1, u'x')) << good
                              << QStringLiteral("The query is longer than 10 million characters.");
    Query asked = query();
    asked.top = 0;
    QTest::newRow("no rows") << asked << good << QStringLiteral("A row limit of 0 gives no rows.");
    asked = query();
    asked.serverTimeoutSeconds = 601;
    QTest::newRow("too patient") << asked << good
                                 << QStringLiteral("A time limit of 601 s cannot be asked for.");
    Connection connection = good;
    connection.workspaceId.clear();
    QTest::newRow("no workspace id") << query() << connection
                                     << QStringLiteral(
                                            "The connection “Test” has no workspace id, which KQL needs.");
    connection = good;
    connection.resourceGroup.clear();
    QTest::newRow("no resource group")
        << query(QStringLiteral("*"), QueryLanguage::Classic) << connection
        << QStringLiteral(
               "The connection “Test” lacks the subscription, resource group or workspace name that classic "
               "search needs.");
    connection = good;
    connection.custom.authority = QUrl(QStringLiteral("http://login.example"));
    QTest::newRow("plain http")
        << query() << connection
        << QStringLiteral("The sign-in address must begin with https:// (http:// only on this machine).");
    QTest::newRow("no embedded") << query() << embeddedConnection()
                                 << QStringLiteral("This build has no embedded workspace.");
}

void TestSearchRunner::refusesWhatCannotBeRun()
{
    QFETCH(Query, asked);
    QFETCH(Connection, connection);
    Bench bench;
    const std::unique_ptr<SearchJob> job(bench.runner->run(asked, connection));
    const auto outcome = watch(job.get());
    QVERIFY(!job->isFinished());
    QTRY_VERIFY(outcome->has_value());
    QCOMPARE((*outcome)->error().kind, ErrorKind::Usage);
    QTEST((*outcome)->error().message, "message");
    QVERIFY(!(*outcome)->error().advice.isEmpty());
    QVERIFY(bench.network.seen().isEmpty());
}

void TestSearchRunner::secretIsMissing()
{
    Bench bench;
    Connection connection = testConnection();
    connection.id = QStringLiteral("other");
    const std::unique_ptr<SearchJob> job(bench.runner->run(query(), connection));
    const auto outcome = watch(job.get());
    QTRY_VERIFY(outcome->has_value());
    QCOMPARE((*outcome)->error().kind, ErrorKind::NotFound);
    QCOMPARE((*outcome)->error().message, QStringLiteral("No secret is stored for the connection “Test”."));
    QCOMPARE((*outcome)->error().remedy, Remedy::EditConnection);
}

void TestSearchRunner::embeddedWorkspace()
{
    FakeWorkspace workspace;
    Bench bench(&workspace);
    bench.network.expect("POST", logsPath, FakeAnswer::json(200, answerOf(1)));
    const std::unique_ptr<SearchJob> job(bench.runner->run(query(), embeddedConnection()));
    const auto outcome = watch(job.get());
    QSignalSpy progressed(job.get(), &SearchJob::progressed);
    QTRY_COMPARE(progressed.count(), 1);
    QCOMPARE(progressed.first().first().value<SearchProgress>().stage,
             SearchProgress::Stage::StartingWorkspace);
    QCOMPARE(workspace.calls, 1);
    QVERIFY(bench.network.seen().isEmpty());
    workspace.waiting(LocalWorkspaceAccess{testConnection(), QStringLiteral("embedded-secret")});
    QTRY_VERIFY(outcome->has_value());
    QVERIFY((*outcome)->has_value());
    QVERIFY(bench.network.seen("POST", tokenPathV2).first().body.contains("client_secret=embedded-secret"));
}

void TestSearchRunner::embeddedWorkspaceFails()
{
    FakeWorkspace workspace;
    Bench bench(&workspace);
    const std::unique_ptr<SearchJob> job(bench.runner->run(query(), embeddedConnection()));
    const auto outcome = watch(job.get());
    workspace.waiting(failure(ErrorKind::Io, QStringLiteral("no room")));
    QTRY_VERIFY(outcome->has_value());
    QCOMPARE((*outcome)->error().message, QStringLiteral("no room"));
}

void TestSearchRunner::cancelBeforeTheWorkspaceIsReady()
{
    FakeWorkspace workspace;
    Bench bench(&workspace);
    const std::unique_ptr<SearchJob> job(bench.runner->run(query(), embeddedConnection()));
    const auto outcome = watch(job.get());
    job->cancel();
    QVERIFY(!job->isFinished()); // never from within cancel()
    QTRY_VERIFY(outcome->has_value());
    QCOMPARE((*outcome)->error().kind, ErrorKind::Cancelled);
    workspace.waiting(LocalWorkspaceAccess{testConnection(), {}});
    QCoreApplication::sendPostedEvents();
    QVERIFY(bench.network.seen().isEmpty());
}

void TestSearchRunner::cancelEndsWithCancelled()
{
    Bench bench;
    bench.network.expect("POST", logsPath,
                         FakeAnswer::json(200, answerOf(10)).as(FakeAnswer::Behaviour::Hang));
    const std::unique_ptr<SearchJob> job(bench.runner->run(query(), testConnection()));
    const auto outcome = watch(job.get());
    QTRY_COMPARE(bench.network.seen("POST", logsPath).size(), 1);
    job->cancel();
    QTRY_VERIFY(outcome->has_value());
    QCOMPARE((*outcome)->error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(bench.network.open(), 0);
}

void TestSearchRunner::secondRunIsNotDisturbed()
{
    Bench bench;
    bench.network.expect("POST", logsPath,
                         FakeAnswer::json(200, answerOf(10)).as(FakeAnswer::Behaviour::Hang));
    bench.network.expect("POST", logsPath, FakeAnswer::json(200, answerOf(5)));
    std::unique_ptr<SearchJob> first(bench.runner->run(query(), testConnection()));
    QTRY_COMPARE(bench.network.seen("POST", logsPath).size(), 1);
    first->cancel();
    const std::unique_ptr<SearchJob> second(bench.runner->run(query(), testConnection()));
    qint64 rows = 0;
    connect(second.get(), &SearchJob::chunkReady, this,
            [&rows](const ResultChunk &chunk) { rows += static_cast<qint64>(chunk.rows.rowCount()); });
    const auto outcome = watch(second.get());
    QTRY_VERIFY(outcome->has_value());
    QVERIFY((*outcome)->has_value());
    QCOMPARE(rows, 5);
    // One token for both.
    QCOMPARE(bench.network.seen("POST", tokenPathV2).size(), 1);
}

void TestSearchRunner::deletedJobsAreSilent()
{
    Bench bench;
    bench.network.always("POST", logsPath, FakeAnswer::json(200, answerOf(20'000)));
    QRandomGenerator random(11);
    int early = 0;
    for (int i = 0; i < 150; ++i) {
        auto *job = bench.runner->run(query(), testConnection());
        bool finished = false;
        connect(job, &SearchJob::finished, this, [&finished] { finished = true; });
        // Some at once, some after a few events, some amid the answer, some when it is done.
        const QDeadlineTimer until(std::chrono::microseconds(i % 3 == 0 ? 0 : random.bounded(15'000)));
        while (!until.hasExpired() && !finished)
            QCoreApplication::sendPostedEvents();
        early += finished ? 0 : 1;
        delete job;
    }
    QVERIFY2(early >= 50, qPrintable(QString::number(early)));
    QTRY_COMPARE(bench.network.open(), 0);
    // All is as before for the next one.
    const std::unique_ptr<SearchJob> job(bench.runner->run(query(), testConnection()));
    const auto outcome = watch(job.get());
    QTRY_VERIFY(outcome->has_value());
    QVERIFY((*outcome)->has_value());
}

void TestSearchRunner::runnerMayGoFirst()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 20; ++round) {
        auto bench = std::make_unique<Bench>();
        FakeAnswer answer = FakeAnswer::json(200, answerOf(50'000));
        if (round % 2 == 0)
            answer = answer.as(FakeAnswer::Behaviour::Hang);
        bench->network.always("POST", logsPath, answer);
        std::vector<std::unique_ptr<SearchJob>> jobs;
        int ended = 0;
        for (int i = 0; i < 5; ++i) {
            jobs.emplace_back(bench->runner->run(query(), testConnection()));
            connect(jobs.back().get(), &SearchJob::finished, this, [&ended] { ++ended; });
        }
        const QDeadlineTimer until(std::chrono::microseconds(random.bounded(20'000)));
        while (!until.hasExpired())
            QCoreApplication::sendPostedEvents();
        bench->runner.reset();
        QTRY_COMPARE(bench->network.open(), 0);
        // Each job still ends, exactly once.
        QTRY_COMPARE(ended, 5);
        for (const auto &job : jobs)
            QVERIFY(job->isFinished());
    }
}

QTEST_GUILESS_MAIN(TestSearchRunner)
#include "tst_searchrunner.moc"
