#pragma once

#include "results/writers.h"

#include <QByteArrayList>

/// Cells as text, for comparing in tests.
namespace sonde {

/// As the writers put it; "<null>" for null.
inline QByteArray cellOf(const ChunkedTable &table, std::size_t row, int column)
{
    const CellRef cell = table.cell(row, column);
    return cell.isNull() ? QByteArray("<null>") : QByteArray::fromStdString(cellText(cell));
}

inline QByteArrayList rowOf(const ChunkedTable &table, std::size_t row)
{
    QByteArrayList cells;
    for (int column = 0; column < table.columnCount(); ++column)
        cells << cellOf(table, row, column);
    return cells;
}

} // namespace sonde
