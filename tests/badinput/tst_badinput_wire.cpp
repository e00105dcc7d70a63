#include "azure/gzipped.h"
#include "badinput/runnerbench.h"
#include "support/badinput.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sonde;

namespace {

/// Rows that do not pack well, so that a packed answer has many thousand bytes too.
QByteArray noise(QRandomGenerator &random)
{
    return QByteArray::number(random.generate64(), 16) + QByteArray::number(random.generate64(), 16);
}

constexpr int logsRows = 2000;
constexpr int classicRows = 600;

QByteArray logsAnswer()
{
    QRandomGenerator random(1);
    QByteArray body = R"({"tables":[{"name":"PrimaryResult","columns":[{"name":"n","type":"long"},)"
                      R"({"name":"s","type":"string"}],"rows":[)";
    for (int i = 0; i < logsRows; ++i)
        body += (i > 0 ? ",[" : "[") + QByteArray::number(i) + ",\"" + noise(random) + "\"]";
    return body + "]}]}";
}

QByteArray classicAnswer()
{
    QRandomGenerator random(2);
    QByteArray body = R"({"id":"search/1","__metadata":{"resultType":"raw","total":)" +
                      QByteArray::number(classicRows) + R"(,"Status":"Successful"},"value":[)";
    for (int i = 0; i < classicRows; ++i)
        body +=
            (i > 0 ? R"(,{"n":)" : R"({"n":)") + QByteArray::number(i) + R"(,"s":")" + noise(random) + "\"}";
    return body + "]}";
}

const QByteArray page = "<!DOCTYPE html><html><head><title>Sign in to the hotel</title></head><body>"
                        "<form action=\"/login\">Room number</form></body></html>";

QByteArray htmlAnswer(int status)
{
    return httpAnswer(status, page, {"Content-Type: text/html; charset=utf-8"});
}

const QList<QueryLanguage> bothLanguages{QueryLanguage::Kql, QueryLanguage::Classic};

bool mentions(const Error &error, const QByteArray &secret)
{
    const QString text = QString::fromLatin1(secret);
    return error.message.contains(text) || error.advice.contains(text) || error.detail.contains(text) ||
           error.rawAnswer.contains(secret);
}

/// The environment says which proxy this machine has.
class ProxyEnvironment
{
public:
    explicit ProxyEnvironment(quint16 port)
    {
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(port);
        for (const char *name : names)
            qputenv(name, address);
    }
    ~ProxyEnvironment()
    {
        for (const char *name : names)
            qunsetenv(name);
    }
    ProxyEnvironment(const ProxyEnvironment &) = delete;
    ProxyEnvironment &operator=(const ProxyEnvironment &) = delete;

private:
    static constexpr const char *names[] = {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"};
};

} // namespace

/// What comes, or does not come, over the line: the real runner over real sockets.
class TestBadWire : public QObject
{
    Q_OBJECT

public:
    TestBadWire();

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    enum class Cut { Line, Body, Packed };
    static void cutLogs(const BadInputCase &row, Cut cut);
    static void cutClassic(const BadInputCase &row, Cut cut);
    static void locationOnAnswer(const BadInputCase &row);
    static void answered(const BadInputCase &row, const QByteArray &answer);
    static void leadsBack(const BadInputCase &row);
    static void redirected(const BadInputCase &row);
    static void signInRedirected(const BadInputCase &row);
    static void webPage(const BadInputCase &row, int status);
    static void webPageForToken(const BadInputCase &row);
    static void proxy(const BadInputCase &row, int status);

    BadInputArea m_area{QStringLiteral("wire")};
};

TestBadWire::TestBadWire()
{
    m_area.drive("logs: the line is cut at every 1000th byte",
                 [](const BadInputCase &row) { cutLogs(row, Cut::Line); });
    m_area.drive("logs: the body is cut at every 1000th byte",
                 [](const BadInputCase &row) { cutLogs(row, Cut::Body); });
    m_area.drive("logs: a packed body is cut at every 1000th byte",
                 [](const BadInputCase &row) { cutLogs(row, Cut::Packed); });
    m_area.drive("classic: the line is cut at every 1000th byte",
                 [](const BadInputCase &row) { cutClassic(row, Cut::Line); });
    m_area.drive("classic: the body is cut at every 1000th byte",
                 [](const BadInputCase &row) { cutClassic(row, Cut::Body); });
    m_area.drive("a Location header on an answer", locationOnAnswer);
    m_area.drive("a Location header that leads nowhere", [](const BadInputCase &row) {
        answered(row, httpAnswer(302, {}, {"Location: http://:99999/["}));
    });
    m_area.drive("a Location header that leads back", leadsBack);
    m_area.drive("a redirect without a Location",
                 [](const BadInputCase &row) { answered(row, httpAnswer(302, {}, {})); });
    m_area.drive("a redirect to another host", redirected);
    m_area.drive("the sign-in is redirected to another host", signInRedirected);
    m_area.drive("a web page instead of rows", [](const BadInputCase &row) { webPage(row, 200); });
    m_area.drive("a web page with HTTP 403 instead of rows",
                 [](const BadInputCase &row) { webPage(row, 403); });
    m_area.drive("a web page with HTTP 502 instead of rows",
                 [](const BadInputCase &row) { webPage(row, 502); });
    m_area.drive("a web page instead of a token", webPageForToken);
    m_area.drive("a proxy that answers with a web page", [](const BadInputCase &row) { proxy(row, 200); });
    m_area.drive("a proxy that refuses with a web page", [](const BadInputCase &row) { proxy(row, 403); });
}

void TestBadWire::cutLogs(const BadInputCase &row, Cut cut)
{
    const QByteArray whole = cut == Cut::Packed ? gzipped(logsAnswer()) : logsAnswer();
    QVERIFY2(whole.size() > 40'000, QByteArray::number(whole.size()).constData());
    qsizetype size = whole.size();
    LoopbackServer server(withTokens([&](const LoopbackRequest &) {
        QByteArrayList headers{"Content-Type: application/json"};
        if (cut == Cut::Packed)
            headers << "Content-Encoding: gzip";
        if (cut == Cut::Line)
            headers << "Content-Length: " + QByteArray::number(whole.size());
        return httpAnswer(200, whole.left(size), headers);
    }));
    RunnerBench bench;
    const Connection connection = RunnerBench::connectionTo(server.url());
    // Whole, it is complete.
    const BenchOutcome all = bench.run(QueryLanguage::Kql, connection);
    QVERIFY2(all.brought(logsRows), qPrintable(all.toString()));
    QCOMPARE(all.info().completeness, Completeness::Complete);
    int refused = 0;
    int partial = 0;
    // The first cut leaves no whole row.
    for (size = cut == Cut::Line ? 0 : 80; size < whole.size(); size += 1000) {
        const BenchOutcome out = bench.run(QueryLanguage::Kql, connection);
        QVERIFY2(out.outcome, QByteArray::number(size).constData());
        if (out.failed()) {
            ++refused;
            SONDE_AGREES(row, out.error());
            QCOMPARE(out.rows->rowCount(), 0);
            continue;
        }
        ++partial;
        QVERIFY2(out.info().completeness == Completeness::Partial, qPrintable(out.toString()));
        SONDE_AGREES(row, out.info().reasons);
        QVERIFY(out.rows->rowCount() > 0 && out.rows->rowCount() < logsRows);
    }
    QVERIFY(refused > 0 && partial > 0);
}

void TestBadWire::cutClassic(const BadInputCase &row, Cut cut)
{
    const QByteArray whole = classicAnswer();
    qsizetype size = whole.size();
    LoopbackServer server(withTokens([&](const LoopbackRequest &) {
        QByteArrayList headers{"Content-Type: application/json"};
        if (cut == Cut::Line)
            headers << "Content-Length: " + QByteArray::number(whole.size());
        return httpAnswer(200, whole.left(size), headers);
    }));
    RunnerBench bench;
    const Connection connection = RunnerBench::connectionTo(server.url());
    const BenchOutcome all = bench.run(QueryLanguage::Classic, connection);
    QVERIFY2(all.brought(classicRows), qPrintable(all.toString()));
    int refused = 0;
    int partial = 0;
    for (size = cut == Cut::Line ? 0 : 80; size < whole.size(); size += 1000) {
        const BenchOutcome out = bench.run(QueryLanguage::Classic, connection);
        if (out.failed()) {
            ++refused;
            SONDE_AGREES(row, out.error());
            QCOMPARE(out.rows->rowCount(), 0);
            continue;
        }
        ++partial;
        QVERIFY2(out.info().completeness == Completeness::Partial, qPrintable(out.toString()));
        SONDE_AGREES(row, out.info().reasons);
        QVERIFY(out.rows->rowCount() > 0 && out.rows->rowCount() < classicRows);
    }
    QVERIFY(refused > 0 && partial > 0);
}

void TestBadWire::locationOnAnswer(const BadInputCase &row)
{
    Q_UNUSED(row)
    LoopbackServer other([](const LoopbackRequest &) { return httpAnswer(200, "{}"); });
    LoopbackServer server(withTokens([&other](const LoopbackRequest &request) {
        return httpAnswer(200, request.target.contains("/query") ? logsAnswer() : classicAnswer(),
                          {"Content-Type: application/json", "Location: " + other.url().toLatin1() + "/x"});
    }));
    RunnerBench bench;
    const Connection connection = RunnerBench::connectionTo(server.url());
    QVERIFY(bench.run(QueryLanguage::Kql, connection).brought(logsRows));
    QVERIFY(bench.run(QueryLanguage::Classic, connection).brought(classicRows));
    QCOMPARE(other.connections(), 0);
}

void TestBadWire::answered(const BadInputCase &row, const QByteArray &answer)
{
    LoopbackServer server(withTokens([&answer](const LoopbackRequest &) { return answer; }));
    RunnerBench bench;
    for (const QueryLanguage language : bothLanguages) {
        const BenchOutcome out = bench.run(language, RunnerBench::connectionTo(server.url()));
        QVERIFY2(out.failed(), qPrintable(out.toString()));
        SONDE_AGREES(row, out.error());
    }
}

void TestBadWire::leadsBack(const BadInputCase &row)
{
    QByteArray url;
    LoopbackServer server(withTokens([&url](const LoopbackRequest &request) {
        return httpAnswer(307, {}, {"Location: " + url + request.target});
    }));
    url = server.url().toLatin1();
    RunnerBench bench;
    for (const QueryLanguage language : bothLanguages) {
        const BenchOutcome out = bench.run(language, RunnerBench::connectionTo(server.url()));
        QVERIFY2(out.failed(), qPrintable(out.toString()));
        SONDE_AGREES(row, out.error());
    }
    QVERIFY(server.connections() < 200);
}

void TestBadWire::redirected(const BadInputCase &row)
{
    LoopbackServer thief([](const LoopbackRequest &) { return httpAnswer(200, "{}"); });
    for (const int status : {301, 302, 303, 307, 308}) {
        LoopbackServer server(withTokens([&](const LoopbackRequest &request) {
            return httpAnswer(status, {}, {"Location: " + thief.url().toLatin1() + request.target});
        }));
        RunnerBench bench;
        for (const QueryLanguage language : bothLanguages) {
            const BenchOutcome out = bench.run(language, RunnerBench::connectionTo(server.url()));
            QVERIFY2(out.failed(), qPrintable(out.toString()));
            SONDE_AGREES(row, out.error());
        }
        QVERIFY(server.received().contains(RunnerBench::token()));
    }
    QCOMPARE(thief.connections(), 0);
}

void TestBadWire::signInRedirected(const BadInputCase &row)
{
    LoopbackServer thief([](const LoopbackRequest &) { return httpAnswer(200, "{}"); });
    for (const int status : {302, 307, 308}) {
        LoopbackServer server([&](const LoopbackRequest &request) {
            return httpAnswer(status, {}, {"Location: " + thief.url().toLatin1() + request.target});
        });
        RunnerBench bench;
        for (const QueryLanguage language : bothLanguages) {
            const BenchOutcome out = bench.run(language, RunnerBench::connectionTo(server.url()));
            QVERIFY2(out.failed(), qPrintable(out.toString()));
            SONDE_AGREES(row, out.error());
            QVERIFY(!mentions(out.error(), RunnerBench::secret()));
        }
        QVERIFY(server.received().contains(RunnerBench::secret()));
    }
    QCOMPARE(thief.connections(), 0);
}

void TestBadWire::webPage(const BadInputCase &row, int status)
{
    LoopbackServer server(withTokens([status](const LoopbackRequest &) { return htmlAnswer(status); }));
    RunnerBench bench;
    for (const QueryLanguage language : bothLanguages) {
        const BenchOutcome out = bench.run(language, RunnerBench::connectionTo(server.url()));
        QVERIFY2(out.failed(), qPrintable(out.toString()));
        SONDE_AGREES(row, out.error());
        QVERIFY(!out.error().message.contains(u'<') && !out.error().advice.contains(u'<'));
        QCOMPARE(out.error().rawAnswer, page);
        QCOMPARE(out.error().httpStatus, status);
    }
}

void TestBadWire::webPageForToken(const BadInputCase &row)
{
    LoopbackServer server([](const LoopbackRequest &) { return htmlAnswer(200); });
    RunnerBench bench;
    for (const QueryLanguage language : bothLanguages) {
        const BenchOutcome out = bench.run(language, RunnerBench::connectionTo(server.url()));
        QVERIFY2(out.failed(), qPrintable(out.toString()));
        SONDE_AGREES(row, out.error());
        QVERIFY(!mentions(out.error(), RunnerBench::secret()));
        QCOMPARE(out.error().rawAnswer, page);
    }
}

void TestBadWire::proxy(const BadInputCase &row, int status)
{
    LoopbackServer server([status](const LoopbackRequest &) { return htmlAnswer(status); });
    const ProxyEnvironment environment(server.port());
    RunnerBench bench;
    const BenchOutcome out =
        bench.run(QueryLanguage::Kql, RunnerBench::connectionTo(QStringLiteral("https://logs.example")));
    QVERIFY2(out.failed(), qPrintable(out.toString()));
    QVERIFY(server.connections() > 0);
    QVERIFY2(server.received().startsWith("CONNECT logs.example:443"), server.received().constData());
    SONDE_AGREES(row, out.error(),
                 {{QStringLiteral("proxy"), QStringLiteral("127.0.0.1:%1").arg(server.port())}});
    QCOMPARE(out.error().remedy, Remedy::OpenSettings);
    QVERIFY(!out.error().message.contains(u'<'));
    QVERIFY(!server.received().contains(RunnerBench::secret()));
}

QTEST_GUILESS_MAIN(TestBadWire)
#include "tst_badinput_wire.moc"
