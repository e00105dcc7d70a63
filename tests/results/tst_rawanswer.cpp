#include "results/openresult.h"
#include "results/rawanswer.h"
#include "results/resultfile.h"
#include "support/cells.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

struct Read
{
    Result<ResultInfo> outcome = failure(ErrorKind::Decode, {});
    std::optional<StoredResult> about;
    QStringList names;
    std::vector<ChunkedTable> tables;
};

StoredResultHandlers handlersOf(Read &read)
{
    return {[&read](const StoredResult &about) { read.about = about; },
            [&read](const ResultChunk &chunk) {
                if (static_cast<std::size_t>(chunk.tableIndex) == read.tables.size()) {
                    read.tables.emplace_back();
                    read.names << chunk.tableName;
                }
                read.tables.back().append(chunk.rows);
            },
            {}};
}

Read readRaw(const QByteArray &body)
{
    QBuffer buffer;
    buffer.setData(body);
    buffer.open(QIODevice::ReadOnly);
    Read read;
    const CancelState never;
    read.outcome = readRawAnswer(buffer, QStringLiteral("a.json"), handlersOf(read), never);
    return read;
}

QByteArray gzipped(const QByteArray &plain)
{
    // Qt writes a length and zlib's form; gzip is another head and tail around the same.
    const QByteArray zlib = qCompress(plain);
    QByteArray out("\x1f\x8b\x08\0\0\0\0\0\0\3", 10);
    out += zlib.mid(6, zlib.size() - 10);
    quint32 crc = 0xFFFFFFFF;
    for (const char c : plain) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0);
    }
    crc = ~crc;
    for (const quint32 number : {crc, static_cast<quint32>(plain.size())}) {
        for (int i = 0; i < 4; ++i)
            out += static_cast<char>(number >> (8 * i) & 0xFF);
    }
    return out;
}

const QByteArray logs =
    R"({"statistics":{"a":1},"tables":[{"name":"P","columns":[{"name":"n","type":"long"}],"rows":[[1],[2],[3]]}]})";
const QByteArray classic =
    R"({"id":"x/search/1","__metadata":{"resultType":"raw","total":5,"top":3,"Status":"Successful"},
"value":[{"Computer":"a","__metadata":{"Type":"Event"}},{"Computer":"b","N":1},{"N":2}]})";

} // namespace

class TestRawAnswer : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<int>("kind"); // -1: not known yet
        const auto row = [](const char *beginning, int kind) {
            QTest::newRow(beginning) << QByteArray(beginning) << kind;
        };
        constexpr int logsKind = static_cast<int>(AnswerKind::Logs);
        constexpr int classicKind = static_cast<int>(AnswerKind::Classic);
        constexpr int neither = static_cast<int>(AnswerKind::Neither);
        row("", -1);
        row(" \n", -1);
        row("\xEF\xBB", -1);
        row("\xEF\xBB\xBF{", -1);
        row("\xEF\xBB\xBF{\"tables\"", logsKind);
        row("{ \"t\\u0061bles\" : [", logsKind);
        row("{\"render\":{},", logsKind);
        row("{\"id\":\"", -1);
        row("{\"id\":\"x\"", -1);
        row("{\"id\":\"x\",\"__metadata\":{", classicKind);
        row("{\"value\":[]", classicKind);
        row("{\"error\":{\"a\":[1,\"}\"]},", -1);
        row("{\"error\":{\"code\":\"X\"}}", logsKind);
        row("{\"error\":{},\"value\":[", classicKind);
        row("{\"error\":{},\"tables\":[", logsKind);
        row("{}", neither);
        row("{\"a\":1}", neither);
        row("{\"a\" 1", neither);
        row("{\"a\":1 2", neither);
        row("[", neither);
        row("Event | take 10", neither);
        row("<html>", neither);
    }

    void kinds()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(int, kind);
        const auto found = kindOfAnswer(beginning.toStdString());
        QCOMPARE(found ? static_cast<int>(*found) : -1, kind);
    }

    void logsAnswer()
    {
        for (const QByteArray &body : {logs, gzipped(logs), QByteArray("\xEF\xBB\xBF" + logs)}) {
            const Read read = readRaw(body);
            QVERIFY2(read.outcome.has_value(), read.outcome ? "" : qPrintable(read.outcome.error().message));
            QVERIFY(read.about.has_value());
            QVERIFY(!read.about->query);
            QCOMPARE(read.outcome->completeness, Completeness::Complete);
            QCOMPARE(read.outcome->statistics, QByteArray("{\"a\":1}"));
            QCOMPARE(read.names, QStringList(QStringLiteral("P")));
            QCOMPARE(read.tables.at(0).rowCount(), std::size_t(3));
            QCOMPARE(cellOf(read.tables.at(0), 2, 0), QByteArray("3"));
        }
    }

    void classicAnswer()
    {
        const Read read = readRaw(classic);
        QVERIFY(read.outcome.has_value());
        QCOMPARE(read.outcome->completeness, Completeness::Capped);
        QCOMPARE(read.outcome->total, std::optional<qint64>(5));
        QCOMPARE(read.tables.at(0).rowCount(), std::size_t(3));
        QCOMPARE(read.tables.at(0).columnCount(), 2);
    }

    /// What is whole is shown, and said not to be all.
    void cutShort()
    {
        const QByteArray cutLogs = logs.left(logs.indexOf("[3]") + 2);
        const QByteArray cutClassic = classic.left(classic.indexOf("{\"N\":2}") + 5);
        const QByteArray packed = gzipped(logs);
        for (const auto &[body, rows] :
             {std::pair(cutLogs, std::size_t(2)), std::pair(cutClassic, std::size_t(2)),
              std::pair(packed.left(packed.size() - 4), std::size_t(3))}) {
            const Read read = readRaw(body);
            QVERIFY2(read.outcome.has_value(), body.constData());
            QCOMPARE(read.outcome->completeness, Completeness::Partial);
            QVERIFY(!read.outcome->reasons.isEmpty());
            QCOMPARE(read.tables.at(0).rowCount(), rows);
        }
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        constexpr int decode = static_cast<int>(ErrorKind::Decode);
        QTest::newRow("empty") << QByteArray() << decode;
        QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << decode;
        QTest::newRow("text") << QByteArray("Event") << decode;
        QTest::newRow("packed text") << gzipped("Event") << decode;
        QTest::newRow("half a gzip") << gzipped(logs).left(15) << decode;
        QTest::newRow("no gzip") << QByteArray("\x1f\x8b nonsense") << decode;
        QTest::newRow("before its rows") << logs.left(60) << decode;
        QTest::newRow("before its records") << classic.left(60) << decode;
        QTest::newRow("an error") << QByteArray(R"({"error":{"code":"X","message":"what happened"}})")
                                  << static_cast<int>(ErrorKind::Service);
        QTest::newRow("a classic error")
            << QByteArray(
                   R"({"__metadata":{"resultType":"error"},"error":{"message":"m","line":1,"column":1}})")
            << static_cast<int>(ErrorKind::Query);
    }

    void refused()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        const Read read = readRaw(body);
        QVERIFY(!read.outcome);
        QCOMPARE(static_cast<int>(read.outcome.error().kind), kind);
        QVERIFY(!read.outcome.error().message.isEmpty());
        for (const ChunkedTable &table : read.tables)
            QCOMPARE(table.rowCount(), std::size_t(0));
    }

    /// The first bytes decide, whatever the name.
    void filesAreToldApart()
    {
        QTemporaryDir folder;
        const auto put = [&folder](const QString &name, const QByteArray &bytes) -> QString {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                        : QString();
        };
        MemorySink sink;
        const CancelState never;
        StoredResult about;
        about.info.completeness = Completeness::Capped;
        about.info.elapsedMs = 77;
        StoredTable table{QStringLiteral("t"), {}};
        table.rows.append(Table({}, 4));
        QVERIFY(writeResultFile(about, {table}, sink, never).has_value());
        const QByteArray saved = QByteArray::fromStdString(sink.bytes());

        Read read;
        read.outcome = readStoredResult(put(QStringLiteral("a.json"), saved), handlersOf(read), never);
        QVERIFY(read.outcome.has_value());
        QCOMPARE(read.outcome->completeness, Completeness::Capped);
        QCOMPARE(read.outcome->elapsedMs, qint64(77));
        QCOMPARE(read.tables.at(0).rowCount(), std::size_t(4));
        read = Read();
        read.outcome =
            readStoredResult(put(QStringLiteral("a.sonde-result"), classic), handlersOf(read), never);
        QVERIFY(read.outcome.has_value());
        QCOMPARE(read.tables.at(0).rowCount(), std::size_t(3));
        for (const QString &path :
             {put(QStringLiteral("x.json"), "Event | take 10"), put(QStringLiteral("y.json"), {}),
              folder.filePath(QStringLiteral("none.json")), folder.path(), QStringLiteral("/dev/zero")}) {
            read = Read();
            read.outcome = readStoredResult(path, handlersOf(read), never);
            QVERIFY2(!read.outcome, qPrintable(path));
            QVERIFY(!read.outcome.error().message.isEmpty());
            QVERIFY(!read.outcome.error().advice.isEmpty());
        }
    }

    void stopsWhenCancelled()
    {
        QBuffer buffer;
        buffer.setData(logs);
        buffer.open(QIODevice::ReadOnly);
        CancelState cancelled;
        cancelled.cancel();
        Read read;
        const auto outcome = readRawAnswer(buffer, QStringLiteral("a"), handlersOf(read), cancelled);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestRawAnswer)
#include "tst_rawanswer.moc"
