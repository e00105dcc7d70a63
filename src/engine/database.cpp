#include "engine/database.h"

#include "engine/duckdbhandles.h"
#include "engine/kqlfunctions.h"
#include "engine/sqlexpression.h"

#include <QCoreApplication>
#include <QFile>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Database)
};

/// The settings of one database, for the time of opening it.
class Configuration
{
public:
    Configuration() { duckdb_create_config(&m_handle); }
    ~Configuration() { duckdb_destroy_config(&m_handle); }
    Configuration(const Configuration &) = delete;
    Configuration &operator=(const Configuration &) = delete;
    void set(const char *name, const QString &value)
    {
        if (duckdb_set_config(m_handle, name, value.toUtf8().constData()) != DuckDBSuccess)
            m_refused.append(QLatin1String(name) + u' ');
    }
    const QString &refused() const { return m_refused; }
    duckdb_config get() const { return m_handle; }

private:
    duckdb_config m_handle = nullptr;
    QString m_refused;
};

tl::unexpected<Error> openFailure(const QString &detail)
{
    return failure(
        ErrorKind::Io, Words::tr("The workspace’s data could not be opened."),
        Words::tr("Check that there is room on the disk and that no other program has the file open."),
        detail);
}

Result<void> runStatement(const duck::Connection &connection, const QByteArray &sql)
{
    duck::QueryResult result;
    if (duckdb_query(connection.get(), sql.constData(), result.get()) == DuckDBSuccess)
        return {};
    return failure(ErrorKind::Io, Words::tr("The workspace’s data could not be changed."),
                   Words::tr("Check that there is room on the disk."), result.error());
}

/// What a new database is told before anybody else may use it.
QStringList statementsOfOpening(const Database::Options &options)
{
    QStringList statements;
    for (const Database::Attached &attached : options.attached)
        statements += u"ATTACH " + sqlString(attached.path) + u" AS " + attached.alias + u" (READ_ONLY)";
    return statements << QStringLiteral("SET enable_external_access = false")
                      << QStringLiteral("SET lock_configuration = true");
}

} // namespace

struct Database::Shared
{
    duckdb_database handle = nullptr;
    Shared() = default;
    Shared(const Shared &) = delete;
    Shared &operator=(const Shared &) = delete;
    ~Shared() { duckdb_close(&handle); }
};

Database::Database(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
{}

Result<Database> Database::inMemory(const Options &options)
{
    return open({}, false, options);
}

Result<Database> Database::openReadOnly(const QString &path, const Options &options)
{
    if (!QFile::exists(path))
        return openFailure(path);
    return open(path, true, options);
}

Result<Database> Database::create(const QString &path, const Options &options)
{
    return open(path, false, options);
}

Result<Database> Database::open(const QString &path, bool readOnly, const Options &options)
{
    Configuration configuration;
    configuration.set("memory_limit", QStringLiteral("%1MB").arg(options.memoryLimitMb));
    configuration.set("threads", QString::number(options.threads));
    configuration.set("temp_directory", options.temporaryFolder);
    configuration.set("access_mode", readOnly ? QStringLiteral("READ_ONLY") : QStringLiteral("AUTOMATIC"));
    configuration.set("autoinstall_known_extensions", QStringLiteral("false"));
    configuration.set("autoload_known_extensions", QStringLiteral("false"));
    // It takes the columns of the rows around for those of the elements where a subquery over elements uses
    // both, which gave wrong rows (DuckDB 1.5.6; tst_dynamicvalues has them).
    configuration.set("disabled_optimizers", QStringLiteral("unnest_rewriter"));
    // What is to be attached must be so before the door is shut.
    if (options.attached.isEmpty())
        configuration.set("enable_external_access", QStringLiteral("false"));
    if (!configuration.refused().isEmpty())
        return openFailure(configuration.refused());

    auto shared = std::make_shared<Shared>();
    char *message = nullptr;
    const QByteArray file = path.isEmpty() ? QByteArrayLiteral(":memory:") : path.toUtf8();
    if (duckdb_open_ext(file.constData(), &shared->handle, configuration.get(), &message) != DuckDBSuccess) {
        const QString detail = QString::fromUtf8(message);
        duckdb_free(message);
        return openFailure(detail);
    }
    const duck::Connection connection(shared->handle);
    if (!connection.isValid() || !registerKqlFunctions(connection.get()))
        return openFailure({});
    for (const QString &statement : statementsOfOpening(options)) {
        if (const auto done = runStatement(connection, statement.toUtf8()); !done)
            return failure(done.error());
    }
    return Database(std::move(shared));
}

Result<void> Database::execute(const QString &sql) const
{
    const duck::Connection connection(m_shared->handle);
    if (!connection.isValid())
        return openFailure({});
    return runStatement(connection, sql.toUtf8());
}

void *Database::handle() const
{
    return m_shared->handle;
}

} // namespace sonde
