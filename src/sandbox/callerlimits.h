#pragma once

#include "core/clock.h"
#include "sandbox/servicelimits.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace sonde {

/// Counts what each caller asks of the logs query service. May be used from any thread.
class CallerLimits
{
public:
    CallerLimits(const ServiceLimits &limits, std::shared_ptr<const Clock> clock);

    struct Entry
    {
        /// Held as long as the request is under way; null where it is refused.
        std::shared_ptr<void> ticket;
        int retryAfterSeconds = 0; ///< where it is refused
    };
    Entry enter(const std::string &caller);

private:
    struct Caller
    {
        std::deque<qint64> started; ///< of the last 30 s; milliseconds
        int underWay = 0;
    };
    struct State
    {
        std::mutex mutex;
        std::map<std::string, Caller> callers; ///< guarded by mutex
    };
    void forget(qint64 now);

    const int m_requests;
    const int m_concurrent;
    const std::shared_ptr<const Clock> m_clock;
    const std::shared_ptr<State> m_state = std::make_shared<State>(); ///< tickets may outlive this
};

} // namespace sonde
