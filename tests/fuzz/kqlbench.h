#pragma once

#include "engine/engine.h"
#include "fuzz/checks.h"

#include <QString>

namespace sonde::fuzz {

/// An engine over a few small tables with columns of every type, in memory, for the targets that run queries.
/// A query gets two seconds and 256 MB.
class KqlBench
{
public:
    /// Made when it is first needed; lives until the program ends.
    static KqlBench &get();

    const QList<EngineTable> &tables() const { return m_tables; }
    KqlSchemaPtr schema() const { return m_engine->schema(); }

    /// Runs a query and stops the program where something does not hold that holds for every one: rows, or an
    /// error of the query's own, with a place inside its text, and never one by which DuckDB refuses SQL that
    /// the engine wrote.
    Result<QueryOutcome> run(const QString &query);

private:
    KqlBench();

    QList<EngineTable> m_tables;
    KqlService *m_service; ///< never ended: its thread would keep the program from ending at once
    std::unique_ptr<Engine> m_engine;
};

/// Line and column lie inside \a text.
void requireInside(const TextPosition &position, const QString &text);

} // namespace sonde::fuzz
