#include "results/columncontents.h"

#include "results/writers.h"

namespace sonde {

namespace {

bool isEmpty(const CellRef &cell)
{
    return cell.isNull() || (isTextType(cell.column->type()) && cell.column->text(cell.row).empty());
}

bool isEqual(const CellRef &a, const CellRef &b)
{
    if (isEmpty(a) || isEmpty(b))
        return isEmpty(a) && isEmpty(b);
    if (isTextType(a.column->type()))
        return a.column->text(a.row) == b.column->text(b.row);
    if (a.column->type() != ColumnType::Real)
        return a.column->integer(a.row) == b.column->integer(b.row);
    const double left = a.column->real(a.row);
    const double right = b.column->real(b.row);
    return left == right || (left != left && right != right); // NaN is one value here
}

/// Stops at the first cell that differs from the first one, so most columns cost nothing.
ColumnContents contentsOfColumn(const ChunkedTable &table, int column, const CancelState &cancel)
{
    if (table.rowCount() == 0)
        return {ColumnContents::Kind::Empty, {}};
    const CellRef first = table.cell(0, column);
    for (const Table &chunk : table.chunks()) {
        if (cancel.isCancelled())
            return {};
        const Column *cells = column < chunk.columnCount() ? &chunk.column(column) : nullptr;
        for (std::size_t row = 0; row < chunk.rowCount(); ++row) {
            if (!isEqual(first, {cells, row}))
                return {};
        }
    }
    if (isEmpty(first))
        return {ColumnContents::Kind::Empty, {}};
    return {ColumnContents::Kind::Same, cellText(first)};
}

} // namespace

std::optional<std::vector<ColumnContents>> contentsOf(const ChunkedTable &table, const CancelState &cancel)
{
    std::vector<ColumnContents> all;
    for (int column = 0; column < table.columnCount(); ++column)
        all.push_back(contentsOfColumn(table, column, cancel));
    if (cancel.isCancelled())
        return std::nullopt;
    return all;
}

} // namespace sonde
