#include "results/jsontext.h"
#include "results/rowwalk.h"

#include <QJsonDocument>
#include <QSet>
#include <QStringList>
#include <cmath>

namespace sonde {

namespace {

/// Dynamic is JSON text by contract; what is none is written as a string, so that the line stays JSON.
void appendDynamic(std::string &out, std::string_view text)
{
    QJsonParseError error;
    const QByteArray array =
        '[' + QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())) + ']';
    QJsonDocument::fromJson(array, &error);
    const bool oneLine = text.find_first_of("\r\n") == std::string_view::npos;
    if (error.error == QJsonParseError::NoError && !text.empty() && oneLine)
        out += text;
    else
        appendJsonString(out, text);
}

void appendJsonCell(std::string &out, const CellRef &cell)
{
    if (cell.isNull()) {
        out += "null";
        return;
    }
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
        appendCell(out, cell);
        break;
    case ColumnType::Real:
        if (std::isfinite(column.real(cell.row)))
            appendCell(out, cell);
        else
            appendJsonString(out, cellText(cell));
        break;
    case ColumnType::Dynamic:
        appendDynamic(out, column.text(cell.row));
        break;
    default:
        appendJsonString(out, cellText(cell));
        break;
    }
}

/// The names of the columns as keys of one object, in which no name may stand twice: the second “a” becomes
/// “a (2)”, unless a column has that name.
QStringList keyNames(const ChunkedTable &table, const std::vector<int> &columns)
{
    QSet<QString> taken;
    for (const int column : columns)
        taken.insert(table.headers().at(column).name);
    QSet<QString> used;
    QStringList names;
    for (const int column : columns) {
        const QString name = table.headers().at(column).name;
        QString key = name;
        for (int number = 2; used.contains(key) || (key != name && taken.contains(key)); ++number)
            key = QStringLiteral("%1 (%2)").arg(name).arg(number);
        used.insert(key);
        names << key;
    }
    return names;
}

} // namespace

Result<void> writeJsonLines(const Selection &selection, ByteSink &sink, const CancelState &cancel,
                            const WriteProgress &progress)
{
    const std::vector<int> columns = columnsOf(selection);
    std::vector<std::string> keys;
    for (const QString &name : keyNames(selection.table, columns)) {
        std::string key(keys.empty() ? "{" : ",");
        appendJsonString(key, name.toStdString());
        key.push_back(':');
        keys.push_back(std::move(key));
    }
    return walkRows(selection, sink, cancel, progress, [&](std::string &out, const RowRef &row) {
        if (columns.empty())
            out.push_back('{');
        for (std::size_t i = 0; i < columns.size(); ++i) {
            out += keys[i];
            appendJsonCell(out, row.cell(columns[i]));
        }
        out += "}\n";
    });
}

} // namespace sonde
