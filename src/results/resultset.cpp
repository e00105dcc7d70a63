#include "results/resultset.h"

namespace sonde {

ResultTable::ResultTable(QString name, QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
{}

void ResultTable::apply(const ResultChunk &chunk)
{
    if (m_name.isEmpty() && !chunk.tableName.isEmpty()) {
        m_name = chunk.tableName;
        emit renamed();
    }
    if (chunk.mode == ResultChunk::Mode::Replace) {
        emit aboutToBeReplaced();
        m_rows = ChunkedTable();
        m_rows.append(chunk.rows);
        emit replaced();
        return;
    }
    // Columns first, as a chunk without rows, so that the rows arrive in a model that already has their
    // columns.
    const int columnsBefore = m_rows.columnCount();
    if (chunk.rows.columnCount() > columnsBefore) {
        QList<Column> empty;
        for (const Column &column : chunk.rows.columns())
            empty.append(ColumnBuilder(column.name(), column.type()).build());
        emit columnsAboutToBeAdded(columnsBefore, chunk.rows.columnCount() - 1);
        m_rows.append(Table(empty, 0));
        emit columnsAdded();
    }
    if (chunk.rows.rowCount() == 0)
        return;
    const auto first = static_cast<qint64>(m_rows.rowCount());
    emit rowsAboutToBeAppended(first, first + static_cast<qint64>(chunk.rows.rowCount()) - 1);
    m_rows.append(chunk.rows);
    emit rowsAppended();
}

ResultSet::ResultSet(QObject *parent)
    : QObject(parent)
{}

qint64 ResultSet::rowCount() const
{
    qint64 sum = 0;
    for (const ResultTable *table : m_tables)
        sum += static_cast<qint64>(table->rows().rowCount());
    return sum;
}

void ResultSet::apply(const ResultChunk &chunk)
{
    Q_ASSERT(chunk.tableIndex >= 0 && chunk.tableIndex <= tableCount());
    if (chunk.tableIndex == tableCount()) {
        m_tables.push_back(new ResultTable(chunk.tableName, this));
        emit tableAdded(chunk.tableIndex);
    }
    table(chunk.tableIndex)->apply(chunk);
    emit changed();
}

void ResultSet::finish(ResultInfo info)
{
    m_info = std::move(info);
    emit finished();
}

} // namespace sonde
