#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <sys/resource.h>

namespace {

void limitDescriptors(rlim_t most)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min(most, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// A sonde-sandbox with a folder of its own for its data.
class Sandbox
{
public:
    explicit Sandbox(const QString &cache, const QStringList &arguments, rlim_t descriptors = 4096)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), cache);
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([descriptors] { limitDescriptors(descriptors); });
        process.start(QStringLiteral(SONDE_BIN "/sonde-sandbox"), arguments);
    }
    ~Sandbox()
    {
        process.kill();
        process.waitForFinished();
    }
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    /// False where it ended before it served.
    bool waitUntilItServes()
    {
        while (!process.canReadLine() && process.waitForReadyRead(120'000)) {
        }
        endpoints = object(process.readLine());
        return !endpoints.isEmpty();
    }

    QString at(QStringView name) const { return endpoints.value(name).toString(); }
    quint16 port() const { return static_cast<quint16>(QUrl(at(u"authority")).port()); }

    /// Of what the process needs now, in MiB.
    int memory() const
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(process.processId()));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (line.startsWith("VmRSS:"))
                    return line.mid(6).trimmed().split(' ').first().toInt() / 1024;
            }
        }
        return 0;
    }

    QProcess process;
    QJsonObject endpoints;
};

} // namespace

/// The program under clients that mean it no good, and killed at any moment.
class TestHostileClients : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;

    QByteArray finish(QNetworkReply *started, int &status)
    {
        const std::unique_ptr<QNetworkReply> reply(started);
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(60'000);
        status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        return reply->readAll();
    }

    static QByteArray tokenForm(const Sandbox &sandbox)
    {
        QUrlQuery form;
        form.addQueryItem(QStringLiteral("grant_type"), QStringLiteral("client_credentials"));
        form.addQueryItem(QStringLiteral("client_id"), sandbox.at(u"clientId"));
        form.addQueryItem(QStringLiteral("client_secret"), sandbox.at(u"clientSecret"));
        form.addQueryItem(QStringLiteral("scope"), sandbox.at(u"logsScope"));
        return form.toString(QUrl::FullyEncoded).toUtf8();
    }

    /// The rows as JSON; the status where it is not 200.
    QByteArray ask(const Sandbox &sandbox, const QString &query)
    {
        int status = 0;
        QNetworkRequest signIn(QUrl(sandbox.at(u"authority") + u'/' + sandbox.at(u"tenant") +
                                    QStringLiteral("/oauth2/v2.0/token")));
        signIn.setHeader(QNetworkRequest::ContentTypeHeader,
                         QStringLiteral("application/x-www-form-urlencoded"));
        const QByteArray token = object(finish(m_network.post(signIn, tokenForm(sandbox)), status))
                                     .value(u"access_token")
                                     .toString()
                                     .toUtf8();
        QNetworkRequest request(QUrl(sandbox.at(u"logs") + QStringLiteral("/workspaces/") +
                                     sandbox.at(u"workspaceId") + QStringLiteral("/query")));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + token);
        const QJsonObject body{{QStringLiteral("query"), query}};
        const QByteArray answer =
            finish(m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)), status);
        if (status != 200)
            return QByteArray::number(status) + ' ' + answer;
        return QJsonDocument(object(answer).value(u"tables")[0].toObject().value(u"rows").toArray())
            .toJson(QJsonDocument::Compact);
    }

private slots:
    void aThousandConnections_data()
    {
        QTest::addColumn<int>("descriptors");
        QTest::newRow("4096 descriptors") << 4096;
        QTest::newRow("256 descriptors") << 256;
    }

    /// Some say nothing, some stop within their request, some ask in full: those are answered.
    void aThousandConnections()
    {
        QFETCH(int, descriptors);
        limitDescriptors(4096); // of this process, which has the other ends
        constexpr int clients = 1000;
        Sandbox sandbox(m_folder.filePath(QStringLiteral("cache")),
                        {QStringLiteral("--rows"), QStringLiteral("20000")},
                        static_cast<rlim_t>(descriptors));
        QVERIFY(sandbox.waitUntilItServes());
        QCOMPARE(ask(sandbox, QStringLiteral("print 1")), QByteArray("[[1]]"));
        const QByteArray form = tokenForm(sandbox);
        const QByteArray whole = "POST /" + sandbox.at(u"tenant").toUtf8() +
                                 "/oauth2/v2.0/token HTTP/1.1\r\nHost: a\r\n"
                                 "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                                 QByteArray::number(form.size()) + "\r\n\r\n" + form;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        std::vector<QByteArray> answers(clients);
        int ended = 0;
        for (int i = 0; i < clients; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            QTcpSocket *socket = sockets.back().get();
            QByteArray &answer = answers[static_cast<std::size_t>(i)];
            connect(socket, &QTcpSocket::connected, this, [socket, whole, i] {
                if (i % 3 != 0)
                    socket->write(i % 3 == 1 ? whole.left(whole.size() / 2) : whole);
            });
            connect(socket, &QTcpSocket::readyRead, this, [socket, &answer] { answer += socket->readAll(); });
            connect(socket, &QTcpSocket::disconnected, this, [&ended] { ++ended; });
            socket->connectToHost(QStringLiteral("127.0.0.1"), sandbox.port());
        }
        QTRY_COMPARE_WITH_TIMEOUT(ended, clients, 120'000);
        for (int i = 2; i < clients; i += 3)
            QVERIFY2(answers[static_cast<std::size_t>(i)].contains("access_token"),
                     qPrintable(QString::number(i)));
        QCOMPARE(ask(sandbox, QStringLiteral("print 2")), QByteArray("[[2]]"));
        QVERIFY2(sandbox.memory() < 600, qPrintable(QString::number(sandbox.memory())));
        QCOMPARE(sandbox.process.state(), QProcess::Running);
    }

    /// While it builds its data, imports a file or answers: the next one finds its data whole.
    void killedAtAnyMoment()
    {
        const QString cache = m_folder.filePath(QStringLiteral("killed"));
        QDir().mkpath(cache);
        const QString file = m_folder.filePath(QStringLiteral("Mine.csv"));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("n,text\n");
        for (int i = 0; i < 200'000; ++i)
            csv.write(QByteArray::number(i) + ",some text that takes room\n");
        csv.close();
        const QStringList arguments{QStringLiteral("--rows"), QStringLiteral("30000"),
                                    QStringLiteral("--import"), file};
        const quint32 seed = qEnvironmentVariableIsSet("SONDE_SEED")
                                 ? qEnvironmentVariable("SONDE_SEED").toUInt()
                                 : QRandomGenerator::global()->generate();
        qInfo("SONDE_SEED=%u", seed);
        QRandomGenerator dice(seed);
        for (int i = 0; i < 20; ++i) {
            Sandbox sandbox(cache, arguments);
            QVERIFY(sandbox.process.waitForStarted());
            // At first at a random moment of the start, then of the serving.
            if (i % 4 != 3) {
                const int moment = 20 + static_cast<int>(dice.bounded(i < 8 ? 700 : 1500));
                QVERIFY2(!sandbox.process.waitForFinished(moment),
                         sandbox.process.readAllStandardError().constData());
            } else {
                QVERIFY(sandbox.waitUntilItServes());
                QTcpSocket socket;
                socket.connectToHost(QStringLiteral("127.0.0.1"), sandbox.port());
                QVERIFY(socket.waitForConnected());
                socket.write("GET / HT");
                socket.waitForBytesWritten();
            }
            sandbox.process.kill();
            QVERIFY(sandbox.process.waitForFinished());
            QCOMPARE(sandbox.process.exitStatus(), QProcess::CrashExit); // by that, and not before
        }
        Sandbox sandbox(cache, arguments);
        QVERIFY(sandbox.waitUntilItServes());
        QCOMPARE(ask(sandbox, QStringLiteral("Mine | summarize count(), sum(n)")),
                 QByteArray("[[200000,19999900000]]"));
        QVERIFY(ask(sandbox, QStringLiteral("union Event, Perf, Heartbeat | count")).startsWith("[["));
    }
};

QTEST_GUILESS_MAIN(TestHostileClients)
#include "tst_hostileclients.moc"
