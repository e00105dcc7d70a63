#include "stores/connectionstore.h"
#include "stores/schemacache.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

/// `sonde check` and `sonde format`, as a build of a folder of queries runs them.
class TestKqlFiles final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Run run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(SONDE_BIN "/sonde"), arguments);
        process.write(input);
        process.closeWriteChannel();
        Run result;
        if (!process.waitForFinished(120'000)) {
            process.kill();
            process.waitForFinished();
            return result;
        }
        result.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        result.out = process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        return result;
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
    }

private slots:
    void checks()
    {
        put(QStringLiteral("good.kql"), "// Display name: Good\n\nEvent\n| take 5\n");
        put(QStringLiteral("bad.kql"), "\xEF\xBB\xBF"
                                       "Event\r\n| where Foo == 1\r\n\r\nNothing | where\r\n");
        put(QStringLiteral("old.kql"), "// Language: Classic\n\nType=Event | top 5\n");
        put(QStringLiteral("tables.json"), R"({"Event": {"EventID": "int"}})");
        const QStringList files{QStringLiteral("good.kql"), QStringLiteral("bad.kql"),
                                QStringLiteral("old.kql")};

        const Run open = run(QStringList(QStringLiteral("check")) + files);
        QCOMPARE(open.exitCode, 1);
        QVERIFY2(open.out.startsWith("bad.kql:4:16: error KS006: "), open.out.constData());
        QCOMPARE(open.out.count('\n'), 1);
        QVERIFY(open.err.contains("old.kql"));

        const Run known = run(QStringList({QStringLiteral("check"), QStringLiteral("--schema"),
                                           QStringLiteral("tables.json")}) +
                              files);
        QCOMPARE(known.exitCode, 1);
        QVERIFY2(known.out.contains("bad.kql:2:9: error KS142: "), known.out.constData());
        QVERIFY2(known.out.contains("bad.kql:4:1: error KS204: "), known.out.constData());
        QVERIFY(!known.out.contains("good.kql"));

        const Run input = run({QStringLiteral("check"), QStringLiteral("-")}, "print 1\n");
        QCOMPARE(input.exitCode, 0);
        QVERIFY(input.out.isEmpty());
    }

    /// With what a workspace listed within the last day, and no network.
    void checksWithTheTablesOfAConnection()
    {
        const QString id = QStringLiteral("7b1d6d1e-0000-4000-8000-000000000001");
        Connection connection;
        connection.id = id;
        connection.name = QStringLiteral("Production");
        connection.tenant = QStringLiteral("contoso.onmicrosoft.com");
        connection.clientId = QStringLiteral("11111111-2222-4333-8444-555555555555");
        connection.workspaceId = QStringLiteral("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
        ConnectionStore store(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                              QStringLiteral("/sonde/connections.json"));
        QVERIFY(store.load());
        QVERIFY(store.add(connection));
        auto schema = std::make_shared<KqlSchema>();
        schema->tables = {
            {QStringLiteral("Orders_CL"), {{QStringLiteral("Amount"), QStringLiteral("real")}}}};
        const SchemaCache cache(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                                QStringLiteral("/sonde/tables"));
        QVERIFY(cache.write(connection, {schema, QDateTime::currentDateTimeUtc()}));

        put(QStringLiteral("orders.kql"), "Orders_CL\n| where Amount > 5 and Paid == true\n");
        const Run named = run({QStringLiteral("check"), QStringLiteral("--connection"),
                               QStringLiteral("Production"), QStringLiteral("orders.kql")});
        QCOMPARE(named.exitCode, 1);
        QVERIFY2(named.out.startsWith("orders.kql:2:24: error KS142: "), named.out.constData());
        QCOMPARE(named.out.count('\n'), 1);

        const Run unknown = run({QStringLiteral("check"), QStringLiteral("--connection"),
                                 QStringLiteral("Elsewhere"), QStringLiteral("orders.kql")});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.err.contains("Production"), unknown.err.constData());
    }

    void whatCannotBeRead()
    {
        put(QStringLiteral("good.kql"), "Event\n| take 5\n");
        put(QStringLiteral("bytes.kql"), "Event \xFF\xFF");
        put(QStringLiteral("text.json"), "Event");
        const Run missing = run({QStringLiteral("check"), QStringLiteral("none.kql"),
                                 QStringLiteral("bytes.kql"), QStringLiteral("good.kql")});
        QCOMPARE(missing.exitCode, 2);
        QVERIFY(missing.err.contains("none.kql"));
        QVERIFY(missing.err.contains("bytes.kql"));
        const Run schema = run({QStringLiteral("check"), QStringLiteral("--schema"),
                                QStringLiteral("text.json"), QStringLiteral("good.kql")});
        QCOMPARE(schema.exitCode, 2);
        QVERIFY(schema.err.contains("text.json"));
    }

    void formats()
    {
        put(QStringLiteral("even.kql"), "Event\n| take 5\n");
        put(QStringLiteral("uneven.kql"), "\xEF\xBB\xBF// Display name: a\r\n\r\nEvent\r\n|take 5\r\n");
        put(QStringLiteral("utf16.kql"), QByteArray("\xFF\xFE"
                                                    "a\0",
                                                    4));
        const QStringList files{QStringLiteral("even.kql"), QStringLiteral("uneven.kql")};
        const QByteArray before = contentOf(QStringLiteral("uneven.kql"));

        const Run checked = run(QStringList({QStringLiteral("format"), QStringLiteral("--check")}) + files);
        QCOMPARE(checked.exitCode, 1);
        QCOMPARE(checked.out.trimmed(), QByteArray("uneven.kql"));
        QCOMPARE(contentOf(QStringLiteral("uneven.kql")), before);

        const Run written = run(QStringList({QStringLiteral("format"), QStringLiteral("--write")}) + files);
        QCOMPARE(written.exitCode, 0);
        QCOMPARE(written.out.trimmed(), QByteArray("uneven.kql"));
        QCOMPARE(contentOf(QStringLiteral("uneven.kql")),
                 QByteArray("\xEF\xBB\xBF// Display name: a\r\n\r\nEvent\r\n| take 5\r\n"));
        QCOMPARE(contentOf(QStringLiteral("even.kql")), QByteArray("Event\n| take 5\n"));
        QCOMPARE(run(QStringList({QStringLiteral("format"), QStringLiteral("--check")}) + files).exitCode, 0);

        const Run printed = run({QStringLiteral("format"), QStringLiteral("-")}, "Event|count");
        QCOMPARE(printed.exitCode, 0);
        QCOMPARE(printed.out, QByteArray("Event | count"));
        const Run refused =
            run({QStringLiteral("format"), QStringLiteral("--write"), QStringLiteral("utf16.kql")});
        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(contentOf(QStringLiteral("utf16.kql")).size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestKqlFiles)
#include "tst_kqlfiles.moc"
