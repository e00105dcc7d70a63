#pragma once

#include "core/cancelstate.h"
#include "core/ticks.h"
#include "core/timerange.h"
#include "engine/database.h"
#include "kql/kqlservice.h"
#include "results/table.h"

#include <QByteArray>
#include <QHash>
#include <memory>
#include <optional>

namespace sonde {

/// A table that queries may name, and where its rows are.
struct EngineTable
{
    QString name; ///< as KQL names it, case-sensitive
    QList<ColumnHeader> columns;
    /// What stands behind FROM: a table, a view or a parenthesised SELECT, written by the program. Its
    /// columns are, in this order, those of `columns`, whatever their names: bool BOOLEAN, int INTEGER, long
    /// BIGINT, real DOUBLE, datetime and timespan BIGINT (ticks of core/ticks.h), all others VARCHAR
    /// (dynamic: JSON text; string: never NULL, or NULL read as empty).
    QString source;
};

/// The `render` at the end of a query: the word and its properties as written.
struct RenderClause
{
    QString visualization;              ///< such as `timechart`; empty where the query has no render
    QHash<QString, QString> properties; ///< `title`, `xcolumn`...: the values without quotes
    /// The `render` object of the query API: all its keys, unset ones null, yMin and yMax "NaN" (wire fact
    /// R30, R32).
    QByteArray toJson(bool querySorted) const;
};

/// What is known of an answer before its first row.
struct QueryShape
{
    QList<ColumnHeader> columns; ///< the binder's names and types
    RenderClause render;
    bool sorted = false; ///< the rows come in an order that the query asked for
};

/// Takes the answer of one query, in the thread that runs it.
class RowSink
{
public:
    virtual ~RowSink() = default;
    /// Once, before the first rows.
    virtual void begin(const QueryShape &shape) = 0;
    /// Some thousand rows at a time; an empty answer has none. false stops the query (no error).
    virtual bool append(const Table &rows) = 0;
};

/// Rows kept in memory.
class CollectingSink final : public RowSink
{
public:
    void begin(const QueryShape &shape) override { m_shape = shape; }
    bool append(const Table &rows) override
    {
        m_rows.append(rows);
        return true;
    }
    const QueryShape &shape() const { return m_shape; }
    const ChunkedTable &rows() const { return m_rows; }

private:
    QueryShape m_shape;
    ChunkedTable m_rows;
};

struct QueryRequest
{
    QString text;
    /// Restricts TimeGenerated of every table read (start included, end included), as the service's
    /// `timespan` does.
    std::optional<ResolvedRange> range;
    Ticks now = 0; ///< what now() is throughout the query
};

struct QueryOutcome
{
    qint64 rowCount = 0;
    bool stopped = false; ///< the sink wanted no more
    qint64 analyzeMs = 0; ///< parse and bind
    qint64 executeMs = 0; ///< DuckDB and the sink
};

/// KQL over tables of a DuckDB database: the language service parses and binds, the typed tree becomes one
/// SQL statement, its rows are streamed. What it cannot do exactly as KQL does is refused by name. run() may
/// be called from several threads at the same time.
class Engine final
{
public:
    /// Does no work yet. \a service outlives the engine. Queries may call \a functions, which are saved in
    /// the workspace.
    Engine(Database database, KqlService &service, QList<EngineTable> tables,
           const QList<KqlFunction> &functions = {});
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Blocks until the last row is in the sink. Errors:
    /// - Query with serviceCode SYN0002 (syntax) or SEM0100 (names, types), message, and position; detail is
    ///   the language service's code. tokenAt() gives the token.
    /// - Query with serviceCode SEM0001 and position for what the engine does not support; message names it.
    ///   A query that is too long, too deeply nested or takes too long to be analysed has no position.
    /// - Query with serviceCode E_LOW_MEMORY_CONDITION where memory ran out, E_QUERY_FAILED for a failure of
    ///   values while it ran (overflow...).
    /// - Cancelled, Usage (built without the language service).
    Result<QueryOutcome> run(const QueryRequest &request, RowSink &sink, const CancelState &cancel) const;

    /// The SQL that a query becomes, for tests and for the log.
    Result<QString> explain(const QueryRequest &request) const;

    /// The tables as the classic translator and the binder want them.
    KqlSchemaPtr schema() const;

private:
    struct Plan;
    Result<KqlTree> analyze(const QString &text, const CancelState &cancel) const;
    Result<Plan> plan(const QueryRequest &request, const CancelState &cancel) const;
    Result<QStringList> look(const QString &sql, const CancelState &cancel) const;

    Database m_database;
    KqlService &m_service;
    QList<EngineTable> m_tables;
    KqlSchemaPtr m_schema;
};

} // namespace sonde
