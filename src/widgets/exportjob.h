#pragma once

#include "results/rowexport.h"
#include "widgets/exportrequest.h"

#include <QFutureWatcher>
#include <QObject>

namespace sonde {

/// Writes rows to a file, or to several, on a worker thread. Each file is replaced as a whole, and all of
/// them are left as they were where one cannot be written.
class ExportJob final : public QObject
{
    Q_OBJECT

public:
    /// Starts at once; \a selection is the rows that \a request asks for.
    ExportJob(Selection selection, const ExportRequest &request, const AnswerNotes &notes,
              QObject *parent = nullptr);
    /// Cancels what is still being written.
    ~ExportJob() override;

    const ExportRequest &request() const { return m_request; }
    qint64 rowCount() const { return m_rowCount; }
    /// The files, in the order of the rows.
    QStringList paths() const;
    /// When finished: how many cells the format had no room for as they are.
    qint64 cutCells() const { return m_cutCells; }

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
    qint64 m_cutCells = 0;
    CancelStatePtr m_cancel;
    QFutureWatcher<Result<ExportOutcome>> m_watcher;
};

} // namespace sonde
