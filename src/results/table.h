#pragma once

#include "results/column.h"

#include <QList>
#include <vector>

namespace sonde {

/// A block of rows as columns of equal length: immutable, implicitly shared, cheap to copy, readable from any
/// thread.
class Table
{
public:
    Table() = default;
    /// All columns have \a rowCount cells; a table may have rows and no columns.
    Table(QList<Column> columns, std::size_t rowCount);

    std::size_t rowCount() const { return m_rowCount; }
    int columnCount() const { return static_cast<int>(m_columns.size()); }
    const Column &column(int index) const { return m_columns.at(index); }
    const QList<Column> &columns() const { return m_columns; }
    std::size_t memoryUse() const;

private:
    QList<Column> m_columns;
    std::size_t m_rowCount = 0;
};

/// Name and type of a column, without cells.
struct ColumnHeader
{
    QString name;
    ColumnType type = ColumnType::String;
    bool operator==(const ColumnHeader &) const = default;
};

/// A cell found: the column of its chunk and the row in it. `column` is null where that chunk lacks the
/// column.
struct CellRef
{
    const Column *column = nullptr;
    std::size_t row = 0;
    bool isNull() const { return column == nullptr || column->isNull(row); }
};

/// A row found: its chunk and the row in it.
struct RowRef
{
    const Table *chunk = nullptr;
    std::size_t row = 0;
    CellRef cell(int column) const
    {
        return column < chunk->columnCount() ? CellRef{&chunk->column(column), row} : CellRef();
    }
};

/// One result table as the chunks that came so far. A value: a copy is a snapshot that stays as it is while
/// the original grows. Later chunks may have more columns than earlier ones (classic records), never other
/// ones.
class ChunkedTable
{
public:
    std::size_t rowCount() const { return m_rowCount; }
    int columnCount() const { return static_cast<int>(m_headers.size()); }
    const QList<ColumnHeader> &headers() const { return m_headers; }
    const QList<Table> &chunks() const { return m_chunks; }
    /// The index of the column with that exact name, or -1.
    int indexOf(const QString &name) const;
    /// \a row < rowCount(), \a column < columnCount().
    CellRef cell(std::size_t row, int column) const { return find(row).cell(column); }
    /// \a row < rowCount(). Valid as long as this table is not changed.
    RowRef find(std::size_t row) const;
    std::size_t memoryUse() const;

    /// The columns of \a chunk begin with the columns so far (same names and types).
    void append(const Table &chunk);
    /// The first \a rows rows, sharing the cells.
    ChunkedTable truncated(std::size_t rows) const;

private:
    QList<ColumnHeader> m_headers;
    QList<Table> m_chunks;
    std::vector<std::size_t> m_starts; ///< the first row of each chunk
    std::size_t m_rowCount = 0;
};

} // namespace sonde
