#include "local/localtablestore.h"

#include "engine/duckdbhandles.h"
#include "import/fileimport.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QLocale>
#include <QtConcurrent>

#include <algorithm>

namespace sonde {

namespace {

constexpr int thousandths = 1000;

/// `localb`, `localc`...: letters only.
QString aliasOf(int number)
{
    QString letters;
    for (; number > 0; number /= 26)
        letters += QChar(u'a' + number % 26);
    return QStringLiteral("local") + letters;
}

QString describe(const LocalTable &table)
{
    //: %L1: how many; %2: a file’s path, or the name of a connection
    return LocalTableStore::tr("%L1 rows from %2", nullptr, static_cast<int>(table.rowCount))
        .arg(table.rowCount)
        .arg(table.origin);
}

KqlTable toKqlTable(const LocalTable &table)
{
    KqlTable known;
    known.name = table.name;
    known.description = describe(table);
    for (const ColumnHeader &column : table.columns)
        known.columns.append({column.name, columnTypeName(column.type)});
    return known;
}

/// Tells of it in whole thousandths.
template <typename Value>
class Progress
{
public:
    explicit Progress(QPromise<Value> &promise)
        : m_promise(promise)
    {
        m_promise.setProgressRange(0, thousandths);
    }
    void tell(qint64 done, qint64 all)
    {
        if (all > 0)
            m_promise.setProgressValue(static_cast<int>(done * thousandths / all));
    }

private:
    QPromise<Value> &m_promise;
};

} // namespace

LocalTableStore::LocalTableStore(KqlService &service, QString cache, QObject *parent)
    : LocalTables(parent)
    , m_service(service)
    , m_cache(std::move(cache))
{
    rebuild();
}

LocalTableStore::~LocalTableStore() = default;

QList<LocalTable> LocalTableStore::tables() const
{
    QList<LocalTable> tables;
    for (const Entry &entry : m_entries)
        tables += entry.about;
    return tables;
}

LocalTablesJob *LocalTableStore::guess(const ImportSource &source)
{
    auto *job = new LocalTablesJob;
    auto *watcher = new QFutureWatcher<Result<ImportGuess>>(job);
    connect(watcher, &QFutureWatcherBase::finished, job,
            [job, watcher] { emit job->guessed(watcher->result()); });
    watcher->setFuture(QtConcurrent::run(
        [source, cancel = job->cancelState()] { return FileImport::guess(source, *cancel); }));
    return job;
}

LocalTablesJob *LocalTableStore::addFiles(const QList<ImportGuess> &guesses)
{
    QHash<QString, QString> origins;
    for (const ImportGuess &guess : guesses) {
        for (const ImportTable &table : guess.tables)
            origins.insert(table.name, guess.path);
    }
    return add(
        [guesses](const QString &path, const Tell &tell, const CancelState &cancel) {
            const auto progress = [&tell](const ImportProgress &far) { tell(far.bytesRead, far.bytes); };
            return FileImport::run(guesses, path, {}, progress, cancel);
        },
        origins);
}

LocalTablesJob *LocalTableStore::addRows(const QString &name, const Selection &rows, const QString &origin)
{
    return add(
        [name, rows](const QString &path, const Tell &tell,
                     const CancelState &cancel) -> Result<QStringList> {
            const auto all = static_cast<qint64>(rows.rows ? rows.rows->size() : rows.table.rowCount());
            const auto progress = [&tell, all](std::size_t far) { tell(static_cast<qint64>(far), all); };
            if (const auto done = FileImport::writeRows(name, rows, path, {}, progress, cancel); !done)
                return failure(done.error());
            return QStringList();
        },
        {{name, origin}});
}

LocalTablesJob *LocalTableStore::add(const Write &write, const QHash<QString, QString> &origins)
{
    auto *job = new LocalTablesJob;
    using Outcome = Result<Written>;
    auto *watcher = new QFutureWatcher<Outcome>(job);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, job, &LocalTablesJob::progressed);
    connect(watcher, &QFutureWatcherBase::finished, job, [this, job, watcher, origins] {
        const Outcome outcome = watcher->result();
        if (!outcome)
            emit job->added(failure(outcome.error()));
        else if (job->cancelState()->isCancelled())
            emit job->added(failure(ErrorKind::Cancelled, tr("The import was stopped.")));
        else
            emit job->added(take(*outcome, origins));
    });
    if (const auto made = makeFolder(); !made) {
        watcher->setFuture(QtConcurrent::run([error = made.error()] { return Outcome(failure(error)); }));
        return job;
    }
    const QString alias = aliasOf(++m_files);
    const QString path = m_folder->filePath(alias + QStringLiteral(".duckdb"));
    watcher->setFuture(QtConcurrent::run([=, cancel = job->cancelState()](QPromise<Outcome> &promise) {
        Progress progress(promise);
        const Tell tell = [&progress](qint64 done, qint64 all) { progress.tell(done, all); };
        const auto remarks = write(path, tell, *cancel);
        promise.addResult(remarks ? lookAt(path, alias, *remarks) : failure(remarks.error()));
    }));
    return job;
}

/// In a worker thread.
Result<LocalTableStore::Written> LocalTableStore::lookAt(const QString &path, const QString &alias,
                                                         const QStringList &remarks)
{
    Written written;
    written.file = std::make_shared<LocalDatabase::File>(path, alias);
    written.remarks = remarks;
    Database::Options options;
    options.attached += {alias, path};
    const auto database = Database::inMemory(options);
    if (!database)
        return failure(database.error());
    const auto tables = FileImport::tablesOf(*database, alias);
    if (!tables)
        return failure(tables.error());
    written.tables = *tables;
    const duck::Connection connection(static_cast<duckdb_database>(database->handle()));
    for (const EngineTable &table : *tables) {
        duck::QueryResult count;
        const QString sql = u"SELECT count(*) FROM " + table.source;
        if (!connection.isValid() ||
            duckdb_query(connection.get(), sql.toUtf8().constData(), count.get()) != DuckDBSuccess)
            return failure(ErrorKind::Io, tr("The imported tables could not be read."), {}, count.error());
        written.rowCounts += duckdb_value_int64(count.get(), 0, 0);
    }
    return written;
}

LocalTablesAdded LocalTableStore::take(const Written &written, const QHash<QString, QString> &origins)
{
    LocalTablesAdded added;
    added.remarks = written.remarks;
    for (qsizetype i = 0; i < written.tables.size(); ++i) {
        const EngineTable &table = written.tables.at(i);
        insert({{table.name, table.columns, written.rowCounts.at(i), origins.value(table.name)},
                {written.file, table}});
        added.names += table.name;
    }
    rebuild();
    return added;
}

/// In its place, which another one of its name leaves.
void LocalTableStore::insert(const Entry &entry)
{
    const auto place =
        std::lower_bound(m_entries.begin(), m_entries.end(), entry.about.name,
                         [](const Entry &other, const QString &name) { return other.about.name < name; });
    if (place != m_entries.end() && place->about.name == entry.about.name)
        *place = entry;
    else
        m_entries.insert(place, entry);
}

void LocalTableStore::remove(const QString &name)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&name](const Entry &entry) { return entry.about.name == name; });
    if (found == m_entries.end())
        return;
    forgetRemoved(name);
    m_removed += *found;
    m_entries.erase(found);
    rebuild();
}

void LocalTableStore::undoRemove(const QString &name)
{
    const auto found = std::find_if(m_removed.begin(), m_removed.end(),
                                    [&name](const Entry &entry) { return entry.about.name == name; });
    if (found == m_removed.end() || has(name))
        return;
    insert(*found);
    m_removed.erase(found);
    rebuild();
}

void LocalTableStore::forgetRemoved(const QString &name)
{
    m_removed.removeIf([&name](const Entry &entry) { return entry.about.name == name; });
}

Result<void> LocalTableStore::makeFolder()
{
    if (m_folder)
        return {};
    auto made = ImportFolder::make(m_cache);
    if (!made)
        return failure(made.error());
    m_folder = *std::move(made);
    return {};
}

void LocalTableStore::rebuild()
{
    QList<LocalDatabase::Source> sources;
    auto schema = std::make_shared<KqlSchema>();
    for (const Entry &entry : std::as_const(m_entries)) {
        sources += entry.source;
        schema->tables.append(toKqlTable(entry.about));
    }
    m_schema = schema;
    m_database = std::make_shared<LocalDatabase>(
        m_service, sources, m_folder ? m_folder->filePath(QStringLiteral("spill")) : QString());
    emit changed();
}

} // namespace sonde
