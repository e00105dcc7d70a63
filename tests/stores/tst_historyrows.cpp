#include "historyfixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace sonde;

/// Rows that lie beside runs: when they are there, and that nothing of them is left when they go.
class TestHistoryRows final : public QObject, private HistoryFixture
{
    Q_OBJECT

private slots:
    void init() { makeFolder(); }
    void stayBesideTheRun();
    void areMadeOnTheStoresThread();
    void areMadeBeforeTheStoreEnds();
    void noneWithoutARun();
    void goWithTheRun_data();
    void goWithTheRun();
    void goWithRunsThatAreTooMany();
    void theOldestGoFirst();
    void areForgotten();
    void aFileOfTheFirstVersion();

private:
    static void keep(HistoryStore &store, qint64 id, const QByteArray &file);
    static QByteArray rowsOf(HistoryStore &store, qint64 id);
    static QList<qint64> counts(HistoryStore &store);
};

/// Waits until they are on the disk.
void TestHistoryRows::keep(HistoryStore &store, qint64 id, const QByteArray &file)
{
    QSignalSpy changed(&store, &HistoryStore::entryChanged);
    store.keepRows(id, [file] { return KeptRows{file, 200}; });
    QVERIFY(changed.count() > 0 || changed.wait());
    QCOMPARE(changed.first().first().value<HistoryEntry>().id, id);
}

/// "none" where there are none.
QByteArray TestHistoryRows::rowsOf(HistoryStore &store, qint64 id)
{
    std::optional<QByteArray> rows;
    store.rowsOf(id, &store, [&rows](const Result<std::optional<QByteArray>> &answer) {
        rows = answer ? answer->value_or(QByteArrayLiteral("none")) : QByteArrayLiteral("failure");
    });
    if (!QTest::qWaitFor([&rows] { return rows.has_value(); }))
        return QByteArrayLiteral("no answer");
    return *rows;
}

/// Of all runs, newest first.
QList<qint64> TestHistoryRows::counts(HistoryStore &store)
{
    QList<qint64> counts;
    const QList<HistoryEntry> entries = entriesOf(store);
    for (const HistoryEntry &entry : entries)
        counts << entry.keptRows;
    return counts;
}

void TestHistoryRows::stayBesideTheRun()
{
    const QByteArray file("rows \0 of a run", 15);
    QList<qint64> ids;
    {
        const StorePtr store = open();
        ids = put(*store, {QStringLiteral("a"), QStringLiteral("b")});
        store->finish(ids.first(), {});
        keep(*store, ids.first(), file);
        QCOMPARE(rowsOf(*store, ids.first()), file);
    }
    StorePtr store = open();
    QCOMPARE(rowsOf(*store, ids.first()), file);
    QCOMPARE(rowsOf(*store, ids.last()), QByteArrayLiteral("none"));
    QCOMPARE(counts(*store), (QList<qint64>{0, 200}));
    // Others take the place of the first.
    keep(*store, ids.first(), QByteArrayLiteral("other"));
    QCOMPARE(rowsOf(*store, ids.first()), QByteArrayLiteral("other"));
    store.reset();
    QVERIFY(!bytes().contains("of a run"));
}

void TestHistoryRows::areMadeOnTheStoresThread()
{
    const StorePtr store = open();
    const QList<qint64> ids = put(*store, {QStringLiteral("a")});
    QThread *thread = nullptr;
    store->keepRows(ids.first(), [&thread] {
        thread = QThread::currentThread();
        return KeptRows();
    });
    QCOMPARE(rowsOf(*store, ids.first()), QByteArrayLiteral("none"));
    QVERIFY(thread != nullptr && thread != QThread::currentThread());
}

void TestHistoryRows::areMadeBeforeTheStoreEnds()
{
    StorePtr store = open();
    const qint64 id = store->begin(queryOf(QStringLiteral("a")), connectionOf("c1", "Contoso"), noon());
    store->finish(id, {});
    store->keepRows(id, [] {
        QThread::msleep(50);
        return KeptRows{QByteArrayLiteral("in time"), 2};
    });
    store.reset();
    QCOMPARE(rowsOf(*open(), id), QByteArrayLiteral("in time"));
}

void TestHistoryRows::noneWithoutARun()
{
    const StorePtr store = open();
    put(*store, {QStringLiteral("a")});
    QSignalSpy changed(store.get(), &HistoryStore::entryChanged);
    QSignalSpy problem(store.get(), &HistoryStore::problem);
    bool isMade = false;
    store->keepRows(0, [&isMade] { // of a connection whose runs are not kept
        isMade = true;
        return KeptRows{QByteArrayLiteral("of nothing"), 1};
    });
    store->keepRows(77, [] { return KeptRows{QByteArrayLiteral("of nothing"), 1}; });
    QCOMPARE(rowsOf(*store, 77), QByteArrayLiteral("none"));
    QVERIFY(!isMade);
    QCOMPARE(changed.count() + problem.count(), 0);
    QVERIFY(!bytes().contains("of nothing"));
}

void TestHistoryRows::goWithTheRun_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"deleted", "connection", "cleared"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestHistoryRows::goWithTheRun()
{
    QFETCH(const QString, how);
    StorePtr store = open();
    const QList<qint64> ids = put(*store, {QStringLiteral("a"), QStringLiteral("b")});
    // Larger than a page of the file, so that some lies on pages of its own.
    const QByteArray file = QByteArrayLiteral("its-rows ").repeated(10'000);
    keep(*store, ids.first(), file);
    if (how == QLatin1String("deleted")) {
        QSignalSpy removed(store.get(), &HistoryStore::entriesRemoved);
        QSignalSpy reset(store.get(), &HistoryStore::reset);
        store->remove({ids.first()});
        QTRY_COMPARE(removed.count(), 1);
        // Undone, they are there again.
        store->restore({ids.first()});
        QTRY_COMPARE(reset.count(), 1);
        QCOMPARE(counts(*store), (QList<qint64>{0, 200}));
        QCOMPARE(rowsOf(*store, ids.first()), file);
        store->remove({ids.first()});
        QTRY_COMPARE(removed.count(), 2);
        store.reset();
    } else if (how == QLatin1String("connection")) {
        store->removeOfConnection(QStringLiteral("c1"));
        QCOMPARE(rowsOf(*store, ids.first()), QByteArrayLiteral("none"));
    } else {
        store->clear();
        QCOMPARE(rowsOf(*store, ids.first()), QByteArrayLiteral("none"));
    }
    QVERIFY(!bytes().contains("its-rows"));
    store.reset();
    QCOMPARE(rowsOf(*open(), ids.first()), QByteArrayLiteral("none"));
}

void TestHistoryRows::goWithRunsThatAreTooMany()
{
    QList<qint64> ids;
    {
        const StorePtr store = open();
        ids = put(*store, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        keep(*store, ids.first(), QByteArrayLiteral("its-rows"));
    }
    HistoryLimits limits;
    limits.runs = 2;
    {
        const StorePtr store = open(limits);
        QCOMPARE(textsOf(*store), (QStringList{QStringLiteral("c"), QStringLiteral("b")}));
        QCOMPARE(rowsOf(*store, ids.first()), QByteArrayLiteral("none"));
    }
    QVERIFY(!bytes().contains("its-rows"));
}

void TestHistoryRows::theOldestGoFirst()
{
    HistoryLimits limits;
    limits.rowBytes = 2500;
    StorePtr store = open(limits);
    const QList<qint64> ids =
        put(*store, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    // Runs end in another order than they begin.
    for (const int index : {1, 0, 2})
        keep(*store, ids.at(index), QByteArray(1000, static_cast<char>('a' + index)));
    QCOMPARE(counts(*store), (QList<qint64>{0, 200, 200, 0}));
    QCOMPARE(rowsOf(*store, ids.at(0)), QByteArrayLiteral("none"));
    QCOMPARE(rowsOf(*store, ids.at(1)), QByteArray(1000, 'b'));
    store.reset();
    QVERIFY(!bytes().contains(QByteArray(100, 'a')));
    QVERIFY(bytes().contains(QByteArray(100, 'b')));
}

void TestHistoryRows::areForgotten()
{
    const StorePtr store = open();
    const QList<qint64> ids = put(*store, {QStringLiteral("a"), QStringLiteral("b")});
    keep(*store, ids.first(), QByteArrayLiteral("its-rows ").repeated(10'000));
    QSignalSpy reset(store.get(), &HistoryStore::reset);
    const qsizetype before = bytes().size();
    store->forgetRows();
    QTRY_COMPARE(reset.count(), 1);
    QCOMPARE(counts(*store), (QList<qint64>{0, 0}));
    QVERIFY(!bytes().contains("its-rows"));
    QVERIFY(bytes().size() < before);
}

void TestHistoryRows::aFileOfTheFirstVersion()
{
    QVERIFY(QDir().mkpath(m_path));
    execute({QStringLiteral("CREATE TABLE run ("
                            "id INTEGER PRIMARY KEY, owner TEXT NOT NULL, removed_by TEXT, outcome TEXT NOT "
                            "NULL, started INTEGER NOT NULL, duration INTEGER, rows INTEGER, total INTEGER, "
                            "connection_id TEXT NOT NULL, connection_name TEXT NOT NULL, "
                            "language TEXT NOT NULL, range TEXT NOT NULL, range_start INTEGER, range_end "
                            "INTEGER, top INTEGER, server_timeout INTEGER NOT NULL, error TEXT NOT NULL, "
                            "text_length INTEGER NOT NULL, text TEXT NOT NULL)"),
             QStringLiteral("CREATE INDEX run_running ON run(owner) WHERE outcome = 'running'"),
             QStringLiteral("CREATE INDEX run_removed ON run(removed_by) WHERE removed_by IS NOT NULL"),
             QStringLiteral("INSERT INTO run VALUES (5, 'me', NULL, 'complete', 1795348800000, 10, 3, NULL, "
                            "'c1', 'Contoso', 'kql', 'P1D', NULL, NULL, NULL, 180, '', 5, 'Event')"),
             QStringLiteral("PRAGMA user_version = 1")});
    const StorePtr store = open();
    QSignalSpy problem(store.get(), &HistoryStore::problem);
    QCOMPARE(textsOf(*store), QStringList(QStringLiteral("Event")));
    QCOMPARE(counts(*store), QList<qint64>{0});
    keep(*store, 5, QByteArrayLiteral("rows"));
    QCOMPARE(rowsOf(*store, 5), QByteArrayLiteral("rows"));
    QCOMPARE(problem.count(), 0);
}

QTEST_GUILESS_MAIN(TestHistoryRows)
#include "tst_historyrows.moc"
