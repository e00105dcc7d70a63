#pragma once

#include "core/error.h"
#include "core/timerange.h"
#include "stores/historyentry.h"

#include <QAbstractListModel>
#include <QDate>

namespace sonde {

class Clock;
class HistoryStore;

/// The runs of the past as a flat list, newest first, with a row above each day that names it. Pages are
/// fetched as the view comes to their end; runs that begin, end or are removed meanwhile show at once.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        EntryRole = Qt::UserRole, ///< HistoryEntry; invalid for a day
        IsDayRole                 ///< bool
    };

    /// Both outlive the model. Fetches nothing before reload().
    HistoryModel(HistoryStore &store, const Clock &clock, QObject *parent = nullptr);
    ~HistoryModel() override;

    /// The rows stay until the first page of the new ones comes.
    void setFilter(const HistoryFilter &filter);
    const HistoryFilter &filter() const { return m_filter; }
    /// Whose midnight parts the days.
    void setZone(TimeRange::Zone zone);
    TimeRange::Zone zone() const { return m_zone; }
    /// Names the days anew where "today" is another one than when they were named.
    void updateDays();
    /// Fetches the first page; what is there stays until it comes.
    void reload();

    /// id 0 where the row is a day's.
    HistoryEntry entryAt(const QModelIndex &index) const;
    /// Invalid where that run is not among the rows.
    QModelIndex indexOf(qint64 id) const;
    bool isEmpty() const { return m_rows.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// As of historyHeadline().
    static QString headlineOf(const QString &text);
    static QString outcomeName(RunOutcome outcome);
    /// Which of the run's rows are kept; empty where none are.
    static QString keptRowsOf(const HistoryEntry &entry);

signals:
    /// A page came.
    void loaded();
    /// No page came; the rows are as they were.
    void failed(const sonde::Error &error);

private:
    struct Row
    {
        QDate day;
        HistoryEntry entry; ///< id 0: the row names the day
        bool isDay() const { return entry.id == 0; }
    };

    void fetch(qint64 before);
    void takePage(const HistoryPage &page, bool isFirst);
    void takeAdded(const HistoryEntry &entry);
    void takeChanged(const HistoryEntry &entry);
    void takeRemoved(const QList<qint64> &ids);
    void insert(const HistoryEntry &entry);
    void removeRow(int row);
    QList<Row> rowsOf(const QList<HistoryEntry> &entries, QDate dayBefore) const;
    QDate dayOf(const HistoryEntry &entry) const;
    QDate today() const;
    QString dayName(QDate day) const;
    qint64 oldestId() const;

    HistoryStore &m_store;
    const Clock &m_clock;
    HistoryFilter m_filter;
    TimeRange::Zone m_zone = TimeRange::Zone::Utc;
    QList<Row> m_rows;
    QDate m_namedOn;        ///< what was "today" when the days were last named
    bool m_isAsked = false; ///< reload() was called
    bool m_hasMore = false;
    CancelStatePtr m_fetching; ///< of the page that is on its way
};

} // namespace sonde
