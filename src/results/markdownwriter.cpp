#include "results/rowwalk.h"

#include <memory>

namespace sonde {

namespace {

bool isWordCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

const char *escapeOf(char c)
{
    switch (c) {
    case '\\':
        return "\\\\";
    case '`':
        return "\\`";
    case '*':
        return "\\*";
    case '~':
        return "\\~";
    case '[':
        return "\\[";
    case '$':
        return "\\$";
    case '|':
        return "\\|";
    case '<':
        return "&lt;";
    case '&':
        return "&amp;";
    case '\t':
        return " ";
    default:
        return nullptr;
    }
}

/// A row is one line, so line ends become the tag that stands for them.
void appendMarkdown(std::string &out, std::string_view text)
{
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char *instead = escapeOf(c);
        if (c == '\n' || (c == '\r' && text.substr(i + 1, 1) != "\n")) {
            instead = "<br>";
        } else if (c == '\r') {
            instead = "";
        } else if (c == '_') {
            // Within a word it is one; elsewhere it may begin or end what is emphasized.
            const bool isInWord =
                i > 0 && i + 1 < text.size() && isWordCharacter(text[i - 1]) && isWordCharacter(text[i + 1]);
            instead = isInWord ? nullptr : "\\_";
        } else if (instead == nullptr) {
            instead = controlPicture(c);
        }
        if (instead == nullptr)
            continue;
        out.append(text.substr(from, i - from));
        out += instead;
        from = i + 1;
    }
    out.append(text.substr(from));
}

} // namespace

Result<void> writeMarkdown(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                           const CancelState &cancel, const WriteProgress &progress)
{
    const std::vector<int> columns = columnsOf(selection);
    // There is no table without columns in Markdown.
    if (columns.empty())
        return {};
    std::string names("|");
    std::string rule("|");
    for (const int column : columns) {
        const ColumnHeader &header = selection.table.headers().at(column);
        names.push_back(' ');
        appendMarkdown(names, header.name.toStdString());
        names += " |";
        rule += isNumberType(header.type) ? " ---: |" : " --- |";
    }
    if (auto written = sink.write(names + '\n' + rule + '\n'); !written)
        return written;
    std::string null;
    appendMarkdown(null, options.nullText.toStdString());
    return walkBlocks(selection, sink, cancel, progress, [&]() -> AppendRow {
        const auto cells = std::make_shared<ZonedCells>(options);
        return [&columns, &null, cells](std::string &out, const RowRef &row) {
            std::string text;
            out.push_back('|');
            for (const int column : columns) {
                const CellRef cell = row.cell(column);
                text.clear();
                cells->append(text, cell);
                out.push_back(' ');
                if (cell.isNull())
                    out += null;
                else
                    appendMarkdown(out, text);
                out += " |";
            }
            out.push_back('\n');
        };
    });
}

} // namespace sonde
