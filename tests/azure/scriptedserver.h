#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <functional>

namespace sonde {

/// A server or proxy on this machine that answers each whole request with the bytes that the test says, and
/// remembers every byte it got.
class ScriptedServer final : public QTcpServer
{
public:
    /// From the request's head and body to the answer; an empty answer keeps silent.
    using Script = std::function<QByteArray(const QByteArray &request)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script))
    {
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        listen(QHostAddress::LocalHost);
    }

    static QByteArray answer(int status, const QByteArray &type, const QByteArray &body,
                             const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Words\r\nContent-Type: " + type +
               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }
    QUrl url(const QString &path = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }

    QByteArray received;
    int connections = 0;

private:
    void read(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->readAll();
        received += bytes;
        QByteArray &buffer = m_buffers[socket];
        buffer += bytes;
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const QByteArray head = buffer.left(headEnd).toLower();
        const qsizetype at = head.indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : head.mid(at + 15).split('\r').first().trimmed().toInt();
        if (buffer.size() < headEnd + 4 + length)
            return;
        const QByteArray request = std::exchange(buffer, {});
        if (const QByteArray reply = m_script(request); !reply.isEmpty())
            socket->write(reply);
    }

    const Script m_script;
    QHash<QTcpSocket *, QByteArray> m_buffers;
};

} // namespace sonde
