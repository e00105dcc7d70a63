#include "results/jsontext.h"
#include "results/rowwalk.h"

#include <cmath>
#include <memory>

namespace sonde {

namespace {

/// Dynamic is JSON text by contract; what is none is written as a string, so that the line stays JSON.
void appendDynamic(std::string &out, std::string_view text)
{
    const bool isOneLine = text.find_first_of("\r\n") == std::string_view::npos;
    if (isOneLine && isJson(text))
        out += text;
    else
        appendJsonString(out, text);
}

void appendJsonCell(std::string &out, const CellRef &cell, ZonedCells &cells)
{
    if (cell.isNull()) {
        out += "null";
        return;
    }
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
        appendCell(out, cell);
        break;
    case ColumnType::Real:
        if (std::isfinite(column.real(cell.row)))
            appendCell(out, cell);
        else
            appendJsonString(out, cellText(cell));
        break;
    case ColumnType::Dynamic:
        appendDynamic(out, column.text(cell.row));
        break;
    case ColumnType::String:
    case ColumnType::Decimal:
    case ColumnType::Guid:
        appendJsonString(out, column.text(cell.row));
        break;
    default: // nothing in these needs an escape
        out.push_back('"');
        cells.append(out, cell);
        out.push_back('"');
        break;
    }
}

/// What stands before each value: `{"a":` and `,"b":`.
std::vector<std::string> keysOf(const ChunkedTable &table, const std::vector<int> &columns)
{
    std::vector<std::string> keys;
    for (const std::string &name : uniqueNames(table, columns)) {
        std::string key(keys.empty() ? "{" : ",");
        appendJsonString(key, name);
        key.push_back(':');
        keys.push_back(std::move(key));
    }
    return keys;
}

/// Writes the rows as objects, each with \a end behind it.
Result<void> writeObjects(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                          const CancelState &cancel, const WriteProgress &progress, const char *end)
{
    const std::vector<int> columns = columnsOf(selection);
    const std::vector<std::string> keys = keysOf(selection.table, columns);
    return walkBlocks(selection, sink, cancel, progress, [&]() -> AppendRow {
        const auto cells = std::make_shared<ZonedCells>(options);
        return [&columns, &keys, cells, end](std::string &out, const RowRef &row) {
            if (columns.empty())
                out.push_back('{');
            for (std::size_t i = 0; i < columns.size(); ++i) {
                out += keys[i];
                appendJsonCell(out, row.cell(columns[i]), *cells);
            }
            out.push_back('}');
            out += end;
        };
    });
}

} // namespace

Result<void> writeJsonLines(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                            const CancelState &cancel, const WriteProgress &progress)
{
    return writeObjects(selection, options, sink, cancel, progress, "\n");
}

Result<void> writeJson(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                       const CancelState &cancel, const WriteProgress &progress)
{
    constexpr const char *separator = ",\n";
    const bool isEmpty = rowCountOf(selection) == 0;
    if (auto written = sink.write(isEmpty ? "[" : "[\n"); !written)
        return written;
    SeparatedSink separated(sink, separator);
    if (auto written = writeObjects(selection, options, separated, cancel, progress, separator); !written)
        return written;
    return sink.write(isEmpty ? "]\n" : "\n]\n");
}

} // namespace sonde
