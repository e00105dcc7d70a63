#include "engine/enginefixture.h"
#include "kql/classictranslator.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

#ifdef __GLIBC__
#include <pthread.h>
#endif

using namespace sonde;

/// Counts the rows and stops, or has the query stopped, after some of them.
class StoppingSink final : public RowSink
{
public:
    std::function<bool()> onRows;
    qint64 rows = 0;
    qsizetype chunks = 0;
    bool begun = false;
    void begin(const QueryShape &) override { begun = true; }
    bool append(const Table &table) override
    {
        rows += static_cast<qint64>(table.rowCount());
        ++chunks;
        return !onRows || onRows();
    }
};

/// The engine as a whole: ranges, streaming, stopping, several threads, its database, and the classic
/// language on it.
class TestEngine : public QObject
{
    Q_OBJECT

private slots:
    void tellsGroupsByValue();
    void rangeCutsEveryTable();
    void tellsPositions();
    void rendersAsTheServiceDoes();
    void streamsInChunks();
    void stopsWhenTheSinkHasEnough();
    void stopsWhenCancelled();
    void runsInSeveralThreads();
    void fewThreadsAreAnError();
    void databaseIsShut();
    void filesAreSharedReadOnly();
    void classicSearches_data();
    void classicSearches();

private:
    Engine &largeEngine();
    QueryRequest request(const QString &text) const { return {text, {}, toTicks(EngineFixture::now())}; }

    EngineFixture m_fixture;
    std::unique_ptr<Engine> m_large;
};

/// 200 000 rows.
Engine &TestEngine::largeEngine()
{
    if (!m_large) {
        auto database = Database::inMemory();
        const auto filled = database->execute(QStringLiteral(
            "CREATE TABLE large AS SELECT range * 10000000 + 638000000000000000 AS a, 'web' || (range % 50) "
            "AS b,"
            " CAST(range % 997 AS DOUBLE) / 7 AS c, CAST(range AS BIGINT) AS d FROM range(200000)"));
        if (!filled)
            qFatal("%ls", qUtf16Printable(filled.error().detail));
        const EngineTable table{QStringLiteral("Large"),
                                {{QStringLiteral("TimeGenerated"), ColumnType::DateTime},
                                 {QStringLiteral("Computer"), ColumnType::String},
                                 {QStringLiteral("Value"), ColumnType::Real},
                                 {QStringLiteral("Number"), ColumnType::Long}},
                                QStringLiteral("(SELECT * FROM large)")};
        m_large =
            std::make_unique<Engine>(std::move(*database), m_fixture.service(), QList<EngineTable>{table});
    }
    return *m_large;
}

/// Guids and decimals have one text for one value, however a table writes them.
void TestEngine::tellsGroupsByValue()
{
    auto database = Database::inMemory();
    QVERIFY(database);
    QVERIFY(database->execute(QStringLiteral(
        "CREATE TABLE t (g VARCHAR, d VARCHAR); INSERT INTO t VALUES"
        " ('74BE27DE-1E4E-49D9-B579-FE0B331D3642', '1.50'),"
        " ('74be27de-1e4e-49d9-b579-fe0b331d3642', '1.5'), (NULL, '15e-1'), (NULL, '-0.00');")));
    const EngineTable table{
        QStringLiteral("T"),
        {{QStringLiteral("g"), ColumnType::Guid}, {QStringLiteral("d"), ColumnType::Decimal}},
        QStringLiteral("t")};
    const Engine engine(std::move(*database), m_fixture.service(), {table});
    const auto rowsOf = [&engine](const char *query) {
        CollectingSink sink;
        QStringList lines;
        if (!engine.run({QLatin1String(query), {}, 0}, sink, CancelState()))
            return lines;
        for (std::size_t row = 0; row < sink.rows().rowCount(); ++row)
            lines.append(cellText(sink.rows().cell(row, 0)) + u' ' + cellText(sink.rows().cell(row, 1)));
        lines.sort();
        return lines;
    };
    QCOMPARE(
        rowsOf("T | summarize count() by g"),
        (QStringList{QStringLiteral("74be27de-1e4e-49d9-b579-fe0b331d3642 2"), QStringLiteral("null 2")}));
    QCOMPARE(rowsOf("T | summarize count() by d"),
             (QStringList{QStringLiteral("0 1"), QStringLiteral("1.5 3")}));
    QCOMPARE(rowsOf("T | summarize by d, s = tostring(d)"),
             (QStringList{QStringLiteral("0 '0'"), QStringLiteral("1.5 '1.5'")}));
}

void TestEngine::rangeCutsEveryTable()
{
    const QDateTime now = EngineFixture::now();
    const ResolvedRange hour{now.addSecs(-3600), now};
    QCOMPARE(m_fixture.answer(QStringLiteral("Event | count"), hour),
             (QStringList{QStringLiteral("Count:long"), QStringLiteral("2")}));
    QCOMPARE(m_fixture.answer(QStringLiteral("union Event, Perf | count"), hour).at(1), QStringLiteral("4"));
    QCOMPARE(m_fixture.answer(QStringLiteral("let T = Event; T | count"), hour).at(1), QStringLiteral("2"));
    // It intersects with the query's own filter, both ends belong to it, and tables without times are whole.
    QCOMPARE(m_fixture.answer(QStringLiteral("Event | where TimeGenerated < ago(7m) | count"), hour).at(1),
             QStringLiteral("1"));
    const ResolvedRange exact{now.addSecs(-600), now.addSecs(-300)};
    QCOMPARE(m_fixture.answer(QStringLiteral("Event | count"), exact).at(1), QStringLiteral("2"));
    QCOMPARE(m_fixture.answer(QStringLiteral("Mixed | count"), hour).at(1), QStringLiteral("4"));
}

void TestEngine::tellsPositions()
{
    CollectingSink sink;
    const auto outcome =
        m_fixture.engine().run(request(QStringLiteral("Event\n| reduce by Message")), sink, {});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Query);
    QCOMPARE(outcome.error().position, (TextPosition{2, 2}));
    QVERIFY(sink.shape().columns.isEmpty());
    const auto syntax = m_fixture.engine().run(request(QStringLiteral("not a valid query")), sink, {});
    QVERIFY(!syntax);
    QCOMPARE(syntax.error().position, (TextPosition{1, 4}));
    QCOMPARE(tokenAt(QStringLiteral("not a valid query"), *syntax.error().position), QStringLiteral("a"));
}

void TestEngine::rendersAsTheServiceDoes()
{
    CollectingSink sink;
    const QString query =
        QStringLiteral("Event | summarize n = count() by Computer | render columnchart with (title=\"a b\", "
                       "kind=stacked, ymin=0, xcolumn=Computer)");
    QVERIFY(m_fixture.engine().run(request(query), sink, {}));
    QCOMPARE(sink.shape().render.visualization, QStringLiteral("columnchart"));
    const QJsonObject json = QJsonDocument::fromJson(sink.shape().render.toJson(false)).object();
    QCOMPARE(json.size(), 17);
    QCOMPARE(json.value(QStringLiteral("visualization")).toString(), QStringLiteral("columnchart"));
    QCOMPARE(json.value(QStringLiteral("title")).toString(), QStringLiteral("a b"));
    QCOMPARE(json.value(QStringLiteral("kind")).toString(), QStringLiteral("stacked"));
    QCOMPARE(json.value(QStringLiteral("xColumn")).toString(), QStringLiteral("Computer"));
    QCOMPARE(json.value(QStringLiteral("yMin")).toDouble(-1), 0.0);
    QCOMPARE(json.value(QStringLiteral("yMax")).toString(), QStringLiteral("NaN"));
    QVERIFY(json.value(QStringLiteral("series")).isNull());
    QVERIFY(QJsonDocument::fromJson(RenderClause().toJson(false))
                .object()
                .value(QStringLiteral("visualization"))
                .isNull());
}

void TestEngine::streamsInChunks()
{
    StoppingSink sink;
    const auto outcome = largeEngine().run(request(QStringLiteral("Large")), sink, {});
    QVERIFY(outcome);
    QVERIFY(sink.begun);
    QCOMPARE(outcome->rowCount, 200'000);
    QCOMPARE(sink.rows, 200'000);
    QVERIFY(sink.chunks > 50);
}

void TestEngine::stopsWhenTheSinkHasEnough()
{
    StoppingSink sink;
    sink.onRows = [] { return false; };
    const auto outcome = largeEngine().run(request(QStringLiteral("Large")), sink, {});
    QVERIFY(outcome);
    QVERIFY(outcome->stopped);
    QCOMPARE(sink.chunks, 1);
}

void TestEngine::stopsWhenCancelled()
{
    CancelState cancel;
    StoppingSink sink;
    sink.onRows = [&cancel] {
        cancel.cancel();
        return true;
    };
    const auto outcome = largeEngine().run(request(QStringLiteral("Large")), sink, cancel);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QCOMPARE(sink.chunks, 1);
}

void TestEngine::runsInSeveralThreads()
{
    Engine &engine = largeEngine();
    std::atomic_int right = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&engine, &right, i, this] {
            CollectingSink sink;
            const QString query = QStringLiteral("Large | where Number < %1 | count").arg(1000 * (i + 1));
            if (engine.run(request(query), sink, {}) &&
                sink.rows().cell(0, 0).column->integer(0) == 1000 * (i + 1))
                ++right;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(right.load(), 4);
}

/// A machine that has no further thread: an error of the query, not the end of the program.
void TestEngine::fewThreadsAreAnError()
{
#ifdef __GLIBC__
    QCOMPARE(m_fixture.value(QStringLiteral("1")), QStringLiteral("1")); // all others have begun
    pthread_attr_t usual;
    pthread_attr_t hopeless;
    QCOMPARE(pthread_getattr_default_np(&usual), 0);
    QCOMPARE(pthread_getattr_default_np(&hopeless), 0);
    QCOMPARE(pthread_attr_setstacksize(&hopeless, std::size_t(1) << 46), 0);
    QCOMPARE(pthread_setattr_default_np(&hopeless), 0);
    const QString refused = m_fixture.value(QStringLiteral("2"));
    QCOMPARE(pthread_setattr_default_np(&usual), 0);
    QVERIFY2(refused.startsWith(QLatin1String("E_LOW_MEMORY_CONDITION")), qPrintable(refused));
    QCOMPARE(m_fixture.value(QStringLiteral("2")), QStringLiteral("2"));
    pthread_attr_destroy(&usual);
    pthread_attr_destroy(&hopeless);
#else
    QSKIP("only glibc lets the size of a thread's stack be chosen for all");
#endif
}

void TestEngine::databaseIsShut()
{
    auto database = Database::inMemory();
    QVERIFY(database);
    QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("out.csv"));
    QVERIFY(!database->execute(QStringLiteral("COPY (SELECT 1) TO '%1'").arg(target)));
    QVERIFY(!QFile::exists(target));
    QVERIFY(!database->execute(QStringLiteral("SELECT * FROM read_csv('/etc/passwd')")));
    QVERIFY(!database->execute(QStringLiteral("SET enable_external_access = true")));
    QVERIFY(!database->execute(QStringLiteral("SET memory_limit = '100GB'")));
}

void TestEngine::filesAreSharedReadOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data.duckdb"));
    QVERIFY(!Database::openReadOnly(path));
    {
        auto database = Database::create(path);
        QVERIFY2(database, qPrintable(database ? QString() : database.error().detail));
        QVERIFY(database->execute(QStringLiteral("CREATE TABLE t AS SELECT 5 AS a")));
    }
    auto first = Database::openReadOnly(path);
    auto second = Database::openReadOnly(path);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
    QVERIFY2(second, qPrintable(second ? QString() : second.error().detail));
    QVERIFY(!first->execute(QStringLiteral("INSERT INTO t VALUES (6)")));
    const Engine engine(
        *first, m_fixture.service(),
        {{QStringLiteral("T"), {{QStringLiteral("a"), ColumnType::Int}}, QStringLiteral("t")}});
    CollectingSink sink;
    QVERIFY(engine.run(request(QStringLiteral("T")), sink, {}));
    QCOMPARE(cellText(sink.rows().cell(0, 0)), QStringLiteral("5"));
}

void TestEngine::classicSearches_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("total");
    const auto row = [](const char *search, const char *lines, const char *total) {
        QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(lines)
                              << QString::fromUtf8(total);
    };
    row("Type=Event EventID=51 | select Computer, EventID",
        "Computer:string, EventID:int, TimeGenerated:datetime, Type:string|"
        "'web01', 51, 2026-11-22T10:30:00Z, 'Event'|'DB01', 51, 2026-11-21T10:00:00Z, 'Event'",
        "2");
    row("* | select Computer | top 2",
        "Computer:string, TimeGenerated:datetime, Type:string|"
        "'web01', 2026-11-22T11:55:00Z, 'Event'|'web01', 2026-11-22T11:55:00Z, 'Perf'",
        "8");
    row("EventID=7036 | measure count() by Type", "Type:string, AggregatedValue:long|'Event', 2|'Perf', 1",
        "2");
    row("Type=Event | measure count() by Computer | top 1",
        "Computer:string, AggregatedValue:long|'web01', 2", "3");
    row("* | measure count() interval 1DAY",
        "TimeGenerated:datetime, AggregatedValue:long|2026-11-22T00:00:00Z, 5|2026-11-21T00:00:00Z, 2|"
        "2026-11-20T00:00:00Z, 1",
        "3");
    row("Type=Event | distinct Computer", "Computer:string|'DB01'|'web01'|'web02'", "3");
    row("Type=Event TimeGenerated>NOW-2HOURS | measure countdistinct(Computer)", "AggregatedValue:long|2",
        "1");
    row("disk failure | select Computer",
        "Computer:string, TimeGenerated:datetime, Type:string|"
        "'DB01', 2026-11-21T10:00:00Z, 'Event'",
        "1");
    row("Type=Perf | measure avg(CounterValue) as v, max(CounterValue) by CounterName | sort CounterName",
        "CounterName:string, v:real, max(CounterValue):real|'cpu', 55.75, 99|'disk', NaN, null", "2");
    row("Type=Event NOT EventID>100 | measure count()", "AggregatedValue:long|3", "1");
    row("Type=Nothing | select Computer", "Computer:string, TimeGenerated:datetime, Type:string", "0");
}

void TestEngine::classicSearches()
{
    QFETCH(QString, search);
    QFETCH(QString, lines);
    QFETCH(QString, total);
    const QList<KqlTable> tables = m_fixture.engine().schema()->tables.mid(0, 2);
    const auto translation = ClassicTranslator(tables).translate(search, EngineFixture::now());
    QVERIFY2(translation, qPrintable(translation ? QString() : translation.error().message));
    QStringList answer = m_fixture.answer(translation->kql);
    if (answer.size() == 3 && answer.at(1).contains(QLatin1String("'Perf'"))) // two rows of one instant
        answer.swapItemsAt(1, 2);
    QCOMPARE(answer, lines.split(u'|'));
    QCOMPARE(m_fixture.answer(translation->countKql), (QStringList{QStringLiteral("Count:long"), total}));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
