#include "sandbox/samplefile.h"

#include "engine/sqlexpression.h"
#include "sandbox/sampleschema.h"
#include "sandbox/sampletables.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <duckdb.h>

#include <cstdio>
#include <optional>

namespace sonde {

namespace {

constexpr int abandonedAfterHours = 2;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SampleData)
};

tl::unexpected<Error> cannotWrite(const QString &path, const QString &detail)
{
    return failure(
        ErrorKind::Io, Words::tr("The sample data could not be written to “%1”.").arg(path),
        Words::tr("Check that there is room in the cache folder and that it is yours to write to."), detail);
}

QStringList storedColumns(const SampleTable &table)
{
    return QString::fromLatin1(table.stored).split(u' ');
}

// The one number a query gives; nothing if it fails.
std::optional<std::int64_t> numberFrom(const Database &database, const QString &sql)
{
    duckdb_connection connection = nullptr;
    if (duckdb_connect(static_cast<duckdb_database>(database.handle()), &connection) != DuckDBSuccess)
        return std::nullopt;
    std::optional<std::int64_t> number;
    duckdb_result result;
    if (duckdb_query(connection, sql.toUtf8().constData(), &result) == DuckDBSuccess &&
        duckdb_row_count(&result) == 1)
        number = duckdb_value_int64(&result, 0, 0);
    duckdb_destroy_result(&result);
    duckdb_disconnect(&connection);
    return number;
}

// What a crashed builder left behind.
void removeAbandoned(const QString &path)
{
    const QFileInfo info(path);
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-3600 * abandonedAfterHours);
    const auto files = info.dir().entryInfoList({info.fileName() + QStringLiteral(".*.tmp*")}, QDir::Files);
    for (const QFileInfo &file : files) {
        if (file.lastModified() < limit)
            QFile::remove(file.filePath());
    }
}

} // namespace

SampleFile::SampleFile(QString path, qint64 rows, quint64 seed)
    : m_path(std::move(path))
    , m_rows(rows)
    , m_seed(seed)
{}

bool SampleFile::isStored(const SampleTable &table, const QString &column)
{
    return storedColumns(table).contains(column);
}

Result<Database> SampleFile::open(const Database::Options &options) const
{
    if (!QFile::exists(m_path))
        return failure(ErrorKind::Io, Words::tr("The sample data has not been built yet."));
    auto database = Database::openReadOnly(m_path, options);
    if (!database)
        return database;
    // Reads a column of every table, so that DuckDB checks the sums of its blocks; the counts were written
    // last.
    for (const SampleTable &table : sampleTables()) {
        const QString name(table.name);
        const auto expected = numberFrom(
            *database, QStringLiteral("SELECT rows FROM sonde_tables WHERE name = '%1'").arg(name));
        const auto found = numberFrom(
            *database, QStringLiteral("SELECT count(*) FROM \"%1\" WHERE \"TimeGenerated\" >= 0").arg(name));
        if (!expected || expected != found)
            return failure(ErrorKind::Io, Words::tr("The sample data is damaged."));
    }
    return database;
}

Result<void> SampleFile::build() const
{
    const QFileInfo info(m_path);
    if (!QDir().mkpath(info.path()))
        return cannotWrite(m_path, Words::tr("The folder could not be made."));
    removeAbandoned(m_path);
    const QString temporary =
        m_path + u'.' + QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".tmp");
    if (auto filled = fill(temporary); !filled) {
        QFile::remove(temporary);
        QFile::remove(temporary + QStringLiteral(".wal"));
        return cannotWrite(m_path, filled.error().message + u'\n' + filled.error().detail);
    }
    // Not QFile::rename, which refuses to replace: another process may have built the same file meanwhile.
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(m_path).constData()) != 0) {
        QFile::remove(temporary);
        return cannotWrite(m_path, qt_error_string());
    }
    return {};
}

Result<void> SampleFile::fill(const QString &path) const
{
    auto database = Database::create(path);
    if (!database)
        return tl::unexpected(database.error());
    if (auto made =
            database->execute(QStringLiteral("CREATE TABLE sonde_tables (name VARCHAR, rows BIGINT)"));
        !made)
        return made;
    for (const SampleTable &table : sampleTables()) {
        if (auto filled = fillTable(*database, table); !filled)
            return filled;
    }
    return database->execute(QStringLiteral("CHECKPOINT"));
}

Result<void> SampleFile::fillTable(const Database &database, const SampleTable &table) const
{
    const QString name(table.name);
    const auto headers = sampleColumns(table.name);
    QStringList definitions;
    for (const QString &stored : storedColumns(table)) {
        const auto header = std::find_if(headers.begin(), headers.end(),
                                         [&stored](const ColumnHeader &h) { return h.name == stored; });
        Q_ASSERT(header != headers.end());
        definitions += QStringLiteral("\"%1\" %2").arg(stored, sqlTypeName(header->type));
    }
    if (auto made = database.execute(
            QStringLiteral("CREATE TABLE \"%1\" (%2)").arg(name, definitions.join(QStringLiteral(", "))));
        !made)
        return made;
    SampleAppender out(database, name);
    // Every table has numbers of its own, so that a change to one leaves the others as they are.
    std::uint64_t seed = m_seed * 0x9E3779B97F4A7C15U;
    for (const QChar letter : name)
        seed = (seed ^ letter.unicode()) * 0x100000001B3U;
    table.write(out, static_cast<qint64>(static_cast<double>(m_rows) * table.share), SampleRandom(seed));
    if (auto finished = out.finish(); !finished)
        return finished;
    return database.execute(
        QStringLiteral("INSERT INTO sonde_tables VALUES ('%1', %2)").arg(name).arg(out.rowCount()));
}

} // namespace sonde
