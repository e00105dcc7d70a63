#include "models/groupsmodel.h"

#include "core/giveway.h"
#include "models/cellformatter.h"

#include <QFutureWatcher>
#include <QLocale>
#include <QtConcurrent>

namespace sonde {

namespace {

constexpr qsizetype longestShown = 200;

} // namespace

struct GroupsModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    int level = -1; ///< of its own value among the source's columns; the root has none
    ValueCount value;
    bool isRest = false; ///< rows that are in no group listed
    enum class State { Unknown, Counting, Known } state = State::Unknown;
    std::vector<std::unique_ptr<Node>> children;
};

GroupsModel::GroupsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{}

GroupsModel::~GroupsModel()
{
    if (m_cancel)
        m_cancel->cancel();
}

void GroupsModel::setSource(Source source)
{
    beginResetModel();
    if (m_cancel)
        m_cancel->cancel();
    m_cancel = std::make_shared<CancelState>();
    m_root = std::make_unique<Node>();
    m_source = std::move(source);
    endResetModel();
    if (canFetchMore({}))
        fetchMore({});
}

GroupsModel::Node *GroupsModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex GroupsModel::indexOf(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, &node);
}

bool GroupsModel::isLeaf(const Node &node) const
{
    return node.isRest || node.level + 1 >= static_cast<int>(m_source.columns.size());
}

std::vector<ColumnCondition> GroupsModel::conditionsOf(const QModelIndex &group) const
{
    std::vector<ColumnCondition> conditions;
    for (const Node *node = nodeOf(group); node != m_root.get(); node = node->parent) {
        if (node->isRest)
            return {};
        conditions.insert(conditions.begin(),
                          conditionOf(node->value, m_source.columns[static_cast<std::size_t>(node->level)]));
    }
    return conditions;
}

QStringList GroupsModel::pathOf(const QModelIndex &group) const
{
    QStringList path;
    for (const Node *node = nodeOf(group); node != m_root.get(); node = node->parent)
        path.prepend(node->value.isNull ? QString() : QStringLiteral("=") + node->value.text);
    return path;
}

QModelIndex GroupsModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node &node = *nodeOf(parent);
    if (row < 0 || row >= static_cast<int>(node.children.size()) || column < 0 || column > CountColumn)
        return {};
    return createIndex(row, column, node.children[static_cast<std::size_t>(row)].get());
}

QModelIndex GroupsModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(*nodeOf(child)->parent) : QModelIndex();
}

int GroupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int GroupsModel::columnCount(const QModelIndex & /*parent*/) const
{
    return CountColumn + 1;
}

bool GroupsModel::hasChildren(const QModelIndex &parent) const
{
    const Node &node = *nodeOf(parent);
    return parent.column() <= 0 && !isLeaf(node) &&
           (node.state != Node::State::Known || !node.children.empty());
}

bool GroupsModel::canFetchMore(const QModelIndex &parent) const
{
    const Node &node = *nodeOf(parent);
    return !isLeaf(node) && node.state == Node::State::Unknown;
}

void GroupsModel::fetchMore(const QModelIndex &parent)
{
    Node *node = nodeOf(parent);
    if (isLeaf(*node) || node->state != Node::State::Unknown)
        return;
    node->state = Node::State::Counting;
    RowFilter filter = m_source.filter;
    const std::vector<ColumnCondition> conditions = conditionsOf(parent);
    filter.conditions.insert(filter.conditions.end(), conditions.begin(), conditions.end());
    auto *watcher = new QFutureWatcher<Result<RowGroups>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, node, cancel = m_cancel] {
        watcher->deleteLater();
        // The nodes of an earlier source are gone.
        if (cancel->isCancelled() || watcher->future().resultCount() == 0)
            return;
        if (const Result<RowGroups> groups = watcher->result())
            take(*node, *groups);
    });
    watcher->setFuture(QtConcurrent::run(
        [rows = m_source.rows, display = m_source.display, filter = std::move(filter),
         column = m_source.columns[static_cast<std::size_t>(node->level + 1)], cancel = m_cancel] {
            giveWayToWindow();
            return groupRows(rows, filter, display, column, *cancel);
        }));
}

void GroupsModel::take(Node &node, const RowGroups &groups)
{
    node.state = Node::State::Known;
    std::size_t rest = groups.rows;
    for (const ValueCount &group : groups.groups)
        rest -= group.count;
    const std::size_t count = groups.groups.size() + (rest > 0 ? 1 : 0);
    if (count == 0)
        return;
    beginInsertRows(indexOf(node), 0, static_cast<int>(count) - 1);
    const auto add = [&node](const ValueCount &value, bool isRest) {
        auto child = std::make_unique<Node>();
        child->parent = &node;
        child->row = static_cast<int>(node.children.size());
        child->level = node.level + 1;
        child->value = value;
        child->isRest = isRest;
        node.children.push_back(std::move(child));
    };
    for (const ValueCount &group : groups.groups)
        add(group, false);
    if (rest > 0)
        add({{}, false, rest}, true);
    endInsertRows();
}

QString GroupsModel::textOf(const Node &node) const
{
    if (node.isRest)
        return tr("Other values");
    if (node.value.isNull)
        return tr("No value");
    if (node.value.text.isEmpty())
        return tr("Empty text");
    return toSingleLine(node.value.text.toStdString(), longestShown);
}

QVariant GroupsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (role == Qt::TextAlignmentRole && index.column() == CountColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DisplayRole) {
        return index.column() == CountColumn ? QLocale().toString(static_cast<qulonglong>(node.value.count))
                                             : textOf(node);
    }
    if (role == Qt::ToolTipRole && index.column() == ValueColumn) {
        const QString column =
            m_source.rows.headers().at(m_source.columns[static_cast<std::size_t>(node.level)]).name;
        //: %1: a column’s name; %2: the value that the rows of a group have there
        return tr("%1: %2", "group").arg(column, textOf(node));
    }
    return {};
}

Qt::ItemFlags GroupsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    // What is in no group cannot be shown by itself.
    const bool canBeChosen = !nodeOf(index)->isRest;
    return canBeChosen ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemFlags(Qt::ItemIsEnabled);
}

} // namespace sonde
