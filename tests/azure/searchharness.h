#pragma once

#include "azure/networkhost.h"
#include "support/fakenetwork.h"
#include "support/manualscheduler.h"

#include <QThreadPool>

namespace sonde {

/// A connection whose addresses exist only in the fake network.
inline Connection testConnection()
{
    Connection connection;
    connection.id = QStringLiteral("connection-1");
    connection.name = QStringLiteral("Test");
    connection.cloud = Cloud::Custom;
    connection.custom.authority = QUrl(QStringLiteral("https://login.example"));
    connection.custom.management = QUrl(QStringLiteral("https://arm.example/"));
    connection.custom.logs = QUrl(QStringLiteral("https://logs.example/v1"));
    connection.custom.managementAudience = QStringLiteral("https://management.core.windows.net/");
    connection.custom.logsAudience = QStringLiteral("https://api.loganalytics.io/.default");
    connection.tenant = QStringLiteral("tenant");
    connection.clientId = QStringLiteral("11111111-1111-1111-1111-111111111111");
    connection.subscription = QStringLiteral("22222222-2222-2222-2222-222222222222");
    connection.resourceGroup = QStringLiteral("group (one)");
    connection.workspace = QStringLiteral("work");
    connection.workspaceId = QStringLiteral("33333333-3333-3333-3333-333333333333");
    return connection;
}

inline const QString tokenPathV1 = QStringLiteral("/tenant/oauth2/token");
inline const QString tokenPathV2 = QStringLiteral("/tenant/oauth2/v2.0/token");
inline const QString logsPath = QStringLiteral("/v1/workspaces/33333333-3333-3333-3333-333333333333/query");
inline const QString searchPath =
    QStringLiteral("/subscriptions/22222222-2222-2222-2222-222222222222/resourcegroups/group (one)/providers/"
                   "Microsoft.OperationalInsights/workspaces/work/search");

inline FakeAnswer tokenAnswerV1(const QByteArray &token = "token-1")
{
    return FakeAnswer::json(200,
                            R"({"token_type":"Bearer","expires_in":"3599","access_token":")" + token + "\"}");
}

inline FakeAnswer tokenAnswerV2(const QByteArray &token = "token-1")
{
    return FakeAnswer::json(200,
                            R"({"token_type":"Bearer","expires_in":3599,"access_token":")" + token + "\"}");
}

/// Runs searches in the test's own thread, against the fake network and by the hand-moved clock, and keeps
/// what comes out.
class SearchHarness final : public QObject
{
public:
    explicit SearchHarness(std::function<QString(const QString &)> classicToKql = {})
        : host({clock, scheduler, {{}, network.manager()}, {}, std::move(classicToKql)}, pool)
    {}
    ~SearchHarness() override { pool.waitForDone(); }

    void start(const Query &query, const Connection &connection = testConnection())
    {
        SearchOrder order;
        order.number = ++number;
        order.query = query;
        order.connection = connection;
        order.secret = QStringLiteral("s3cret+/&");
        order.cancel = cancelState;
        order.outlet = std::make_shared<SearchOutlet>();
        order.startMs = clock->monotonicMs();
        connect(order.outlet.get(), &SearchOutlet::progressed, this,
                [this](const SearchProgress &progress) { progresses.append(progress); });
        connect(
            order.outlet.get(), &SearchOutlet::chunkReady, this,
            [this](const ResultChunk &chunk) { chunks.append(chunk); }, Qt::QueuedConnection);
        connect(
            order.outlet.get(), &SearchOutlet::finished, this,
            [this](const Result<ResultInfo> &result) { outcomes.append(result); }, Qt::QueuedConnection);
        host.startSearch(order);
    }
    void start(const QString &text, QueryLanguage language)
    {
        Query query;
        query.text = text;
        query.language = language;
        start(query);
    }

    bool isFinished() const { return !outcomes.isEmpty(); }
    const ResultInfo &info() const { return *outcomes.first(); }
    const Error &error() const { return outcomes.first().error(); }
    qint64 rows() const
    {
        ResultSet set;
        for (const ResultChunk &chunk : chunks)
            set.apply(chunk);
        return set.rowCount();
    }
    QList<SearchProgress::Stage> stages() const
    {
        QList<SearchProgress::Stage> stages;
        for (const SearchProgress &progress : progresses) {
            if (stages.isEmpty() || stages.last() != progress.stage)
                stages.append(progress.stage);
        }
        return stages;
    }

    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    std::shared_ptr<ManualScheduler> scheduler = std::make_shared<ManualScheduler>(clock);
    FakeNetwork network;
    QThreadPool pool;
    NetworkHost host;
    CancelStatePtr cancelState = std::make_shared<CancelState>();
    quint64 number = 0;
    QList<SearchProgress> progresses;
    QList<ResultChunk> chunks;
    QList<Result<ResultInfo>> outcomes;
};

} // namespace sonde
