#pragma once

#include "engine/engine.h"
#include "sandbox/http.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace sonde {

/// One query of the logs service under way. The engine runs on a thread of its own and encodes rows into
/// blocks of JSON; a short queue hands them to the thread that serves the request, so that the first bytes
/// leave while the rest is computed and a slow client slows the engine down.
class RunningQuery final : private RowSink
{
public:
    struct Options
    {
        bool statistics = false;
        bool render = false;
        bool partialError = false;          ///< the fault of that name
        qint64 rowLimit = 500'000;          ///< wire document, section 1.14
        qint64 byteLimit = 104'857'600;     ///< the same: about 100 MB of raw data
        std::chrono::seconds patience{180}; ///< for all of the rows; what a slow client takes does not count
    };

    /// Starts at once. \a engine outlives the object; \a serverStop ends the query when the server ends.
    RunningQuery(const Engine &engine, QueryRequest request, const Options &options,
                 CancelStatePtr serverStop);
    /// Cancels what still runs and waits for the thread.
    ~RunningQuery() override;

    /// Waits until the engine knows the columns (a value), refuses the query (its error) or \a patience is
    /// over (nothing). What this takes of the time that the options give, sendTo() does not have.
    std::optional<Result<void>> waitForHead(std::chrono::milliseconds patience);
    /// Writes the whole body, after waitForHead gave a value. False if it ended early.
    bool sendTo(BodySink &sink);

private:
    void begin(const QueryShape &shape) override;
    bool append(const Table &rows) override;
    void run(const Engine &engine, const QueryRequest &request);
    bool handOver(std::string block);
    std::string tail(const Result<QueryOutcome> &outcome) const;
    std::string statisticsJson(const QueryOutcome &outcome) const;

    bool isAbandoned() const { return m_abandoned.isCancelled() || m_serverStop->isCancelled(); }

    const Options m_options;
    const CancelStatePtr m_serverStop;
    std::chrono::steady_clock::duration m_waited{}; ///< for the engine; of the request's thread only
    CancelState m_cancel;                           ///< the engine is to end
    CancelState m_abandoned;                        ///< nobody waits for the answer

    // Of the engine's thread only:
    QueryShape m_shape;
    qint64 m_rowCount = 0;
    qint64 m_byteCount = 0;
    bool m_truncated = false;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::string> m_blocks; ///< guarded by m_mutex, like all below
    std::optional<Result<void>> m_head;
    bool m_done = false;

    std::thread m_thread; ///< last: it uses all the others
};

} // namespace sonde
