#include "results/classicdecoder.h"
#include "results/logsdecoder.h"
#include "support/badinput.h"
#include "support/cells.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;

namespace {

constexpr qsizetype thirtyMegabytes = 30 * 1024 * 1024;

struct Decoded
{
    Result<LogsAnswer> answer = failure(ErrorKind::Decode, {});
    ChunkedTable table;
};

/// Bytes in, as they come from the line.
Decoded decodeLogs(const QByteArray &body, qsizetype pieceSize = 16 * 1024)
{
    Decoded out;
    LogsDecoder decoder([&out](const ResultChunk &chunk) { out.table.append(chunk.rows); });
    for (qsizetype at = 0; at < body.size(); at += pieceSize) {
        const auto size = static_cast<std::size_t>(std::min(pieceSize, body.size() - at));
        if (auto fed = decoder.feed({body.constData() + at, size}); !fed) {
            out.answer = failure(fed.error());
            return out;
        }
    }
    out.answer = decoder.finish();
    return out;
}

/// A body with these columns (JSON) and rows (JSON).
QByteArray logsBody(const QByteArray &columns, const QByteArray &rows)
{
    return R"({"tables":[{"name":"PrimaryResult","columns":[)" + columns + R"(],"rows":[)" + rows + "]}]}";
}

QByteArray column(const QByteArray &name, const QByteArray &type)
{
    return R"({"name":")" + name + R"(","type":")" + type + R"("})";
}

QByteArray classicBody(const QByteArray &records, int total)
{
    return R"({"id":"subscriptions/1/search/2","__metadata":{"resultType":"raw","total":)" +
           QByteArray::number(total) + R"(,"Status":"Successful"},"value":[)" + records + "]}";
}

QByteArray asJson(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

ChunkedTable tableOf(const Table &rows)
{
    ChunkedTable table;
    table.append(rows);
    return table;
}

QStringList namesOf(const ChunkedTable &table)
{
    QStringList names;
    for (const ColumnHeader &header : table.headers())
        names << header.name;
    return names;
}

} // namespace

/// Answers that are cut, of another shape, or odd in their cells, given to the decoders as bytes.
class TestBadAnswer : public QObject
{
    Q_OBJECT

public:
    TestBadAnswer();

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    static void logsCut(const BadInputCase &row);
    static void classicCut(const BadInputCase &row);
    static void logsShapes(const BadInputCase &row);
    static void classicShapes(const BadInputCase &row);
    static void logsEmpty(const BadInputCase &row);
    static void logsDamagedRow(const BadInputCase &row);
    static void rowsShorter(const BadInputCase &row);
    static void rowsLonger(const BadInputCase &row);
    static void noRowAmongRows(const BadInputCase &row);
    static void errorAmongRows(const BadInputCase &row);
    static void unknownType(const BadInputCase &row);
    static void logsManyColumns(const BadInputCase &row);
    static void classicManyColumns(const BadInputCase &row);
    static void logsLargeCell(const BadInputCase &row);
    static void classicLargeCell(const BadInputCase &row);
    static void logsSameNames(const BadInputCase &row);
    static void classicSameNames(const BadInputCase &row);
    static void logsHalfCharacter(const BadInputCase &row);
    static void classicHalfCharacter(const BadInputCase &row);
    static void halfCharacterInName(const BadInputCase &row);
    static void logsNoText(const BadInputCase &row);
    static void classicNoText(const BadInputCase &row);

    BadInputArea m_area{QStringLiteral("answer")};
};

TestBadAnswer::TestBadAnswer()
{
    m_area.drive("logs: cut at every 1000th byte", logsCut);
    m_area.drive("classic: cut at every 1000th byte", classicCut);
    m_area.drive("logs: valid JSON of another shape", logsShapes);
    m_area.drive("logs: columns of another shape", logsShapes);
    m_area.drive("classic: valid JSON of another shape", classicShapes);
    m_area.drive("logs: an empty answer", logsEmpty);
    m_area.drive("logs: a damaged row", logsDamagedRow);
    m_area.drive("logs: rows shorter than the columns", rowsShorter);
    m_area.drive("logs: rows longer than the columns", rowsLonger);
    m_area.drive("logs: something else among the rows", noRowAmongRows);
    m_area.drive("logs: an error among the rows", errorAmongRows);
    m_area.drive("logs: an unknown column type", unknownType);
    m_area.drive("logs: 500 columns", logsManyColumns);
    m_area.drive("classic: 500 columns", classicManyColumns);
    m_area.drive("logs: a cell of 30 MB", logsLargeCell);
    m_area.drive("classic: a cell of 30 MB", classicLargeCell);
    m_area.drive("logs: duplicate column names", logsSameNames);
    m_area.drive("classic: duplicate field names", classicSameNames);
    m_area.drive("logs: a lone surrogate in a cell", logsHalfCharacter);
    m_area.drive("classic: a lone surrogate in a cell", classicHalfCharacter);
    m_area.drive("logs: a lone surrogate in a column name", halfCharacterInName);
    m_area.drive("logs: bytes that are not text", logsNoText);
    m_area.drive("classic: bytes that are not text", classicNoText);
}

void TestBadAnswer::logsCut(const BadInputCase &row)
{
    QByteArray rows;
    for (int i = 0; i < 1500; ++i) {
        rows += (i > 0 ? ",[" : "[") + QByteArray::number(i) + R"(,"2026-11-22T16:00:00Z","web \"1\" [{,é")" +
                R"(,"{\"a\":[1,2]}"])";
    }
    const QByteArray body = logsBody(column("n", "long") + ',' + column("t", "datetime") + ',' +
                                         column("s", "string") + ',' + column("d", "dynamic"),
                                     rows);
    QVERIFY(body.size() > 50'000);
    QVERIFY(decodeLogs(body).answer.has_value());
    for (qsizetype size = 1000; size < body.size(); size += 1000) {
        const Decoded cut = decodeLogs(body.left(size));
        QVERIFY2(!cut.answer, QByteArray::number(size).constData());
        SONDE_AGREES(row, cut.answer.error());
        // What came before the cut is right.
        for (std::size_t i = 0; i < cut.table.rowCount(); ++i)
            QCOMPARE(cellOf(cut.table, i, 0), QByteArray::number(qulonglong(i)));
    }
}

void TestBadAnswer::classicCut(const BadInputCase &row)
{
    QByteArray records;
    for (int i = 0; i < 500; ++i) {
        records +=
            (i > 0 ? ",{" : "{") + QByteArray(R"("id":)") + QByteArray::number(i) +
            R"(,"__metadata":{"Type":"Event"},"Computer":"web \"1\" [{,é","When":"2026-11-22T16:00:00Z",)" +
            R"("Data":{"a":[1,2]}})";
    }
    const QByteArray body = classicBody(records, 500);
    QVERIFY(body.size() > 40'000);
    QVERIFY(decodeClassicAnswer(body).has_value());
    // Cut anywhere it is refused, and each thousandth time with these words.
    for (qsizetype size = body.size() - 3000; size < body.size(); ++size)
        QVERIFY2(!decodeClassicAnswer(body.left(size)), QByteArray::number(size).constData());
    for (qsizetype size = 1000; size < body.size(); size += 1000) {
        const auto cut = decodeClassicAnswer(body.left(size));
        QVERIFY2(!cut, QByteArray::number(size).constData());
        SONDE_AGREES(row, cut.error());
    }
}

void TestBadAnswer::logsShapes(const BadInputCase &row)
{
    const QJsonArray inputs = row.input.toArray();
    QVERIFY(!inputs.isEmpty());
    for (const QJsonValue &input : inputs) {
        const QByteArray body = asJson(input);
        const Decoded out = decodeLogs(body);
        QVERIFY2(!out.answer, body.constData());
        QVERIFY2(disagreement(row, out.answer.error()).isEmpty(),
                 qPrintable(QString::fromUtf8(body) + disagreement(row, out.answer.error())));
    }
}

void TestBadAnswer::classicShapes(const BadInputCase &row)
{
    const QJsonArray inputs = row.input.toArray();
    QVERIFY(!inputs.isEmpty());
    for (const QJsonValue &input : inputs) {
        const QByteArray body = asJson(input);
        const auto answer = decodeClassicAnswer(body);
        QVERIFY2(!answer, body.constData());
        QVERIFY2(disagreement(row, answer.error()).isEmpty(),
                 qPrintable(QString::fromUtf8(body) + disagreement(row, answer.error())));
    }
}

void TestBadAnswer::logsEmpty(const BadInputCase &row)
{
    for (const QByteArray &body : {QByteArray(), QByteArray(" \r\n\t ")}) {
        const Decoded out = decodeLogs(body);
        QVERIFY(!out.answer);
        SONDE_AGREES(row, out.answer.error());
    }
}

void TestBadAnswer::logsDamagedRow(const BadInputCase &row)
{
    for (const QByteArray bad : {"[1 2]", "[tru]", "[1.2.3]", R"(["a" "b"])", "[,]"}) {
        for (const int place : {0, 700, 1499}) {
            QByteArray rows;
            for (int i = 0; i < 1500; ++i)
                rows += (i > 0 ? "," : "") + (i == place ? bad : QByteArray(R"(["web"])"));
            const Decoded out = decodeLogs(logsBody(column("s", "string"), rows));
            QVERIFY2(!out.answer, QByteArray(bad + " at " + QByteArray::number(place)).constData());
            QVERIFY2(disagreement(row, out.answer.error()).isEmpty(),
                     qPrintable(QString::fromUtf8(bad) + disagreement(row, out.answer.error())));
        }
    }
}

void TestBadAnswer::rowsShorter(const BadInputCase &row)
{
    const Decoded out =
        decodeLogs(logsBody(column("a", "long") + ',' + column("b", "string") + ',' + column("c", "real"),
                            R"([1,"x",1.5],[2,"y"],[])"));
    QVERIFY(out.answer.has_value());
    SONDE_AGREES(row, out.answer->warnings);
    QCOMPARE(out.table.rowCount(), std::size_t(3));
    QCOMPARE(rowOf(out.table, 0), (QByteArrayList{"1", "x", "1.5"}));
    QCOMPARE(rowOf(out.table, 1), (QByteArrayList{"2", "y", "<null>"}));
    QCOMPARE(rowOf(out.table, 2), (QByteArrayList{"<null>", "<null>", "<null>"}));
}

void TestBadAnswer::rowsLonger(const BadInputCase &row)
{
    const Decoded out = decodeLogs(
        logsBody(column("a", "long") + ',' + column("b", "string"), R"([1,"x"],[2,"y",{"z":[1]}])"));
    QVERIFY(out.answer.has_value());
    SONDE_AGREES(row, out.answer->warnings);
    QCOMPARE(out.table.rowCount(), std::size_t(2));
    QCOMPARE(rowOf(out.table, 1), (QByteArrayList{"2", "y"}));
}

void TestBadAnswer::noRowAmongRows(const BadInputCase &row)
{
    const Decoded out = decodeLogs(logsBody(column("a", "long"), "[1],5,[2]"));
    QVERIFY(out.answer.has_value());
    SONDE_AGREES(row, out.answer->warnings);
    QCOMPARE(out.table.rowCount(), std::size_t(2));
    QCOMPARE(cellOf(out.table, 1, 0), QByteArray("2"));
}

void TestBadAnswer::errorAmongRows(const BadInputCase &row)
{
    for (const QByteArray error : {R"({"Exceptions":["Query execution has exceeded the allowed limits"]})",
                                   R"({"OneApiErrors":[{"error":{"code":"LimitsExceeded","@message":
                                      "Query execution has exceeded the allowed limits"}}]})"}) {
        const Decoded out = decodeLogs(logsBody(column("a", "long"), "[1],[2]," + error));
        QVERIFY(out.answer.has_value());
        QVERIFY(out.answer->partialError.has_value());
        SONDE_AGREES(row, QStringList(out.answer->partialError->message));
        QVERIFY(out.answer->partialError->detail.contains(QLatin1String("exceeded the allowed limits")));
        QVERIFY(!out.answer->partialError->advice.isEmpty());
        QCOMPARE(out.table.rowCount(), std::size_t(2));
    }
}

void TestBadAnswer::unknownType(const BadInputCase &row)
{
    const Decoded out = decodeLogs(logsBody(column("v", "vector"), R"([12],["x"],[{"a": 1}],[null])"));
    QVERIFY(out.answer.has_value());
    SONDE_AGREES(row, out.answer->warnings);
    QCOMPARE(out.table.rowCount(), std::size_t(4));
    QCOMPARE(cellOf(out.table, 0, 0), QByteArray("12"));
    QCOMPARE(cellOf(out.table, 1, 0), QByteArray("x"));
    QCOMPARE(cellOf(out.table, 2, 0), QByteArray(R"({"a": 1})"));
    QCOMPARE(cellOf(out.table, 3, 0), QByteArray("<null>"));
}

void TestBadAnswer::logsManyColumns(const BadInputCase &row)
{
    Q_UNUSED(row)
    const QByteArrayList types{"bool", "int",      "long",     "real",   "decimal",
                               "guid", "datetime", "timespan", "string", "dynamic"};
    const QByteArrayList cells{"true",
                               "7",
                               "8",
                               "0.5",
                               "\"1.10\"",
                               "\"74be27de-1e4e-49d9-b579-fe0b331d3642\"",
                               "\"2026-11-22T16:00:00Z\"",
                               "\"00:00:01\"",
                               "\"x\"",
                               "\"[1]\""};
    QByteArrayList columns;
    QByteArrayList values;
    for (int i = 0; i < 500; ++i) {
        columns << column("c" + QByteArray::number(i), types[i % 10]);
        values << cells[i % 10];
    }
    const QByteArray one = '[' + values.join(',') + ']';
    QByteArrayList rows(40, one);
    const Decoded out = decodeLogs(logsBody(columns.join(','), rows.join(',')));
    QVERIFY(out.answer.has_value());
    QCOMPARE(out.answer->warnings, QStringList());
    QCOMPARE(out.table.columnCount(), 500);
    QCOMPARE(out.table.rowCount(), std::size_t(40));
    for (int i = 0; i < 500; ++i) {
        QCOMPARE(out.table.headers().at(i).name, QStringLiteral("c%1").arg(i));
        QCOMPARE(cellOf(out.table, 39, i), QByteArray(cells[i % 10]).replace('"', ""));
    }
}

void TestBadAnswer::classicManyColumns(const BadInputCase &row)
{
    Q_UNUSED(row)
    QByteArrayList records;
    for (int record = 0; record < 20; ++record) {
        QByteArrayList fields;
        for (int i = 0; i < 500; ++i)
            fields << R"("c)" + QByteArray::number(i) + R"(":)" + QByteArray::number(record * 1000 + i);
        fields << R"("extra)" + QByteArray::number(record) + R"(":true)";
        records << '{' + fields.join(',') + '}';
    }
    const auto answer = decodeClassicAnswer(classicBody(records.join(','), 20));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->rows.columnCount(), 520);
    const ChunkedTable table = tableOf(answer->rows);
    QCOMPARE(cellOf(table, 19, 499), QByteArray("19499"));
    QCOMPARE(cellOf(table, 19, 519), QByteArray("true"));
    QCOMPARE(cellOf(table, 0, 519), QByteArray("<null>"));
}

void TestBadAnswer::logsLargeCell(const BadInputCase &row)
{
    Q_UNUSED(row)
    const QByteArray cell(thirtyMegabytes, 'x');
    const Decoded out = decodeLogs(
        logsBody(column("s", "string"), R"(["before"],["y)" + cell + R"(z"],["after"])"), 256 * 1024);
    QVERIFY(out.answer.has_value());
    QCOMPARE(out.answer->warnings, QStringList());
    QCOMPARE(out.table.rowCount(), std::size_t(3));
    QVERIFY(cellOf(out.table, 1, 0) == 'y' + cell + 'z');
    QCOMPARE(cellOf(out.table, 0, 0), QByteArray("before"));
    QCOMPARE(cellOf(out.table, 2, 0), QByteArray("after"));
}

void TestBadAnswer::classicLargeCell(const BadInputCase &row)
{
    Q_UNUSED(row)
    const QByteArray cell(thirtyMegabytes, 'x');
    const auto answer =
        decodeClassicAnswer(classicBody(R"({"s":"before"},{"s":"y)" + cell + R"(z"},{"s":"after"})", 3));
    QVERIFY(answer.has_value());
    const ChunkedTable table = tableOf(answer->rows);
    QCOMPARE(table.rowCount(), std::size_t(3));
    QVERIFY(cellOf(table, 1, 0) == 'y' + cell + 'z');
    QCOMPARE(cellOf(table, 2, 0), QByteArray("after"));
}

void TestBadAnswer::logsSameNames(const BadInputCase &row)
{
    const Decoded out =
        decodeLogs(logsBody(column("a", "long") + ',' + column("b", "string") + ',' + column("a", "string") +
                                ',' + column("a (2)", "long") + ',' + column("a", "long"),
                            R"([1,"x","y",2,3])"));
    QVERIFY(out.answer.has_value());
    SONDE_AGREES(row, out.answer->warnings);
    QCOMPARE(out.table.columnCount(), 5);
    QCOMPARE(rowOf(out.table, 0), (QByteArrayList{"1", "x", "y", "2", "3"}));
    MemorySink csv;
    QVERIFY(writeCsv({out.table, {}, {}}, {}, csv, CancelState()).has_value());
    QCOMPARE(csv.bytes(), std::string("a,b,a,a (2),a\r\n1,x,y,2,3\r\n"));
    MemorySink lines;
    QVERIFY(writeJsonLines({out.table, {}, {}}, {}, lines, CancelState()).has_value());
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(lines.bytes())).object();
    QCOMPARE(object.size(), 5);
    QCOMPARE(object.value(QLatin1String("a")).toInt(), 1);
    QCOMPARE(object.value(QLatin1String("a (2)")).toInt(), 2); // the name of a column is never given away
    QCOMPARE(object.value(QLatin1String("a (3)")).toString(), QStringLiteral("y"));
    QCOMPARE(object.value(QLatin1String("a (4)")).toInt(), 3);
}

void TestBadAnswer::classicSameNames(const BadInputCase &row)
{
    const auto answer = decodeClassicAnswer(classicBody(R"({"a":1,"b":"x","a":2},{"a":3,"b":"y"})", 2));
    QVERIFY(answer.has_value());
    SONDE_AGREES(row, answer->warnings);
    const ChunkedTable table = tableOf(answer->rows);
    QCOMPARE(rowOf(table, 0), (QByteArrayList{"1", "x"}));
    QCOMPARE(rowOf(table, 1), (QByteArrayList{"3", "y"}));
}

void TestBadAnswer::logsHalfCharacter(const BadInputCase &row)
{
    const Decoded out = decodeLogs(logsBody(column("c", "string") + ',' + column("d", "dynamic"),
                                            R"(["a\ud83db","{\"k\":\"\ude00\"}"],["\ud83d\ude00","1"])"));
    QVERIFY(out.answer.has_value());
    SONDE_AGREES(row, out.answer->warnings);
    QCOMPARE(out.table.rowCount(), std::size_t(2));
    QCOMPARE(cellOf(out.table, 0, 0), QByteArray("a\xEF\xBF\xBD"
                                                 "b"));
    QCOMPARE(cellOf(out.table, 0, 1), QByteArray("{\"k\":\"\xEF\xBF\xBD\"}"));
    QCOMPARE(cellOf(out.table, 1, 0), QByteArray("\xF0\x9F\x98\x80"));
}

void TestBadAnswer::classicHalfCharacter(const BadInputCase &row)
{
    const auto answer =
        decodeClassicAnswer(classicBody(R"({"c":"a\ud83db","n":1},{"c":"\ud83d\ude00","n":2})", 2));
    QVERIFY(answer.has_value());
    SONDE_AGREES(row, answer->warnings);
    const ChunkedTable table = tableOf(answer->rows);
    QCOMPARE(rowOf(table, 0), (QByteArrayList{"a\xEF\xBF\xBD"
                                              "b",
                                              "1"}));
    QCOMPARE(rowOf(table, 1), (QByteArrayList{"\xF0\x9F\x98\x80", "2"}));
}

void TestBadAnswer::halfCharacterInName(const BadInputCase &row)
{
    const Decoded out = decodeLogs(logsBody(column("a\\ud83d", "long") + ',' + column("b", "long"), "[1,2]"));
    QVERIFY2(out.answer.has_value(), qUtf8Printable(out.answer ? QString() : out.answer.error().message));
    SONDE_AGREES(row, out.answer->warnings);
    QCOMPARE(namesOf(out.table), QStringList({QStringLiteral("a\uFFFD"), QStringLiteral("b")}));
    QCOMPARE(rowOf(out.table, 0), (QByteArrayList{"1", "2"}));
}

void TestBadAnswer::logsNoText(const BadInputCase &row)
{
    const Decoded out = decodeLogs(logsBody(column("c", "string"), "[\"a\xFF"
                                                                   "b\"],[\"x\"]"));
    QVERIFY(out.answer.has_value());
    SONDE_AGREES(row, out.answer->warnings);
    QCOMPARE(cellOf(out.table, 0, 0), QByteArray("a\xEF\xBF\xBD"
                                                 "b"));
    QCOMPARE(cellOf(out.table, 1, 0), QByteArray("x"));
}

void TestBadAnswer::classicNoText(const BadInputCase &row)
{
    const auto answer = decodeClassicAnswer(classicBody("{\"c\":\"a\xFF"
                                                        "b\"},{\"c\":\"x\"}",
                                                        2));
    QVERIFY(answer.has_value());
    SONDE_AGREES(row, answer->warnings);
    const ChunkedTable table = tableOf(answer->rows);
    QCOMPARE(cellOf(table, 0, 0), QByteArray("a\xEF\xBF\xBD"
                                             "b"));
    QCOMPARE(cellOf(table, 1, 0), QByteArray("x"));
}

QTEST_GUILESS_MAIN(TestBadAnswer)
#include "tst_badinput_answer.moc"
