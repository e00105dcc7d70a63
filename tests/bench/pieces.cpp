#include "bench/sampleanswer.h"
#include "core/atomicfile.h"
#include "results/logsdecoder.h"
#include "results/resultfile.h"
#include "results/rowarrangement.h"
#include "results/writers.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QThreadPool>
#include <benchmark/benchmark.h>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <simdjson.h>
#include <unistd.h>

/// What the way from bytes to rows to file costs, piece by piece, beside what cannot be beaten: simdjson's
/// parse of the same bytes, and write() of the same bytes. Every number of one run is taken in turn with the
/// others; compare within a run. tests/bench/run.sh makes the ratios.
using namespace sonde;

namespace {

constexpr std::size_t pieceSize = 256 * 1024; ///< as zlib hands them on

QString besideProgram(const char *name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(name);
}

/// 200 000 rows of 16 columns, 100 MB.
const QByteArray &answer()
{
    static const QByteArray bytes = [] {
        const QString path = besideProgram("answer-100mb.json");
        if (!QFile::exists(path)) {
            AtomicFile file(path);
            if (!file.open() || !writeSampleAnswer(200'000, file) || !file.commit())
                std::abort();
        }
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    return bytes;
}

void stopOn(bool failed, benchmark::State &state)
{
    if (failed)
        state.SkipWithError("failed");
}

ChunkedTable decoded(QThreadPool *pool)
{
    ChunkedTable table;
    LogsDecoder decoder([&table](const ResultChunk &chunk) { table.append(chunk.rows); }, pool);
    std::string_view rest(answer().constData(), static_cast<std::size_t>(answer().size()));
    while (!rest.empty()) {
        if (!decoder.feed(rest.substr(0, pieceSize)))
            return {};
        rest.remove_prefix(std::min(pieceSize, rest.size()));
    }
    return decoder.finish() ? table : ChunkedTable();
}

const ChunkedTable &table()
{
    static const ChunkedTable rows = decoded(nullptr);
    return rows;
}

void decode(benchmark::State &state, QThreadPool *pool)
{
    for (auto _ : state) {
        const ChunkedTable rows = decoded(pool);
        stopOn(rows.rowCount() != 200'000, state);
        state.counters["memory"] = static_cast<double>(rows.memoryUse());
    }
    state.SetBytesProcessed(answer().size());
}

void parse(benchmark::State &state, simdjson::dom::parser &parser, const simdjson::padded_string &bytes)
{
    simdjson::dom::element root;
    stopOn(parser.parse(bytes).get(root) != simdjson::SUCCESS, state);
}

const simdjson::padded_string &padded()
{
    static const simdjson::padded_string bytes(answer().constData(),
                                               static_cast<std::size_t>(answer().size()));
    return bytes;
}

void parseFresh(benchmark::State &state)
{
    for (auto _ : state) {
        simdjson::dom::parser parser;
        parse(state, parser, padded());
    }
    state.SetBytesProcessed(answer().size());
}

void parseReused(benchmark::State &state)
{
    static simdjson::dom::parser parser;
    parse(state, parser, padded());
    for (auto _ : state)
        parse(state, parser, padded());
    state.SetBytesProcessed(answer().size());
}

void sort(benchmark::State &state, const char *column, const QString &language)
{
    const int index = table().indexOf(QLatin1String(column));
    const CancelState cancel;
    for (auto _ : state)
        stopOn(!arrangeRows(table(), {{{index, false, language}}, {}, {}}, cancel), state);
}

/// All 16 columns are looked through.
void filter(benchmark::State &state, const char *text, std::size_t expected)
{
    const CancelState cancel;
    for (auto _ : state) {
        const auto mask = matchingRows(table(), {{}, QLatin1String(text)}, {}, cancel);
        stopOn(!mask || static_cast<std::size_t>(std::count(mask->begin(), mask->end(), 1)) != expected,
               state);
    }
}

/// The file is synced, as what is kept of an export must be.
void csvToFile(benchmark::State &state)
{
    const CancelState cancel;
    for (auto _ : state) {
        AtomicFile file(besideProgram("bench.csv"));
        const bool written = file.open() && writeCsv({table(), {}, {}}, {}, file, cancel) && file.commit();
        stopOn(!written, state);
    }
}

void resultToFile(benchmark::State &state)
{
    const CancelState cancel;
    for (auto _ : state) {
        AtomicFile file(besideProgram("bench.sonde-result"));
        const bool written = file.open() &&
                             writeResultFile({}, {{QStringLiteral("t"), table()}}, file, cancel) &&
                             file.commit();
        stopOn(!written, state);
    }
}

/// To a table in memory, whose first rows come long before its last.
void resultFromFile(benchmark::State &state)
{
    const CancelState cancel;
    for (auto _ : state) {
        QFile file(besideProgram("bench.sonde-result"));
        ChunkedTable rows;
        const StoredResultHandlers handlers{
            {}, [&rows](const ResultChunk &chunk) { rows.append(chunk.rows); }, {}};
        const bool read = file.open(QIODevice::ReadOnly) &&
                          readResultFile(file, QStringLiteral("bench"), handlers, cancel).has_value();
        stopOn(!read || rows.rowCount() != table().rowCount(), state);
        state.counters["size"] = static_cast<double>(file.size());
    }
}

void writeToFile(benchmark::State &state)
{
    QFile file(besideProgram("bench.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        state.SkipWithError("no CSV was written before");
        return;
    }
    const QByteArray bytes = file.readAll();
    constexpr qsizetype megabyte = 1024 * 1024;
    const QByteArray path = QFile::encodeName(besideProgram("bench-copy.csv"));
    for (auto _ : state) {
        const int copy = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        for (qsizetype at = 0; at < bytes.size(); at += megabyte) {
            const auto size = static_cast<std::size_t>(std::min(megabyte, bytes.size() - at));
            stopOn(::write(copy, bytes.constData() + at, size) != static_cast<ssize_t>(size), state);
        }
        stopOn(::fsync(copy) != 0, state);
        ::close(copy);
    }
    ::unlink(path.constData());
    state.SetBytesProcessed(bytes.size());
}

/// Keeps the times of all rounds; the library's own medians are of benchmarks one behind the other.
class Rounds final : public benchmark::BenchmarkReporter
{
public:
    bool ReportContext(const Context &) override { return true; }

    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const Run &run : runs) {
            if (run.error_occurred)
                m_failed = true;
            m_times[run.run_name.function_name].push_back(run.GetAdjustedRealTime());
            for (const auto &[name, counter] : run.counters)
                m_counters[run.run_name.function_name + ' ' + name] = counter.value;
        }
    }

    bool has(const std::string &name) const { return m_times.count(name) > 0; }

    double median(const std::string &name) const
    {
        std::vector<double> times = m_times.at(name);
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    }

    double counter(const std::string &name) const { return m_counters.at(name); }
    bool hasFailed() const { return m_failed; }

private:
    std::map<std::string, std::vector<double>> m_times;
    std::map<std::string, double> m_counters;
    bool m_failed = false;
};

void printTable(const Rounds &rounds)
{
    std::printf("| piece | median ms | beside | ratio |\n|---|---|---|---|\n");
    const auto line = [&rounds](const char *name, const char *other = nullptr) {
        if (!rounds.has(name))
            return;
        std::printf("| %s | %.0f |", name, rounds.median(name));
        if (other != nullptr && rounds.has(other))
            std::printf(" %s | %.2f |\n", other, rounds.median(name) / rounds.median(other));
        else
            std::printf(" | |\n");
    };
    line("decode_alone", "parse_fresh");
    line("decode", "parse_fresh");
    line("decode", "parse_reused");
    line("parse_fresh");
    line("parse_reused");
    line("sort_text");
    line("sort_alphabet", "sort_text");
    line("sort_number");
    line("filter_no_row");
    line("filter_1_percent");
    line("filter_digits");
    line("csv", "write");
    line("result_file_write", "csv");
    line("result_file_read", "csv");
    line("write");
    if (rounds.has("result_file_read"))
        std::printf("\nThe result file takes %.2f of the answer's bytes.\n",
                    rounds.counter("result_file_read size") / static_cast<double>(answer().size()));
    if (rounds.has("decode"))
        std::printf("\nThe table of the answer takes %.2f of its bytes.\n",
                    rounds.counter("decode memory") / static_cast<double>(answer().size()));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    constexpr int rounds = 7;
    table(); // before anything is timed
    const auto add = [](const char *name, auto &&...what) {
        benchmark::RegisterBenchmark(name, what...)
            ->Iterations(1)
            ->UseRealTime()
            ->Unit(benchmark::kMillisecond);
    };
    add("decode", decode, QThreadPool::globalInstance());
    add("decode_alone", decode, nullptr);
    add("parse_fresh", parseFresh);
    add("parse_reused", parseReused);
    add("sort_text", sort, "RenderedDescription", QString());
    add("sort_alphabet", sort, "RenderedDescription", QStringLiteral("nl_NL"));
    add("sort_number", sort, "Sequence", QString());
    add("filter_no_row", filter, "no such text anywhere", std::size_t(0));
    add("filter_1_percent", filter, "99]", std::size_t(2000));
    add("filter_digits", filter, "1234567", std::size_t(200'000));
    add("csv", csvToFile);
    add("result_file_write", resultToFile);
    add("result_file_read", resultFromFile);
    add("write", writeToFile);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    Rounds all;
    for (int round = 0; round < rounds; ++round)
        benchmark::RunSpecifiedBenchmarks(&all);
    printTable(all);
    return all.hasFailed() ? 1 : 0;
}
