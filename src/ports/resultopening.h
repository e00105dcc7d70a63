#pragma once

#include "ports/searchrunner.h"
#include "results/storedresult.h"

namespace sonde {

/// The reading of a kept result, as a run: a worker thread reads, and the rows come as those of a
/// search do. For the GUI thread.
class ResultOpening final : public QObject
{
    Q_OBJECT

public:
    // Both begin at once; nothing is signalled from within.

    /// Of a file.
    explicit ResultOpening(const QString &path, QObject *parent = nullptr);
    /// Of the content of a file; what is wrong with it is said of \a name.
    ResultOpening(const QByteArray &content, const QString &name, QObject *parent = nullptr);
    /// Cancels, unless the run was taken.
    ~ResultOpening() override;

    /// Empty where it is no file.
    const QString &path() const { return m_path; }
    /// Ends as a search does, also before opened() came: with what is wrong with the file, or Cancelled.
    SearchJob *job() const { return m_job; }
    /// The run is the caller's from now on.
    SearchJob *takeJob();

signals:
    /// The file is whole, and says this of its result; before the first rows. job() may be taken now.
    void opened(const sonde::StoredResult &about);

private:
    using Reader =
        std::function<Result<ResultInfo>(const StoredResultHandlers &handlers, const CancelState &cancel)>;

    void start(const Reader &reader);

    QString m_path;
    SearchJob *m_job;
};

} // namespace sonde
