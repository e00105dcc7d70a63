#include "models/resultsmodel.h"

#include <QtConcurrent>
#include <numeric>

namespace sonde {

namespace {

/// So long no row may have come before those that came are sorted in.
constexpr int resortDelayMs = 250;
/// A tooltip longer than this covers what one wants to read.
constexpr qsizetype toolTipLimit = 1000;

const ChunkedTable &noRows()
{
    static const ChunkedTable empty;
    return empty;
}

QVariant rawValue(const CellRef &cell)
{
    if (cell.isNull())
        return {};
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Bool:
        return column.integer(cell.row) != 0;
    case ColumnType::Real:
        return column.real(cell.row);
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return static_cast<qlonglong>(column.integer(cell.row));
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        break;
    }
    return toLimitedText(column.text(cell.row), 0);
}

QVariant alignmentOf(ColumnType type)
{
    const Qt::Alignment side = CellFormatter::isRightAligned(type) ? Qt::AlignRight : Qt::AlignLeft;
    return QVariant::fromValue(side | Qt::AlignVCenter);
}

} // namespace

ResultsModel::ResultsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_resortTimer.setSingleShot(true);
    m_resortTimer.setInterval(resortDelayMs);
    connect(&m_resortTimer, &QTimer::timeout, this, &ResultsModel::startSort);
    connect(&m_sortWatcher, &QFutureWatcherBase::finished, this, &ResultsModel::takeSortedOrder);
}

ResultsModel::~ResultsModel()
{
    cancelSort();
}

void ResultsModel::setTable(ResultTable *table)
{
    if (table == m_table)
        return;
    beginResetModel();
    if (m_table)
        disconnect(m_table, nullptr, this, nullptr);
    cancelSort();
    m_table = table;
    m_order.reset();
    if (m_table)
        connectTable();
    endResetModel();
    if (m_sortKey)
        startSort();
}

void ResultsModel::connectTable()
{
    connect(m_table, &ResultTable::columnsAboutToBeAdded, this,
            [this](int first, int last) { beginInsertColumns({}, first, last); });
    connect(m_table, &ResultTable::columnsAdded, this, [this] { endInsertColumns(); });
    connect(m_table, &ResultTable::rowsAboutToBeAppended, this, [this](qint64 first, qint64 last) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    });
    connect(m_table, &ResultTable::rowsAppended, this, [this] {
        extendOrder();
        endInsertRows();
        if (m_sortKey)
            m_resortTimer.start();
    });
    connect(m_table, &ResultTable::aboutToBeReplaced, this, [this] {
        beginResetModel();
        cancelSort();
    });
    connect(m_table, &ResultTable::replaced, this, [this] {
        m_order.reset();
        endResetModel();
        if (m_sortKey)
            startSort();
    });
    // By then m_table is null already, so all that is left is to say that the rows are gone.
    connect(m_table, &QObject::destroyed, this, [this] {
        beginResetModel();
        cancelSort();
        m_order.reset();
        endResetModel();
    });
}

const ChunkedTable &ResultsModel::rows() const
{
    return m_table ? m_table->rows() : noRows();
}

void ResultsModel::setFormatter(const CellFormatter &formatter)
{
    if (formatter == m_formatter)
        return;
    m_formatter = formatter;
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

std::size_t ResultsModel::tableRow(int row) const
{
    const auto position = static_cast<std::size_t>(row);
    return m_order ? (*m_order)[position] : position;
}

CellRef ResultsModel::cell(const QModelIndex &index) const
{
    return rows().cell(tableRow(index.row()), index.column());
}

int ResultsModel::recordIdColumn() const
{
    return rows().indexOf(QStringLiteral("id"));
}

int ResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows().rowCount());
}

int ResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows().columnCount();
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_formatter.line(cell(index));
    case Qt::TextAlignmentRole:
        return alignmentOf(rows().headers().at(index.column()).type);
    case Qt::ToolTipRole: {
        const CellRef ref = cell(index);
        return m_formatter.isShortened(ref) ? QVariant(m_formatter.full(ref, toolTipLimit)) : QVariant();
    }
    case Qt::AccessibleTextRole: {
        const CellRef ref = cell(index);
        return ref.isNull() ? tr("No value") : m_formatter.line(ref);
    }
    case RawRole:
        return rawValue(cell(index));
    case NullRole:
        return cell(index).isNull();
    case TypeRole:
        return static_cast<int>(rows().headers().at(index.column()).type);
    default:
        return {};
    }
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const ColumnHeader &header = rows().headers().at(section);
    switch (role) {
    case Qt::DisplayRole:
        return header.name;
    case Qt::ToolTipRole:
        //: %1: a column’s name; %2: KQL’s name of its type
        return tr("%1 (%2)").arg(header.name, columnTypeName(header.type));
    case Qt::AccessibleDescriptionRole:
        if (!m_sortKey || m_sortKey->column != section)
            return {};
        return m_sortKey->descending ? tr("Sorted downwards") : tr("Sorted upwards");
    case Qt::TextAlignmentRole:
        return alignmentOf(header.type);
    case TypeRole:
        return static_cast<int>(header.type);
    default:
        return {};
    }
}

void ResultsModel::sort(int column, Qt::SortOrder order)
{
    std::optional<SortKey> key;
    if (column >= 0)
        key = SortKey{column, order == Qt::DescendingOrder};
    if (key == m_sortKey)
        return;
    m_sortKey = key;
    startSort();
}

void ResultsModel::startSort()
{
    cancelSort();
    if (!m_sortKey || rowCount() == 0) {
        setOrder({});
        return;
    }
    // A column that this result does not have (yet) leaves the rows as they came.
    if (m_sortKey->column >= columnCount())
        return;
    m_sortCancel = std::make_shared<CancelState>();
    m_sortWatcher.setFuture(QtConcurrent::run([snapshot = rows(), key = *m_sortKey, cancel = m_sortCancel] {
        return sortedOrder(snapshot, {key}, *cancel);
    }));
}

void ResultsModel::cancelSort()
{
    m_resortTimer.stop();
    if (m_sortCancel)
        m_sortCancel->cancel();
    m_sortCancel.reset();
}

void ResultsModel::takeSortedOrder()
{
    // Without a cancel state this is the end of a sort that nobody waits for any more.
    if (!m_sortCancel || m_sortWatcher.future().resultCount() == 0)
        return;
    m_sortCancel.reset();
    std::optional<RowOrder> order = m_sortWatcher.result();
    if (order && order->size() <= rows().rowCount())
        setOrder(std::move(order));
}

void ResultsModel::setOrder(std::optional<RowOrder> order)
{
    if (!order && !m_order)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> tableRows;
    tableRows.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before)
        tableRows.push_back(tableRow(index.row()));

    m_order = std::move(order);
    extendOrder();

    if (!before.isEmpty()) {
        std::vector<int> modelRows(rows().rowCount());
        for (int row = 0; row < rowCount(); ++row)
            modelRows[tableRow(row)] = row;
        QModelIndexList after;
        after.reserve(before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            after.append(index(modelRows[tableRows[static_cast<std::size_t>(i)]], before.at(i).column()));
        changePersistentIndexList(before, after);
    }
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    emit sorted();
}

void ResultsModel::extendOrder()
{
    if (!m_order)
        return;
    const std::size_t known = m_order->size();
    m_order->resize(rows().rowCount());
    std::iota(m_order->begin() + static_cast<std::ptrdiff_t>(known), m_order->end(),
              static_cast<std::uint32_t>(known));
}

} // namespace sonde
