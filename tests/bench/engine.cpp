#include "engine/engine.h"
#include "engine/duckdbhandles.h"
#include "support/countingsink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <vector>

/// What KQL costs over a table of 200 000 rows (or as many as the argument says), beside plain SQL of DuckDB
/// for the same work: medians of the runs, one after the other, and how long parsing and binding took.
using namespace sonde;

namespace {

constexpr int runs = 9;

struct Work
{
    const char *kql;
    const char *sql;
};

constexpr Work works[] = {
    {"Large | where Computer == \"web7\" and Value > 3 | summarize count(), avg(Value) by Computer",
     "SELECT b, count(*), avg(c) FROM large WHERE b = 'web7' AND c > 3 GROUP BY b"},
    {"Large | summarize count(), avg(Value), dcount(Number % 1000) by Computer, bin(TimeGenerated, 1d)",
     "SELECT b, a // 864000000000 * 864000000000, count(*), avg(c), count(DISTINCT d % 1000) FROM large "
     "GROUP "
     "BY 1, 2"},
    {"Large | summarize percentile(Value, 95) by bin(TimeGenerated, 1d)",
     "SELECT a // 864000000000 * 864000000000, quantile_disc(c, 0.95) FROM large GROUP BY 1"},
    {"Large | where Computer contains \"EB7\" | top 10 by Value",
     "SELECT * FROM large WHERE contains(lower(b), 'eb7') ORDER BY c DESC LIMIT 10"},
    {"Large | where Computer has \"web7\" | count",
     "SELECT count(*) FROM large WHERE regexp_matches(lower(b), '\\bweb7\\b')"},
    {"Large | join kind=inner (Large | where Number < 1000 | project Number, V = Value) on Number | count",
     "SELECT count(*) FROM large JOIN (SELECT d, c FROM large WHERE d < 1000) USING (d)"},
};

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

double plainMs(const Database &database, const char *sql)
{
    const duck::Connection connection(static_cast<duckdb_database>(database.handle()));
    QElapsedTimer timer;
    timer.start();
    duck::QueryResult result;
    if (duckdb_query(connection.get(), sql, result.get()) != DuckDBSuccess)
        qFatal("%ls", qUtf16Printable(result.error()));
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void measure(const Engine &engine, const Database &database, const Work &work)
{
    std::vector<double> ours;
    std::vector<double> plain;
    qint64 bound = 0;
    for (int run = 0; run < runs; ++run) {
        CountingSink sink;
        QElapsedTimer timer;
        timer.start();
        const auto outcome = engine.run({QString::fromLatin1(work.kql), {}, 0}, sink, CancelState());
        if (!outcome)
            qFatal("%ls %ls", qUtf16Printable(outcome.error().message),
                   qUtf16Printable(outcome.error().detail));
        const double all = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (run == 0) // later ones find the query bound
            bound = outcome->analyzeMs;
        ours.push_back(all - static_cast<double>(outcome->analyzeMs));
        plain.push_back(plainMs(database, work.sql));
    }
    const double mine = median(ours);
    const double theirs = median(plain);
    std::printf("%8.1f ms, plain SQL %8.1f ms, ratio %4.2f; bound in %3lld ms: %s\n", mine, theirs,
                mine / theirs, static_cast<long long>(bound), work.kql);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const qint64 rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : 200'000;
    auto database = Database::inMemory();
    if (!database)
        return 2;
    // Two months, fifty computers.
    const auto filled = database->execute(
        QStringLiteral(
            "CREATE TABLE large AS SELECT 638000000000000000 + range * (51840000000000 // %1) AS a, "
            "'web' || (range % 50) AS b, CAST(range % 997 AS DOUBLE) / 7 AS c, CAST(range AS BIGINT) "
            "AS d FROM range(%1)")
            .arg(rows));
    if (!filled)
        return 2;
    const EngineTable table{QStringLiteral("Large"),
                            {{QStringLiteral("TimeGenerated"), ColumnType::DateTime},
                             {QStringLiteral("Computer"), ColumnType::String},
                             {QStringLiteral("Value"), ColumnType::Real},
                             {QStringLiteral("Number"), ColumnType::Long}},
                            QStringLiteral("large")};
    KqlService service;
    const Engine engine(*database, service, {table});
    QElapsedTimer timer;
    timer.start();
    CountingSink sink;
    (void)engine.run({QStringLiteral("print 1"), {}, 0}, sink, CancelState());
    std::printf("%lld rows; the first query, with the language service's start: %lld ms\n",
                static_cast<long long>(rows), static_cast<long long>(timer.elapsed()));
    for (const Work &work : works)
        measure(engine, *database, work);
}
