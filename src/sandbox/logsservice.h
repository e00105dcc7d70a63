#pragma once

#include "core/clock.h"
#include "engine/engine.h"
#include "sandbox/callerlimits.h"
#include "sandbox/faults.h"
#include "sandbox/http.h"
#include "sandbox/sandboxendpoints.h"

#include <QString>
#include <memory>
#include <string>

namespace sonde {

/// The logs query service: `GET` and `POST` of `/v1/workspaces/{id}/query` and `/metadata` (wire document on
/// logs query, section 1). Requests are answered on the threads they come on.
class LogsService
{
public:
    /// \a engine outlives the service; \a serverStop ends the queries under way.
    LogsService(const SandboxEndpoints &endpoints, const Engine &engine, std::shared_ptr<const Clock> clock,
                const Faults &faults, CancelStatePtr serverStop,
                const ServiceLimits &limits = ServiceLimits::ofOnePerson());

    /// \a body is sent as the answer to every good query, whatever it asks: for benchmarks.
    void setFixedAnswer(std::string body);

    /// Whether the path is one of this service's, existing or not.
    static bool owns(const ServerRequest &request);
    HttpAnswer handle(const ServerRequest &request);

    /// The seconds of `Prefer: wait=N`; \a usual where none are named, 600 at most.
    static int waitSeconds(const ServerRequest &request, int usual = ServiceLimits().wait);

private:
    struct Question;
    Result<Question> read(const ServerRequest &request) const;
    HttpAnswer answer(const ServerRequest &request);
    HttpAnswer run(const ServerRequest &request);
    HttpAnswer fixedAnswer(const ServerRequest &request) const;
    bool isOwnWorkspace(const QString &name) const;

    const SandboxEndpoints m_endpoints;
    const Engine &m_engine;
    const std::shared_ptr<const Clock> m_clock;
    const Faults m_faults;
    const CancelStatePtr m_serverStop;
    const ServiceLimits m_limits;
    CallerLimits m_callers;
    std::shared_ptr<const std::string> m_fixedAnswer;
    std::shared_ptr<const std::string> m_packedAnswer;
};

} // namespace sonde
