#include "results/rowwalk.h"

namespace sonde {

namespace {

class CsvFields
{
public:
    explicit CsvFields(const CsvOptions &options)
        : m_options(options)
    {
        m_special = {'"', '\n', '\r', options.separator, '\0'};
    }

    void append(std::string &out, std::string_view field) const
    {
        if (field.find_first_of(std::string_view(m_special.data(), 4)) == std::string_view::npos) {
            out += field;
            return;
        }
        out.push_back('"');
        for (const char c : field) {
            if (c == '"')
                out.push_back('"');
            out.push_back(c);
        }
        out.push_back('"');
    }

    /// Text of the data, which may be meant to be run by a spreadsheet; numbers and dates never are.
    void appendText(std::string &out, std::string_view field) const
    {
        if (m_options.guardFormulas && looksLikeFormula(field)) {
            append(out, std::string("'").append(field));
            return;
        }
        append(out, field);
    }

    void endLine(std::string &out) const { out += m_options.crlf ? "\r\n" : "\n"; }

private:
    CsvOptions m_options;
    std::array<char, 5> m_special;
};

} // namespace

Result<void> writeCsv(const Selection &selection, const CsvOptions &options, ByteSink &sink,
                      const CancelState &cancel, const WriteProgress &progress)
{
    const CsvFields fields(options);
    const std::vector<int> columns = columnsOf(selection);
    if (options.byteOrderMark) {
        if (auto written = sink.write("\xEF\xBB\xBF"); !written)
            return written;
    }
    if (options.header) {
        std::string line;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                line.push_back(options.separator);
            fields.appendText(line, selection.table.headers().at(columns[i]).name.toStdString());
        }
        fields.endLine(line);
        if (auto written = sink.write(line); !written)
            return written;
    }
    return walkRows(selection, sink, cancel, progress, [&](std::string &out, std::size_t row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                out.push_back(options.separator);
            const CellRef cell = selection.table.cell(row, columns[i]);
            if (cell.isNull())
                continue;
            const ColumnType type = cell.column->type();
            if (isTextType(type) && type != ColumnType::Decimal && type != ColumnType::Guid)
                fields.appendText(out, cell.column->text(cell.row));
            else if (options.separator == ',')
                appendCell(out, cell); // none of these holds a comma, a quote or a line end
            else
                fields.append(out, cellText(cell));
        }
        fields.endLine(out);
    });
}

} // namespace sonde
