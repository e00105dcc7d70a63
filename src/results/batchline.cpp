#include "results/batchline.h"

#include "core/giveway.h"

#include "results/rowbatchdecoder.h"

#include <condition_variable>
#include <deque>
#include <limits>
#include <map>
#include <mutex>

namespace sonde {

namespace {

/// Beside the thread that cuts the rows; more find nothing to do, as cutting is a third of the work.
constexpr int mostHelpers = 2;
/// Batches that wait for a helper before the cutting thread takes one itself.
constexpr std::size_t mostWaiting = 3;

} // namespace

/// Shared with the tasks, which may outlive the line.
class BatchLine::State
{
public:
    /// Decodes the oldest waiting batch in the calling thread. The lock is held on entry and on return.
    void decodeOne(std::unique_lock<std::mutex> &lock);
    void runHelper();
    RowBatchDecoder *borrowDecoder();

    std::mutex mutex;
    std::condition_variable changed;
    std::string columnsJson;
    std::vector<std::unique_ptr<RowBatchDecoder>> decoders; ///< one for each thread that was ever at work
    std::vector<RowBatchDecoder *> idle;
    std::vector<std::string> spare; ///< the room of batches that were read
    std::deque<std::pair<std::size_t, std::string>> waiting;
    std::map<std::size_t, Result<Table>> ready;
    std::size_t pushed = 0;
    std::size_t taken = 0;
    /// The first batch that could not be read: what stands behind it is lost with it.
    std::size_t failedAt = std::numeric_limits<std::size_t>::max();
    int busy = 0;    ///< batches being decoded
    int helpers = 0; ///< tasks in the pool
    bool abandoned = false;
};

RowBatchDecoder *BatchLine::State::borrowDecoder()
{
    if (!idle.empty()) {
        RowBatchDecoder *decoder = idle.back();
        idle.pop_back();
        return decoder;
    }
    decoders.push_back(std::make_unique<RowBatchDecoder>());
    // They were read before, so they can be read.
    [[maybe_unused]] const auto known = decoders.back()->setColumns(columnsJson);
    return decoders.back().get();
}

void BatchLine::State::decodeOne(std::unique_lock<std::mutex> &lock)
{
    auto [number, batch] = std::move(waiting.front());
    waiting.pop_front();
    RowBatchDecoder *decoder = borrowDecoder();
    ++busy;
    lock.unlock();
    Result<Table> table = decoder->decode(batch);
    batch.clear();
    lock.lock();
    --busy;
    // One that failed stands in the middle of a row.
    if (table)
        idle.push_back(decoder);
    else
        failedAt = std::min(failedAt, number);
    spare.push_back(std::move(batch));
    ready.emplace(number, std::move(table));
    changed.notify_all();
}

void BatchLine::State::runHelper()
{
    std::unique_lock lock(mutex);
    while (!waiting.empty() && !abandoned)
        decodeOne(lock);
    --helpers;
}

BatchLine::BatchLine(QThreadPool *pool)
    : m_state(std::make_shared<State>())
    , m_pool(pool)
{}

BatchLine::~BatchLine()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->abandoned = true;
}

Result<void> BatchLine::setColumns(std::string_view columnsJson)
{
    const std::lock_guard lock(m_state->mutex);
    auto decoder = std::make_unique<RowBatchDecoder>();
    if (auto known = decoder->setColumns(columnsJson); !known)
        return known;
    m_state->columnsJson = columnsJson;
    m_state->idle = {decoder.get()};
    m_state->decoders.clear();
    m_state->decoders.push_back(std::move(decoder));
    return {};
}

bool BatchLine::hasColumns() const
{
    const std::lock_guard lock(m_state->mutex);
    return !m_state->decoders.empty();
}

void BatchLine::push(std::string &batch)
{
    std::unique_lock lock(m_state->mutex);
    m_state->waiting.emplace_back(m_state->pushed++, std::move(batch));
    batch.clear();
    if (!m_state->spare.empty()) {
        batch = std::move(m_state->spare.back());
        m_state->spare.pop_back();
    }
    // The first rows are wanted at once, not when somebody has time.
    const bool isFirst = m_state->pushed == 1;
    if (m_pool == nullptr || isFirst || m_state->waiting.size() > mostWaiting) {
        m_state->decodeOne(lock);
        return;
    }
    if (m_state->helpers < mostHelpers) {
        ++m_state->helpers;
        m_pool->start([state = m_state] {
            giveWayToWindow();
            state->runHelper();
        });
    }
}

std::vector<Result<Table>> BatchLine::takeReady()
{
    const std::lock_guard lock(m_state->mutex);
    std::vector<Result<Table>> tables;
    for (auto next = m_state->ready.begin();
         next != m_state->ready.end() && next->first == m_state->taken && next->first <= m_state->failedAt;
         next = m_state->ready.erase(next)) {
        tables.push_back(std::move(next->second));
        ++m_state->taken;
    }
    return tables;
}

void BatchLine::drain()
{
    std::unique_lock lock(m_state->mutex);
    while (!m_state->waiting.empty())
        m_state->decodeOne(lock);
    m_state->changed.wait(lock, [this] { return m_state->busy == 0; });
}

Table BatchLine::emptyTable()
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->decoders.front()->emptyTable();
}

QStringList BatchLine::warnings() const
{
    const std::lock_guard lock(m_state->mutex);
    QStringList all;
    for (const auto &decoder : m_state->decoders)
        all += decoder->warnings();
    all.sort();
    all.removeDuplicates();
    return all;
}

std::string BatchLine::errorAmongRows() const
{
    const std::lock_guard lock(m_state->mutex);
    for (const auto &decoder : m_state->decoders) {
        if (!decoder->errorAmongRows().empty())
            return decoder->errorAmongRows();
    }
    return {};
}

} // namespace sonde
