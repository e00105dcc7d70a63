#include "results/resultfile.h"
#include "support/readback.h"

#include <QFile>
#include <QProcess>
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

Run runQuery(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(SONDE_BIN "/sonde"), QStringList(QStringLiteral("query")) + arguments);
    Run run;
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return run;
    }
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

const QByteArray logs =
    R"({"tables":[{"name":"P","columns":[{"name":"n","type":"long"},{"name":"s","type":"string"}],"rows":[[1,"a"],[2,null]]}]})";

} // namespace

/// `sonde query --response FILE`, with neither a network nor a workspace.
class TestStoredResult : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }

    static QByteArray savedResult(Completeness completeness)
    {
        StoredResult about;
        about.query = Query();
        about.query->text = QStringLiteral("Perf | take 3");
        about.connection = QStringLiteral("Contoso");
        about.info.completeness = completeness;
        about.info.elapsedMs = 8300;
        const auto end = QDateTime::fromString(QStringLiteral("2026-11-22T16:00:00Z"), Qt::ISODate);
        about.info.range = {end.addDays(-1), end};
        if (completeness == Completeness::Partial)
            about.info.reasons << QStringLiteral("The service gave up.");
        ColumnBuilder numbers(QStringLiteral("n"), ColumnType::Long);
        for (int i = 0; i < 3; ++i)
            numbers.appendInteger(i);
        StoredTable table{QStringLiteral("P"), {}};
        table.rows.append(Table({numbers.build()}, 3));
        MemorySink sink;
        const CancelState never;
        return writeResultFile(about, {table}, sink, never) ? QByteArray::fromStdString(sink.bytes())
                                                            : QByteArray();
    }

private slots:
    void answerOfTheLogsQuery()
    {
        const Run run = runQuery({QStringLiteral("--response"), put(QStringLiteral("a.json"), logs)});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.out, QByteArray("n,s\r\n1,a\r\n2,\r\n"));
        QVERIFY2(run.err.contains("Complete · 2 rows\n"), run.err.constData());
    }

    void answerOfTheClassicSearch()
    {
        const QByteArray body =
            R"({"__metadata":{"total":9,"Status":"Successful"},"value":[{"a":1},{"a":2}]})";
        const Run run = runQuery({QStringLiteral("--response"), put(QStringLiteral("a"), body),
                                  QStringLiteral("--format"), QStringLiteral("jsonl")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.out, QByteArray("{\"a\":1}\n{\"a\":2}\n"));
        QVERIFY2(run.err.contains("Capped · 2 of 9 rows"), run.err.constData());
    }

    void savedResults()
    {
        const QString path = put(QStringLiteral("a.sonde-result"), savedResult(Completeness::Complete));
        const QString target = m_dir.filePath(QStringLiteral("out.csv"));
        const Run run = runQuery({QStringLiteral("--response"), path, QStringLiteral("--out"), target});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("n\r\n0\r\n1\r\n2\r\n"));
        QVERIFY2(run.err.contains("8.3 s · 2026-11-21T16:00:00.000Z to 2026-11-22T16:00:00.000Z"),
                 run.err.constData());
    }

    /// The second sheet tells where the rows came from, though nothing was run.
    void asAWorkbook()
    {
        const QString path = put(QStringLiteral("a.sonde-result"), savedResult(Completeness::Complete));
        const Run run = runQuery(
            {QStringLiteral("--response"), path, QStringLiteral("--format"), QStringLiteral("xlsx")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QList<QByteArrayList> rows =
            readBack(QStringLiteral("xlsx"), run.out.toStdString(), {QStringLiteral("2")});
        QByteArray all;
        for (const QByteArrayList &cells : rows)
            all += cells.join('\n') + '\n';
        QVERIFY2(all.contains("Perf | take 3"), all.constData());
        QVERIFY2(all.contains("Contoso"), all.constData());
    }

    /// The code of a partial result stays that of a partial one.
    void partialResults()
    {
        const Run run = runQuery(
            {QStringLiteral("--response"), put(QStringLiteral("p"), savedResult(Completeness::Partial))});
        QCOMPARE(run.exitCode, 5);
        QVERIFY(run.err.contains("The service gave up."));
        const Run cut =
            runQuery({QStringLiteral("--response"), put(QStringLiteral("c"), logs.left(logs.size() - 10))});
        QCOMPARE(cut.exitCode, 5);
        QCOMPARE(cut.out, QByteArray("n,s\r\n1,a\r\n"));
    }

    /// Nothing is written of what is not whole.
    void refused()
    {
        const QByteArray whole = savedResult(Completeness::Complete);
        QByteArray changed = whole;
        changed[whole.size() / 2] = static_cast<char>(~changed[whole.size() / 2]);
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("Event"), whole.left(whole.size() - 1), changed}) {
            const QString target = m_dir.filePath(QStringLiteral("none.csv"));
            const Run run = runQuery({QStringLiteral("--response"), put(QStringLiteral("x"), bytes),
                                      QStringLiteral("--out"), target});
            QCOMPARE(run.exitCode, 6);
            QVERIFY(run.out.isEmpty());
            QVERIFY2(run.err.contains("“x” "), run.err.constData());
            QVERIFY(!QFile::exists(target));
        }
        QCOMPARE(runQuery({QStringLiteral("--response"), m_dir.filePath(QStringLiteral("missing"))}).exitCode,
                 6);
        const QByteArray refusal = R"({"error":{"code":"X","message":"what happened"}})";
        const Run error = runQuery({QStringLiteral("--response"), put(QStringLiteral("e"), refusal)});
        QCOMPARE(error.exitCode, 6);
        QVERIFY(error.err.contains("what happened"));
    }
};

QTEST_GUILESS_MAIN(TestStoredResult)
#include "tst_storedresult.moc"
