#include "ports/resultopening.h"

#include "core/giveway.h"
#include "results/openresult.h"

#include <QBuffer>
#include <QThreadPool>
#include <memory>

namespace sonde {

namespace {

/// Speaks for the worker; nothing is ever posted to it, so it may die in any thread.
class ReadingOutlet final : public QObject
{
    Q_OBJECT

signals:
    void opened(const sonde::StoredResult &about);
    void progressed(const sonde::SearchProgress &progress);
    void chunkReady(const sonde::ResultChunk &chunk);
    void finished(const sonde::Result<sonde::ResultInfo> &outcome);
};

/// On the worker thread.
template <typename Reader>
void read(const Reader &reader, ReadingOutlet &outlet, const CancelState &cancel)
{
    giveWayToWindow();
    int reported = -1;
    const StoredResultHandlers handlers{
        [&outlet](const StoredResult &about) { emit outlet.opened(about); },
        [&outlet](const ResultChunk &chunk) { emit outlet.chunkReady(chunk); },
        [&](int permille) {
            if (permille == std::exchange(reported, permille))
                return;
            SearchProgress progress;
            progress.stage = SearchProgress::Stage::ReadingFile;
            progress.permille = permille;
            emit outlet.progressed(progress);
        }};
    emit outlet.finished(reader(handlers, cancel));
}

} // namespace

ResultOpening::ResultOpening(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_job(new SearchJob(0, this))
{
    start([path](const StoredResultHandlers &handlers, const CancelState &cancel) {
        return readStoredResult(path, handlers, cancel);
    });
}

ResultOpening::ResultOpening(const QByteArray &content, const QString &name, QObject *parent)
    : QObject(parent)
    , m_job(new SearchJob(0, this))
{
    start([content, name](const StoredResultHandlers &handlers, const CancelState &cancel) {
        QBuffer buffer;
        buffer.setData(content);
        buffer.open(QIODevice::ReadOnly);
        return readStoredResult(buffer, name, handlers, cancel);
    });
}

void ResultOpening::start(const Reader &reader)
{
    const auto outlet = std::make_shared<ReadingOutlet>();
    // Queued, so that all come in the order in which they were sent, also to different receivers.
    connect(outlet.get(), &ReadingOutlet::opened, this, &ResultOpening::opened, Qt::QueuedConnection);
    connect(outlet.get(), &ReadingOutlet::progressed, m_job, &SearchJob::reportProgress,
            Qt::QueuedConnection);
    connect(outlet.get(), &ReadingOutlet::chunkReady, m_job, &SearchJob::deliver, Qt::QueuedConnection);
    connect(outlet.get(), &ReadingOutlet::finished, m_job, &SearchJob::finish, Qt::QueuedConnection);
    QThreadPool::globalInstance()->start(
        [reader, outlet, cancel = m_job->cancelState()] { read(reader, *outlet, *cancel); });
}

ResultOpening::~ResultOpening() = default;

SearchJob *ResultOpening::takeJob()
{
    m_job->setParent(nullptr);
    return m_job;
}

} // namespace sonde

#include "resultopening.moc"
