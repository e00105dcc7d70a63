#pragma once

#include "core/cancelstate.h"
#include "core/result.h"

#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace sonde {

/// A DuckDB database that an import fills. It can reach the files that it is given and nothing else: external
/// access is off and the configuration is locked before the first statement. One thread. Internal to the
/// import.
class ImportDatabase
{
public:
    struct Options
    {
        QString path;         ///< of the database; empty: in memory
        QStringList readable; ///< the only files that statements may read
        int memoryLimitMb = 512;
        int threads = 2;
        QString temporaryFolder; ///< where it may spill to; empty: nowhere
    };
    /// Of a row: texts, nothing for null. Valid during the call. false ends the reading.
    using RowVisitor = std::function<bool(std::span<const std::optional<std::string_view>>)>;
    /// From 0 to 1.
    using Progress = std::function<void(double)>;

    /// Fails with Io.
    static Result<std::unique_ptr<ImportDatabase>> open(const Options &options);
    /// The path as DuckDB's readers take it: they read patterns, in which `*`, `?` and `[` mean something.
    static QString pattern(const QString &path);
    ~ImportDatabase();
    ImportDatabase(const ImportDatabase &) = delete;
    ImportDatabase &operator=(const ImportDatabase &) = delete;

    /// A statement that the program wrote. Fails with Io and DuckDB's words as detail, as all below do.
    Result<void> execute(const QString &sql);
    /// The same, with what comes from a file or a person as the values of $1, $2...
    Result<void> run(const QString &sql, const QStringList &values, const Progress &progress,
                     const CancelState &cancel);
    /// The rows of a query, of which all columns are VARCHAR.
    Result<void> read(const QString &sql, const QStringList &values, const RowVisitor &visit,
                      const CancelState &cancel);

    void *connection() const; ///< a `duckdb_connection`

private:
    class Private;
    explicit ImportDatabase(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace sonde
