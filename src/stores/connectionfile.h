#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QList>
#include <QStringList>

namespace sonde {

/// A connection that came out of a file, beside those that are there already.
struct ImportedConnection
{
    enum class State {
        New,      ///< neither its id nor its name is known
        Same,     ///< it is there already, just as it is
        Differs,  ///< its id is known, its values are others
        NameTaken ///< its id is new, but another connection has its name
    };
    Connection connection;
    State state = State::New;
    QString existingId; ///< of Same, Differs and NameTaken: the one that is there
    /// Of Differs and NameTaken: what is not the same, one line each ("Tenant: here …, in the file …").
    QStringList differences;
    /// Of Differs and NameTaken: whether it signs in elsewhere, as another application, or for other
    /// services, so that the secret of the one that is there would not be meant for it.
    bool signsInElsewhere = false;
};

/// Connections in a file of their own, to carry to another machine or colleague: the layout of the store's
/// file, and no secret.
class ConnectionFile final
{
public:
    /// Replaces \a path as a whole.
    static Result<void> write(const QString &path, const QList<Connection> &connections);

    /// Every connection of the file or none. Decode with words for a person where the file is damaged, of a
    /// newer version, too large, or holds a secret; Io where it cannot be read.
    static Result<QList<Connection>> read(const QString &path);

    /// What an import of \a imported into \a existing would bring. Nothing is changed.
    static QList<ImportedConnection> compare(const QList<Connection> &imported,
                                             const QList<Connection> &existing);
};

} // namespace sonde
