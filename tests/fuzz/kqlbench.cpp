#include "fuzz/kqlbench.h"

#include "core/timezone.h"
#include "support/deadline.h"
#include "support/savedfunctions.h"
#include "support/translationfault.h"

#include <QCoreApplication>
#include <chrono>
#include <cstdio>

#if defined(__SANITIZE_ADDRESS__)
#define SONDE_LEAK_CHECK 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SONDE_LEAK_CHECK 1
#endif
#endif
#ifdef SONDE_LEAK_CHECK
#include <QFile>
#include <sanitizer/lsan_interface.h>
#include <set>
#endif

/// Of the address sanitizer. Qt 6.4's JavaScript engine copies the arguments of a tail call with memcpy()
/// where source and target overlap; the library's own affair.
extern "C" const char *__asan_default_suppressions();
const char *__asan_default_suppressions()
{
    return "interceptor_via_lib:libQt6Qml.so\n";
}

/// Of the leak check: what that engine keeps until the program ends.
extern "C" const char *__lsan_default_suppressions();
const char *__lsan_default_suppressions()
{
    return "leak:libQt6Qml.so\n";
}

namespace sonde::fuzz {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 2s;
constexpr int memoryLimitMb = 256;

/// The JavaScript engine takes its memory from the system, where the leak check does not look for pointers:
/// shows it what has come since.
void showScriptMemory()
{
#ifdef SONDE_LEAK_CHECK
    static std::set<std::pair<quint64, quint64>> shown;
    QFile file(QStringLiteral("/proc/self/maps"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> bounds = line.left(line.indexOf(' ')).split('-');
        if (!line.contains(":QtQml") || bounds.size() != 2)
            continue;
        const quint64 start = bounds.constFirst().toULongLong(nullptr, 16);
        const quint64 end = bounds.constLast().toULongLong(nullptr, 16);
        if (shown.emplace(start, end).second)
            __lsan_register_root_region(reinterpret_cast<const void *>(start), end - start);
    }
#endif
}

/// Reads every cell, and stops after many.
class CheckingSink final : public RowSink
{
public:
    void begin(const QueryShape &shape) override
    {
        require(m_columns < 0, "the columns are told once");
        m_columns = static_cast<int>(shape.columns.size());
    }
    bool append(const Table &rows) override
    {
        require(rows.columnCount() == m_columns, "rows have the columns that were told");
        requireReadable(rows);
        m_rows += rows.rowCount();
        return m_rows < 20'000;
    }

private:
    int m_columns = -1;
    std::size_t m_rows = 0;
};

QList<EngineTable> benchTables()
{
    using T = ColumnType;
    const auto name = [](const char *text) { return QString::fromLatin1(text); };
    return {{name("Every"),
             {{name("TimeGenerated"), T::DateTime},
              {name("b"), T::Bool},
              {name("i"), T::Int},
              {name("l"), T::Long},
              {name("r"), T::Real},
              {name("t"), T::TimeSpan},
              {name("m"), T::Decimal},
              {name("g"), T::Guid},
              {name("s"), T::String},
              {name("d"), T::Dynamic}},
             name("every")},
            {name("Mixed"),
             {{name("k"), T::Int},
              {name("n"), T::Long},
              {name("r"), T::Real},
              {name("s"), T::String},
              {name("b"), T::Bool},
              {name("d"), T::Dynamic},
              {name("ts"), T::TimeSpan},
              {name("m"), T::Decimal}},
             name("(SELECT c, d, e, i, b, j, f, g FROM every)")},
            {name("Event"),
             {{name("TimeGenerated"), T::DateTime},
              {name("Computer"), T::String},
              {name("EventID"), T::Int},
              {name("Level"), T::String},
              {name("Message"), T::String},
              {name("Type"), T::String}},
             name("event")},
            {name("Perf"),
             {{name("TimeGenerated"), T::DateTime},
              {name("Computer"), T::String},
              {name("CounterName"), T::String},
              {name("CounterValue"), T::Real},
              {name("EventID"), T::String},
              {name("odd 'name\""), T::Long},
              {name("Type"), T::String}},
             name("perf")}};
}

constexpr const char *rows =
    "CREATE TABLE every (a BIGINT, b BOOLEAN, c INTEGER, d BIGINT, e DOUBLE, f BIGINT, g VARCHAR, h VARCHAR, "
    "i VARCHAR, j VARCHAR);"
    "INSERT INTO every VALUES"
    " (639000000000000000, TRUE, 1, 10, 1.5, 36000000000, '1.5', '74be27de-1e4e-49d9-b579-fe0b331d3642', "
    "'a', "
    "'{\"x\":{\"y\":[1,2]},\"s\":\"t\",\"z\":null}'),"
    " (639000000600000000, FALSE, -2, NULL, 'nan', 0, '-3', '00000000-0000-0000-0000-000000000000', '', "
    "'[]'),"
    " (0, NULL, 2147483647, 9223372036854775807, '-inf', 9223372036854775807, '0.1', NULL, 'B é "
    "\xF0\x9F\x98\x80 '';', "
    "'[1,\"2\",null,{\"a\":[]}]'),"
    " (3155378975999999999, TRUE, -2147483648, -9223372036854775808, 'inf', -9223372036854775808, "
    "'79228162514264337593543950335', NULL, 'a=1, b=\"2\"', '\"t\"'),"
    " (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),"
    " (639000001200000000, TRUE, 0, 0, -0.0, -1, '0', '74be27de-1e4e-49d9-b579-fe0b331d3642', '{\"k\":[1]}', "
    "'5');"
    "CREATE TABLE event (a BIGINT, b VARCHAR, c INTEGER, d VARCHAR, e VARCHAR, f VARCHAR);"
    "INSERT INTO event VALUES"
    " (639000000000000000, 'web01', 7036, 'Information', 'The service entered the running state', 'Event'),"
    " (639000000600000000, 'web02', 7036, 'Information', 'The service entered the stopped state', 'Event'),"
    " (639000001200000000, 'DB01', 51, 'Error', 'Disk failure', 'Event'),"
    " (639000001800000000, 'DB01', NULL, NULL, NULL, 'Event');"
    "CREATE TABLE perf (a BIGINT, b VARCHAR, c VARCHAR, d DOUBLE, e VARCHAR, f BIGINT, g VARCHAR);"
    "INSERT INTO perf VALUES"
    " (639000000000000000, 'web01', 'cpu', 12.5, 'x', 1, 'Perf'), (639000000600000000, 'web02', 'cpu', 99, "
    "'7036', 2, "
    "'Perf'), (639000001200000000, 'DB01', 'disk', NULL, '', NULL, 'Perf');";

Database benchDatabase()
{
    Database::Options options;
    options.memoryLimitMb = memoryLimitMb;
    auto database = Database::inMemory(options);
    require(database.has_value(), "the database opens");
    require(database->execute(QString::fromUtf8(rows)).has_value(), "the tables are made");
    return std::move(*database);
}

void requireGoodError(const Error &error, const QString &query)
{
    const auto hold = [&](bool holds, const char *what) {
        if (!holds)
            std::fprintf(stderr, "%s\n%s: %s\n%s\n", qUtf8Printable(query), qUtf8Printable(error.serviceCode),
                         qUtf8Printable(error.message), qUtf8Printable(error.detail));
        require(holds, what);
    };
    if (error.kind == ErrorKind::Cancelled)
        return;
    hold(error.kind == ErrorKind::Query, "an error is the query's own");
    hold(!error.message.isEmpty(), "an error has words");
    hold(!error.serviceCode.isEmpty(), "an error has a code");
    hold(!isTranslationFault(error.detail), "what the engine writes is good SQL");
    if (error.serviceCode == u"SYN0002" || error.serviceCode == u"SEM0100")
        hold(error.position.has_value(), "what is wrong with a query has its place");
    if (error.position)
        requireInside(*error.position, query);
}

} // namespace

void requireInside(const TextPosition &position, const QString &text)
{
    QString plain = text;
    plain.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    const QStringList lines = plain.split(u'\n');
    require(position.line >= 1 && position.line <= lines.size(), "a place lies in one of the lines");
    const qsizetype length = lines.at(position.line - 1).size();
    require(position.column >= 0 && position.column <= length, "a place lies in its line");
}

KqlBench::KqlBench()
    : m_tables(benchTables())
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    if (QCoreApplication::instance() == nullptr)
        new QCoreApplication(argc, argv);
    KqlService::Limits limits;
    limits.budget = 8s;
    m_service = new KqlService(limits);
    m_engine = std::make_unique<Engine>(benchDatabase(), *m_service, m_tables, savedFunctions());
}

KqlBench &KqlBench::get()
{
    static KqlBench *const bench = new KqlBench;
    return *bench;
}

Result<QueryOutcome> KqlBench::run(const QString &query)
{
    Deadline deadline(patience);
    CheckingSink sink;
    const auto outcome = m_engine->run({query, {}, 639000002000000000}, sink, deadline.cancel);
    showScriptMemory();
    if (!outcome)
        requireGoodError(outcome.error(), query);
    return outcome;
}

} // namespace sonde::fuzz
