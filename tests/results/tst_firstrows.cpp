#include "results/firstrows.h"

#include "results/openresult.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace sonde;

namespace {

StoredTable table(const QString &name, std::size_t rows, qsizetype cellSize)
{
    StoredTable made{name, {}};
    QRandomGenerator random(7); // what it makes, packing does not make small
    // In chunks, as answers come.
    for (std::size_t row = 0; row < rows;) {
        const std::size_t end = std::min(rows, row + 70);
        ColumnBuilder number(QStringLiteral("Number"), ColumnType::Long);
        ColumnBuilder text(QStringLiteral("Text"), ColumnType::String);
        const std::size_t begin = row;
        for (; row < end; ++row) {
            number.appendInteger(static_cast<qint64>(row));
            std::string cell;
            for (qsizetype i = 0; i < cellSize; ++i)
                cell += static_cast<char>('!' + random.bounded(90));
            text.appendText(cell);
        }
        made.rows.append(Table({number.build(), text.build()}, end - begin));
    }
    return made;
}

struct Read
{
    Result<ResultInfo> outcome = failure(ErrorKind::Io, QString());
    StoredResult about;
    QList<qint64> rows; ///< of each table
};

Read readBack(const QByteArray &file)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    Read read;
    const StoredResultHandlers handlers{[&read](const StoredResult &about) { read.about = about; },
                                        [&read](const ResultChunk &chunk) {
                                            if (chunk.tableIndex == read.rows.size())
                                                read.rows.append(0);
                                            read.rows[chunk.tableIndex] +=
                                                static_cast<qint64>(chunk.rows.rowCount());
                                        },
                                        {}};
    read.outcome = readStoredResult(buffer, QStringLiteral("a"), handlers, CancelState());
    return read;
}

} // namespace

class TestFirstRows final : public QObject
{
    Q_OBJECT

private slots:
    void allWhereTheyAreFew();
    void theFirstOfEachTable();
    void fewerWhereTheyAreLarge();
    void noneWhereNotOneFits();
    void cancelled();
};

void TestFirstRows::allWhereTheyAreFew()
{
    StoredResult about;
    about.connection = QStringLiteral("Contoso");
    const auto packed = packFirstRows(about, {table(QStringLiteral("A"), 200, 10)}, {}, CancelState());
    QVERIFY(packed);
    QCOMPARE(packed->rows, 200);
    const Read read = readBack(packed->file);
    QVERIFY(read.outcome);
    QCOMPARE(read.rows, QList<qint64>{200});
    QCOMPARE(read.about.rows, 200);
    QCOMPARE(read.about.connection, about.connection);
    QCOMPARE(read.about.info.completeness, Completeness::Complete);
    QCOMPARE(read.about.info.reasons, QStringList());
}

void TestFirstRows::theFirstOfEachTable()
{
    StoredResult about;
    about.info.completeness = Completeness::Capped;
    about.info.reasons << QStringLiteral("The service returns no more.");
    const auto packed = packFirstRows(
        about, {table(QStringLiteral("A"), 500, 10), table(QStringLiteral("B"), 3, 10)}, {}, CancelState());
    QVERIFY(packed);
    QCOMPARE(packed->rows, 203);
    const Read read = readBack(packed->file);
    QVERIFY(read.outcome);
    QCOMPARE(read.rows, (QList<qint64>{200, 3}));
    QCOMPARE(read.about.info.completeness, Completeness::Partial);
    QCOMPARE(read.about.info.reasons,
             (QStringList{QStringLiteral("Only the first 203 of 503 rows were kept."),
                          QStringLiteral("The service returns no more.")}));
}

void TestFirstRows::fewerWhereTheyAreLarge()
{
    const FirstRowsLimits limits{200, 40'000};
    const auto packed = packFirstRows({}, {table(QStringLiteral("A"), 300, 2'000)}, limits, CancelState());
    QVERIFY(packed);
    QVERIFY2(packed->rows > 0 && packed->rows < 200, qPrintable(QString::number(packed->rows)));
    QVERIFY(static_cast<std::size_t>(packed->file.size()) <= limits.bytes);
    const Read read = readBack(packed->file);
    QVERIFY(read.outcome);
    QCOMPARE(read.rows, QList<qint64>{packed->rows});
}

void TestFirstRows::noneWhereNotOneFits()
{
    const auto packed =
        packFirstRows({}, {table(QStringLiteral("A"), 3, 20'000)}, {200, 1'000}, CancelState());
    QVERIFY(packed);
    QCOMPARE(packed->rows, 0);
    QCOMPARE(packed->file, QByteArray());
}

void TestFirstRows::cancelled()
{
    CancelState cancel;
    cancel.cancel();
    const auto packed = packFirstRows({}, {table(QStringLiteral("A"), 3, 10)}, {}, cancel);
    QVERIFY(!packed);
    QCOMPARE(packed.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestFirstRows)
#include "tst_firstrows.moc"
