#include "stores/connectionstore.h"

#include "core/atomicfile.h"
#include "stores/connectionjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>
#include <algorithm>

namespace sonde {

namespace {

/// "Name 2" for "Name", "Name 3" for "Name 2", and on until it is free.
QString freeName(const QString &name, const QList<Connection> &taken)
{
    static const QRegularExpression numbered(QStringLiteral("^(.*\\S)\\s+(\\d{1,4})$"));
    const QRegularExpressionMatch match = numbered.match(name);
    const QString stem = match.hasMatch() ? match.captured(1) : name;
    for (int number = match.hasMatch() ? match.captured(2).toInt() + 1 : 2;; ++number) {
        const QString wanted = QStringLiteral("%1 %2").arg(stem).arg(number);
        const bool isTaken =
            std::any_of(taken.cbegin(), taken.cend(), [&wanted](const Connection &connection) {
                return connection.name.compare(wanted, Qt::CaseInsensitive) == 0;
            });
        if (!isTaken)
            return wanted;
    }
}

} // namespace

ConnectionStore::ConnectionStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{}

Result<void> ConnectionStore::load()
{
    m_connections.clear();
    m_root = {};
    m_read.clear();
    m_unreadable.reset();
    QFile file(m_path);
    if (!file.exists()) {
        emit changed();
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        Error error;
        error.kind = ErrorKind::Io;
        error.message =
            tr("The connections in “%1” could not be read.").arg(QDir::toNativeSeparators(m_path));
        error.advice = tr("Check who may read that file; it is left as it is.");
        error.detail = file.errorString();
        m_unreadable = error;
        emit changed();
        return failure(std::move(error));
    }
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsing);
    file.close();
    const QJsonValue list = document.object().value(QLatin1String("connections"));
    if (!list.isArray())
        return setAside(parsing.error != QJsonParseError::NoError ? parsing.errorString()
                                                                  : tr("It holds no list."));
    QList<Connection> connections;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &value : entries) {
        const std::optional<Connection> connection = connectionjson::read(value.toObject());
        if (!connection || m_read.contains(connection->id))
            return setAside(tr("Entry %1 is no connection.").arg(connections.size() + 1));
        m_read.insert(connection->id, value.toObject());
        connections.append(*connection);
    }
    m_root = document.object();
    m_connections = connections;
    emit changed();
    return {};
}

Result<void> ConnectionStore::setAside(const QString &detail)
{
    m_read.clear();
    QString aside = m_path + QStringLiteral(".damaged");
    for (int number = 2; QFileInfo::exists(aside); ++number)
        aside = m_path + QStringLiteral(".damaged.%1").arg(number);
    Error error;
    error.kind = ErrorKind::Decode;
    error.message = tr("The file of the connections is damaged.");
    error.detail = detail;
    if (QFile::rename(m_path, aside)) {
        error.advice =
            tr("It is kept as “%1”; set the connections up again, or mend that file and put it back.")
                .arg(QDir::toNativeSeparators(aside));
    } else {
        error.advice =
            tr("Move “%1” away or mend it; it is left as it is.").arg(QDir::toNativeSeparators(m_path));
        m_unreadable = error;
    }
    emit changed();
    return failure(std::move(error));
}

int ConnectionStore::indexOf(const QString &id) const
{
    const auto found = std::find_if(m_connections.cbegin(), m_connections.cend(),
                                    [&id](const Connection &connection) { return connection.id == id; });
    return found == m_connections.cend() ? -1 : static_cast<int>(found - m_connections.cbegin());
}

std::optional<Connection> ConnectionStore::find(const QString &id) const
{
    const int index = indexOf(id);
    return index < 0 ? std::nullopt : std::optional<Connection>(m_connections.at(index));
}

std::optional<Connection> ConnectionStore::findByName(const QString &name) const
{
    for (const Connection &connection : m_connections) {
        if (connection.name.compare(name, Qt::CaseInsensitive) == 0)
            return connection;
    }
    return {};
}

Result<QString> ConnectionStore::add(Connection connection)
{
    if (connection.id.isEmpty())
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (connection.embedded || connection.id == embeddedConnectionId || indexOf(connection.id) >= 0)
        return failure(ErrorKind::Usage, tr("This connection is there already."), tr("Edit it instead."));
    QList<Connection> changedList = m_connections;
    changedList.append(connection);
    if (auto saved = save(changedList); !saved)
        return failure(saved.error());
    return connection.id;
}

Result<void> ConnectionStore::update(const Connection &connection)
{
    const int index = indexOf(connection.id);
    if (index < 0)
        return failure(ErrorKind::NotFound, tr("This connection is no longer there."), tr("Add it again."));
    QList<Connection> changedList = m_connections;
    changedList.replace(index, connection);
    return save(changedList);
}

Result<void> ConnectionStore::remove(const QString &id)
{
    const int index = indexOf(id);
    if (index < 0)
        return {};
    QList<Connection> changedList = m_connections;
    changedList.removeAt(index);
    return save(changedList);
}

Result<void> ConnectionStore::move(const QString &id, int index)
{
    const int from = indexOf(id);
    if (from < 0)
        return failure(ErrorKind::NotFound, tr("This connection is no longer there."), tr("Add it again."));
    QList<Connection> changedList = m_connections;
    changedList.move(from, std::clamp(index, 0, static_cast<int>(changedList.size()) - 1));
    return save(changedList);
}

QString ConnectionStore::nameBeside(const QString &name) const
{
    return findByName(name) ? freeName(name, m_connections) : name;
}

Result<QString> ConnectionStore::duplicate(const QString &id)
{
    const int index = indexOf(id);
    if (index < 0)
        return failure(ErrorKind::NotFound, tr("This connection is no longer there."), tr("Add it again."));
    Connection copy = m_connections.at(index);
    copy.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    copy.name = freeName(copy.name, m_connections);
    QList<Connection> changedList = m_connections;
    changedList.insert(index + 1, copy);
    // Also what this version does not know about it.
    m_read.insert(copy.id, m_read.value(id));
    if (auto saved = save(changedList); !saved) {
        m_read.remove(copy.id);
        return failure(saved.error());
    }
    return copy.id;
}

Result<void> ConnectionStore::replace(const QString &id, const Connection &connection)
{
    const int index = indexOf(id);
    if (index < 0)
        return failure(ErrorKind::NotFound, tr("This connection is no longer there."), tr("Add it again."));
    if (connection.id != id && (connection.id.isEmpty() || indexOf(connection.id) >= 0))
        return failure(ErrorKind::Usage, tr("Another connection has that id already."),
                       tr("Edit it instead."));
    QList<Connection> changedList = m_connections;
    changedList.replace(index, connection);
    return save(changedList);
}

Result<void> ConnectionStore::save(const QList<Connection> &connections)
{
    if (m_unreadable)
        return failure(*m_unreadable);
    QHash<QString, QJsonObject> written;
    QJsonArray array;
    for (const Connection &connection : connections) {
        const QJsonObject json = connectionjson::written(connection, m_read.value(connection.id));
        written.insert(connection.id, json);
        array.append(json);
    }
    QJsonObject root = m_root;
    // A newer version's keys are still in there, and so is its number.
    root.insert(QStringLiteral("version"),
                std::max(connectionjson::version, root.value(QLatin1String("version")).toInt()));
    root.insert(QStringLiteral("connections"), array);
    if (auto made = makeFolderOf(m_path); !made)
        return made;
    const QByteArray bytes = QJsonDocument(root).toJson();
    if (auto replaced = replaceFile(m_path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        !replaced)
        return replaced;
    m_connections = connections;
    m_read = written;
    m_root = root;
    emit changed();
    return {};
}

} // namespace sonde
