#pragma once

#include "stores/historydatabase.h"

#include <QHash>
#include <QObject>

class QTimer;

namespace sonde {

/// The history's side of the thread: what the store asks, in the order it was asked. What cannot be written
/// is kept and tried again with every further run and every half minute; that it could not is said once, and
/// once more when it could in between.
class HistoryWorker final : public QObject
{
    Q_OBJECT

public:
    HistoryWorker(const QString &folder, const HistoryLimits &limits);
    ~HistoryWorker() override;

    void begin(const HistoryEntry &entry);
    void finish(qint64 id, const RunEnd &end);
    Result<HistoryPage> search(const HistorySearch &what);
    /// Not tried again where that fails.
    void keepRows(qint64 id, const KeptRows &rows);
    Result<std::optional<QByteArray>> rowsOf(qint64 id);
    void forgetRows();
    void remove(const QList<qint64> &ids);
    void restore(const QList<qint64> &ids);
    void removeOfConnection(const QString &connectionId);
    void clear();
    void lookForOthers();
    /// Writes what can be written and closes the file; the last call.
    void close();

signals:
    void entryAdded(const sonde::HistoryEntry &entry);
    void entryChanged(const sonde::HistoryEntry &entry);
    void entriesRemoved(const QList<qint64> &ids);
    void reset();
    void problem(const sonde::Error &error);

private:
    bool writePending();
    template <typename T>
    bool take(const Result<T> &result);

    std::unique_ptr<HistoryDatabase> m_database;
    QList<HistoryEntry> m_unwritten; ///< runs that are not in the file yet, oldest first
    QHash<qint64, RunEnd> m_unended; ///< of runs that are in the file, and their end is not
    QTimer *m_retry;
    bool m_hasSaidProblem = false;
};

} // namespace sonde
