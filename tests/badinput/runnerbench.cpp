#include "badinput/runnerbench.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>
#include <QTestEventLoop>

namespace sonde {

namespace {

std::unique_ptr<QTcpServer> makeServer(const std::optional<CertifiedKey> &certificate)
{
    if (!certificate)
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    ssl.setLocalCertificate(QSslCertificate(certificate->certificate));
    ssl.setPrivateKey(QSslKey(certificate->key, QSsl::Ec));
    ssl.setPeerVerifyMode(QSslSocket::VerifyNone);
    server->setSslConfiguration(ssl);
    return server;
}

} // namespace

LoopbackServer::LoopbackServer(Handler handler, const std::optional<CertifiedKey> &certificate)
    : m_handler(std::move(handler))
    , m_secure(certificate.has_value())
    , m_server(makeServer(certificate))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &LoopbackServer::onConnection);
    m_server->listen(QHostAddress::LocalHost);
}

QString LoopbackServer::url() const
{
    return QStringLiteral("%1://127.0.0.1:%2")
        .arg(m_secure ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(m_server->serverPort());
}

void LoopbackServer::onConnection()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadable(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_pending.remove(socket);
            socket->deleteLater();
        });
        onReadable(socket);
    }
}

void LoopbackServer::onReadable(QTcpSocket *socket)
{
    const QByteArray piece = socket->readAll();
    m_received += piece;
    QByteArray &bytes = m_pending[socket];
    bytes += piece;
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const QByteArray head = bytes.left(headEnd);
    qsizetype length = 0;
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    if (bytes.size() < headEnd + 4 + length)
        return;
    const QByteArrayList words = head.left(head.indexOf("\r\n")).split(' ');
    const LoopbackRequest request{words.value(0), words.value(1), bytes.mid(headEnd + 4, length)};
    bytes.clear();
    socket->write(m_handler(request));
    // Once all is sent.
    socket->disconnectFromHost();
}

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArrayList &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Words\r\nConnection: close\r\n";
    bool hasLength = false;
    for (const QByteArray &header : headers) {
        head += header + "\r\n";
        hasLength = hasLength || header.startsWith("Content-Length");
    }
    if (!hasLength)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return head + "\r\n" + body;
}

LoopbackServer::Handler withTokens(LoopbackServer::Handler services)
{
    return [services = std::move(services)](const LoopbackRequest &request) {
        if (!request.target.contains("/oauth2/"))
            return services(request);
        return httpAnswer(200, R"({"token_type":"Bearer","expires_in":"3599","access_token":")" +
                                   RunnerBench::token() + "\"}");
    };
}

QString BenchOutcome::toString() const
{
    if (!outcome)
        return QStringLiteral("it never ended");
    if (failed()) {
        return QStringLiteral("%1: %2 / %3 (%4)")
            .arg(errorKindName(error().kind), error().message, error().advice, error().detail);
    }
    return QStringLiteral("%1 rows, completeness %2, %3 %4")
        .arg(rows->rowCount())
        .arg(static_cast<int>(info().completeness))
        .arg(info().reasons.join(u' '), info().warnings.join(u' '));
}

RunnerBench::RunnerBench(const QString &caFile, std::shared_ptr<const Clock> clock)
    : m_network(m_secrets, std::move(clock))
    , m_runner(m_network, m_secrets, nullptr)
{
    NetworkSettings settings;
    settings.caFile = caFile;
    if (const auto taken = m_network.setNetwork(settings); !taken)
        qFatal("%s", qUtf8Printable(taken.error().message));
    m_secrets.keepForThisRun(QStringLiteral("connection-1"), QString::fromLatin1(secret()));
}

BenchOutcome RunnerBench::run(const Query &query, const Connection &connection)
{
    BenchOutcome out;
    out.rows = std::make_unique<ResultSet>();
    const std::unique_ptr<SearchJob> job(m_runner.run(query, connection));
    QObject::connect(job.get(), &SearchJob::chunkReady, out.rows.get(), &ResultSet::apply);
    QObject::connect(job.get(), &SearchJob::finished, job.get(),
                     [&out](const Result<ResultInfo> &outcome) { out.outcome = outcome; });
    // A loop of its own: qWaitFor() sleeps 10 ms between looks, and the servers live in this thread too.
    QTestEventLoop loop;
    QObject::connect(job.get(), &SearchJob::finished, &loop, &QTestEventLoop::exitLoop);
    loop.enterLoop(30);
    return out;
}

BenchOutcome RunnerBench::run(QueryLanguage language, const Connection &connection, const QString &text)
{
    Query query;
    query.text = text;
    query.language = language;
    return run(query, connection);
}

Connection RunnerBench::connectionTo(const QString &url)
{
    Connection connection;
    connection.id = QStringLiteral("connection-1");
    connection.name = QStringLiteral("Test");
    connection.cloud = Cloud::Custom;
    connection.custom.authority = QUrl(url);
    connection.custom.management = QUrl(url);
    connection.custom.logs = QUrl(url + QStringLiteral("/v1"));
    connection.custom.managementAudience = QStringLiteral("https://management.core.windows.net/");
    connection.custom.logsAudience = QStringLiteral("https://api.loganalytics.io/.default");
    connection.tenant = QStringLiteral("tenant");
    connection.clientId = QStringLiteral("11111111-1111-1111-1111-111111111111");
    connection.subscription = QStringLiteral("22222222-2222-2222-2222-222222222222");
    connection.resourceGroup = QStringLiteral("group");
    connection.workspace = QStringLiteral("work");
    connection.workspaceId = QStringLiteral("33333333-3333-3333-3333-333333333333");
    return connection;
}

} // namespace sonde
