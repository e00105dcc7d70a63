#include "results/rowwalk.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace sonde {

namespace {

class CsvFields
{
public:
    explicit CsvFields(const ExportOptions &options)
        : m_options(options)
    {}

    void append(std::string &out, std::string_view field) const
    {
        if (needsQuotes(field))
            appendQuoted(out, field);
        else
            out += field;
    }

    static void appendQuoted(std::string &out, std::string_view field)
    {
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
        if (isGuarded(field)) {
            append(out, std::string("'").append(field));
            return;
        }
        append(out, field);
    }

    bool isGuarded(std::string_view field) const
    {
        return m_options.guardFormulas && looksLikeFormula(field);
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

    ExportOptions m_options;
};

/// What the data hold as text, which a spreadsheet may take for something else.
bool isDataText(ColumnType type)
{
    return isTextType(type) && type != ColumnType::Decimal && type != ColumnType::Guid;
}

/// The cells of any dialect. One for each thread.
class DialectCells
{
public:
    DialectCells(const CsvFields &fields, const ExportOptions &options)
        : m_fields(fields)
        , m_quoting(options.quoting)
        , m_decimalComma(options.decimalComma)
        , m_null(options.nullText.toStdString())
        , m_cells(options)
    {}

    void append(std::string &out, const CellRef &cell)
    {
        if (cell.isNull()) {
            m_fields.append(out, m_null);
            return;
        }
        const ColumnType type = cell.column->type();
        if (isDataText(type)) {
            appendText(out, cell.column->text(cell.row));
            return;
        }
        m_text.clear();
        m_cells.append(m_text, cell);
        if (m_decimalComma && (type == ColumnType::Real || type == ColumnType::Decimal))
            std::replace(m_text.begin(), m_text.end(), '.', ',');
        put(out, m_text, type == ColumnType::Guid);
    }

    void appendText(std::string &out, std::string_view field)
    {
        m_text.clear();
        if (m_fields.isGuarded(field))
            m_text = "'";
        put(out, m_text.empty() ? field : std::string_view(m_text.append(field)), true);
    }

private:
    void put(std::string &out, std::string_view field, bool isText)
    {
        const bool isQuoted = m_quoting == CsvQuoting::All || (m_quoting == CsvQuoting::AllText && isText) ||
                              (!m_null.empty() && field == m_null);
        if (isQuoted)
            CsvFields::appendQuoted(out, field);
        else
            m_fields.append(out, field);
    }

    const CsvFields &m_fields;
    CsvQuoting m_quoting;
    bool m_decimalComma;
    std::string m_null;
    ZonedCells m_cells;
    std::string m_text; ///< kept, so that it need not grow again
};

Result<void> writeHead(const Selection &selection, const std::vector<int> &columns, const CsvFields &fields,
                       const ExportOptions &options, ByteSink &sink)
{
    std::string head;
    if (options.byteOrderMark)
        head += "\xEF\xBB\xBF";
    if (options.header) {
        DialectCells names(fields, options);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                head.push_back(options.separator);
            names.appendText(head, selection.table.headers().at(columns[i]).name.toStdString());
        }
        fields.endLine(head);
    }
    return sink.write(head);
}

/// Fields as they come, with nothing to be asked of a dialect for each cell but the separator.
AppendRow usualRow(const std::vector<int> &columns, const CsvFields &fields, char separator)
{
    return [&columns, &fields, separator](std::string &out, const RowRef &row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                out.push_back(separator);
            const CellRef cell = row.cell(columns[i]);
            if (cell.isNull())
                continue;
            if (isDataText(cell.column->type()))
                fields.appendText(out, cell.column->text(cell.row));
            else if (separator == ',')
                appendCell(out, cell); // none of these holds a comma, a quote or a line end
            else
                fields.append(out, cellText(cell));
        }
        fields.endLine(out);
    };
}

AppendRow dialectRow(const std::vector<int> &columns, const CsvFields &fields, const ExportOptions &options)
{
    const auto cells = std::make_shared<DialectCells>(fields, options);
    return [&columns, &fields, separator = options.separator, cells](std::string &out, const RowRef &row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                out.push_back(separator);
            cells->append(out, row.cell(columns[i]));
        }
        fields.endLine(out);
    };
}

} // namespace

Result<void> writeCsv(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                      const CancelState &cancel, const WriteProgress &progress)
{
    const CsvFields fields(options);
    const std::vector<int> columns = columnsOf(selection);
    if (auto written = writeHead(selection, columns, fields, options, sink); !written)
        return written;
    const bool isUsual = options.quoting == CsvQuoting::WhereNeeded && options.nullText.isEmpty() &&
                         !options.decimalComma && !options.zone;
    if (isUsual)
        return walkRows(selection, sink, cancel, progress, usualRow(columns, fields, options.separator));
    return walkBlocks(selection, sink, cancel, progress,
                      [&] { return dialectRow(columns, fields, options); });
}

} // namespace sonde
