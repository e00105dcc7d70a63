#include "models/favouritesmodel.h"

#include "stores/favouritestore.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <algorithm>
#include <vector>

namespace sonde {

/// What a row is to show.
struct FavouritesModel::Wanted
{
    Kind kind = Kind::Folder;
    QString path;
    QString name;
    QString fault; ///< of a folder
    FavouriteFile file;
    int order = 0;
    bool operator==(const Wanted &) const = default;
};

struct FavouritesModel::Node
{
    Wanted shown;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    int row() const
    {
        const auto found = std::find_if(parent->children.begin(), parent->children.end(),
                                        [this](const auto &child) { return child.get() == this; });
        return static_cast<int>(found - parent->children.begin());
    }
};

FavouritesModel::FavouritesModel(FavouriteStore &store, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_root(std::make_unique<Node>())
{
    connect(&m_store, &FavouriteStore::changed, this, &FavouritesModel::update);
    connect(&m_store, &FavouriteStore::used, this, [this](const QString &path) {
        // The folders above sort by what is in them.
        for (QModelIndex index = indexOf(path); index.isValid(); index = index.parent())
            emit dataChanged(index, index, {LastUsedRole, TimesUsedRole, Qt::ToolTipRole});
    });
    update();
}

FavouritesModel::~FavouritesModel() = default;

void FavouritesModel::update()
{
    Contents contents;
    QList<Wanted> roots;
    for (const FavouriteListing &listing : m_store.listings()) {
        Wanted root;
        root.kind = Kind::Root;
        root.path = listing.path;
        root.order = static_cast<int>(roots.size());
        switch (listing.kind) {
        case FavouriteListing::Kind::Own:
            root.name = tr("My favourites");
            break;
        case FavouriteListing::Kind::Added:
            root.name = QFileInfo(listing.path).fileName();
            if (root.name.isEmpty())
                root.name = QDir::toNativeSeparators(listing.path);
            break;
        case FavouriteListing::Kind::Samples:
            root.name = tr("Samples of the embedded workspace");
            break;
        }
        if (listing.state == FavouriteListing::State::Missing) {
            root.name = tr("%1 (not there now)").arg(root.name);
            root.fault = tr("This folder is not there now. Its favourites come back with it.");
        } else if (listing.isCut) {
            root.fault = tr("Only the first %L1 files and folders are shown.").arg(largestListing);
        }
        roots.append(root);
        for (const QString &folder : listing.folders) {
            const QFileInfo info(folder);
            contents[info.path()].append({Kind::Folder, folder, info.fileName(), {}, {}, 0});
        }
        for (const FavouriteFile &file : listing.files) {
            contents[file.path.left(file.path.lastIndexOf(u'/'))].append(
                {Kind::Favourite, file.path, file.favourite.name, {}, file, 0});
        }
    }
    contents.insert(QString(), roots);
    updateChildren(*m_root, contents);
}

void FavouritesModel::fill(Node &node, const Contents &contents)
{
    m_nodes.insert(node.shown.path, &node);
    if (node.shown.kind == Kind::Favourite)
        return;
    const QList<Wanted> wanted = contents.value(node.shown.path);
    for (const Wanted &child : wanted) {
        auto made = std::make_unique<Node>();
        made->shown = child;
        made->parent = &node;
        fill(*made, contents);
        node.children.push_back(std::move(made));
    }
}

void FavouritesModel::forget(const Node &node)
{
    m_nodes.remove(node.shown.path);
    for (const auto &child : node.children)
        forget(*child);
}

void FavouritesModel::updateChildren(Node &node, const Contents &contents)
{
    const QList<Wanted> wanted = contents.value(node.shown.path);
    QHash<QString, const Wanted *> byPath;
    for (const Wanted &child : wanted)
        byPath.insert(child.path, &child);
    for (int row = static_cast<int>(node.children.size()); row-- > 0;) {
        const Node &child = *node.children.at(static_cast<std::size_t>(row));
        const Wanted *stays = byPath.value(child.shown.path);
        if (stays != nullptr && stays->kind == child.shown.kind)
            continue;
        beginRemoveRows(indexOf(node), row, row);
        forget(child);
        node.children.erase(node.children.begin() + row);
        endRemoveRows();
    }
    QSet<QString> shown;
    for (const auto &child : node.children)
        shown.insert(child->shown.path);
    std::vector<std::unique_ptr<Node>> fresh;
    for (const Wanted &child : wanted) {
        if (shown.contains(child.path))
            continue;
        auto made = std::make_unique<Node>();
        made->shown = child;
        made->parent = &node;
        fresh.push_back(std::move(made));
    }
    for (const auto &child : node.children) {
        if (const Wanted &now = *byPath.value(child->shown.path); child->shown != now) {
            child->shown = now;
            emit dataChanged(indexOf(*child), indexOf(*child));
        }
        if (child->shown.kind != Kind::Favourite)
            updateChildren(*child, contents);
    }
    if (fresh.empty())
        return;
    // With all that is in them, so that proxies look at each once.
    const auto first = static_cast<int>(node.children.size());
    beginInsertRows(indexOf(node), first, first + static_cast<int>(fresh.size()) - 1);
    for (auto &child : fresh) {
        fill(*child, contents);
        node.children.push_back(std::move(child));
    }
    endInsertRows();
}

FavouritesModel::Node *FavouritesModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FavouritesModel::indexOf(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row(), 0, &node);
}

QModelIndex FavouritesModel::indexOf(const QString &path) const
{
    const Node *node = m_nodes.value(path);
    return node == nullptr ? QModelIndex() : indexOf(*node);
}

FavouritesModel::Kind FavouritesModel::kindOf(const QModelIndex &index) const
{
    return nodeOf(index)->shown.kind;
}

QString FavouritesModel::pathOf(const QModelIndex &index) const
{
    return nodeOf(index)->shown.path;
}

QString FavouritesModel::folderOf(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    return node->shown.kind == Kind::Favourite ? node->parent->shown.path : node->shown.path;
}

QModelIndex FavouritesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children.at(static_cast<std::size_t>(row)).get());
}

QModelIndex FavouritesModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(*nodeOf(child)->parent) : QModelIndex();
}

int FavouritesModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int FavouritesModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString FavouritesModel::faultOf(const Node &node) const
{
    return node.shown.file.fault ? node.shown.file.fault->message + u' ' + node.shown.file.fault->advice
                                 : node.shown.fault;
}

QString FavouritesModel::toolTip(const Node &node) const
{
    const Favourite &favourite = node.shown.file.favourite;
    QStringList parts;
    if (node.shown.kind == Kind::Favourite)
        parts.append(favourite.name);
    if (!favourite.description.isEmpty())
        parts.append(favourite.description);
    if (!favourite.tags.isEmpty())
        //: %1: a list of tags
        parts.append(tr("Tags: %1").arg(favourite.tags.join(QLatin1String(", "))));
    if (const QString fault = faultOf(node); !fault.isEmpty())
        parts.append(fault);
    if (!node.shown.path.startsWith(u':'))
        parts.append(QDir::toNativeSeparators(node.shown.path));
    // Names may look like rich text, and a long line is to be broken.
    return parts.isEmpty() ? QString()
                           : QLatin1String("<qt>") +
                                 parts.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br>")) +
                                 QLatin1String("</qt>");
}

QString FavouritesModel::searchText(const Node &node) const
{
    const Favourite &favourite = node.shown.file.favourite;
    QStringList parts{favourite.name, favourite.tags.join(u' '), favourite.description, favourite.text};
    // The folders up to that of the store, whose own path says nothing about the favourite.
    for (const Node *folder = node.parent; folder->shown.kind == Kind::Folder; folder = folder->parent)
        parts.append(folder->shown.name);
    return parts.join(u'\n');
}

QVariant FavouritesModel::usage(const Node &node, int role) const
{
    if (node.shown.kind == Kind::Favourite) {
        const FavouriteUse use = m_store.useOf(node.shown.path);
        return role == LastUsedRole ? QVariant(use.last) : QVariant(use.times);
    }
    QDateTime last;
    int times = 0;
    for (const auto &child : node.children) {
        if (role == LastUsedRole) {
            const QDateTime other = usage(*child, role).toDateTime();
            last = !last.isValid() || (other.isValid() && other > last) ? other : last;
        } else {
            times = std::max(times, usage(*child, role).toInt());
        }
    }
    return role == LastUsedRole ? QVariant(last) : QVariant(times);
}

QVariant FavouritesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    const Favourite &favourite = node.shown.file.favourite;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return node.shown.name;
    case Qt::ToolTipRole:
        return toolTip(node);
    case Qt::AccessibleDescriptionRole:
        return faultOf(node).isEmpty() ? favourite.description : faultOf(node);
    case KindRole:
        return QVariant::fromValue(static_cast<int>(node.shown.kind));
    case PathRole:
        return node.shown.path;
    case FaultRole:
        return faultOf(node);
    case SearchRole:
        return searchText(node);
    case LastUsedRole:
    case TimesUsedRole:
        return usage(node, role);
    case ChangeableRole:
        return m_store.isChangeable(node.shown.path);
    case RootOrderRole:
        return node.shown.order;
    default:
        return {};
    }
}

bool FavouritesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || !index.isValid() || name.isEmpty() || name == data(index).toString())
        return false;
    // Later: with its path the row goes, and with the row the view's editor, which is still at work.
    const Node &node = *nodeOf(index);
    QMetaObject::invokeMethod(
        this, [this, path = node.shown.path, kind = node.shown.kind, name] { rename(path, kind, name); },
        Qt::QueuedConnection);
    return true;
}

void FavouritesModel::rename(const QString &path, Kind kind, const QString &name)
{
    std::optional<Error> error;
    if (kind == Kind::Folder) {
        if (const auto renamed = m_store.renameFolder(path, name); !renamed)
            error = renamed.error();
    } else if (const auto renamed = m_store.rename(path, name); !renamed) {
        error = renamed.error();
    }
    if (error)
        emit failed(*error);
}

Qt::ItemFlags FavouritesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Node &node = *nodeOf(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (node.shown.kind == Kind::Favourite)
        flags |= Qt::ItemNeverHasChildren;
    if (!m_store.isChangeable(node.shown.path))
        return flags;
    flags |= Qt::ItemIsDropEnabled; // on a favourite: into its folder
    if (node.shown.kind != Kind::Root)
        flags |= Qt::ItemIsDragEnabled | Qt::ItemIsEditable;
    return flags;
}

QStringList FavouritesModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

QMimeData *FavouritesModel::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex &index : indexes)
        urls.append(QUrl::fromLocalFile(pathOf(index)));
    auto *data = new QMimeData;
    data->setUrls(urls);
    return data;
}

bool FavouritesModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                      const QModelIndex &parent) const
{
    if (action != Qt::MoveAction || !parent.isValid() || !data->hasUrls())
        return false;
    const QString folder = folderOf(parent);
    const QList<QUrl> urls = data->urls();
    return m_store.isChangeable(folder) && std::all_of(urls.begin(), urls.end(), [&](const QUrl &url) {
               const QString path = url.toLocalFile();
               return m_nodes.contains(path) && path != folder && !folder.startsWith(path + u'/');
           });
}

bool FavouritesModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                   const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QString folder = folderOf(parent);
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (const auto moved = m_store.move(url.toLocalFile(), folder); !moved) {
            emit failed(moved.error());
            break;
        }
    }
    // Never true: the view would then remove the rows itself, and they are gone already.
    return false;
}

} // namespace sonde
