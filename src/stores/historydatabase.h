#pragma once

#include "core/result.h"
#include "stores/historyentry.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>
#include <functional>
#include <memory>

namespace sonde {

class HeldFile;

/// The history's SQLite file: every statement that is ever sent to it. Waits for the disk and for other
/// programs, so it lives on the history's own thread; all calls come from that one thread.
///
/// WAL, so that readers and a writer in several programs do not stop each other, and synchronous=FULL: a run
/// costs two commits, far from the GUI thread, and what was acknowledged is on the disk even when the power
/// fails (NORMAL would only promise a file that is not damaged).
///
/// Each process marks its rows with an owner id and holds the file `run-by-<owner>.lock` beside the database
/// as long as it lives. A row that still says Running under an owner whose file nobody holds is of a process
/// that died.
class HistoryDatabase final
{
public:
    /// \a folder belongs to the history alone; it is made when it is needed.
    HistoryDatabase(const QString &folder, const HistoryLimits &limits);
    ~HistoryDatabase();
    HistoryDatabase(const HistoryDatabase &) = delete;
    HistoryDatabase &operator=(const HistoryDatabase &) = delete;

    // Each opens the file if need be, and opens it anew, setting a damaged one aside, where it turns out to
    // be damaged.
    Result<void> insert(const HistoryEntry &entry);
    /// The run as it is now, or nothing where it was removed meanwhile.
    Result<std::optional<HistoryEntry>> finish(qint64 id, const RunEnd &end);
    /// The run as it is now, or nothing where it was removed meanwhile. The oldest rows kept go where they
    /// are more than may be.
    Result<std::optional<HistoryEntry>> keepRows(qint64 id, const KeptRows &rows);
    /// The file of keepRows(); nothing where none are kept.
    Result<std::optional<QByteArray>> rowsOf(qint64 id);
    /// The runs stay.
    Result<void> forgetRows();
    Result<HistoryPage> search(const HistorySearch &what);
    /// Hides the runs; they are gone when this process ends.
    Result<void> remove(const QList<qint64> &ids);
    /// Takes remove() back.
    Result<void> restore(const QList<qint64> &ids);
    /// At once and for good.
    Result<void> removeOfConnection(const QString &connectionId);
    Result<void> clear();
    /// Whether another program wrote since the last call.
    Result<bool> hasChangedElsewhere();

    /// What has to be said though the call succeeded: that a damaged file was set aside.
    std::optional<Error> takeNotice();
    /// Whether it is of no use to try again: a newer version's file, or no driver.
    bool isRefused() const { return m_refused.has_value(); }

private:
    template <typename Operation>
    auto attempt(Operation operation) -> decltype(operation());
    Result<void> open();
    Result<std::unique_ptr<HeldFile>> holdWhileOpening() const;
    Result<void> openFile();
    Result<void> check();
    Result<void> prepare();
    Result<void> migrate();
    Result<void> claim();
    Result<void> recover();
    Result<void> prune();
    Result<void> pruneRows();
    Result<void> setAside(const QString &detail);
    void close();
    void shrink();
    void forgetOnDisk();

    Result<std::optional<HistoryEntry>> find(qint64 id);
    bool isAlive(const QString &owner) const;
    QString ownerPath(const QString &owner) const;
    Result<QSqlQuery> execute(const QString &statement, const QVariantList &values = {});
    Result<void> inTransaction(const std::function<Result<void>()> &work);
    Result<void> executeForEach(const QString &statement, const QList<qint64> &ids, const QVariant &first);
    Error errorOf(const QSqlError &error);

    QString m_folder;
    QString m_path;
    HistoryLimits m_limits;
    QString m_name; ///< of the QSqlDatabase
    QSqlDatabase m_database;
    bool m_isOpen = false;
    bool m_isDamaged = false; ///< what the last failing statement said
    QString m_owner;
    std::unique_ptr<HeldFile> m_ownerFile;
    std::optional<Error> m_refused;
    std::optional<Error> m_notice;
    int m_insertsUntilPruning = 0;
    qint64 m_dataVersion = 0;
};

} // namespace sonde
