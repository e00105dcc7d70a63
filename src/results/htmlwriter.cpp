#include "results/rowwalk.h"

#include <memory>

namespace sonde {

namespace {

/// Spreadsheets and mail programs read the style too: without mso-number-format Excel would run a text that
/// begins as a formula, and make a number of 007.
constexpr const char *head = "<!DOCTYPE html>\n"
                             "<html>\n"
                             "<head>\n"
                             "<meta charset=\"utf-8\">\n"
                             "<title>Sonde</title>\n"
                             "<style>\n"
                             "table { border-collapse: collapse; font-family: sans-serif; font-size: 10pt }\n"
                             "th, td { border: 1px solid #ccc; padding: 2px 6px; text-align: left; "
                             "vertical-align: top; white-space: pre-wrap; unicode-bidi: plaintext }\n"
                             ".n { text-align: right }\n"
                             ".t { mso-number-format: \"\\@\" }\n"
                             "</style>\n"
                             "</head>\n"
                             "<body>\n"
                             "<table>\n";

const char *escapeOf(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
        return nullptr;
    default:
        return controlPicture(c);
    }
}

void appendHtml(std::string &out, std::string_view text)
{
    for (;;) {
        const std::size_t end = text.find_first_of("\r\n");
        appendReplaced(out, text.substr(0, end), escapeOf);
        if (end == std::string_view::npos)
            return;
        out += "<br>";
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
}

const char *cellTag(ColumnType type)
{
    if (isNumberType(type))
        return "<td class=\"n\">";
    return isTextType(type) ? "<td class=\"t\">" : "<td>";
}

} // namespace

Result<void> writeHtml(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                       const CancelState &cancel, const WriteProgress &progress)
{
    const std::vector<int> columns = columnsOf(selection);
    std::string top(head);
    std::vector<const char *> tags;
    if (options.header)
        top += "<thead>\n<tr>";
    for (const int column : columns) {
        const ColumnHeader &header = selection.table.headers().at(column);
        tags.push_back(cellTag(header.type));
        if (!options.header)
            continue;
        top += isNumberType(header.type) ? "<th class=\"n\">" : "<th>";
        appendHtml(top, header.name.toStdString());
        top += "</th>";
    }
    top += options.header ? "</tr>\n</thead>\n<tbody>\n" : "<tbody>\n";
    if (auto written = sink.write(top); !written)
        return written;
    std::string null;
    appendHtml(null, options.nullText.toStdString());
    const auto makeRow = [&]() -> AppendRow {
        const auto cells = std::make_shared<ZonedCells>(options);
        return [&columns, &tags, &null, cells](std::string &out, const RowRef &row) {
            std::string text;
            out += "<tr>";
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const CellRef cell = row.cell(columns[i]);
                text.clear();
                cells->append(text, cell);
                out += tags[i];
                if (cell.isNull())
                    out += null;
                else
                    appendHtml(out, text);
                out += "</td>";
            }
            out += "</tr>\n";
        };
    };
    if (auto written = walkBlocks(selection, sink, cancel, progress, makeRow); !written)
        return written;
    return sink.write("</tbody>\n</table>\n</body>\n</html>\n");
}

} // namespace sonde
