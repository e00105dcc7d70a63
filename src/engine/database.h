#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <memory>

namespace sonde {

/// A DuckDB database: opened once, shut to files and hosts, with Sonde's own KQL functions registered.
/// Connections to it are cheap; each belongs to one thread at a time. A copy shares the database, which
/// closes with the last one.
class Database
{
public:
    /// Another database's file, which is only read; its tables are ALIAS.main.NAME.
    struct Attached
    {
        QString alias; ///< letters only, the program's own
        QString path;
    };
    struct Options
    {
        int memoryLimitMb = 512; ///< DuckDB's own default is most of the machine
        int threads = 2;
        QString temporaryFolder; ///< where it may spill to; empty: nowhere
        QList<Attached> attached{};
    };

    /// An empty database in memory.
    static Result<Database> inMemory(const Options &options);
    static Result<Database> inMemory() { return inMemory(Options()); }
    /// An existing file, which several processes may read at the same time.
    static Result<Database> openReadOnly(const QString &path, const Options &options);
    static Result<Database> openReadOnly(const QString &path) { return openReadOnly(path, Options()); }
    /// A new file that nobody else may have open (DuckDB allows one writing process and then no readers). The
    /// file is complete once the last copy is gone.
    static Result<Database> create(const QString &path, const Options &options);
    static Result<Database> create(const QString &path) { return create(path, Options()); }

    /// Runs statements that give no rows: what the program itself writes, never a user's text. Io with
    /// DuckDB's words. Temporary objects do not outlive the call.
    Result<void> execute(const QString &sql) const;

    /// DuckDB's own handle (`duckdb_database`), for the engine and for appenders; valid as long as a copy
    /// lives.
    void *handle() const;

private:
    struct Shared;
    explicit Database(std::shared_ptr<Shared> shared);
    static Result<Database> open(const QString &path, bool readOnly, const Options &options);
    std::shared_ptr<Shared> m_shared;
};

} // namespace sonde
