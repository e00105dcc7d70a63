#include "stores/historyworker.h"

#include <QTimer>

namespace sonde {

namespace {

/// More than anyone runs while looking for room on a disk.
constexpr qsizetype mostUnwritten = 200;
constexpr int retryIntervalMs = 30'000;

} // namespace

HistoryWorker::HistoryWorker(const QString &folder, const HistoryLimits &limits)
    : m_database(std::make_unique<HistoryDatabase>(folder, limits))
    , m_retry(new QTimer(this))
{
    m_retry->setSingleShot(true);
    m_retry->setInterval(retryIntervalMs);
    connect(m_retry, &QTimer::timeout, this, &HistoryWorker::writePending);
}

HistoryWorker::~HistoryWorker() = default;

/// Says what went wrong, or that it no longer does; whether it went well.
template <typename T>
bool HistoryWorker::take(const Result<T> &result)
{
    if (const std::optional<Error> notice = m_database->takeNotice())
        emit problem(*notice);
    if (result) {
        m_hasSaidProblem = false;
        return true;
    }
    if (result.error().kind != ErrorKind::Cancelled && !std::exchange(m_hasSaidProblem, true))
        emit problem(result.error());
    return false;
}

bool HistoryWorker::writePending()
{
    while (!m_unwritten.isEmpty()) {
        if (!take(m_database->insert(m_unwritten.constFirst()))) {
            if (m_database->isRefused())
                m_unwritten.clear();
            break;
        }
        emit entryAdded(m_unwritten.takeFirst());
    }
    while (m_unwritten.isEmpty() && !m_unended.isEmpty()) {
        const qint64 id = m_unended.constBegin().key();
        const auto ended = m_database->finish(id, m_unended.constBegin().value());
        if (!take(ended)) {
            if (m_database->isRefused())
                m_unended.clear();
            break;
        }
        m_unended.remove(id);
        if (*ended)
            emit entryChanged(**ended);
    }
    const bool isAllWritten = m_unwritten.isEmpty() && m_unended.isEmpty();
    if (!isAllWritten)
        m_retry->start();
    return isAllWritten;
}

void HistoryWorker::begin(const HistoryEntry &entry)
{
    m_unwritten.append(entry);
    if (m_unwritten.size() > mostUnwritten)
        m_unwritten.removeFirst();
    writePending();
}

void HistoryWorker::finish(qint64 id, const RunEnd &end)
{
    for (HistoryEntry &entry : m_unwritten) {
        if (entry.id == id) {
            entry.apply(end);
            writePending();
            return;
        }
    }
    m_unended.insert(id, end);
    writePending();
}

void HistoryWorker::keepRows(qint64 id, const KeptRows &rows)
{
    if (rows.count == 0)
        return;
    const auto kept = m_database->keepRows(id, rows);
    if (take(kept) && *kept)
        emit entryChanged(**kept);
}

Result<std::optional<QByteArray>> HistoryWorker::rowsOf(qint64 id)
{
    auto rows = m_database->rowsOf(id);
    if (const std::optional<Error> notice = m_database->takeNotice())
        emit problem(*notice);
    return rows;
}

void HistoryWorker::forgetRows()
{
    if (take(m_database->forgetRows()))
        emit reset();
}

Result<HistoryPage> HistoryWorker::search(const HistorySearch &what)
{
    Result<HistoryPage> page = m_database->search(what);
    // Its asker tells of a failure where the runs would stand.
    if (const std::optional<Error> notice = m_database->takeNotice())
        emit problem(*notice);
    return page;
}

void HistoryWorker::remove(const QList<qint64> &ids)
{
    if (take(m_database->remove(ids)))
        emit entriesRemoved(ids);
}

void HistoryWorker::restore(const QList<qint64> &ids)
{
    if (take(m_database->restore(ids)))
        emit reset();
}

void HistoryWorker::removeOfConnection(const QString &connectionId)
{
    m_unwritten.removeIf(
        [&connectionId](const HistoryEntry &entry) { return entry.connectionId == connectionId; });
    if (take(m_database->removeOfConnection(connectionId)))
        emit reset();
}

void HistoryWorker::clear()
{
    m_unwritten.clear();
    m_unended.clear();
    if (take(m_database->clear()))
        emit reset();
}

void HistoryWorker::lookForOthers()
{
    // What is wrong with the file is said where it is used.
    if (m_database->hasChangedElsewhere().value_or(false))
        emit reset();
}

void HistoryWorker::close()
{
    writePending();
    m_retry->stop();
    m_database.reset();
}

} // namespace sonde
