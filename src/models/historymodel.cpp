#include "models/historymodel.h"

#include "core/clock.h"
#include "models/historyheadline.h"
#include "stores/historystore.h"

#include <QLocale>

namespace sonde {

namespace {

constexpr int pageSize = 100;

} // namespace

HistoryModel::HistoryModel(HistoryStore &store, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_clock(clock)
{
    connect(&store, &HistoryStore::entryAdded, this, &HistoryModel::takeAdded);
    connect(&store, &HistoryStore::entryChanged, this, &HistoryModel::takeChanged);
    connect(&store, &HistoryStore::entriesRemoved, this, &HistoryModel::takeRemoved);
    connect(&store, &HistoryStore::reset, this, &HistoryModel::reload);
}

HistoryModel::~HistoryModel()
{
    if (m_fetching)
        m_fetching->cancel();
}

void HistoryModel::setFilter(const HistoryFilter &filter)
{
    const bool isSame = filter.isSameAs(m_filter);
    m_filter = filter;
    if (!isSame && m_isAsked)
        reload();
}

void HistoryModel::setZone(TimeRange::Zone zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    QList<HistoryEntry> entries;
    for (const Row &row : std::as_const(m_rows)) {
        if (!row.isDay())
            entries << row.entry;
    }
    beginResetModel();
    m_rows = rowsOf(entries, QDate());
    m_namedOn = today();
    endResetModel();
}

void HistoryModel::updateDays()
{
    if (m_namedOn == today())
        return;
    m_namedOn = today();
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void HistoryModel::reload()
{
    m_isAsked = true;
    fetch(std::numeric_limits<qint64>::max());
}

void HistoryModel::fetch(qint64 before)
{
    if (m_fetching)
        m_fetching->cancel();
    m_fetching = std::make_shared<CancelState>();
    HistorySearch search;
    search.filter = m_filter;
    search.limit = pageSize;
    search.before = before;
    search.cancel = m_fetching;
    const bool isFirst = before == std::numeric_limits<qint64>::max();
    m_store.search(search, this, [this, isFirst, own = m_fetching](const Result<HistoryPage> &page) {
        if (own != m_fetching)
            return; // of a search that was given up
        m_fetching.reset();
        if (page) {
            takePage(*page, isFirst);
            emit loaded();
        } else {
            m_hasMore = false;
            emit failed(page.error());
        }
    });
}

void HistoryModel::takePage(const HistoryPage &page, bool isFirst)
{
    m_hasMore = page.hasMore;
    if (isFirst) {
        beginResetModel();
        m_rows = rowsOf(page.entries, QDate());
        m_namedOn = today();
        endResetModel();
        return;
    }
    const qint64 oldest = oldestId();
    QList<HistoryEntry> older;
    std::copy_if(page.entries.cbegin(), page.entries.cend(), std::back_inserter(older),
                 [oldest](const HistoryEntry &entry) { return entry.id < oldest; });
    const QList<Row> rows = rowsOf(older, m_rows.isEmpty() ? QDate() : m_rows.constLast().day);
    if (rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

QList<HistoryModel::Row> HistoryModel::rowsOf(const QList<HistoryEntry> &entries, QDate dayBefore) const
{
    QList<Row> rows;
    for (const HistoryEntry &entry : entries) {
        const QDate day = dayOf(entry);
        if (day != dayBefore)
            rows.append({day, {}});
        rows.append({day, entry});
        dayBefore = day;
    }
    return rows;
}

void HistoryModel::takeAdded(const HistoryEntry &entry)
{
    if (indexOf(entry.id).isValid()) {
        takeChanged(entry);
        return;
    }
    // What is older than the rows so far comes with its page.
    const bool isAmongRows = !m_hasMore || entry.id >= oldestId();
    if (isAmongRows && matchesHistoryFilter(entry, m_filter, historyWords(m_filter.text)))
        insert(entry);
}

void HistoryModel::insert(const HistoryEntry &entry)
{
    const QDate day = dayOf(entry);
    int row = 0;
    while (row < m_rows.size() && (m_rows.at(row).isDay() || m_rows.at(row).entry.id > entry.id))
        ++row;
    // In front of the day's name, where the run below is of another day.
    if (row > 0 && m_rows.at(row - 1).isDay() && m_rows.at(row - 1).day != day)
        --row;
    const bool needsDay = row == 0 || m_rows.at(row - 1).day != day;
    beginInsertRows({}, row, needsDay ? row + 1 : row);
    if (needsDay)
        m_rows.insert(row++, {day, {}});
    m_rows.insert(row, {day, entry});
    endInsertRows();
}

void HistoryModel::takeChanged(const HistoryEntry &entry)
{
    const QModelIndex index = indexOf(entry.id);
    if (!index.isValid()) {
        // An end may match where the run itself did not.
        takeAdded(entry);
        return;
    }
    m_rows[index.row()].entry = entry;
    emit dataChanged(index, index);
}

void HistoryModel::takeRemoved(const QList<qint64> &ids)
{
    for (const qint64 id : ids) {
        if (const QModelIndex index = indexOf(id); index.isValid())
            removeRow(index.row());
    }
    // A list that ran dry says nothing about what is below it.
    if (m_rows.isEmpty() && m_hasMore)
        reload();
}

void HistoryModel::removeRow(int row)
{
    const bool isLastOfDay = row + 1 == m_rows.size() || m_rows.at(row + 1).isDay();
    const int first = isLastOfDay && m_rows.at(row - 1).isDay() ? row - 1 : row;
    beginRemoveRows({}, first, row);
    m_rows.remove(first, row - first + 1);
    endRemoveRows();
}

QDate HistoryModel::dayOf(const HistoryEntry &entry) const
{
    return m_zone == TimeRange::Zone::Local ? entry.startedUtc.toLocalTime().date() : entry.startedUtc.date();
}

QDate HistoryModel::today() const
{
    const QDateTime now = m_clock.nowUtc();
    return m_zone == TimeRange::Zone::Local ? now.toLocalTime().date() : now.date();
}

QString HistoryModel::dayName(QDate day) const
{
    const QDate now = today();
    if (day == now)
        return tr("Today");
    if (day == now.addDays(-1))
        return tr("Yesterday");
    return QLocale().toString(day, day.year() == now.year() ? QStringLiteral("dddd d MMMM")
                                                            : QStringLiteral("dddd d MMMM yyyy"));
}

qint64 HistoryModel::oldestId() const
{
    return m_rows.isEmpty() ? std::numeric_limits<qint64>::max() : m_rows.constLast().entry.id;
}

HistoryEntry HistoryModel::entryAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).entry : HistoryEntry();
}

QModelIndex HistoryModel::indexOf(qint64 id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [id](const Row &row) { return row.entry.id == id && !row.isDay(); });
    return found == m_rows.cend() ? QModelIndex() : index(static_cast<int>(found - m_rows.cbegin()));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case IsDayRole:
        return row.isDay();
    case EntryRole:
        return row.isDay() ? QVariant() : QVariant::fromValue(row.entry);
    case Qt::DisplayRole:
        return row.isDay() ? dayName(row.day) : headlineOf(row.entry.text);
    case Qt::AccessibleTextRole: {
        if (row.isDay())
            return dayName(row.day);
        const QDateTime started =
            m_zone == TimeRange::Zone::Local ? row.entry.startedUtc.toLocalTime() : row.entry.startedUtc;
        //: A run as a screen reader says it. %1: the query; %2: how it ended; %3: the connection; %4: when
        const QString said =
            tr("%1; %2; %3; %4")
                .arg(headlineOf(row.entry.text), outcomeName(row.entry.outcome), row.entry.connectionName,
                     QLocale().toString(started.time(), QStringLiteral("HH:mm")));
        const QString kept = keptRowsOf(row.entry);
        return kept.isEmpty() ? said : QString(said + QStringLiteral("; ") + kept);
    }
    default:
        return {};
    }
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    // Going up and down one steps over the names of the days.
    if (!index.isValid() || m_rows.at(index.row()).isDay())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_fetching;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(oldestId());
}

QString HistoryModel::headlineOf(const QString &text)
{
    return historyHeadline(text).text;
}

QString HistoryModel::keptRowsOf(const HistoryEntry &entry)
{
    if (entry.keptRows == 0)
        return {};
    if (entry.keptRows >= entry.rows.value_or(0)) {
        //: Rows of a run, which lie in the history with it.
        return tr("rows kept");
    }
    //: Of the rows of a run, which lie in the history with it. %L1: how many
    return tr("first %L1 kept").arg(entry.keptRows);
}

QString HistoryModel::outcomeName(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Running:
        return tr("Running");
    case RunOutcome::Complete:
        return tr("Complete");
    case RunOutcome::Partial:
        return tr("Partial");
    case RunOutcome::Capped:
        return tr("Capped");
    case RunOutcome::Failed:
        return tr("Failed");
    case RunOutcome::Stopped:
        return tr("Stopped");
    case RunOutcome::Interrupted:
        return tr("Interrupted");
    }
    return {};
}

} // namespace sonde
