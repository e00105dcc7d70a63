// Rows of an answer written as Parquet, read back by the import.

#include "import/parquetexport.h"
#include "importfixture.h"
#include "results/parquetwriter.h"
#include "results/rowexport.h"

#include <QDir>
#include <QTest>

using namespace sonde;
using namespace sonde::test;

namespace {

ColumnBuilder builder(const char *name, ColumnType type)
{
    return ColumnBuilder(QString::fromLatin1(name), type);
}

/// Two rows of every type and one of nulls.
ChunkedTable everyType(Ticks time)
{
    ColumnBuilder b = builder("B", ColumnType::Bool);
    ColumnBuilder i = builder("I", ColumnType::Int);
    ColumnBuilder l = builder("L", ColumnType::Long);
    ColumnBuilder r = builder("R", ColumnType::Real);
    ColumnBuilder t = builder("T", ColumnType::DateTime);
    ColumnBuilder s = builder("S", ColumnType::TimeSpan);
    ColumnBuilder g = builder("G", ColumnType::Guid);
    ColumnBuilder d = builder("D", ColumnType::Dynamic);
    ColumnBuilder m = builder("M", ColumnType::Decimal);
    ColumnBuilder x = builder("X \"q\", 'p'", ColumnType::String);
    for (const std::int64_t sign : {1, -1}) {
        b.appendInteger(sign > 0 ? 1 : 0);
        i.appendInteger(sign * 2'147'483'647);
        l.appendInteger(sign * 9'007'199'254'740'993);
        r.appendReal(static_cast<double>(sign) * 0.5);
        t.appendInteger(time + (sign > 0 ? 1 : 0));
        s.appendInteger(sign * (ticksPerDay + 1));
        g.appendText("b0c0f6a4-1111-4111-8111-0123456789ab");
        d.appendText(R"({"a":[1,"ü"]})");
        m.appendText("12345678901234567890.5");
        x.appendText("line\nbreak, \"q\"; ü");
    }
    QList<Column> columns;
    for (ColumnBuilder *each : {&b, &i, &l, &r, &t, &s, &g, &d, &m, &x}) {
        each->appendNull();
        columns.append(each->build());
    }
    ChunkedTable table;
    table.append(Table(columns, 3));
    return table;
}

} // namespace

class TestParquetExport final : public QObject
{
    Q_OBJECT

    std::unique_ptr<ImportFixture> m_import;

    QString write(const Selection &rows, const QString &name)
    {
        MemorySink sink;
        const CancelState cancel;
        const auto written = exportParquet(rows, sink, cancel, {});
        if (!written)
            return written.error().message;
        return m_import->import(name, QByteArray::fromStdString(sink.bytes()));
    }

private slots:
    void initTestCase() { m_import = std::make_unique<ImportFixture>(); }
    void cleanupTestCase() { m_import.reset(); }

    void everyTypeComesBack()
    {
        const Ticks time = parseIsoDateTime("2026-11-29T12:34:56.1234567Z").value();
        QCOMPARE(write({everyType(time), {}, {}}, QStringLiteral("all.parquet")), QString());
        QCOMPARE(m_import->columns(QStringLiteral("all")),
                 QStringLiteral("B bool, I int, L long, R real, T datetime, S string, G guid, D string, "
                                "M string, X \"q\", 'p' string"));
        QCOMPARE(m_import->query(QStringLiteral("all | project B, I, L, R, T, S, G, D, M")),
                 QStringLiteral("true|2147483647|9007199254740993|0.5|2026-11-29T12:34:56.1234568Z|"
                                "1.00:00:00.0000001|b0c0f6a4-1111-4111-8111-0123456789ab|{\"a\":[1,\"ü\"]}|"
                                "12345678901234567890.5\n"
                                "false|-2147483647|-9007199254740993|-0.5|2026-11-29T12:34:56.1234567Z|"
                                "-1.00:00:00.0000001|b0c0f6a4-1111-4111-8111-0123456789ab|{\"a\":[1,\"ü\"]}|"
                                "12345678901234567890.5\n"
                                "null|null|null|null|null||null||"));
        QCOMPARE(m_import->query(QStringLiteral("all | where B | project ['X \"q\", \\'p\\'']")),
                 QStringLiteral("line\nbreak, \"q\"; ü"));
    }

    void aDatetimeOutOfReachIsOfMicroseconds()
    {
        const Ticks time = parseIsoDateTime("0001-01-01T00:00:00.0000020Z").value();
        QCOMPARE(write({everyType(time), {}, {}}, QStringLiteral("old.parquet")), QString());
        QVERIFY(m_import->columns(QStringLiteral("old")).contains(QStringLiteral("T datetime")));
        // A tenth of a microsecond is lost.
        QCOMPARE(m_import->query(QStringLiteral("old | where B | project T")),
                 QStringLiteral("0001-01-01T00:00:00.000002Z"));
        QCOMPARE(m_import->query(QStringLiteral("old | where not(B) | project T")),
                 QStringLiteral("0001-01-01T00:00:00.000002Z"));
    }

    void aGuidThatIsNoneIsAText()
    {
        ColumnBuilder g = builder("G", ColumnType::Guid);
        g.appendText("no guid");
        ChunkedTable table;
        table.append(Table({g.build()}, 1));
        QCOMPARE(write({table, {}, {}}, QStringLiteral("g.parquet")), QString());
        QCOMPARE(m_import->columns(QStringLiteral("g")), QStringLiteral("G string"));
    }

    void rowsAndColumnsAsChosen()
    {
        const Selection some{everyType(unixEpochTicks), RowOrder{2, 1}, {2, 0}};
        QCOMPARE(write(some, QStringLiteral("some.parquet")), QString());
        QCOMPARE(m_import->query(QStringLiteral("some")),
                 QStringLiteral("null|null\n-9007199254740993|false"));
    }

    void noRowsAndNoColumns()
    {
        ChunkedTable empty;
        empty.append(Table({builder("A", ColumnType::Long).build()}, 0));
        QCOMPARE(write({empty, {}, {}}, QStringLiteral("empty.parquet")), QString());
        QCOMPARE(m_import->columns(QStringLiteral("empty")), QStringLiteral("A long"));
        QCOMPARE(write({}, QStringLiteral("nothing.parquet")),
                 QStringLiteral("A Parquet file needs at least one column."));
    }

    void canBeStopped()
    {
        CancelState cancel;
        cancel.cancel();
        MemorySink sink;
        const auto written = exportParquet({everyType(0), {}, {}}, sink, cancel, {});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Cancelled);
        QVERIFY(sink.bytes().empty());
    }

    void theProgramsExportFindsIt()
    {
        ExportOptions options;
        options.format = ExportFormat::Parquet;
        MemorySink sink;
        const CancelState cancel;
        const Selection rows{everyType(0), {}, {}};
        setParquetWriter({});
        QVERIFY(!canWriteParquet());
        QVERIFY(!exportRows(rows, options, {}, sink, cancel).has_value());
        setParquetWriter(exportParquet);
        QVERIFY(canWriteParquet());
        QVERIFY(exportRows(rows, options, {}, sink, cancel).has_value());
        QVERIFY(QByteArray::fromStdString(sink.bytes()).startsWith("PAR1"));
    }
};

QTEST_GUILESS_MAIN(TestParquetExport)
#include "tst_parquetexport.moc"
