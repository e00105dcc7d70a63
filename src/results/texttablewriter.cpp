#include "results/rowwalk.h"

#include <algorithm>

namespace sonde {

namespace {

constexpr std::size_t widestCell = 60;
/// Widths come from the first rows; later longer cells push their line out, as every terminal tool does.
constexpr std::size_t measuredRows = 500;

struct TextCell
{
    std::string text;
    std::size_t width = 0; ///< in code points
};

/// One line of at most widestCell code points, control characters as spaces.
TextCell fit(std::string_view text)
{
    TextCell cell;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if ((c & 0xC0) != 0x80) {
            if (cell.width == widestCell - 1 && text.size() - i > 1) {
                const bool more = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 1, text.end(),
                                              [](char rest) { return (rest & 0xC0) != 0x80; });
                if (more) {
                    cell.text += "…";
                    ++cell.width;
                    return cell;
                }
            }
            ++cell.width;
        }
        cell.text.push_back(c < 0x20 || c == 0x7F ? ' ' : text[i]);
    }
    return cell;
}

void pad(std::string &out, std::size_t count)
{
    out.append(count, ' ');
}

} // namespace

Result<void> writeTextTable(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                            const WriteProgress &progress)
{
    const std::vector<int> columns = columnsOf(selection);
    const std::size_t count = rowCountOf(selection);
    std::vector<TextCell> titles;
    std::vector<std::size_t> widths;
    for (const int column : columns) {
        titles.push_back(fit(selection.table.headers().at(column).name.toStdString()));
        std::size_t width = titles.back().width;
        for (std::size_t i = 0; i < std::min(count, measuredRows); ++i) {
            const std::size_t row = selection.rows ? (*selection.rows)[i] : i;
            width = std::max(width, fit(cellText(selection.table.cell(row, column))).width);
        }
        widths.push_back(width);
    }
    const auto appendLine = [&](std::string &out, const auto &cellAt) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const TextCell cell = cellAt(i);
            const std::size_t gap = widths[i] > cell.width ? widths[i] - cell.width : 0;
            const bool right = isNumberType(selection.table.headers().at(columns[i]).type);
            if (i > 0)
                out += "  ";
            if (right)
                pad(out, gap);
            out += cell.text;
            if (!right && i + 1 < columns.size())
                pad(out, gap);
        }
        out.push_back('\n');
    };
    std::string head;
    appendLine(head, [&](std::size_t i) { return titles[i]; });
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            head += "  ";
        head.append(widths[i], '-');
    }
    head.push_back('\n');
    if (auto written = sink.write(head); !written)
        return written;
    return walkRows(selection, sink, cancel, progress, [&](std::string &out, const RowRef &row) {
        appendLine(out, [&](std::size_t i) { return fit(cellText(row.cell(columns[i]))); });
    });
}

} // namespace sonde
