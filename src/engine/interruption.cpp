#include "engine/interruption.h"

#include <chrono>

namespace sonde {

namespace {

constexpr std::chrono::milliseconds lookAround(20);

thread_local const CancelState *queryOfThisThread = nullptr;

} // namespace

Interruption::Interruption(const duck::Connection &connection, const CancelState &cancel)
    : m_around(queryOfThisThread)
    , m_thread([this, &connection, &cancel] { watch(connection, cancel); })
{
    queryOfThisThread = &cancel;
}

Interruption::~Interruption()
{
    queryOfThisThread = m_around;
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Interruption::bind(duckdb_bind_info info)
{
    if (queryOfThisThread == nullptr)
        return;
    // DuckDB hands it on as it is, and changes nothing.
    duckdb_scalar_function_set_bind_data(info, const_cast<CancelState *>(queryOfThisThread), nullptr);
    duckdb_scalar_function_set_bind_data_copy(info, [](void *data) { return data; });
}

void Interruption::watch(const duck::Connection &connection, const CancelState &cancel)
{
    std::unique_lock lock(m_mutex);
    // Again and again: a statement that begins forgets an interruption that came before it.
    while (!m_changed.wait_for(lock, lookAround, [this] { return m_ended; })) {
        if (cancel.isCancelled() && connection.isValid())
            duckdb_interrupt(connection.get());
    }
}

} // namespace sonde
