// What the embedded workspace keeps as saved searches, as the resource manager serves them.

#include "core/querycheck.h"
#include "kql/kqlservice.h"
#include "sandbox/sampledata.h"
#include "sandbox/samplefunctions.h"
#include "sandbox/samplesearches.h"
#include "sandbox/savedsearches.h"
#include "testclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;

class TestSavedSearches final : public QObject
{
    Q_OBJECT

    const SandboxEndpoints m_endpoints = SandboxEndpoints::at(QStringLiteral("http://127.0.0.1:1"));
    std::unique_ptr<SavedSearches> m_searches;

    ServerRequest request(const char *method, const QString &tail) const
    {
        ServerRequest request;
        request.method = method;
        request.path =
            QStringLiteral("/subscriptions/%1/resourcegroups/%2/providers/"
                           "Microsoft.OperationalInsights/workspaces/%3/savedSearches%4")
                .arg(m_endpoints.subscription, m_endpoints.resourceGroup, m_endpoints.workspace, tail)
                .toStdString();
        request.parameters.emplace("api-version", "2020-08-01");
        return request;
    }
    HttpAnswer ask(const char *method, const QString &tail, const QJsonObject &body = {}) const
    {
        ServerRequest asked = request(method, tail);
        asked.body = QJsonDocument(body).toJson().toStdString();
        return m_searches->handle(asked);
    }
    static QJsonObject objectOf(const HttpAnswer &answer)
    {
        return QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
    }
    static QJsonObject bodyOf(const QString &query, const QString &tag = {})
    {
        // The reference writes its example with capitals.
        QJsonObject body{{QStringLiteral("Properties"),
                          QJsonObject{{QStringLiteral("Category"), QStringLiteral("Mine")},
                                      {QStringLiteral("DisplayName"), QStringLiteral("One of mine")},
                                      {QStringLiteral("Query"), query},
                                      {QStringLiteral("Version"), 1}}}};
        if (!tag.isEmpty())
            body.insert(QStringLiteral("etag"), tag);
        return body;
    }
    QJsonArray listed() const { return objectOf(ask("GET", {})).value(u"value").toArray(); }

private slots:
    void init() { m_searches = std::make_unique<SavedSearches>(m_endpoints); }

    void listsSearchesAndFunctions()
    {
        const QJsonArray all = listed();
        QCOMPARE(all.size(), sampleSearches().size() + sampleFunctions().size());
        int functions = 0;
        for (const auto &value : all) {
            const QJsonObject item = value.toObject();
            QCOMPARE(item.value(u"type").toString(),
                     QStringLiteral("Microsoft.OperationalInsights/savedSearches"));
            QVERIFY(
                item.value(u"id").toString().endsWith(u"/savedSearches/" + item.value(u"name").toString()));
            QVERIFY(!item.contains(u"etag"));
            const QJsonObject properties = item.value(u"properties").toObject();
            for (const char *key : {"category", "displayName", "query"})
                QVERIFY(!properties.value(QLatin1StringView(key)).toString().isEmpty());
            functions += properties.contains(u"functionAlias") ? 1 : 0;
        }
        QCOMPARE(functions, sampleFunctions().size());
    }

    void writesReadsAndDeletes()
    {
        const QString id = QStringLiteral("/Mine(1)|first");
        const auto written = ask("PUT", id, bodyOf(QStringLiteral("Event\r\n| take 1")));
        QCOMPARE(written.status, 200);
        const QString tag = objectOf(written).value(u"etag").toString();
        QVERIFY(!tag.isEmpty());
        const QJsonObject read = objectOf(ask("GET", id.toLower()));
        QCOMPARE(read.value(u"name").toString(), QStringLiteral("Mine(1)|first"));
        QCOMPARE(read.value(u"properties").toObject().value(u"query").toString(),
                 QStringLiteral("Event\r\n| take 1"));
        QCOMPARE(read.value(u"properties").toObject().value(u"version").toInt(), 1);
        // Another's change is not lost by accident.
        QCOMPARE(ask("PUT", id, bodyOf(QStringLiteral("Event"))).status, 409);
        QCOMPARE(ask("PUT", id, bodyOf(QStringLiteral("Event"), QStringLiteral("W/\"99\""))).status, 409);
        QCOMPARE(ask("PUT", id, bodyOf(QStringLiteral("Event"), tag)).status, 200);
        QCOMPARE(ask("PUT", id, bodyOf(QStringLiteral("Perf"), tag)).status, 409);
        QCOMPARE(ask("PUT", id, bodyOf(QStringLiteral("Perf"), QStringLiteral("*"))).status, 200);
        QCOMPARE(objectOf(ask("GET", id)).value(u"properties").toObject().value(u"query").toString(),
                 QStringLiteral("Perf"));
        QCOMPARE(ask("DELETE", id).status, 200);
        QCOMPARE(ask("DELETE", id).status, 404);
        QCOMPARE(ask("GET", id).status, 404);
    }

    void refusesWhatIsNoSearch()
    {
        QCOMPARE(ask("PUT", QStringLiteral("/x"), {}).status, 400);
        QJsonObject noQuery = bodyOf(QString());
        QVERIFY(ask("PUT", QStringLiteral("/x"), noQuery).body.find("'query'") != std::string::npos);
        ServerRequest broken = request("PUT", QStringLiteral("/x"));
        broken.body = "{\"properties\":";
        QCOMPARE(m_searches->handle(broken).status, 400);
        QCOMPARE(ask("POST", {}).status, 405);
        QCOMPARE(ask("POST", QStringLiteral("/x")).status, 405);
        QCOMPARE(ask("GET", QStringLiteral("/x/y")).status, 404);
        ServerRequest old = request("GET", {});
        old.parameters.clear();
        QCOMPARE(m_searches->handle(old).status, 400);
        old.parameters.emplace("api-version", "1999-01-01");
        QCOMPARE(m_searches->handle(old).status, 400);
        ServerRequest other = request("GET", {});
        other.path.replace(other.path.find("/workspaces/"), 12, "/workspaces/no");
        QCOMPARE(m_searches->handle(other).status, 404);
        QVERIFY(SavedSearches::owns(other));
    }

    /// What anyone may write stays within bounds: so many searches, each as long as a query may be.
    void keepsNoMoreThanItMay()
    {
        const QJsonObject body = bodyOf(QStringLiteral("Event"));
        QCOMPARE(ask("PUT", QStringLiteral("/first"), body).status, 200);
        auto kept = static_cast<std::size_t>(listed().size());
        for (; kept < SavedSearches::mostSearches; ++kept)
            QCOMPARE(ask("PUT", QStringLiteral("/x%1").arg(kept), body).status, 200);
        const HttpAnswer refused = ask("PUT", QStringLiteral("/one-more"), body);
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.body.find("1000") != std::string::npos);
        QCOMPARE(ask("GET", QStringLiteral("/one-more")).status, 404);
        // What is there may still be replaced; and where one goes, another has room.
        QCOMPARE(
            ask("PUT", QStringLiteral("/first"), bodyOf(QStringLiteral("Perf"), QStringLiteral("*"))).status,
            200);
        QCOMPARE(ask("DELETE", QStringLiteral("/first")).status, 200);
        QCOMPARE(ask("PUT", QStringLiteral("/one-more"), body).status, 200);
    }

    void refusesAQueryThatIsTooLong()
    {
        const HttpAnswer refused =
            ask("PUT", QStringLiteral("/x"), bodyOf(QString(longestQueryText + 1, QLatin1Char('x'))));
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.body.find("'query'") != std::string::npos);
        QCOMPARE(ask("PUT", QStringLiteral("/x"), bodyOf(QString(longestQueryText, QLatin1Char('x')))).status,
                 200);
    }

    void everySampleHasRows()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        KqlService kql;
        const QTemporaryDir folder;
        const test::TestClock clock;
        const auto data = SampleData::open({20'000, 1, folder.path()}, clock.nowUtc());
        QVERIFY2(data, data ? "" : qPrintable(data.error().detail));
        const Engine engine(data->database, kql, data->tables, sampleFunctions());
        for (const SampleSearch &search : sampleSearches()) {
            CollectingSink sink;
            const auto outcome = engine.run({search.query, {}, toTicks(clock.nowUtc())}, sink, CancelState());
            QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(search.id + outcome.error().message));
            QVERIFY2(sink.rows().rowCount() > 0, qPrintable(search.id));
        }
    }
};

QTEST_GUILESS_MAIN(TestSavedSearches)
#include "tst_savedsearches.moc"
