#include "stores/connectionstore.h"

#include "core/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace sonde {

namespace {

constexpr int fileVersion = 1;

QString cloudName(Cloud cloud)
{
    switch (cloud) {
    case Cloud::Public:
        return QStringLiteral("public");
    case Cloud::UsGovernment:
        return QStringLiteral("usgovernment");
    case Cloud::China:
        return QStringLiteral("china");
    case Cloud::Custom:
        return QStringLiteral("custom");
    }
    return {};
}

std::optional<Cloud> cloudFromName(const QString &name)
{
    for (const Cloud cloud : {Cloud::Public, Cloud::UsGovernment, Cloud::China, Cloud::Custom}) {
        if (cloudName(cloud) == name)
            return cloud;
    }
    return {};
}

QString tokenName(TokenVersion version)
{
    return version == TokenVersion::V1 ? QStringLiteral("v1") : QStringLiteral("v2");
}

TokenVersion tokenFromName(const QString &name)
{
    return name == QLatin1String("v1") ? TokenVersion::V1 : TokenVersion::V2;
}

QJsonObject toJson(const Endpoints &endpoints)
{
    return {{QStringLiteral("authority"), endpoints.authority.toString()},
            {QStringLiteral("management"), endpoints.management.toString()},
            {QStringLiteral("logs"), endpoints.logs.toString()},
            {QStringLiteral("managementAudience"), endpoints.managementAudience},
            {QStringLiteral("logsAudience"), endpoints.logsAudience},
            {QStringLiteral("managementToken"), tokenName(endpoints.managementToken)},
            {QStringLiteral("logsToken"), tokenName(endpoints.logsToken)}};
}

Endpoints endpointsFromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    Endpoints endpoints;
    endpoints.authority = QUrl(text("authority"));
    endpoints.management = QUrl(text("management"));
    endpoints.logs = QUrl(text("logs"));
    endpoints.managementAudience = text("managementAudience");
    endpoints.logsAudience = text("logsAudience");
    endpoints.managementToken = tokenFromName(text("managementToken"));
    endpoints.logsToken = tokenFromName(text("logsToken"));
    return endpoints;
}

/// \a json is what was read before, or empty.
QJsonObject toJson(const Connection &connection, QJsonObject json)
{
    json.insert(QStringLiteral("id"), connection.id);
    json.insert(QStringLiteral("name"), connection.name);
    json.insert(QStringLiteral("cloud"), cloudName(connection.cloud));
    if (connection.cloud == Cloud::Custom)
        json.insert(QStringLiteral("endpoints"), toJson(connection.custom));
    else
        json.remove(QStringLiteral("endpoints"));
    json.insert(QStringLiteral("tenant"), connection.tenant);
    json.insert(QStringLiteral("clientId"), connection.clientId);
    json.insert(QStringLiteral("subscription"), connection.subscription);
    json.insert(QStringLiteral("resourceGroup"), connection.resourceGroup);
    json.insert(QStringLiteral("workspace"), connection.workspace);
    json.insert(QStringLiteral("workspaceId"), connection.workspaceId);
    json.insert(QStringLiteral("classicApiVersion"), connection.classicApiVersion);
    return json;
}

/// Nothing where it is no connection that this version understands.
std::optional<Connection> connectionFromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const std::optional<Cloud> cloud = cloudFromName(text("cloud"));
    Connection connection;
    connection.id = text("id");
    if (connection.id.isEmpty() || !cloud)
        return {};
    connection.name = text("name");
    connection.cloud = *cloud;
    if (*cloud == Cloud::Custom)
        connection.custom = endpointsFromJson(json.value(QLatin1String("endpoints")).toObject());
    connection.tenant = text("tenant");
    connection.clientId = text("clientId");
    connection.subscription = text("subscription");
    connection.resourceGroup = text("resourceGroup");
    connection.workspace = text("workspace");
    connection.workspaceId = text("workspaceId");
    if (const QString version = text("classicApiVersion"); !version.isEmpty())
        connection.classicApiVersion = version;
    return connection;
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
        const std::optional<Connection> connection = connectionFromJson(value.toObject());
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

Result<void> ConnectionStore::save(const QList<Connection> &connections)
{
    if (m_unreadable)
        return failure(*m_unreadable);
    QHash<QString, QJsonObject> written;
    QJsonArray array;
    for (const Connection &connection : connections) {
        const QJsonObject json = toJson(connection, m_read.value(connection.id));
        written.insert(connection.id, json);
        array.append(json);
    }
    QJsonObject root = m_root;
    root.insert(QStringLiteral("version"), fileVersion);
    root.insert(QStringLiteral("connections"), array);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
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
