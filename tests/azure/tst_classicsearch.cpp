#include "searchharness.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sonde;
using namespace std::chrono_literals;

namespace {

const QByteArray requestId = "9a1c|2017-10-0223-15-32Z";
const QString lookPath = searchPath + QStringLiteral("/9a1c|2017-10-0223-15-32Z");

/// An answer in the recorded shape.
QByteArray answerOf(const char *status, int rows, const QByteArray &eTag, qint64 total = -1,
                    const QByteArray &more = {})
{
    QByteArray body =
        R"({"id":"subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w/search/)" +
        requestId + R"(","__metadata":{"resultType":"raw","total":)" +
        QByteArray::number(total < 0 ? rows : total) + R"(,"top":100,)" + more + R"("RequestId":")" +
        requestId + R"(","Status":")" + status + R"(","ETag":")" + eTag + R"("},"value":[)";
    for (int i = 0; i < rows; ++i) {
        if (i > 0)
            body += ',';
        body += R"({"TimeGenerated":"2017-10-02T23:15:25.18Z","id":")" + QByteArray::number(i) +
                R"(","Type":"Event","EventID":)" + QByteArray::number(1000 + i) + '}';
    }
    return body + "]}";
}

FakeAnswer pending(int rows, const QByteArray &eTag)
{
    return FakeAnswer::json(200, answerOf("Pending", rows, eTag, 500));
}

FakeAnswer successful(int rows, const QByteArray &eTag)
{
    return FakeAnswer::json(200, answerOf("Successful", rows, eTag));
}

const QByteArray searchError =
    R"({"__metadata":{"resultType":"error"},"error":{"type":"QuerySyntax","message":"Invalid syntax.","line":1,)"
    R"("column":36,"text":"="}})";

} // namespace

/// A run against the classic search service, by the hand-moved clock.
class TestClassicSearch : public QObject
{
    Q_OBJECT

private slots:
    void sendsTheRequest();
    void neverLooksAtWhatIsDone();
    void looksWhilePending();
    void backsOffToFiveSeconds();
    void honoursRetryAfter();
    void looksByPostWhereGetFails_data();
    void looksByPostWhereGetFails();
    void replacesWhatDiffers();
    void keepsWhatIsTheSame();
    void showsNothingForAnEmptyPending();
    void endsBeforeTheCacheDoes_data();
    void endsBeforeTheCacheDoes();
    void aLookMayNotOutliveTheCache();
    void goneAtALook_data();
    void goneAtALook();
    void goneAtTheSearch_data();
    void goneAtTheSearch();
    void failedLooksAreRepeated();
    void failedLooksEndInWhatCame();
    void refusedTokenAtALook();
    void searchLevelErrors_data();
    void searchLevelErrors();
    void unreadableAnswers_data();
    void unreadableAnswers();
    void wholeRecordsOutliveACut();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void cancelWhilePending();
};

void TestClassicSearch::sendsTheRequest()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, successful(2, "1"));
    harness.start(QStringLiteral("Type=Event"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    const SeenRequest seen = harness.network.seen("POST", searchPath).first();
    QCOMPARE(
        seen.url.toEncoded(),
        QByteArray("https://arm.example/subscriptions/22222222-2222-2222-2222-222222222222/resourcegroups/"
                   "group%20%28one%29/providers/Microsoft.OperationalInsights/workspaces/work/"
                   "search?api-version=2015-11-01-preview"));
    QCOMPARE(seen.headers.value("content-type"), QByteArray("application/json"));
    const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
    QCOMPARE(body.value(QLatin1String("query")).toString(), QStringLiteral("Type=Event"));
    QCOMPARE(body.value(QLatin1String("top")).toInt(), 100);
    QCOMPARE(body.value(QLatin1String("start")).toString(), QStringLiteral("2026-11-21T16:00:00.000Z"));
    QCOMPARE(body.value(QLatin1String("end")).toString(), QStringLiteral("2026-11-22T16:00:00.000Z"));
    QCOMPARE(body.size(), 4);
    QVERIFY(harness.network.seen("POST", tokenPathV1).first().body.contains("resource="));
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestClassicSearch::neverLooksAtWhatIsDone()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, successful(3, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.rows(), 3);
    QCOMPARE(harness.info().completeness, Completeness::Complete);
    QCOMPARE(harness.info().pendingLooks, 0);
    QCOMPARE(harness.info().total, 3);
    QCOMPARE(harness.info().top, 100);
    harness.scheduler->advance(10min);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestClassicSearch::looksWhilePending()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath,
                           pending(2, "1").with("Location", "https://https//management.azure.com/nonsense"));
    harness.network.expect("GET", lookPath, pending(4, "2"));
    harness.network.expect("GET", lookPath, successful(5, "3"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    QTRY_COMPARE(harness.rows(), 2);
    harness.scheduler->advance(1000ms);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1500ms));
    QTRY_COMPARE(harness.rows(), 4);
    harness.scheduler->advance(1500ms);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.rows(), 5);
    QCOMPARE(harness.info().pendingLooks, 2);
    QCOMPARE(harness.info().elapsedMs, 2500);
    QVERIFY(harness.info().request.startsWith(QLatin1String("POST")));
    const SeenRequest look = harness.network.seen("GET", lookPath).first();
    QVERIFY(
        look.url.toEncoded().endsWith("/search/9a1c%7C2017-10-0223-15-32Z?api-version=2015-11-01-preview"));
    QCOMPARE(look.url.host(), QStringLiteral("arm.example"));
    QVERIFY(look.body.isEmpty());
    // Signing in is said once, not before every look.
    using Stage = SearchProgress::Stage;
    QCOMPARE(harness.stages(), QList<Stage>({Stage::SigningIn, Stage::WaitingForService, Stage::Pending}));
    QList<int> looks;
    for (const SearchProgress &progress : std::as_const(harness.progresses)) {
        if (progress.stage == SearchProgress::Stage::Pending)
            looks << progress.looks;
    }
    QCOMPARE(looks, QList<int>({1, 2}));
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestClassicSearch::backsOffToFiveSeconds()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(1, "1"));
    harness.network.always("GET", lookPath, pending(1, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    for (const int delay : {1000, 1500, 2250, 3375, 5000, 5000}) {
        QTRY_VERIFY2(harness.scheduler->isWaitingFor(std::chrono::milliseconds(delay)),
                     qPrintable(QString::number(delay)));
        harness.scheduler->advance(std::chrono::milliseconds(delay));
    }
}

void TestClassicSearch::honoursRetryAfter()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(1, "1").with("Retry-After", "8"));
    harness.network.expect("GET", lookPath, FakeAnswer::json(429, "{}").with("Retry-After", "30"));
    harness.network.expect("GET", lookPath, successful(1, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(8s));
    harness.scheduler->advance(8s);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(30s));
    harness.scheduler->advance(30s);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestClassicSearch::looksByPostWhereGetFails_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("404") << 404;
    QTest::newRow("405") << 405;
}

void TestClassicSearch::looksByPostWhereGetFails()
{
    QFETCH(int, status);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(1, "1"));
    harness.network.expect("GET", lookPath, FakeAnswer::json(status, {}));
    harness.network.expect("POST", lookPath, pending(1, "1"));
    harness.network.expect("POST", lookPath, successful(1, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    harness.scheduler->advance(1000ms);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1500ms));
    harness.scheduler->advance(1500ms);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    // GET is not tried again, and the POST is an empty one.
    QCOMPARE(harness.network.seen("GET", lookPath).size(), 1);
    QVERIFY(harness.network.seen("POST", lookPath).first().body.isEmpty());
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestClassicSearch::replacesWhatDiffers()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(3, "1"));
    harness.network.expect("GET", lookPath, successful(3, "2"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    harness.scheduler->advance(1000ms);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.chunks.size(), 2);
    QCOMPARE(harness.chunks[0].mode, ResultChunk::Mode::Append);
    QCOMPARE(harness.chunks[1].mode, ResultChunk::Mode::Replace);
    QCOMPARE(harness.rows(), 3);
}

void TestClassicSearch::keepsWhatIsTheSame()
{
    // As in both recordings of 2015 and 2017: the look that succeeds repeats the pending answer's ETag.
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(3, "1"));
    harness.network.expect("GET", lookPath, successful(3, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    harness.scheduler->advance(1000ms);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.chunks.size(), 1);
    QCOMPARE(harness.rows(), 3);
}

void TestClassicSearch::showsNothingForAnEmptyPending()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(0, "1"));
    harness.network.expect("GET", lookPath, successful(0, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    QVERIFY(harness.chunks.isEmpty());
    harness.scheduler->advance(1000ms);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QCOMPARE(harness.chunks.size(), 1); // the result is there, and empty
    QCOMPARE(harness.rows(), 0);
}

void TestClassicSearch::endsBeforeTheCacheDoes_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("with rows") << 2;
    QTest::newRow("without") << 0;
}

void TestClassicSearch::endsBeforeTheCacheDoes()
{
    QFETCH(int, rows);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.always("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(rows, "1"));
    harness.network.always("GET", lookPath, pending(rows, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    const qint64 first = harness.clock->monotonicMs();
    qint64 lastLook = first;
    const auto pendings = [&harness] {
        return std::count_if(
            harness.progresses.cbegin(), harness.progresses.cend(),
            [](const SearchProgress &progress) { return progress.stage == SearchProgress::Stage::Pending; });
    };
    while (!harness.isFinished()) {
        const auto before = pendings();
        harness.scheduler->advance(harness.scheduler->untilNext());
        lastLook = harness.clock->monotonicMs();
        QVERIFY(QTest::qWaitFor([&] { return pendings() > before; }));
        QCoreApplication::sendPostedEvents();
    }
    QCOMPARE(harness.network.seen("GET", lookPath).size(), pendings() - 1);
    QVERIFY(lastLook - first < 360'000);
    QVERIFY(lastLook - first >= 350'000);
    if (rows == 0) {
        QCOMPARE(harness.error().kind, ErrorKind::Timeout);
        QCOMPARE(harness.error().remedy, Remedy::RunAgain);
        return;
    }
    QCOMPARE(harness.info().completeness, Completeness::Partial);
    QCOMPARE(harness.info().partialError->remedy, Remedy::RunAgain);
    QVERIFY(harness.info().reasons.first().contains(QLatin1String("6 minutes")));
    QCOMPARE(harness.rows(), rows);
}

void TestClassicSearch::aLookMayNotOutliveTheCache()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(2, "1"));
    harness.network.expect("GET", lookPath, FakeAnswer::json(200, {}).as(FakeAnswer::Behaviour::Hang));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    harness.scheduler->advance(1000ms);
    QTRY_COMPARE(harness.network.seen("GET", lookPath).size(), 1);
    QVERIFY(harness.scheduler->isWaitingFor(359'000ms));
    harness.scheduler->advance(359'000ms);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.info().completeness, Completeness::Partial);
    QVERIFY(harness.info().reasons.first().contains(QLatin1String("6 minutes")));
}

void TestClassicSearch::goneAtALook_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("with rows") << 2;
    QTest::newRow("without") << 0;
}

void TestClassicSearch::goneAtALook()
{
    QFETCH(int, rows);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(rows, "1"));
    harness.network.expect("GET", lookPath, FakeAnswer::json(410, {}));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    harness.scheduler->advance(1000ms);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.outcomes.first().has_value(), rows > 0);
    const Error error = rows > 0 ? *harness.info().partialError : harness.error();
    QCOMPARE(error.kind, ErrorKind::Gone);
    QCOMPARE(error.message,
             QStringLiteral("The service no longer has this search: it keeps one for 6 minutes."));
    QCOMPARE(error.remedy, Remedy::RunAgain);
}

void TestClassicSearch::goneAtTheSearch_data()
{
    QTest::addColumn<QString>("kql");
    QTest::addColumn<Remedy>("remedy");
    QTest::newRow("can be said in KQL") << QStringLiteral("Event | take 100") << Remedy::RunAsKql;
    QTest::newRow("cannot") << QString() << Remedy::None;
}

void TestClassicSearch::goneAtTheSearch()
{
    QFETCH(QString, kql);
    QString asked;
    SearchHarness harness([&asked, kql](const QString &text) {
        asked = text;
        return kql;
    });
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, FakeAnswer::json(410, {}));
    harness.start(QStringLiteral("Type=Event"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::Gone);
    QCOMPARE(harness.error().message, QStringLiteral("This service was switched off in 2019."));
    QTEST(harness.error().remedy, "remedy");
    QCOMPARE(harness.error().suggestedQuery, kql);
    QCOMPARE(asked, QStringLiteral("Type=Event"));
}

void TestClassicSearch::failedLooksAreRepeated()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(1, "1"));
    harness.network.expect("GET", lookPath, FakeAnswer::json(503, {}));
    harness.network.expect("GET", lookPath, FakeAnswer::json(200, {}).as(FakeAnswer::Behaviour::Fail));
    harness.network.expect("GET", lookPath, successful(2, "2"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    for (const int delay : {1000, 1500, 2250}) {
        QTRY_VERIFY(harness.scheduler->isWaitingFor(std::chrono::milliseconds(delay)));
        harness.scheduler->advance(std::chrono::milliseconds(delay));
    }
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QCOMPARE(harness.rows(), 2);
}

void TestClassicSearch::failedLooksEndInWhatCame()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(1, "1"));
    harness.network.always("GET", lookPath, FakeAnswer::json(503, {}));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    for (const int delay : {1000, 1500, 2250, 3375}) {
        QTRY_VERIFY(harness.scheduler->isWaitingFor(std::chrono::milliseconds(delay)));
        harness.scheduler->advance(std::chrono::milliseconds(delay));
    }
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.info().completeness, Completeness::Partial);
    QCOMPARE(harness.info().partialError->httpStatus, 503);
    QCOMPARE(harness.rows(), 1);
    QCOMPARE(harness.network.seen("GET", lookPath).size(), 4);
}

void TestClassicSearch::refusedTokenAtALook()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1("old"));
    harness.network.expect("POST", searchPath, pending(1, "1"));
    harness.network.expect("GET", lookPath, FakeAnswer::json(401, "{}"));
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1("new"));
    harness.network.expect("GET", lookPath, successful(1, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    harness.scheduler->advance(1000ms);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QCOMPARE(harness.network.seen("GET", lookPath).at(1).headers.value("authorization"),
             QByteArray("Bearer new"));
    QCOMPARE(harness.network.problems(), QStringList());
}

void TestClassicSearch::searchLevelErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("200") << 200;
    QTest::newRow("400") << 400;
}

void TestClassicSearch::searchLevelErrors()
{
    QFETCH(int, status);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, FakeAnswer::json(status, searchError));
    harness.start(QStringLiteral("Event | where"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::Query);
    QVERIFY2(harness.error().message.contains(QLatin1String("Invalid syntax")),
             qPrintable(harness.error().message));
    QVERIFY(harness.error().position);
    QCOMPARE(harness.error().rawAnswer, searchError);
}

void TestClassicSearch::unreadableAnswers_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message"); // empty: the decoder's own
    QTest::newRow("nothing") << FakeAnswer::json(200, {}) << ErrorKind::Decode
                             << QStringLiteral("The service answered with success and nothing else.");
    QTest::newRow("page") << FakeAnswer::json(200, "<html>").with("Content-Type", "text/html")
                          << ErrorKind::Decode
                          << QStringLiteral("“arm.example” answered with a web page and not with data.");
    QTest::newRow("other JSON") << FakeAnswer::json(200, "[1,2]") << ErrorKind::Decode << QString();
    QTest::newRow("cut") << FakeAnswer::json(200, answerOf("Successful", 3, "1").left(300))
                         << ErrorKind::Decode << QString();
    QTest::newRow("forbidden") << FakeAnswer::json(
                                      403, R"({"error":{"code":"AuthorizationFailed","message":"m"}})")
                               << ErrorKind::Forbidden
                               << QStringLiteral("The application may not read this workspace.");
    QTest::newRow("no workspace") << FakeAnswer::json(
                                         404, R"({"error":{"code":"ResourceNotFound","message":"m"}})")
                                  << ErrorKind::NotFound << QStringLiteral("The workspace was not found.");
}

void TestClassicSearch::unreadableAnswers()
{
    QFETCH(FakeAnswer, answer);
    QFETCH(QString, message);
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, answer);
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(!harness.outcomes.first());
    QTEST(harness.error().kind, "kind");
    if (!message.isEmpty())
        QCOMPARE(harness.error().message, message);
    QVERIFY(!harness.error().message.isEmpty());
    QVERIFY(harness.chunks.isEmpty());
}

void TestClassicSearch::wholeRecordsOutliveACut()
{
    const QByteArray body = answerOf("Successful", 3, "1");
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, FakeAnswer::json(200, body.left(body.size() - 20)));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    const ResultInfo &info = *harness.outcomes.first();
    QCOMPARE(info.completeness, Completeness::Partial);
    QCOMPARE(info.reasons.first(), QStringLiteral("The answer broke off after 2 record(s)."));
    QVERIFY(info.partialError.has_value());
    QCOMPARE(harness.chunks.size(), 1);
    QCOMPARE(harness.chunks.first().rows.rowCount(), std::size_t(2));
}

void TestClassicSearch::saysWhatIsMissing_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("returned");
    QTest::addColumn<int>("total");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<Completeness>("completeness");
    QTest::addColumn<QStringList>("reasons");
    QTest::newRow("all") << 100 << 7 << 7 << QByteArray() << Completeness::Complete << QStringList();
    QTest::newRow("as asked") << 7 << 7 << 4000 << QByteArray() << Completeness::Capped
                              << QStringList(QStringLiteral(
                                     "7 of 4,000 matching records are here: no more were asked for."));
    QTest::newRow("service's cap")
        << 9000 << 5000 << 12000 << QByteArray() << Completeness::Capped
        << QStringList(
               QStringLiteral("5,000 of 12,000 matching records are here: the service returns at most "
                              "5,000 at a time, though 9,000 were asked for."));
    QTest::newRow("partial")
        << 100 << 7 << 7 << QByteArray(R"("partialResults":true,)") << Completeness::Partial
        << QStringList(
               QStringLiteral("A part of the service’s index did not answer, so records may be missing."));
}

void TestClassicSearch::saysWhatIsMissing()
{
    QFETCH(int, asked);
    QFETCH(int, returned);
    QFETCH(int, total);
    QFETCH(QByteArray, more);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath,
                           FakeAnswer::json(200, answerOf("Successful", returned, "1", total, more)));
    Query query;
    query.text = QStringLiteral("*");
    query.language = QueryLanguage::Classic;
    query.top = asked;
    harness.start(query);
    QTRY_VERIFY(harness.isFinished());
    QVERIFY(harness.outcomes.first().has_value());
    QTEST(harness.info().completeness, "completeness");
    QTEST(harness.info().reasons, "reasons");
    QCOMPARE(QJsonDocument::fromJson(harness.network.seen("POST", searchPath).first().body)
                 .object()
                 .value(QLatin1String("top"))
                 .toInt(),
             asked);
}

void TestClassicSearch::cancelWhilePending()
{
    SearchHarness harness;
    harness.network.expect("POST", tokenPathV1, tokenAnswerV1());
    harness.network.expect("POST", searchPath, pending(2, "1"));
    harness.start(QStringLiteral("*"), QueryLanguage::Classic);
    QTRY_VERIFY(harness.scheduler->isWaitingFor(1000ms));
    harness.cancelState->cancel();
    harness.host.cancelSearch(1);
    QTRY_VERIFY(harness.isFinished());
    QCOMPARE(harness.error().kind, ErrorKind::Cancelled);
    harness.scheduler->advance(10s);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(harness.network.seen().size(), 2);
    QCOMPARE(harness.outcomes.size(), 1);
}

QTEST_GUILESS_MAIN(TestClassicSearch)
#include "tst_classicsearch.moc"
