#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "kql/kqlschema.h"

#include <QObject>

namespace sonde {

/// One reading of a workspace's tables under way: a QObject of the thread that asked, owned by the caller.
/// Deleting it ends the reading and nothing is signalled.
class SchemaJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    /// Once, and never from within read(). The schema of a workspace without tables has none and is no
    /// failure.
    void finished(const sonde::Result<sonde::KqlSchemaPtr> &outcome);
};

/// Asks workspaces for their tables, columns and functions. Implemented over the network (azure) and by a
/// fake in the widgets' tests. Used from the GUI thread; the answer is read on a worker thread.
class SchemaSource
{
public:
    virtual ~SchemaSource() = default;
    /// Fails with what a search of \a connection would fail with, and with Usage where it has no workspace
    /// id.
    virtual SchemaJob *read(const Connection &connection) = 0;
};

} // namespace sonde
