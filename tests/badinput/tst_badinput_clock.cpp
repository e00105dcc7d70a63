#include "badinput/runnerbench.h"
#include "support/badinput.h"

#include <QLocale>
#include <QTest>

using namespace sonde;

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

const QByteArray logsAnswer =
    R"({"tables":[{"name":"P","columns":[{"name":"a","type":"long"}],"rows":[[1]]}]})";
const QByteArray classicAnswer =
    R"({"id":"search/1","__metadata":{"resultType":"raw","total":1,"Status":"Successful"},"value":[{"a":1}]})";

QByteArray dateHeader()
{
    return "Date: " +
           QLocale::c()
               .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
               .toLatin1();
}

QByteArray rowsFor(const LoopbackRequest &request)
{
    return httpAnswer(200, request.target.contains("/query") ? logsAnswer : classicAnswer,
                      {"Content-Type: application/json", dateHeader()});
}

} // namespace

/// A machine whose clock is wrong: the service's Date tells.
class TestBadClock : public QObject
{
    Q_OBJECT

public:
    TestBadClock();

private slots:
    void cases_data() { m_area.addRows(); }
    void cases() { m_area.runRow(); }

private:
    static void off(const BadInputCase &row, milliseconds by);
    static void setBackUnderToken(const BadInputCase &row);

    BadInputArea m_area{QStringLiteral("clock")};
};

TestBadClock::TestBadClock()
{
    m_area.drive("a day behind", [](const BadInputCase &row) { off(row, -hours(24)); });
    m_area.drive("a day ahead", [](const BadInputCase &row) { off(row, hours(24)); });
    m_area.drive("two minutes off", [](const BadInputCase &row) {
        off(row, minutes(2));
        off(row, -minutes(2));
    });
    m_area.drive("set back by a day under a token", setBackUnderToken);
}

void TestBadClock::off(const BadInputCase &row, milliseconds by)
{
    LoopbackServer server(withTokens(rowsFor));
    auto clock = std::make_shared<ManualClock>(QDateTime::currentDateTimeUtc());
    clock->advance(by);
    RunnerBench bench({}, clock);
    for (const QueryLanguage language : {QueryLanguage::Kql, QueryLanguage::Classic}) {
        const BenchOutcome out = bench.run(language, RunnerBench::connectionTo(server.url()));
        QVERIFY2(out.brought(1), qPrintable(out.toString()));
        QCOMPARE(out.info().completeness, Completeness::Complete);
        if (row.kind == QLatin1String("None"))
            QCOMPARE(out.info().warnings, QStringList());
        else
            SONDE_AGREES(row, out.info().warnings);
    }
    // A range of two instants does not ask the clock.
    Query query;
    query.text = QStringLiteral("Event");
    query.range = *TimeRange::parse(QStringLiteral("2026-11-21/2026-11-22"));
    const BenchOutcome out = bench.run(query, RunnerBench::connectionTo(server.url()));
    QVERIFY2(out.brought(1), qPrintable(out.toString()));
    QCOMPARE(out.info().warnings, QStringList());
}

void TestBadClock::setBackUnderToken(const BadInputCase &row)
{
    Q_UNUSED(row)
    int tokens = 0;
    int refusals = 0;
    bool expired = false;
    LoopbackServer server([&](const LoopbackRequest &request) {
        if (request.target.contains("/oauth2/")) {
            ++tokens;
            expired = false;
            return httpAnswer(200, R"({"token_type":"Bearer","expires_in":3599,"access_token":"t"})");
        }
        if (expired) {
            ++refusals;
            return httpAnswer(401, R"({"error":{"code":"ExpiredAuthenticationToken","message":"Expired."}})");
        }
        return rowsFor(request);
    });
    auto clock = std::make_shared<ManualClock>(QDateTime::currentDateTimeUtc().addDays(1));
    RunnerBench bench({}, clock);
    const Connection connection = RunnerBench::connectionTo(server.url());
    QVERIFY(bench.run(QueryLanguage::Kql, connection).brought(1));
    QCOMPARE(tokens, 1);
    // The hour of the token is over, and the clock says that it has not begun.
    clock->advance(-hours(24));
    expired = true;
    const BenchOutcome out = bench.run(QueryLanguage::Kql, connection);
    QVERIFY2(out.brought(1), qPrintable(out.toString()));
    QCOMPARE(refusals, 1);
    QCOMPARE(tokens, 2);
    QCOMPARE(out.info().warnings, QStringList());
}

QTEST_GUILESS_MAIN(TestBadClock)
#include "tst_badinput_clock.moc"
