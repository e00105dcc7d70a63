#pragma once

#include "results/writers.h"
#include "widgets/exportdialog.h"

#include <QFutureWatcher>
#include <QObject>

namespace sonde {

/// Writes rows to a file on a worker thread. The file is replaced as a whole or left as it was.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    /// Starts at once; \a selection is the rows that \a request asks for.
    ExportJob(Selection selection, const ExportRequest &request, QObject *parent = nullptr);
    /// Cancels what is still being written.
    ~ExportJob() override;

    const ExportRequest &request() const { return m_request; }
    qint64 rowCount() const { return m_rowCount; }

    /// finished() follows with Cancelled.
    void cancel();

signals:
    /// In thousandths of all rows.
    void progressed(int permille);
    /// Once, and never from within the constructor or cancel(). Without a failure the file is whole and in
    /// place.
    void finished(const std::optional<sonde::Error> &failure);

private:
    ExportRequest m_request;
    qint64 m_rowCount;
    CancelStatePtr m_cancel;
    QFutureWatcher<Result<void>> m_watcher;
};

} // namespace sonde
