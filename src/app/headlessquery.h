#pragma once

#include "app/commandline.h"
#include "app/exitcode.h"
#include "ports/searchrunner.h"

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
    /// \a runner outlives this. \a connection is not asked for a stored result.
    HeadlessQuery(SearchRunner &runner, QueryCommand command, Connection connection);
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
    Result<void> write();
    void say(const QString &line);

    SearchRunner &m_runner;
    QueryCommand m_command;
    Connection m_connection;
    ResultSet m_results;
    std::unique_ptr<SearchJob> m_job;
    QString m_lastLine;
    bool m_readerLeft = false;
};

/// Prints an error as two sentences and its details to standard error.
void printError(const Error &error);

} // namespace sonde
