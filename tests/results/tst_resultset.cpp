#include "results/resultset.h"
#include "support/cells.h"

#include <QSignalSpy>
#include <QTest>

using namespace sonde;

namespace {

ResultChunk chunkOf(int columns, int rows, ResultChunk::Mode mode = ResultChunk::Mode::Append, int table = 0)
{
    ResultChunk chunk;
    chunk.mode = mode;
    chunk.tableIndex = table;
    chunk.tableName = QStringLiteral("PrimaryResult");
    QList<Column> made;
    for (int c = 0; c < columns; ++c) {
        ColumnBuilder builder(QStringLiteral("c%1").arg(c), ColumnType::Int);
        for (int r = 0; r < rows; ++r)
            builder.appendInteger(r);
        made.append(builder.build());
    }
    chunk.rows = Table(made, static_cast<std::size_t>(rows));
    return chunk;
}

} // namespace

class TestResultSet : public QObject
{
    Q_OBJECT

private slots:
    void growsByAnnouncedSteps()
    {
        ResultSet set;
        QSignalSpy added(&set, &ResultSet::tableAdded);
        set.apply(chunkOf(1, 0));
        QCOMPARE(added.size(), 1);
        ResultTable *table = set.table(0);
        QStringList log;
        connect(table, &ResultTable::rowsAboutToBeAppended, this, [&log](qint64 first, qint64 last) {
            log << QStringLiteral("rows %1-%2").arg(first).arg(last);
        });
        connect(table, &ResultTable::columnsAboutToBeAdded, this,
                [&log](int first, int last) { log << QStringLiteral("columns %1-%2").arg(first).arg(last); });
        connect(table, &ResultTable::replaced, this, [&log] { log << QStringLiteral("replaced"); });
        set.apply(chunkOf(1, 3));
        set.apply(chunkOf(3, 2));
        set.apply(chunkOf(2, 4, ResultChunk::Mode::Replace));
        QCOMPARE(log, (QStringList{QStringLiteral("rows 0-2"), QStringLiteral("columns 1-2"),
                                   QStringLiteral("rows 3-4"), QStringLiteral("replaced")}));
        QCOMPARE(set.rowCount(), qint64(4));
        QCOMPARE(table->rows().columnCount(), 2);
        set.apply(chunkOf(1, 1, ResultChunk::Mode::Append, 1));
        QCOMPARE(set.tableCount(), 2);
        QCOMPARE(set.rowCount(), qint64(5));
    }

    /// The name of a table may stand behind its rows.
    void takesALateName()
    {
        ResultSet set;
        ResultChunk nameless = chunkOf(1, 2);
        nameless.tableName.clear();
        set.apply(nameless);
        QSignalSpy renamed(set.table(0), &ResultTable::renamed);
        set.apply(chunkOf(1, 0));
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(set.table(0)->name(), QStringLiteral("PrimaryResult"));
        QCOMPARE(set.rowCount(), qint64(2));
    }

    void countsMatchBetweenSignals()
    {
        ResultSet set;
        set.apply(chunkOf(1, 2));
        ResultTable *table = set.table(0);
        qint64 before = -1;
        qint64 after = -1;
        connect(table, &ResultTable::rowsAboutToBeAppended, this,
                [&] { before = static_cast<qint64>(table->rows().rowCount()); });
        connect(table, &ResultTable::rowsAppended, this,
                [&] { after = static_cast<qint64>(table->rows().rowCount()); });
        set.apply(chunkOf(1, 3));
        QCOMPARE(before, 2);
        QCOMPARE(after, 5);
    }
};

QTEST_GUILESS_MAIN(TestResultSet)
#include "tst_resultset.moc"
