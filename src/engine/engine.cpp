#include "engine/engine.h"

#include "engine/duckdbhandles.h"
#include "engine/executionfailure.h"
#include "engine/interruption.h"
#include "engine/querytranslator.h"
#include "engine/resultreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <chrono>
#include <system_error>
#include <thread>

namespace sonde {

namespace {

Q_LOGGING_CATEGORY(logEngine, "sonde.engine", QtInfoMsg)

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Engine)
};

tl::unexpected<Error> cancelled()
{
    return failure(ErrorKind::Cancelled, Words::tr("The query was stopped."));
}

tl::unexpected<Error> tooManyColumns()
{
    Error error;
    error.kind = ErrorKind::Query;
    error.serviceCode = QStringLiteral("SEM0001");
    error.message = Words::tr("The query makes too many columns.");
    error.advice = Words::tr("Name the columns that you want behind the plugin.");
    return failure(std::move(error));
}

constexpr int mostBindings = 20;        ///< of one query: plugins whose columns are looked up
constexpr qsizetype mostColumns = 2000; ///< that such a plugin may make

KqlSchemaPtr makeSchema(const QList<EngineTable> &tables, const QList<KqlFunction> &functions)
{
    auto schema = std::make_shared<KqlSchema>();
    schema->functions = functions;
    for (const EngineTable &table : tables) {
        KqlTable known{table.name, {}};
        for (const ColumnHeader &column : table.columns)
            known.columns.append({column.name, columnTypeName(column.type)});
        schema->tables.append(std::move(known));
    }
    return schema;
}

/// Works until the first rows are there.
Result<void> executeUntilReady(const duck::Pending &pending, const CancelState &cancel)
{
    for (;;) {
        if (cancel.isCancelled())
            return cancelled();
        switch (duckdb_pending_execute_task(pending.get())) {
        case DUCKDB_PENDING_RESULT_READY:
            return {};
        case DUCKDB_PENDING_ERROR:
            return cancel.isCancelled() ? cancelled() : executionFailure(pending.error());
        case DUCKDB_PENDING_RESULT_NOT_READY:
            break;
        case DUCKDB_PENDING_NO_TASKS_AVAILABLE:
            // All of its tasks are in the hands of DuckDB's own threads.
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            break;
        }
    }
}

} // namespace

struct Engine::Plan
{
    QueryTranslator::Plan translated;
    qint64 analyzeMs = 0;
};

Engine::Engine(Database database, KqlService &service, QList<EngineTable> tables,
               const QList<KqlFunction> &functions)
    : m_database(std::move(database))
    , m_service(service)
    , m_tables(std::move(tables))
    , m_schema(makeSchema(m_tables, functions))
{}

Engine::~Engine() = default;

KqlSchemaPtr Engine::schema() const
{
    return m_schema;
}

namespace {

/// A statement on its way, with all that it needs while its rows are fetched.
struct Execution
{
    Execution(void *database, const QString &sql, const CancelState &cancel)
        : connection(static_cast<duckdb_database>(database))
        , interruption(connection, cancel)
        , statement(connection, sql.toUtf8())
        , pending(statement)
    {}
    /// What DuckDB's own threads still work on ends before the connection does: it waits for them.
    ~Execution()
    {
        if (connection.isValid())
            duckdb_interrupt(connection.get());
    }
    Execution(const Execution &) = delete;
    Execution &operator=(const Execution &) = delete;

    duck::Connection connection;
    Interruption interruption;
    duck::Statement statement;
    duck::Pending pending;
    duck::QueryResult result;
};

/// Until the first rows are there.
Result<std::unique_ptr<Execution>> execute(void *database, const QString &sql, const CancelState &cancel)
{
    std::unique_ptr<Execution> execution;
    try {
        execution = std::make_unique<Execution>(database, sql, cancel);
    } catch (const std::system_error &error) { // no further thread
        return tooLittleMemory(QString::fromUtf8(error.what()));
    }
    const auto failed = [&cancel](const QString &detail) {
        return cancel.isCancelled() ? cancelled() : executionFailure(detail);
    };
    if (!execution->connection.isValid())
        return failed(QStringLiteral("no connection"));
    if (!execution->statement.isValid())
        return failed(execution->statement.error());
    if (!execution->pending.isValid())
        return failed(execution->pending.error());
    if (const auto ready = executeUntilReady(execution->pending, cancel); !ready)
        return failure(ready.error());
    if (duckdb_execute_pending(execution->pending.get(), execution->result.get()) != DuckDBSuccess)
        return failed(execution->result.error());
    return execution;
}

} // namespace

Result<QStringList> Engine::look(const QString &sql, const CancelState &cancel) const
{
    const auto execution = execute(m_database.handle(), sql, cancel);
    if (!execution)
        return failure(execution.error());
    const QList<ColumnHeader> headers{{QStringLiteral("text"), ColumnType::String}};
    QStringList texts;
    for (;;) {
        const duck::Chunk chunk(duckdb_fetch_chunk(*(*execution)->result.get()));
        if (!chunk.isValid())
            break;
        const Table rows = readChunk(chunk.get(), headers);
        texts.reserve(texts.size() + static_cast<qsizetype>(rows.rowCount()));
        for (std::size_t row = 0; row < rows.rowCount(); ++row)
            texts.append(QString::fromStdString(std::string(rows.column(0).text(row))));
        if (texts.size() > mostColumns)
            return tooManyColumns();
    }
    if (const QString problem = (*execution)->result.error(); !problem.isEmpty())
        return cancel.isCancelled() ? cancelled() : executionFailure(problem);
    return texts;
}

/// Parses and binds; what nobody waits for any more keeps the language service from nobody else.
Result<KqlTree> Engine::analyze(const QString &text, const CancelState &cancel) const
{
    const KqlQuestion::Slot slot = KqlService::makeSlot();
    const QFuture<Result<KqlTree>> future =
        m_service.analyze(text, m_schema, {KqlQuestion::Urgency::Asked, slot});
    while (!future.isFinished()) {
        if (cancel.isCancelled()) {
            m_service.drop(slot);
            return cancelled();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (!future.isResultReadyAt(0))
        return cancelled();
    Result<KqlTree> tree = future.result();
    if (!tree && tree.error().kind == ErrorKind::Query)
        tree.error().serviceCode = QStringLiteral("SEM0001"); // too long, too deep: nothing is wrong with it
    return tree;
}

Result<Engine::Plan> Engine::plan(const QueryRequest &request, const CancelState &cancel) const
{
    QElapsedTimer timer;
    timer.start();
    QString text = request.text;
    for (int turn = 0; turn < mostBindings; ++turn) {
        const Result<KqlTree> tree = analyze(text, cancel);
        if (!tree)
            return failure(tree.error());
        auto translated = QueryTranslator(*tree, m_tables, request, [this, &cancel](const QString &sql) {
                              return look(sql, cancel);
                          }).translate();
        if (!translated)
            return failure(translated.error());
        if (translated->text.isEmpty()) {
            qCDebug(logEngine, "%ls", qUtf16Printable(translated->sql));
            return Plan{std::move(*translated), timer.elapsed()};
        }
        text = translated->text;
    }
    return tooManyColumns();
}

Result<QString> Engine::explain(const QueryRequest &request) const
{
    const auto planned = plan(request, CancelState());
    if (!planned)
        return failure(planned.error());
    return planned->translated.sql;
}

Result<QueryOutcome> Engine::run(const QueryRequest &request, RowSink &sink, const CancelState &cancel) const
{
    const auto planned = plan(request, cancel);
    if (!planned)
        return failure(planned.error());
    if (cancel.isCancelled())
        return cancelled();
    QElapsedTimer timer;
    timer.start();
    const QueryShape &shape = planned->translated.shape;
    const auto execution = execute(m_database.handle(), planned->translated.sql, cancel);
    if (!execution)
        return failure(execution.error());
    duck::QueryResult &result = (*execution)->result;
    QueryOutcome outcome;
    outcome.analyzeMs = planned->analyzeMs;
    sink.begin(shape);
    for (;;) {
        if (cancel.isCancelled())
            return cancelled();
        const duck::Chunk chunk(duckdb_fetch_chunk(*result.get()));
        if (!chunk.isValid())
            break;
        const Table rows = readChunk(chunk.get(), shape.columns);
        outcome.rowCount += static_cast<qint64>(rows.rowCount());
        if (!sink.append(rows)) {
            outcome.stopped = true;
            break;
        }
    }
    if (const QString problem = result.error(); !outcome.stopped && !problem.isEmpty())
        return cancel.isCancelled() ? cancelled() : executionFailure(problem);
    outcome.executeMs = timer.elapsed();
    return outcome;
}

} // namespace sonde
