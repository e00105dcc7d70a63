#pragma once

#include "ports/schemasource.h"
#include "stores/schemacache.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <memory>
#include <optional>

namespace sonde {

class Clock;
class ConnectionStore;

/// How well the tables of a connection are known.
struct SchemaState
{
    QDateTime fetched;       ///< when the workspace listed them, UTC; invalid: the built-in tables stand in
    bool isFetching = false; ///< the workspace is being asked
    std::optional<Error> error; ///< why the last asking brought nothing; what was known before stands
    bool operator==(const SchemaState &) const = default;
};

/// What the program knows of the tables of each connection: the built-in ones, then what was kept on disk
/// from the last time, then what the workspace says, which is asked once a day and on demand. Answers at once
/// and fetches behind it. One for all windows, of the GUI thread; files are read and written elsewhere.
class SchemaKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        SchemaSource &source;
        SchemaCache cache;
        ConnectionStore &connections;
        const Clock &clock;
    };
    /// What \a services refers to must outlive it.
    explicit SchemaKeeper(const Services &services, QObject *parent = nullptr);
    ~SchemaKeeper() override;

    /// What is known now, never null; the same pointer until schemaChanged(). Starts reading the disk when \a
    /// connectionId is first named, and asks nobody else. An unknown or empty id has the built-in tables; for
    /// the first moments of the program these are an open schema without tables.
    KqlSchemaPtr schemaOf(const QString &connectionId);
    SchemaState stateOf(const QString &connectionId) const;

    /// A query of this connection is run, or its tables are looked at: the workspace may be asked, and is if
    /// what is known is older than a day. After a failure not again for some minutes.
    void use(const QString &connectionId);
    /// Asks the workspace now, unless that is under way.
    void refresh(const QString &connectionId);

signals:
    /// schemaOf() now gives another pointer.
    void schemaChanged(const QString &connectionId);
    /// stateOf() gives something else.
    void stateChanged(const QString &connectionId);

private:
    struct Entry;
    Entry *find(const QString &connectionId) const;
    Entry &entryOf(const QString &connectionId);
    std::optional<Connection> connectionOf(const QString &connectionId) const;
    void readBuiltin();
    void readCache(const QString &connectionId, Entry &entry);
    void onCacheRead(const QString &connectionId, int serial, const std::optional<KnownSchema> &known);
    void fetchIfDue(const QString &connectionId, Entry &entry);
    void fetch(const QString &connectionId, Entry &entry);
    void onFetched(const QString &connectionId, const Result<KqlSchemaPtr> &outcome);
    void followConnections();

    const Services m_services;
    KqlSchemaPtr m_builtin; ///< open and empty until it is read
    bool m_isBuiltinRead = false;
    QHash<QString, std::shared_ptr<Entry>> m_entries; ///< by the connection's id
    int m_lastSerial = 0;
};

} // namespace sonde
