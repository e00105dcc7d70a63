#include "results/openresult.h"
#include "results/resultfile.h"
#include "results/resultfileparts.h"
#include "support/badinput.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::resultfile;

namespace {

QByteArray savedResult()
{
    ColumnBuilder builder(QStringLiteral("s"), ColumnType::String);
    for (const char *text : {"one", "two", "two"})
        builder.appendText(text);
    StoredTable table{QStringLiteral("t"), {}};
    table.rows.append(Table({builder.build()}, 3));
    MemorySink sink;
    const CancelState never;
    return writeResultFile({}, {table}, sink, never) ? QByteArray::fromStdString(sink.bytes()) : QByteArray();
}

PlainBlock about()
{
    return {aboutBlock, storedResultToJson({}).toStdString()};
}

const QByteArray answer =
    R"({"tables":[{"name":"P","columns":[{"name":"n","type":"long"}],"rows":[[1],[2],[3]]}]})";

} // namespace

/// Files that are opened as results and are none, or are no longer whole.
class TestBadResultFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    /// What the table says of the case holds for these bytes, and not a row of them is handed out.
    void refused(const BadInputCase &row, const QByteArray &bytes, const char *name = "x.sonde-result");

    BadInputArea m_area{QStringLiteral("resultfile")};
    QTemporaryDir m_folder;
};

void TestBadResultFile::initTestCase()
{
    m_area.drive("cut at every byte", [this](const BadInputCase &row) {
        const QByteArray whole = savedResult();
        for (qsizetype size = 4; size < whole.size(); ++size)
            refused(row, whole.left(size));
    });
    m_area.drive("sent as text", [this](const BadInputCase &row) {
        refused(row, savedResult().replace("\r\n", "\n"));
        refused(row, savedResult().replace("\n", "\r\n"));
    });
    m_area.drive("of a later version",
                 [this](const BadInputCase &row) { refused(row, QByteArray::fromStdString(filePrefix(2))); });
    m_area.drive("another kind of file", [this](const BadInputCase &row) {
        for (const QByteArray &bytes :
             {QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), QByteArray("Event | take 10"),
              QByteArray("PK\3\4...."), QByteArray()})
            refused(row, bytes);
    });
    m_area.drive("a bomb", [this](const BadInputCase &row) {
        const std::string file =
            filePrefix() + blockBytes(about()) + blockBytes(rowsBlock, pack("x"), largestPlain);
        refused(row, QByteArray::fromStdString(file + fileEnd(file, 0, 0)));
    });
    m_area.drive("rows that are not there", [this](const BadInputCase &row) {
        std::string rows;
        put(rows, std::uint32_t(1000));
        put(rows, std::uint32_t(1));
        refused(row,
                QByteArray::fromStdString(fileOf(
                    {about(), {tableBlock, R"({"columns":[{"name":"a","type":"long"}]})"}, {rowsBlock, rows}},
                    1, 1000)));
    });
    m_area.drive("a stored answer that is none", [this](const BadInputCase &row) {
        refused(row, R"({"a":1, "b":[2,3], "c":{}})", "x.json");
        refused(row, R"({"value)", "x.json");
    });
    m_area.drive("a stored answer cut before its rows", [this](const BadInputCase &row) {
        for (qsizetype size = answer.indexOf('[') + 1; size < answer.indexOf("[1]") + 3; ++size)
            refused(row, answer.left(size), "x.json");
    });
}

void TestBadResultFile::refused(const BadInputCase &row, const QByteArray &bytes, const char *name)
{
    const QString path = m_folder.filePath(QLatin1String(name));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    std::size_t rows = 0;
    const StoredResultHandlers handlers{[](const StoredResult &) {},
                                        [&rows](const ResultChunk &chunk) { rows += chunk.rows.rowCount(); },
                                        {}};
    const CancelState never;
    const auto read = readStoredResult(path, handlers, never);
    QVERIFY2(!read, bytes.constData());
    SONDE_AGREES(row, read.error(), {{QStringLiteral("name"), QLatin1String(name)}});
    QCOMPARE(rows, std::size_t(0));
}

QTEST_GUILESS_MAIN(TestBadResultFile)
#include "tst_badinput_resultfile.moc"
