#include "sandbox/runningquery.h"

#include "results/jsontext.h"
#include "sandbox/jsonvalues.h"
#include "sandbox/serviceerrors.h"

#include <algorithm>

namespace sonde {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t queuedBlocks = 4;
constexpr std::size_t blockBytes = 256 * 1024;
constexpr auto stopCheck = 100ms;

// HRESULTs as they were recorded (R10, R12).
constexpr const char *resultTooLarge = "-2133196797";
constexpr const char *executionFailed = "-2133196788";
// COR_E_TIMEOUT, 0x80131505: what Kusto documents for a query that took too long; not recorded beside rows.
constexpr const char *tookTooLong = "-2146233083";

void appendCell(std::string &out, const Column &column, std::size_t row)
{
    if (column.isNull(row)) {
        out += column.type() == ColumnType::String ? "\"\"" : "null";
        return;
    }
    switch (column.type()) {
    case ColumnType::Bool:
        out += column.integer(row) != 0 ? "true" : "false";
        break;
    case ColumnType::Int:
    case ColumnType::Long:
        appendJsonInteger(out, column.integer(row));
        break;
    case ColumnType::Real:
        appendJsonReal(out, column.real(row));
        break;
    case ColumnType::DateTime:
        appendJsonString(out, formatIsoDateTime(column.integer(row)));
        break;
    case ColumnType::TimeSpan:
        appendJsonString(out, formatTimespan(column.integer(row)));
        break;
    case ColumnType::Decimal:
    case ColumnType::Guid:
    case ColumnType::String:
    case ColumnType::Dynamic:
        appendJsonString(out, column.text(row));
        break;
    }
}

void appendRow(std::string &out, const Table &table, std::size_t row)
{
    out += '[';
    for (int i = 0; i < table.columnCount(); ++i) {
        if (i > 0)
            out += ',';
        appendCell(out, table.column(i), row);
    }
    out += ']';
}

} // namespace

RunningQuery::RunningQuery(const Engine &engine, QueryRequest request, const Options &options,
                           CancelStatePtr serverStop)
    : m_options(options)
    , m_serverStop(std::move(serverStop))
    , m_thread([this, &engine, asked = std::move(request)] { run(engine, asked); })
{}

RunningQuery::~RunningQuery()
{
    m_abandoned.cancel();
    m_cancel.cancel();
    m_changed.notify_all();
    m_thread.join();
}

std::optional<Result<void>> RunningQuery::waitForHead(std::chrono::milliseconds patience)
{
    const auto start = std::chrono::steady_clock::now();
    const auto deadline = start + patience;
    std::unique_lock lock(m_mutex);
    while (!m_head && !m_serverStop->isCancelled() && std::chrono::steady_clock::now() < deadline)
        m_changed.wait_for(lock, stopCheck);
    m_waited += std::chrono::steady_clock::now() - start;
    return m_head;
}

bool RunningQuery::sendTo(BodySink &sink)
{
    for (;;) {
        std::string block;
        {
            std::unique_lock lock(m_mutex);
            while (m_blocks.empty() && !m_done && !m_serverStop->isCancelled()) {
                const auto before = std::chrono::steady_clock::now();
                m_changed.wait_for(lock, stopCheck);
                // It is the engine that is waited for, not the client.
                m_waited += std::chrono::steady_clock::now() - before;
                if (m_waited >= m_options.patience)
                    m_cancel.cancel();
            }
            if (m_serverStop->isCancelled())
                return false;
            if (m_blocks.empty())
                return true;
            block = std::move(m_blocks.front());
            m_blocks.pop_front();
        }
        m_changed.notify_all();
        if (!sink.write(block) || !sink.flush()) {
            m_abandoned.cancel();
            m_cancel.cancel();
            return false;
        }
    }
}

void RunningQuery::run(const Engine &engine, const QueryRequest &request)
{
    const Result<QueryOutcome> outcome = engine.run(request, *this, m_cancel);
    const bool begun = [this] {
        const std::lock_guard lock(m_mutex);
        return m_head.has_value();
    }();
    if (begun)
        handOver(tail(outcome));
    const std::lock_guard lock(m_mutex);
    if (!begun)
        m_head = tl::unexpected(outcome ? Error() : outcome.error());
    m_done = true;
    m_changed.notify_all();
}

void RunningQuery::begin(const QueryShape &shape)
{
    m_shape = shape;
    std::string head = R"({"tables":[{"name":"PrimaryResult","columns":[)";
    for (const ColumnHeader &column : shape.columns) {
        if (&column != &shape.columns.first())
            head += ',';
        head += "{\"name\":" + jsonString(column.name) +
                ",\"type\":" + jsonString(columnTypeName(column.type)) + '}';
    }
    head += "],\"rows\":[";
    handOver(std::move(head));
    const std::lock_guard lock(m_mutex);
    m_head = Result<void>();
    m_changed.notify_all();
}

bool RunningQuery::append(const Table &rows)
{
    std::string block;
    for (std::size_t row = 0; row < rows.rowCount(); ++row) {
        if (m_rowCount >= m_options.rowLimit || m_byteCount >= m_options.byteLimit) {
            m_truncated = true;
            handOver(std::move(block));
            return false;
        }
        const std::size_t before = block.size();
        if (m_rowCount > 0)
            block += ',';
        appendRow(block, rows, row);
        ++m_rowCount;
        m_byteCount += static_cast<qint64>(block.size() - before);
        if (block.size() >= blockBytes && !handOver(std::exchange(block, {})))
            return false;
    }
    return handOver(std::move(block));
}

bool RunningQuery::handOver(std::string block)
{
    std::unique_lock lock(m_mutex);
    while (m_blocks.size() >= queuedBlocks && !isAbandoned())
        m_changed.wait_for(lock, stopCheck);
    if (isAbandoned())
        return false;
    if (!block.empty())
        m_blocks.push_back(std::move(block));
    m_changed.notify_all();
    return true;
}

std::string RunningQuery::tail(const Result<QueryOutcome> &outcome) const
{
    std::string out = "]}]";
    if (m_options.render)
        out += ",\"render\":" + m_shape.render.toJson(m_shape.sorted).toStdString();
    if (m_options.statistics)
        out += ",\"statistics\":" + statisticsJson(outcome.value_or(QueryOutcome()));
    if (!outcome && outcome.error().kind == ErrorKind::Cancelled) {
        out += ",\"error\":" +
               partialErrorJson(tookTooLong, QStringLiteral("Query execution took longer than the "
                                                            "allowed %1 seconds")
                                                 .arg(m_options.patience.count()));
    } else if (!outcome) {
        out += ",\"error\":" + partialErrorJson(executionFailed, outcome.error().message);
    } else if (m_truncated || m_options.partialError) {
        const qint64 limit = m_options.partialError && !m_truncated ? m_rowCount : m_options.rowLimit;
        const QString message =
            m_byteCount >= m_options.byteLimit
                ? QStringLiteral("Query result set has exceeded the internal data size limit %1 "
                                 "(E_QUERY_RESULT_SET_TOO_LARGE; see https://aka.ms/kustoquerylimits)")
                      .arg(m_options.byteLimit)
                : QStringLiteral("Query result set has exceeded the internal record count limit %1 "
                                 "(E_QUERY_RESULT_SET_TOO_LARGE; see https://aka.ms/kustoquerylimits)")
                      .arg(limit);
        out += ",\"error\":" + partialErrorJson(resultTooLarge, message);
    }
    return out + '}';
}

std::string RunningQuery::statisticsJson(const QueryOutcome &outcome) const
{
    // The keys of recording R31; what this engine does not count is zero, as it is there.
    std::string out = "{\"query\":{\"executionTime\":";
    appendJsonReal(out, static_cast<double>(outcome.analyzeMs + outcome.executeMs) / 1000.0);
    const std::string cpu = jsonString(formatTimespan(outcome.executeMs * ticksPerMillisecond));
    out += R"(,"resourceUsage":{"cache":{"memory":{"hits":0,"misses":0,"total":0},)"
           R"("disk":{"hits":0,"misses":0,"total":0},)"
           R"("shards":{"hot":{"hitbytes":0,"missbytes":0,"retrievebytes":0},)"
           R"("cold":{"hitbytes":0,"missbytes":0,"retrievebytes":0},"bypassbytes":0}},)";
    out += "\"cpu\":{\"user\":" + cpu + ",\"kernel\":\"00:00:00\",\"totalCpu\":" + cpu + "},";
    out +=
        R"("memory":{"peakPerNode":0},"network":{"interClusterTotalBytes":0,"crossClusterTotalBytes":0}},)"
        R"("inputDatasetStatistics":{"extents":{"total":0,"scanned":0,)"
        R"("scannedMinDatetime":"0001-01-01T00:00:00.0000000Z","scannedMaxDatetime":"0001-01-01T00:00:00.0000000Z"},)"
        R"("rows":{"total":0,"scanned":0},"rowstores":{"scannedRows":0,"scannedValuesSize":0},)"
        R"("shards":{"queriesGeneric":0,"queriesSpecialized":0}},)";
    out += "\"datasetStatistics\":[{\"tableRowCount\":" + std::to_string(m_rowCount);
    out += ",\"tableSize\":" + std::to_string(m_byteCount) + "}],\"crossClusterResourceUsage\":{}}}";
    return out;
}

} // namespace sonde
