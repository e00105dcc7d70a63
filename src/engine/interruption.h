#pragma once

#include "core/cancelstate.h"
#include "engine/duckdbhandles.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace sonde {

/// Interrupts what a connection works on once its query is cancelled. Who fetches rows waits inside DuckDB,
/// for hours where a query computes much and gives little, and looks at no flag meanwhile; so a thread of its
/// own does. DuckDB itself looks at its flag between chunks of rows only; functions of the engine's own look
/// at the query's. Internal to the engine.
class Interruption
{
public:
    /// Both outlive this, which outlives the connection's statements; the thread prepares them, too. Throws
    /// std::system_error where there is no further thread.
    Interruption(const duck::Connection &connection, const CancelState &cancel);
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    /// What binds the engine's functions: the data of each is the CancelState of the query that this thread
    /// prepares.
    static void bind(duckdb_bind_info info);

private:
    void watch(const duck::Connection &connection, const CancelState &cancel);

    const CancelState *m_around; ///< of a query that is under way on this thread, too
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ended = false; ///< guarded by m_mutex
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace sonde
