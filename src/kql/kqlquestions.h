#pragma once

#include "kql/kqlquestion.h"

#include <QThread>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace sonde {

class KqlWatchdog;

/// The thread of the language service, with what it is still asked: the most urgent first, of these the
/// oldest. A question that is dropped unanswered cancels its future.
class KqlQuestions final : public QThread
{
public:
    /// \a engine and \a watchdog outlive the thread; the engine is used by it alone, and told to let go of
    /// its memory once nothing was asked for \a idle.
    KqlQuestions(KqlEngine &engine, KqlWatchdog &watchdog, std::chrono::milliseconds idle);
    ~KqlQuestions() override;

    /// From any thread.
    void add(std::unique_ptr<KqlQuestion> question);
    /// Drops what waits in that slot, and gives up what runs.
    void drop(KqlQuestion::Slot slot);

protected:
    void run() override;

private:
    using Waiting = std::deque<std::unique_ptr<KqlQuestion>>;

    std::unique_ptr<KqlQuestion> next();
    void finish(std::unique_ptr<KqlQuestion> question, bool isAnswered);
    Waiting takeWaiting(KqlQuestion::Slot slot);

    KqlEngine &m_engine;
    KqlWatchdog &m_watchdog;
    const std::chrono::milliseconds m_idle;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Waiting m_waiting;
    const KqlQuestion *m_running = nullptr;
    bool m_isUseless = false; ///< what runs
    bool m_ended = false;
};

} // namespace sonde
