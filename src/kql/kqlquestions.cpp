#include "kql/kqlquestions.h"

#include "kql/kqlengine.h"
#include "kql/kqlwatchdog.h"

#include <algorithm>

namespace sonde {

KqlQuestions::KqlQuestions(KqlEngine &engine, KqlWatchdog &watchdog, std::chrono::milliseconds idle)
    : m_engine(engine)
    , m_watchdog(watchdog)
    , m_idle(idle)
{
    setObjectName(QStringLiteral("kql"));
    // The service recurses once per level of nesting, and every level is several frames of the engine.
    setStackSize(64 * 1024 * 1024);
}

KqlQuestions::~KqlQuestions()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_watchdog.end();
    }
    m_changed.notify_all();
    wait();
}

KqlQuestions::Waiting KqlQuestions::takeWaiting(KqlQuestion::Slot slot)
{
    const auto dropped = std::stable_partition(
        m_waiting.begin(), m_waiting.end(), [slot](const auto &waiting) { return waiting->slot() != slot; });
    Waiting taken(std::make_move_iterator(dropped), std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(dropped, m_waiting.end());
    return taken;
}

void KqlQuestions::add(std::unique_ptr<KqlQuestion> question)
{
    Waiting dropped; // ends after the lock: who waited is told then
    {
        const std::lock_guard lock(m_mutex);
        if (question->slot() != 0)
            dropped = takeWaiting(question->slot());
        if (m_running != nullptr) {
            const bool isReplaced = question->slot() != 0 && m_running->slot() == question->slot();
            const bool isInTheWay = m_running->urgency() == KqlQuestion::Urgency::Background &&
                                    question->urgency() < KqlQuestion::Urgency::Background;
            m_isUseless = m_isUseless || isReplaced;
            // Under the lock: what is interrupted is what runs, not the one after it.
            if (isReplaced || isInTheWay)
                m_watchdog.interrupt();
        }
        m_waiting.push_back(std::move(question));
    }
    m_changed.notify_all();
}

void KqlQuestions::drop(KqlQuestion::Slot slot)
{
    Waiting dropped;
    const std::lock_guard lock(m_mutex);
    dropped = takeWaiting(slot);
    if (m_running != nullptr && m_running->slot() == slot) {
        m_isUseless = true;
        m_watchdog.interrupt();
    }
}

std::unique_ptr<KqlQuestion> KqlQuestions::next()
{
    // Between two keys of somebody who types there is less time than this.
    constexpr std::chrono::milliseconds pause(250);
    const auto hasWork = [this] { return !m_waiting.empty() || m_ended; };
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait_for(lock, std::min(pause, m_idle), hasWork)) {
        lock.unlock();
        m_engine.tidy();
        lock.lock();
    }
    while (!m_changed.wait_for(lock, m_idle, hasWork)) {
        lock.unlock();
        m_engine.release();
        lock.lock();
    }
    if (m_ended)
        return nullptr;
    const auto first = std::min_element(m_waiting.begin(), m_waiting.end(), [](const auto &a, const auto &b) {
        return a->urgency() < b->urgency();
    });
    std::unique_ptr<KqlQuestion> question = std::move(*first);
    m_waiting.erase(first);
    m_running = question.get();
    m_isUseless = false;
    m_watchdog.begin();
    return question;
}

void KqlQuestions::finish(std::unique_ptr<KqlQuestion> question, bool isAnswered)
{
    const std::lock_guard lock(m_mutex);
    m_running = nullptr;
    if (!isAnswered && !m_isUseless && !m_ended)
        m_waiting.push_front(std::move(question));
}

void KqlQuestions::run()
{
    while (auto question = next()) {
        const bool isAnswered = question->isCanceled() || question->answer(m_engine);
        finish(std::move(question), isAnswered);
    }
    m_engine.release();
    Waiting dropped;
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_waiting);
}

} // namespace sonde
