#pragma once

#include "core/cancelstate.h"
#include "core/connection.h"
#include "core/query.h"
#include "core/result.h"
#include "results/resultset.h"

#include <QObject>

namespace sonde {

/// How far a run is.
struct SearchProgress
{
    enum class Stage {
        StartingWorkspace, ///< the embedded workspace is being made ready
        SigningIn,         ///< waiting for the keychain or a token
        WaitingForService, ///< the query is sent, nothing has come back
        Pending,           ///< classic: the service is still searching; `looks` says how often it was asked
        RateLimited,       ///< waiting `retrySeconds` because the service asked for it
        Receiving,         ///< the answer arrives
        ReadingFile        ///< a stored result is read; `permille` says how far
    };
    Stage stage = Stage::SigningIn;
    int looks = 0;
    int retrySeconds = 0;
    qint64 bytes = 0; ///< received so far, as they came over the wire
    int permille = 0; ///< of the file
};

/// One run in the hands of the one who asked: a QObject of that thread (the GUI's), owned by the caller.
///
/// Signals come queued from the network thread and the decode worker. finished() comes exactly once, never
/// from within run() or cancel(), and nothing comes after it. Deleting the job cancels the run and nothing is
/// signalled.
class SearchJob final : public QObject
{
    Q_OBJECT

public:
    /// \a number is the run's number: grows with every run of its runner.
    explicit SearchJob(quint64 number, QObject *parent = nullptr);
    ~SearchJob() override;

    quint64 number() const { return m_number; }
    const CancelStatePtr &cancelState() const { return m_cancelState; }
    bool isFinished() const { return m_finished; }

    /// Ends the run with Cancelled as soon as may be; rows that came stay with the caller.
    void cancel();

    // For the runner, in the job's thread (by queued connections):
    void reportProgress(const SearchProgress &progress);
    void deliver(const ResultChunk &chunk);
    /// The second call and later ones are ignored.
    void finish(const Result<ResultInfo> &outcome);

signals:
    void progressed(const sonde::SearchProgress &progress);
    void chunkReady(const sonde::ResultChunk &chunk);
    void finished(const sonde::Result<sonde::ResultInfo> &outcome);
    /// For the runner: cancel() was called or the job is being deleted.
    void cancelRequested();

private:
    quint64 m_number;
    CancelStatePtr m_cancelState;
    bool m_finished = false;
};

/// Runs queries. Implemented over the network (azure) and by fakes in the widgets' tests. Used from the GUI
/// thread.
class SearchRunner
{
public:
    virtual ~SearchRunner() = default;
    /// Never fails by itself: what is wrong comes with finished(). The caller owns the job (parent or
    /// unique_ptr).
    virtual SearchJob *run(const Query &query, const Connection &connection) = 0;
};

} // namespace sonde

Q_DECLARE_METATYPE(sonde::SearchProgress)
