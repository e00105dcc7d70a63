#include "stores/historystore.h"

#include "stores/historyworker.h"

#include <QPointer>
#include <QRandomGenerator>

namespace sonde {

namespace {

/// An id is the millisecond of the start, and below it so many random bits: ids are known before anything is
/// written, sort by time, and two programs that start a run in the same millisecond still get two.
constexpr int randomBits = 20;

} // namespace

HistoryStore::HistoryStore(const QString &folder, const HistoryLimits &limits, QObject *parent)
    : QObject(parent)
    , m_worker(new HistoryWorker(folder, limits))
{
    m_thread.setObjectName(QStringLiteral("history"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &HistoryWorker::entryAdded, this, &HistoryStore::entryAdded);
    connect(m_worker, &HistoryWorker::entryChanged, this, &HistoryStore::entryChanged);
    connect(m_worker, &HistoryWorker::entriesRemoved, this, &HistoryStore::entriesRemoved);
    connect(m_worker, &HistoryWorker::reset, this, &HistoryStore::reset);
    connect(m_worker, &HistoryWorker::problem, this, &HistoryStore::problem);
    m_thread.start();
}

HistoryStore::~HistoryStore()
{
    // Behind everything that was asked before.
    post([this](HistoryWorker &worker) {
        worker.close();
        m_thread.quit();
    });
    m_thread.wait();
}

void HistoryStore::post(std::function<void(HistoryWorker &)> work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); }, Qt::QueuedConnection);
}

qint64 HistoryStore::begin(const Query &query, const Connection &connection, const QDateTime &nowUtc)
{
    if (!connection.keepsHistory)
        return 0;
    HistoryEntry entry;
    const auto random = qint64{QRandomGenerator::global()->bounded(1 << randomBits)};
    entry.id = std::max((nowUtc.toMSecsSinceEpoch() << randomBits) | random, m_lastId + 1);
    m_lastId = entry.id;
    entry.setText(query.text);
    entry.language = query.language;
    entry.range = query.range;
    entry.resolved = query.range.resolve(nowUtc);
    entry.top = query.top;
    entry.serverTimeoutSeconds = query.serverTimeoutSeconds;
    entry.connectionId = connection.id;
    entry.connectionName = connection.name;
    entry.startedUtc = nowUtc;
    post([entry](HistoryWorker &worker) { worker.begin(entry); });
    return entry.id;
}

void HistoryStore::finish(qint64 id, const RunEnd &end)
{
    if (id != 0)
        post([id, end](HistoryWorker &worker) { worker.finish(id, end); });
}

void HistoryStore::keepRows(qint64 id, std::function<KeptRows()> source)
{
    if (id != 0)
        post([id, source = std::move(source)](HistoryWorker &worker) { worker.keepRows(id, source()); });
}

void HistoryStore::forgetRows()
{
    post([](HistoryWorker &worker) { worker.forgetRows(); });
}

template <typename Answer>
void HistoryStore::ask(std::function<Answer(HistoryWorker &)> question, QObject *context,
                       std::function<void(const Answer &)> handler)
{
    post([this, question = std::move(question), guard = QPointer<QObject>(context),
          handler = std::move(handler)](HistoryWorker &worker) {
        // The store waits for this thread before it goes.
        QMetaObject::invokeMethod(
            this,
            [guard, handler, answer = question(worker)] {
                if (guard)
                    handler(answer);
            },
            Qt::QueuedConnection);
    });
}

void HistoryStore::rowsOf(qint64 id, QObject *context, RowsHandler handler)
{
    ask<Result<std::optional<QByteArray>>>([id](HistoryWorker &worker) { return worker.rowsOf(id); }, context,
                                           std::move(handler));
}

void HistoryStore::search(const HistorySearch &what, QObject *context, SearchHandler handler)
{
    ask<Result<HistoryPage>>([what](HistoryWorker &worker) { return worker.search(what); }, context,
                             std::move(handler));
}

void HistoryStore::remove(const QList<qint64> &ids)
{
    post([ids](HistoryWorker &worker) { worker.remove(ids); });
}

void HistoryStore::restore(const QList<qint64> &ids)
{
    post([ids](HistoryWorker &worker) { worker.restore(ids); });
}

void HistoryStore::removeOfConnection(const QString &connectionId)
{
    post([connectionId](HistoryWorker &worker) { worker.removeOfConnection(connectionId); });
}

void HistoryStore::clear()
{
    post([](HistoryWorker &worker) { worker.clear(); });
}

void HistoryStore::lookForOthers()
{
    post([](HistoryWorker &worker) { worker.lookForOthers(); });
}

} // namespace sonde
