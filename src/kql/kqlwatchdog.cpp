#include "kql/kqlwatchdog.h"

#include <QJSEngine>

namespace sonde {

KqlWatchdog::KqlWatchdog()
    : m_thread([this] { run(); })
{}

KqlWatchdog::~KqlWatchdog()
{
    end();
    m_thread.join();
}

void KqlWatchdog::begin()
{
    const std::lock_guard lock(m_mutex);
    m_isGivenUp = false;
}

bool KqlWatchdog::start(QJSEngine *engine, std::chrono::milliseconds budget)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isGivenUp || m_ended)
            return false;
        m_isLoading = false;
        m_deadline = std::chrono::steady_clock::now() + budget;
        m_engine = engine;
        m_outcome = Outcome::Finished;
    }
    m_changed.notify_all();
    return true;
}

void KqlWatchdog::startLoading(QJSEngine *engine)
{
    const std::lock_guard lock(m_mutex);
    m_isLoading = true;
    m_engine = engine;
    m_outcome = m_ended ? Outcome::Interrupted : Outcome::Finished;
    if (m_ended)
        engine->setInterrupted(true);
}

KqlWatchdog::Outcome KqlWatchdog::stop()
{
    const std::lock_guard lock(m_mutex);
    m_engine->setInterrupted(false);
    m_engine = nullptr;
    return m_outcome;
}

void KqlWatchdog::interrupt()
{
    const std::lock_guard lock(m_mutex);
    m_isGivenUp = true;
    const bool isKept = m_isLoading && !m_ended;
    if (m_engine == nullptr || m_outcome != Outcome::Finished || isKept)
        return;
    m_outcome = Outcome::Interrupted;
    m_engine->setInterrupted(true);
}

void KqlWatchdog::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    interrupt();
    m_changed.notify_all();
}

bool KqlWatchdog::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_ended;
}

void KqlWatchdog::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ended) {
        if (m_engine == nullptr || m_isLoading || m_outcome != Outcome::Finished) {
            m_changed.wait(lock);
        } else if (m_changed.wait_until(lock, m_deadline) == std::cv_status::timeout && m_engine != nullptr &&
                   !m_isLoading && m_outcome == Outcome::Finished &&
                   std::chrono::steady_clock::now() >= m_deadline) {
            m_outcome = Outcome::TimedOut;
            m_engine->setInterrupted(true);
        }
    }
}

} // namespace sonde
