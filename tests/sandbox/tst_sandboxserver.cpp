#include "kql/kqlservice.h"
#include "results/logsdecoder.h"
#include "sandbox/sandboxserver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <memory>

using namespace sonde;

namespace {

struct Answer
{
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

} // namespace

class TestSandboxServer : public QObject
{
    Q_OBJECT

    std::unique_ptr<SandboxServer> serve(const QStringList &faults = {}, quint16 port = 0)
    {
        SandboxServer::Options options;
        options.http.port = port;
        options.http.faults = *Faults::parse(faults);
        options.data = {20'000, 1, m_folder.path()};
        auto server = std::make_unique<SandboxServer>(*m_kql, options);
        const auto started = server->start();
        if (!started)
            qWarning("%s", qPrintable(started.error().message));
        return server;
    }

    Answer finish(QNetworkReply *started)
    {
        const std::unique_ptr<QNetworkReply> reply(started);
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(30'000);
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.error = reply->error();
        answer.body = reply->readAll();
        for (const auto &[name, value] : reply->rawHeaderPairs())
            answer.headers.insert(name.toLower(), value);
        return answer;
    }

    QString token(const SandboxEndpoints &endpoints, bool version2)
    {
        QUrlQuery form;
        form.addQueryItem(QStringLiteral("grant_type"), QStringLiteral("client_credentials"));
        form.addQueryItem(QStringLiteral("client_id"), endpoints.clientId);
        form.addQueryItem(QStringLiteral("client_secret"), endpoints.clientSecret);
        if (version2)
            form.addQueryItem(QStringLiteral("scope"), endpoints.logsScope);
        else
            form.addQueryItem(QStringLiteral("resource"), endpoints.managementResource);
        QNetworkRequest request(
            QUrl(endpoints.authority + u'/' + endpoints.tenant +
                 (version2 ? QStringLiteral("/oauth2/v2.0/token") : QStringLiteral("/oauth2/token"))));
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QStringLiteral("application/x-www-form-urlencoded"));
        return finish(m_network.post(request, form.toString(QUrl::FullyEncoded).toUtf8()))
            .json()
            .value(u"access_token")
            .toString();
    }

    QNetworkReply *post(const QUrl &url, const QString &bearer, const QJsonObject &body)
    {
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + bearer.toUtf8());
        return m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    static QUrl queryUrl(const SandboxEndpoints &endpoints)
    {
        return QUrl(endpoints.logs + QStringLiteral("/workspaces/") + endpoints.workspaceId +
                    QStringLiteral("/query"));
    }

    Answer query(const SandboxEndpoints &endpoints, const QString &bearer, const QString &text)
    {
        return finish(post(queryUrl(endpoints), bearer, {{QStringLiteral("query"), text}}));
    }

    Answer query(const SandboxServer &server, const QString &text)
    {
        return query(server.endpoints(), token(server.endpoints(), true), text);
    }

    static QUrl searchUrl(const SandboxEndpoints &endpoints, const QString &tail = {})
    {
        QUrl url(endpoints.management);
        url.setPath(QStringLiteral("/subscriptions/") + endpoints.subscription +
                    QStringLiteral("/resourcegroups/") + endpoints.resourceGroup +
                    QStringLiteral("/providers/Microsoft.OperationalInsights/workspaces/") +
                    endpoints.workspace + QStringLiteral("/search") + tail);
        url.setQuery(QStringLiteral("api-version=2015-03-20"));
        return url;
    }

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    std::unique_ptr<KqlService> m_kql;
    std::unique_ptr<SandboxServer> m_server;

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        m_kql = std::make_unique<KqlService>();
        m_server = serve();
        QVERIFY(!m_server->endpoints().authority.isEmpty());
    }

    void limitsOfTheService()
    {
        SandboxServer::Options options;
        options.data = {20'000, 1, m_folder.path()};
        options.limits.rows = 10;
        options.limits.requests = 2;
        SandboxServer server(*m_kql, options);
        QVERIFY(server.start());
        const SandboxEndpoints &endpoints = server.endpoints();
        const QString bearer = token(endpoints, true);
        const Answer cut = query(endpoints, bearer, QStringLiteral("Heartbeat | take 20"));
        QCOMPARE(cut.status, 200);
        QCOMPARE(cut.json().value(u"tables")[0].toObject().value(u"rows").toArray().size(), 10);
        QCOMPARE(cut.json().value(u"error").toObject().value(u"code").toString(),
                 QStringLiteral("PartialError"));
        QCOMPARE(query(endpoints, bearer, QStringLiteral("print 1")).status, 200);
        const Answer refused = query(endpoints, bearer, QStringLiteral("print 1"));
        QCOMPARE(refused.status, 429);
        const int seconds = refused.headers.value("retry-after").toInt();
        QVERIFY(seconds >= 1 && seconds <= 30);
        // Another caller is not held back by this one.
        QCOMPARE(query(server, QStringLiteral("print 1")).status, 200);
    }

    void onlySoManyAtTheSameTime()
    {
        SandboxServer::Options options;
        options.data = {20'000, 1, m_folder.path()};
        options.limits.concurrent = 1;
        options.http.faults = *Faults::parse({QStringLiteral("trickle=2000")});
        SandboxServer server(*m_kql, options);
        QVERIFY(server.start());
        const SandboxEndpoints &endpoints = server.endpoints();
        const QString bearer = token(endpoints, true);
        const std::unique_ptr<QNetworkReply> slow(
            post(queryUrl(endpoints), bearer,
                 {{QStringLiteral("query"), QStringLiteral("Heartbeat | take 2000")}}));
        QSignalSpy begun(slow.get(), &QNetworkReply::readyRead);
        QVERIFY(begun.wait(30'000));
        QCOMPARE(query(endpoints, bearer, QStringLiteral("print 1")).status, 429);
        slow->abort();
        QTRY_COMPARE_WITH_TIMEOUT(query(endpoints, bearer, QStringLiteral("print 1")).status, 200, 10'000);
    }

    void printsAllThatAClientNeeds()
    {
        const QByteArray line = m_server->endpoints().toJson();
        QVERIFY(!line.contains('\n'));
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        QStringList keys = json.keys();
        keys.sort();
        QCOMPARE(
            keys.join(u' '),
            QStringLiteral("authority clientId clientSecret logs logsScope management managementResource "
                           "resourceGroup subscription tenant workspace workspaceId"));
        QVERIFY(json.value(u"logs").toString().endsWith(QStringLiteral("/v1")));
        QVERIFY(problemsOf(m_server->endpoints().toConnection()).isEmpty());
    }

    void queriesOverHttp()
    {
        const Answer answer = query(*m_server, QStringLiteral("Event | take 5 | project Computer"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json; charset=utf-8"));
        LogsDecoder decoder([](const ResultChunk &) {});
        QVERIFY(decoder.feed(
            std::string_view(answer.body.constData(), static_cast<std::size_t>(answer.body.size()))));
        QVERIFY(decoder.finish());
    }

    void packsWhenAsked()
    {
        QNetworkRequest request(queryUrl(m_server->endpoints()));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + token(m_server->endpoints(), true).toUtf8());
        request.setRawHeader("Accept-Encoding", "gzip"); // switches Qt's own inflating off
        const Answer answer = finish(m_network.post(request, R"({"query":"Perf | take 2000"})"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-encoding"), QByteArray("gzip"));
        QVERIFY(answer.body.startsWith("\x1f\x8b"));
    }

    void searchesOverHttp()
    {
        const QString bearer = token(m_server->endpoints(), false);
        const QJsonObject body{{QStringLiteral("query"), QStringLiteral("Type=Event")},
                               {QStringLiteral("top"), 9}};
        const Answer first = finish(post(searchUrl(m_server->endpoints()), bearer, body));
        QCOMPARE(first.status, 200);
        const QString id = first.json().value(u"id").toString().section(u'/', -1);
        QVERIFY(id.contains(u'|'));
        int looks = 0;
        Answer answer = first;
        while (answer.json().value(u"__metadata").toObject().value(u"Status") ==
               QJsonValue(QStringLiteral("Pending"))) {
            QVERIFY(++looks < 5);
            QNetworkRequest request(searchUrl(m_server->endpoints(), u'/' + id));
            QVERIFY(request.url().toEncoded().contains("%7C"));
            request.setRawHeader("Authorization", "Bearer " + bearer.toUtf8());
            answer = finish(m_network.get(request));
        }
        QCOMPARE(looks, 2);
        QCOMPARE(answer.json().value(u"value").toArray().size(), 9);
    }

    void refusesWithoutToken()
    {
        QNetworkRequest request(queryUrl(m_server->endpoints()));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QCOMPARE(finish(m_network.post(request, "{}")).status, 401);
        QNetworkRequest search(searchUrl(m_server->endpoints()));
        search.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const Answer answer = finish(m_network.post(search, "{}"));
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.headers.value("www-authenticate").contains("authorization_uri"));
        // A token for one service is no good at the other.
        QCOMPARE(
            query(m_server->endpoints(), token(m_server->endpoints(), false), QStringLiteral("Event")).status,
            403);
    }

    void otherPaths()
    {
        QCOMPARE(finish(m_network.get(QNetworkRequest(
                            QUrl(m_server->endpoints().authority + QStringLiteral("/nothing")))))
                     .status,
                 404);
    }

    void throttles()
    {
        const auto server = serve({QStringLiteral("throttle=2")});
        const QString bearer = token(server->endpoints(), true);
        for (int i = 0; i < 2; ++i) {
            const Answer answer = query(server->endpoints(), bearer, QStringLiteral("Event | count"));
            QCOMPARE(answer.status, 429);
            QCOMPARE(answer.headers.value("retry-after"), QByteArray("1"));
        }
        QCOMPARE(query(server->endpoints(), bearer, QStringLiteral("Event | count")).status, 200);
    }

    void everyTokenServesSoManyRequests()
    {
        const auto server = serve({QStringLiteral("unauthorized-after=1")});
        const QString bearer = token(server->endpoints(), true);
        QCOMPARE(query(server->endpoints(), bearer, QStringLiteral("Event | count")).status, 200);
        QCOMPARE(query(server->endpoints(), bearer, QStringLiteral("Event | count")).status, 401);
        QCOMPARE(query(*server, QStringLiteral("Event | count")).status, 200);
    }

    void failsAsTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("500") << 500;
        QTest::newRow("503") << 503;
        QTest::newRow("504") << 504;
    }

    void failsAsTold()
    {
        QFETCH(int, status);
        const auto server = serve({QString::number(status)});
        const Answer answer = query(*server, QStringLiteral("Event | count"));
        QCOMPARE(answer.status, status);
        QVERIFY(answer.json().contains(u"error"));
        QCOMPARE(answer.headers.value("preference-applied"),
                 status == 504 ? QByteArray("wait=180") : QByteArray());
    }

    void cutsConnections()
    {
        const auto server = serve({QStringLiteral("cut-after=500")});
        QNetworkRequest request(queryUrl(server->endpoints()));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setRawHeader("Authorization", "Bearer " + token(server->endpoints(), true).toUtf8());
        request.setRawHeader("Accept-Encoding", "identity");
        const Answer answer = finish(m_network.post(request, R"({"query":"Event | take 100"})"));
        QVERIFY2(answer.error == QNetworkReply::RemoteHostClosedError,
                 qPrintable(QString::number(answer.error)));
        QCOMPARE(answer.body.size(), 500);
    }

    void truncatesJson()
    {
        const auto server = serve({QStringLiteral("truncated")});
        const Answer answer = query(*server, QStringLiteral("Event | take 10"));
        QCOMPARE(answer.error, QNetworkReply::NoError);
        QVERIFY(answer.body.startsWith("{\"tables\""));
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
    }

    void delaysAndTrickles()
    {
        const auto server = serve({QStringLiteral("delay=150"), QStringLiteral("trickle=40")});
        QElapsedTimer timer;
        const QString bearer = token(server->endpoints(), true);
        timer.start();
        const Answer answer = query(server->endpoints(), bearer, QStringLiteral("print a = 1"));
        QCOMPARE(answer.json().value(u"tables").toArray().size(), 1);
        QVERIFY(timer.elapsed() >= 150 + 100 * (answer.body.size() / 40 - 1));
    }

    void survivesClientsThatHangUp()
    {
        const QByteArray bearer = token(m_server->endpoints(), true).toUtf8();
        const QUrl url = queryUrl(m_server->endpoints());
        const QByteArray body = R"({"query":"Perf"})";
        const QByteArray request = "POST " + url.path().toUtf8() +
                                   " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                                   "Bearer " +
                                   bearer + "\r\nContent-Type: application/json\r\nContent-Length: " +
                                   QByteArray::number(body.size()) + "\r\n\r\n" + body;
        quint32 random = 4711;
        const auto next = [&random](int bound) {
            random = random * 1664525U + 1013904223U;
            return static_cast<int>((random >> 8U) % static_cast<quint32>(bound));
        };
        constexpr int clients = 200;
        for (int i = 0; i < clients; ++i) {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(url.port()));
            QVERIFY(socket.waitForConnected(10'000));
            const int moment = next(4);
            // Within the request, before the answer, in its head, in its middle.
            socket.write(moment == 0 ? request.left(next(static_cast<int>(request.size()))) : request);
            socket.waitForBytesWritten(1'000);
            qint64 wanted = moment == 2 ? 1 : moment == 3 ? 20'000 + next(200'000) : 0;
            while (wanted > 0 && socket.waitForReadyRead(10'000))
                wanted -= socket.readAll().size();
            socket.abort();
        }
        const Answer answer = query(*m_server, QStringLiteral("Event | count"));
        QCOMPARE(answer.status, 200);
    }

    void stopsWithAnswersUnderWay()
    {
        auto server = serve({QStringLiteral("trickle=1")});
        const std::unique_ptr<QNetworkReply> reply(
            post(queryUrl(server->endpoints()), token(server->endpoints(), true),
                 {{QStringLiteral("query"), QStringLiteral("Event | take 9")}}));
        QSignalSpy arrived(reply.get(), &QNetworkReply::readyRead);
        QVERIFY(arrived.wait(10'000));
        QElapsedTimer timer;
        timer.start();
        server->stop();
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(reply->error() != QNetworkReply::NoError);
    }

    void saysThatThePortIsTaken()
    {
        SandboxServer::Options options;
        options.http.port = static_cast<quint16>(QUrl(m_server->endpoints().authority).port());
        options.data = {20'000, 1, m_folder.path()};
        SandboxServer second(*m_kql, options);
        const auto started = second.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::Io);
    }

    void saysThatTheCertificateIsNoGood()
    {
        SandboxServer::Options options;
        options.http.certificateFile = QStringLiteral("/nowhere.pem");
        options.http.keyFile = QStringLiteral("/nowhere.key");
        SandboxServer server(*m_kql, options);
        const auto started = server.start();
        QVERIFY(!started);
        QVERIFY(started.error().message.contains(QStringLiteral("/nowhere.pem")));
    }
};

QTEST_GUILESS_MAIN(TestSandboxServer)
#include "tst_sandboxserver.moc"
