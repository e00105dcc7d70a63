#pragma once

#include "core/cancelstate.h"
#include "core/result.h"
#include "engine/engine.h"
#include "ports/importguess.h"
#include "results/writers.h"

#include <functional>

namespace sonde {

struct ImportProgress
{
    QString path;         ///< of the file that is being read
    qint64 bytesRead = 0; ///< of all files
    qint64 bytes = 0;
};

/// A person's files on their way into a DuckDB database. First guess() each file, show what it was taken for,
/// let it be corrected; then run(). For worker threads.
class FileImport
{
public:
    struct Options
    {
        int memoryLimitMb = 1024; ///< of DuckDB; beside it a few MB
        int threads = 0;          ///< 0: one for each core
    };
    /// In the thread of run(), several times a second.
    using ProgressHandler = std::function<void(const ImportProgress &)>;

    /// Looks at the beginning of a file. Fails with NotFound or Io where it cannot be read, with Decode where
    /// it is of no kind that can become a table, and with Cancelled.
    static Result<ImportGuess> guess(const ImportSource &source, const CancelState &cancel);

    /// Usage where two tables have one name, or one has one of \a taken.
    static Result<void> checkNames(const QList<ImportGuess> &guesses, const QStringList &taken);

    /// Reads all files into a new database at \a target, which is there as a whole or not at all: it is
    /// built under another name in the same folder. Returns sentences on what was not taken as it was
    /// guessed. Fails as guess() does.
    static Result<QStringList> run(const QList<ImportGuess> &guesses, const QString &target,
                                   const Options &options, const ProgressHandler &progress,
                                   const CancelState &cancel);

    /// Makes a table of rows that are in memory, in a new database as run() does. Its columns are those of
    /// the selection, with names of their own where it has one name twice. Fails with Io and Cancelled.
    static Result<void> writeRows(const QString &name, const Selection &rows, const QString &target,
                                  const Options &options, const WriteProgress &progress,
                                  const CancelState &cancel);

    /// The tables of a database that run() or writeRows() made, which \a database has attached as \a alias.
    static Result<QList<EngineTable>> tablesOf(const Database &database, const QString &alias);
};

} // namespace sonde
