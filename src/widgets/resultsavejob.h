#pragma once

#include "core/cancelstate.h"
#include "results/resultfile.h"

#include <QFutureWatcher>
#include <QObject>

namespace sonde {

/// Writes a result to a file on a worker thread. The file is replaced as a whole or left as it was.
class ResultSaveJob final : public QObject
{
    Q_OBJECT

public:
    /// Starts at once.
    ResultSaveJob(const StoredResult &about, const std::vector<StoredTable> &tables, const QString &path,
                  QObject *parent = nullptr);
    /// Cancels what is still being written.
    ~ResultSaveJob() override;

    const QString &path() const { return m_path; }

    /// finished() follows with Cancelled.
    void cancel() { m_cancel->cancel(); }

signals:
    /// In thousandths of all rows.
    void progressed(int permille);
    /// Once, and never from within the constructor or cancel(). Without a failure the file is whole and in
    /// place.
    void finished(const std::optional<sonde::Error> &failure);

private:
    QString m_path;
    CancelStatePtr m_cancel;
    QFutureWatcher<Result<void>> m_watcher;
};

} // namespace sonde
