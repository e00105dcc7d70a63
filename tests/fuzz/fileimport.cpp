#include "import/fileimport.h"

#include "engine/duckdbhandles.h"
#include "engine/resultreader.h"
#include "fuzz/checks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <cstdio>

using namespace sonde;
using namespace sonde::fuzz;

namespace {

constexpr int memoryLimitMb = 256;

/// What a person may say of a file, from one byte.
CsvCorrections correctionsFrom(unsigned byte)
{
    CsvCorrections csv;
    static const char *const delimiters[] = {",", ";", "\t", "|"};
    if ((byte & 0x80) == 0)
        return csv;
    csv.delimiter = QString::fromLatin1(delimiters[byte & 3]);
    if ((byte & 4) != 0)
        csv.quote = (byte & 8) != 0 ? QStringLiteral("'") : QString();
    if ((byte & 16) != 0)
        csv.hasHeader = (byte & 32) != 0;
    return csv;
}

/// Reads every cell; how many rows there are.
std::vector<std::size_t> rowsIn(const QString &path)
{
    Database::Options options;
    options.memoryLimitMb = memoryLimitMb;
    options.attached += {QStringLiteral("imported"), path};
    const auto database = Database::inMemory(options);
    require(database.has_value(), "what was imported opens");
    const auto tables = FileImport::tablesOf(*database, QStringLiteral("imported"));
    require(tables.has_value(), "what was imported has its list of tables");
    std::vector<std::size_t> counts;
    const duck::Connection connection(static_cast<duckdb_database>(database->handle()));
    for (const EngineTable &table : *tables) {
        duck::QueryResult result;
        const QByteArray sql = "SELECT * FROM " + table.source.toUtf8();
        require(duckdb_query(connection.get(), sql.constData(), result.get()) == DuckDBSuccess,
                "an imported table can be read");
        std::size_t count = 0;
        for (;;) {
            const duck::Chunk chunk(duckdb_fetch_chunk(*result.get()));
            if (!chunk.isValid())
                break;
            const Table rows = readChunk(chunk.get(), table.columns);
            requireReadable(rows);
            count += rows.rowCount();
        }
        counts.push_back(count);
    }
    return counts;
}

/// Nothing where it failed.
std::optional<std::vector<std::size_t>> import(const ImportGuess &guess, const QTemporaryDir &folder,
                                               int threads)
{
    const QDir target(folder.filePath(QStringLiteral("target")));
    const QString path = target.filePath(QStringLiteral("x.duckdb"));
    FileImport::Options options;
    options.memoryLimitMb = memoryLimitMb;
    options.threads = threads;
    const auto done = FileImport::run({guess}, path, options, {}, CancelState());
    const QStringList left = target.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    if (!done) {
        require(!done.error().message.isEmpty(), "a failure has words");
        if (!left.isEmpty())
            std::fprintf(stderr, "%s\n", qUtf8Printable(left.join(u' ')));
        require(left.isEmpty(), "what fails leaves nothing");
        return std::nullopt;
    }
    require(left == QStringList{QStringLiteral("x.duckdb")}, "there is the database and nothing else");
    auto counts = rowsIn(path);
    require(counts.size() == static_cast<std::size_t>(guess.tables.size()), "every table is imported");
    QFile::remove(path);
    return counts;
}

} // namespace

/// A file of any kind that becomes tables. Its first byte says what a person says of it.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder; // goes when the program ends
    Input input(data, size);
    const unsigned said = input.takeByte();
    const QString path = folder.filePath(QStringLiteral("file.csv"));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly), "the file can be written");
    const std::string_view rest = input.rest();
    file.write(rest.data(), static_cast<qint64>(rest.size()));
    file.close();
    const auto guess = FileImport::guess({path, {}, correctionsFrom(said)}, CancelState());
    if (!guess) {
        require(!guess.error().message.isEmpty(), "a refusal has words");
        return 0;
    }
    require(!guess->tables.isEmpty(), "what is taken for a file of tables has one");
    const auto one = import(*guess, folder, 1);
    if ((said & 0x40) == 0)
        return 0;
    const auto two = import(*guess, folder, 2);
    require(one == two, "how many threads read decides nothing");
    return 0;
}
