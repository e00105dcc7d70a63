#include "models/connectionsmodel.h"

#include "stores/connectionstore.h"

#include <QMimeData>

namespace sonde {

namespace {

/// Of this program's own; nothing else can be dropped, and nothing of it can be dropped elsewhere.
const QString mimeType = QStringLiteral("application/x-sonde-connection-id");

} // namespace

ConnectionsModel::ConnectionsModel(const ConnectionStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_connections(store.connections())
{
    connect(&store, &ConnectionStore::changed, this, &ConnectionsModel::reload);
}

void ConnectionsModel::reload()
{
    const QList<Connection> now = m_store.connections();
    if (now == m_connections)
        return;
    // They are few, and the views find their rows again by id.
    beginResetModel();
    m_connections = now;
    endResetModel();
}

Connection ConnectionsModel::connection(const QModelIndex &index) const
{
    return m_connections.value(index.isValid() ? index.row() : -1);
}

QModelIndex ConnectionsModel::indexOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_connections.size(); ++row) {
        if (m_connections.at(row).id == id)
            return index(static_cast<int>(row), NameColumn);
    }
    return {};
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_connections.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Connection &connection = m_connections.at(index.row());
    if (role == IdRole)
        return connection.id;
    if (role == ColourRole)
        return static_cast<int>(connection.colour);
    if (role == Qt::ToolTipRole && index.column() == NameColumn)
        return connection.name.toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return connection.name;
    case CloudColumn:
        switch (connection.cloud) {
        case Cloud::Public:
            return tr("Public");
        case Cloud::UsGovernment:
            return tr("US Government");
        case Cloud::China:
            return tr("China");
        case Cloud::Custom:
            return connection.custom.authority.host();
        }
        return {};
    case SearchesColumn: {
        QStringList services;
        if (connection.offers(QueryLanguage::Kql))
            services << tr("logs query");
        if (connection.offers(QueryLanguage::Classic))
            services << tr("classic search");
        return services.join(QStringLiteral(", "));
    }
    case WorkspaceColumn:
        return connection.workspace.isEmpty() ? connection.workspaceId : connection.workspace;
    default:
        return {};
    }
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case CloudColumn:
        return tr("Cloud");
    case SearchesColumn:
        return tr("Searches with");
    case WorkspaceColumn:
        return tr("Workspace");
    default:
        return {};
    }
}

Qt::ItemFlags ConnectionsModel::flags(const QModelIndex &index) const
{
    // Things are dropped between rows, never on one.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList ConnectionsModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *ConnectionsModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType, connection(indexes.constFirst()).id.toUtf8());
    return data;
}

bool ConnectionsModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                    const QModelIndex &parent)
{
    Q_UNUSED(column)
    if (action != Qt::MoveAction || parent.isValid() || !data->hasFormat(mimeType))
        return false;
    const QModelIndex moved = indexOf(QString::fromUtf8(data->data(mimeType)));
    if (!moved.isValid())
        return false;
    const int target = row < 0 ? rowCount() : row;
    const int index = target > moved.row() ? target - 1 : target;
    if (index != moved.row())
        emit moveRequested(moved.data(IdRole).toString(), index);
    // The rows come back through the store; the view has nothing to take away.
    return false;
}

} // namespace sonde
