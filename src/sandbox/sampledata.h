#pragma once

#include "core/result.h"
#include "engine/engine.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace sonde {

/// The rows of the embedded workspace: made once from a seed, kept in a file of the cache folder that every
/// process opens for reading only. The file holds how old rows are, not when they were, so they are minutes
/// old at every start.
struct SampleData
{
    struct Options
    {
        qint64 rows = 200'000; ///< of all tables together, over 30 days; at least 1 000 are made
        quint64 seed = 1;
        QString folder; ///< where the file lies; empty: `sonde` in the user's cache folder
        /// A database that FileImport::run() made: its tables stand beside these, or alone with `rows` 0.
        QString imported{};
    };

    Database database;
    QList<EngineTable>
        tables; ///< times counted back from the moment given to open(); imported ones as they are

    /// Opens the file, or builds it under another name and renames it (about a second). A file that is
    /// damaged or of another version of the data is built anew; several processes may do so at the same time.
    /// Fails with Io.
    static Result<SampleData> open(const Options &options, const QDateTime &nowUtc);
    /// Where the file of these options lies.
    static QString filePath(const Options &options);
    /// The names of the sample tables that there are with these options.
    static QStringList tableNames(const Options &options);
};

} // namespace sonde
