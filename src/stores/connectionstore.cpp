#include "stores/connectionstore.h"

#include "core/atomicfile.h"
#include "stores/connectionjson.h"
#include "stores/heldfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QThread>
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

/// Another program holds the lock for the time of one write; all tries together take no longer than a person
/// lets pass for a click.
constexpr int mostTries = 20;
constexpr unsigned long millisecondsBetweenTries = 10;

tl::unexpected<Error> noLongerThere()
{
    return failure(ErrorKind::NotFound, ConnectionStore::tr("This connection is no longer there."),
                   ConnectionStore::tr("Add it again."));
}

} // namespace

ConnectionStore::ConnectionStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{}

Result<std::optional<ConnectionStore::Content>> ConnectionStore::readFile() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::optional<Content>();
    Error error;
    if (!file.open(QIODevice::ReadOnly)) {
        error.kind = ErrorKind::Io;
        error.message =
            tr("The connections in “%1” could not be read.").arg(QDir::toNativeSeparators(m_path));
        error.advice = tr("Check who may read that file; it is left as it is.");
        error.detail = file.errorString();
        return failure(std::move(error));
    }
    Content content;
    content.bytes = file.readAll();
    error.kind = ErrorKind::Decode;
    error.message = tr("The file of the connections is damaged.");
    error.advice =
        tr("Move “%1” away or mend it; it is left as it is.").arg(QDir::toNativeSeparators(m_path));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(content.bytes, &parsing);
    const QJsonValue list = document.object().value(QLatin1String("connections"));
    if (!list.isArray()) {
        error.detail =
            parsing.error != QJsonParseError::NoError ? parsing.errorString() : tr("It holds no list.");
        return failure(std::move(error));
    }
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &value : entries) {
        const std::optional<Connection> connection = connectionjson::read(value.toObject());
        if (!connection || content.read.contains(connection->id)) {
            error.detail = tr("Entry %1 is no connection.").arg(content.connections.size() + 1);
            return failure(std::move(error));
        }
        content.read.insert(connection->id, value.toObject());
        content.connections.append(*connection);
    }
    content.root = document.object();
    return std::optional<Content>(std::move(content));
}

Result<void> ConnectionStore::load()
{
    Result<std::optional<Content>> read = readFile();
    m_content = read ? read->value_or(Content()) : Content();
    watch();
    Result<void> outcome;
    if (!read)
        outcome = read.error().kind == ErrorKind::Decode ? setAside(read.error()) : failure(read.error());
    emit changed();
    return outcome;
}

Result<void> ConnectionStore::setAside(Error error) const
{
    QString aside = m_path + QStringLiteral(".damaged");
    for (int number = 2; QFileInfo::exists(aside); ++number)
        aside = m_path + QStringLiteral(".damaged.%1").arg(number);
    if (QFile::rename(m_path, aside)) {
        error.advice =
            tr("It is kept as “%1”; set the connections up again, or mend that file and put it back.")
                .arg(QDir::toNativeSeparators(aside));
    }
    return failure(std::move(error));
}

void ConnectionStore::watch()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!m_watcher) {
        m_watcher = new QFileSystemWatcher(this);
        connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &ConnectionStore::noticeOthers);
    }
    if (m_watcher->directories().isEmpty() && QFileInfo::exists(folder))
        m_watcher->addPath(folder);
}

void ConnectionStore::noticeOthers()
{
    // What is gone or damaged changes nothing here; the next change says so.
    Result<std::optional<Content>> read = readFile();
    if (!read || !*read || (*read)->bytes == m_content.bytes)
        return;
    m_content = std::move(**read);
    emit changed();
}

int ConnectionStore::Content::indexOf(const QString &id) const
{
    const auto found = std::find_if(connections.cbegin(), connections.cend(),
                                    [&id](const Connection &connection) { return connection.id == id; });
    return found == connections.cend() ? -1 : static_cast<int>(found - connections.cbegin());
}

std::optional<Connection> ConnectionStore::find(const QString &id) const
{
    const int index = m_content.indexOf(id);
    return index < 0 ? std::nullopt : std::optional<Connection>(m_content.connections.at(index));
}

std::optional<Connection> ConnectionStore::findByName(const QString &name) const
{
    for (const Connection &connection : m_content.connections) {
        if (connection.name.compare(name, Qt::CaseInsensitive) == 0)
            return connection;
    }
    return {};
}

Result<QString> ConnectionStore::add(Connection connection)
{
    if (connection.id.isEmpty())
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Result<void> added = apply([&connection](Content &content) -> Result<void> {
        if (connection.isBuiltIn() || builtInConnection(connection.id) || content.indexOf(connection.id) >= 0)
            return failure(ErrorKind::Usage, tr("This connection is there already."), tr("Edit it instead."));
        content.connections.append(connection);
        return {};
    });
    if (!added)
        return failure(added.error());
    return connection.id;
}

Result<void> ConnectionStore::update(const Connection &connection)
{
    return apply([&connection](Content &content) -> Result<void> {
        const int index = content.indexOf(connection.id);
        if (index < 0)
            return noLongerThere();
        content.connections.replace(index, connection);
        return {};
    });
}

Result<void> ConnectionStore::remove(const QString &id)
{
    return apply([&id](Content &content) -> Result<void> {
        if (const int index = content.indexOf(id); index >= 0)
            content.connections.removeAt(index);
        return {};
    });
}

Result<void> ConnectionStore::move(const QString &id, int index)
{
    return apply([&id, index](Content &content) -> Result<void> {
        const int from = content.indexOf(id);
        if (from < 0)
            return noLongerThere();
        content.connections.move(from,
                                 std::clamp(index, 0, static_cast<int>(content.connections.size()) - 1));
        return {};
    });
}

QString ConnectionStore::nameBeside(const QString &name) const
{
    return findByName(name) ? freeName(name, m_content.connections) : name;
}

Result<QString> ConnectionStore::duplicate(const QString &id)
{
    const QString copyId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Result<void> copied = apply([&id, &copyId](Content &content) -> Result<void> {
        const int index = content.indexOf(id);
        if (index < 0)
            return noLongerThere();
        Connection copy = content.connections.at(index);
        copy.id = copyId;
        copy.name = freeName(copy.name, content.connections);
        content.connections.insert(index + 1, copy);
        // Also what this version does not know about it.
        content.read.insert(copyId, content.read.value(id));
        return {};
    });
    if (!copied)
        return failure(copied.error());
    return copyId;
}

Result<void> ConnectionStore::replace(const QString &id, const Connection &connection)
{
    const auto change = [&id, &connection](Content &content) -> Result<void> {
        const int index = content.indexOf(id);
        if (index < 0)
            return noLongerThere();
        if (connection.id != id && (connection.id.isEmpty() || content.indexOf(connection.id) >= 0))
            return failure(ErrorKind::Usage, tr("Another connection has that id already."),
                           tr("Edit it instead."));
        content.connections.replace(index, connection);
        return {};
    };
    return apply(change, [this, &id, &connection] {
        if (connection.id != id)
            emit replaced(id, connection.id);
    });
}

Result<void> ConnectionStore::apply(const Change &change, const std::function<void()> &announce)
{
    if (auto made = makeFolderOf(m_path); !made)
        return made;
    const QList<Connection> known = m_content.connections;
    Result<void> outcome = applyAlone(change);
    watch();
    if (outcome && announce)
        announce();
    // Also where it failed: what another program wrote is known by now.
    if (outcome || m_content.connections != known)
        emit changed();
    return outcome;
}

Result<void> ConnectionStore::applyAlone(const Change &change)
{
    const QString lockPath = m_path + QStringLiteral(".lock");
    Result<std::unique_ptr<HeldFile>> lock = HeldFile::tryHold(lockPath);
    for (int tries = 1; lock && !*lock && tries < mostTries; ++tries) {
        QThread::msleep(millisecondsBetweenTries);
        lock = HeldFile::tryHold(lockPath);
    }
    if (lock && !*lock) {
        return failure(ErrorKind::Io, tr("Another Sonde is changing the connections at this moment."),
                       tr("Try again."), QDir::toNativeSeparators(lockPath));
    }
    // Where no lock can be made nothing can be written either, mostly, and that says better why. Where it can
    // all the same, as on a file system that knows no locks, a user's change comes first.
    const auto unlock = qScopeGuard([&lock] {
        if (lock)
            (*lock)->removeFile();
    });
    Result<std::optional<Content>> read = readFile();
    if (!read)
        return failure(read.error());
    // A file that somebody took away comes back with what is known of it.
    if (*read && (*read)->bytes != m_content.bytes)
        m_content = std::move(**read);
    Content content = m_content;
    if (auto made = change(content); !made)
        return made;
    if (auto written = write(content); !written)
        return written;
    m_content = std::move(content);
    return {};
}

Result<void> ConnectionStore::write(Content &content) const
{
    QHash<QString, QJsonObject> written;
    QJsonArray array;
    for (const Connection &connection : std::as_const(content.connections)) {
        const QJsonObject json = connectionjson::written(connection, content.read.value(connection.id));
        written.insert(connection.id, json);
        array.append(json);
    }
    // A newer version's keys are still in there, and so is its number.
    content.root.insert(
        QStringLiteral("version"),
        std::max(connectionjson::version, content.root.value(QLatin1String("version")).toInt()));
    content.root.insert(QStringLiteral("connections"), array);
    content.read = written;
    content.bytes = QJsonDocument(content.root).toJson();
    return replaceFile(m_path, {content.bytes.constData(), static_cast<std::size_t>(content.bytes.size())});
}

} // namespace sonde
