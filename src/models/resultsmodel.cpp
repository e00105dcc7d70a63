#include "models/resultsmodel.h"

#include "core/giveway.h"
#include "results/alphabet.h"

#include <QtConcurrent>
#include <algorithm>
#include <numeric>

namespace sonde {

namespace {

/// So long no row may have come before those that came are sorted in, and so often others are filtered.
constexpr int rearrangeDelayMs = 250;

const ChunkedTable &noRows()
{
    static const ChunkedTable empty;
    return empty;
}

} // namespace

ResultsModel::ResultsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_rearrangeTimer.setSingleShot(true);
    m_rearrangeTimer.setInterval(rearrangeDelayMs);
    connect(&m_rearrangeTimer, &QTimer::timeout, this, [this] {
        // What runs for the filter is brought to its end first, or rows that keep coming would always end it.
        if (m_cancel && !m_arrangement.filter.isEmpty())
            m_rearrangeTimer.start();
        else
            startArranging();
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ResultsModel::takeArrangement);
}

ResultsModel::~ResultsModel()
{
    cancelArranging();
}

void ResultsModel::setTable(ResultTable *table)
{
    if (table == m_table)
        return;
    beginResetModel();
    if (m_table)
        disconnect(m_table, nullptr, this, nullptr);
    cancelArranging();
    m_table = table;
    m_marks = {};
    hideUnfiltered();
    if (m_table)
        connectTable();
    endResetModel();
    startArranging();
}

void ResultsModel::hideUnfiltered()
{
    m_isFiltered = m_table && !m_arrangement.filter.isEmpty();
    m_order = m_isFiltered ? std::optional<RowOrder>(RowOrder()) : std::nullopt;
}

void ResultsModel::connectTable()
{
    connect(m_table, &ResultTable::columnsAboutToBeAdded, this,
            [this](int first, int last) { beginInsertColumns({}, first, last); });
    connect(m_table, &ResultTable::columnsAdded, this, [this] { endInsertColumns(); });
    connect(m_table, &ResultTable::rowsAboutToBeAppended, this, [this](qint64 first, qint64 last) {
        if (!m_isFiltered)
            beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    });
    connect(m_table, &ResultTable::rowsAppended, this, &ResultsModel::onRowsAppended);
    connect(m_table, &ResultTable::aboutToBeReplaced, this, [this] {
        beginResetModel();
        cancelArranging();
    });
    connect(m_table, &ResultTable::replaced, this, [this] {
        hideUnfiltered();
        endResetModel();
        startArranging();
    });
    // By then m_table is null already, so all that is left is to say that the rows are gone.
    connect(m_table, &QObject::destroyed, this, [this] {
        beginResetModel();
        cancelArranging();
        m_marks = {};
        hideUnfiltered();
        endResetModel();
    });
}

void ResultsModel::onRowsAppended()
{
    if (!m_isFiltered) {
        extendOrder();
        endInsertRows();
    }
    if (m_arrangement.isNatural())
        return;
    // Sorting waits for a pause, since rows would jump; a filter does not, since its rows are not there yet.
    if (m_arrangement.filter.isEmpty() || !m_rearrangeTimer.isActive())
        m_rearrangeTimer.start();
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
    setDisplay();
}

CellDisplay ResultsModel::display() const
{
    CellDisplay shown(m_formatter.timeZone());
    shown.formats = m_formats.of(rows().headers());
    return shown;
}

/// Cells are written in another way, and found by other texts.
void ResultsModel::setDisplay()
{
    RowArrangement wanted = m_arrangement;
    wanted.display = display();
    if (wanted.filter.isEmpty())
        m_arrangement = std::move(wanted);
    else
        setArrangement(std::move(wanted));
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
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

const std::optional<SeverityScale> &ResultsModel::scale() const
{
    // A list is equal to its copy at a glance.
    if (m_scaleHeaders != rows().headers()) {
        m_scaleHeaders = rows().headers();
        m_scale = SeverityScale::of(m_scaleHeaders);
    }
    return m_scale;
}

bool ResultsModel::saysSeverity() const
{
    return scale().has_value();
}

Severity ResultsModel::severity(int row) const
{
    return scale() ? m_scale->read(cell(index(row, m_scale->column()))) : Severity::None;
}

QVariant ResultsModel::rowHeader(int row, int role) const
{
    if (role == Qt::DisplayRole)
        return row + 1;
    if ((role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) || row < 0 || row >= rowCount())
        return {};
    QStringList facts;
    if (isMarked(row))
        facts << m_marks.meaning;
    const QString name = scale() ? severityName(severity(row)) : QString();
    if (!name.isEmpty() && role == Qt::AccessibleTextRole) {
        facts << name;
    } else if (!name.isEmpty()) {
        //: %1: a column’s name; %2: how severe the row’s event is, as Error
        facts << tr("%1: %2").arg(m_scaleHeaders.at(m_scale->column()).name, name);
    }
    if (facts.isEmpty())
        return {};
    if (role == Qt::ToolTipRole)
        return facts.join(u'\n');
    //: %1: a row’s number; %2: what is known of it, as how severe its event is: Error
    return tr("%1, %2").arg(row + 1).arg(facts.join(QStringLiteral(", ")));
}

void ResultsModel::setMarks(const RowMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    if (rowCount() > 0)
        emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    emit marksChanged();
}

bool ResultsModel::isMarked(int row) const
{
    // Rows that came later than the marks are not among them.
    const std::size_t place = m_marks.rows ? tableRow(row) : 0;
    return m_marks.rows && place < m_marks.rows->size() && (*m_marks.rows)[place] != 0;
}

int ResultsModel::nextMarked(int row, bool isForward) const
{
    const int count = rowCount();
    for (int steps = 1; steps <= count && m_marks.rows; ++steps) {
        const int from = row < 0 && !isForward ? 0 : row;
        const int next = (from + (isForward ? steps : count - steps)) % count;
        if (isMarked(next))
            return next;
    }
    return -1;
}

int ResultsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_isFiltered ? m_order->size() : rows().rowCount());
}

int ResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows().columnCount();
}

void ResultsModel::setColumnTitle(const QString &name, const QString &title)
{
    if (title == columnTitle(name))
        return;
    if (title.isEmpty())
        m_titles.remove(name);
    else
        m_titles.insert(name, title);
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ResultsModel::setColumnFormat(const QString &name, const ColumnFormat &format)
{
    if (format == columnFormat(name))
        return;
    m_formats.set(name, format);
    setDisplay();
}

void ResultsModel::renewFormats()
{
    m_formats.renew();
    setDisplay();
    setSortKeys(m_arrangement.keys);
}

void ResultsModel::setAlphabetical(const QString &name, bool isAlphabetical)
{
    if (isAlphabetical)
        m_alphabetical.insert(name);
    else
        m_alphabetical.remove(name);
    setSortKeys(m_arrangement.keys);
}

std::vector<SortKey> ResultsModel::inLanguage(std::vector<SortKey> keys) const
{
    const QList<ColumnHeader> &headers = rows().headers();
    for (SortKey &key : keys) {
        const bool isText = key.column < headers.size() && headers.at(key.column).type == ColumnType::String;
        const bool isWanted = isText && isAlphabetical(headers.at(key.column).name);
        key.language = isWanted ? alphabetLocale().name() : QString();
    }
    return keys;
}

void ResultsModel::setSortKeys(const std::vector<SortKey> &keys)
{
    RowArrangement wanted = m_arrangement;
    wanted.keys = inLanguage(keys);
    setArrangement(std::move(wanted));
}

void ResultsModel::setFilter(const RowFilter &filter)
{
    RowArrangement wanted = m_arrangement;
    wanted.filter = filter;
    setArrangement(std::move(wanted));
}

void ResultsModel::setArrangement(RowArrangement arrangement)
{
    if (arrangement == m_arrangement)
        return;
    m_arrangement = std::move(arrangement);
    startArranging();
}

void ResultsModel::startArranging()
{
    cancelArranging();
    m_arrangement.display = display(); // the columns may be others
    m_arrangement.keys = inLanguage(std::move(m_arrangement.keys));
    const bool hasKey = std::any_of(m_arrangement.keys.cbegin(), m_arrangement.keys.cend(),
                                    [this](const SortKey &key) { return key.column < columnCount(); });
    if (!hasKey && m_arrangement.filter.isEmpty()) {
        // A column that this result does not have (yet) leaves the rows as they came.
        setOrder({});
        return;
    }
    if (rows().rowCount() == 0) {
        if (m_isFiltered && m_arrangement.filter.isEmpty())
            showOthers({});
        return;
    }
    m_cancel = std::make_shared<CancelState>();
    m_watcher.setFuture(
        QtConcurrent::run([snapshot = rows(), arrangement = m_arrangement, cancel = m_cancel] {
            giveWayToWindow();
            return arrangeRows(snapshot, arrangement, *cancel);
        }));
}

void ResultsModel::cancelArranging()
{
    m_rearrangeTimer.stop();
    if (m_cancel)
        m_cancel->cancel();
    m_cancel.reset();
}

void ResultsModel::takeArrangement()
{
    // Without a cancel state this is the end of work that nobody waits for any more.
    if (!m_cancel || m_watcher.future().resultCount() == 0)
        return;
    m_cancel.reset();
    Result<RowOrder> order = m_watcher.result();
    if (order) {
        if (order->size() <= rows().rowCount())
            setOrder(std::move(*order));
        return;
    }
    if (order.error().kind == ErrorKind::Cancelled)
        return;
    setFilter({}); // rows are never hidden by what was not looked at
    emit filterRefused(order.error());
}

/// Other rows at other places: nothing is left of the indexes there were.
void ResultsModel::showOthers(std::optional<RowOrder> order)
{
    emit aboutToShowOthers();
    beginResetModel();
    m_order = std::move(order);
    m_isFiltered = m_order && !m_arrangement.filter.isEmpty();
    if (!m_isFiltered)
        extendOrder();
    endResetModel();
    emit othersShown();
    emit arranged();
}

void ResultsModel::setOrder(std::optional<RowOrder> order)
{
    if (m_isFiltered || !m_arrangement.filter.isEmpty()) {
        showOthers(std::move(order));
        return;
    }
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
    emit arranged();
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
