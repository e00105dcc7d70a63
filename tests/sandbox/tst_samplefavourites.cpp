#include "kql/kqlservice.h"
#include "sandbox/logsservice.h"
#include "sandbox/sampledata.h"
#include "stores/favouritefile.h"
#include "stores/samplefavourites.h"
#include "testclock.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

namespace {

class KeepingSink final : public BodySink
{
public:
    bool write(std::string_view bytes) override
    {
        body += bytes;
        return true;
    }
    bool flush() override { return true; }

    std::string body;
};

} // namespace

/// The favourites in the program are answered by the workspace in the program, and none of them without rows.
class TestSampleFavourites : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void haveRows_data();
    void haveRows();

private:
    const SandboxEndpoints m_endpoints = SandboxEndpoints::at(QStringLiteral("http://127.0.0.1:1"));
    const std::shared_ptr<test::TestClock> m_clock = std::make_shared<test::TestClock>();
    QTemporaryDir m_folder;
    std::unique_ptr<KqlService> m_kql;
    std::unique_ptr<Engine> m_engine;
};

void TestSampleFavourites::initTestCase()
{
    if (!KqlService::isAvailable())
        QSKIP("built without the Kusto language service");
    m_kql = std::make_unique<KqlService>();
    const auto data = SampleData::open({60'000, 1, m_folder.path()}, m_clock->nowUtc());
    QVERIFY2(data, data ? "" : qPrintable(data.error().detail));
    m_engine = std::make_unique<Engine>(data->database, *m_kql, data->tables);
}

void TestSampleFavourites::haveRows_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(sampleFavouritesFolder());
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(names.size() >= 10);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestSampleFavourites::haveRows()
{
    QFETCH(QString, path);
    const FavouriteFile file = readFavouriteFile(path).file;
    QVERIFY(!file.fault);
    QVERIFY(file.favourite.range);
    if (file.favourite.language == QueryLanguage::Classic)
        QSKIP("the classic service is tested on its own");
    ServerRequest request;
    request.method = "POST";
    request.path = "/v1/workspaces/" + m_endpoints.workspaceId.toStdString() + "/query";
    request.headers.emplace("content-type", "application/json");
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("query"), file.favourite.text},
                                             {QStringLiteral("timespan"), file.favourite.range->toString()}})
                       .toJson()
                       .toStdString();
    LogsService service(m_endpoints, *m_engine, m_clock, *Faults::parse({}), std::make_shared<CancelState>());
    const HttpAnswer answer = service.handle(request);
    KeepingSink sink;
    if (answer.stream)
        QVERIFY(answer.stream(sink));
    else
        sink.body = answer.body;
    const QByteArray body = QByteArray::fromStdString(sink.body);
    QVERIFY2(answer.status == 200, body.constData());
    const QJsonObject table =
        QJsonDocument::fromJson(body).object().value(u"tables").toArray().at(0).toObject();
    QVERIFY(!table.value(u"rows").toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestSampleFavourites)
#include "tst_samplefavourites.moc"
