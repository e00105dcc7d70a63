#include "models/rowdetailsmodel.h"

#include "models/jsonnode.h"

#include <vector>

namespace sonde {

namespace {

constexpr qsizetype valueLimit = 400;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

/// A column of the record, or a value inside one of its dynamic cells.
struct RowDetailsModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    QString name;
    CellRef cell;  ///< of a column
    JsonNode json; ///< of a value in a cell; of a column only its text, if that looks like an object or array
    bool isFetched = false;
    std::vector<std::unique_ptr<Node>> children;

    bool isColumn() const { return parent != nullptr && parent->parent == nullptr; }
};

RowDetailsModel::RowDetailsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{}

RowDetailsModel::~RowDetailsModel() = default;

void RowDetailsModel::setRecord(const ChunkedTable &snapshot, std::size_t row)
{
    beginResetModel();
    m_table = snapshot;
    rebuild(row);
    endResetModel();
}

void RowDetailsModel::clear()
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_table = ChunkedTable();
    endResetModel();
}

bool RowDetailsModel::isEmpty() const
{
    return m_root->children.empty();
}

void RowDetailsModel::setFormatter(const CellFormatter &formatter)
{
    if (formatter == m_formatter)
        return;
    m_formatter = formatter;
    if (!isEmpty())
        emit dataChanged(index(0, ValueColumn), index(rowCount() - 1, ValueColumn), {Qt::DisplayRole});
}

void RowDetailsModel::rebuild(std::size_t row)
{
    m_root = std::make_unique<Node>();
    m_root->isFetched = true;
    for (int column = 0; column < m_table.columnCount(); ++column) {
        auto node = std::make_unique<Node>();
        node->parent = m_root.get();
        node->row = column;
        node->name = m_table.headers().at(column).name;
        node->cell = m_table.cell(row, column);
        if (!node->cell.isNull() && m_table.headers().at(column).type == ColumnType::Dynamic) {
            const std::string_view text = node->cell.column->text(node->cell.row);
            if (looksLikeJsonContainer(text)) {
                node->json.kind = JsonNode::Kind::Object;
                // The cell outlives the node, so its text need not be copied.
                node->json.json = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
            }
        }
        m_root->children.push_back(std::move(node));
    }
}

RowDetailsModel::Node *RowDetailsModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex RowDetailsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex RowDetailsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Node *above = nodeOf(child)->parent;
    return above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
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
    const Node *node = nodeOf(parent);
    return !node->isFetched && node->json.isContainer();
}

void RowDetailsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *node = nodeOf(parent);
    node->isFetched = true;
    const QList<JsonNode> values = jsonChildren(node->json.json);
    if (values.isEmpty())
        return;
    beginInsertRows(parent, 0, static_cast<int>(values.size()) - 1);
    for (const JsonNode &value : values) {
        auto child = std::make_unique<Node>();
        child->parent = node;
        child->row = static_cast<int>(node->children.size());
        child->name = value.name;
        child->json = value;
        node->children.push_back(std::move(child));
    }
    endInsertRows();
}

QString RowDetailsModel::valueText(const Node &node) const
{
    if (node.isColumn())
        return m_formatter.line(node.cell);
    switch (node.json.kind) {
    case JsonNode::Kind::Null:
        return QString(nullSign);
    case JsonNode::Kind::Object:
    case JsonNode::Kind::Array:
        return toSingleLine(viewOf(node.json.json), valueLimit);
    case JsonNode::Kind::String:
    case JsonNode::Kind::Number:
    case JsonNode::Kind::Bool:
        break;
    }
    return toSingleLine(viewOf(node.json.text.left(valueLimit + 1).toUtf8()), valueLimit);
}

QString RowDetailsModel::fullText(const Node &node) const
{
    if (node.isColumn())
        return m_formatter.full(node.cell);
    if (node.json.kind == JsonNode::Kind::Null)
        return {};
    return node.json.isContainer() ? QString::fromUtf8(node.json.json) : node.json.text;
}

QVariant RowDetailsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    const bool isNull = node.isColumn() ? node.cell.isNull() : node.json.kind == JsonNode::Kind::Null;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? node.name : valueText(node);
    case Qt::AccessibleTextRole:
        if (index.column() == ValueColumn && isNull)
            return tr("No value");
        return index.column() == NameColumn ? node.name : valueText(node);
    case Qt::ToolTipRole:
        if (index.column() == NameColumn && node.isColumn())
            //: %1: a column’s name; %2: KQL’s name of its type
            return tr("%1 (%2)").arg(node.name, columnTypeName(m_table.headers().at(node.row).type));
        return {};
    case FullTextRole:
        return fullText(node);
    case NullRole:
        return isNull;
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
