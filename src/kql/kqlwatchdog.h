#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

class QJSEngine;

namespace sonde {

/// Interrupts the engine when a question takes longer than it may, has become useless, or the program ends:
/// the thread that asks is itself busy then. begin(), start() and stop() belong to that thread, the others
/// may be called from any.
class KqlWatchdog final
{
public:
    enum class Outcome { Finished, TimedOut, Interrupted };

    KqlWatchdog();
    ~KqlWatchdog();
    KqlWatchdog(const KqlWatchdog &) = delete;
    KqlWatchdog &operator=(const KqlWatchdog &) = delete;

    /// Before the first start() for a question: what was interrupted so far is none of its.
    void begin();
    /// Before the engine answers; \a engine lives until stop(). False where the question was interrupted
    /// already: then the engine is not to be asked, and stop() not to be called.
    [[nodiscard]] bool start(QJSEngine *engine, std::chrono::milliseconds budget);
    /// Before the engine does what only the end of the program interrupts.
    void startLoading(QJSEngine *engine);
    /// After it ran: how that ended. The engine is ready for the next question.
    Outcome stop();

    /// Gives up the question, whether the engine is busy with it or not yet.
    void interrupt();
    /// Ends what runs, now and from here on: the program ends.
    void end();
    bool isEnding() const;

private:
    void run();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QJSEngine *m_engine = nullptr; ///< while a question runs
    std::chrono::steady_clock::time_point m_deadline;
    Outcome m_outcome = Outcome::Finished;
    bool m_isGivenUp = false; ///< the question
    bool m_isLoading = false;
    bool m_ended = false;
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace sonde
