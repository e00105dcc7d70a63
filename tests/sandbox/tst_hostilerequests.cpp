#include "sandbox/growingpool.h"
#include "sandbox/gzipwriter.h"
#include "sandbox/httplistener.h"

#include <QFile>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <chrono>
#include <latch>
#include <semaphore>

using namespace sonde;

namespace {

/// What this process has needed at most, in MiB; nothing where the system does not say it.
std::optional<int> peakMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toInt() / 1024;
    }
    return std::nullopt;
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

/// Requests that no client of good will sends: each is answered or dropped, in bounded memory, and the server
/// goes on.
class TestHostileRequests : public QObject
{
    Q_OBJECT

    std::unique_ptr<HttpListener> m_listener;
    quint16 m_port = 0;
    std::atomic<std::size_t> m_largestBody = 0;

    std::unique_ptr<QTcpSocket> connected() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!socket->waitForConnected(30'000))
            qFatal("%s", qPrintable(socket->errorString())); // nothing here could be believed
        return socket;
    }

    /// All that comes until the server hangs up, which it has to do: a server that keeps the client waiting
    /// has neither answered nor dropped.
    static QByteArray rest(QTcpSocket &socket)
    {
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(30'000)) {
        }
        if (socket.state() == QAbstractSocket::ConnectedState)
            return QByteArrayLiteral("still connected");
        return socket.isOpen() ? socket.readAll() : QByteArray();
    }

    QByteArray ask(const QByteArray &bytes) const
    {
        const auto socket = connected();
        socket->write(bytes);
        while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(30'000)) {
        }
        return rest(*socket);
    }

    static int statusOf(const QByteArray &answer)
    {
        if (answer.isEmpty())
            return 0;
        return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : -1;
    }

    void goesOn() const
    {
        const QByteArray answer = ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
        QCOMPARE(statusOf(answer), 200);
        QVERIFY2(answer.endsWith("\r\n\r\n5"), answer.constData());
    }

private slots:
    void initTestCase()
    {
        m_listener = std::make_unique<HttpListener>(HttpListener::Options(), std::make_shared<CancelState>());
        const auto port = m_listener->bind();
        QVERIFY(port);
        m_port = *port;
        m_listener->serve([this](const ServerRequest &request) {
            m_largestBody = std::max(m_largestBody.load(), request.body.size());
            return HttpAnswer::json(200, std::to_string(request.body.size()) + request.parameter("a"));
        });
    }

    void cleanupTestCase() { m_listener->stop(); }

    /// All at the same time: half a request is waited for.
    void isAnsweredOrDropped()
    {
        struct Case
        {
            const char *name;
            QByteArray bytes;
            QList<int> statuses; ///< 0: dropped
            std::unique_ptr<QTcpSocket> socket;
        };
        std::vector<Case> cases;
        const auto row = [&cases](const char *name, const QByteArray &bytes, const QList<int> &statuses) {
            cases.push_back({name, bytes, statuses, nullptr});
        };
        const QByteArray head("POST / HTTP/1.1\r\nHost: a\r\n");
        const QList<int> refused{0, 400, 408, 411, 413, 414, 415, 416, 431, 501, 505};
        const QList<int> any = refused + QList<int>{200};
        row("negative length", head + "Content-Length: -1\r\n\r\nabc", refused);
        row("length over 64 bits", head + "Content-Length: 99999999999999999999999\r\n\r\nabc", refused);
        row("length of 63 bits", head + "Content-Length: 9223372036854775807\r\n\r\nabc", refused);
        row("length that is no number", head + "Content-Length: abc\r\n\r\nabc", any);
        row("two lengths", head + "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabc", any);
        row("length and chunks",
            head + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", any);
        row("negative chunk", head + "Transfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n0\r\n\r\n", refused);
        row("chunk of 64 bits",
            head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n0\r\n\r\n", refused);
        row("chunk of 63 bits",
            head + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nabc\r\n0\r\n\r\n", refused);
        row("chunk over 64 bits",
            head + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffffffff\r\nabc\r\n0\r\n\r\n", refused);
        row("chunk that is no number", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
            refused);
        row("chunks without an end", head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc", refused);
        row("encoding that it does not know", head + "Transfer-Encoding: x\r\nContent-Length: 3\r\n\r\nabc",
            any);
        row("packed body that is none", head + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
            refused);
        row("multipart",
            head + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n\r\n--x", refused);
        row("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", any);
        row("bare carriage returns", "GET / HTTP/1.1\rHost: a\r\r", any);
        row("zeros", QByteArray("GET /\0 HTTP/1.1\r\nHost: \0a\r\n\r\n", 34), any);
        row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7) + QByteArray(500, 'x'), refused);
        row("another version", "GET / HTTP/9.9\r\n\r\n", refused);
        row("another method", "BREW / HTTP/1.1\r\n\r\n", refused);
        row("long path", "GET /" + QByteArray(100'000, 'a') + " HTTP/1.1\r\n\r\n", refused);
        row("long header", "GET / HTTP/1.1\r\nA: " + QByteArray(1'000'000, 'a') + "\r\n\r\n", refused);
        row("many headers",
            "GET / HTTP/1.1\r\n" + QByteArray("A: aaaaaaaaaaaaaaa\r\n").repeated(50'000) + "\r\n", any);
        row("header without a colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", any);
        row("bad escapes", "GET /%zz%0%00%u0000?%=%zz&&& HTTP/1.1\r\n\r\n", any);
        row("many ranges",
            "GET / HTTP/1.1\r\nRange: bytes=" + QByteArray("0-1,").repeated(2'000) + "\r\n\r\n", any);
        row("range over 64 bits", "GET / HTTP/1.1\r\nRange: bytes=99999999999999999999-\r\n\r\n", any);
        row("half a head", "GET / HT", refused);
        row("half a body", head + "Content-Length: 300\r\n\r\nabc", refused);
        row("nothing", {}, refused);
        row("empty lines", "\r\n\r\n\r\n", refused);
        row("a form with oddities",
            head + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 24\r\n\r\n"
                   "&&=&a&a=%&%00=%zz&a=b=c&",
            {200});
        for (Case &each : cases) {
            each.socket = connected();
            each.socket->write(each.bytes);
            each.socket->flush();
        }
        for (const Case &each : cases) {
            const int status = statusOf(rest(*each.socket));
            QVERIFY2(each.statuses.contains(status),
                     qPrintable(QStringLiteral("%1: %2").arg(QString::fromLatin1(each.name),
                                                             QString::number(status))));
        }
        goesOn();
    }

    void formsArriveDecoded()
    {
        const QByteArray body("b=1&a=x%20y+z%26%3D&c");
        const QByteArray answer =
            ask("POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY2(answer.endsWith("\r\n\r\n21x y z&="), answer.constData());
    }

    void bodiesInChunksArrive()
    {
        const QByteArray answer = ask("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk("abc") +
                                      chunk(QByteArray(100'000, 'x')) + "0\r\n\r\n");
        QVERIFY2(answer.endsWith("\r\n\r\n100003"), answer.constData());
    }

    /// 1 GB of it, however it is sent.
    void tooLargeBodies_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<int>("blocks");
        const QByteArray head("POST / HTTP/1.1\r\nHost: a\r\n");
        const QByteArray megabyte(1024 * 1024, 'x');
        QTest::newRow("with a length") << head + "Content-Length: 1073741824\r\n\r\n" << megabyte << 1024;
        QTest::newRow("in chunks") << head + "Transfer-Encoding: chunked\r\n\r\n" << chunk(megabyte) << 1024;
        GzipWriter writer;
        std::string packed;
        const std::string plain(1024 * 1024, 'x');
        for (int i = 0; i < 1024; ++i)
            writer.write(plain, packed);
        writer.finish(packed);
        QTest::newRow("packed") << head + "Content-Encoding: gzip\r\nContent-Length: " +
                                       QByteArray::number(packed.size()) + "\r\n\r\n"
                                << QByteArray::fromStdString(packed) << 1;
    }

    void tooLargeBodies()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, block);
        QFETCH(int, blocks);
        m_largestBody = 0;
        const auto before = peakMemory();
        const auto socket = connected();
        socket->write(head);
        // Block by block, so that what this end holds is not in the account.
        for (int i = 0; i < blocks && socket->state() == QAbstractSocket::ConnectedState; ++i) {
            socket->write(block);
            while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(30'000)) {
            }
        }
        // The server may hang up before it has read everything; the answer is lost then.
        const int status = statusOf(rest(*socket));
        QVERIFY2(QList<int>({0, 400, 413}).contains(status), qPrintable(QString::number(status)));
        QVERIFY(m_largestBody <= 16U * 1024 * 1024);
        if (before && peakMemory())
            QVERIFY2(*peakMemory() - *before < 100, qPrintable(QString::number(*peakMemory() - *before)));
        goesOn();
    }

    /// As many threads wait as there may be without one: what is added then is done all the same.
    void aTaskDoesNotWaitForOthers()
    {
        constexpr int waiting = 100;
        GrowingPool pool(waiting + 1);
        std::latch release(1);
        std::binary_semaphore answered(0);
        for (int i = 0; i < waiting; ++i)
            pool.add([&release] { release.wait(); });
        pool.add([&answered] { answered.release(); });
        const bool isDone = answered.try_acquire_for(std::chrono::seconds(30));
        release.count_down();
        QVERIFY(isDone);
    }

    void poolDoesAllThatWasAdded()
    {
        std::atomic_int done = 0;
        {
            GrowingPool pool(4);
            for (int i = 0; i < 1'000; ++i)
                pool.add([&done] { ++done; });
        }
        QCOMPARE(done.load(), 1'000);
    }
};

QTEST_GUILESS_MAIN(TestHostileRequests)
#include "tst_hostilerequests.moc"
