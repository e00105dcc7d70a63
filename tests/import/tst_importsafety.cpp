#include "engine/duckdbhandles.h"
#include "import/importdatabase.h"
#include "import/importfixture.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace sonde;
using namespace sonde::test;

/// What goes wrong on the way leaves nothing behind, and what was imported leads nowhere.
class TestImportSafety : public QObject
{
    Q_OBJECT

    std::unique_ptr<ImportFixture> m_import;

    static QByteArray manyRows()
    {
        QByteArray csv("n,text\n");
        for (int i = 0; i < 600'000; ++i)
            csv += QByteArray::number(i) + ",some text that takes room\n";
        return csv;
    }

    /// What DuckDB says of a statement.
    static QString refusal(const Database &database, const QByteArray &sql)
    {
        const duck::Connection connection(static_cast<duckdb_database>(database.handle()));
        duck::QueryResult result;
        return duckdb_query(connection.get(), sql.constData(), result.get()) == DuckDBSuccess
                   ? QString()
                   : result.error();
    }

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        m_import = std::make_unique<ImportFixture>();
    }

    void tellsProgressAndCanBeCancelled()
    {
        const QString path = m_import->write(QStringLiteral("large.csv"), manyRows());
        const auto guess = FileImport::guess({path, {}, {}}, CancelState());
        QVERIFY(guess);
        const QDir folder(m_import->path(QStringLiteral("target")));
        qint64 read = 0;
        const auto whole = FileImport::run(
            {*guess}, folder.filePath(QStringLiteral("x.duckdb")), {},
            [&read](const ImportProgress &progress) {
                QVERIFY(progress.bytesRead <= progress.bytes);
                read = progress.bytesRead;
            },
            CancelState());
        QVERIFY(whole);
        QCOMPARE(read, guess->bytes);
        QCOMPARE(folder.entryList(QDir::Files), QStringList{QStringLiteral("x.duckdb")});

        CancelState cancel;
        int calls = 0;
        const auto stopped = FileImport::run(
            {*guess}, folder.filePath(QStringLiteral("y.duckdb")), {},
            [&](const ImportProgress &) {
                ++calls;
                cancel.cancel();
            },
            cancel);
        if (stopped && calls == 1)
            QSKIP("this machine reads it before it can be stopped");
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(folder.entryList(QDir::Files), QStringList{QStringLiteral("x.duckdb")});
    }

    void cancelledBeforeItBegan()
    {
        const QString path = m_import->write(QStringLiteral("small.csv"), "a\n1\n");
        const auto guess = FileImport::guess({path, {}, {}}, CancelState());
        CancelState cancel;
        cancel.cancel();
        const QDir folder(m_import->path(QStringLiteral("never")));
        const auto stopped =
            FileImport::run({*guess}, folder.filePath(QStringLiteral("x.duckdb")), {}, {}, cancel);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QVERIFY(folder.isEmpty());
    }

    void failureLeavesTheOldDatabase()
    {
        const QString target = m_import->write(QStringLiteral("old.duckdb"), "what was there");
        const QString path = m_import->write(QStringLiteral("cut.json"), "[{\"a\":1}]");
        auto guess = FileImport::guess({path, {}, {}}, CancelState());
        QVERIFY(guess);
        m_import->write(QStringLiteral("cut.json"), "[{\"a\":1},{\"a\":");
        QVERIFY(!FileImport::run({*guess}, target, {}, {}, CancelState()));
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("what was there"));
    }

    void boundedMemory()
    {
        const QString path = m_import->path(QStringLiteral("large.csv"));
        const auto guess = FileImport::guess({path, {}, {}}, CancelState());
        QVERIFY(guess);
        FileImport::Options options;
        options.memoryLimitMb = 256;
        const auto done = FileImport::run({*guess}, m_import->path(QStringLiteral("bounded.duckdb")), options,
                                          {}, CancelState());
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

    void noWayOutOfTheDatabase()
    {
        const QString secret = m_import->write(QStringLiteral("secret.csv"), "a\n1\n");
        QCOMPARE(m_import->import(QStringLiteral("data.csv"), "a\n1\n"), QString());
        const Database database = m_import->database();
        const QByteArray file = secret.toUtf8();
        const QByteArrayList statements{
            "SELECT * FROM read_csv('" + file + "')",
            "SELECT * FROM '" + file + "'",
            "SELECT * FROM read_text('" + file + "')",
            "COPY (SELECT 1) TO '" + file + ".out'",
            QByteArray("SELECT * FROM glob('/etc/*')"),
            "ATTACH '" + file + "' AS other",
            QByteArray("SET enable_external_access = true"),
            QByteArray("SET allowed_directories = ['/']"),
            QByteArray("SET memory_limit = '100GB'"),
            QByteArray("INSTALL httpfs"),
            QByteArray("LOAD httpfs"),
            QByteArray("INSERT INTO imported.main.t0 VALUES (2)"),
            QByteArray("SELECT * FROM read_csv('https://example.invalid/x.csv')")};
        for (const QByteArray &sql : statements)
            QVERIFY2(!refusal(database, sql).isEmpty(), sql.constData());
        for (const char *kql :
             {"read_csv('/etc/passwd')", "print read_text('/etc/passwd')",
              "externaldata(a: string) ['/etc/passwd']", "data | extend x = read_csv('/etc/passwd')",
              "database('imported').data", "t0", "['imported.main.t0']"})
            QVERIFY2(!m_import->run(QString::fromLatin1(kql)), kql);
    }

    void importItselfReachesOnlyItsFile()
    {
        const QString mine = m_import->write(QStringLiteral("mine.csv"), "a\n1\n");
        const QString other = m_import->write(QStringLiteral("other.csv"), "a\n1\n");
        ImportDatabase::Options options;
        options.readable = {mine};
        const auto database = ImportDatabase::open(options);
        QVERIFY(database);
        const auto any = [](std::span<const std::optional<std::string_view>>) { return true; };
        const QString sql = QStringLiteral("SELECT CAST(a AS VARCHAR) FROM read_csv($1)");
        QVERIFY((*database)->read(sql, {mine}, any, CancelState()));
        QVERIFY(!(*database)->read(sql, {other}, any, CancelState()));
        QVERIFY(!(*database)->execute(QStringLiteral("SET enable_external_access = true")));
    }

    void textsOfFilesAreNoSql()
    {
        QCOMPARE(import("a'b.csv", "'); DROP TABLE t0; --,\"x\"\"y\"\n'); DROP TABLE t0; --,1\n"), QString());
        QCOMPARE(
            m_import->query(QStringLiteral("a_b | where [\"'); DROP TABLE t0; --\"] == \"'); DROP TABLE t0; "
                                           "--\" | project ['x\"y']")),
            QStringLiteral("1"));
        QCOMPARE(import("k.jsonl", "{\"a'); DROP TABLE t0; --\":{\"b' OR 1=1 --\":1}}\n"), QString());
        QCOMPARE(m_import->query(QStringLiteral(
                     "k | extend d = [\"a'); DROP TABLE t0; --\"] | where toint(d[\"b' OR 1=1 --\"]) == 1 "
                     "| where isnull(d[\"b' OR 1=1\"]) | count")),
                 QStringLiteral("1"));
    }

private:
    QString import(const char *name, const QByteArray &bytes)
    {
        return m_import->import(QString::fromLatin1(name), bytes);
    }
};

QTEST_GUILESS_MAIN(TestImportSafety)
#include "tst_importsafety.moc"
