#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace sonde {

namespace {

constexpr int protocolVersion = 1;
/// Room for thousands of paths.
constexpr qint64 longestLine = qint64(1) << 20;
/// So long a program may take to say what it wants.
constexpr int patienceMs = 5000;

const QByteArray agreement = QByteArrayLiteral("{\"ok\":true}\n");
const QByteArray confirmation = QByteArrayLiteral("go\n");
const QByteArray refusal = QByteArrayLiteral("{\"ok\":false}\n");

/// The socket's folder is the user's own already; where it is not, the system still knows who asks.
bool isOwnUser([[maybe_unused]] const QLocalSocket &socket)
{
#ifdef Q_OS_LINUX
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) ==
               0 &&
           peer.uid == ::geteuid();
#else
    return true;
#endif
}

int leftOf(const QDeadlineTimer &deadline)
{
    return static_cast<int>(std::max<qint64>(1, deadline.remainingTime()));
}

} // namespace

QByteArray toJson(const HandOver &request)
{
    const QJsonObject json{{QStringLiteral("version"), protocolVersion},
                           {QStringLiteral("files"), QJsonArray::fromStringList(request.files)},
                           {QStringLiteral("demo"), request.demo},
                           {QStringLiteral("newQuery"), request.newQuery},
                           {QStringLiteral("activationToken"), QString::fromUtf8(request.activationToken)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<HandOver> handOverFromJson(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json.value(QStringLiteral("version")).toInt() != protocolVersion)
        return {};
    HandOver request;
    for (const QJsonValue &file : json.value(QStringLiteral("files")).toArray()) {
        if (!file.toString().startsWith(u'/') && file.toString().indexOf(u':') != 1)
            return {}; // relative to a folder that is not this program's
        request.files.append(file.toString());
    }
    request.demo = json.value(QStringLiteral("demo")).toBool();
    request.newQuery = json.value(QStringLiteral("newQuery")).toBool();
    request.activationToken = json.value(QStringLiteral("activationToken")).toString().toUtf8();
    return request;
}

QString SingleInstance::socketPath(const QString &sessionFolder)
{
    // Short, since the system allows a hundred letters; of the folder, since one user may have several homes.
    const QByteArray digest =
        QCryptographicHash::hash(sessionFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    // Each start of a Flatpak has a runtime folder of its own; they share this one in it.
    if (const QString flatpak = qEnvironmentVariable("FLATPAK_ID"); !flatpak.isEmpty())
        folder += QStringLiteral("/app/") + flatpak;
    return folder + QStringLiteral("/sonde-") + QString::fromLatin1(digest) + QStringLiteral(".socket");
}

SingleInstance::SingleInstance(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection())
            serve(socket);
    });
    QLocalServer::removeServer(m_path);
    return m_server->listen(m_path);
}

void SingleInstance::serve(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    if (!isOwnUser(*socket)) {
        socket->abort();
        return;
    }
    QTimer::singleShot(patienceMs, socket, &QLocalSocket::abort);
    socket->setReadBufferSize(longestLine);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { takeLine(socket); });
    takeLine(socket);
}

void SingleInstance::takeLine(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= longestLine)
            socket->abort();
        return;
    }
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    const std::optional<HandOver> request = handOverFromJson(socket->readLine(longestLine));
    if (!request) {
        socket->write(refusal);
        socket->disconnectFromServer();
        return;
    }
    // Who waited too long has a session of its own by now, and does not say that it agrees.
    connect(socket, &QLocalSocket::readyRead, this, [this, socket, request = *request] {
        if (!socket->canReadLine())
            return;
        const bool isMeant = socket->readLine() == confirmation;
        socket->disconnectFromServer();
        if (isMeant)
            emit requested(request);
    });
    socket->write(agreement);
}

bool SingleInstance::handOver(const QString &path, const HandOver &request, std::chrono::milliseconds atMost)
{
    const QDeadlineTimer deadline(atMost);
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(leftOf(deadline)))
        return false;
    socket.write(toJson(request));
    while (!socket.canReadLine() && !deadline.hasExpired()) {
        if (!socket.waitForReadyRead(leftOf(deadline)))
            break;
    }
    if (!socket.canReadLine() || socket.readLine() != agreement)
        return false;
    socket.write(confirmation);
    return socket.waitForBytesWritten(leftOf(deadline));
}

} // namespace sonde
