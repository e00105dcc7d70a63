#include "core/kqltext.h"
#include "results/rowwalk.h"

#include <QCoreApplication>
#include <cmath>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KqlTableWriter)
};

/// JSON as KQL reads it, where \/ is no escape.
void appendJson(std::string &out, std::string_view json)
{
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '\\' && i + 1 < json.size()) {
            ++i;
            if (json[i] != '/')
                out.push_back(c);
            out.push_back(json[i]);
        } else {
            // Only between the values: no string has one.
            out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
        }
    }
}

void appendReal(std::string &out, const CellRef &cell)
{
    const double value = cell.column->real(cell.row);
    if (std::isinf(value))
        out += value > 0 ? "+inf" : "-inf";
    else if (std::isnan(value))
        out += "nan";
    else
        appendCell(out, cell);
}

void appendKqlCell(std::string &out, const CellRef &cell, ColumnType type, const std::string &call)
{
    if (type == ColumnType::String) {
        // The service's texts are never null.
        appendKqlString(out, cell.isNull() ? std::string_view() : cell.column->text(cell.row));
        return;
    }
    out += call;
    if (cell.isNull()) {
        out += "null";
    } else if (type == ColumnType::Dynamic) {
        const std::string_view text = cell.column->text(cell.row);
        if (isJson(text))
            appendJson(out, text);
        else
            appendKqlString(out, text);
    } else if (type == ColumnType::Real) {
        appendReal(out, cell);
    } else {
        appendCell(out, cell);
    }
    out.push_back(')');
}

struct KqlColumn
{
    int column;
    ColumnType type;
    std::string call; ///< `long(`
};

} // namespace

Result<void> writeKqlTable(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                           const WriteProgress &progress)
{
    const std::vector<int> columns = columnsOf(selection);
    if (columns.empty()) {
        return failure(ErrorKind::Usage, Words::tr("There is no KQL datatable without columns."),
                       Words::tr("Choose another format."));
    }
    const std::vector<std::string> names = uniqueNames(selection.table, columns);
    std::vector<KqlColumn> parts;
    QString head = QStringLiteral("datatable(");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnType type = selection.table.headers().at(columns[i]).type;
        const QString name = QString::fromStdString(names[i]);
        head += (i > 0 ? QStringLiteral(", ") : QString()) +
                kqlName(name.isEmpty() ? QStringLiteral("Column%1").arg(i + 1) : name) + u": " +
                columnTypeName(type);
        parts.push_back({columns[i], type, columnTypeName(type).toStdString() + '('});
    }
    const bool isEmpty = rowCountOf(selection) == 0;
    if (auto written = sink.write(head.toStdString() + (isEmpty ? ")\n[" : ")\n[\n")); !written)
        return written;
    SeparatedSink separated(sink, ",\n");
    const auto appendRow = [&parts](std::string &out, const RowRef &row) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            out += i > 0 ? ", " : "    ";
            appendKqlCell(out, row.cell(parts[i].column), parts[i].type, parts[i].call);
        }
        out += ",\n";
    };
    if (auto written = walkRows(selection, separated, cancel, progress, appendRow); !written)
        return written;
    return sink.write(isEmpty ? "]\n" : "\n]\n");
}

} // namespace sonde
