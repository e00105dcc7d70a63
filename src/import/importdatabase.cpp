#include "import/importdatabase.h"

#include "engine/duckdbhandles.h"
#include "engine/sqlexpression.h"

#include <QCoreApplication>

#include <chrono>
#include <thread>
#include <vector>

namespace sonde {

namespace {

using namespace std::chrono_literals;

constexpr auto lookAround = 50ms; ///< how often progress is told

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileImport)
};

tl::unexpected<Error> failed(const QString &detail)
{
    return failure(ErrorKind::Io, Words::tr("The file could not be imported."),
                   Words::tr("Look at DuckDB’s reason below."), detail);
}

tl::unexpected<Error> cancelled()
{
    return failure(ErrorKind::Cancelled, Words::tr("The import was stopped."));
}

/// The settings that are made before the database is open.
class Configuration
{
public:
    explicit Configuration(const ImportDatabase::Options &options)
    {
        duckdb_create_config(&m_handle);
        set("memory_limit", QStringLiteral("%1MB").arg(options.memoryLimitMb));
        set("threads", QString::number(options.threads));
        set("temp_directory", options.temporaryFolder);
        set("autoinstall_known_extensions", QStringLiteral("false"));
        set("autoload_known_extensions", QStringLiteral("false"));
    }
    ~Configuration() { duckdb_destroy_config(&m_handle); }
    Configuration(const Configuration &) = delete;
    Configuration &operator=(const Configuration &) = delete;
    bool isWhole() const { return m_whole; }
    duckdb_config get() const { return m_handle; }

private:
    void set(const char *name, const QString &value)
    {
        m_whole = duckdb_set_config(m_handle, name, value.toUtf8().constData()) == DuckDBSuccess && m_whole;
    }
    duckdb_config m_handle = nullptr;
    bool m_whole = true;
};

class Values
{
public:
    explicit Values(const QStringList &texts)
        : m_texts(texts)
    {}
    bool bindTo(const duck::Statement &statement) const
    {
        for (qsizetype i = 0; i < m_texts.size(); ++i) {
            const QByteArray text = m_texts.at(i).toUtf8();
            if (duckdb_bind_varchar_length(statement.get(), static_cast<idx_t>(i + 1), text.constData(),
                                           static_cast<idx_t>(text.size())) != DuckDBSuccess)
                return false;
        }
        return true;
    }

private:
    const QStringList &m_texts;
};

/// Gives each row of a chunk to \a visit; false where that ended it.
bool visitRows(const duck::Chunk &chunk, const ImportDatabase::RowVisitor &visit)
{
    const idx_t columns = duckdb_data_chunk_get_column_count(chunk.get());
    std::vector<std::optional<std::string_view>> row(columns);
    for (idx_t at = 0; at < duckdb_data_chunk_get_size(chunk.get()); ++at) {
        for (idx_t i = 0; i < columns; ++i) {
            const duckdb_vector vector = duckdb_data_chunk_get_vector(chunk.get(), i);
            std::uint64_t *validity = duckdb_vector_get_validity(vector);
            auto *cell = static_cast<duckdb_string_t *>(duckdb_vector_get_data(vector)) + at;
            row[i] = validity != nullptr && !duckdb_validity_row_is_valid(validity, at)
                         ? std::nullopt
                         : std::optional(
                               std::string_view(duckdb_string_t_data(cell), duckdb_string_t_length(*cell)));
        }
        if (!visit(row))
            return false;
    }
    return true;
}

} // namespace

class ImportDatabase::Private
{
public:
    ~Private()
    {
        connection.reset();
        duckdb_close(&database);
    }
    Result<void> step(duckdb_pending_result pending, const Progress &progress, const CancelState &cancel);

    duckdb_database database = nullptr;
    std::optional<duck::Connection> connection;
};

/// Works in this thread, too, until the statement is done.
Result<void> ImportDatabase::Private::step(duckdb_pending_result pending, const Progress &progress,
                                           const CancelState &cancel)
{
    auto told = std::chrono::steady_clock::now();
    for (bool interrupted = false;;) {
        const duckdb_pending_state state = duckdb_pending_execute_task(pending);
        if (state == DUCKDB_PENDING_ERROR)
            return cancel.isCancelled() ? Result<void>(cancelled())
                                        : failed(QString::fromUtf8(duckdb_pending_error(pending)));
        if (state == DUCKDB_PENDING_RESULT_READY)
            return {};
        if (state == DUCKDB_PENDING_NO_TASKS_AVAILABLE)
            std::this_thread::sleep_for(1ms);
        if (cancel.isCancelled() && !interrupted) {
            duckdb_interrupt(connection->get());
            interrupted = true;
        }
        if (progress && std::chrono::steady_clock::now() - told >= lookAround) {
            told = std::chrono::steady_clock::now();
            progress(std::max(duckdb_query_progress(connection->get()).percentage, 0.0) / 100);
        }
    }
}

ImportDatabase::ImportDatabase(std::unique_ptr<Private> data)
    : d(std::move(data))
{}

ImportDatabase::~ImportDatabase() = default;

QString ImportDatabase::pattern(const QString &path)
{
    QString out;
    for (const QChar c : path) {
        if (c == u'*' || c == u'?' || c == u'[')
            out += u'[' + QString(c) + u']';
        else
            out += c;
    }
    return out;
}

Result<std::unique_ptr<ImportDatabase>> ImportDatabase::open(const Options &options)
{
    const Configuration configuration(options);
    auto data = std::make_unique<Private>();
    char *message = nullptr;
    const QByteArray file = options.path.isEmpty() ? QByteArrayLiteral(":memory:") : options.path.toUtf8();
    if (!configuration.isWhole() ||
        duckdb_open_ext(file.constData(), &data->database, configuration.get(), &message) != DuckDBSuccess) {
        const QString detail = QString::fromUtf8(message);
        duckdb_free(message);
        return failed(detail);
    }
    data->connection.emplace(data->database);
    if (!data->connection->isValid())
        return failed({});
    std::unique_ptr<ImportDatabase> database(new ImportDatabase(std::move(data)));
    QStringList readable;
    for (const QString &path : options.readable) {
        readable += sqlString(path);
        readable += sqlString(pattern(path)); // as which a statement names it
    }
    // The heavier kinds of compression cost a third of the speed.
    const QStringList settings{QStringLiteral("SET disabled_compression_methods = "
                                              "'fsst,zstd,dict_fsst,alp,alprd,chimp,patas'"),
                               QStringLiteral("SET enable_progress_bar = true"),
                               QStringLiteral("SET enable_progress_bar_print = false"),
                               u"SET allowed_paths = [" + readable.join(u", ") + u']',
                               QStringLiteral("SET enable_external_access = false"),
                               QStringLiteral("SET lock_configuration = true")};
    for (const QString &setting : settings) {
        if (const auto done = database->execute(setting); !done)
            return failure(done.error());
    }
    return database;
}

void *ImportDatabase::connection() const
{
    return d->connection->get();
}

Result<void> ImportDatabase::execute(const QString &sql)
{
    duck::QueryResult result;
    if (duckdb_query(d->connection->get(), sql.toUtf8().constData(), result.get()) == DuckDBSuccess)
        return {};
    return failed(result.error());
}

Result<void> ImportDatabase::run(const QString &sql, const QStringList &values, const Progress &progress,
                                 const CancelState &cancel)
{
    const duck::Statement statement(*d->connection, sql.toUtf8());
    if (!statement.isValid() || !Values(values).bindTo(statement))
        return failed(statement.error());
    duckdb_pending_result pending = nullptr;
    const bool begun = duckdb_pending_prepared(statement.get(), &pending) == DuckDBSuccess;
    Result<void> done =
        begun ? d->step(pending, progress, cancel) : failed(QString::fromUtf8(duckdb_pending_error(pending)));
    if (done) {
        duck::QueryResult result;
        if (duckdb_execute_pending(pending, result.get()) != DuckDBSuccess)
            done = cancel.isCancelled() ? Result<void>(cancelled()) : failed(result.error());
    }
    duckdb_destroy_pending(&pending);
    return done;
}

Result<void> ImportDatabase::read(const QString &sql, const QStringList &values, const RowVisitor &visit,
                                  const CancelState &cancel)
{
    const duck::Statement statement(*d->connection, sql.toUtf8());
    if (!statement.isValid() || !Values(values).bindTo(statement))
        return failed(statement.error());
    const duck::Pending pending(statement);
    if (!pending.isValid())
        return failed(pending.error());
    if (const auto ready = d->step(pending.get(), {}, cancel); !ready)
        return ready;
    duck::QueryResult result;
    if (duckdb_execute_pending(pending.get(), result.get()) != DuckDBSuccess)
        return failed(result.error());
    for (;;) {
        const duck::Chunk chunk(duckdb_fetch_chunk(*result.get()));
        if (cancel.isCancelled())
            return cancelled();
        if (!chunk.isValid())
            break;
        if (!visitRows(chunk, visit))
            return {};
    }
    const QString error = result.error();
    return error.isEmpty() ? Result<void>() : failed(error);
}

} // namespace sonde
