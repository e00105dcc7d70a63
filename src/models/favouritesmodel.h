#pragma once

#include "core/error.h"
#include "stores/favouritelisting.h"

#include <QAbstractItemModel>
#include <QHash>
#include <memory>

namespace sonde {

class FavouriteStore;

/// The favourites as a tree: the folders they are kept in, the folders in those, and the files.
///
/// Follows the store row by row, so that what is unfolded or chosen in a view stays so. Dragging moves files
/// and folders; editing a name renames.
class FavouritesModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind {
        Root, ///< a folder of the store: the user's own, an added one, the samples
        Folder,
        Favourite
    };
    enum Role {
        KindRole = Qt::UserRole, ///< Kind
        PathRole,                ///< QString
        FaultRole,      ///< QString: why a file cannot be read, or a folder not be shown; empty if it can
        SearchRole,     ///< QString: all that a search looks at; of favourites
        LastUsedRole,   ///< QDateTime: of a folder the latest in it; invalid: never
        TimesUsedRole,  ///< int: of a folder the most in it
        ChangeableRole, ///< bool: whether it is the user's
        RootOrderRole   ///< int: the place of the root among the roots
    };

    /// \a store outlives the model.
    explicit FavouritesModel(FavouriteStore &store, QObject *parent = nullptr);
    ~FavouritesModel() override;

    /// Shows the store as it is, in the words of the language that is spoken now. The store's own changes are
    /// followed without it.
    void update();

    Kind kindOf(const QModelIndex &index) const;
    QString pathOf(const QModelIndex &index) const;
    /// Invalid where it is not shown.
    QModelIndex indexOf(const QString &path) const;
    /// Of a file, the folder it lies in.
    QString folderOf(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    /// Of a renaming or a moving that the user asked for in the view.
    void failed(const sonde::Error &error);

private:
    struct Node;
    struct Wanted;
    using Contents = QHash<QString, QList<Wanted>>;

    void fill(Node &node, const Contents &contents);
    void updateChildren(Node &node, const Contents &contents);
    void forget(const Node &node);
    QModelIndex indexOf(const Node &node) const;
    Node *nodeOf(const QModelIndex &index) const;
    void rename(const QString &path, Kind kind, const QString &name);
    QString toolTip(const Node &node) const;
    QString faultOf(const Node &node) const;
    QString searchText(const Node &node) const;
    QVariant usage(const Node &node, int role) const;

    FavouriteStore &m_store;
    std::unique_ptr<Node> m_root;
    QHash<QString, Node *> m_nodes;
};

} // namespace sonde
