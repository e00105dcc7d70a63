#include "results/resultfile.h"

#include "results/answergenerator.h"
#include "results/logsdecoder.h"
#include "results/resultfileparts.h"
#include "results/resultfilerows.h"
#include "support/cells.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace sonde;
using namespace sonde::resultfile;

namespace {

struct Read
{
    Result<void> outcome;
    std::optional<StoredResult> about;
    std::vector<StoredTable> tables;
    int chunks = 0;
    int lastPermille = 0;
};

Read readFile(const QByteArray &bytes, CancelState *cancelAtFirstRow = nullptr)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    Read read;
    const CancelState never;
    const StoredResultHandlers handlers{[&read](const StoredResult &about) { read.about = about; },
                                        [&](const ResultChunk &chunk) {
                                            if (static_cast<std::size_t>(chunk.tableIndex) ==
                                                read.tables.size())
                                                read.tables.push_back({chunk.tableName, {}});
                                            read.tables.back().rows.append(chunk.rows);
                                            ++read.chunks;
                                            if (cancelAtFirstRow != nullptr && chunk.rows.rowCount() > 0)
                                                cancelAtFirstRow->cancel();
                                        },
                                        [&read](int permille) { read.lastPermille = permille; }};
    read.outcome = readResultFile(buffer, QStringLiteral("a.sonde-result"), handlers,
                                  cancelAtFirstRow != nullptr ? *cancelAtFirstRow : never);
    return read;
}

Read readFile(const std::string &bytes)
{
    return readFile(QByteArray::fromStdString(bytes));
}

QByteArray written(const StoredResult &about, const std::vector<StoredTable> &tables)
{
    MemorySink sink;
    const CancelState never;
    if (!writeResultFile(about, tables, sink, never))
        return {};
    return QByteArray::fromStdString(sink.bytes());
}

/// One table with a column of each type, some nulls, and texts that repeat.
Table allTypes(int rows)
{
    QList<Column> columns;
    for (int type = 0; type <= static_cast<int>(ColumnType::Dynamic); ++type) {
        const auto columnType = static_cast<ColumnType>(type);
        ColumnBuilder builder(columnTypeName(columnType), columnType);
        for (int row = 0; row < rows; ++row) {
            if (row % 5 == type % 5)
                builder.appendNull();
            else if (isTextType(columnType))
                builder.appendText(
                    QByteArray("text \xC3\xA9 " + QByteArray::number(row % (type + 3))).toStdString());
            else if (columnType == ColumnType::Real)
                builder.appendReal(row * 0.1);
            else
                builder.appendInteger(columnType == ColumnType::Bool ? qint64(row % 2)
                                                                     : row * Q_INT64_C(1'000'003));
        }
        columns.append(builder.build());
    }
    return Table(columns, static_cast<std::size_t>(rows));
}

StoredTable storedTable(const Table &rows, const QString &name = QStringLiteral("PrimaryResult"))
{
    StoredTable table{name, {}};
    table.rows.append(rows);
    return table;
}

StoredResult fullAbout()
{
    StoredResult about;
    Query query;
    query.text = QStringLiteral("Event\n| where Computer == \"é😀\"");
    query.language = QueryLanguage::Classic;
    query.top = 500;
    query.range = *TimeRange::parse(QStringLiteral("P7D"));
    about.query = query;
    about.connection = QStringLiteral("Production");
    about.workspace = QStringLiteral("prod-logs");
    about.askedAt = QDateTime::fromString(QStringLiteral("2026-11-22T16:02:03.123Z"), Qt::ISODateWithMs);
    about.savedAt = about.askedAt.addSecs(60);
    about.program = QStringLiteral("Sonde 0.1.0");
    about.info.completeness = Completeness::Partial;
    about.info.reasons = {QStringLiteral("Too many."), QStringLiteral("Too slow.")};
    about.info.warnings = {QStringLiteral("Half a character.")};
    Error error;
    error.kind = ErrorKind::Service;
    error.message = QStringLiteral("too many");
    error.advice = QStringLiteral("Ask for fewer.");
    error.detail = QStringLiteral("a\nb");
    error.httpStatus = 200;
    error.serviceCode = QStringLiteral("E1");
    error.correlationId = QStringLiteral("id");
    about.info.partialError = error;
    about.info.total = 9'007'199'254'740'993;
    about.info.top = 10;
    about.info.range = {about.askedAt.addDays(-7), about.askedAt};
    about.info.statistics = "{\"a\":1}";
    about.info.render = "{\"visualization\":\"piechart\"}";
    about.info.answerBytes = 12;
    about.info.elapsedMs = 34;
    about.info.pendingLooks = 2;
    return about;
}

void compareTables(const std::vector<StoredTable> &read, const std::vector<StoredTable> &wanted)
{
    QCOMPARE(read.size(), wanted.size());
    for (std::size_t t = 0; t < wanted.size(); ++t) {
        QCOMPARE(read[t].name, wanted[t].name);
        QVERIFY(read[t].rows.headers() == wanted[t].rows.headers());
        QCOMPARE(read[t].rows.rowCount(), wanted[t].rows.rowCount());
        for (std::size_t row = 0; row < wanted[t].rows.rowCount(); ++row)
            QCOMPARE(rowOf(read[t].rows, row), rowOf(wanted[t].rows, row));
    }
}

PlainBlock aboutOf()
{
    return {aboutBlock, storedResultToJson({}).toStdString()};
}

PlainBlock tableOf(const char *columns)
{
    return {tableBlock, std::string("{\"name\":\"t\",\"columns\":") + columns + "}"};
}

/// A block of rows whose counts are as said and whose cells are those bytes.
PlainBlock rowsOf(std::uint32_t rows, std::uint32_t columns, const std::string &cells)
{
    std::string bytes;
    put(bytes, rows);
    put(bytes, columns);
    return {rowsBlock, bytes + cells};
}

} // namespace

class TestResultFile : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatIsSaidOfAResult()
    {
        StoredResult about = fullAbout();
        const Read read = readFile(written(about, {storedTable(allTypes(3))}));
        QVERIFY2(read.outcome.has_value(), read.outcome ? "" : qPrintable(read.outcome.error().message));
        QVERIFY(read.about.has_value());
        QCOMPARE(read.about->query->text, about.query->text);
        QCOMPARE(read.about->query->language, about.query->language);
        QCOMPARE(read.about->query->top, about.query->top);
        QVERIFY(read.about->query->range == about.query->range);
        QCOMPARE(read.about->connection, about.connection);
        QCOMPARE(read.about->workspace, about.workspace);
        QCOMPARE(read.about->askedAt, about.askedAt);
        QCOMPARE(read.about->savedAt, about.savedAt);
        QCOMPARE(read.about->program, about.program);
        QCOMPARE(read.about->rows, qint64(3));
        QVERIFY(read.about->info == about.info);
    }

    /// Neither the address nor the first bytes of the answer go into a file that is meant for others.
    void keepsNoRequest()
    {
        StoredResult about;
        about.info.request =
            QStringLiteral("POST https://example.invalid/subscriptions/very-own-subscription");
        about.info.rawAnswer = "very-own-answer";
        const Read read = readFile(written(about, {}));
        QVERIFY(read.outcome.has_value());
        QVERIFY(read.about->info.request.isEmpty());
        QVERIFY(read.about->info.rawAnswer.isEmpty());
    }

    void keepsEveryType()
    {
        const std::vector<StoredTable> tables = {storedTable(allTypes(1000))};
        const Read read = readFile(written({}, tables));
        QVERIFY(read.outcome.has_value());
        compareTables(read.tables, tables);
        QCOMPARE(read.lastPermille, 1000);
    }

    void oddTables()
    {
        // Rows without columns, columns without rows, two columns of one name, a name that is none.
        ColumnBuilder first(QStringLiteral("a"), ColumnType::String);
        ColumnBuilder second(QStringLiteral("a"), ColumnType::Real);
        first.appendText("x");
        second.appendReal(-0.0);
        StoredTable wide{QStringLiteral("wide"), {}};
        QList<Column> columns;
        for (int i = 0; i < 500; ++i) {
            ColumnBuilder builder(QStringLiteral("c%1").arg(i), ColumnType::Dynamic);
            builder.appendText("{}");
            columns.append(builder.build());
        }
        wide.rows.append(Table(columns, 1));
        const std::vector<StoredTable> tables = {
            storedTable(Table({}, 7), QString()), storedTable(allTypes(0), QStringLiteral("empty")),
            storedTable(Table({first.build(), second.build()}, 1), QStringLiteral("\u200f\n")), wide};
        const Read read = readFile(written({}, tables));
        QVERIFY(read.outcome.has_value());
        compareTables(read.tables, tables);
        compareTables(readFile(written({}, {})).tables, {});
    }

    /// Classic records bring new fields as they come.
    void laterChunksMayHaveMoreColumns()
    {
        ColumnBuilder builder(QStringLiteral("bool"), ColumnType::Bool);
        builder.appendInteger(1);
        StoredTable table{QStringLiteral("t"), {}};
        table.rows.append(Table({builder.build()}, 1));
        table.rows.append(allTypes(4));
        const Read read = readFile(written({}, {table}));
        QVERIFY(read.outcome.has_value());
        compareTables(read.tables, {table});
    }

    void generatedResults()
    {
        for (quint32 seed = 1; seed <= 100; ++seed) {
            AnswerGenerator generator(seed);
            const QByteArray body = generator.logsAnswer(AnswerGenerator::Size::Large);
            std::vector<StoredTable> tables;
            LogsDecoder decoder([&tables](const ResultChunk &chunk) {
                if (static_cast<std::size_t>(chunk.tableIndex) == tables.size())
                    tables.push_back({chunk.tableName, {}});
                tables.back().rows.append(chunk.rows);
            });
            QVERIFY(decoder.feed(body.toStdString()).has_value());
            QVERIFY(decoder.finish().has_value());
            compareTables(readFile(written({}, tables)).tables, tables);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void manyRowsComeInBlocks()
    {
        const std::vector<StoredTable> tables = {storedTable(allTypes(100'000))};
        const QByteArray file = written({}, tables);
        const Read read = readFile(file);
        QVERIFY2(read.outcome.has_value(),
                 read.outcome ? "" : qPrintable(read.outcome.error().message + read.outcome.error().detail));
        QVERIFY(read.chunks > 4);
        QVERIFY(read.tables[0].rows.chunks().first().rowCount() < 5000); // quick to show
        QCOMPARE(read.tables[0].rows.rowCount(), std::size_t(100'000));
        QCOMPARE(rowOf(read.tables[0].rows, 99'999), rowOf(tables[0].rows, 99'999));
        // Packed, and the same each time.
        QVERIFY(file.size() < static_cast<qsizetype>(tables[0].rows.memoryUse() / 2));
        QCOMPARE(written({}, tables), file);
    }

    /// Not one row of a file that is not whole.
    void everyPrefixIsRefused()
    {
        const QByteArray file = written(fullAbout(), {storedTable(allTypes(5))});
        for (qsizetype size = 0; size < file.size(); ++size) {
            const Read read = readFile(file.left(size));
            QVERIFY(!read.outcome);
            QCOMPARE(read.outcome.error().kind, ErrorKind::Decode);
            QVERIFY(!read.outcome.error().message.isEmpty());
            QVERIFY(!read.outcome.error().advice.isEmpty());
            QCOMPARE(read.chunks, 0);
            QVERIFY(!read.about);
        }
        QVERIFY(readFile(file).outcome.has_value());
        const Read half = readFile(file.left(file.size() / 2));
        QCOMPARE(half.outcome.error().message,
                 QStringLiteral("“a.sonde-result” is cut short: its end is missing."));
    }

    void everyChangedBitIsFound()
    {
        const QByteArray file = written({}, {storedTable(allTypes(3))});
        for (qsizetype at = 0; at < file.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                if (at == 10 || at == 11)
                    continue; // the minor version, which the checksum of the whole covers, is below
                QByteArray changed = file;
                changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
                const Read read = readFile(changed);
                QVERIFY2(!read.outcome, qPrintable(QStringLiteral("byte %1, bit %2").arg(at).arg(bit)));
                QCOMPARE(read.outcome.error().kind, ErrorKind::Decode);
                QCOMPARE(read.chunks, 0);
            }
        }
        QByteArray changed = file;
        changed[10] = 1;
        QVERIFY(!readFile(changed).outcome);
        QVERIFY(!readFile(file + ' ').outcome);
    }

    void otherFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const QString foreign = QStringLiteral("“a.sonde-result” is not a result that Sonde saved.");
        const QString damaged = QStringLiteral("“a.sonde-result” is damaged and was not opened.");
        QTest::newRow("empty") << QByteArray() << foreign;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n....", 12) << foreign;
        QTest::newRow("text") << QByteArray("Event | take 10") << foreign;
        QByteArray text = written({}, {storedTable(allTypes(3))});
        text.replace("\r\n", "\n");
        QTest::newRow("sent as text") << text << damaged;
        QTest::newRow("a later version")
            << QByteArray::fromStdString(filePrefix(2) + "whatever")
            << QStringLiteral(
                   "“a.sonde-result” was saved by a later Sonde: in format 2, while this one reads 1.");
        QTest::newRow("a version that never was")
            << QByteArray::fromStdString(filePrefix(0) + "x") << QString();
        QTest::newRow("nothing but an end") << QByteArray::fromStdString(fileOf({}, 0, 0)) << damaged;
        QTest::newRow("no word of the result")
            << QByteArray::fromStdString(fileOf({{aboutBlock, "{}"}}, 0, 0)) << damaged;
        QTest::newRow("a block that must be understood")
            << QByteArray::fromStdString(fileOf({aboutOf(), {{'N', 'E', 'W', '!'}, "x"}}, 0, 0)) << damaged;
    }

    void otherFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const Read read = readFile(bytes);
        QVERIFY(!read.outcome);
        QCOMPARE(read.outcome.error().kind, ErrorKind::Decode);
        if (!message.isEmpty())
            QCOMPARE(read.outcome.error().message, message);
        QVERIFY(!read.outcome.error().advice.isEmpty());
    }

    void laterMinorVersionsAreRead()
    {
        const Read read =
            readFile(fileOf({aboutOf(), {{'n', 'e', 'w', '!'}, "whatever"}, tableOf("[]")}, 1, 0, 7));
        QVERIFY2(read.outcome.has_value(), read.outcome ? "" : qPrintable(read.outcome.error().detail));
        QCOMPARE(read.tables.size(), std::size_t(1));
    }

    /// Files with right checksums and wrong contents: no memory is taken for what is only said.
    void hostileFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const std::string &bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        const char *oneLong = R"([{"name":"a","type":"long"}])";
        const char *oneText = R"([{"name":"a","type":"string"}])";
        const std::string prefix = filePrefix() + blockBytes(aboutOf());
        // A block of a few bytes that says to hold half a gigabyte, or four.
        for (const std::uint32_t size : {largestPlain, 0xFFFFFFFFU}) {
            const std::string bomb = prefix + blockBytes(rowsBlock, pack("x"), size);
            row(qPrintable(QStringLiteral("a bomb of %1 bytes").arg(size)), bomb + fileEnd(bomb, 0, 0));
        }
        row("rows of no columns",
            fileOf({aboutOf(), tableOf("[]"), rowsOf(0xFFFFFFFF, 0, {})}, 1, 0xFFFFFFFF));
        std::vector<PlainBlock> endless = {aboutOf(), tableOf("[]")};
        for (int i = 0; i < 2000; ++i)
            endless.push_back(rowsOf(mostBlockRows, 0, {}));
        row("endless rows of no columns", fileOf(endless, 1, 2000LL * mostBlockRows));
        row("rows that are not there",
            fileOf({aboutOf(), tableOf(oneLong), rowsOf(1000, 1, {'\0'})}, 1, 1000));
        row("more columns than there are", fileOf({aboutOf(), tableOf(oneLong), rowsOf(0, 2, "\0\0")}, 1, 0));
        row("bytes behind the rows", fileOf({aboutOf(), tableOf("[]"), rowsOf(0, 0, "x")}, 1, 0));
        row("flags that are not known", fileOf({aboutOf(), tableOf(oneLong), rowsOf(0, 1, "\x7F")}, 1, 0));
        row("rows before their columns", fileOf({aboutOf(), rowsOf(0, 0, {})}, 0, 0));
        row("a table before all", fileOf({tableOf("[]"), aboutOf()}, 1, 0));
        row("said twice", fileOf({aboutOf(), aboutOf()}, 0, 0));
        row("a type that is none", fileOf({aboutOf(), tableOf(R"([{"name":"a","type":"x"}])")}, 1, 0));
        row("columns that are none", fileOf({aboutOf(), tableOf("{}")}, 1, 0));
        row("fewer rows than said", fileOf({aboutOf(), tableOf("[]"), rowsOf(3, 0, {})}, 1, 4));
        row("more rows than said", fileOf({aboutOf(), tableOf("[]"), rowsOf(3, 0, {})}, 1, 2));
        row("fewer tables than said", fileOf({aboutOf()}, 1, 0));
        std::string text(1, '\0');
        put(text, std::uint32_t(2));
        row("half a character", fileOf({aboutOf(), tableOf(oneText), rowsOf(1, 1, text + "a\xC3")}, 1, 1));
        text.assign(1, '\0');
        put(text, std::uint32_t(1));
        put(text, std::uint32_t(1));
        row("a character in two texts",
            fileOf({aboutOf(), tableOf(oneText), rowsOf(2, 1, text + "\xC3\xA9")}, 1, 2));
        text.assign(1, '\0');
        put(text, std::uint32_t(0xFFFFFFFF));
        row("a text of four gigabytes",
            fileOf({aboutOf(), tableOf(oneText), rowsOf(1, 1, text + "x")}, 1, 1));
        text.assign(1, '\2');
        put(text, std::uint32_t(1));
        put(text, std::uint32_t(1));
        std::string number;
        put(number, std::uint32_t(1));
        row("a text that is not there",
            fileOf({aboutOf(), tableOf(oneText), rowsOf(1, 1, text + "x" + number)}, 1, 1));
        row("no truth value", fileOf({aboutOf(), tableOf(R"([{"name":"a","type":"bool"}])"),
                                      rowsOf(1, 1, std::string("\0\2", 2))},
                                     1, 1));
        std::string ticks(1, '\0');
        put(ticks, std::int64_t(maxDateTimeTicks + 1));
        row("the year 10000",
            fileOf({aboutOf(), tableOf(R"([{"name":"a","type":"datetime"}])"), rowsOf(1, 1, ticks)}, 1, 1));
    }

    void hostileFiles()
    {
        QFETCH(QByteArray, bytes);
        const Read read = readFile(bytes);
        QVERIFY(!read.outcome);
        QCOMPARE(read.outcome.error().kind, ErrorKind::Decode);
        QVERIFY(!read.outcome.error().message.isEmpty());
        QVERIFY(!read.outcome.error().advice.isEmpty());
    }

    void writingStopsWhenCancelled()
    {
        MemorySink sink;
        CancelState cancel;
        const auto outcome = writeResultFile({}, {storedTable(allTypes(100'000))}, sink, cancel,
                                             [&cancel](qint64) { cancel.cancel(); });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    }

    void readingStopsWhenCancelled()
    {
        CancelState cancel;
        const Read read = readFile(written({}, {storedTable(allTypes(100'000))}), &cancel);
        QVERIFY(!read.outcome);
        QCOMPARE(read.outcome.error().kind, ErrorKind::Cancelled);
        QVERIFY(read.tables[0].rows.rowCount() < 100'000);
    }

    void writingEndsWithTheSink()
    {
        class FullSink final : public ByteSink
        {
        public:
            Result<void> write(std::string_view bytes) override
            {
                m_size += bytes.size();
                return m_size < 20'000 ? Result<void>() : failure(ErrorKind::Io, QStringLiteral("full"));
            }

        private:
            std::size_t m_size = 0;
        } sink;
        const CancelState never;
        const auto outcome = writeResultFile({}, {storedTable(allTypes(100'000))}, sink, never);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().message, QStringLiteral("full"));
    }

    /// A file that the first version wrote: it is read for as long as there is a Sonde.
    void filesOfTheFirstVersionAreRead()
    {
        QFile file(QStringLiteral(SONDE_TEST_DATA "/version-1.sonde-result"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Read read = readFile(file.readAll());
        QVERIFY(read.outcome.has_value());
        QVERIFY(read.about->info == fullAbout().info);
        compareTables(read.tables, {storedTable(allTypes(20))});
    }
};

QTEST_GUILESS_MAIN(TestResultFile)
#include "tst_resultfile.moc"
