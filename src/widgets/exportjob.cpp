#include "widgets/exportjob.h"

#include "core/atomicfile.h"

#include <QPromise>
#include <QtConcurrent>

namespace sonde {

namespace {

Result<void> writeRows(const Selection &selection, const ExportRequest &request, ByteSink &sink,
                       const CancelState &cancel, const WriteProgress &progress)
{
    if (request.format == ExportFormat::JsonLines)
        return writeJsonLines(selection, {}, sink, cancel, progress);
    ExportOptions options;
    options.header = request.header;
    options.separator = request.separator;
    options.byteOrderMark = request.byteOrderMark;
    options.guardFormulas = request.guardFormulas;
    return writeCsv(selection, options, sink, cancel, progress);
}

/// On the worker thread.
Result<void> writeFile(const Selection &selection, const ExportRequest &request, const CancelState &cancel,
                       const WriteProgress &progress)
{
    AtomicFile file(request.path);
    if (const Result<void> opened = file.open(); !opened)
        return opened;
    if (const Result<void> written = writeRows(selection, request, file, cancel, progress); !written)
        return written;
    return file.commit();
}

} // namespace

ExportJob::ExportJob(Selection selection, const ExportRequest &request, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_rowCount(static_cast<qint64>(selection.rows ? selection.rows->size() : selection.table.rowCount()))
    , m_cancel(std::make_shared<CancelState>())
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ExportJob::progressed);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Result<void> outcome = m_watcher.result();
        emit finished(outcome ? std::nullopt : std::optional<Error>(outcome.error()));
    });
    m_watcher.setFuture(QtConcurrent::run([selection = std::move(selection), request, total = m_rowCount,
                                           cancel = m_cancel](QPromise<Result<void>> &promise) {
        promise.setProgressRange(0, 1000);
        promise.addResult(writeFile(selection, request, *cancel, [&promise, total](std::size_t rows) {
            promise.setProgressValue(
                static_cast<int>(static_cast<qint64>(rows) * 1000 / std::max(total, qint64(1))));
        }));
    }));
}

ExportJob::~ExportJob()
{
    m_cancel->cancel();
}

void ExportJob::cancel()
{
    m_cancel->cancel();
}

} // namespace sonde
