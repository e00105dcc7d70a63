#include "models/rowdetailsmodel.h"

#include "models/background.h"
#include "models/recordnode.h"
#include "models/visibletext.h"

#include <QLocale>

namespace sonde {

namespace {

/// More is read in the window for whole values.
constexpr qsizetype valueLimit = 1000;
/// Of what can be unfolded only the beginning is shown, on one line.
constexpr qsizetype previewLimit = 200;
/// What takes no more than a moment of the GUI thread; more is read on a worker thread.
constexpr std::size_t readAtOnce = 128 * 1024;

} // namespace

RowDetailsModel::RowDetailsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<RecordNode>())
    , m_cancel(std::make_shared<CancelState>())
{}

RowDetailsModel::~RowDetailsModel()
{
    m_cancel->cancel();
}

void RowDetailsModel::setRecord(const ChunkedTable &snapshot, std::size_t row)
{
    beginResetModel();
    m_table = snapshot;
    m_row = row;
    rebuild();
    endResetModel();
}

void RowDetailsModel::clear()
{
    beginResetModel();
    m_table = ChunkedTable();
    rebuild();
    endResetModel();
}

bool RowDetailsModel::isEmpty() const
{
    return m_table.columnCount() == 0;
}

void RowDetailsModel::setFormatter(const CellFormatter &formatter)
{
    if (formatter == m_formatter)
        return;
    m_formatter = formatter;
    if (rowCount() > 0)
        emit dataChanged(index(0, ValueColumn), index(rowCount() - 1, ValueColumn), {Qt::DisplayRole});
}

void RowDetailsModel::setHidesEmpty(bool hides)
{
    if (hides == m_hidesEmpty)
        return;
    beginResetModel();
    m_hidesEmpty = hides;
    rebuild();
    endResetModel();
}

void RowDetailsModel::rebuild()
{
    m_cancel->cancel();
    m_cancel = std::make_shared<CancelState>();
    m_root = std::make_unique<RecordNode>();
    m_root->isFetched = true;
    for (int column = 0; column < m_table.columnCount(); ++column) {
        auto node = std::make_unique<RecordNode>();
        node->kind = RecordNode::Kind::Column;
        node->column = column;
        node->cell = m_table.cell(m_row, column);
        const bool isEmpty = node->cell.isNull() || (isTextType(node->cell.column->type()) &&
                                                     node->cell.column->text(node->cell.row).empty());
        if (!m_hidesEmpty || !isEmpty)
            m_root->addChild(std::move(node));
    }
}

RecordNode *RowDetailsModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<RecordNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex RowDetailsModel::indexOf(const RecordNode &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, &node);
}

QModelIndex RowDetailsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex RowDetailsModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(*nodeOf(child)->parent) : QModelIndex();
}

int RowDetailsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int RowDetailsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool RowDetailsModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool RowDetailsModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.column() > 0)
        return false;
    const RecordNode *node = nodeOf(parent);
    return !node->isFetched && node->mayUnfold();
}

void RowDetailsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    RecordNode &node = *nodeOf(parent);
    node.isFetched = true;
    if (node.isJsonText() && !node.inner) {
        if (node.readSize() > readAtOnce) {
            readLater(node);
            return;
        }
        node.inner = node.read(nullptr);
    }
    insertValues(node);
}

void RowDetailsModel::insertValues(RecordNode &node)
{
    // What comes is made beside the node, as the view may not see it before it is told of it.
    RecordNode made;
    made.kind = node.kind;
    made.tree = node.tree;
    made.at = node.at;
    made.first = node.first;
    made.count = node.count;
    made.inner = node.inner;
    made.fill();
    if (made.children.empty())
        return;
    beginInsertRows(indexOf(node), 0, static_cast<int>(made.children.size()) - 1);
    for (auto &child : made.children)
        node.addChild(std::move(child));
    endInsertRows();
}

/// On a worker thread. The node stays where it is until the record is another one, which cancels this.
void RowDetailsModel::readLater(RecordNode &node)
{
    auto note = std::make_unique<RecordNode>();
    note->kind = RecordNode::Kind::Note;
    beginInsertRows(indexOf(node), 0, 0);
    node.addChild(std::move(note));
    endInsertRows();
    // A copy, which keeps the cell and the tree.
    RecordNode source;
    source.kind = node.kind;
    source.cell = node.cell;
    source.tree = node.tree;
    source.at = node.at;
    inBackground(
        this,
        [source = std::make_shared<RecordNode>(std::move(source)), table = m_table, cancel = m_cancel] {
            return source->read(cancel.get());
        },
        [this, &node, cancel = m_cancel](const JsonTree::Ptr &tree) {
            if (!cancel->isCancelled())
                takeTree(node, tree);
        });
}

void RowDetailsModel::takeTree(RecordNode &node, const JsonTree::Ptr &tree)
{
    // It may have come from elsewhere meanwhile.
    if (node.children.size() != 1 || node.children.front()->kind != RecordNode::Kind::Note)
        return;
    beginRemoveRows(indexOf(node), 0, 0);
    node.children.clear();
    endRemoveRows();
    node.inner = tree;
    insertValues(node);
    emit unfolded(indexOf(node));
}

RecordNode *RowDetailsModel::columnNode(int column) const
{
    for (const auto &node : m_root->children) {
        if (node->column == column)
            return node.get();
    }
    return nullptr;
}

std::optional<FieldPath> RowDetailsModel::path(const QModelIndex &index) const
{
    const RecordNode *node = nodeOf(index);
    FieldPath path;
    while (node->kind == RecordNode::Kind::Value) {
        path.steps.prepend(node->step());
        node = node->owner();
        // A column of the type dynamic is no text to KQL.
        const bool isText = node->kind == RecordNode::Kind::Column
                                ? node->cell.column->type() == ColumnType::String
                                : !node->isContainer();
        if (isText)
            path.steps.prepend({FieldStep::Kind::Text, {}, 0});
    }
    if (node->kind != RecordNode::Kind::Column)
        return std::nullopt;
    path.column = node->column;
    return path;
}

QModelIndex RowDetailsModel::find(int column) const
{
    const RecordNode *node = columnNode(column);
    return node != nullptr ? indexOf(*node) : QModelIndex();
}

RecordNode *RowDetailsModel::elementNode(RecordNode &container, std::uint32_t position)
{
    RecordNode *above = &container;
    for (int level = 0; level < 2; ++level) {
        fetchMore(indexOf(*above));
        const bool isGrouped =
            !above->children.empty() && above->children.front()->kind == RecordNode::Kind::Group;
        const std::size_t at = isGrouped
                                   ? position / RecordNode::groupSize
                                   : position - (above->kind == RecordNode::Kind::Group ? above->first : 0);
        if (at >= above->children.size() || above->children[at]->kind == RecordNode::Kind::Note)
            return nullptr;
        above = above->children[at].get();
        if (!isGrouped)
            return above;
    }
    return nullptr;
}

RecordNode *RowDetailsModel::childNode(RecordNode &node, const FieldStep &step)
{
    if (step.kind == FieldStep::Kind::Element)
        return elementNode(node, step.position);
    fetchMore(indexOf(node));
    const JsonTree *tree = node.isContainer() ? node.tree.get() : node.inner.get();
    if (tree == nullptr || node.children.empty())
        return nullptr;
    const JsonTree::Node whole = node.isContainer() ? node.at : 0;
    const std::string name = step.name.toStdString();
    JsonTree::Node child = whole + 1;
    for (std::uint32_t position = 0; position < tree->childCount(whole); ++position) {
        if (tree->name(child) == name)
            return elementNode(node, position);
        child = tree->next(child);
    }
    return nullptr;
}

QModelIndex RowDetailsModel::find(const FieldPath &path)
{
    RecordNode *node = columnNode(path.column);
    if (node == nullptr)
        return {};
    for (const FieldStep &step : path.steps) {
        if (step.kind == FieldStep::Kind::Text)
            continue;
        RecordNode *next = childNode(*node, step);
        if (next == nullptr)
            break;
        node = next;
    }
    return indexOf(*node);
}

QModelIndex RowDetailsModel::find(int column, const JsonTree::Ptr &tree, JsonTree::Node node)
{
    RecordNode *found = columnNode(column);
    if (found == nullptr || !tree)
        return find(column);
    if (!found->inner) {
        if (found->isFetched && !found->children.empty())
            takeTree(*found, tree); // in the place of what is being read
        found->inner = tree;
    }
    QList<std::uint32_t> positions;
    for (JsonTree::Node at = node; at != 0; at = tree->parent(at))
        positions.prepend(tree->position(at));
    for (const std::uint32_t position : std::as_const(positions)) {
        RecordNode *next = elementNode(*found, position);
        if (next == nullptr)
            break;
        found = next;
    }
    return indexOf(*found);
}

std::optional<JsonTree::Kind> RowDetailsModel::jsonKind(const QModelIndex &index) const
{
    const RecordNode *node = nodeOf(index);
    if (node->kind != RecordNode::Kind::Value)
        return std::nullopt;
    return node->tree->kind(node->at);
}

QString RowDetailsModel::nameText(const RecordNode &node) const
{
    switch (node.kind) {
    case RecordNode::Kind::Column:
        return makeVisible(m_table.headers().at(node.column).name, LineBreaks::Sign).text;
    case RecordNode::Kind::Value:
        return toSingleLine(node.name(), previewLimit);
    case RecordNode::Kind::Group: {
        const qulonglong last = node.first + node.count - 1;
        return node.tree->kind(node.at) == JsonTree::Kind::Array
                   ? QStringLiteral("[%1 \u2026 %2]").arg(node.first).arg(last)
                   : QStringLiteral("%1 \u2026 %2").arg(node.first + 1).arg(last + 1);
    }
    case RecordNode::Kind::Root:
    case RecordNode::Kind::Note:
        break;
    }
    return {};
}

VisibleText RowDetailsModel::shownValue(const RecordNode &node, bool &isCut) const
{
    isCut = false;
    const auto preview = [](std::string_view text) {
        return makeVisible(toLimitedText(text, previewLimit), LineBreaks::Sign);
    };
    const auto whole = [&isCut](std::string_view text) {
        const QString limited = toLimitedText(text, valueLimit);
        isCut = limited.size() > valueLimit || text.size() > static_cast<std::size_t>(valueLimit) * 4;
        return makeVisible(limited, LineBreaks::Keep);
    };
    switch (node.kind) {
    case RecordNode::Kind::Column:
        if (node.isJsonText())
            return preview(node.cell.column->text(node.cell.row));
        if (!node.cell.isNull() && isTextType(node.cell.column->type()))
            return whole(node.cell.column->text(node.cell.row));
        return {m_formatter.line(node.cell), {}};
    case RecordNode::Kind::Value:
        if (node.tree->kind(node.at) == JsonTree::Kind::Null)
            return {QString(nullSign), {}};
        if (node.isContainer())
            return preview(node.tree->json(node.at));
        return node.isJsonText() ? preview(node.tree->text(node.at)) : whole(node.tree->text(node.at));
    case RecordNode::Kind::Note:
        return {tr("Reading\u2026"), {}};
    case RecordNode::Kind::Group:
        //: %Ln: how many values of a list, or fields of an object
        return {tr("%Ln values", nullptr, static_cast<int>(node.count)), {}};
    case RecordNode::Kind::Root:
        break;
    }
    return {};
}

QString RowDetailsModel::text(const QModelIndex &index, qsizetype limit) const
{
    const RecordNode &node = *nodeOf(index);
    if (node.kind == RecordNode::Kind::Column)
        return m_formatter.full(node.cell, limit);
    if (node.kind != RecordNode::Kind::Value || isNull(node))
        return {};
    std::string buffer;
    return toLimitedText(node.tree->text(node.at, buffer), limit);
}

bool RowDetailsModel::isNull(const RecordNode &node) const
{
    if (node.kind == RecordNode::Kind::Column)
        return node.cell.isNull();
    return node.kind == RecordNode::Kind::Value && node.tree->kind(node.at) == JsonTree::Kind::Null;
}

QVariant RowDetailsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RecordNode &node = *nodeOf(index);
    const bool isValue = index.column() == ValueColumn;
    bool isCut = false;
    switch (role) {
    case Qt::DisplayRole:
        return isValue ? shownValue(node, isCut).text : nameText(node);
    case Qt::AccessibleTextRole:
        if (isValue && isNull(node))
            return tr("No value");
        return isValue ? shownValue(node, isCut).text : nameText(node);
    case Qt::ToolTipRole:
        if (!isValue && node.kind == RecordNode::Kind::Column)
            //: %1: a column’s name; %2: KQL’s name of its type
            return tr("%1 (%2)").arg(nameText(node), columnTypeName(m_table.headers().at(node.column).type));
        return {};
    case FullTextRole:
        return text(index, 0);
    case NullRole:
        return isNull(node);
    case MarksRole:
        return isValue ? QVariant::fromValue(shownValue(node, isCut).marks) : QVariant();
    case CutRole:
        (void)shownValue(node, isCut);
        return isValue && isCut;
    case AsideRole:
        return isValue && (node.kind == RecordNode::Kind::Group || node.kind == RecordNode::Kind::Note);
    default:
        return {};
    }
}

QVariant RowDetailsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

} // namespace sonde
