#include "results/logsdecoder.h"

#include "results/batchline.h"
#include "results/jsontext.h"
#include "results/serviceerror.h"
#include "results/valuescanner.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LogsDecoder)
};

constexpr qsizetype headSize = 64 * 1024;
/// The first chunk is small so that rows show at once; each next one is twice as large up to this.
constexpr std::size_t firstBatch = 64 * 1024;
constexpr std::size_t largestBatch = 4 * 1024 * 1024;
/// Names, columns, statistics and the like; rows are not held back by this.
constexpr std::size_t largestValue = 64 * 1024 * 1024;

} // namespace

/// A push parser of the answer's outer shape: it knows the top object, the tables and their members, cuts the
/// rows at their borders, and leaves everything inside a value to simdjson.
class LogsDecoder::Private
{
public:
    Private(ChunkHandler chunkHandler, QThreadPool *helperPool)
        : handler(std::move(chunkHandler))
        , pool(helperPool)
    {}

    enum class State {
        Start,
        TopKey,
        TopColon,
        TopValue,
        TopNext,
        Tables,
        TablesNext,
        TableKey,
        TableColon,
        TableValue,
        TableNext,
        Rows,
        Row,
        RowsNext,
        Done
    };

    Result<void> feed(std::string_view bytes);
    Result<void> step(const char *&at, const char *end);
    Result<void> expect(const char *&at, std::initializer_list<std::pair<char, State>> choices);
    /// Collects the value under way into `capture`; true when it is whole.
    Result<bool> collect(const char *&at, const char *end);
    Result<void> endTopValue();
    Result<void> endTableValue();
    void startTable();
    Result<void> endTable();
    /// Hands the whole rows so far to be decoded, and those that are decoded out.
    Result<void> flushRows();
    Result<void> emitReady();
    void emitChunk(Table table);
    tl::unexpected<Error> wrongShape() const;

    ChunkHandler handler;
    QThreadPool *pool;
    State state = State::Start;
    ValueScanner scanner;
    bool inKey = false;
    std::string capture;
    std::string topKey;
    std::string tableKey;

    LogsAnswer answer;
    bool sawRows = false; ///< of the table under way
    std::string errorJson;

    std::unique_ptr<BatchLine> rows;
    std::string batch;
    std::size_t wholeRows = 0; ///< so many bytes of the batch stand before the row under way
    std::size_t batchLimit = firstBatch;
    QString tableName;
    bool tableEmitted = false;
    bool namedLate = false; ///< rows went out before their table's name was known
};

tl::unexpected<Error> LogsDecoder::Private::wrongShape() const
{
    return failure(
        ErrorKind::Decode, Words::tr("The answer is not one of the logs query service."),
        Words::tr("Check the address of the connection; a proxy or sign-in page may have answered instead."),
        Words::tr("Unexpected data near byte %1.").arg(answer.bytes));
}

Result<void> LogsDecoder::Private::feed(std::string_view bytes)
{
    if (answer.head.size() < headSize) {
        answer.head.append(bytes.data(), std::min<qsizetype>(headSize - answer.head.size(),
                                                             static_cast<qsizetype>(bytes.size())));
    }
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at != end) {
        const char *const before = at;
        const State stateBefore = state;
        if (auto stepped = step(at, end); !stepped)
            return stepped;
        answer.bytes += at - before;
        Q_ASSERT(at != before || state != stateBefore);
    }
    return {};
}

Result<void> LogsDecoder::Private::expect(const char *&at,
                                          std::initializer_list<std::pair<char, State>> choices)
{
    for (const auto &[c, next] : choices) {
        if (*at == c) {
            ++at;
            state = next;
            return {};
        }
    }
    return wrongShape();
}

Result<bool> LogsDecoder::Private::collect(const char *&at, const char *end)
{
    const char *const begin = at;
    const bool whole = scanner.advance(at, end);
    if (capture.size() + static_cast<std::size_t>(at - begin) > largestValue) {
        return failure(ErrorKind::Decode,
                       Words::tr("The answer holds a description that is too large to read."),
                       Words::tr("Narrow the query to fewer columns and search again."));
    }
    capture.append(begin, at);
    if (whole)
        scanner.restart();
    return whole;
}

Result<void> LogsDecoder::Private::step(const char *&at, const char *end)
{
    const bool insideValue = !capture.empty() || state == State::Row;
    if (!insideValue && isJsonSpace(*at)) {
        ++at;
        return {};
    }
    switch (state) {
    case State::Start:
        // A byte-order mark is none of JSON, and is met all the same.
        if (static_cast<unsigned char>(*at) >= 0x80 && answer.bytes < 3) {
            ++at;
            return {};
        }
        return expect(at, {{'{', State::TopKey}});
    case State::TopKey:
    case State::TableKey: {
        const bool top = state == State::TopKey;
        if (capture.empty() && *at == '}') {
            ++at;
            if (top) {
                state = State::Done;
                return {};
            }
            state = State::TablesNext;
            return endTable();
        }
        if (capture.empty() && *at != '"')
            return wrongShape();
        const auto whole = collect(at, end);
        if (!whole)
            return failure(whole.error());
        if (*whole) {
            unescapeJson(std::string_view(capture).substr(1, capture.size() - 2), top ? topKey : tableKey);
            capture.clear();
            state = top ? State::TopColon : State::TableColon;
        }
        return {};
    }
    case State::TopColon:
        return expect(at, {{':', State::TopValue}});
    case State::TableColon:
        return expect(at, {{':', State::TableValue}});
    case State::TopValue:
        if (topKey == "tables" && capture.empty()) {
            return expect(at, {{'[', State::Tables}});
        }
        break;
    case State::TableValue:
        if (tableKey == "rows" && capture.empty()) {
            if (std::exchange(sawRows, true))
                return wrongShape();
            batch.assign(1, '[');
            return expect(at, {{'[', State::Rows}});
        }
        break;
    case State::TopNext:
        return expect(at, {{',', State::TopKey}, {'}', State::Done}});
    case State::Tables:
        if (*at == '{')
            startTable();
        return expect(at, {{'{', State::TableKey}, {']', State::TopNext}});
    case State::TablesNext:
        return expect(at, {{',', State::Tables}, {']', State::TopNext}});
    case State::TableNext: {
        auto next = expect(at, {{',', State::TableKey}, {'}', State::TablesNext}});
        return next && state == State::TablesNext ? endTable() : next;
    }
    case State::Rows:
        if (*at == ']')
            return expect(at, {{']', State::TableNext}});
        if (*at == ',')
            return wrongShape();
        wholeRows = batch.size();
        state = State::Row;
        [[fallthrough]];
    case State::Row: {
        const char *const begin = at;
        const bool whole = scanner.advance(at, end);
        batch.append(begin, at);
        if (whole) {
            scanner.restart();
            state = State::RowsNext;
            if (batch.size() >= batchLimit && rows->hasColumns())
                return flushRows();
        }
        return {};
    }
    case State::RowsNext:
        if (*at == ',' && batch.size() > 1)
            batch.push_back(',');
        return expect(at, {{',', State::Rows}, {']', State::TableNext}});
    case State::Done:
        // What follows a whole answer is none of it.
        at = end;
        return {};
    }
    // TopValue and TableValue of any other key.
    const bool top = state == State::TopValue;
    const auto whole = collect(at, end);
    if (!whole)
        return failure(whole.error());
    if (!*whole)
        return {};
    state = top ? State::TopNext : State::TableNext;
    auto ended = top ? endTopValue() : endTableValue();
    capture.clear();
    return ended;
}

Result<void> LogsDecoder::Private::endTopValue()
{
    if (capture == "null")
        return {};
    if (topKey == "statistics")
        answer.statistics = QByteArray::fromStdString(capture);
    else if (topKey == "render")
        answer.render = QByteArray::fromStdString(capture);
    else if (topKey == "error")
        errorJson = capture;
    return {};
}

Result<void> LogsDecoder::Private::endTableValue()
{
    if (tableKey == "columns") {
        if (rows->hasColumns())
            return wrongShape(); // what is decoded already would be of other types
        return rows->setColumns(capture);
    }
    if (tableKey == "name" && capture.size() >= 2) {
        std::string name;
        unescapeJson(std::string_view(capture).substr(1, capture.size() - 2), name);
        tableName = QString::fromStdString(name);
        namedLate = tableEmitted;
    }
    return {};
}

void LogsDecoder::Private::startTable()
{
    rows = std::make_unique<BatchLine>(pool);
    batch.assign(1, '[');
    tableName.clear();
    sawRows = false;
    tableEmitted = false;
    namedLate = false;
}

Result<void> LogsDecoder::Private::endTable()
{
    if (!rows->hasColumns() || !sawRows)
        return wrongShape();
    if (batch.size() > 1) {
        if (auto flushed = flushRows(); !flushed)
            return flushed;
    }
    rows->drain();
    if (auto emitted = emitReady(); !emitted)
        return emitted;
    if (!tableEmitted || namedLate)
        emitChunk(rows->emptyTable());
    answer.warnings += rows->warnings();
    if (const std::string broken = rows->errorAmongRows(); !broken.empty()) {
        Error error;
        error.kind = ErrorKind::Service;
        error.message = Words::tr("The service broke off among the rows, so some may be missing.");
        error.advice = Words::tr("Run the query again, or ask over a shorter time range.");
        error.detail = QString::fromStdString(broken);
        error.remedy = Remedy::RunAgain;
        answer.partialError = std::move(error);
    }
    ++answer.tableCount;
    rows.reset();
    return {};
}

Result<void> LogsDecoder::Private::flushRows()
{
    if (batch.back() == ',')
        batch.pop_back();
    batch.push_back(']');
    rows->push(batch);
    batch.assign(1, '[');
    batchLimit = std::min(batchLimit * 2, largestBatch);
    return emitReady();
}

Result<void> LogsDecoder::Private::emitReady()
{
    for (Result<Table> &table : rows->takeReady()) {
        if (!table)
            return failure(table.error());
        emitChunk(std::move(*table));
    }
    return {};
}

void LogsDecoder::Private::emitChunk(Table table)
{
    ResultChunk chunk;
    chunk.tableIndex = answer.tableCount;
    chunk.tableName = tableName;
    chunk.rows = std::move(table);
    tableEmitted = true;
    handler(std::move(chunk));
}

LogsDecoder::LogsDecoder(ChunkHandler handler, QThreadPool *pool)
    : d(std::make_unique<Private>(std::move(handler), pool))
{}

LogsDecoder::~LogsDecoder() = default;

Result<void> LogsDecoder::feed(std::string_view bytes)
{
    return d->feed(bytes);
}

void LogsDecoder::breakOff()
{
    if (!d->rows || !d->rows->hasColumns())
        return;
    if (d->state == Private::State::Row)
        d->batch.erase(d->wholeRows);
    // What cannot be read is lost with the rest.
    if (d->batch.size() > 1 && !d->flushRows())
        return;
    d->rows->drain();
    [[maybe_unused]] const auto emitted = d->emitReady();
}

Result<LogsAnswer> LogsDecoder::finish()
{
    if (d->state == Private::State::Start) {
        return failure(ErrorKind::Decode, Words::tr("The answer is empty."),
                       Words::tr("Search again; if it stays so, check the address of the connection."));
    }
    if (d->state != Private::State::Done) {
        return failure(ErrorKind::Decode, Words::tr("The answer is cut short."),
                       Words::tr("Search again; the connection may have been lost on the way."),
                       Words::tr("It ends after %1 bytes.").arg(d->answer.bytes));
    }
    if (!d->errorJson.empty()) {
        const QByteArray envelope = "{\"error\":" + QByteArray::fromStdString(d->errorJson) + '}';
        Error error;
        error.kind = ErrorKind::Service;
        if (const auto body = parseServiceError(envelope)) {
            error.message = body->message;
            error.detail = body->detail;
            error.serviceCode = body->code;
            error.correlationId = body->correlationId;
            error.position = body->position;
        }
        if (error.message.isEmpty())
            error.message = Words::tr("The service reported an error without saying which.");
        if (d->answer.tableCount == 0)
            return failure(std::move(error));
        d->answer.partialError = std::move(error);
    }
    if (d->answer.tableCount == 0)
        return d->wrongShape();
    return std::move(d->answer);
}

} // namespace sonde
