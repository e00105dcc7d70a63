#pragma once

#include "core/clock.h"
#include "local/localtablestore.h"
#include "ports/searchrunner.h"

#include <QThreadPool>
#include <vector>

namespace sonde {

/// Runs queries over the person's own tables in worker threads, and has another runner run those over
/// workspaces. The tables are read whole, whatever time range the query has; its time limit holds.
class LocalSearchRunner final : public SearchRunner
{
public:
    /// What one answer may bring into memory; the rest is left out and said so.
    struct Limits
    {
        qint64 rows = 5'000'000;
        std::size_t bytes = 1'500'000'000;
    };

    /// \a tables and \a others outlive it.
    LocalSearchRunner(const LocalTableStore &tables, SearchRunner &others, std::shared_ptr<const Clock> clock,
                      Limits limits);
    LocalSearchRunner(const LocalTableStore &tables, SearchRunner &others, std::shared_ptr<const Clock> clock)
        : LocalSearchRunner(tables, others, std::move(clock), Limits())
    {}
    /// Cancels what still runs and waits for its threads.
    ~LocalSearchRunner() override;

    SearchJob *run(const Query &query, const Connection &connection) override;

private:
    const LocalTableStore &m_tables;
    SearchRunner &m_others;
    const std::shared_ptr<const Clock> m_clock;
    const Limits m_limits;
    quint64 m_lastNumber = 0;
    std::vector<std::weak_ptr<CancelState>> m_running;
    QThreadPool m_pool; ///< of its own: a query may take long, and others wait in the global one
};

} // namespace sonde
