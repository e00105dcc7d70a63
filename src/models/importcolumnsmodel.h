#pragma once

#include "ports/importguess.h"

#include <QAbstractTableModel>

namespace sonde {

/// The columns of a table that a file will become: name and type, which can be changed, and the first values
/// as the file has them.
class ImportColumnsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Type, FirstValues, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// \a isTyped: the file itself says which types its columns have.
    void setTable(const ImportTable &table, bool isTyped);
    const ImportTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Of the type, Qt::EditRole is a ColumnType as int.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Refuses names that are empty or taken by another column.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// The types that a column may have, the usual ones first.
    static QList<ColumnType> types();

signals:
    /// A name or a type was changed by hand.
    void edited();

private:
    bool setName(int row, const QString &name);

    ImportTable m_table;
    bool m_isTyped = false;
};

} // namespace sonde
