#include "results/rowwalk.h"

#include <algorithm>
#include <cstring>

namespace sonde {

namespace {

class CsvFields
{
public:
    explicit CsvFields(const CsvOptions &options)
        : m_options(options)
    {}

    void append(std::string &out, std::string_view field) const
    {
        if (!needsQuotes(field)) {
            out += field;
            return;
        }
        out.push_back('"');
        for (;;) {
            const std::size_t quote = field.find('"');
            if (quote == std::string_view::npos)
                break;
            out.append(field.substr(0, quote + 1));
            out.push_back('"');
            field.remove_prefix(quote + 1);
        }
        out.append(field);
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
    bool needsQuotes(std::string_view field) const
    {
        constexpr std::size_t width = sizeof(std::uint64_t);
        const char *at = field.data();
        const char *const end = at + field.size();
        if (field.size() < width) {
            return std::any_of(at, end, [this](char c) {
                return c == '"' || c == '\n' || c == '\r' || c == m_options.separator;
            });
        }
        // The last eight bytes may overlap those before.
        for (; at + width < end; at += width) {
            if (hasSpecial(at))
                return true;
        }
        return hasSpecial(end - width);
    }

    /// Eight bytes at once.
    bool hasSpecial(const char *at) const
    {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        const auto has = [bytes](char c) {
            constexpr std::uint64_t ones = 0x0101010101010101;
            // A byte of zero borrows into its highest bit, and only there is none in the byte itself.
            const std::uint64_t difference = bytes ^ (ones * static_cast<unsigned char>(c));
            return (difference - ones) & ~difference & (ones << 7);
        };
        return (has('"') | has('\n') | has('\r') | has(m_options.separator)) != 0;
    }

    CsvOptions m_options;
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
    return walkRows(selection, sink, cancel, progress, [&](std::string &out, const RowRef &row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                out.push_back(options.separator);
            const CellRef cell = row.cell(columns[i]);
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
