#include "results/writers.h"

#include <QJsonDocument>
#include <QTest>

using namespace sonde;

namespace {

/// A sink that fails after so many bytes, as a disk does when it is full.
class FailingSink final : public ByteSink
{
public:
    explicit FailingSink(std::size_t room)
        : m_room(room)
    {}

    Result<void> write(std::string_view bytes) override
    {
        if (bytes.size() > m_room)
            return failure(ErrorKind::Io, QStringLiteral("full"));
        m_room -= bytes.size();
        return {};
    }

private:
    std::size_t m_room;
};

ChunkedTable sample()
{
    ColumnBuilder when(QStringLiteral("When"), ColumnType::DateTime);
    ColumnBuilder name(QStringLiteral("Na,me"), ColumnType::String);
    ColumnBuilder count(QStringLiteral("Count"), ColumnType::Long);
    ColumnBuilder value(QStringLiteral("Value"), ColumnType::Real);
    ColumnBuilder bag(QStringLiteral("Bag"), ColumnType::Dynamic);
    ColumnBuilder flag(QStringLiteral("Flag"), ColumnType::Bool);
    ColumnBuilder span(QStringLiteral("Span"), ColumnType::TimeSpan);
    when.appendInteger(*parseIsoDateTime("2026-11-22T16:02:03.0400001Z"));
    name.appendText("say \"hi\",\r\nthere");
    count.appendInteger(9007199254740993);
    value.appendReal(0.1);
    bag.appendText("{\"a\":[1,2]}");
    flag.appendInteger(1);
    span.appendInteger(-1);
    when.appendNull();
    name.appendText("=1+1");
    count.appendInteger(-5);
    value.appendReal(std::numeric_limits<double>::quiet_NaN());
    bag.appendText("not json");
    flag.appendNull();
    span.appendNull();
    ChunkedTable table;
    table.append(Table(
        {when.build(), name.build(), count.build(), value.build(), bag.build(), flag.build(), span.build()},
        2));
    return table;
}

ChunkedTable manyRows(int rows)
{
    ColumnBuilder text(QStringLiteral("t"), ColumnType::String);
    for (int i = 0; i < rows; ++i)
        text.appendText("row " + std::to_string(i));
    ChunkedTable table;
    table.append(Table({text.build()}, static_cast<std::size_t>(rows)));
    return table;
}

std::string csv(const Selection &selection, const ExportOptions &options = {})
{
    MemorySink sink;
    return writeCsv(selection, options, sink, CancelState()) ? sink.bytes() : "<failed>";
}

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private slots:
    void rfc4180()
    {
        QCOMPARE(csv({sample(), {}, {}}),
                 std::string("When,\"Na,me\",Count,Value,Bag,Flag,Span\r\n"
                             "2026-11-22T16:02:03.0400001Z,\"say \"\"hi\"\",\r\nthere\",9007199254740993,0.1,"
                             "\"{\"\"a\"\":[1,2]}\",true,-00:00:00.0000001\r\n"
                             ",=1+1,-5,NaN,not json,,\r\n"));
    }

    void formulaGuardIsForTextOnly()
    {
        ExportOptions options;
        options.guardFormulas = true;
        options.header = false;
        const std::string out = csv({sample(), RowOrder{1}, {1, 2}}, options);
        QCOMPARE(out, std::string("'=1+1,-5\r\n"));
        for (const char *text : {"=x", "+x", "-x", "@x", "\tx", "\rx"})
            QVERIFY(looksLikeFormula(text));
        for (const char *text : {"", "x=", "'=x", " =x", "1"})
            QVERIFY(!looksLikeFormula(text));
    }

    void separatorOfTheClipboard()
    {
        ExportOptions options;
        options.separator = '\t';
        options.crlf = false;
        options.header = false;
        QCOMPARE(csv({sample(), RowOrder{1}, {1, 0, 2}}, options), std::string("=1+1\t\t-5\n"));
    }

    void semicolonQuotesWhatHoldsOne()
    {
        ExportOptions options;
        options.separator = ';';
        options.header = false;
        ColumnBuilder text(QStringLiteral("t"), ColumnType::String);
        text.appendText("a;b");
        text.appendText("a,b");
        const Table table({text.build()}, 2);
        ChunkedTable rows;
        rows.append(table);
        QCOMPARE(csv({rows, {}, {0, 0}}, options), std::string("\"a;b\";\"a;b\"\r\na,b;a,b\r\n"));
    }

    void byteOrderMarkComesFirst()
    {
        ExportOptions options;
        options.byteOrderMark = true;
        QCOMPARE(csv({manyRows(1), {}, {}}, options), std::string("\xEF\xBB\xBFt\r\nrow 0\r\n"));
        options.header = false;
        QCOMPARE(csv({manyRows(0), {}, {}}, options), std::string("\xEF\xBB\xBF"));
    }

    void rowsAndColumnsInTheirOrder()
    {
        const std::string out = csv({manyRows(5), RowOrder{4, 0}, {0, 0}});
        QCOMPARE(out, std::string("t,t\r\nrow 4,row 4\r\nrow 0,row 0\r\n"));
    }

    void noRowsNoColumns()
    {
        QCOMPARE(csv({ChunkedTable(), {}, {}}), std::string("\r\n"));
        QCOMPARE(csv({manyRows(3), RowOrder(), {}}), std::string("t\r\n"));
    }

    void jsonLines()
    {
        MemorySink sink;
        QVERIFY(writeJsonLines({sample(), {}, {}}, {}, sink, CancelState()).has_value());
        const QByteArrayList lines = QByteArray::fromStdString(sink.bytes()).split('\n');
        QCOMPARE(lines.size(), qsizetype(3));
        QCOMPARE(
            lines[0],
            QByteArray("{\"When\":\"2026-11-22T16:02:03.0400001Z\",\"Na,me\":\"say \\\"hi\\\",\\r\\nthere\","
                       "\"Count\":9007199254740993,\"Value\":0.1,\"Bag\":{\"a\":[1,2]},\"Flag\":true,"
                       "\"Span\":\"-00:00:00.0000001\"}"));
        QCOMPARE(lines[1], QByteArray("{\"When\":null,\"Na,me\":\"=1+1\",\"Count\":-5,\"Value\":\"NaN\","
                                      "\"Bag\":\"not json\",\"Flag\":null,\"Span\":null}"));
        for (int i = 0; i < 2; ++i)
            QVERIFY(QJsonDocument::fromJson(lines[i]).isObject());
    }

    void textTable()
    {
        MemorySink sink;
        QVERIFY(writeTextTable({sample(), {}, {1, 2}}, sink, CancelState()).has_value());
        QCOMPARE(sink.bytes(), std::string("Na,me                        Count\n"
                                           "----------------  ----------------\n"
                                           "say \"hi\",  there  9007199254740993\n"
                                           "=1+1                            -5\n"));
    }

    void longCellsAreCutInTheTerminalOnly()
    {
        ColumnBuilder text(QStringLiteral("t"), ColumnType::String);
        text.appendText(std::string(59, 'x') + "éé");
        text.appendText(std::string(59, 'x') + "é");
        ChunkedTable table;
        table.append(Table({text.build()}, 2));
        MemorySink sink;
        QVERIFY(writeTextTable({table, {}, {}}, sink, CancelState()).has_value());
        const QByteArrayList lines = QByteArray::fromStdString(sink.bytes()).split('\n');
        QCOMPARE(lines[2], QByteArray(59, 'x') + "…");
        QCOMPARE(lines[3], QByteArray(59, 'x') + "é");
    }

    void theSinksErrorComesThrough()
    {
        FailingSink sink(300'000);
        const auto written = writeCsv({manyRows(200'000), {}, {}}, {}, sink, CancelState());
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Io);
    }

    void cancelStopsIt()
    {
        CancelState cancel;
        MemorySink sink;
        std::size_t seen = 0;
        const auto written = writeCsv({manyRows(200'000), {}, {}}, {}, sink, cancel, [&](std::size_t rows) {
            seen = rows;
            cancel.cancel();
        });
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Cancelled);
        QVERIFY(seen > 0 && seen < 10'000);
    }
};

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
