#pragma once

#include "ports/searchrunner.h"
#include "results/storedresult.h"

namespace sonde {

/// The reading of a file with a result, as a run: a worker thread reads, and the rows come as those of a
/// search do. For the GUI thread.
class ResultOpening final : public QObject
{
    Q_OBJECT

public:
    /// Begins at once; nothing is signalled from within.
    explicit ResultOpening(const QString &path, QObject *parent = nullptr);
    /// Cancels, unless the run was taken.
    ~ResultOpening() override;

    const QString &path() const { return m_path; }
    /// Ends as a search does, also before opened() came: with what is wrong with the file, or Cancelled.
    SearchJob *job() const { return m_job; }
    /// The run is the caller's from now on.
    SearchJob *takeJob();

signals:
    /// The file is whole, and says this of its result; before the first rows. job() may be taken now.
    void opened(const sonde::StoredResult &about);

private:
    QString m_path;
    SearchJob *m_job;
};

} // namespace sonde
