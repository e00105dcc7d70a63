#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <optional>

namespace sonde {

/// The connections that were set up, in the user's order, in one JSON file without any secret. Every change
/// is written at once through AtomicFile; what could not be written is not changed in memory either. What a
/// newer version wrote beside the known keys stays in the file. For the GUI thread.
class ConnectionStore final : public QObject
{
    Q_OBJECT

public:
    /// \a path is the file; its folder is made with the first write.
    explicit ConnectionStore(QString path, QObject *parent = nullptr);

    /// Reads the file. None is no failure. One that cannot be understood is set aside as `<path>.damaged`
    /// (with a number where there is one already) and reported with Decode, and the list is empty; one that
    /// cannot be read is reported with Io and then nothing is written over it.
    Result<void> load();

    const QList<Connection> &connections() const { return m_connections; }
    std::optional<Connection> find(const QString &id) const;
    std::optional<Connection> findByName(const QString &name) const;

    /// Behind the others. An empty id is replaced by a fresh one; the id is returned. Usage where it is
    /// taken.
    Result<QString> add(Connection connection);
    /// NotFound where the id is not there.
    Result<void> update(const Connection &connection);
    Result<void> remove(const QString &id);
    /// Puts a copy with a fresh id and a name of its own ("Name 2") behind it and returns the copy's id.
    Result<QString> duplicate(const QString &id);
    /// Puts \a connection, which may have another id, in the place of the one with \a id. Usage where its id
    /// belongs to a third one.
    Result<void> replace(const QString &id, const Connection &connection);
    /// \a name, or where a connection has that name already the next free one: "Name 2".
    QString nameBeside(const QString &name) const;
    /// To that place in the order, which is brought into bounds.
    Result<void> move(const QString &id, int index);

signals:
    void changed();

private:
    int indexOf(const QString &id) const;
    Result<void> save(const QList<Connection> &connections);
    Result<void> setAside(const QString &detail);

    QString m_path;
    QList<Connection> m_connections;
    QJsonObject m_root;                 ///< as read, for keys that are not ours
    QHash<QString, QJsonObject> m_read; ///< each connection as read, for the same reason
    std::optional<Error> m_unreadable;
};

} // namespace sonde
