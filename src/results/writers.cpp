#include "results/writers.h"

#include "results/jsontext.h"
#include "results/orderedtasks.h"
#include "results/rowwalk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
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

Result<void> walkBlocks(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                        const WriteProgress &progress, const MakeAppendRow &makeAppendRow)
{
    constexpr std::size_t blockRows = 2048;
    constexpr std::size_t blocksAhead = 8;
    const std::size_t count = rowCountOf(selection);
    std::array<std::string, blocksAhead> texts;
    const auto fill = [&](std::size_t block) {
        std::string &text = texts[block % blocksAhead];
        text.clear();
        const AppendRow appendRow = makeAppendRow();
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

Result<void> walkRows(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                      const WriteProgress &progress, const AppendRow &appendRow)
{
    return walkBlocks(selection, sink, cancel, progress, [&appendRow] { return appendRow; });
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

std::size_t rowCountOf(const Selection &selection)
{
    return selection.rows ? selection.rows->size() : selection.table.rowCount();
}

std::vector<std::string> uniqueNames(const ChunkedTable &table, const std::vector<int> &columns)
{
    QSet<QString> taken;
    for (const int column : columns)
        taken.insert(table.headers().at(column).name);
    QSet<QString> used;
    std::vector<std::string> names;
    for (const int column : columns) {
        const QString name = table.headers().at(column).name;
        QString unique = name;
        for (int number = 2; used.contains(unique) || (unique != name && taken.contains(unique)); ++number)
            unique = QStringLiteral("%1 (%2)").arg(name).arg(number);
        used.insert(unique);
        names.push_back(unique.toStdString());
    }
    return names;
}

const char *controlPicture(char c)
{
    static constexpr std::array pictures{"␀", "␁", "␂", "␃", "␄", "␅", "␆", "␇", "␈", "␉", "␊",
                                         "␋", "␌", "␍", "␎", "␏", "␐", "␑", "␒", "␓", "␔", "␕",
                                         "␖", "␗", "␘", "␙", "␚", "␛", "␜", "␝", "␞", "␟"};
    const auto byte = static_cast<unsigned char>(c);
    return byte < pictures.size() ? pictures[byte] : byte == 0x7F ? "␡" : nullptr;
}

bool isNumberType(ColumnType type)
{
    return type == ColumnType::Int || type == ColumnType::Long || type == ColumnType::Real ||
           type == ColumnType::Decimal;
}

namespace {

/// Qt reads strings with line ends and unknown escapes, too, which other readers of JSON and of KQL do not.
bool hasStrictStrings(std::string_view json)
{
    bool isInString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto byte = static_cast<unsigned char>(json[i]);
        if (byte == '"') {
            isInString = !isInString;
        } else if (isInString && byte < 0x20) {
            return false;
        } else if (byte == '\\') {
            ++i;
            if (i == json.size() || std::string_view("\"\\/bfnrtu").find(json[i]) == std::string_view::npos)
                return false;
            const std::string_view digits = json.substr(i + 1, 4);
            if (json[i] == 'u' &&
                digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
                return false;
        }
    }
    return true;
}

} // namespace

bool isJson(std::string_view text)
{
    QJsonParseError error;
    const QByteArray array =
        '[' + QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())) + ']';
    // One value, so neither nothing nor "1, 2".
    const QJsonArray values = QJsonDocument::fromJson(array, &error).array();
    return error.error == QJsonParseError::NoError && values.size() == 1 && hasStrictStrings(text);
}

Result<void> writeRows(const Selection &selection, const ExportOptions &options, ByteSink &sink,
                       const CancelState &cancel, const WriteProgress &progress)
{
    switch (options.format) {
    case ExportFormat::Csv:
        return writeCsv(selection, options, sink, cancel, progress);
    case ExportFormat::Tsv: {
        ExportOptions tabs = options;
        tabs.separator = '\t';
        return writeCsv(selection, tabs, sink, cancel, progress);
    }
    case ExportFormat::JsonLines:
        return writeJsonLines(selection, options, sink, cancel, progress);
    case ExportFormat::Json:
        return writeJson(selection, options, sink, cancel, progress);
    case ExportFormat::Markdown:
        return writeMarkdown(selection, options, sink, cancel, progress);
    case ExportFormat::Html:
        return writeHtml(selection, options, sink, cancel, progress);
    case ExportFormat::KqlTable:
        return writeKqlTable(selection, sink, cancel, progress);
    case ExportFormat::InList:
        return writeInList(selection, sink, cancel, progress);
    case ExportFormat::TextTable:
        return writeTextTable(selection, sink, cancel, progress);
    case ExportFormat::Xlsx:
    case ExportFormat::Parquet:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace sonde
