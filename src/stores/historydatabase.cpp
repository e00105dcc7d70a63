#include "stores/historydatabase.h"

#include "stores/heldfile.h"
#include "stores/historyerror.h"
#include "stores/historyrow.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>
#include <QUuid>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HistoryDatabase)
};

constexpr int busyTimeoutMs = 5000;
constexpr int openingTimeoutMs = 10'000;
constexpr int insertsBetweenPrunings = 64;

/// Step n leads from version n (of `PRAGMA user_version`) to n + 1. Only ever add steps: files of every
/// version are out there.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> steps{
        {QStringLiteral(
             "CREATE TABLE run ("
             "id INTEGER PRIMARY KEY, owner TEXT NOT NULL, removed_by TEXT, outcome TEXT NOT NULL, "
             "started INTEGER NOT NULL, duration INTEGER, rows INTEGER, total INTEGER, "
             "connection_id TEXT NOT NULL, connection_name TEXT NOT NULL, "
             "language TEXT NOT NULL, range TEXT NOT NULL, range_start INTEGER, range_end INTEGER, "
             "top INTEGER, server_timeout INTEGER NOT NULL, error TEXT NOT NULL, "
             "text_length INTEGER NOT NULL, text TEXT NOT NULL)"),
         QStringLiteral("CREATE INDEX run_running ON run(owner) WHERE outcome = 'running'"),
         QStringLiteral("CREATE INDEX run_removed ON run(removed_by) WHERE removed_by IS NOT NULL")},
        // Rows lie beside the runs, for a search reads all of these. Where a run goes, by whichever
        // statement, its rows go too; where rows go, their run says so.
        {QStringLiteral("ALTER TABLE run ADD COLUMN kept_rows INTEGER NOT NULL DEFAULT 0"),
         QStringLiteral("CREATE TABLE kept (run INTEGER PRIMARY KEY, size INTEGER NOT NULL, "
                        "file BLOB NOT NULL)"),
         QStringLiteral("CREATE TRIGGER run_deleted AFTER DELETE ON run BEGIN "
                        "DELETE FROM kept WHERE run = old.id; END"),
         QStringLiteral("CREATE TRIGGER kept_deleted AFTER DELETE ON kept BEGIN "
                        "UPDATE run SET kept_rows = 0 WHERE id = old.run; END")}};
    return steps;
}

Result<void> done(const Result<QSqlQuery> &query)
{
    if (!query)
        return failure(query.error());
    return {};
}

} // namespace

HistoryDatabase::HistoryDatabase(const QString &folder, const HistoryLimits &limits)
    : m_folder(folder)
    , m_path(QDir(folder).filePath(QStringLiteral("history.sqlite")))
    , m_limits(limits)
    , m_name(QStringLiteral("history-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

HistoryDatabase::~HistoryDatabase()
{
    if (m_isOpen && execute(QStringLiteral("DELETE FROM run WHERE removed_by = ?"), {m_owner}))
        forgetOnDisk();
    close();
    if (m_ownerFile)
        m_ownerFile->removeFile();
}

template <typename Operation>
auto HistoryDatabase::attempt(Operation operation) -> decltype(operation())
{
    m_isDamaged = false;
    if (const Result<void> opened = open(); !opened)
        return failure(opened.error());
    auto result = operation();
    if (result || !m_isDamaged)
        return result;
    // Another look decides: opening it anew checks the file, and sets it aside if it is the file's fault.
    close();
    if (const Result<void> opened = open(); !opened)
        return failure(opened.error());
    return operation();
}

Result<void> HistoryDatabase::insert(const HistoryEntry &entry)
{
    return attempt([&]() -> Result<void> {
        if (m_insertsUntilPruning-- <= 0) {
            m_insertsUntilPruning = insertsBetweenPrunings;
            if (const auto pruned = prune(); !pruned)
                return pruned;
        }
        return done(execute(historyInsertStatement(), historyValues(entry, m_owner)));
    });
}

Result<std::optional<HistoryEntry>> HistoryDatabase::finish(qint64 id, const RunEnd &end)
{
    return attempt([&]() -> Result<std::optional<HistoryEntry>> {
        const auto updated = execute(
            QStringLiteral("UPDATE run SET outcome = ?, duration = ?, rows = ?, total = ?, error = ?, "
                           "range_start = coalesce(?, range_start), "
                           "range_end = coalesce(?, range_end) WHERE id = ?"),
            historyEndValues(end) + QVariantList{id});
        if (!updated)
            return failure(updated.error());
        return find(id);
    });
}

Result<std::optional<HistoryEntry>> HistoryDatabase::find(qint64 id)
{
    auto read = execute(historySelectStatement(QStringLiteral("id = ? AND removed_by IS NULL")), {id});
    if (!read)
        return failure(read.error());
    if (!read->next())
        return std::nullopt;
    return historyEntryOf(*read);
}

Result<std::optional<HistoryEntry>> HistoryDatabase::keepRows(qint64 id, const KeptRows &rows)
{
    return attempt([&]() -> Result<std::optional<HistoryEntry>> {
        const auto kept = inTransaction([&]() -> Result<void> {
            // Where the run was removed meanwhile, nothing is chosen and nothing kept.
            auto step = execute(QStringLiteral("INSERT OR REPLACE INTO kept(run, size, file) "
                                               "SELECT id, ?, ? FROM run WHERE id = ?"),
                                {rows.file.size(), rows.file, id});
            if (step)
                step = execute(QStringLiteral("UPDATE run SET kept_rows = ? WHERE id = ?"), {rows.count, id});
            return step ? pruneRows() : done(step);
        });
        if (!kept)
            return failure(kept.error());
        return find(id);
    });
}

Result<std::optional<QByteArray>> HistoryDatabase::rowsOf(qint64 id)
{
    return attempt([&]() -> Result<std::optional<QByteArray>> {
        auto read = execute(QStringLiteral("SELECT file FROM kept WHERE run = ?"), {id});
        if (!read)
            return failure(read.error());
        if (!read->next())
            return std::nullopt;
        return read->value(0).toByteArray();
    });
}

Result<void> HistoryDatabase::forgetRows()
{
    return attempt([&]() -> Result<void> {
        const auto removed = execute(QStringLiteral("DELETE FROM kept"));
        if (!removed)
            return failure(removed.error());
        if (removed->numRowsAffected() > 0)
            shrink();
        return {};
    });
}

Result<HistoryPage> HistoryDatabase::search(const HistorySearch &what)
{
    return attempt([&]() -> Result<HistoryPage> {
        // Compared here and not by LIKE, which knows upper and lower case only of ASCII and takes % and _ for
        // more than themselves; ten thousand runs take some hundredths of a second.
        auto found =
            execute(historySelectStatement(QStringLiteral("id < ? AND removed_by IS NULL ORDER BY id DESC")),
                    {what.before});
        if (!found)
            return failure(found.error());
        const QStringList words = historyWords(what.filter.text);
        HistoryPage page;
        while (found->next()) {
            if (what.cancel && what.cancel->isCancelled())
                return failure(ErrorKind::Cancelled, Words::tr("The search was given up."));
            const HistoryEntry entry = historyEntryOf(*found);
            if (!matchesHistoryFilter(entry, what.filter, words))
                continue;
            if (page.entries.size() == what.limit) {
                page.hasMore = true;
                return page;
            }
            page.entries.append(entry);
        }
        if (found->lastError().isValid())
            return failure(errorOf(found->lastError()));
        return page;
    });
}

Result<void> HistoryDatabase::remove(const QList<qint64> &ids)
{
    return attempt([&] {
        return executeForEach(QStringLiteral("UPDATE run SET removed_by = ? WHERE id = ?"), ids, m_owner);
    });
}

Result<void> HistoryDatabase::restore(const QList<qint64> &ids)
{
    return attempt([&] {
        return executeForEach(QStringLiteral("UPDATE run SET removed_by = ? WHERE id = ?"), ids, QVariant());
    });
}

Result<void> HistoryDatabase::removeOfConnection(const QString &connectionId)
{
    return attempt([&]() -> Result<void> {
        if (const auto removed =
                execute(QStringLiteral("DELETE FROM run WHERE connection_id = ?"), {connectionId});
            !removed)
            return failure(removed.error());
        forgetOnDisk();
        return {};
    });
}

Result<void> HistoryDatabase::clear()
{
    return attempt([&]() -> Result<void> {
        if (const auto removed = execute(QStringLiteral("DELETE FROM run")); !removed)
            return failure(removed.error());
        shrink();
        return {};
    });
}

Result<bool> HistoryDatabase::hasChangedElsewhere()
{
    return attempt([&]() -> Result<bool> {
        auto read = execute(QStringLiteral("PRAGMA data_version"));
        if (!read)
            return failure(read.error());
        const qint64 version = read->next() ? read->value(0).toLongLong() : 0;
        const qint64 before = std::exchange(m_dataVersion, version);
        return before != 0 && before != version;
    });
}

std::optional<Error> HistoryDatabase::takeNotice()
{
    return std::exchange(m_notice, std::nullopt);
}

Result<void> HistoryDatabase::open()
{
    if (m_refused)
        return failure(*m_refused);
    // A file that was deleted from under us would be written to the end of the day and never seen again.
    if (m_isOpen && QFileInfo::exists(m_path))
        return {};
    close();
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"))) {
        m_refused = failure(ErrorKind::Usage, Words::tr("The history needs Qt’s driver for SQLite."),
                            Words::tr("Install it (on Debian the package libqt6sql6-sqlite) and start Sonde "
                                      "again; until then no runs are remembered."))
                        .value();
        return failure(*m_refused);
    }
    if (!QDir().mkpath(m_folder)) {
        return failure(historyFolderError(m_folder));
    }
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // One program at a time makes, checks, migrates or sets aside the file.
    const auto held = holdWhileOpening();
    if (!held)
        return failure(held.error());
    m_isDamaged = false;
    Result<void> opened = openFile();
    if (!opened && m_isDamaged) {
        if (const auto aside = setAside(opened.error().detail); !aside)
            return aside;
        opened = openFile();
    }
    if (!opened)
        close();
    m_isOpen = opened.has_value();
    return opened;
}

Result<std::unique_ptr<HeldFile>> HistoryDatabase::holdWhileOpening() const
{
    const QString path = QDir(m_folder).filePath(QStringLiteral("opening.lock"));
    QDeadlineTimer deadline(openingTimeoutMs);
    for (;;) {
        auto held = HeldFile::tryHold(path);
        if (!held)
            return failure(historyFolderError(m_folder, held.error().detail));
        if (*held)
            return held;
        if (deadline.hasExpired()) {
            return failure(ErrorKind::Io, Words::tr("Another program keeps the history busy."),
                           Words::tr("The runs are kept in memory and written once it is free."));
        }
        QThread::msleep(20);
    }
}

Result<void> HistoryDatabase::openFile()
{
    if (!QFileInfo::exists(m_path)) {
        // Queries are nobody else's business; SQLite gives its other files the same permissions.
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            return failure(historyFolderError(m_folder));
    }
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    if (!m_database.open())
        return failure(errorOf(m_database.lastError()));
    return check().and_then([this] { return prepare(); });
}

/// Whether it is ours, of a version that we know, and whole.
Result<void> HistoryDatabase::check()
{
    auto read = execute(
        QStringLiteral("SELECT user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_user_version"));
    if (!read)
        return failure(read.error());
    read->next();
    const qint64 version = read->value(0).toLongLong();
    const bool isEmpty = read->value(1).toLongLong() == 0;
    read->finish();
    if (version > migrations().size()) {
        m_refused =
            failure(ErrorKind::Usage, Words::tr("The history was written by a newer version of Sonde."),
                    Words::tr("It is left as it is, and this version remembers no runs; use the newer "
                              "version, or move “%1” away.")
                        .arg(QDir::toNativeSeparators(m_path)))
                .value();
        return failure(*m_refused);
    }
    auto checked = execute(QStringLiteral("PRAGMA quick_check(1)"));
    if (!checked)
        return failure(checked.error());
    const QString verdict = checked->next() ? checked->value(0).toString() : QString();
    if (verdict == QLatin1String("ok") && (version > 0 || isEmpty))
        return {};
    m_isDamaged = true;
    return failure(ErrorKind::Decode, Words::tr("The history is damaged."), {},
                   verdict == QLatin1String("ok") ? Words::tr("It holds tables of something else.")
                                                  : verdict);
}

Result<void> HistoryDatabase::prepare()
{
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                               // What is deleted is overwritten, not only forgotten.
                               "PRAGMA secure_delete = ON"}) {
        if (const auto set = execute(QLatin1String(pragma)); !set)
            return failure(set.error());
    }
    m_insertsUntilPruning = insertsBetweenPrunings;
    m_dataVersion = 0;
    return migrate()
        .and_then([this] { return claim(); })
        .and_then([this] { return recover(); })
        .and_then([this] { return prune(); });
}

Result<void> HistoryDatabase::migrate()
{
    return inTransaction([this]() -> Result<void> {
        auto read = execute(QStringLiteral("PRAGMA user_version"));
        if (!read)
            return failure(read.error());
        qint64 version = read->next() ? read->value(0).toLongLong() : 0;
        read->finish();
        if (version == migrations().size())
            return {};
        for (; version < migrations().size(); ++version) {
            for (const QString &statement : migrations().at(version)) {
                if (const auto step = execute(statement); !step)
                    return failure(step.error());
            }
        }
        return done(execute(QStringLiteral("PRAGMA user_version = %1").arg(version)));
    });
}

QString HistoryDatabase::ownerPath(const QString &owner) const
{
    return QDir(m_folder).filePath(QStringLiteral("run-by-%1.lock").arg(owner));
}

Result<void> HistoryDatabase::claim()
{
    if (m_ownerFile && QFileInfo::exists(ownerPath(m_owner)))
        return {};
    if (m_owner.isEmpty())
        m_owner = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto held = HeldFile::tryHold(ownerPath(m_owner));
    if (!held)
        return failure(historyFolderError(m_folder, held.error().detail));
    m_ownerFile = std::move(*held);
    return {};
}

bool HistoryDatabase::isAlive(const QString &owner) const
{
    if (owner == m_owner)
        return true;
    if (!QFileInfo::exists(ownerPath(owner)))
        return false;
    const auto held = HeldFile::tryHold(ownerPath(owner));
    // What cannot be known is left alone.
    if (!held || !*held)
        return true;
    (*held)->removeFile();
    return false;
}

/// Marks what processes that died left running, and finishes what they had begun to delete.
Result<void> HistoryDatabase::recover()
{
    auto read = execute(QStringLiteral("SELECT owner FROM run WHERE outcome = 'running' UNION "
                                       "SELECT removed_by FROM run WHERE removed_by IS NOT NULL"));
    if (!read)
        return failure(read.error());
    QStringList dead;
    while (read->next()) {
        const QString owner = read->value(0).toString();
        if (!isAlive(owner))
            dead << owner;
    }
    read->finish();
    const QStringList files = QDir(m_folder).entryList({QStringLiteral("run-by-*.lock")}, QDir::Files);
    for (const QString &file : files)
        static_cast<void>(isAlive(file.section(u'.', 0, 0).mid(7)));
    if (dead.isEmpty())
        return {};
    return inTransaction([&]() -> Result<void> {
        for (const QString &owner : std::as_const(dead)) {
            auto step = execute(QStringLiteral("UPDATE run SET outcome = 'interrupted' "
                                               "WHERE outcome = 'running' AND owner = ?"),
                                {owner});
            if (step)
                step = execute(QStringLiteral("DELETE FROM run WHERE removed_by = ?"), {owner});
            if (!step)
                return failure(step.error());
        }
        return {};
    });
}

Result<void> HistoryDatabase::prune()
{
    auto step = execute(QStringLiteral("DELETE FROM run WHERE id <= "
                                       "(SELECT id FROM run ORDER BY id DESC LIMIT 1 OFFSET ?)"),
                        {m_limits.runs});
    if (step) {
        step = execute(QStringLiteral("DELETE FROM run WHERE id <= (SELECT max(id) FROM (SELECT id, "
                                      "sum(text_length) OVER (ORDER BY id DESC) AS characters FROM run) "
                                      "WHERE characters > ?)"),
                       {m_limits.characters});
    }
    return done(step);
}

Result<void> HistoryDatabase::pruneRows()
{
    return done(execute(QStringLiteral("DELETE FROM kept WHERE run <= (SELECT max(run) FROM (SELECT run, "
                                       "sum(size) OVER (ORDER BY run DESC) AS bytes FROM kept) "
                                       "WHERE bytes > ?)"),
                        {m_limits.rowBytes}));
}

Result<void> HistoryDatabase::setAside(const QString &detail)
{
    close();
    QString aside = m_path + QStringLiteral(".damaged");
    for (int number = 2; QFileInfo::exists(aside); ++number)
        aside = m_path + QStringLiteral(".damaged.%1").arg(number);
    Error error;
    error.kind = ErrorKind::Decode;
    error.message = Words::tr("The history was damaged.");
    error.detail = detail;
    if (!QFile::rename(m_path, aside)) {
        error.message = Words::tr("The history is damaged.");
        error.advice = Words::tr("Move “%1” away; no runs are remembered until then.")
                           .arg(QDir::toNativeSeparators(m_path));
        m_refused = error;
        return failure(error);
    }
    // What it had not yet taken over from its log belongs to it, and must not be taken for the new file's.
    for (const char *suffix : {"-wal", "-shm"}) {
        if (QFileInfo::exists(m_path + QLatin1String(suffix)))
            QFile::rename(m_path + QLatin1String(suffix), aside + QLatin1String(suffix));
    }
    error.advice =
        Words::tr("It is kept as “%1”, and a new one was begun.").arg(QDir::toNativeSeparators(aside));
    m_notice = error;
    return {};
}

void HistoryDatabase::close()
{
    m_isOpen = false;
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

/// The file gets small again. Another program that reads just now keeps it large, which harms nobody.
void HistoryDatabase::shrink()
{
    static_cast<void>(execute(QStringLiteral("VACUUM")));
    forgetOnDisk();
}

/// Brings deletions from the log into the file and empties the log.
void HistoryDatabase::forgetOnDisk()
{
    static_cast<void>(execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
}

Result<QSqlQuery> HistoryDatabase::execute(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failure(errorOf(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(errorOf(query.lastError()));
    return query;
}

Result<void> HistoryDatabase::inTransaction(const std::function<Result<void>()> &work)
{
    // A transaction that begins with reading could not become a writing one while another program writes.
    if (const auto begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return failure(begun.error());
    Result<void> result = work();
    if (result)
        result = done(execute(QStringLiteral("COMMIT")));
    if (!result) {
        const bool isDamaged = m_isDamaged;
        static_cast<void>(execute(QStringLiteral("ROLLBACK")));
        m_isDamaged = isDamaged;
    }
    return result;
}

Result<void> HistoryDatabase::executeForEach(const QString &statement, const QList<qint64> &ids,
                                             const QVariant &first)
{
    return inTransaction([&]() -> Result<void> {
        for (const qint64 id : ids) {
            if (const auto step = execute(statement, {first, id}); !step)
                return failure(step.error());
        }
        return {};
    });
}

Error HistoryDatabase::errorOf(const QSqlError &error)
{
    m_isDamaged = isDamagedHistory(error);
    return historyError(error, m_path);
}

} // namespace sonde
