#include "models/importcolumnsmodel.h"

#include <algorithm>

namespace sonde {

void ImportColumnsModel::setTable(const ImportTable &table, bool isTyped)
{
    beginResetModel();
    m_table = table;
    m_isTyped = isTyped;
    endResetModel();
}

int ImportColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

int ImportColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportColumn &column = m_table.columns.at(index.row());
    if (role == Qt::EditRole && index.column() == Type)
        return static_cast<int>(column.type);
    if (role == Qt::ToolTipRole && index.column() == FirstValues)
        return column.firstValues.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    if (role == Qt::ToolTipRole && index.column() == Name && column.name != column.original &&
        !column.original.isEmpty()) {
        //: %1: a name
        return tr("In the file: %1").arg(column.original.toHtmlEscaped());
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Name:
        return column.name;
    case Type:
        return columnTypeName(column.type);
    default:
        return column.firstValues.join(QStringLiteral("  ·  "));
    }
}

QVariant ImportColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Column");
    case Type:
        return tr("Type");
    default:
        return tr("First values");
    }
}

Qt::ItemFlags ImportColumnsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Name || (index.column() == Type && !m_isTyped))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ImportColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    if (index.column() == Name) {
        if (!setName(index.row(), value.toString().trimmed()))
            return false;
    } else if (index.column() == Type && !m_isTyped) {
        const auto type = static_cast<ColumnType>(value.toInt());
        if (!types().contains(type))
            return false;
        m_table.columns[index.row()].type = type;
    } else {
        return false;
    }
    emit dataChanged(index, index);
    emit edited();
    return true;
}

bool ImportColumnsModel::setName(int row, const QString &name)
{
    const bool isTaken = std::any_of(m_table.columns.begin(), m_table.columns.end(),
                                     [&](const ImportColumn &column) { return column.name == name; });
    if (name.isEmpty() || (isTaken && m_table.columns.at(row).name != name))
        return false;
    m_table.columns[row].name = name;
    return true;
}

QList<ColumnType> ImportColumnsModel::types()
{
    return {ColumnType::String,  ColumnType::Long,     ColumnType::Int,      ColumnType::Real,
            ColumnType::Bool,    ColumnType::DateTime, ColumnType::TimeSpan, ColumnType::Guid,
            ColumnType::Dynamic, ColumnType::Decimal};
}

} // namespace sonde
