#include "results/xlsxwriter.h"

#include "results/xlsxtext.h"
#include "results/zipcheck.h"
#include "support/hardrows.h"
#include "support/readback.h"
#include "support/smalldisk.h"

#include <clocale>

using namespace sonde;

namespace {

AnswerNotes notes()
{
    return {QStringLiteral("Event\n| where x == \"<&>\""), QStringLiteral("Production"),
            QStringLiteral("2026-11-21T16:00:00Z to 2026-11-22T16:00:00Z"), QStringLiteral("Complete"),
            QDateTime::fromSecsSinceEpoch(1'795'000'000)};
}

std::string book(const Selection &selection, const ExportOptions &options = {},
                 std::size_t *cutCells = nullptr)
{
    MemorySink sink;
    const auto done = writeXlsx(selection, options, notes(), sink, CancelState());
    if (!done) {
        qWarning("%ls", qUtf16Printable(done.error().message + u' ' + done.error().detail));
        return {};
    }
    if (cutCells != nullptr)
        *cutCells = done->cutCells;
    return sink.bytes();
}

QList<QByteArrayList> sheet(const std::string &bytes, int number = 1)
{
    return readBack(QStringLiteral("xlsx"), bytes, {QString::number(number)});
}

QByteArray days(const char *moment)
{
    const double value = static_cast<double>(*parseIsoDateTime(moment) - *parseIsoDateTime("1899-12-30")) /
                         static_cast<double>(ticksPerDay);
    return QByteArray::number(value, 'G', 16);
}

ChunkedTable oneColumn(ColumnType type, const std::vector<std::string> &texts)
{
    ColumnBuilder column(QStringLiteral("c"), type);
    for (const std::string &text : texts)
        column.appendText(text);
    ChunkedTable table;
    table.append(Table({column.build()}, texts.size()));
    return table;
}

} // namespace

/// Workbooks, read with Python's own readers of ZIP and XML.
class TestXlsxWriter final : public QObject
{
    Q_OBJECT

private slots:
    void everyType();
    void texts();
    void longCells();
    void zone();
    void notesSheet();
    void emptyTables();
    void manyColumns();
    void sameBytes();
    void commaLocale();
    void limits();
    void parts();
    void cancel();
    void fullTemporaryFolder();
    void damageIsFound();
};

void TestXlsxWriter::everyType()
{
    const ChunkedTable table = hardRows();
    const auto rows = sheet(book({table, {}, {}}));
    QCOMPARE(rows.size(), static_cast<qsizetype>(table.rowCount()) + 1); // the nulls' row has no cell
    QCOMPARE(rows.at(0).at(0), QByteArray("s:Flag"));
    QCOMPARE(rows.at(0).at(8), QByteArray("s:Te\"x,t"));
    QCOMPARE(rows.last(), QByteArrayList{"frozen:1"});
    const auto column = [&rows](int index) {
        QByteArrayList cells;
        for (qsizetype row = 1; row + 1 < rows.size(); ++row)
            cells << rows.at(row).at(index);
        return cells;
    };
    QCOMPARE(column(0).mid(0, 2), (QByteArrayList{"b:0", "b:1"}));
    QCOMPARE(column(1).mid(0, 3), (QByteArrayList{"n:0|0", "n:-2147483647|0", "n:2|0"}));
    QCOMPARE(column(2).mid(0, 6),
             (QByteArrayList{"n:0|0", "n:-1|0", "s:9007199254740993", "s:9223372036854775807",
                             "s:-9223372036854775807", "n:42|0"}));
    QCOMPARE(column(3).mid(0, 8), (QByteArrayList{"n:0", "n:-0.5", "n:0.1", "n:1E+300", "n:-1E-07", "s:NaN",
                                                  "s:Infinity", "s:-Infinity"}));
    QCOMPARE(column(4).mid(0, 4), (QByteArrayList{"n:0", "n:-1.5", "s:12345678901234567890.123", "n:1E-06"}));
    QCOMPARE(column(5).at(0), QByteArray("s:74be27de-1e4e-49d9-b579-fe0b331d3642"));
    const QByteArray dates("|yyyy\\-mm\\-dd hh:mm:ss.000");
    QCOMPARE(column(6).mid(0, 3),
             (QByteArrayList{"n:" + days("2026-11-22T16:02:03.0400001Z") + dates,
                             "n:" + days("2026-07-01T00:00:00Z") + dates, "s:1601-01-01T00:00:00Z"}));
    QCOMPARE(column(7).mid(0, 3),
             (QByteArrayList{"n:0|[h]:mm:ss.000", "s:-00:00:00.0000001", "n:0.0625|[h]:mm:ss.000"}));
    QCOMPARE(column(9).mid(0, 3),
             (QByteArrayList{"s:{\"a\":[1,2],\"b\\n\":\"x\\/y \\u00e9\"}", "s:[]", "s:not json"}));
}

void TestXlsxWriter::texts()
{
    const ChunkedTable table = hardRows();
    std::size_t cut = 1;
    const auto rows = sheet(book({table, {}, {8}}, {}, &cut));
    QCOMPARE(cut, 0U);
    const std::vector<std::string> texts = hardTexts();
    for (std::size_t row = 0; row < texts.size(); ++row) {
        const QByteArrayList cells = rows.at(static_cast<qsizetype>(row) + 1);
        const QByteArray text = QByteArray::fromStdString(texts[row]);
        // An empty text is an empty cell.
        QCOMPARE(cells.value(0), text.isEmpty() ? QByteArray() : "s:" + text);
    }
    using namespace std::string_literals;
    const auto odd = oneColumn(ColumnType::String, {"a\0b"s, "\xEF\xBF\xBE", "_x005F_", "_x00"});
    const auto read = sheet(book({odd, {}, {}}));
    QCOMPARE(read.at(1).at(0), QByteArray("s:a\0b", 5));
    QCOMPARE(read.at(2).at(0), QByteArray("s:\xEF\xBF\xBD"));
    QCOMPARE(read.at(3).at(0), QByteArray("s:_x005F_"));
    QCOMPARE(read.at(4).at(0), QByteArray("s:_x00"));
}

void TestXlsxWriter::longCells()
{
    const std::string most(32'767, 'x');
    std::string faces;
    for (int i = 0; i < 20'000; ++i)
        faces += "\U0001F600";               // two characters each, as spreadsheets count
    const std::string bells(30'000, '\x07'); // seven each, as the library does
    std::size_t cut = 0;
    const auto rows = sheet(
        book({oneColumn(ColumnType::String, {most, most + "y", faces, bells, std::string(5'000'000, 'z')}),
              {},
              {}},
             {}, &cut));
    QCOMPARE(cut, 4U);
    QCOMPARE(rows.at(1).at(0), QByteArray::fromStdString("s:" + most));
    QCOMPARE(rows.at(2).at(0), QByteArray::fromStdString("s:" + most.substr(1) + "…"));
    const QString shown = QString::fromUtf8(rows.at(3).at(0).mid(2));
    QVERIFY(shown.endsWith(u'…'));
    QCOMPARE(shown.size(), 32'767);
    QVERIFY(rows.at(4).at(0).endsWith("\x07…"));
    QVERIFY(rows.at(4).at(0).size() > 4'000);
    QCOMPARE(rows.at(5).at(0).size(), 2 + 32'766 + 3);
}

void TestXlsxWriter::zone()
{
    ExportOptions options;
    options.zone = QTimeZone("Europe/Amsterdam");
    const auto rows = sheet(book({hardRows(), RowOrder{1}, {6}}, options));
    QVERIFY(rows.at(1).at(0).startsWith(QByteArray("n:" + days("2026-07-01T02:00:00Z") + '|')));
}

void TestXlsxWriter::notesSheet()
{
    ExportOptions options;
    options.zone = QTimeZone("Europe/Amsterdam");
    const auto rows = sheet(book({hardRows(), RowOrder{0, 1}, {}}, options), 2);
    QList<QByteArrayList> wanted{{"s:Connection", "s:Production"},
                                 {"s:Time range", "s:2026-11-21T16:00:00Z to 2026-11-22T16:00:00Z"},
                                 {"s:Answer", "s:Complete"},
                                 {"s:Datetimes in", "s:Europe/Amsterdam"},
                                 {"s:Rows", "s:2"},
                                 {"s:Query", "s:Event"},
                                 {"", "s:| where x == \"<&>\""},
                                 {"frozen:0"}};
    QCOMPARE(rows, wanted);
    const std::string tooLong(40'000, 'x');
    const auto said = sheet(book({oneColumn(ColumnType::String, {tooLong}), {}, {}}), 2);
    QCOMPARE(said.at(5).at(0), QByteArray("s:Cells cut"));
    QVERIFY(said.at(5).at(1).startsWith("s:1 "));
}

void TestXlsxWriter::emptyTables()
{
    QCOMPARE(sheet(book({ChunkedTable(), {}, {}})), QList<QByteArrayList>{{"frozen:0"}});
    QCOMPARE(sheet(book({numberRows(3, 1), RowOrder(), {}})),
             (QList<QByteArrayList>{{"s:c0"}, {"frozen:1"}}));
    ExportOptions bare;
    bare.header = false;
    QCOMPARE(sheet(book({numberRows(1, 2), {}, {}}, bare)),
             (QList<QByteArrayList>{{"n:0|0", "n:1|0"}, {"frozen:0"}}));
}

void TestXlsxWriter::manyColumns()
{
    const auto rows = sheet(book({numberRows(30, 500), {}, {}}));
    QCOMPARE(rows.size(), 32);
    QCOMPARE(rows.at(0).at(499), QByteArray("s:c249"));
    QCOMPARE(rows.at(30).at(499), QByteArray("n:14999|0"));
}

void TestXlsxWriter::sameBytes()
{
    const std::string first = book({hardRows(), {}, {}});
    QVERIFY(!first.empty());
    QTest::qWait(1100); // the clock of the format counts seconds
    QVERIFY(book({hardRows(), {}, {}}) == first);
}

/// Qt gives the C library the user's locale, in which printf writes 0,5.
void TestXlsxWriter::commaLocale()
{
    QTemporaryDir folder;
    qputenv("LOCPATH", folder.path().toLocal8Bit());
    const QString name = folder.filePath(QStringLiteral("nl_NL.UTF-8"));
    QProcess::execute(QStringLiteral("localedef"), {QStringLiteral("-i"), QStringLiteral("nl_NL"),
                                                    QStringLiteral("-f"), QStringLiteral("UTF-8"), name});
    if (std::setlocale(LC_NUMERIC, "nl_NL.UTF-8") == nullptr)
        QSKIP("No Dutch locale can be made here (Debian: locales).");
    QCOMPARE(QString::asprintf("%.1f", 0.5), QStringLiteral("0.5")); // Qt's own is not the C library's
    const auto rows = sheet(book({hardRows(), RowOrder{1}, {3}}));
    std::setlocale(LC_NUMERIC, "C");
    QCOMPARE(rows.at(1).at(0), QByteArray("n:-0.5"));
}

void TestXlsxWriter::limits()
{
    const RowOrder many(mostXlsxRows + 1, 0);
    MemorySink sink;
    const auto rows = writeXlsx({numberRows(1, 1), many, {}}, {}, notes(), sink, CancelState());
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Usage);
    QVERIFY(rows.error().message.contains(QLatin1String("1,048,575")));
    QVERIFY(!rows.error().advice.isEmpty());
    const std::vector<int> wide(mostXlsxColumns + 1, 0);
    const auto columns = writeXlsx({numberRows(1, 1), {}, wide}, {}, notes(), sink, CancelState());
    QVERIFY(!columns);
    QCOMPARE(columns.error().kind, ErrorKind::Usage);
    QVERIFY(sink.bytes().empty());
}

void TestXlsxWriter::parts()
{
    const ChunkedTable table = numberRows(10, 1);
    QCOMPARE(*partOf({table, {}, {}}, 8, 4).rows, (RowOrder{8, 9}));
    QCOMPARE(*partOf({table, RowOrder{5, 3, 1}, {0}}, 1, 1).rows, (RowOrder{3}));
    QCOMPARE(partOf({table, RowOrder{5, 3, 1}, {0}}, 1, 1).columns, std::vector<int>{0});
}

void TestXlsxWriter::cancel()
{
    CancelState cancel;
    MemorySink sink;
    std::size_t seen = 0;
    const auto stopped =
        writeXlsx({numberRows(100'000, 2), {}, {}}, {}, notes(), sink, cancel, [&](std::size_t rows) {
            seen = rows;
            cancel.cancel();
        });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QVERIFY(seen > 0 && seen < 10'000);
    QVERIFY(sink.bytes().empty());
}

/// The library does not see that; a stump of a workbook would open as if it were whole.
void TestXlsxWriter::fullTemporaryFolder()
{
    const ChunkedTable table = numberRows(40'000, 4);
    const std::string whole = book({table, {}, {}});
    int failures = 0;
    // From too small for the rows over too small for packing them to large enough.
    for (const char *size : {"64k", "1m", "4m", "5m", "6m", "8m", "9m", "10m", "11m", "12m", "16m", "32m"}) {
        const SmallDisk disk(size);
        if (!disk.isMounted())
            QSKIP("Only root may mount a small disk.");
        qputenv("TMPDIR", disk.path().toLocal8Bit());
        MemorySink sink;
        const auto done = writeXlsx({table, {}, {}}, {}, notes(), sink, CancelState());
        qunsetenv("TMPDIR");
        QVERIFY(QDir(disk.path()).isEmpty());
        if (done) {
            QVERIFY(sink.bytes() == whole);
            continue;
        }
        ++failures;
        QCOMPARE(done.error().kind, ErrorKind::Io);
        QVERIFY(done.error().advice.contains(disk.path()));
        QVERIFY(sink.bytes().empty());
    }
    QVERIFY(failures > 2 && failures < 12);
}

void TestXlsxWriter::damageIsFound()
{
    const std::string whole = book({numberRows(5000, 3), {}, {}});
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.xlsx"));
    const auto check = [&path](const std::string &bytes) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        file.close();
        return checkXmlZip(path, {}).has_value();
    };
    QVERIFY(check(whole));
    // Whole as a file, but not all that was to be in it.
    QVERIFY(!checkXmlZip(path, {{"xl/worksheets/sheet1.xml", "sheetData", 4096}}));
    QVERIFY(!checkXmlZip(path, {{"xl/worksheets/sheet1.xml", "other", 0}}));
    QVERIFY(!checkXmlZip(path, {{"xl/worksheets/sheet9.xml", "sheetData", 0}}));
    QVERIFY(!check({}));
    for (std::size_t at = 0; at < whole.size(); at += 997)
        QVERIFY(!check(whole.substr(0, at)));
    std::string damaged = whole;
    const std::size_t rows = whole.find("xl/worksheets/sheet1.xml");
    QVERIFY(rows != std::string::npos);
    for (std::size_t i = 0; i < 2000; i += 10) {
        const char before =
            std::exchange(damaged[rows + 100 + i], static_cast<char>(damaged[rows + 100 + i] ^ 1));
        QVERIFY(!check(damaged));
        damaged[rows + 100 + i] = before;
    }
}

QTEST_GUILESS_MAIN(TestXlsxWriter)
#include "tst_xlsxwriter.moc"
