#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "stores/historyentry.h"

#include <QObject>
#include <QThread>
#include <functional>

namespace sonde {

class HistoryWorker;

/// The runs of the past, in an SQLite file that several programs may use at once. For the GUI thread, which
/// never waits for it: all work is done on a thread of the store's own, in the order asked, and what comes of
/// it is told by signals and handlers, never from within a call.
///
/// Runs of a program that died are Interrupted when the file is next opened; those of another program that
/// lives are left alone. Where the file cannot be used, problem() says so once, runs are kept in memory and
/// written as soon as that works, and nothing else of the program is held up.
class HistoryStore final : public QObject
{
    Q_OBJECT

public:
    using SearchHandler = std::function<void(const Result<HistoryPage> &)>;
    using RowsHandler = std::function<void(const Result<std::optional<QByteArray>> &)>;

    /// \a folder belongs to the history alone. Nothing is made or read before the first call that needs it.
    explicit HistoryStore(const QString &folder, const HistoryLimits &limits = {}, QObject *parent = nullptr);
    /// Waits until all that was asked is done; hidden runs are then gone for good.
    ~HistoryStore() override;

    /// A run begins. Returns its id for finish(), or 0 where the connection's runs are not to be remembered.
    qint64 begin(const Query &query, const Connection &connection, const QDateTime &nowUtc);
    /// Does nothing for id 0 and for a run that was removed meanwhile.
    void finish(qint64 id, const RunEnd &end);

    /// Puts rows beside a run that was finished; entryChanged() follows. \a source makes them, on the store's
    /// thread and before the store ends. Does nothing for id 0, for a run that was removed meanwhile or is
    /// not on the disk, and where there are none. Of all rows kept the oldest go where they become too many.
    void keepRows(qint64 id, std::function<KeptRows()> source);
    /// The rows kept of all runs, at once and for good; the runs stay.
    void forgetRows();

    // Each handler is called once, later, in the GUI thread, and not at all once its context is gone.

    /// KeptRows::file of that run; nothing where none are kept.
    void rowsOf(qint64 id, QObject *context, RowsHandler handler);
    void search(const HistorySearch &what, QObject *context, SearchHandler handler);

    /// Hides runs; they are gone when the store ends. Until then restore() brings them back.
    void remove(const QList<qint64> &ids);
    void restore(const QList<qint64> &ids);
    /// All runs of a connection, at once and for good; so does clear() with all there are.
    void removeOfConnection(const QString &connectionId);
    void clear();
    /// Looks whether another program wrote since the last look; reset() follows if so.
    void lookForOthers();

signals:
    /// The run is on the disk.
    void entryAdded(const sonde::HistoryEntry &entry);
    /// The run's end is on the disk.
    void entryChanged(const sonde::HistoryEntry &entry);
    void entriesRemoved(const QList<qint64> &ids);
    /// Other runs than before; who shows some asks again.
    void reset();
    /// The history cannot be used at present, or a damaged file was set aside. Said once, and again only
    /// after it worked in between.
    void problem(const sonde::Error &error);

private:
    void post(std::function<void(HistoryWorker &)> work);
    template <typename Answer>
    void ask(std::function<Answer(HistoryWorker &)> question, QObject *context,
             std::function<void(const Answer &)> handler);

    QThread m_thread;
    HistoryWorker *m_worker;
    qint64 m_lastId = 0;
};

} // namespace sonde
