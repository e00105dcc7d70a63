#pragma once

#include "engine/engine.h"

#include <QStringList>
#include <functional>
#include <mutex>

namespace sonde {

/// The person's tables as they were at one moment, ready to be searched. Immutable; a run keeps the one it
/// began with, so that tables that come or go meanwhile change nothing for it.
class LocalDatabase
{
public:
    /// The database of one import, which goes off the disk with the last copy.
    struct File
    {
        File(QString path, QString alias);
        ~File();
        File(const File &) = delete;
        File &operator=(const File &) = delete;
        const QString path;
        const QString alias; ///< letters only, as Database::Attached wants it
    };
    using FilePtr = std::shared_ptr<const File>;
    struct Source
    {
        FilePtr file;
        EngineTable table; ///< its source names the file by its alias
    };

    /// \a service outlives it. Queries may spill into \a temporaryFolder.
    LocalDatabase(KqlService &service, QList<Source> sources, QString temporaryFolder);

    /// Opens the files on the first call; from any thread. Owned by this. Fails with Io.
    Result<const Engine *> engine() const;

private:
    KqlService &m_service;
    const QList<Source> m_sources;
    const QString m_temporaryFolder;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<Engine> m_engine; ///< guarded by m_mutex
};

} // namespace sonde
