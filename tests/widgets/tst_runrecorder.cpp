#include "results/resultfile.h"
#include "stores/columnlayoutstore.h"
#include "stores/connectionstore.h"
#include "stores/favouritestore.h"
#include "stores/historystore.h"
#include "stores/settingsstore.h"
#include "support/fakeconnectionprobe.h"
#include "support/fakeschemasource.h"
#include "support/fakesearchrunner.h"
#include "support/fakesecretstore.h"
#include "support/manualclock.h"
#include "widgets/icons.h"
#include "widgets/querypage.h"
#include "widgets/runrecorder.h"
#include "widgets/schemakeeper.h"
#include "widgets/theme.h"
#include "widgets/windowservices.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace sonde;

/// Real pages and a real history; only the service is played.
class TestRunRecorder final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void outcomes_data();
    void outcomes();
    void failure();
    void aSecondRunStopsTheFirst();
    void aPageThatGoes();
    void theEndOfTheWindow();
    void notForEveryConnection();
    void notWhatIsRepeated();
    void keepsTheFirstRows();
    void keepsNoRowsUnlessAsked();
    void keepsNoRowsOfAnEarlierRun();

private:
    static ResultChunk rows(std::size_t count);
    std::unique_ptr<QueryPage> makePage(const QString &text);
    /// All runs, newest first, once they changed so often: each when it ends, and again when its rows are
    /// there.
    QList<HistoryEntry> runs(int ended);
    /// Empty where none are kept.
    QByteArray rowsOf(qint64 id);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryStore> m_store;
    QTemporaryDir m_layoutFolder;
    ColumnLayoutStore m_layouts{m_layoutFolder.filePath(QStringLiteral("columns.json"))};
    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<RunRecorder> m_recorder;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<FavouriteStore> m_favourites;
    FakeSearchRunner m_runner;
    FakeSecretStore m_secrets;
    FakeConnectionProbe m_probe;
    ManualClock m_clock;
    Theme m_theme;
    Icons m_icons{m_theme};
    FakeSchemaSource m_schemaSource;
    std::unique_ptr<SchemaKeeper> m_schemas;
    Connection m_connection;
};

void TestRunRecorder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<HistoryStore>(m_folder->filePath(QStringLiteral("history")));
    m_changed = std::make_unique<QSignalSpy>(m_store.get(), &HistoryStore::entryChanged);
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("sonde.ini")));
    m_recorder = std::make_unique<RunRecorder>(*m_store, *m_settings, m_clock);
    m_connections = std::make_unique<ConnectionStore>(m_folder->filePath(QStringLiteral("connections.json")));
    m_schemas = std::make_unique<SchemaKeeper>(SchemaKeeper::Services{
        m_schemaSource, SchemaCache(m_folder->filePath(QStringLiteral("tables"))), *m_connections, m_clock});
    m_favourites = std::make_unique<FavouriteStore>(
        FavouriteStore::Places{m_folder->filePath(QStringLiteral("favourites")),
                               m_folder->filePath(QStringLiteral("favourites.json")),
                               {}},
        m_clock);
    m_connection.id = QStringLiteral("c1");
    m_connection.name = QStringLiteral("Contoso");
    m_connection.keepsHistory = true;
}

void TestRunRecorder::cleanup()
{
    m_recorder.reset();
    m_changed.reset();
    m_store.reset();
}

ResultChunk TestRunRecorder::rows(std::size_t count)
{
    ColumnBuilder column(QStringLiteral("Number"), ColumnType::Long);
    for (std::size_t row = 0; row < count; ++row)
        column.appendInteger(static_cast<qint64>(row));
    ResultChunk chunk;
    chunk.tableName = QStringLiteral("PrimaryResult");
    chunk.rows = Table({column.build()}, count);
    return chunk;
}

std::unique_ptr<QueryPage> TestRunRecorder::makePage(const QString &text)
{
    auto page = std::make_unique<QueryPage>(WindowServices{m_runner, m_secrets, m_probe, *m_connections,
                                                           *m_settings, *m_favourites, *m_store, m_layouts,
                                                           m_theme, m_icons, m_clock, *m_schemas});
    Query query;
    query.text = text;
    query.top = 50;
    page->setQuery(query);
    m_recorder->attach(page.get());
    return page;
}

QList<HistoryEntry> TestRunRecorder::runs(int ended)
{
    QList<HistoryEntry> entries;
    bool isDone = false;
    if (!QTest::qWaitFor([&] { return m_changed->count() >= ended; }))
        qWarning("Not all runs have ended.");
    m_store->search({}, this, [&](const Result<HistoryPage> &page) {
        entries = page ? page->entries : QList<HistoryEntry>();
        isDone = true;
    });
    if (!QTest::qWaitFor([&] { return isDone; }))
        qWarning("No answer came.");
    return entries;
}

QByteArray TestRunRecorder::rowsOf(qint64 id)
{
    std::optional<QByteArray> file;
    m_store->rowsOf(id, this, [&file](const Result<std::optional<QByteArray>> &answer) {
        file = answer ? answer->value_or(QByteArray()) : QByteArrayLiteral("failure");
    });
    if (!QTest::qWaitFor([&file] { return file.has_value(); }))
        qWarning("No answer came.");
    return file.value_or(QByteArray());
}

void TestRunRecorder::outcomes_data()
{
    QTest::addColumn<Completeness>("completeness");
    QTest::addColumn<RunOutcome>("outcome");
    QTest::newRow("complete") << Completeness::Complete << RunOutcome::Complete;
    QTest::newRow("partial") << Completeness::Partial << RunOutcome::Partial;
    QTest::newRow("capped") << Completeness::Capped << RunOutcome::Capped;
}

void TestRunRecorder::outcomes()
{
    QFETCH(const Completeness, completeness);
    QFETCH(const RunOutcome, outcome);
    const auto page = makePage(QStringLiteral("Event"));
    page->run(m_connection);
    m_runner.last().job->deliver(rows(7));
    m_clock.advance(std::chrono::milliseconds(1500));
    ResultInfo info;
    info.completeness = completeness;
    info.total = 70;
    info.range = {m_clock.nowUtc().addDays(-3), m_clock.nowUtc().addDays(-2)};
    m_runner.last().job->finish(info);
    const QList<HistoryEntry> found = runs(1);
    QCOMPARE(found.size(), 1);
    const HistoryEntry &run = found.first();
    QCOMPARE(run.text, QStringLiteral("Event"));
    QCOMPARE(run.top, 50);
    QCOMPARE(run.connectionId, QStringLiteral("c1"));
    QCOMPARE(run.connectionName, QStringLiteral("Contoso"));
    QCOMPARE(run.startedUtc.addMSecs(1500), m_clock.nowUtc());
    QCOMPARE(run.outcome, outcome);
    QCOMPARE(run.rows, 7);
    QCOMPARE(run.total, 70);
    QCOMPARE(run.durationMs, 1500);
    QCOMPARE(run.resolved, info.range);
}

void TestRunRecorder::failure()
{
    const auto page = makePage(QStringLiteral("Evnt"));
    page->run(m_connection);
    m_runner.last().job->finish(sonde::failure(ErrorKind::Query, QStringLiteral("There is no table Evnt."),
                                               QStringLiteral("Check its name.")));
    const HistoryEntry run = runs(1).value(0);
    QCOMPARE(run.outcome, RunOutcome::Failed);
    QCOMPARE(run.errorMessage, QStringLiteral("There is no table Evnt."));
}

void TestRunRecorder::aSecondRunStopsTheFirst()
{
    const auto page = makePage(QStringLiteral("Event"));
    page->run(m_connection);
    m_runner.last().job->deliver(rows(3));
    m_clock.advance(std::chrono::milliseconds(400));
    page->run(m_connection);
    m_clock.advance(std::chrono::milliseconds(100));
    page->stop();
    const QList<HistoryEntry> found = runs(2);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(1).outcome, RunOutcome::Stopped);
    QCOMPARE(found.at(1).rows, 3);
    QCOMPARE(found.at(1).durationMs, 400);
    QCOMPARE(found.at(0).outcome, RunOutcome::Stopped);
    QCOMPARE(found.at(0).durationMs, 100);
}

void TestRunRecorder::aPageThatGoes()
{
    auto page = makePage(QStringLiteral("Event"));
    page->run(m_connection);
    m_runner.last().job->deliver(rows(3));
    m_clock.advance(std::chrono::milliseconds(400));
    page.reset();
    const HistoryEntry run = runs(1).value(0);
    QCOMPARE(run.outcome, RunOutcome::Stopped);
    QCOMPARE(run.rows, 3);
    QCOMPARE(run.durationMs, 400);
}

void TestRunRecorder::theEndOfTheWindow()
{
    const auto page = makePage(QStringLiteral("Event"));
    page->run(m_connection);
    m_recorder.reset();
    QCOMPARE(runs(1).value(0).outcome, RunOutcome::Stopped);
    page->run(m_connection); // nobody listens any more
}

void TestRunRecorder::notForEveryConnection()
{
    const auto page = makePage(QStringLiteral("Event"));
    m_connection.keepsHistory = false;
    page->run(m_connection);
    m_runner.last().job->finish(ResultInfo());
    QCOMPARE(runs(0).size(), 0);
}

void TestRunRecorder::notWhatIsRepeated()
{
    const auto page = makePage(QStringLiteral("Heartbeat"));
    for (const RunCause cause : {RunCause::Asked, RunCause::Repeated, RunCause::Asked, RunCause::Repeated}) {
        page->run(m_connection, cause);
        m_runner.last().job->finish(ResultInfo());
    }
    QCOMPARE(runs(2).size(), 2);
    QCOMPARE(m_changed->count(), 2);
}

void TestRunRecorder::keepsTheFirstRows()
{
    m_settings->set(settings::keepsFirstRows, true);
    const auto page = makePage(QStringLiteral("Event"));
    page->run(m_connection);
    m_runner.last().job->deliver(rows(150));
    m_runner.last().job->deliver(rows(150));
    m_runner.last().job->finish(ResultInfo());
    const HistoryEntry run = runs(2).value(0);
    QCOMPARE(run.rows, 300);
    QCOMPARE(run.keptRows, 200);
    QVERIFY(isResultFile(rowsOf(run.id)));
    // What came before somebody stopped it is worth as much.
    page->run(m_connection);
    m_runner.last().job->deliver(rows(3));
    page->stop();
    const HistoryEntry stopped = runs(4).value(0);
    QCOMPARE(stopped.outcome, RunOutcome::Stopped);
    QCOMPARE(stopped.keptRows, 3);
}

void TestRunRecorder::keepsNoRowsUnlessAsked()
{
    const auto page = makePage(QStringLiteral("Event"));
    page->run(m_connection);
    m_runner.last().job->deliver(rows(150));
    m_runner.last().job->finish(ResultInfo());
    const HistoryEntry run = runs(1).value(0);
    QCOMPARE(run.keptRows, 0);
    QCOMPARE(rowsOf(run.id), QByteArray());
}

void TestRunRecorder::keepsNoRowsOfAnEarlierRun()
{
    m_settings->set(settings::keepsFirstRows, true);
    const auto page = makePage(QStringLiteral("Event"));
    page->run(m_connection);
    m_runner.last().job->deliver(rows(150));
    m_runner.last().job->finish(ResultInfo());
    QCOMPARE(runs(2).value(0).keptRows, 150);
    // The rows stay in the window, greyed.
    page->run(m_connection);
    m_runner.last().job->finish(sonde::failure(ErrorKind::Timeout, QStringLiteral("No answer came.")));
    const HistoryEntry failed = runs(3).value(0);
    QCOMPARE(failed.outcome, RunOutcome::Failed);
    QCOMPARE(failed.keptRows, 0);
    QCOMPARE(rowsOf(failed.id), QByteArray());
}

QTEST_MAIN(TestRunRecorder)
#include "tst_runrecorder.moc"
