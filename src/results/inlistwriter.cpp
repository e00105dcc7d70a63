#include "results/rowwalk.h"

#include <cmath>
#include <unordered_set>

namespace sonde {

namespace {

/// As SQL writes it: numbers and truth values bare, all else in single quotes, which are doubled within.
void appendValue(std::string &out, const CellRef &cell)
{
    const ColumnType type = cell.column->type();
    const bool isBare = type == ColumnType::Bool || type == ColumnType::Int || type == ColumnType::Long ||
                        (type == ColumnType::Real && std::isfinite(cell.column->real(cell.row)));
    if (isBare) {
        appendCell(out, cell);
        return;
    }
    out.push_back('\'');
    appendReplaced(out, cellText(cell), [](char c) { return c == '\'' ? "''" : nullptr; });
    out.push_back('\'');
}

} // namespace

Result<void> writeInList(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                         const WriteProgress &progress)
{
    constexpr std::size_t rowsAtOnce = 4096;
    const std::vector<int> columns = columnsOf(selection);
    const std::size_t count = columns.empty() ? 0 : rowCountOf(selection);
    std::unordered_set<std::string> known;
    std::string out("(");
    for (std::size_t i = 0; i < count; ++i) {
        const CellRef cell = selection.table.cell(selection.rows ? (*selection.rows)[i] : i, columns.front());
        std::string value;
        if (!cell.isNull())
            appendValue(value, cell);
        if (!value.empty() && known.insert(value).second)
            out += (known.size() > 1 ? ", " : "") + value;
        if ((i + 1) % rowsAtOnce != 0)
            continue;
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, {});
        if (auto written = sink.write(out); !written)
            return written;
        out.clear();
        if (progress)
            progress(i + 1);
    }
    // An empty list is none, and NULL equals nothing.
    if (known.empty())
        out += "NULL";
    if (auto written = sink.write(out + ")\n"); !written)
        return written;
    if (progress)
        progress(count);
    return {};
}

} // namespace sonde
