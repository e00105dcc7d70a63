#include "local/localschemasource.h"

namespace sonde {

LocalSchemaSource::LocalSchemaSource(const LocalTables &tables, SchemaSource &others)
    : m_tables(tables)
    , m_others(others)
{}

SchemaJob *LocalSchemaSource::read(const Connection &connection)
{
    if (!connection.local)
        return m_others.read(connection);
    auto *job = new SchemaJob;
    // With the tables as they are then.
    QMetaObject::invokeMethod(
        job, [this, job] { emit job->finished(m_tables.schema()); }, Qt::QueuedConnection);
    return job;
}

} // namespace sonde
