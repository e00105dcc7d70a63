#include "engine/resultreader.h"

#include <string_view>

namespace sonde {

namespace {

template <typename Cell, typename Append>
void readCells(duckdb_vector vector, idx_t rows, ColumnBuilder &builder, Append append)
{
    auto *cells = static_cast<Cell *>(duckdb_vector_get_data(vector));
    std::uint64_t *validity = duckdb_vector_get_validity(vector);
    for (idx_t row = 0; row < rows; ++row) {
        if (validity != nullptr && !duckdb_validity_row_is_valid(validity, row))
            builder.appendNull();
        else
            append(cells[row]);
    }
}

void readColumn(duckdb_vector vector, idx_t rows, ColumnBuilder &builder)
{
    const auto appendInteger = [&builder](auto cell) {
        builder.appendInteger(static_cast<std::int64_t>(cell));
    };
    switch (builder.type()) {
    case ColumnType::Bool:
        readCells<bool>(vector, rows, builder, appendInteger);
        break;
    case ColumnType::Int:
        readCells<std::int32_t>(vector, rows, builder, appendInteger);
        break;
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        readCells<std::int64_t>(vector, rows, builder, appendInteger);
        break;
    case ColumnType::Real:
        readCells<double>(vector, rows, builder, [&builder](double cell) { builder.appendReal(cell); });
        break;
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        readCells<duckdb_string_t>(vector, rows, builder, [&builder](duckdb_string_t &cell) {
            builder.appendText(std::string_view(duckdb_string_t_data(&cell), duckdb_string_t_length(cell)));
        });
        break;
    }
}

} // namespace

Table readChunk(duckdb_data_chunk chunk, const QList<ColumnHeader> &headers)
{
    const idx_t rows = duckdb_data_chunk_get_size(chunk);
    QList<Column> columns;
    columns.reserve(headers.size());
    for (qsizetype i = 0; i < headers.size(); ++i) {
        ColumnBuilder builder(headers.at(i).name, headers.at(i).type);
        readColumn(duckdb_data_chunk_get_vector(chunk, static_cast<idx_t>(i)), rows, builder);
        columns.append(builder.build());
    }
    return Table(std::move(columns), static_cast<std::size_t>(rows));
}

} // namespace sonde
