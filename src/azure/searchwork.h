#pragma once

#include "azure/answerjob.h"
#include "azure/tokensource.h"
#include "core/query.h"
#include "ports/searchrunner.h"

#include <functional>

namespace sonde {

/// Where a run's work speaks to the GUI thread: connected there before the work begins, used from the network
/// thread and the decode workers, never posted to; so it may die in any thread.
class SearchOutlet final : public QObject
{
    Q_OBJECT

signals:
    void progressed(const sonde::SearchProgress &progress);
    void chunkReady(const sonde::ResultChunk &chunk);
    void finished(const sonde::Result<sonde::ResultInfo> &outcome);
};

/// One run as it is handed to the network thread.
struct SearchOrder
{
    quint64 number = 0;
    Query query;
    Connection connection; ///< with real addresses
    QString secret;
    CancelStatePtr cancel;
    std::shared_ptr<SearchOutlet> outlet;
    qint64 startMs = 0; ///< Clock::monotonicMs of run()
};

/// What all runs share in the network thread.
struct SearchServices
{
    HttpClient &http;
    TokenSource &tokens;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<Scheduler> scheduler;
    QThreadPool &pool;
    DecodeWorker::Limits limits;
    /// Classic text to KQL, or nothing where it cannot be said; called in the network thread. May be empty.
    std::function<QString(const QString &)> classicToKql;
};

/// One run in the network thread: signing in, the one repetition after a refused token, progress, and an end
/// that comes once. Each service's protocol is a class of its own.
class SearchWork : public QObject
{
    Q_OBJECT

public:
    SearchWork(const SearchServices &services, SearchOrder order, QObject *parent);
    ~SearchWork() override;

    /// Called once.
    void start();
    void cancel();

signals:
    /// The outcome is with the outlet; the work may be deleted.
    void done();

protected:
    virtual TokenRequest tokenRequest() const = 0;
    /// Sends the request that is due with this token.
    virtual void proceed(const QByteArray &token) = 0;
    /// Ends the request in flight, without hearing of it again.
    virtual void stop() = 0;

    /// Gets a token, then proceed().
    void signIn();
    /// After a 401: drops the token and signs in once more; false if that was done before for this request.
    bool signInAgain();
    /// The request was taken: a later 401 is a new one.
    void tokenAccepted() { m_triedAgain = false; }

    void report(SearchProgress::Stage stage, int looks = 0, int retrySeconds = 0);
    /// At most ten times a second.
    void reportBytes(qint64 bytes);
    void finish(Result<ResultInfo> outcome);
    /// Range, time and the request; the rest is the caller's.
    ResultInfo infoSoFar(const AnswerJob &job) const;
    qint64 nowMs() const { return m_services.clock->monotonicMs(); }

    const SearchServices &services() const { return m_services; }
    const SearchOrder &order() const { return m_order; }
    const ResolvedRange &range() const { return m_range; }
    AnswerSetup answerSetup() const;

private:
    const SearchServices &m_services;
    const SearchOrder m_order;
    ResolvedRange m_range;
    QByteArray m_token;
    qint64 m_lastReportMs = 0;
    bool m_triedAgain = false;
    bool m_finished = false;
};

} // namespace sonde
