#include "sandbox/callerlimits.h"

#include <algorithm>

namespace sonde {

namespace {

constexpr qint64 windowMs = 30'000;
constexpr int busyRetrySeconds = 1;

} // namespace

CallerLimits::CallerLimits(const ServiceLimits &limits, std::shared_ptr<const Clock> clock)
    : m_requests(limits.requests)
    , m_concurrent(limits.concurrent)
    , m_clock(std::move(clock))
{}

void CallerLimits::forget(qint64 now)
{
    auto &callers = m_state->callers;
    for (auto caller = callers.begin(); caller != callers.end();) {
        auto &started = caller->second.started;
        while (!started.empty() && started.front() <= now - windowMs)
            started.pop_front();
        const bool isGone = started.empty() && caller->second.underWay == 0;
        caller = isGone ? callers.erase(caller) : std::next(caller);
    }
}

CallerLimits::Entry CallerLimits::enter(const std::string &name)
{
    if (m_requests == 0 && m_concurrent == 0)
        return {std::make_shared<int>(), 0};
    const std::lock_guard lock(m_state->mutex);
    const qint64 now = m_clock->monotonicMs();
    forget(now);
    Caller &caller = m_state->callers[name];
    if (m_requests > 0 && caller.started.size() >= static_cast<std::size_t>(m_requests)) {
        const qint64 left = caller.started.front() + windowMs - now;
        return {nullptr, static_cast<int>((left + 999) / 1000)};
    }
    if (m_concurrent > 0 && caller.underWay >= m_concurrent)
        return {nullptr, busyRetrySeconds};
    caller.started.push_back(now);
    ++caller.underWay;
    const auto leave = [state = m_state, name](void *) {
        const std::lock_guard leaving(state->mutex);
        --state->callers[name].underWay;
    };
    return {std::shared_ptr<void>(this, leave), 0};
}

} // namespace sonde
