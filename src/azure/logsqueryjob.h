#pragma once

#include "azure/answerjob.h"
#include "azure/logsreader.h"
#include "core/connection.h"
#include "core/query.h"

namespace sonde {

/// What one logs query request asks.
struct LogsQueryRequest
{
    QUrl base; ///< with its version path, `https://api.loganalytics.azure.com/v1`
    QString workspaceId;
    QString text;
    ResolvedRange range;
    int serverTimeoutSeconds = 180;
    std::optional<qint64> rowLimit;
};

/// How it ended well.
struct LogsOutcome
{
    std::optional<LogsAnswer> answer; ///< none where nothing came (204) or the row limit ended it
    bool capped = false;
    qint64 rows = 0;
};

/// One `POST {base}/workspaces/{id}/query`. Rows go to \a deliver, on the worker, while they arrive.
class LogsQueryJob final : public AnswerJob
{
    Q_OBJECT

public:
    LogsQueryJob(const AnswerSetup &setup, LogsQueryRequest request, LogsDecoder::ChunkHandler deliver,
                 QObject *parent = nullptr);
    void start(const QByteArray &token);

    /// Rows handed out so far; also after a failure.
    qint64 rows() const { return m_reader->rows(); }

    /// After finished().
    const Result<LogsOutcome> &outcome() const { return m_outcome; }

signals:
    void finished();

protected:
    void onAnswered(const std::optional<Error> &error) override;
    Error refusal(const QByteArray &body) const override;
    Error emptyAnswer() const override;

private:
    const LogsQueryRequest m_request;
    std::shared_ptr<LogsReader> m_reader;
    Result<LogsOutcome> m_outcome;
};

} // namespace sonde
