#pragma once

#include "kql/kqlschema.h"
#include "ports/schemasource.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <memory>
#include <optional>

namespace sonde {

class Clock;
class ConnectionStore;
class SchemaCache;

/// What is known of a connection's tables, and how well.
struct SchemaState
{
    QDateTime fetched;          ///< when the workspace said it, UTC; invalid: the built-in tables stand in
    bool isFetching = false;    ///< the workspace is being asked
    std::optional<Error> error; ///< why the last asking brought nothing; what was known before stands
};

/// What the program knows of the tables of each connection: the built-in ones, then what was kept on disk
/// from the last time, then what the workspace says, which is asked once a day and on demand. Answers at once
/// and fetches behind it. One for all windows, of the GUI thread; all reading and writing is done elsewhere.
class SchemaKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        SchemaSource &source;
        SchemaCache &cache;
        ConnectionStore &connections;
        const Clock &clock;
    };
    /// All of \a services must outlive it.
    explicit SchemaKeeper(const Services &services, QObject *parent = nullptr);
    ~SchemaKeeper() override;

    /// What is known now, never null; the same pointer until schemaChanged(). Reads the cache in the
    /// background when \a connectionId is first named; asks nobody but the disk. An unknown or empty id gives
    /// the built-in tables.
    KqlSchemaPtr schemaOf(const QString &connectionId);
    SchemaState stateOf(const QString &connectionId) const;

    /// A query of this connection is run, or its tables are looked at: the workspace may be asked, and is if
    /// what is known is older than a day.
    void use(const QString &connectionId);
    /// Asks the workspace now, unless that is under way.
    void refresh(const QString &connectionId);

signals:
    /// schemaOf() now gives another pointer.
    void schemaChanged(const QString &connectionId);
    /// stateOf() changed.
    void stateChanged(const QString &connectionId);

private:
    struct Entry;
    Entry &entryOf(const QString &connectionId);
    void onCacheRead(const QString &connectionId);
    void fetch(const QString &connectionId);
    void onFetched(const QString &connectionId, const Result<KqlSchemaPtr> &outcome);
    void dropRemoved();

    const Services m_services;
    QHash<QString, std::shared_ptr<Entry>> m_entries;
};

} // namespace sonde
