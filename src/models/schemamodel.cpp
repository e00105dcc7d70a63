#include "models/schemamodel.h"

#include "models/schemasearch.h"

#include <QLocale>
#include <QMap>
#include <QMimeData>
#include <algorithm>
#include <numeric>
#include <vector>

namespace sonde {

namespace {

const QLatin1StringView customSuffix("_CL");

/// Whether \a left stands before \a right: as people look a name up, those of the service behind the others.
bool stepsBefore(const QString &left, const QString &right)
{
    const bool isLeftService = left.startsWith(u'_');
    if (isLeftService != right.startsWith(u'_'))
        return !isLeftService;
    const int order = left.compare(right, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : left < right;
}

} // namespace

struct SchemaModel::Node
{
    Kind kind = Kind::Group;
    Node *parent = nullptr;
    int row = 0;
    int entry = 0; ///< of a table or function, its place in the schema
    QString title; ///< of a group
    QString key;   ///< of a group
    std::vector<std::unique_ptr<Node>> children;
    /// Of a table: the places of the columns that are shown, in their order; once they are asked for.
    QList<int> columns;
    bool hasColumns = false;
    bool isFoundByColumns = false;
};

SchemaModel::SchemaModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_schema(std::make_shared<const KqlSchema>())
    , m_root(std::make_unique<Node>())
{}

SchemaModel::~SchemaModel() = default;

void SchemaModel::setSchema(const KqlSchemaPtr &schema)
{
    if (schema == m_schema)
        return;
    beginResetModel();
    m_schema = schema;
    rebuild();
    endResetModel();
}

void SchemaModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    beginResetModel();
    m_grouping = grouping;
    rebuild();
    endResetModel();
}

void SchemaModel::setStarred(const QSet<QString> &names)
{
    if (names == m_starred)
        return;
    beginResetModel();
    m_starred = names;
    rebuild();
    endResetModel();
}

void SchemaModel::setSearch(const QString &words)
{
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words)
        return;
    beginResetModel();
    m_words = wanted;
    rebuild();
    endResetModel();
}

void SchemaModel::retranslate()
{
    beginResetModel();
    rebuild();
    endResetModel();
}

bool SchemaModel::canGroup() const
{
    return std::any_of(m_schema->tables.begin(), m_schema->tables.end(), [](const KqlTable &table) {
        return !table.categories.isEmpty() || !table.solutions.isEmpty();
    });
}

void SchemaModel::rebuild()
{
    m_root = std::make_unique<Node>();
    if (isSearching()) {
        addFound();
        return;
    }
    addStarGroup();
    if (m_grouping != Grouping::None && canGroup())
        addTablesByGroup();
    else
        addUngrouped(*m_root);
    if (!m_schema->functions.isEmpty())
        addFunctions(*addGroup(tr("Functions"), QStringLiteral("functions")));
}

SchemaModel::Node *SchemaModel::addGroup(const QString &title, const QString &key)
{
    auto group = std::make_unique<Node>();
    group->parent = m_root.get();
    group->row = static_cast<int>(m_root->children.size());
    group->title = title;
    group->key = key;
    return m_root->children.emplace_back(std::move(group)).get();
}

SchemaModel::Node &SchemaModel::addEntry(Node &parent, Kind kind, qsizetype entry)
{
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->parent = &parent;
    node->row = static_cast<int>(parent.children.size());
    node->entry = static_cast<int>(entry);
    return *parent.children.emplace_back(std::move(node));
}

void SchemaModel::addStarGroup()
{
    Node *group = nullptr;
    for (qsizetype i = 0; i < m_schema->tables.size(); ++i) {
        if (!m_starred.contains(m_schema->tables[i].name))
            continue;
        if (group == nullptr)
            group = addGroup(tr("Starred"), starGroupKey);
        addEntry(*group, Kind::Table, i);
    }
}

void SchemaModel::addTablesByGroup()
{
    QMap<QString, QList<qsizetype>> groups;
    QList<qsizetype> custom;
    QList<qsizetype> others;
    for (qsizetype i = 0; i < m_schema->tables.size(); ++i) {
        const KqlTable &table = m_schema->tables[i];
        const QStringList &titles = m_grouping == Grouping::Solution ? table.solutions : table.categories;
        for (const QString &title : titles)
            groups[title] << i;
        if (titles.isEmpty())
            (table.name.endsWith(customSuffix) ? custom : others) << i;
    }
    const auto add = [this](const QString &title, const QString &key, const QList<qsizetype> &tables) {
        if (tables.isEmpty())
            return;
        Node *group = addGroup(title, key);
        for (const qsizetype table : tables)
            addEntry(*group, Kind::Table, table);
    };
    QStringList titles = groups.keys();
    std::sort(titles.begin(), titles.end(), stepsBefore);
    for (const QString &title : std::as_const(titles))
        add(title, u"group " + title, groups.value(title));
    add(tr("Custom tables"), QStringLiteral("custom"), custom);
    add(tr("Other tables"), QStringLiteral("others"), others);
}

void SchemaModel::addUngrouped(Node &parent)
{
    for (qsizetype i = 0; i < m_schema->tables.size(); ++i)
        addEntry(parent, Kind::Table, i);
}

void SchemaModel::addFunctions(Node &parent)
{
    for (qsizetype i = 0; i < m_schema->functions.size(); ++i)
        addEntry(parent, Kind::Function, i);
}

void SchemaModel::addFound()
{
    for (const FoundName &found : findInSchema(*m_schema, m_words)) {
        Node &node = addEntry(*m_root, found.isFunction ? Kind::Function : Kind::Table, found.place);
        if (!found.columns.isEmpty()) {
            node.columns = found.columns;
            sortColumns(m_schema->tables[found.place], node.columns);
            node.hasColumns = true;
            node.isFoundByColumns = true;
        }
    }
}

int SchemaModel::foundTables() const
{
    return isSearching() ? static_cast<int>(m_root->children.size()) : 0;
}

bool SchemaModel::isFoundByColumns(const QModelIndex &index) const
{
    return index.isValid() && !isColumn(index) && nodeOf(index)->isFoundByColumns;
}

void SchemaModel::sortColumns(const KqlTable &table, QList<int> &columns)
{
    std::sort(columns.begin(), columns.end(), [&table](int left, int right) {
        return stepsBefore(table.columns[left].name, table.columns[right].name);
    });
}

const QList<int> &SchemaModel::columnsOf(Node &node) const
{
    if (!node.hasColumns) {
        const KqlTable &table = m_schema->tables[node.entry];
        QList<int> all(table.columns.size());
        std::iota(all.begin(), all.end(), 0);
        sortColumns(table, all);
        node.columns = std::move(all);
        node.hasColumns = true;
    }
    return node.columns;
}

// A column has no node: its index points to the node of its table, and the lowest bit says so.

bool SchemaModel::isColumn(const QModelIndex &index)
{
    return (index.internalId() & 1) != 0;
}

SchemaModel::Node *SchemaModel::nodeOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_root.get();
    return reinterpret_cast<Node *>(index.internalId() & ~quintptr(1));
}

QModelIndex SchemaModel::indexOfNode(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex()
                                 : createIndex(node.row, 0, reinterpret_cast<quintptr>(&node));
}

const KqlColumn &SchemaModel::columnAt(const QModelIndex &index) const
{
    Node &node = *nodeOf(index);
    return m_schema->tables[node.entry].columns[columnsOf(node)[index.row()]];
}

QModelIndex SchemaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    Node *node = nodeOf(parent);
    if (parent.isValid() && node->kind == Kind::Table)
        return createIndex(row, column, reinterpret_cast<quintptr>(node) | 1);
    return createIndex(row, column,
                       reinterpret_cast<quintptr>(node->children[static_cast<std::size_t>(row)].get()));
}

QModelIndex SchemaModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node *node = nodeOf(child);
    return indexOfNode(isColumn(child) ? *node : *node->parent);
}

int SchemaModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0 || (parent.isValid() && isColumn(parent)))
        return 0;
    Node *node = nodeOf(parent);
    if (parent.isValid() && node->kind == Kind::Table)
        return static_cast<int>(columnsOf(*node).size());
    return static_cast<int>(node->children.size());
}

int SchemaModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool SchemaModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0 || (parent.isValid() && isColumn(parent)))
        return false;
    const Node *node = nodeOf(parent);
    // Without looking at the columns, which are put in order only where a table is unfolded.
    if (parent.isValid() && node->kind == Kind::Table)
        return !m_schema->tables[node->entry].columns.isEmpty();
    return !node->children.empty();
}

SchemaModel::Kind SchemaModel::kindOf(const QModelIndex &index) const
{
    return index.isValid() && isColumn(index) ? Kind::Column : nodeOf(index)->kind;
}

const KqlTable *SchemaModel::tableAt(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    return index.isValid() && node->kind == Kind::Table ? &m_schema->tables[node->entry] : nullptr;
}

const KqlFunction *SchemaModel::functionAt(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    return index.isValid() && node->kind == Kind::Function ? &m_schema->functions[node->entry] : nullptr;
}

QString SchemaModel::nameOf(const Node &node) const
{
    if (node.kind == Kind::Group)
        return node.title;
    return node.kind == Kind::Table ? m_schema->tables[node.entry].name
                                    : m_schema->functions[node.entry].name;
}

QString SchemaModel::keyOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (isColumn(index))
        return keyOf(index.parent()) + u'\n' + columnAt(index).name;
    const Node *node = nodeOf(index);
    if (node->kind == Kind::Group)
        return node->key;
    return node->parent->key + (node->kind == Kind::Table ? u"\ntable " : u"\nfunction ") + nameOf(*node);
}

QModelIndex SchemaModel::indexOf(const QString &key) const
{
    const QStringList steps = key.split(u'\n');
    const Node *node = m_root.get();
    for (const auto &child : m_root->children) {
        if (child->kind == Kind::Group && child->key == steps.first())
            node = child.get();
    }
    if (steps.size() == 1 || (node == m_root.get() && !steps.first().isEmpty()))
        return steps.size() == 1 ? indexOfNode(*node) : QModelIndex();
    const QString &entry = steps.at(1);
    const auto found = std::find_if(node->children.begin(), node->children.end(), [&](const auto &child) {
        return child->kind != Kind::Group && keyOf(indexOfNode(*child)) == steps.first() + u'\n' + entry;
    });
    if (found == node->children.end())
        return {};
    const QModelIndex index = indexOfNode(**found);
    if (steps.size() == 2)
        return index;
    for (int row = 0; row < rowCount(index); ++row) {
        if (const QModelIndex column = this->index(row, 0, index); columnAt(column).name == steps.at(2))
            return column;
    }
    return {};
}

QModelIndex SchemaModel::indexOfTable(const QString &name) const
{
    const auto findIn = [&](const Node &parent) -> QModelIndex {
        for (const auto &child : parent.children) {
            if (child->kind == Kind::Table && nameOf(*child) == name)
                return indexOfNode(*child);
        }
        return {};
    };
    if (const QModelIndex index = findIn(*m_root); index.isValid())
        return index;
    for (const auto &group : m_root->children) {
        if (const QModelIndex index = findIn(*group); index.isValid())
            return index;
    }
    return {};
}

QVariant SchemaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == KindRole)
        return static_cast<int>(kindOf(index));
    if (role == KeyRole)
        return keyOf(index);
    const Node &node = *nodeOf(index);
    if (isColumn(index))
        return columnData(columnAt(index), role);
    if (node.kind == Kind::Table)
        return tableData(m_schema->tables[node.entry], role);
    if (node.kind == Kind::Function)
        return functionData(m_schema->functions[node.entry], role);
    return groupData(node, role);
}

QVariant SchemaModel::groupData(const Node &node, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return node.title;
    case TypeRole:
        return QLocale().toString(node.children.size());
    case Qt::AccessibleTextRole:
        //: %1: the title of a group of tables
        return tr("%1, %Ln table(s)", nullptr, static_cast<int>(node.children.size())).arg(node.title);
    case StarGroupRole:
        return node.key == starGroupKey;
    default:
        return {};
    }
}

Qt::ItemFlags SchemaModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const Kind kind = kindOf(index);
    if (kind != Kind::Group)
        flags |= Qt::ItemIsDragEnabled;
    if (kind == Kind::Function || kind == Kind::Column)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QStringList SchemaModel::mimeTypes() const
{
    return {QStringLiteral("text/plain")};
}

QMimeData *SchemaModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList names;
    for (const QModelIndex &index : indexes) {
        if (const QString name = index.data(InsertRole).toString(); !name.isEmpty())
            names << name;
    }
    if (names.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setText(names.join(QStringLiteral(", ")));
    return data;
}

} // namespace sonde
