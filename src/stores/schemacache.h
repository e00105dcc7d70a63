#pragma once

#include "core/connection.h"
#include "core/result.h"
#include "kql/kqlschema.h"

#include <QDateTime>
#include <optional>

namespace sonde {

/// The tables of a workspace, and when it listed them.
struct KnownSchema
{
    KqlSchemaPtr schema;
    QDateTime fetched; ///< UTC
};

/// Keeps what each connection's workspace listed the last time, one JSON file each in a folder that only its
/// owner may enter. Holds nothing but the folder's name; its functions read and write at once, from any
/// thread.
class SchemaCache final
{
public:
    /// \a folder is made with the first write.
    explicit SchemaCache(QString folder);

    /// Whether what one of them lists is what the other lists.
    static bool isSameWorkspace(const Connection &one, const Connection &other);

    /// Nothing where there is no file, where it cannot be understood, or where it is of another workspace
    /// than the connection names now.
    std::optional<KnownSchema> read(const Connection &connection) const;
    /// Io.
    Result<void> write(const Connection &connection, const KnownSchema &known) const;
    void remove(const QString &connectionId) const;
    /// Removes the files of all connections but these.
    void removeAllBut(const QStringList &connectionIds) const;

private:
    QString pathOf(const QString &connectionId) const;

    const QString m_folder;
};

} // namespace sonde
