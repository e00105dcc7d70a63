#include "azure/cacertificates.h"
#include "azure/httpreply.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace sonde;

namespace {

/// Answers every connection's first request with the same bytes, as fast as they are taken.
template <typename Server>
class ByteServer final : public Server
{
public:
    explicit ByteServer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = this->nextPendingConnection();
            ++connections;
            // Else a system with large buffers takes the whole answer before anyone has said how much is
            // wanted.
            socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, 256 * 1024);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                requests += socket->readAll();
                if (std::exchange(m_answered[socket], true))
                    return;
                sendSome(socket);
            });
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [this, socket] { sendSome(socket); });
        });
        this->listen(QHostAddress::LocalHost);
    }
    QUrl url() const
    {
        return QUrl(
            QStringLiteral("%1://127.0.0.1:%2/path")
                .arg(std::is_same_v<Server, QSslServer> ? QStringLiteral("https") : QStringLiteral("http"))
                .arg(this->serverPort()));
    }

    QByteArray requests;
    int connections = 0;
    qint64 sent = 0;
    bool closeAfter = false;

private:
    void sendSome(QTcpSocket *socket)
    {
        if (socket->bytesToWrite() > 256 * 1024)
            return;
        qint64 &at = m_sent[socket];
        const QByteArray piece = m_answer.mid(at, 256 * 1024);
        at += piece.size();
        sent += piece.size();
        if (!piece.isEmpty())
            socket->write(piece);
        else if (closeAfter && socket->bytesToWrite() == 0)
            socket->disconnectFromHost();
    }

    QByteArray m_answer;
    QHash<QTcpSocket *, qint64> m_sent;
    QHash<QTcpSocket *, bool> m_answered;
};

QByteArray chunked(const QByteArray &body, qsizetype size)
{
    QByteArray out =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (qsizetype at = 0; at < body.size(); at += size) {
        const QByteArray piece = body.mid(at, size);
        out += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return out + "0\r\n\r\n";
}

QString certificate(const char *name)
{
    return QStringLiteral(SONDE_CERTIFICATES "/") + QLatin1String(name);
}

HttpRequest get(const QUrl &url)
{
    HttpRequest http;
    http.url = url;
    http.sizeCap = 1'000'000'000;
    return http;
}

} // namespace

/// What a fake network cannot show: the real manager over real sockets on this machine.
class TestHttpServer : public QObject
{
    Q_OBJECT

private slots:
    void slowReaderSlowsTheSender();
    void cutBodyIsOffline();
    void silenceIsATimeout();
    void refusedIsOffline();
    void statusesAreAnswers_data();
    void statusesAreAnswers();
    void redirectElsewhereIsNotFollowed_data();
    void redirectElsewhereIsNotFollowed();
    void certificatesAreChecked_data();
    void certificatesAreChecked();

private:
    struct Bench
    {
        explicit Bench(const QString &caFile = {})
            : client(std::make_shared<SystemClock>(), std::make_shared<TimerScheduler>(), {})
        {
            HttpAccess access;
            if (!caFile.isEmpty())
                access.certificates = readCaCertificates(caFile).value();
            client.configure(access);
        }
        HttpClient client;
    };
};

void TestHttpServer::slowReaderSlowsTheSender()
{
    const QByteArray body(60'000'000, 'x');
    ByteServer<QTcpServer> server(chunked(body, 50'000));
    Bench bench;
    const auto reply = bench.client.send(get(server.url()));
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(reply->status(), 200);
    // Nobody reads: what is under way is what the buffers of Qt and the kernel hold, and no more.
    QVERIFY(!finished.wait(300));
    const qint64 before = server.sent;
    QVERIFY2(before < 30'000'000, qPrintable(QString::number(before)));
    qint64 read = 0;
    const auto drain = [&] {
        for (QByteArray piece = reply->read(256 * 1024); !piece.isEmpty(); piece = reply->read(256 * 1024))
            read += piece.size();
    };
    connect(reply.get(), &HttpReply::progressed, this, drain);
    drain();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QVERIFY(!reply->error());
    QCOMPARE(read, body.size());
}

void TestHttpServer::cutBodyIsOffline()
{
    const QByteArray whole = chunked(QByteArray(100'000, 'x'), 10'000);
    ByteServer<QTcpServer> server(whole.left(whole.size() / 2));
    server.closeAfter = true;
    Bench bench;
    const auto reply = bench.client.send(get(server.url()));
    qint64 read = 0;
    connect(reply.get(), &HttpReply::progressed, this, [&] { read += reply->read(1'000'000).size(); });
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(reply->error());
    QCOMPARE(reply->error()->kind, ErrorKind::Offline);
    QVERIFY(read > 0);
}

void TestHttpServer::silenceIsATimeout()
{
    ByteServer<QTcpServer> server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    Bench bench;
    HttpRequest http = get(server.url());
    http.inactivityTimeout = std::chrono::milliseconds(200);
    const auto reply = bench.client.send(http);
    connect(reply.get(), &HttpReply::progressed, this, [&] { reply->read(1000); });
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(reply->error()->kind, ErrorKind::Timeout);
}

void TestHttpServer::refusedIsOffline()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(closed.serverPort()));
    closed.close();
    // A proxy in the environment is not asked about this machine itself.
    qputenv("http_proxy", "http://192.0.2.1:9");
    Bench bench;
    const auto reply = bench.client.send(get(url));
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    qunsetenv("http_proxy");
    QCOMPARE(reply->error()->kind, ErrorKind::Offline);
    QCOMPARE(reply->error()->message, QStringLiteral("The server “127.0.0.1” refused the connection."));
}

void TestHttpServer::statusesAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 405, 408, 409, 410, 418, 429, 499, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

/// Qt turns every status into a code of its own kind (400 into a protocol error); what counts is that the
/// service answered, and what it said.
void TestHttpServer::statusesAreAnswers()
{
    QFETCH(int, status);
    ByteServer<QTcpServer> server("HTTP/1.1 " + QByteArray::number(status) +
                                  " Words\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n"
                                  "{\"error\":{}}");
    Bench bench;
    HttpRequest http = get(server.url());
    http.bearer = "TOKEN";
    const auto reply = bench.client.send(http);
    QByteArray body;
    connect(reply.get(), &HttpReply::progressed, this, [&] { body += reply->read(1000); });
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY2(!reply->error(), reply->error() ? qPrintable(reply->error()->message) : "");
    QCOMPARE(reply->status(), status);
    QCOMPARE(body, QByteArray("{\"error\":{}}"));
}

void TestHttpServer::redirectElsewhereIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("verb");
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const char *verb : {"GET", "POST"})
            QTest::addRow("%d %s", status, verb) << status << QByteArray(verb);
    }
}

/// Another port is another server. 307 and 308 would have the body, with the client's secret in it, sent
/// again.
void TestHttpServer::redirectElsewhereIsNotFollowed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, verb);
    ByteServer<QTcpServer> thief("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    ByteServer<QTcpServer> server("HTTP/1.1 " + QByteArray::number(status) + " Elsewhere\r\nLocation: " +
                                  thief.url().toEncoded() + "\r\nContent-Length: 0\r\n\r\n");
    Bench bench;
    HttpRequest http = get(server.url());
    http.verb = verb;
    http.bearer = "TOKEN";
    if (verb == "POST") {
        http.body = "client_secret=SECRET";
        http.contentType = "application/x-www-form-urlencoded";
    }
    const auto reply = bench.client.send(http);
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(server.requests.contains("TOKEN"));
    QVERIFY(reply->error());
    QCOMPARE(reply->error()->kind, ErrorKind::Service);
    QVERIFY(reply->error()->message.contains(QLatin1String("redirected")));
    // Another connection of ours to the same place comes through: nothing was on its way before it.
    QTcpSocket later;
    later.connectToHost(QHostAddress::LocalHost, thief.serverPort());
    QTRY_COMPARE(thief.connections, 1);
    QCOMPARE(thief.requests, QByteArray());
}

void TestHttpServer::certificatesAreChecked_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("trusted");
    QTest::addColumn<QString>("message"); // empty: accepted
    QTest::newRow("trusted issuer") << certificate("valid.pem") << certificate("ca.pem") << QString();
    QTest::newRow("unknown issuer") << certificate("valid.pem") << QString()
                                    << QStringLiteral(
                                           "The certificate of “127.0.0.1” was issued by nobody that this "
                                           "machine trusts.");
    QTest::newRow("self-signed") << certificate("selfsigned.pem") << QString()
                                 << QStringLiteral("The certificate of “127.0.0.1” is self-signed.");
    QTest::newRow("self-signed and trusted")
        << certificate("selfsigned.pem") << certificate("selfsigned.pem") << QString();
    QTest::newRow("expired") << certificate("expired.pem") << certificate("ca.pem")
                             << QStringLiteral("The certificate of “127.0.0.1” has expired.");
    QTest::newRow("wrong name") << certificate("wrongname.pem") << certificate("ca.pem")
                                << QStringLiteral(
                                       "The certificate that answered for “127.0.0.1” belongs to another "
                                       "name.");
}

void TestHttpServer::certificatesAreChecked()
{
    QFETCH(QString, shown);
    QFETCH(QString, trusted);
    QFETCH(QString, message);
    ByteServer<QSslServer> server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    QFile keyFile(certificate("server.key"));
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    ssl.setLocalCertificate(QSslCertificate::fromPath(shown).value(0));
    ssl.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    ssl.setPeerVerifyMode(QSslSocket::VerifyNone);
    server.setSslConfiguration(ssl);

    Bench bench(trusted);
    HttpRequest http = get(server.url());
    http.bearer = "TOKEN";
    const auto reply = bench.client.send(http);
    connect(reply.get(), &HttpReply::progressed, this, [&] { reply->read(1000); });
    QSignalSpy finished(reply.get(), &HttpReply::finished);
    QTRY_COMPARE(finished.count(), 1);
    if (message.isEmpty()) {
        QVERIFY2(!reply->error(), reply->error() ? qPrintable(reply->error()->detail) : "");
        QCOMPARE(reply->status(), 200);
        return;
    }
    QVERIFY(reply->error());
    QCOMPARE(reply->error()->kind, ErrorKind::Tls);
    QCOMPARE(reply->error()->message, message);
    QVERIFY(!reply->error()->detail.isEmpty());
    QVERIFY(!server.requests.contains("TOKEN"));
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
