#pragma once

#include "app/commandline.h"
#include "app/exitcode.h"
#include "core/bytesink.h"
#include "ports/searchrunner.h"
#include "results/exportprofile.h"

#include <QObject>
#include <memory>

namespace sonde {

/// Runs one query without a window, or reads one stored result: the same runner, decoder and writers as the
/// window, progress on standard error. Nothing is written before the answer ended, so a failed or interrupted
/// run leaves no half output.
class HeadlessQuery final : public QObject
{
    Q_OBJECT

public:
    /// \a runner outlives this; \a options are how the rows are written. \a connection is not asked for a
    /// stored result.
    HeadlessQuery(SearchRunner &runner, QueryCommand command, Connection connection, ExportOptions options);
    ~HeadlessQuery() override;

    void start();
    void interrupt();

signals:
    /// Once.
    void ended(int exitCode);

private:
    void startJob();
    void showProgress(const SearchProgress &progress);
    void finish(const Result<ResultInfo> &outcome);
    Error inGivenText(Error error) const;
    Result<void> write(const ResultInfo &info);
    Result<void> writeTo(ByteSink &sink, const ResultInfo &info);
    void say(const QString &line);

    SearchRunner &m_runner;
    QueryCommand m_command;
    Connection m_connection;
    ExportOptions m_options;
    ResultSet m_results;
    std::unique_ptr<SearchJob> m_job;
    QString m_lastLine;
    bool m_readerLeft = false;
};

/// How the command's rows are written: by its format, or as the profile of the name it gives. Usage where
/// there is no such profile.
Result<ExportOptions> exportOptionsOf(const QueryCommand &command, const QList<ExportProfile> &profiles);

/// Prints an error as two sentences and its details to standard error.
void printError(const Error &error);

} // namespace sonde
