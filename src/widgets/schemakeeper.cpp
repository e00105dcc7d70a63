#include "widgets/schemakeeper.h"

#include "core/clock.h"
#include "kql/builtintables.h"
#include "models/background.h"
#include "stores/connectionstore.h"

#include <QLoggingCategory>

namespace sonde {

namespace {

Q_LOGGING_CATEGORY(logSchema, "sonde.schema", QtInfoMsg)

constexpr qint64 secondsUntilOld = 24 * 60 * 60;
/// A workspace that could not be asked is left alone for so long, however many queries are run.
constexpr qint64 secondsAfterFailure = 10 * 60;

KqlSchemaPtr unknownSchema()
{
    auto schema = std::make_shared<KqlSchema>();
    schema->isOpen = true;
    return schema;
}

} // namespace

struct SchemaKeeper::Entry
{
    enum class Disk { Unread, Reading, Read };
    int serial = 0;                       ///< no other entry, of whatever connection, has it
    std::optional<Connection> connection; ///< as it is; none: the id is unknown
    KqlSchemaPtr schema;                  ///< null: the built-in one stands in
    SchemaState state;
    QDateTime failed; ///< when the last asking failed
    Disk disk = Disk::Unread;
    bool isWanted = false;          ///< use() was called before the disk was read
    std::unique_ptr<SchemaJob> job; ///< while the workspace is asked
};

SchemaKeeper::SchemaKeeper(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_builtin(unknownSchema())
{
    connect(&services.connections, &ConnectionStore::changed, this, &SchemaKeeper::followConnections);
}

SchemaKeeper::~SchemaKeeper() = default;

SchemaKeeper::Entry *SchemaKeeper::find(const QString &connectionId) const
{
    return m_entries.value(connectionId).get();
}

SchemaKeeper::Entry &SchemaKeeper::entryOf(const QString &connectionId)
{
    std::shared_ptr<Entry> &entry = m_entries[connectionId];
    if (!entry) {
        entry = std::make_shared<Entry>();
        entry->serial = ++m_lastSerial;
        entry->connection = connectionOf(connectionId);
    }
    if (entry->connection && entry->disk == Entry::Disk::Unread)
        readCache(connectionId, *entry);
    return *entry;
}

std::optional<Connection> SchemaKeeper::connectionOf(const QString &connectionId) const
{
    if (const auto builtIn = builtInConnection(connectionId))
        return builtIn;
    return m_services.connections.find(connectionId);
}

KqlSchemaPtr SchemaKeeper::schemaOf(const QString &connectionId)
{
    readBuiltin();
    const Entry &entry = entryOf(connectionId);
    return entry.schema ? entry.schema : m_builtin;
}

SchemaState SchemaKeeper::stateOf(const QString &connectionId) const
{
    const Entry *entry = find(connectionId);
    return entry != nullptr ? entry->state : SchemaState();
}

void SchemaKeeper::readBuiltin()
{
    if (std::exchange(m_isBuiltinRead, true))
        return;
    inBackground(this, builtinSchema, [this](const KqlSchemaPtr &schema) {
        m_builtin = schema;
        QStringList ids;
        for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
            if (!entry.value()->schema)
                ids << entry.key();
        }
        for (const QString &id : std::as_const(ids))
            emit schemaChanged(id);
    });
}

void SchemaKeeper::readCache(const QString &connectionId, Entry &entry)
{
    entry.disk = Entry::Disk::Reading;
    inBackground(
        this, [cache = m_services.cache, connection = *entry.connection] { return cache.read(connection); },
        [this, connectionId, serial = entry.serial](const std::optional<KnownSchema> &known) {
            onCacheRead(connectionId, serial, known);
        });
}

void SchemaKeeper::onCacheRead(const QString &connectionId, int serial,
                               const std::optional<KnownSchema> &known)
{
    const std::shared_ptr<Entry> entry = m_entries.value(connectionId);
    if (!entry || entry->serial != serial)
        return;
    entry->disk = Entry::Disk::Read;
    // The workspace itself may have been faster.
    if (known && !entry->schema) {
        entry->schema = known->schema;
        entry->state.fetched = known->fetched;
        emit schemaChanged(connectionId);
        emit stateChanged(connectionId);
    }
    if (std::exchange(entry->isWanted, false) && find(connectionId) == entry.get())
        fetchIfDue(connectionId, *entry);
}

void SchemaKeeper::use(const QString &connectionId)
{
    Entry &entry = entryOf(connectionId);
    if (!entry.connection || !entry.connection->offers(QueryLanguage::Kql))
        return;
    if (entry.disk == Entry::Disk::Read)
        fetchIfDue(connectionId, entry);
    else
        entry.isWanted = true;
}

void SchemaKeeper::fetchIfDue(const QString &connectionId, Entry &entry)
{
    const QDateTime now = m_services.clock.nowUtc();
    // A clock that ran ahead once must not keep them for longer.
    const auto isWithin = [&now](const QDateTime &time, qint64 seconds) {
        return time.isValid() && time <= now && time.secsTo(now) < seconds;
    };
    const bool isFresh = isWithin(entry.state.fetched, secondsUntilOld);
    const bool hasJustFailed = isWithin(entry.failed, secondsAfterFailure);
    if (!isFresh && !hasJustFailed)
        fetch(connectionId, entry);
}

void SchemaKeeper::refresh(const QString &connectionId)
{
    Entry &entry = entryOf(connectionId);
    if (entry.connection)
        fetch(connectionId, entry);
}

void SchemaKeeper::fetch(const QString &connectionId, Entry &entry)
{
    if (entry.job)
        return;
    entry.job.reset(m_services.source.read(*entry.connection));
    connect(entry.job.get(), &SchemaJob::finished, this,
            [this, connectionId](const Result<KqlSchemaPtr> &outcome) { onFetched(connectionId, outcome); });
    entry.state.isFetching = true;
    emit stateChanged(connectionId);
}

void SchemaKeeper::onFetched(const QString &connectionId, const Result<KqlSchemaPtr> &outcome)
{
    Entry &entry = *find(connectionId);
    entry.job.release()->deleteLater(); // it is this one that speaks
    entry.state.isFetching = false;
    if (!outcome) {
        entry.failed = m_services.clock.nowUtc();
        entry.state.error = outcome.error();
        qCDebug(logSchema, "The tables of %ls were not listed: %ls", qUtf16Printable(connectionId),
                qUtf16Printable(outcome.error().message));
        emit stateChanged(connectionId);
        return;
    }
    entry.failed = {};
    entry.state.error.reset();
    entry.state.fetched = m_services.clock.nowUtc();
    const KqlSchemaPtr listed = *outcome;
    // Who made something of the same tables need not make it again.
    const bool isNews = !entry.schema || entry.schema->tables != listed->tables ||
                        entry.schema->functions != listed->functions;
    if (isNews)
        entry.schema = listed;
    inBackground(
        this,
        [cache = m_services.cache, connection = *entry.connection,
         known = KnownSchema{listed, entry.state.fetched}] { return cache.write(connection, known); },
        [](const Result<void> &written) {
            if (!written)
                qCWarning(logSchema, "%ls", qUtf16Printable(written.error().message));
        });
    if (isNews)
        emit schemaChanged(connectionId);
    emit stateChanged(connectionId);
}

/// Forgets the tables of connections that are gone, or that name another workspace now.
void SchemaKeeper::followConnections()
{
    QStringList ids{QString(embeddedConnectionId)};
    for (const Connection &connection : m_services.connections.connections())
        ids << connection.id;
    inBackground(
        this,
        [cache = m_services.cache, ids] {
            cache.removeAllBut(ids);
            return true;
        },
        [](bool) {});
    QStringList forgotten;
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        const std::optional<Connection> connection = connectionOf(entry.key());
        std::optional<Connection> &known = entry.value()->connection;
        if (known && connection && SchemaCache::isSameWorkspace(*known, *connection)) {
            known = connection;
            entry.value()->failed = {}; // what was wrong with it may be mended
        } else if (known || connection) {
            forgotten << entry.key();
        }
    }
    for (const QString &id : std::as_const(forgotten)) {
        m_entries.remove(id);
        emit schemaChanged(id);
        emit stateChanged(id);
    }
}

} // namespace sonde
