#include "sandbox/classicrecords.h"

#include "kql/classicfields.h"
#include "results/jsontext.h"
#include "sandbox/jsonvalues.h"

#include <QUuid>

#include <algorithm>

namespace sonde {

namespace {

// Any fixed UUID will do: it only makes the ids of equal records equal from run to run.
const QUuid &idNamespace()
{
    static const QUuid uuid(QStringLiteral("{6f0c1f5e-2d0b-5b6e-9c55-0d2b7c1a9e01}"));
    return uuid;
}

std::string classicTime(Ticks ticks)
{
    return formatIsoDateTime(ticks - ticks % ticksPerMillisecond);
}

double numberOf(const CellRef &cell)
{
    if (cell.isNull())
        return 0;
    return cell.column->type() == ColumnType::Real ? cell.column->real(cell.row)
                                                   : static_cast<double>(cell.column->integer(cell.row));
}

bool isNumber(ColumnType type)
{
    return type == ColumnType::Int || type == ColumnType::Long || type == ColumnType::Real;
}

class RecordWriter
{
public:
    RecordWriter(const ChunkedTable &rows, const ClassicTranslation &search,
                 const SandboxEndpoints &endpoints, const ClassicHighlighter *highlighter)
        : m_rows(rows)
        , m_search(search)
        , m_highlighter(highlighter)
        , m_typeColumn(rows.indexOf(QStringLiteral("Type")))
        , m_timeColumn(rows.indexOf(QStringLiteral("TimeGenerated")))
        , m_managementGroup(QUuid::createUuidV5(idNamespace(), endpoints.workspaceId)
                                .toString(QUuid::WithoutBraces)
                                .toStdString())
        , m_groupName("AOI-" + endpoints.workspaceId.toStdString())
    {
        for (const ColumnHeader &header : rows.headers())
            m_names.push_back(jsonString(header.name));
    }

    std::string record(std::size_t row) const
    {
        std::string out = "{";
        for (int column = 0; column < m_rows.columnCount(); ++column) {
            if (isSent(column))
                appendField(out, column, m_rows.cell(row, column));
        }
        if (!m_search.aggregated)
            appendIdentity(out, row);
        out += '}';
        return out;
    }

private:
    bool isSent(int column) const
    {
        if (m_search.aggregated)
            return true;
        const QString &name = m_rows.headers().at(column).name;
        if (m_search.selectedFields.contains(name))
            return true;
        if (name == u"Type" || name == u"ManagementGroupName")
            return false; // written with the record's identity
        return !isHiddenClassicField(name);
    }

    void appendField(std::string &out, int index, const CellRef &cell) const
    {
        if (cell.isNull())
            return;
        const Column &column = *cell.column;
        if (isTextType(column.type()) && column.text(cell.row).empty() && !m_search.aggregated)
            return;
        if (out.size() > 1)
            out += ',';
        out += m_names.at(static_cast<std::size_t>(index));
        out += ':';
        switch (column.type()) {
        case ColumnType::Bool:
            out += column.integer(cell.row) != 0 ? "true" : "false";
            break;
        case ColumnType::Int:
        case ColumnType::Long:
            if (isValue(index))
                appendJsonFloat(out, numberOf(cell));
            else
                appendJsonInteger(out, column.integer(cell.row));
            break;
        case ColumnType::Real:
            appendJsonFloat(out, column.real(cell.row));
            break;
        case ColumnType::DateTime:
            appendJsonString(out, classicTime(column.integer(cell.row)));
            break;
        case ColumnType::TimeSpan:
            appendJsonString(out, formatTimespan(column.integer(cell.row)));
            break;
        case ColumnType::Decimal:
        case ColumnType::Guid:
        case ColumnType::String:
        case ColumnType::Dynamic:
            appendJsonString(out, column.text(cell.row));
            break;
        }
    }

    bool isValue(int index) const
    {
        return m_search.aggregated && m_search.valueFields.contains(m_rows.headers().at(index).name);
    }

    std::string textOf(std::size_t row, int column) const
    {
        if (column < 0)
            return {};
        const CellRef cell = m_rows.cell(row, column);
        return cell.isNull() || !isTextType(cell.column->type()) ? std::string()
                                                                 : std::string(cell.column->text(cell.row));
    }

    void appendIdentity(std::string &out, std::size_t row) const
    {
        std::string type = textOf(row, m_typeColumn);
        if (m_typeColumn < 0 && m_search.types.size() == 1)
            type = m_search.types.first().toStdString();
        const QString id =
            QUuid::createUuidV5(idNamespace(), QByteArray::fromStdString(out)).toString(QUuid::WithoutBraces);
        if (out.size() > 1)
            out += ',';
        if (m_search.selectedFields.isEmpty()) {
            out += "\"MG\":\"" + m_managementGroup + "\",\"ManagementGroupName\":\"" + m_groupName + "\",";
            out += "\"id\":" + jsonString(id) + ",\"Type\":" + jsonString(std::string_view(type)) + ',';
        } else {
            out += "\"id\":" + jsonString(id) + ',';
        }
        out += "\"__metadata\":{\"Type\":" + jsonString(std::string_view(type));
        if (m_timeColumn >= 0) {
            const CellRef time = m_rows.cell(row, m_timeColumn);
            if (!time.isNull() && time.column->type() == ColumnType::DateTime)
                out += ",\"TimeGenerated\":\"" + classicTime(time.column->integer(time.row)) + '"';
        }
        if (m_highlighter != nullptr)
            appendHighlighting(out, row);
        out += '}';
    }

    void appendHighlighting(std::string &out, std::size_t row) const
    {
        out += ",\"highlighting\":{";
        bool isFirst = true;
        for (int column = 0; column < m_rows.columnCount(); ++column) {
            const ColumnHeader &header = m_rows.headers().at(column);
            if (header.type != ColumnType::String || !isSent(column))
                continue;
            const auto marked =
                m_highlighter->marked(header.name, QString::fromStdString(textOf(row, column)));
            if (!marked)
                continue;
            out += isFirst ? "" : ",";
            out += m_names.at(static_cast<std::size_t>(column)) + ":[" + jsonString(*marked) + ']';
            isFirst = false;
        }
        out += '}';
    }

    const ChunkedTable &m_rows;
    const ClassicTranslation &m_search;
    const ClassicHighlighter *m_highlighter;
    const int m_typeColumn;
    const int m_timeColumn;
    const std::string m_managementGroup;
    const std::string m_groupName;
    std::vector<std::string> m_names;
};

} // namespace

ClassicRecords toClassicRecords(const ChunkedTable &rows, const ClassicTranslation &search,
                                const SandboxEndpoints &endpoints, const ClassicHighlighter *highlighter)
{
    ClassicRecords out;
    out.records.reserve(rows.rowCount());
    const RecordWriter writer(rows, search, endpoints, highlighter);
    const int value = search.valueFields.isEmpty() ? -1 : rows.indexOf(search.valueFields.first());
    const bool summed = value >= 0 && isNumber(rows.headers().at(value).type);
    for (std::size_t row = 0; row < rows.rowCount(); ++row) {
        out.records.push_back(writer.record(row));
        if (!summed)
            continue;
        const double number = numberOf(rows.cell(row, value));
        out.sum += number;
        out.max = row == 0 ? number : std::max(out.max, number);
    }
    return out;
}

} // namespace sonde
