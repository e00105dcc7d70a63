#include "widgets/exportjob.h"

#include "core/atomicfile.h"
#include "results/xlsxwriter.h"

#include <QPromise>
#include <QtConcurrent>
#include <memory>

namespace sonde {

namespace {

qint64 countOf(const Selection &selection)
{
    return static_cast<qint64>(selection.rows ? selection.rows->size() : selection.table.rowCount());
}

/// On the worker thread.
Result<ExportOutcome> writeFiles(const Selection &selection, const ExportRequest &request,
                                 const AnswerNotes &notes, const CancelState &cancel,
                                 const WriteProgress &progress)
{
    const int parts = partCount(request, countOf(selection));
    ExportOutcome outcome;
    std::vector<std::unique_ptr<AtomicFile>> files;
    std::size_t done = 0;
    for (int part = 0; part < parts; ++part) {
        files.push_back(std::make_unique<AtomicFile>(partPath(request.path, part, parts)));
        if (const Result<void> opened = files.back()->open(); !opened)
            return failure(opened.error());
        const Selection rows =
            parts == 1 ? selection
                       : partOf(selection, static_cast<std::size_t>(part) * mostXlsxRows, mostXlsxRows);
        const auto written = exportRows(rows, request.options, notes, *files.back(), cancel,
                                        [&](std::size_t count) { progress(done + count); });
        if (!written)
            return failure(written.error());
        outcome.cutCells += written->cutCells;
        done += mostXlsxRows;
    }
    for (const auto &file : files) {
        if (const Result<void> committed = file->commit(); !committed)
            return failure(committed.error());
    }
    return outcome;
}

} // namespace

ExportJob::ExportJob(Selection selection, const ExportRequest &request, const AnswerNotes &notes,
                     QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_rowCount(countOf(selection))
    , m_cancel(std::make_shared<CancelState>())
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ExportJob::progressed);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const Result<ExportOutcome> outcome = m_watcher.result();
        m_cutCells = outcome ? static_cast<qint64>(outcome->cutCells) : 0;
        emit finished(outcome ? std::nullopt : std::optional<Error>(outcome.error()));
    });
    m_watcher.setFuture(QtConcurrent::run([selection = std::move(selection), request, notes,
                                           total = m_rowCount,
                                           cancel = m_cancel](QPromise<Result<ExportOutcome>> &promise) {
        promise.setProgressRange(0, 1000);
        promise.addResult(writeFiles(selection, request, notes, *cancel, [&promise, total](std::size_t rows) {
            promise.setProgressValue(
                static_cast<int>(static_cast<qint64>(rows) * 1000 / std::max(total, qint64(1))));
        }));
    }));
}

ExportJob::~ExportJob()
{
    m_cancel->cancel();
}

QStringList ExportJob::paths() const
{
    const int parts = partCount(m_request, m_rowCount);
    QStringList paths;
    for (int part = 0; part < parts; ++part)
        paths << partPath(m_request.path, part, parts);
    return paths;
}

void ExportJob::cancel()
{
    m_cancel->cancel();
}

} // namespace sonde
