#include "local/localdatabase.h"

#include <QFile>
#include <QSet>
#include <QThread>

#include <algorithm>

namespace sonde {

namespace {

/// Of DuckDB, which then spills; the rows of an answer are beside it.
constexpr int memoryLimitMb = 1024;
constexpr int mostThreads = 8;

} // namespace

LocalDatabase::File::File(QString filePath, QString fileAlias)
    : path(std::move(filePath))
    , alias(std::move(fileAlias))
{}

LocalDatabase::File::~File()
{
    QFile::remove(path);
}

LocalDatabase::LocalDatabase(KqlService &service, QList<Source> sources, QString temporaryFolder)
    : m_service(service)
    , m_sources(std::move(sources))
    , m_temporaryFolder(std::move(temporaryFolder))
{}

Result<const Engine *> LocalDatabase::engine() const
{
    const std::lock_guard lock(m_mutex);
    if (m_engine)
        return m_engine.get();
    Database::Options options;
    options.memoryLimitMb = memoryLimitMb;
    options.threads = std::clamp(QThread::idealThreadCount(), 1, mostThreads);
    options.temporaryFolder = m_temporaryFolder;
    QSet<QString> attached;
    QList<EngineTable> tables;
    for (const Source &source : m_sources) {
        if (!attached.contains(source.file->alias))
            options.attached += {source.file->alias, source.file->path};
        attached.insert(source.file->alias);
        tables += source.table;
    }
    auto database = Database::inMemory(options);
    if (!database)
        return failure(database.error());
    m_engine = std::make_unique<Engine>(*std::move(database), m_service, std::move(tables));
    return m_engine.get();
}

} // namespace sonde
