#include "sandbox/sandboxserver.h"

#include "engine/engine.h"
#include "kql/kqlservice.h"
#include "sandbox/classicservice.h"
#include "sandbox/logsservice.h"
#include "sandbox/samplefunctions.h"
#include "sandbox/savedsearches.h"
#include "sandbox/serviceerrors.h"
#include "sandbox/tokenissuer.h"

#include <thread>

namespace sonde {

SandboxServer::SandboxServer(KqlService &service, Options options)
    : m_kql(service)
    , m_options(std::move(options))
    , m_throttled(m_options.http.faults.throttled)
{}

SandboxServer::~SandboxServer()
{
    stop();
}

Result<void> SandboxServer::start()
{
    m_kql.warmUp();
    m_listener = std::make_unique<HttpListener>(m_options.http, m_stop);
    const auto port = m_listener->bind();
    if (!port)
        return tl::unexpected(port.error());
    auto data = SampleData::open(m_options.data, m_options.clock->nowUtc());
    if (!data)
        return tl::unexpected(data.error());
    const QString scheme =
        m_options.http.certificateFile.isEmpty() ? QStringLiteral("http") : QStringLiteral("https");
    m_endpoints = SandboxEndpoints::at(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(*port));
    m_engine = std::make_unique<Engine>(data->database, m_kql, data->tables, sampleFunctions());
    const Faults &faults = m_options.http.faults;
    m_tokens = std::make_unique<TokenIssuer>(m_endpoints, m_options.clock, faults.unauthorizedAfter);
    m_classic = std::make_unique<ClassicService>(m_endpoints, *m_engine, m_options.clock, faults, m_stop,
                                                 std::chrono::seconds(m_options.limits.wait));
    m_logs = std::make_unique<LogsService>(m_endpoints, *m_engine, m_options.clock, faults, m_stop,
                                           m_options.limits);
    m_savedSearches = std::make_unique<SavedSearches>(m_endpoints);
    if (m_options.fixedAnswer)
        m_logs->setFixedAnswer(*m_options.fixedAnswer);
    m_listener->serve([this](const ServerRequest &request) { return answer(request); });
    return {};
}

void SandboxServer::stop()
{
    m_stop->cancel();
    if (m_listener)
        m_listener->stop();
}

HttpAnswer SandboxServer::answer(const ServerRequest &request)
{
    if (auto token = m_tokens->handle(request))
        return *std::move(token);
    const bool logs = LogsService::owns(request);
    if (!logs && !ClassicService::owns(request))
        return managementError(404, "NotFound", QStringLiteral("The requested path does not exist."));
    HttpAnswer answer = answerService(request, logs);
    answer.mayBeSpoiled = answer.status == 200;
    return answer;
}

HttpAnswer SandboxServer::answerService(const ServerRequest &request, bool logs)
{
    if (!holdBack())
        return logsFault(503, 0);
    if (const auto status = faultyStatus())
        return logs ? logsFault(*status, LogsService::waitSeconds(request, m_options.limits.wait))
                    : managementFault(*status);
    const auto audience = logs ? TokenIssuer::Audience::Logs : TokenIssuer::Audience::Management;
    if (auto refusal = m_tokens->refusalOf(request, audience))
        return *std::move(refusal);
    if (logs)
        return m_logs->handle(request);
    return SavedSearches::owns(request) ? m_savedSearches->handle(request) : m_classic->handle(request);
}

std::optional<int> SandboxServer::faultyStatus()
{
    if (m_throttled > 0 && m_throttled.fetch_sub(1) > 0)
        return 429;
    return m_options.http.faults.status;
}

bool SandboxServer::holdBack() const
{
    const auto end = std::chrono::steady_clock::now() + m_options.http.faults.delay;
    while (!m_stop->isCancelled() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return !m_stop->isCancelled();
}

} // namespace sonde
