#pragma once

#include "core/connection.h"
#include "core/result.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <functional>
#include <optional>

class QFileSystemWatcher;

namespace sonde {

/// The connections that were set up, in the user's order, in one JSON file without any secret. Every change
/// is written at once through AtomicFile; what could not be written is not changed in memory either. What a
/// newer version wrote beside the known keys stays in the file. Another program may change the same file:
/// each change is made to what the file holds at that moment, and changes of others are noticed while an
/// event loop runs. For the GUI thread.
class ConnectionStore final : public QObject
{
    Q_OBJECT

public:
    /// \a path is the file; its folder is made with the first write.
    explicit ConnectionStore(QString path, QObject *parent = nullptr);

    /// Reads the file. None is no failure. One that cannot be understood is set aside as `<path>.damaged`
    /// (with a number where there is one already) and reported with Decode, and the list is empty; one that
    /// cannot be read is reported with Io; nothing is written over it.
    Result<void> load();

    const QList<Connection> &connections() const { return m_content.connections; }
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
    /// The connection \a from has the id \a to from now on; who remembers connections by id follows. Before
    /// changed().
    void replaced(const QString &from, const QString &to);
    void changed();

private:
    struct Content
    {
        QList<Connection> connections;
        QJsonObject root;                 ///< as read, for keys that are not ours
        QHash<QString, QJsonObject> read; ///< each connection as read, for the same reason
        QByteArray bytes;                 ///< the file that says all this

        int indexOf(const QString &id) const;
    };
    using Change = std::function<Result<void>(Content &)>;

    /// What the file holds; nothing where there is none. Io where it cannot be read, Decode where it is
    /// damaged.
    Result<std::optional<Content>> readFile() const;
    Result<void> setAside(Error error) const;
    /// Makes \a change to what the file holds now and writes that; nobody else does the same meanwhile.
    /// \a announce is called where that went well, before changed().
    Result<void> apply(const Change &change, const std::function<void()> &announce = {});
    /// The part of it that happens under the lock; says nothing to anybody.
    Result<void> applyAlone(const Change &change);
    /// Of \a content to the file.
    Result<void> write(Content &content) const;
    void watch();
    void noticeOthers();

    QString m_path;
    Content m_content;
    QFileSystemWatcher *m_watcher = nullptr; ///< of the folder, as the file itself is replaced
};

} // namespace sonde
