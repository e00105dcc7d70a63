#include "import/rowappender.h"

#include "import/valuestore.h"

namespace sonde {

namespace {

void storeCell(duckdb_vector vector, idx_t row, const Column &column, std::size_t at)
{
    void *data = duckdb_vector_get_data(vector);
    switch (column.type()) {
    case ColumnType::Bool:
        static_cast<bool *>(data)[row] = column.integer(at) != 0;
        break;
    case ColumnType::Int:
        static_cast<std::int32_t *>(data)[row] = static_cast<std::int32_t>(column.integer(at));
        break;
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        static_cast<std::int64_t *>(data)[row] = column.integer(at);
        break;
    case ColumnType::Real:
        static_cast<double *>(data)[row] = column.real(at);
        break;
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        cells::storePlain(vector, row, column.text(at));
        break;
    }
}

} // namespace

bool appendRow(ChunkAppender &out, const RowRef &row, const QList<int> &columns)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const CellRef cell = columns.at(i) < 0 ? CellRef() : row.cell(columns.at(i));
        if (cell.isNull())
            cells::storeNull(out.cell(i), out.row());
        else
            storeCell(out.cell(i), out.row(), *cell.column, cell.row);
    }
    return out.endRow();
}

} // namespace sonde
