#pragma once

#include "core/cancelstate.h"
#include "engine/duckdbhandles.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace sonde {

/// Interrupts what a connection works on once its query is cancelled. Who fetches rows waits inside DuckDB,
/// for hours where a query computes much and gives little, and looks at no flag meanwhile; so a thread of its
/// own does. Internal to the engine.
class Interruption
{
public:
    /// Both outlive this.
    Interruption(const duck::Connection &connection, const CancelState &cancel);
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

private:
    void watch(const duck::Connection &connection, const CancelState &cancel);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ended = false; ///< guarded by m_mutex
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace sonde
