#pragma once

#include "azure/azuresearchrunner.h"
#include "support/certificates.h"
#include "support/fakesecretstore.h"
#include "support/manualclock.h"

#include <QHash>
#include <QTcpServer>
#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;

namespace sonde {

struct LoopbackRequest
{
    QByteArray verb;
    QByteArray target; ///< path and query as sent, or host and port of a CONNECT
    QByteArray body;
};

/// A server on this machine that answers with whatever bytes a test likes, then hangs up; it remembers every
/// byte that reached it.
class LoopbackServer final : public QObject
{
public:
    /// The whole answer, head and body.
    using Handler = std::function<QByteArray(const LoopbackRequest &)>;

    /// With a certificate it speaks TLS.
    explicit LoopbackServer(Handler handler, const std::optional<CertifiedKey> &certificate = {});

    /// Without a path.
    QString url() const;
    quint16 port() const { return m_server->serverPort(); }
    /// Requests, decrypted, of all connections.
    const QByteArray &received() const { return m_received; }
    /// TCP connections that anyone began.
    int connections() const { return m_connections; }

private:
    void onConnection();
    void onReadable(QTcpSocket *socket);

    Handler m_handler;
    bool m_secure;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QByteArray m_received;
    int m_connections = 0;
    std::unique_ptr<QTcpServer> m_server; ///< last: its sockets speak while they go
};

/// An answer with a true Content-Length, if none is among the headers.
QByteArray httpAnswer(int status, const QByteArray &body,
                      const QByteArrayList &headers = {"Content-Type: application/json"});

/// Answers token requests, and leaves all others to \a services.
LoopbackServer::Handler withTokens(LoopbackServer::Handler services);

/// What a run gave.
struct BenchOutcome
{
    std::optional<Result<ResultInfo>> outcome; ///< none: it never ended
    std::unique_ptr<ResultSet> rows;

    bool failed() const { return outcome && !*outcome; }
    bool brought(qint64 count) const { return outcome && *outcome && rows->rowCount() == count; }
    const Error &error() const { return outcome->error(); }
    const ResultInfo &info() const { return **outcome; }
    /// For a message of a failed test.
    QString toString() const;
};

/// The real runner with its threads, manager and sockets; only the secret is not from a keychain.
class RunnerBench
{
public:
    explicit RunnerBench(const QString &caFile = {},
                         std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>());

    BenchOutcome run(const Query &query, const Connection &connection);
    BenchOutcome run(QueryLanguage language, const Connection &connection,
                     const QString &text = QStringLiteral("Event"));

    /// Both services and the token endpoint at that server.
    static Connection connectionTo(const QString &url);
    /// What must not reach anybody else.
    static QByteArray secret() { return "s3cret-of-the-bad-input-tests"; }
    static QByteArray token() { return "token-of-the-bad-input-tests"; }

private:
    FakeSecretStore m_secrets;
    AzureNetwork m_network;
    AzureSearchRunner m_runner;
};

} // namespace sonde
