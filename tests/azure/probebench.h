#pragma once

#include "azure/azureconnectionprobe.h"
#include "searchharness.h"
#include "secrets/sessionsecretstore.h"

#include <QTest>

namespace sonde {

/// A connection whose names this machine knows, and whose answers the fake network gives.
inline Connection loopbackConnection()
{
    Connection connection = testConnection();
    connection.custom.authority = QUrl(QStringLiteral("https://127.0.0.1:1"));
    connection.custom.management = QUrl(QStringLiteral("https://127.0.0.1:2/"));
    connection.custom.logs = QUrl(QStringLiteral("https://127.0.0.1:3/v1"));
    return connection;
}

inline Connection onlyLogs(Connection connection)
{
    connection.workspace.clear();
    return connection;
}

inline Connection onlyClassic(Connection connection)
{
    connection.workspaceId.clear();
    return connection;
}

/// The steps as they ended, a letter each: passed, Failed, not reached.
inline QString endsOf(const QList<ProbeStep> &steps, QueryLanguage service)
{
    QString ends;
    for (const ProbeStep &step : steps) {
        if (step.service != service || step.state == ProbeStep::State::Running)
            continue;
        ends += step.state == ProbeStep::State::Passed   ? u'p'
                : step.state == ProbeStep::State::Failed ? u'F'
                                                         : u'-';
    }
    return ends;
}

/// One probe after the other, against a fake network or the real one, and what came of them.
struct ProbeBench
{
    explicit ProbeBench(bool faked = true)
    {
        AzureNetwork::Options options;
        if (faked) {
            options.manager = fake.manager();
            fake.always("GET", QStringLiteral("/"), FakeAnswer::json(404, "{}"));
            fake.always("POST", tokenPathV1, tokenAnswerV1());
            fake.always("POST", tokenPathV2, tokenAnswerV2());
        }
        network = std::make_unique<AzureNetwork>(secrets, std::make_shared<SystemClock>(), options);
        probe = std::make_unique<AzureConnectionProbe>(*network, secrets);
    }
    void start(const Connection &connection, const std::optional<QString> &secret = QStringLiteral("s3cret"))
    {
        job.reset(probe->probe(connection, secret));
        QObject::connect(job.get(), &ProbeJob::stepChanged, job.get(),
                         [this](const ProbeStep &step) { steps << step; });
        QObject::connect(job.get(), &ProbeJob::finished, job.get(),
                         [this](bool result) { passed << result; });
    }
    /// Runs it to its end.
    bool run(const Connection &connection, const std::optional<QString> &secret = QStringLiteral("s3cret"))
    {
        start(connection, secret);
        return steps.isEmpty() && passed.isEmpty() // nothing from within the call
               && QTest::qWaitFor([this] { return !passed.isEmpty(); }, 60'000);
    }
    ProbeStep end(ProbeStep::Kind kind, QueryLanguage service = QueryLanguage::Kql) const
    {
        for (const ProbeStep &step : steps) {
            if (step.kind == kind && step.service == service && step.state != ProbeStep::State::Running)
                return step;
        }
        return {};
    }
    Error error() const
    {
        for (const ProbeStep &step : steps) {
            if (step.error)
                return *step.error;
        }
        return {};
    }

    SessionSecretStore secrets;
    FakeNetwork fake;
    std::unique_ptr<AzureNetwork> network;
    std::unique_ptr<AzureConnectionProbe> probe;
    std::unique_ptr<ProbeJob> job;
    QList<ProbeStep> steps;
    QList<bool> passed;
};

} // namespace sonde
