#include "kql/classicfixture.h"
#include "kql/kqlservice.h"
#include "results/classicdecoder.h"
#include "sandbox/classicservice.h"
#include "sandbox/sampledata.h"
#include "testclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace sonde;

namespace {

QJsonObject objectOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
}

QJsonObject metadataOf(const HttpAnswer &answer)
{
    return objectOf(answer).value(u"__metadata").toObject();
}

int rowsOf(const HttpAnswer &answer)
{
    return static_cast<int>(objectOf(answer).value(u"value").toArray().size());
}

QString headerOf(const HttpAnswer &answer, std::string_view name)
{
    for (const auto &[key, value] : answer.headers) {
        if (key == name)
            return QString::fromStdString(value);
    }
    return {};
}

} // namespace

class TestClassicService : public QObject
{
    Q_OBJECT

    std::unique_ptr<ClassicService> service(const QStringList &faults = {},
                                            std::chrono::milliseconds timeLimit = {})
    {
        return std::make_unique<ClassicService>(m_endpoints, *m_engine, m_clock, *Faults::parse(faults),
                                                std::make_shared<CancelState>(), timeLimit);
    }

    ServerRequest request(const QString &tail) const
    {
        ServerRequest request;
        request.method = "POST";
        request.path =
            QStringLiteral("/subscriptions/%1/resourcegroups/%2/providers/Microsoft.OperationalInsights/"
                           "workspaces/%3/search%4")
                .arg(m_endpoints.subscription, m_endpoints.resourceGroup, m_endpoints.workspace, tail)
                .toStdString();
        request.headers.emplace("content-type", "application/json; charset=utf-8");
        request.parameters.emplace("api-version", "2015-11-01-preview");
        return request;
    }

    HttpAnswer search(ClassicService &service, const QJsonObject &body) const
    {
        ServerRequest asked = request({});
        asked.body = QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
        return service.handle(asked);
    }

    HttpAnswer search(ClassicService &service, const QString &query, int top = 30) const
    {
        return search(service, {{QStringLiteral("query"), query}, {QStringLiteral("top"), top}});
    }

    HttpAnswer poll(ClassicService &service, const HttpAnswer &first, const char *method = "GET") const
    {
        const QString id = objectOf(first).value(u"id").toString();
        ServerRequest asked = request(u'/' + id.section(u'/', -1));
        asked.method = method;
        return service.handle(asked);
    }

    const SandboxEndpoints m_endpoints = SandboxEndpoints::at(QStringLiteral("http://127.0.0.1:1"));
    const std::shared_ptr<test::TestClock> m_clock = std::make_shared<test::TestClock>();
    QTemporaryDir m_folder;
    std::unique_ptr<KqlService> m_kql;
    std::unique_ptr<Engine> m_engine;

private slots:
    void initTestCase()
    {
        if (!KqlService::isAvailable())
            QSKIP("built without the Kusto language service");
        m_kql = std::make_unique<KqlService>();
        const auto data = SampleData::open({20'000, 1, m_folder.path()}, m_clock->nowUtc());
        QVERIFY2(data, data ? "" : qPrintable(data.error().detail));
        m_engine = std::make_unique<Engine>(data->database, *m_kql, data->tables);
    }

    void pendsTwiceThenSucceeds()
    {
        const auto classic = service();
        const HttpAnswer first = search(*classic, QStringLiteral("Type=Event"));
        QCOMPARE(first.status, 200);
        QCOMPARE(objectOf(first).keys(),
                 (QStringList{QStringLiteral("__metadata"), QStringLiteral("id"), QStringLiteral("value")}));
        QCOMPARE(metadataOf(first).value(u"Status").toString(), QStringLiteral("Pending"));
        QVERIFY(objectOf(first).value(u"id").toString().startsWith(QStringLiteral("subscriptions/")));
        QVERIFY(objectOf(first).value(u"id").toString().contains(u'|'));
        QCOMPARE(rowsOf(first), 10);
        m_clock->advance(1000);
        const HttpAnswer second = poll(*classic, first);
        QCOMPARE(metadataOf(second).value(u"Status").toString(), QStringLiteral("Pending"));
        QCOMPARE(rowsOf(second), 20);
        QVERIFY(metadataOf(second).value(u"ETag") != metadataOf(first).value(u"ETag"));
        QVERIFY(metadataOf(second).value(u"LastUpdated") != metadataOf(first).value(u"LastUpdated"));
        m_clock->advance(1000);
        const HttpAnswer third = poll(*classic, first, "POST");
        QCOMPARE(metadataOf(third).value(u"Status").toString(), QStringLiteral("Successful"));
        QCOMPARE(rowsOf(third), 30);
        QVERIFY(metadataOf(third).value(u"total").toInteger() > 1000);
        QCOMPARE(objectOf(third).value(u"id"), objectOf(first).value(u"id"));
        const HttpAnswer fourth = poll(*classic, first);
        QCOMPARE(fourth.body, third.body);
    }

    void locationIsMalformedWhilePending()
    {
        const auto classic = service();
        const HttpAnswer first = search(*classic, QStringLiteral("Type=Event"));
        const QString location = headerOf(first, "Location");
        QVERIFY(location.startsWith(QStringLiteral("https://https//127.0.0.1:1/subscriptions/")));
        QVERIFY(location.contains(QStringLiteral("/search?api-version=2015-11-01-preview/subscriptions/")));
        QVERIFY(location.endsWith(QStringLiteral("&api-version=2015-11-01-preview")));
        QCOMPARE(headerOf(first, "X-RateLimit-Limit"), QStringLiteral("100"));
        QCOMPARE(headerOf(first, "X-RateLimit-Remaining"), QStringLiteral("99"));
        poll(*classic, first);
        const HttpAnswer last = poll(*classic, first);
        QVERIFY(headerOf(last, "Location").isEmpty());
        QVERIFY(headerOf(last, "X-RateLimit-Limit").isEmpty());
    }

    void forgetsAfterSixMinutes()
    {
        const auto classic = service();
        const HttpAnswer first = search(*classic, QStringLiteral("Type=Event"));
        m_clock->advance(6 * 60 * 1000 - 1);
        QCOMPARE(poll(*classic, first).status, 200);
        m_clock->advance(1);
        const HttpAnswer late = poll(*classic, first);
        QCOMPARE(late.status, 410);
        QVERIFY(late.body.empty());
    }

    void whatSucceedsAtOnceIsNotKept()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const HttpAnswer first = search(*classic, QStringLiteral("Type=Event"));
        QCOMPARE(metadataOf(first).value(u"Status").toString(), QStringLiteral("Successful"));
        QCOMPARE(rowsOf(first), 30);
        QCOMPARE(poll(*classic, first).status, 410);
    }

    void metadataKeysComeInTheRecordedOrder()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const std::string raw = search(*classic, QStringLiteral("Type=Event")).body;
        std::size_t at = 0;
        for (const char *key : {"\"id\":", "\"__metadata\":", "\"resultType\":\"raw\"", "\"total\":",
                                "\"top\":30", "\"RequestId\":", "\"CoreResponses\":[]", "\"CoreSummaries\":[",
                                "\"Status\":", "\"NumberOfDocuments\":", "\"StartTime\":", "\"LastUpdated\":",
                                "\"ETag\":", "\"sort\":[{\"name\":\"TimeGenerated\",\"order\":\"desc\"}]",
                                "\"requestTime\":", "\"value\":["}) {
            const std::size_t found = raw.find(key, at);
            QVERIFY2(found != std::string::npos, key);
            at = found;
        }
    }

    void recordsAreFlatAndHeterogeneous()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const HttpAnswer answer = search(*classic, QStringLiteral("Type=Event"), 200);
        const QJsonArray records = objectOf(answer).value(u"value").toArray();
        QCOMPARE(records.size(), 200);
        QString last;
        int withData = 0;
        for (const auto &value : records) {
            const QJsonObject record = value.toObject();
            QCOMPARE(record.value(u"Type").toString(), QStringLiteral("Event"));
            QVERIFY(!record.value(u"id").toString().isEmpty());
            QVERIFY(!record.contains(u"_ResourceId"));
            const QString time = record.value(u"TimeGenerated").toString();
            QCOMPARE(record.value(u"__metadata").toObject().value(u"TimeGenerated").toString(), time);
            QVERIFY(time.endsWith(u'Z') && time.size() <= 24);
            // Fraction digits vary, so as texts the times do not compare.
            const Ticks ticks = *parseIsoDateTime(time.toStdString());
            QVERIFY(last.isEmpty() || ticks <= *parseIsoDateTime(last.toStdString()));
            last = time;
            withData += record.contains(u"EventData") ? 1 : 0;
            for (const auto &field : record)
                QVERIFY(!field.isNull());
        }
        QVERIFY(withData > 0 && withData < 200);
        const auto decoded = decodeClassicAnswer(QByteArray::fromStdString(answer.body));
        QVERIFY(decoded);
        QCOMPARE(decoded->rows.rowCount(), std::size_t(200));
    }

    void capsAtFiveThousand()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const HttpAnswer answer = search(*classic, QStringLiteral("Type=Perf"), 99'999);
        QCOMPARE(rowsOf(answer), 5000);
        QCOMPARE(metadataOf(answer).value(u"top").toInt(), 99'999);
        QVERIFY(metadataOf(answer).value(u"total").toInt() > 5000);
    }

    void withoutTopTenRowsCome()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const HttpAnswer answer = search(*classic, {{QStringLiteral("query"), QStringLiteral("Type=Event")}});
        QCOMPARE(rowsOf(answer), 10);
        QVERIFY(!metadataOf(answer).contains(u"top"));
    }

    void keysOfTheBodyInAnyCase()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const QDateTime now = m_clock->nowUtc();
        const HttpAnswer answer =
            search(*classic, {{QStringLiteral("Query"), QStringLiteral("Type=Event")},
                              {QStringLiteral("Top"), 5000},
                              {QStringLiteral("Start"), now.addSecs(-3600).toString(Qt::ISODate)},
                              {QStringLiteral("End"), now.toString(Qt::ISODate)}});
        const int inHour = rowsOf(answer);
        QVERIFY(inHour > 0);
        QVERIFY(inHour < rowsOf(search(*classic, QStringLiteral("Type=Event"), 5000)));
    }

    void aggregates()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const HttpAnswer answer =
            search(*classic, QStringLiteral("Type=Event | measure count() by Computer"), 1000);
        QVERIFY2(answer.body.find("\"aggregatedValueField\":\"AggregatedValue\"") != std::string::npos,
                 answer.body.substr(0, 600).c_str());
        const QJsonObject metadata = metadataOf(answer);
        QCOMPARE(metadata.value(u"resultType").toString(), QStringLiteral("aggregated"));
        QCOMPARE(metadata.value(u"aggregateGroupingFields").toArray(),
                 QJsonArray{QStringLiteral("Computer")});
        const QJsonArray rows = objectOf(answer).value(u"value").toArray();
        QCOMPARE(rows.size(), 7);
        QCOMPARE(metadata.value(u"total").toInt(), 7);
        double sum = 0;
        for (const auto &row : rows) {
            QCOMPARE(row.toObject().keys(),
                     (QStringList{QStringLiteral("AggregatedValue"), QStringLiteral("Computer")}));
            sum += row.toObject().value(u"AggregatedValue").toDouble();
        }
        QCOMPARE(metadata.value(u"sum").toDouble(), sum);
        QVERIFY(answer.body.find(".0}") != std::string::npos); // counts come as floats
    }

    void cutsByMonths()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const QString grouped = QStringLiteral("Type=Event | measure count() by Computer interval ");
        const QJsonObject hours = metadataOf(search(*classic, grouped + u"6HOURS"));
        QCOMPARE(hours.value(u"aggregateIntervalField").toString(), QStringLiteral("TimeGenerated"));
        QCOMPARE(hours.value(u"aggregateIntervalSeconds").toInt(), 6 * 3600);
        const HttpAnswer months = search(*classic, grouped + u"1MONTH", 1000);
        QCOMPARE(metadataOf(months).value(u"aggregateIntervalField").toString(),
                 QStringLiteral("TimeGenerated"));
        QVERIFY(rowsOf(months) > 0);
        QVERIFY(!metadataOf(months).contains(u"aggregateIntervalSeconds")); // they differ in length
        for (const QJsonValue row : objectOf(months).value(u"value").toArray())
            QVERIFY(row.toObject().value(u"TimeGenerated").toString().endsWith(u"-01T00:00:00Z"));
    }

    void writesOnlyWholeSecondsOfAnInterval()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const QString grouped = QStringLiteral("Type=Event | measure count() interval ");
        for (const char *interval : {"500MILLISECONDS", "1500MILLISECONDS"}) {
            const QJsonObject metadata = metadataOf(search(*classic, grouped + QLatin1String(interval)));
            QCOMPARE(metadata.value(u"aggregateIntervalField").toString(), QStringLiteral("TimeGenerated"));
            QVERIFY2(!metadata.contains(u"aggregateIntervalSeconds"), interval);
        }
        const QJsonObject whole = metadataOf(search(*classic, grouped + u"2000MILLISECONDS"));
        QCOMPARE(whole.value(u"aggregateIntervalSeconds").toInt(), 2);
    }

    /// The first source has some ids only; without that order the newest would come.
    void sortsByWhatSelectLeavesOut()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const QString query = QStringLiteral("Type=Event | sort Source | select EventID | join inner EventID "
                                             "(Type=Event | select EventID) EventID | top 5");
        const HttpAnswer answer = search(*classic, query);
        QVERIFY2(rowsOf(answer) == 5, answer.body.c_str());
        const auto idsOf = [](const HttpAnswer &found) {
            QList<int> ids;
            for (const auto &row : objectOf(found).value(u"value").toArray())
                ids += row.toObject().value(u"EventID").toInt();
            return ids;
        };
        const QJsonObject first =
            objectOf(search(*classic, QStringLiteral("Type=Event | sort Source | top 1")));
        const QString source = first.value(u"value")[0][u"Source"].toString();
        const QList<int> itsIds = idsOf(search(*classic, u"Type=Event Source=\"" + source + u"\"", 5000));
        for (const int id : idsOf(answer))
            QVERIFY(itsIds.contains(id));
        QVERIFY(objectOf(answer).value(u"value")[0][u"Source"].isUndefined());
    }

    /// Whatever a search becomes, the language service reads it.
    void translationsAreKql()
    {
        AnyClassicSearch any;
        int translated = 0;
        int checked = 0;
        for (int tried = 0; checked < 120; ++tried) {
            QVERIFY(tried < 100'000);
            const QString search = any.next();
            const bool isKnown = translated % 2 == 0;
            const QList<KqlTable> tables = isKnown ? m_engine->schema()->tables : QList<KqlTable>();
            const auto translation = ClassicTranslator(tables).translate(search, m_clock->nowUtc());
            if (!translation || ++translated % 25 != 0)
                continue;
            ++checked;
            for (const QString &kql : {translation->kql, translation->countKql}) {
                const auto found = m_kql->check(kql, m_engine->schema()).result();
                QVERIFY(found);
                for (const KqlDiagnostic &each : *found) {
                    // Without tables it may be bound to nothing, but it has to be read.
                    const bool isWrong =
                        each.syntax || (isKnown && each.severity == KqlDiagnostic::Severity::Error);
                    QVERIFY2(!isWrong, qPrintable(search + u'\n' + kql + u'\n' + each.message));
                }
            }
        }
    }

    void totalsCountWhatTheCommandsLeave()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const auto total = [&](const char *query) {
            return metadataOf(search(*classic, QString::fromLatin1(query), 5000)).value(u"total").toInt();
        };
        const int computers = total("Type=Event | distinct Computer");
        QCOMPARE(computers, 7);
        QCOMPARE(total("Type=Event | dedup Computer"), computers);
        QCOMPARE(total("Type=Event | dedup Computer | skip 3 | select Computer"), computers);
        const int busy = total("Type=Event | measure count() by Computer | where AggregatedValue>200");
        QVERIFY(busy > 0 && busy < computers);
        const int events = total("Type=Event");
        QCOMPARE(total("Type=Event | dedup Computer | join inner Computer (Type=Event) Computer"), events);
        QCOMPARE(rowsOf(search(*classic, QStringLiteral("Type=Event | skip %1").arg(events - 3), 5000)), 3);
    }

    void recordsOfAJoin()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const QString query = QStringLiteral("Type=Event EventLevelName=Error | top 5 | join outer Computer "
                                             "(Type=Heartbeat | dedup Computer) Computer");
        const QJsonArray records = objectOf(search(*classic, query, 5000)).value(u"value").toArray();
        QVERIFY(records.size() > 5);
        int alone = 0;
        for (const QJsonValue value : records) {
            const QJsonObject record = value.toObject();
            QVERIFY(!record.value(u"Computer").toString().isEmpty());
            QVERIFY(!record.contains(u"Computer_joined"));
            QVERIFY(!record.contains(u"_ResourceId_joined"));
            QCOMPARE(record.value(u"Type_joined").toString(), QStringLiteral("Heartbeat"));
            const bool isAlone = !record.contains(u"TimeGenerated");
            QCOMPARE(record.value(u"Type").toString(), isAlone ? QString() : QStringLiteral("Event"));
            alone += isAlone ? 1 : 0;
        }
        QVERIFY(alone > 0);
    }

    void selectsTheType()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const HttpAnswer answer = search(*classic, QStringLiteral("Type=Event | select Type, Computer"), 1);
        const QJsonObject record = objectOf(answer).value(u"value").toArray().at(0).toObject();
        QCOMPARE(record.value(u"Type").toString(), QStringLiteral("Event"));
    }

    void highlights_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char *query, const char *field, const char *marked) {
            QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(field)
                                 << QString::fromLatin1(marked);
        };
        row("Type=Event eRRoR EventLevelName=Error", "EventLevelName", "{[hl]}Error{[/hl]}");
        row("Type=Event Err* EventLevelName:contains(\"or\")", "EventLevelName",
            "{[hl]}Err{[/hl]}{[hl]}or{[/hl]}");
        row("Type=Event EventLevelName IN {Error}", "EventLevelName", "{[hl]}Error{[/hl]}");
        row("Type=Event Computer=WEB-01.contoso.example contoso", "Computer",
            "{[hl]}WEB-01.contoso.example{[/hl]}");
        row("Type=Event Computer=WEB* contoso example", "Computer",
            "WEB-0_.{[hl]}contoso{[/hl]}.{[hl]}example{[/hl]}");
        row("Type=Event Computer=*WEB* NOT nothing", "Computer", "");
        row("Type=Event Computer!=x", "Computer", "");
        row("Type IN {Event,Perf} | select Type, Computer", "Type", "");
    }

    void highlights()
    {
        QFETCH(QString, query);
        QFETCH(QString, field);
        QFETCH(QString, marked);
        const auto classic = service({QStringLiteral("pending=0")});
        const QJsonObject marks{{QStringLiteral("pre"), QStringLiteral("{[hl]}")},
                                {QStringLiteral("post"), QStringLiteral("{[/hl]}")}};
        const HttpAnswer answer = search(*classic, {{QStringLiteral("query"), query},
                                                    {QStringLiteral("top"), 1},
                                                    {QStringLiteral("highlight"), marks}});
        const QJsonArray records = objectOf(answer).value(u"value").toArray();
        QVERIFY2(records.size() == 1, answer.body.c_str());
        const QJsonObject metadata = records.at(0).toObject().value(u"__metadata").toObject();
        QVERIFY(metadata.value(u"highlighting").isObject());
        const QJsonObject highlighting = metadata.value(u"highlighting").toObject();
        QCOMPARE(highlighting.contains(field), !marked.isEmpty());
        QString found = highlighting.value(field).toArray().at(0).toString();
        static const QRegularExpression number(QStringLiteral("WEB-0\\d"));
        if (marked.contains(u'_'))
            found.replace(number, QStringLiteral("WEB-0_"));
        QCOMPARE(found, marked);
    }

    void highlightsOnlyWhereItIsAskedFor()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const auto metadata = [&](const QJsonObject &body) {
            const QJsonArray records = objectOf(search(*classic, body)).value(u"value").toArray();
            return records.at(0).toObject().value(u"__metadata").toObject();
        };
        const QJsonObject plain{{QStringLiteral("query"), QStringLiteral("Type=Event error")}};
        QVERIFY(!metadata(plain).contains(u"highlighting"));
        QJsonObject unmarked = plain;
        unmarked.insert(QStringLiteral("highlight"), QJsonObject());
        QCOMPARE(metadata(unmarked).value(u"highlighting").toObject(), QJsonObject());
        QVERIFY(metadata(unmarked).contains(u"highlighting"));
    }

    void endsHostileSearchesInASentence_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("parentheses") << QString(100'000, u'(');
        QTest::newRow("NOT") << QString(100'000, u'!') + u'a';
        QTest::newRow("a megabyte") << QString(1'000'000, u'a');
        QTest::newRow("words") << QStringLiteral("a ").repeated(100'000);
        QTest::newRow("functions") << u"* | extend " + QStringLiteral("abs(").repeated(50'000);
        QTest::newRow("twice each") << u"Type=Perf | extend " + QStringLiteral("map(").repeated(60) +
                                           u"CounterValue" + QStringLiteral(",0,1,2)").repeated(60) +
                                           u" as x";
        QTest::newRow("values") << u"Computer IN {" + QStringLiteral("aaaaaaaa,").repeated(25'000) + u"a}";
        QTest::newRow("steps") << u"TimeGenerated>NOW" + QStringLiteral("/DAY").repeated(60'000);
        QTest::newRow("braces") << QStringLiteral("a IN {").repeated(30'000);
        QTest::newRow("joins") << QStringLiteral("* | join inner a (").repeated(10'000);
        QTest::newRow("groups of a regular expression")
            << u"Computer:Regex(\"" + QString(100'000, u'(') + u"\")";
        QTest::newRow("a huge number") << QStringLiteral("* | skip 99999999999999999999");
        QTest::newRow("only commas") << u"* | measure " + QString(100'000, u',');
    }

    void endsHostileSearchesInASentence()
    {
        QFETCH(QString, query);
        const HttpAnswer answer = search(*service({QStringLiteral("pending=0")}), query, 10);
        QCOMPARE(answer.status, 200);
        const QJsonObject error = objectOf(answer).value(u"error").toObject();
        QVERIFY2(!error.value(u"message").toString().isEmpty(), answer.body.substr(0, 500).c_str());
    }

    void severalTypesAtOnce()
    {
        const auto classic = service({QStringLiteral("pending=0")});
        const HttpAnswer answer = search(*classic, QStringLiteral("Type=Event OR Type=Syslog"), 500);
        QSet<QString> types;
        const QJsonArray records = objectOf(answer).value(u"value").toArray();
        for (const auto &record : records)
            types += record.toObject().value(u"Type").toString();
        QCOMPARE(types, (QSet<QString>{QStringLiteral("Event"), QStringLiteral("Syslog")}));
    }

    void refusesSyntax()
    {
        const auto classic = service();
        const HttpAnswer answer = search(*classic, QStringLiteral("Type=Event | measure"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(metadataOf(answer).value(u"resultType").toString(), QStringLiteral("error"));
        const QJsonObject error = objectOf(answer).value(u"error").toObject();
        QCOMPARE(error.value(u"type").toString(), QStringLiteral("QuerySyntax"));
        QCOMPARE(error.value(u"line").toInt(), 1);
        QVERIFY(!objectOf(answer).contains(u"id"));
        const auto decoded = decodeClassicAnswer(QByteArray::fromStdString(answer.body));
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().kind, ErrorKind::Query);
    }

    void refusesRequests_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("no api-version")
            << QStringLiteral("version") << QString() << 400 << QStringLiteral("MissingApiVersionParameter");
        QTest::newRow("other api-version") << QStringLiteral("version") << QStringLiteral("2025-07-01") << 400
                                           << QStringLiteral("NoRegisteredProviderFound");
        QTest::newRow("subscription") << m_endpoints.subscription << QStringLiteral("x") << 404
                                      << QStringLiteral("SubscriptionNotFound");
        QTest::newRow("resource group") << m_endpoints.resourceGroup << QStringLiteral("x") << 404
                                        << QStringLiteral("ResourceGroupNotFound");
        QTest::newRow("workspace") << m_endpoints.workspace << QStringLiteral("x") << 404
                                   << QStringLiteral("ResourceNotFound");
        QTest::newRow("resource type") << QStringLiteral("/search") << QStringLiteral("/find") << 404
                                       << QStringLiteral("InvalidResourceType");
    }

    void refusesRequests()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto classic = service();
        ServerRequest asked = request({});
        asked.body = R"({"query":"Type=Event"})";
        if (from == u"version") {
            asked.parameters.clear();
            if (!to.isEmpty())
                asked.parameters.emplace("api-version", to.toStdString());
        } else {
            asked.path = QString::fromStdString(asked.path).replace(from, to).toStdString();
        }
        const HttpAnswer answer = classic->handle(asked);
        QTEST(answer.status, "status");
        QTEST(objectOf(answer).value(u"error").toObject().value(u"code").toString(), "code");
    }

    void pathsInAnyCase()
    {
        const auto classic = service();
        ServerRequest asked = request({});
        asked.path = QString::fromStdString(asked.path).toUpper().toStdString();
        asked.body = R"({"query":"Type=Event","top":1})";
        QVERIFY(ClassicService::owns(asked));
        QCOMPARE(classic->handle(asked).status, 200);
    }

    void notAnnouncedAsJsonGivesNothing()
    {
        const auto classic = service();
        ServerRequest asked = request({});
        asked.headers.clear();
        asked.body = R"({"query":"Type=Event"})";
        const HttpAnswer answer = classic->handle(asked);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.empty());
    }

    void theTimeLimitHolds()
    {
        const auto classic = service({}, std::chrono::milliseconds(100)); // millions of pairs take seconds
        const HttpAnswer late =
            search(*classic, QStringLiteral("Type=Perf | join inner Type (Type=Perf) Type "
                                            "| sort CounterValue_joined"));
        QVERIFY2(late.status == 504, late.body.substr(0, 500).c_str());
        QCOMPARE(objectOf(late).value(u"error")[u"code"].toString(), QStringLiteral("GatewayTimeout"));
        QCOMPARE(search(*service(), QStringLiteral("Type=Event")).status, 200); // the engine goes on
    }

    void faults()
    {
        QCOMPARE(search(*service({QStringLiteral("gone")}), QStringLiteral("Type=Event")).status, 410);
        const auto expiring = service({QStringLiteral("expire-poll")});
        const HttpAnswer first = search(*expiring, QStringLiteral("Type=Event"));
        QCOMPARE(metadataOf(first).value(u"Status").toString(), QStringLiteral("Pending"));
        QCOMPARE(poll(*expiring, first).status, 410);
    }
};

QTEST_GUILESS_MAIN(TestClassicService)
#include "tst_classicservice.moc"
