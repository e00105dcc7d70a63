#include "widgets/resultsavejob.h"

#include "core/atomicfile.h"

#include <QPromise>
#include <QtConcurrent>

namespace sonde {

namespace {

/// On the worker thread.
Result<void> writeFile(const StoredResult &about, const std::vector<StoredTable> &tables, const QString &path,
                       const CancelState &cancel, const std::function<void(qint64)> &progress)
{
    AtomicFile file(path);
    if (const Result<void> opened = file.open(); !opened)
        return opened;
    if (const Result<void> written = writeResultFile(about, tables, file, cancel, progress); !written)
        return written;
    return file.commit();
}

qint64 rowsOf(const std::vector<StoredTable> &tables)
{
    qint64 rows = 0;
    for (const StoredTable &table : tables)
        rows += static_cast<qint64>(table.rows.rowCount());
    return rows;
}

} // namespace

ResultSaveJob::ResultSaveJob(const StoredResult &about, const std::vector<StoredTable> &tables,
                             const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_cancel(std::make_shared<CancelState>())
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ResultSaveJob::progressed);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Result<void> outcome = m_watcher.result();
        emit finished(outcome ? std::nullopt : std::optional<Error>(outcome.error()));
    });
    m_watcher.setFuture(
        QtConcurrent::run([about, tables, path, cancel = m_cancel](QPromise<Result<void>> &promise) {
            promise.setProgressRange(0, 1000);
            const qint64 total = std::max<qint64>(1, rowsOf(tables));
            promise.addResult(writeFile(about, tables, path, *cancel, [&promise, total](qint64 rows) {
                promise.setProgressValue(static_cast<int>(rows * 1000 / total));
            }));
        }));
}

ResultSaveJob::~ResultSaveJob()
{
    m_cancel->cancel();
}

} // namespace sonde
