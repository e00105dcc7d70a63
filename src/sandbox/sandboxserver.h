#pragma once

#include "core/cancelstate.h"
#include "core/clock.h"
#include "sandbox/httplistener.h"
#include "sandbox/sampledata.h"
#include "sandbox/sandboxendpoints.h"
#include "sandbox/servicelimits.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace sonde {

class ClassicService;
class Engine;
class KqlService;
class LogsService;
class SavedSearches;
class TokenIssuer;

/// The embedded workspace: token endpoints, classic search, saved searches and logs query over sample data,
/// on loopback. Clients cannot tell it from Microsoft's services but by its address. start() and stop()
/// belong to one thread.
class SandboxServer
{
public:
    struct Options
    {
        HttpListener::Options http; ///< with the faults
        SampleData::Options data;
        /// If set, sent as every logs query answer instead of one that is computed.
        std::optional<std::string> fixedAnswer;
        /// Of the logs query service. The program's own workspace is one person's; sonde-sandbox has the
        /// service's limits.
        ServiceLimits limits = ServiceLimits::ofOnePerson();
        std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    };

    /// \a service outlives the server.
    SandboxServer(KqlService &service, Options options);
    ~SandboxServer();
    SandboxServer(const SandboxServer &) = delete;
    SandboxServer &operator=(const SandboxServer &) = delete;

    /// Builds or opens the sample data and serves; blocks until it does, which takes some seconds the first
    /// time of all. May fail with Io; a server that failed or was stopped is not started again.
    Result<void> start();
    /// Ends what is under way and closes the port. Idempotent.
    void stop();

    /// Only after start().
    const SandboxEndpoints &endpoints() const { return m_endpoints; }

private:
    HttpAnswer answer(const ServerRequest &request);
    HttpAnswer answerService(const ServerRequest &request, bool logs);
    std::optional<int> faultyStatus();
    bool holdBack() const;

    KqlService &m_kql;
    const Options m_options;
    const CancelStatePtr m_stop = std::make_shared<CancelState>();
    std::atomic_int m_throttled;
    SandboxEndpoints m_endpoints;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<TokenIssuer> m_tokens;
    std::unique_ptr<ClassicService> m_classic;
    std::unique_ptr<LogsService> m_logs;
    std::unique_ptr<SavedSearches> m_savedSearches;
    std::unique_ptr<HttpListener> m_listener; ///< last: its threads use all the others
};

} // namespace sonde
