#include "local/localsearchrunner.h"

#include "core/querycheck.h"

#include <QCoreApplication>
#include <QTimer>

#include <atomic>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LocalSearchRunner)
};

/// Speaks for the worker; nothing is ever posted to it, so it may die in any thread.
class Outlet final : public QObject
{
    Q_OBJECT

signals:
    void progressed(const sonde::SearchProgress &progress);
    void chunkReady(const sonde::ResultChunk &chunk);
    void finished(const sonde::Result<sonde::ResultInfo> &outcome);
};

void appendCell(ColumnBuilder &out, const Column &column, std::size_t row)
{
    if (column.isNull(row))
        return out.appendNull();
    switch (column.type()) {
    case ColumnType::Bool:
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return out.appendInteger(column.integer(row));
    case ColumnType::Real:
        return out.appendReal(column.real(row));
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        return out.appendText(column.text(row));
    }
}

Table firstOf(const Table &rows, std::size_t count)
{
    QList<Column> columns;
    for (const Column &column : rows.columns()) {
        ColumnBuilder out(column.name(), column.type());
        for (std::size_t row = 0; row < count; ++row)
            appendCell(out, column, row);
        columns.append(out.build());
    }
    return Table(columns, count);
}

/// Hands rows on as they come, up to the limits.
class DeliveringSink final : public RowSink
{
public:
    DeliveringSink(Outlet &outlet, std::optional<qint64> top, const LocalSearchRunner::Limits &limits)
        : m_outlet(outlet)
        , m_top(top)
        , m_limits(limits)
    {}

    void begin(const QueryShape &shape) override
    {
        m_shape = shape;
        // The columns are to be seen also where there are no rows.
        QList<Column> columns;
        for (const ColumnHeader &header : shape.columns)
            columns.append(ColumnBuilder(header.name, header.type).build());
        deliver(Table(columns, 0));
    }

    bool append(const Table &rows) override
    {
        const qint64 room = std::min(m_top.value_or(m_limits.rows), m_limits.rows) - m_rows;
        m_isCut = static_cast<qint64>(rows.rowCount()) > room;
        const Table taken = m_isCut ? firstOf(rows, static_cast<std::size_t>(room)) : rows;
        deliver(taken);
        m_rows += static_cast<qint64>(taken.rowCount());
        m_bytes += taken.memoryUse();
        m_isFull = m_bytes >= m_limits.bytes;
        return !m_isCut && !m_isFull;
    }

    void fill(ResultInfo &info) const
    {
        if (!m_shape.render.visualization.isEmpty())
            info.render = m_shape.render.toJson(m_shape.sorted);
        if (m_isCut && m_top && *m_top <= m_limits.rows) {
            info.completeness = Completeness::Capped;
            info.reasons << Words::tr("Only the first %Ln row(s) were asked for; there are more.", nullptr,
                                      static_cast<int>(m_rows));
        } else if (m_isCut || m_isFull) {
            info.completeness = Completeness::Capped;
            info.reasons << Words::tr("Only the first %Ln row(s) are shown: more would fill the memory.",
                                      nullptr, static_cast<int>(m_rows));
        }
    }

private:
    void deliver(const Table &rows)
    {
        ResultChunk chunk;
        chunk.rows = rows;
        chunk.tableName = QStringLiteral("PrimaryResult");
        emit m_outlet.chunkReady(chunk);
    }

    Outlet &m_outlet;
    const std::optional<qint64> m_top;
    const LocalSearchRunner::Limits m_limits;
    QueryShape m_shape;
    qint64 m_rows = 0;
    std::size_t m_bytes = 0;
    bool m_isCut = false;
    bool m_isFull = false;
};

/// The longest time limit that the window offers.
constexpr int longestTimeLimit = 600;

/// How a run is ended from outside.
struct Stop
{
    CancelState cancel;
    std::atomic_bool isLate = false; ///< its time limit is over
};

/// Everything of one run, shared with its thread.
struct Order
{
    Query query;
    std::shared_ptr<const LocalDatabase> database;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<Stop> stop;
    LocalSearchRunner::Limits limits;
    qint64 startMs = 0;
};

std::optional<Error> problemOf(const Order &order)
{
    if (order.query.language == QueryLanguage::Classic) {
        Error error;
        error.kind = ErrorKind::Usage;
        error.message = Words::tr("Your tables are searched with KQL only.");
        error.advice = Words::tr("Convert the search to KQL, or choose another workspace.");
        return error;
    }
    return sonde::problemOf(order.query);
}

/// What a person who names a table that is gone can do.
Error withAdvice(Error error)
{
    if (error.kind == ErrorKind::Query && error.serviceCode == u"SEM0100" && error.advice.isEmpty())
        error.advice = Words::tr("Your tables are there until Sonde is closed: open the file as a table "
                                 "again, or query the rows again.");
    return error;
}

Error tookTooLong(int seconds)
{
    Error error;
    error.kind = ErrorKind::Timeout;
    error.message = Words::tr("The query did not finish within the time limit of %1 s.").arg(seconds);
    if (seconds < longestTimeLimit) {
        error.advice = Words::tr("Raise the time limit, or ask for less.");
        error.remedy = Remedy::RaiseServerTimeout;
    } else {
        error.advice = Words::tr("Ask for less.");
    }
    return error;
}

Result<ResultInfo> work(const Order &order, Outlet &outlet)
{
    if (const auto problem = problemOf(order))
        return failure(*problem);
    const auto engine = order.database->engine();
    if (!engine)
        return failure(engine.error());
    DeliveringSink sink(outlet, order.query.top, order.limits);
    const auto outcome =
        (*engine)->run({order.query.text, {}, toTicks(order.clock->nowUtc())}, sink, order.stop->cancel);
    if (!outcome && order.stop->isLate)
        return failure(tookTooLong(order.query.serverTimeoutSeconds));
    if (!outcome)
        return failure(withAdvice(outcome.error()));
    ResultInfo info;
    sink.fill(info);
    info.elapsedMs = order.clock->monotonicMs() - order.startMs;
    return info;
}

} // namespace

LocalSearchRunner::LocalSearchRunner(const LocalTableStore &tables, SearchRunner &others,
                                     std::shared_ptr<const Clock> clock, Limits limits)
    : m_tables(tables)
    , m_others(others)
    , m_clock(std::move(clock))
    , m_limits(limits)
{}

LocalSearchRunner::~LocalSearchRunner()
{
    for (const std::weak_ptr<CancelState> &running : m_running) {
        if (const auto cancel = running.lock())
            cancel->cancel();
    }
    m_pool.waitForDone();
}

SearchJob *LocalSearchRunner::run(const Query &query, const Connection &connection)
{
    if (!connection.local)
        return m_others.run(query, connection);
    auto *job = new SearchJob(++m_lastNumber);
    const auto stop = std::make_shared<Stop>();
    const Order order{query, m_tables.database(), m_clock, stop, m_limits, m_clock->monotonicMs()};
    std::erase_if(m_running, [](const auto &running) { return running.expired(); });
    m_running.emplace_back(std::shared_ptr<CancelState>(stop, &stop->cancel));
    QObject::connect(job, &SearchJob::cancelRequested, [stop] { stop->cancel.cancel(); });
    QTimer::singleShot(std::chrono::seconds(query.serverTimeoutSeconds), job, [stop] {
        stop->isLate = true;
        stop->cancel.cancel();
    });
    const auto outlet = std::make_shared<Outlet>();
    // Queued, so that nothing comes from within run(), and in the order in which it was sent.
    QObject::connect(outlet.get(), &Outlet::progressed, job, &SearchJob::reportProgress,
                     Qt::QueuedConnection);
    QObject::connect(outlet.get(), &Outlet::chunkReady, job, &SearchJob::deliver, Qt::QueuedConnection);
    QObject::connect(outlet.get(), &Outlet::finished, job, &SearchJob::finish, Qt::QueuedConnection);
    m_pool.start([order, outlet] {
        SearchProgress progress;
        progress.stage = SearchProgress::Stage::WaitingForService;
        emit outlet->progressed(progress);
        emit outlet->finished(work(order, *outlet));
    });
    return job;
}

} // namespace sonde

#include "localsearchrunner.moc"
