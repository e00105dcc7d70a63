#include "stores/connectionfile.h"

#include "core/atomicfile.h"
#include "stores/connectionjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionFile)
};

/// Thousands of connections fit in; what is larger is some other file.
constexpr qint64 largestFile = 4 * 1024 * 1024;

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

/// The first key anywhere in \a value that looks like a secret with something in it.
QString secretKeyIn(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &each : array) {
            if (const QString key = secretKeyIn(each); !key.isEmpty())
                return key;
        }
        return {};
    }
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QString key = entry.key();
        const bool isSecret = key.contains(QLatin1String("secret"), Qt::CaseInsensitive) ||
                              key.contains(QLatin1String("password"), Qt::CaseInsensitive) ||
                              key.contains(QLatin1String("token"), Qt::CaseInsensitive);
        const QString text = entry.value().toString();
        // "managementToken" and "logsToken" name a version.
        const bool isVersion = text == QLatin1String("v1") || text == QLatin1String("v2");
        if (isSecret && !text.isEmpty() && !isVersion)
            return key;
        if (const QString inner = secretKeyIn(entry.value()); !inner.isEmpty())
            return inner;
    }
    return {};
}

tl::unexpected<Error> noConnections(const QString &path, const QString &detail)
{
    return failure(ErrorKind::Decode, Words::tr("“%1” holds no connections of Sonde.").arg(shown(path)),
                   Words::tr("Choose a file that was made with Export."), detail);
}

Result<Connection> readEntry(const QJsonObject &json, int number)
{
    const QString name = json.value(QLatin1String("name")).toString().trimmed();
    QJsonObject complete = json;
    // Written by hand: an id is not for people to invent.
    if (!json.contains(QLatin1String("id")))
        complete.insert(QStringLiteral("id"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    std::optional<Connection> connection = connectionjson::read(complete);
    // Secrets are kept under this id: only an id of the kind that connections get may name one.
    if (!connection || name.isEmpty() || !isGuid(connection->id)) {
        return failure(
            ErrorKind::Decode,
            Words::tr("Entry %1 of the file is no connection that this version can read.").arg(number),
            Words::tr("Nothing was imported. Take the entry out or export the connections again."));
    }
    connection->name = name;
    connection->id = connection->id.toLower();
    return *connection;
}

QString cloudName(Cloud cloud)
{
    switch (cloud) {
    case Cloud::Public:
        return Words::tr("Public");
    case Cloud::UsGovernment:
        return Words::tr("US Government");
    case Cloud::China:
        return Words::tr("China");
    case Cloud::Custom:
        return Words::tr("Custom");
    }
    return {};
}

QStringList differencesBetween(const Connection &here, const Connection &there)
{
    QStringList lines;
    const auto compare = [&lines](const QString &what, const QString &mine, const QString &theirs) {
        if (mine == theirs)
            return;
        const QString nothing = QStringLiteral("—");
        //: %1: the name of a field; %2 and %3: its values
        lines << Words::tr("%1: here %2, in the file %3")
                     .arg(what, mine.isEmpty() ? nothing : mine, theirs.isEmpty() ? nothing : theirs);
    };
    compare(Words::tr("Name"), here.name, there.name);
    compare(Words::tr("Cloud"), cloudName(here.cloud), cloudName(there.cloud));
    compare(Words::tr("Tenant"), here.tenant, there.tenant);
    compare(Words::tr("Application id"), here.clientId, there.clientId);
    compare(Words::tr("Workspace id"), here.workspaceId, there.workspaceId);
    compare(Words::tr("Subscription"), here.subscription, there.subscription);
    compare(Words::tr("Resource group"), here.resourceGroup, there.resourceGroup);
    compare(Words::tr("Workspace name"), here.workspace, there.workspace);
    const Endpoints mine = here.endpoints();
    const Endpoints theirs = there.endpoints();
    compare(Words::tr("Sign-in address"), mine.authority.toString(), theirs.authority.toString());
    compare(Words::tr("Logs query address"), mine.logs.toString(), theirs.logs.toString());
    compare(Words::tr("Logs query audience"), mine.logsAudience, theirs.logsAudience);
    compare(Words::tr("Management address"), mine.management.toString(), theirs.management.toString());
    compare(Words::tr("Management audience"), mine.managementAudience, theirs.managementAudience);
    if (mine.logsToken != theirs.logsToken || mine.managementToken != theirs.managementToken)
        lines << Words::tr("The token versions differ.");
    if (here.colour != there.colour)
        lines << Words::tr("The colour differs.");
    if (here.keepsHistory != there.keepsHistory) {
        lines << (there.keepsHistory ? Words::tr("In the file its runs are kept in the history.")
                                     : Words::tr("In the file its runs are not kept in the history."));
    }
    if (lines.isEmpty() && !(here == there))
        lines << Words::tr("The version of the classic search differs.");
    return lines;
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && one.port() == other.port();
}

/// The secret signs in at the authority; what it gets there is shown to the services.
bool signsInElsewhere(const Connection &here, const Connection &there)
{
    const auto same = [](const QString &one, const QString &other) {
        return one.compare(other, Qt::CaseInsensitive) == 0;
    };
    const Endpoints mine = here.endpoints();
    const Endpoints theirs = there.endpoints();
    return mine.authority != theirs.authority || !same(here.tenant, there.tenant) ||
           !same(here.clientId, there.clientId) || !isSameServer(mine.logs, theirs.logs) ||
           !isSameServer(mine.management, theirs.management) ||
           !same(mine.logsAudience, theirs.logsAudience) ||
           !same(mine.managementAudience, theirs.managementAudience);
}

} // namespace

Result<void> ConnectionFile::write(const QString &path, const QList<Connection> &connections)
{
    QJsonArray array;
    for (const Connection &connection : connections)
        array.append(connectionjson::written(connection));
    const QJsonObject root{{QStringLiteral("version"), connectionjson::version},
                           {QStringLiteral("connections"), array}};
    const QByteArray bytes = QJsonDocument(root).toJson();
    return replaceFile(path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

Result<QList<Connection>> ConnectionFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Io, Words::tr("“%1” could not be read.").arg(shown(path)),
                       Words::tr("Check that it is there and who may read it."), file.errorString());
    }
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return noConnections(path, Words::tr("It is larger than 4 MB."));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        //: %1: what the JSON parser said, in English; %2: how many bytes into the file
        return noConnections(path, Words::tr("%1 at byte %2").arg(parsing.errorString()).arg(parsing.offset));
    const QJsonObject root = document.object();
    if (root.contains(QLatin1String("authority")) && root.contains(QLatin1String("clientId"))) {
        return failure(
            ErrorKind::Decode, Words::tr("“%1” holds an endpoints line with its secret.").arg(shown(path)),
            Words::tr("Add a connection and paste the line there; the secret then goes where secrets "
                      "are kept."));
    }
    if (const QString key = secretKeyIn(document.isArray() ? QJsonValue(document.array()) : QJsonValue(root));
        !key.isEmpty()) {
        return failure(
            ErrorKind::Decode, Words::tr("“%1” holds a secret.").arg(shown(path)),
            Words::tr("Nothing was imported. Take “%1” out of the file and enter the secret in the "
                      "connection.")
                .arg(key));
    }
    if (root.value(QLatin1String("version")).toInt(connectionjson::version) > connectionjson::version) {
        return failure(ErrorKind::Decode,
                       Words::tr("“%1” was written by a newer version of Sonde.").arg(shown(path)),
                       Words::tr("Nothing was imported. Update Sonde and try again."));
    }
    const QJsonValue list = root.value(QLatin1String("connections"));
    if (!list.isArray())
        return noConnections(path, Words::tr("It holds no list named “connections”."));
    QList<Connection> connections;
    QStringList ids;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue &entry : entries) {
        const Result<Connection> connection =
            readEntry(entry.toObject(), static_cast<int>(connections.size()) + 1);
        if (!connection)
            return failure(connection.error());
        if (ids.contains(connection->id)) {
            return failure(ErrorKind::Decode, Words::tr("Two entries of the file have the same id."),
                           Words::tr("Nothing was imported. Take “%1” out or export the connections again.")
                               .arg(connection->name));
        }
        ids << connection->id;
        connections << *connection;
    }
    if (connections.isEmpty())
        return noConnections(path, Words::tr("Its list is empty."));
    return connections;
}

QList<ImportedConnection> ConnectionFile::compare(const QList<Connection> &imported,
                                                  const QList<Connection> &existing)
{
    using State = ImportedConnection::State;
    const auto find = [&existing](auto matches) -> const Connection * {
        const auto found = std::find_if(existing.cbegin(), existing.cend(), matches);
        return found == existing.cend() ? nullptr : &*found;
    };
    QList<ImportedConnection> result;
    for (const Connection &connection : imported) {
        ImportedConnection entry;
        entry.connection = connection;
        const Connection *here = find([&connection](const Connection &each) {
            return each.id.compare(connection.id, Qt::CaseInsensitive) == 0;
        });
        if (here != nullptr) {
            // The store's own spelling of the id stays.
            entry.connection.id = here->id;
            entry.state = *here == entry.connection ? State::Same : State::Differs;
        } else {
            here = find([&connection](const Connection &each) {
                return each.name.compare(connection.name, Qt::CaseInsensitive) == 0;
            });
            entry.state = here != nullptr ? State::NameTaken : State::New;
        }
        if (here != nullptr) {
            entry.existingId = here->id;
            if (entry.state == State::Differs || entry.state == State::NameTaken) {
                Connection alike = entry.connection;
                alike.id = here->id;
                entry.differences = differencesBetween(*here, alike);
                entry.signsInElsewhere = signsInElsewhere(*here, alike);
            }
        }
        result << entry;
    }
    return result;
}

} // namespace sonde
