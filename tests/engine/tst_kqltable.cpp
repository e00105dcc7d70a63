#include "engine/engine.h"
#include "support/hardrows.h"

#include <QTest>
#include <cmath>

using namespace sonde;

/// What is written as a `datatable` is read by Microsoft's parser, and has the same rows where it is run.
class TestKqlTable final : public QObject
{
    Q_OBJECT

private slots:
    void theServiceReadsEveryType();
    void hasTheSameRows();
    void odd_data();
    void odd();

private:
    ChunkedTable run(const Selection &selection);

    KqlService m_service;
    Engine m_engine{std::move(*Database::inMemory()), m_service, {}};
};

/// The table written and run; empty where that failed, which is said.
ChunkedTable TestKqlTable::run(const Selection &selection)
{
    MemorySink text;
    if (const auto written = writeKqlTable(selection, text, CancelState()); !written) {
        qWarning("%ls", qUtf16Printable(written.error().message));
        return {};
    }
    CollectingSink sink;
    const auto outcome = m_engine.run({QString::fromStdString(text.bytes()), {}, 0}, sink, CancelState());
    if (!outcome) {
        qWarning("%s", text.bytes().substr(0, 2000).c_str());
        qWarning("%ls", qUtf16Printable(outcome.error().message + u' ' + outcome.error().detail));
        if (outcome.error().position)
            qWarning("line %d, column %d", outcome.error().position->line, outcome.error().position->column);
        return {};
    }
    return sink.rows();
}

void TestKqlTable::theServiceReadsEveryType()
{
    MemorySink text;
    QVERIFY(writeKqlTable({hardRows(), {}, {}}, text, CancelState()));
    QFuture<Result<KqlTree>> future = m_service.analyze(QString::fromStdString(text.bytes()), {});
    future.waitForFinished();
    const Result<KqlTree> tree = future.result();
    QVERIFY2(tree, qPrintable(tree ? QString() : tree.error().message));
    for (const KqlDiagnostic &diagnostic : tree->diagnostics)
        qWarning("%ls", qUtf16Printable(diagnostic.message));
    QVERIFY(tree->diagnostics.isEmpty());
}

void TestKqlTable::hasTheSameRows()
{
    const ChunkedTable table = hardRows();
    const ChunkedTable read = run({table, {}, {}});
    QCOMPARE(read.rowCount(), table.rowCount());
    QCOMPARE(read.headers(), table.headers());
    for (int column = 0; column < static_cast<int>(table.headers().size()); ++column) {
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const CellRef wanted = table.cell(row, column);
            const CellRef actual = read.cell(row, column);
            const ColumnType type = table.headers().at(column).type;
            QByteArray text = QByteArray::fromStdString(cellText(wanted));
            if (type == ColumnType::Dynamic && text == "not json")
                text = "\"not json\"";
            if (type == ColumnType::Dynamic)
                text.replace("\\/", "/").replace("1.50", "1.5").replace("\\u00e9", "é");
            QCOMPARE(QByteArray::fromStdString(cellText(actual)), text);
            // The service's texts are never null.
            QCOMPARE(actual.isNull(), type != ColumnType::String && wanted.isNull());
        }
    }
}

void TestKqlTable::odd_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"a b", "where", "1st", "datatable", "[\"x\"]", "a\nb", "", "é", "x-y", "long",
                             "last", "with_source"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestKqlTable::odd()
{
    QFETCH(QString, name);
    ColumnBuilder first(name, ColumnType::Long);
    ColumnBuilder second(name, ColumnType::String);
    first.appendInteger(1);
    second.appendText("x");
    ChunkedTable table;
    table.append(Table({first.build(), second.build()}, 1));
    const ChunkedTable read = run({table, {}, {}});
    QCOMPARE(read.columnCount(), 2);
    QCOMPARE(read.headers().at(0).name, name.isEmpty() ? QStringLiteral("Column1") : name);
    QVERIFY(read.headers().at(1).name != read.headers().at(0).name);
    QCOMPARE(read.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestKqlTable)
#include "tst_kqltable.moc"
