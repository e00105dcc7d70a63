#include "results/exportoptions.h"
#include "support/hardrows.h"
#include "support/readback.h"

#include <QJsonObject>

using namespace sonde;

namespace {

std::string written(const Selection &selection, const ExportOptions &options)
{
    MemorySink sink;
    const auto done = writeRows(selection, options, sink, CancelState());
    return done ? sink.bytes() : "<failed: " + done.error().message.toStdString() + '>';
}

ExportOptions optionsOf(ExportFormat format)
{
    ExportOptions options;
    options.format = format;
    return options;
}

/// The cells as a reader is to see them: \a change makes of the exact text what the format keeps of it.
template <typename Change>
QList<QByteArrayList> expected(const ChunkedTable &table, const QByteArray &null, Change change)
{
    QList<QByteArrayList> rows;
    QByteArrayList names;
    for (const ColumnHeader &header : table.headers())
        names << header.name.toUtf8();
    rows << names;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        QByteArrayList cells;
        for (int column = 0; column < table.columnCount(); ++column) {
            const CellRef cell = table.cell(row, column);
            cells << (cell.isNull() ? null : change(QByteArray::fromStdString(cellText(cell))));
        }
        rows << cells;
    }
    return rows;
}

/// What a person sees of a text: line ends are line ends, other control characters have signs.
QByteArray shown(QByteArray text, bool tabsStay)
{
    text.replace("\r\n", "\n").replace('\r', '\n').replace('\x07', "␇").replace('\x1b', "␛");
    text.replace('\x01', "␁");
    return tabsStay ? text : text.replace('\t', ' ');
}

void compare(const QList<QByteArrayList> &actual, const QList<QByteArrayList> &wanted)
{
    for (qsizetype row = 0; row < std::min(actual.size(), wanted.size()); ++row)
        QCOMPARE(actual.at(row), wanted.at(row));
    QCOMPARE(actual.size(), wanted.size());
}

QByteArray same(const QByteArray &text)
{
    return text;
}

} // namespace

/// What the writers write, read by readers of others.
class TestExportWriters final : public QObject
{
    Q_OBJECT

private slots:
    void csvDialects_data();
    void csvDialects();
    void quoting();
    void nullText();
    void decimalComma();
    void zones();
    void json_data();
    void json();
    void markdown();
    void html();
    void inList();
    void emptyTables();
    void manyColumnsAndSameNames();
    void brokenJsonIsText();
    void cancelAndFullDisk();
    void optionsAsJson();
};

void TestExportWriters::csvDialects_data()
{
    QTest::addColumn<char>("separator");
    QTest::addColumn<int>("quoting");
    QTest::addColumn<bool>("crlf");
    QTest::addColumn<bool>("mark");
    for (const char separator : {',', ';', '\t', '|', '^', ' '}) {
        for (const CsvQuoting quoting : {CsvQuoting::WhereNeeded, CsvQuoting::AllText, CsvQuoting::All}) {
            QTest::addRow("%c %d", separator == '\t' ? 't' : separator, static_cast<int>(quoting))
                << separator << static_cast<int>(quoting) << (separator != ';') << (separator == '|');
        }
    }
}

void TestExportWriters::csvDialects()
{
    QFETCH(char, separator);
    QFETCH(int, quoting);
    QFETCH(bool, crlf);
    QFETCH(bool, mark);
    ExportOptions options;
    options.separator = separator;
    options.quoting = static_cast<CsvQuoting>(quoting);
    options.crlf = crlf;
    options.byteOrderMark = mark;
    const ChunkedTable table = hardRows();
    const std::string bytes = written({table, {}, {}}, options);
    QCOMPARE(bytes.rfind("\xEF\xBB\xBF", 0) == 0, mark);
    QCOMPARE(bytes.ends_with("\r\n"), crlf);
    compare(readBack(QStringLiteral("csv"), bytes, {QString(QLatin1Char(separator))}),
            expected(table, {}, same));
    if (separator == '\t') {
        options.format = ExportFormat::Tsv;
        options.separator = ',';
        QCOMPARE(written({table, {}, {}}, options), bytes);
    }
}

void TestExportWriters::quoting()
{
    const ChunkedTable table = hardRows();
    ExportOptions options;
    options.header = false;
    const std::size_t nulls = table.rowCount() - 1;
    const RowOrder rows{0, static_cast<std::uint32_t>(nulls)};
    QCOMPARE(written({table, rows, {1, 5, 8}}, options),
             std::string("0,74be27de-1e4e-49d9-b579-fe0b331d3642,plain\r\n,,\r\n"));
    options.quoting = CsvQuoting::AllText;
    QCOMPARE(written({table, rows, {1, 5, 8}}, options),
             std::string("0,\"74be27de-1e4e-49d9-b579-fe0b331d3642\",\"plain\"\r\n,,\r\n"));
    options.quoting = CsvQuoting::All;
    QCOMPARE(written({table, rows, {1, 8}}, options), std::string("\"0\",\"plain\"\r\n,\r\n"));
    // With quotes around all text, an empty text and a null differ.
    QCOMPARE(written({table, RowOrder{1}, {8}}, options), std::string("\"\"\r\n"));
    options.guardFormulas = true;
    QCOMPARE(written({table, RowOrder{11}, {8, 1}}, options), std::string("\"'=1+1\",\"-2147483647\"\r\n"));
}

void TestExportWriters::nullText()
{
    ExportOptions options;
    options.header = false;
    options.nullText = QStringLiteral("null");
    const ChunkedTable table = hardRows();
    const auto nulls = static_cast<std::uint32_t>(table.rowCount() - 1);
    // A text that reads "null" is not one.
    QCOMPARE(written({table, RowOrder{18, nulls}, {8, 0}}, options),
             std::string("\"null\",false\r\nnull,null\r\n"));
    options.nullText = QStringLiteral("a,b");
    QCOMPARE(written({table, RowOrder{nulls}, {0}}, options), std::string("\"a,b\"\r\n"));
    options.format = ExportFormat::Markdown;
    options.nullText = QStringLiteral("<null>");
    QVERIFY(written({table, RowOrder{nulls}, {0}}, options).ends_with("| &lt;null> |\n"));
    options.format = ExportFormat::Html;
    QVERIFY(written({table, RowOrder{nulls}, {0}}, options).find("<td>&lt;null&gt;</td>") !=
            std::string::npos);
}

void TestExportWriters::decimalComma()
{
    ExportOptions options;
    options.header = false;
    options.decimalComma = true;
    options.separator = ';';
    const ChunkedTable table = hardRows();
    // Only numbers; a text, a moment and JSON stay as they are.
    QCOMPARE(written({table, RowOrder{1}, {3, 4, 6, 8, 9}}, options),
             std::string("-0,5;-1,5;2026-07-01T00:00:00Z;;[]\r\n"));
    QCOMPARE(written({table, RowOrder{4}, {2, 3, 9}}, options),
             std::string("-9223372036854775807;-1e-07;1.50\r\n"));
    options.separator = ',';
    QCOMPARE(written({table, RowOrder{1}, {3}}, options), std::string("\"-0,5\"\r\n"));
}

void TestExportWriters::zones()
{
    const QTimeZone zone("Europe/Amsterdam");
    QVERIFY2(zone.isValid(), "This machine has no time zones (Debian: tzdata).");
    ExportOptions options;
    options.header = false;
    options.zone = zone;
    const ChunkedTable table = hardRows();
    QCOMPARE(written({table, RowOrder{0, 1}, {6}}, options),
             std::string("2026-11-22T17:02:03.0400001+01:00\r\n2026-07-01T02:00:00+02:00\r\n"));
    options.zone = QTimeZone("America/St_Johns");
    QCOMPARE(written({table, RowOrder{0}, {6}}, options),
             std::string("2026-11-22T12:32:03.0400001-03:30\r\n"));
    // Each text is the moment that it was, also before there were zones and at the end of time.
    for (const char *name : {"Europe/Amsterdam", "America/St_Johns", "Asia/Kolkata", "Pacific/Auckland"}) {
        options.zone = QTimeZone(name);
        const QByteArrayList lines =
            QByteArray::fromStdString(written({table, {}, {6}}, options)).trimmed().split('\n');
        for (std::size_t row = 0; row + 1 < table.rowCount(); ++row) {
            const QByteArray line = lines.at(static_cast<qsizetype>(row)).trimmed();
            const auto ticks = parseIsoDateTime(line.toStdString());
            QVERIFY2(ticks, line.constData());
            QCOMPARE(*ticks, table.cell(row, 6).column->integer(row));
        }
    }
    for (const ExportFormat format :
         {ExportFormat::Json, ExportFormat::JsonLines, ExportFormat::Markdown, ExportFormat::Html}) {
        options.format = format;
        options.zone = zone;
        QVERIFY(written({table, RowOrder{0}, {6}}, options).find("2026-11-22T17:02:03.0400001+01:00") !=
                std::string::npos);
    }
    options.format = ExportFormat::KqlTable;
    QVERIFY(written({table, RowOrder{0}, {6}}, options).find("(2026-11-22T16:02:03.0400001Z)") !=
            std::string::npos);
}

void TestExportWriters::json_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("lines") << "jsonl" << ExportFormat::JsonLines;
    QTest::newRow("array") << "json" << ExportFormat::Json;
}

void TestExportWriters::json()
{
    QFETCH(QString, kind);
    QFETCH(ExportFormat, format);
    const ChunkedTable table = hardRows();
    const auto rows = readBack(kind, written({table, {}, {}}, optionsOf(format)));
    QCOMPARE(rows.size(), static_cast<qsizetype>(table.rowCount()) + 1);
    // Texts come back as they were; Python writes numbers and JSON in its own way.
    const auto wanted = expected(table, "<null>", same);
    QCOMPARE(rows.at(0), wanted.at(0));
    for (qsizetype row = 1; row < rows.size(); ++row) {
        for (const int column : {0, 1, 2, 4, 5, 6, 7, 8})
            QCOMPARE(rows.at(row).at(column), wanted.at(row).at(column));
        const QByteArray real = rows.at(row).at(3);
        QVERIFY(real == wanted.at(row).at(3) || real.toDouble() == wanted.at(row).at(3).toDouble());
    }
    QCOMPARE(rows.at(1).at(9), QByteArray("{\"a\": [1, 2], \"b\\n\": \"x/y é\"}"));
    QCOMPARE(rows.at(3).at(9), QByteArray("not json"));
    QCOMPARE(rows.at(4).at(9), QByteArray("t"));
}

void TestExportWriters::markdown()
{
    const ChunkedTable table = hardRows();
    ExportOptions options = optionsOf(ExportFormat::Markdown);
    options.nullText = QStringLiteral("—");
    compare(readBack(QStringLiteral("markdown"), written({table, {}, {}}, options)),
            expected(table, "—", [](const QByteArray &text) { return shown(text, false); }));
    const std::string bytes = written({table, RowOrder{9}, {1, 8}}, options);
    QCOMPARE(bytes, std::string("| Small | Te\"x,t |\n| ---: | --- |\n"
                                "| -2147483647 | \\*bold\\* \\_em\\_ a_b \\`code\\` \\~\\~no\\~\\~ "
                                "\\[link](x) \\$x\\$ |\n"));
}

void TestExportWriters::html()
{
    const ChunkedTable table = hardRows();
    const std::string bytes = written({table, {}, {}}, optionsOf(ExportFormat::Html));
    compare(readBack(QStringLiteral("html"), bytes),
            expected(table, {}, [](const QByteArray &text) { return shown(text, true); }));
    // A spreadsheet that reads it takes no text for a formula.
    QVERIFY(bytes.find("<td class=\"t\">=1+1</td>") != std::string::npos);
    QVERIFY(bytes.find(".t { mso-number-format: \"\\@\" }") != std::string::npos);
}

void TestExportWriters::inList()
{
    const ChunkedTable table = hardRows();
    const ExportOptions options = optionsOf(ExportFormat::InList);
    QCOMPARE(written({table, RowOrder{0, 3, 0, 18}, {8}}, options),
             std::string("('plain', 'say \"hi\", it''s', 'null')\n"));
    QCOMPARE(written({table, RowOrder{0, 1, 2, 3}, {1}}, options), std::string("(0, -2147483647, 2)\n"));
    QCOMPARE(written({table, RowOrder{1, 5}, {3}}, options), std::string("(-0.5, 'NaN')\n"));
    QCOMPARE(written({table, RowOrder{0}, {6}}, options), std::string("('2026-11-22T16:02:03.0400001Z')\n"));
    const auto nulls = static_cast<std::uint32_t>(table.rowCount() - 1);
    QCOMPARE(written({table, RowOrder{nulls}, {8}}, options), std::string("(NULL)\n"));
    QCOMPARE(written({ChunkedTable(), {}, {}}, options), std::string("(NULL)\n"));
    // More rows than are handed on at once.
    const std::string list = written({numberRows(10'000, 1), {}, {}}, options);
    QCOMPARE(std::count(list.begin(), list.end(), ','), 9'999);
    QVERIFY(list.starts_with("(0, 1, ") && list.ends_with(", 9999)\n"));
}

void TestExportWriters::emptyTables()
{
    const ChunkedTable rows = numberRows(3, 1);
    const ChunkedTable nothing;
    const auto of = [](const ChunkedTable &table, ExportFormat format) {
        return written({table, RowOrder(), {}}, optionsOf(format));
    };
    QCOMPARE(of(rows, ExportFormat::Json), std::string("[]\n"));
    QCOMPARE(of(nothing, ExportFormat::Json), std::string("[]\n"));
    QCOMPARE(of(rows, ExportFormat::JsonLines), std::string());
    QCOMPARE(of(rows, ExportFormat::Markdown), std::string("| c0 |\n| ---: |\n"));
    QCOMPARE(of(nothing, ExportFormat::Markdown), std::string());
    QCOMPARE(readBack(QStringLiteral("html"), of(nothing, ExportFormat::Html)),
             QList<QByteArrayList>{QByteArrayList()});
    QCOMPARE(of(rows, ExportFormat::KqlTable), std::string("datatable(c0: long)\n[]\n"));
    MemorySink sink;
    const auto refused = writeRows({nothing, {}, {}}, optionsOf(ExportFormat::KqlTable), sink, CancelState());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Usage);
    QVERIFY(!refused.error().advice.isEmpty());
    // Rows without columns are rows.
    ChunkedTable bare;
    bare.append(Table({}, 2));
    QCOMPARE(written({bare, {}, {}}, optionsOf(ExportFormat::Json)), std::string("[\n{},\n{}\n]\n"));
}

void TestExportWriters::manyColumnsAndSameNames()
{
    for (const char *kind : {"csv", "json", "jsonl", "markdown", "html"}) {
        const ExportFormat format = *exportFormatFromName(QLatin1String(kind));
        // Of CSV more rows than one thread takes at once.
        const int count = format == ExportFormat::Csv ? 2100 : 20;
        const auto rows = readBack(QLatin1String(kind),
                                   written({numberRows(std::size_t(count), 500), {}, {}}, optionsOf(format)));
        QCOMPARE(rows.size(), count + 1);
        QCOMPARE(rows.at(0).size(), 500);
        const bool isKeyed = format == ExportFormat::Json || format == ExportFormat::JsonLines;
        QCOMPARE(rows.at(0).at(499), QByteArray(isKeyed ? "c249 (2)" : "c249"));
        for (const int row : {0, 19, count / 2, count - 1}) {
            for (const int column : {0, 1, 499})
                QCOMPARE(rows.at(row + 1).at(column), QByteArray::number(row * 500 + column));
        }
    }
    // Whatever is written in blocks comes in its order.
    const std::string lines = written({numberRows(5000, 1), {}, {}}, optionsOf(ExportFormat::Markdown));
    std::string wanted("| c0 |\n| ---: |\n");
    for (int row = 0; row < 5000; ++row)
        wanted += "| " + std::to_string(row) + " |\n";
    QCOMPARE(lines, wanted);
}

void TestExportWriters::brokenJsonIsText()
{
    ColumnBuilder bag(QStringLiteral("Bag"), ColumnType::Dynamic);
    const std::vector<const char *> broken{"",          "1, 2",      "{\"a\":1",    "\"a\nb\"", "\"\\q\"",
                                           "\"\\u12\"", "\"a\x01\"", "{\"a\"\n:1}", "nul",      "]["};
    for (const char *text : broken)
        bag.appendText(text);
    bag.appendText("{\"n\":123456789012345678901234567890}");
    ChunkedTable table;
    table.append(Table({bag.build()}, broken.size() + 1));
    const auto rows =
        readBack(QStringLiteral("jsonl"), written({table, {}, {}}, optionsOf(ExportFormat::JsonLines)));
    QCOMPARE(rows.size(), static_cast<qsizetype>(broken.size()) + 2);
    for (std::size_t row = 0; row < broken.size(); ++row)
        QCOMPARE(rows.at(static_cast<qsizetype>(row) + 1).at(0), QByteArray(broken[row]));
    QCOMPARE(rows.last().at(0), QByteArray("{\"n\": 123456789012345678901234567890}"));
}

/// A sink that fails after so many bytes, as a disk does when it is full.
class FullSink final : public ByteSink
{
public:
    Result<void> write(std::string_view bytes) override
    {
        m_bytes += bytes.size();
        return m_bytes > 100'000 ? failure(ErrorKind::Io, QStringLiteral("full")) : Result<void>();
    }

private:
    std::size_t m_bytes = 0;
};

void TestExportWriters::cancelAndFullDisk()
{
    const ChunkedTable table = numberRows(50'000, 2);
    for (const ExportFormat format :
         {ExportFormat::Csv, ExportFormat::Tsv, ExportFormat::JsonLines, ExportFormat::Json,
          ExportFormat::Markdown, ExportFormat::Html, ExportFormat::KqlTable, ExportFormat::InList,
          ExportFormat::TextTable}) {
        FullSink full;
        const auto failed = writeRows({table, {}, {}}, optionsOf(format), full, CancelState());
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Io);
        CancelState cancel;
        MemorySink sink;
        std::size_t seen = 0;
        const auto stopped =
            writeRows({table, {}, {}}, optionsOf(format), sink, cancel, [&](std::size_t rows) {
                seen = rows;
                cancel.cancel();
            });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QVERIFY(seen > 0 && seen < 10'000);
    }
}

void TestExportWriters::optionsAsJson()
{
    QVERIFY(toJson(ExportOptions()).isEmpty());
    QCOMPARE(exportOptionsFromJson({}), ExportOptions());
    ExportOptions options;
    options.format = ExportFormat::Xlsx;
    options.header = false;
    options.separator = ';';
    options.quoting = CsvQuoting::AllText;
    options.crlf = false;
    options.byteOrderMark = true;
    options.nullText = QStringLiteral("∅");
    options.decimalComma = true;
    options.guardFormulas = true;
    options.zone = QTimeZone("Europe/Amsterdam");
    QCOMPARE(toJson(options).size(), 10);
    QCOMPARE(exportOptionsFromJson(toJson(options)), options);
    for (int format = 0; format <= static_cast<int>(ExportFormat::TextTable); ++format) {
        options.format = static_cast<ExportFormat>(format);
        QCOMPARE(exportFormatFromName(exportFormatName(options.format)), options.format);
        QVERIFY(!exportFormatSuffix(options.format).isEmpty());
    }
    // Files can be written by hand.
    const QJsonObject odd{{QStringLiteral("format"), QStringLiteral("pdf")},
                          {QStringLiteral("separator"), QStringLiteral("\"")},
                          {QStringLiteral("quoting"), 7},
                          {QStringLiteral("zone"), QStringLiteral("Middle/Earth")},
                          {QStringLiteral("crlf"), QStringLiteral("no")}};
    QCOMPARE(exportOptionsFromJson(odd), ExportOptions());
}

QTEST_GUILESS_MAIN(TestExportWriters)
#include "tst_exportwriters.moc"
