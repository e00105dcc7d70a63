#pragma once

#include "core/connection.h"

#include <QAbstractTableModel>

namespace sonde {

class ConnectionStore;

/// The saved connections as rows, in the user's order. It changes nothing itself: a row that was dragged to
/// another place is asked for with moveRequested(), and comes back through the store.
class ConnectionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, CloudColumn, SearchesColumn, WorkspaceColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole, ColourRole };

    /// \a store outlives the model.
    explicit ConnectionsModel(const ConnectionStore &store, QObject *parent = nullptr);

    Connection connection(const QModelIndex &index) const;
    /// In the first column; not valid where the id is not there.
    QModelIndex indexOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    /// To the place \a index in the order, counted without the connection itself.
    void moveRequested(const QString &id, int index);

private:
    void reload();

    const ConnectionStore &m_store;
    QList<Connection> m_connections;
};

} // namespace sonde
