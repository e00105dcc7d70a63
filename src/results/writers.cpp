#include "results/writers.h"

#include "results/jsontext.h"
#include "results/orderedtasks.h"
#include "results/rowwalk.h"

#include <QThreadPool>
#include <algorithm>
#include <array>
#include <charconv>

namespace sonde {

namespace {

void appendInteger(std::string &out, std::int64_t value)
{
    std::array<char, 20> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), written.ptr);
}

} // namespace

std::string cellText(const CellRef &cell)
{
    std::string out;
    appendCell(out, cell);
    return out;
}

bool looksLikeFormula(std::string_view text)
{
    if (text.empty())
        return false;
    const char c = text.front();
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

void appendCell(std::string &out, const CellRef &cell)
{
    if (cell.isNull())
        return;
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Bool:
        out += column.integer(cell.row) != 0 ? "true" : "false";
        break;
    case ColumnType::Int:
    case ColumnType::Long:
        appendInteger(out, column.integer(cell.row));
        break;
    case ColumnType::Real:
        appendReal(out, column.real(cell.row));
        break;
    case ColumnType::DateTime:
        out += formatIsoDateTime(column.integer(cell.row));
        break;
    case ColumnType::TimeSpan:
        out += formatTimespan(column.integer(cell.row));
        break;
    default:
        out += column.text(cell.row);
        break;
    }
}

Result<void> walkRows(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                      const WriteProgress &progress, const AppendRow &appendRow)
{
    constexpr std::size_t blockRows = 2048;
    constexpr std::size_t blocksAhead = 8;
    const std::size_t count = selection.rows ? selection.rows->size() : selection.table.rowCount();
    std::array<std::string, blocksAhead> texts;
    const auto fill = [&](std::size_t block) {
        std::string &text = texts[block % blocksAhead];
        text.clear();
        const std::size_t end = std::min(count, (block + 1) * blockRows);
        for (std::size_t i = block * blockRows; i < end && !cancel.isCancelled(); ++i)
            appendRow(text, selection.table.find(selection.rows ? (*selection.rows)[i] : i));
    };
    const std::size_t blocks = (count + blockRows - 1) / blockRows;
    OrderedTasks tasks(*QThreadPool::globalInstance(), blocks, blocksAhead, fill);
    for (std::size_t block = 0; block < blocks; ++block) {
        tasks.waitFor(block);
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, {});
        if (auto written = sink.write(texts[block % blocksAhead]); !written)
            return written;
        tasks.release(block);
        if (progress)
            progress(std::min(count, (block + 1) * blockRows));
    }
    if (cancel.isCancelled())
        return failure(ErrorKind::Cancelled, {});
    if (progress && blocks == 0)
        progress(0);
    return {};
}

std::vector<int> columnsOf(const Selection &selection)
{
    if (!selection.columns.empty())
        return selection.columns;
    std::vector<int> all;
    for (int i = 0; i < selection.table.columnCount(); ++i)
        all.push_back(i);
    return all;
}

} // namespace sonde
