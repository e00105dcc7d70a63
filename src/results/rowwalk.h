#pragma once

#include "results/isozonetext.h"
#include "results/writers.h"

#include <functional>

/// What the writers share; internal to results.
namespace sonde {

using AppendRow = std::function<void(std::string &buffer, const RowRef &row)>;
/// Makes what appends the rows of one block, in the thread that does: what is slow to make, or remembers
/// things, is made once for a block.
using MakeAppendRow = std::function<AppendRow()>;

/// Appends every selected row, on several threads, hands that to the sink in order and in the calling thread,
/// and looks at \a cancel before each row.
Result<void> walkBlocks(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                        const WriteProgress &progress, const MakeAppendRow &makeAppendRow);
/// The same with one \a appendRow for all threads.
Result<void> walkRows(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                      const WriteProgress &progress, const AppendRow &appendRow);

std::vector<int> columnsOf(const Selection &selection);

/// How many rows the selection has.
std::size_t rowCountOf(const Selection &selection);
/// The names of the columns where no name may stand twice: the second “a” becomes “a (2)”, unless a column
/// has that name.
std::vector<std::string> uniqueNames(const ChunkedTable &table, const std::vector<int> &columns);

void appendCell(std::string &out, const CellRef &cell);

/// Cells as text with datetimes in a zone. One for each thread.
class ZonedCells
{
public:
    explicit ZonedCells(const ExportOptions &options)
        : m_dateTimes(options.zone)
    {}

    /// Nothing for a null.
    void append(std::string &out, const CellRef &cell)
    {
        if (!cell.isNull() && cell.column->type() == ColumnType::DateTime)
            m_dateTimes.append(out, cell.column->integer(cell.row));
        else
            appendCell(out, cell);
    }

private:
    IsoZoneText m_dateTimes;
};

/// A text with one character put in another's place where \a replacement says so; null: it stays.
template <typename Replacement>
void appendReplaced(std::string &out, std::string_view text, Replacement replacement)
{
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const char *instead = replacement(text[i])) {
            out.append(text.substr(from, i - from));
            out += instead;
            from = i + 1;
        }
    }
    out.append(text.substr(from));
}

/// Keeps back what separates an object from the next until there is one.
class SeparatedSink final : public ByteSink
{
public:
    SeparatedSink(ByteSink &sink, std::string_view separator)
        : m_sink(sink)
        , m_separator(separator)
    {}

    Result<void> write(std::string_view bytes) override
    {
        if (bytes.empty())
            return {};
        if (m_isPending) {
            if (auto written = m_sink.write(m_separator); !written)
                return written;
        }
        m_isPending = true;
        return m_sink.write(bytes.substr(0, bytes.size() - m_separator.size()));
    }

private:
    ByteSink &m_sink;
    std::string_view m_separator;
    bool m_isPending = false;
};

/// The visible sign of a control character, such as ␀; null for any other.
const char *controlPicture(char c);
/// Numbers stand at the right.
bool isNumberType(ColumnType type);
/// Whether that is one JSON value.
bool isJson(std::string_view text);

} // namespace sonde
