#pragma once

#include "core/clock.h"
#include "engine/engine.h"
#include "kql/classictranslator.h"
#include "sandbox/classicrecords.h"
#include "sandbox/faults.h"
#include "sandbox/http.h"
#include "sandbox/sandboxendpoints.h"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>

namespace sonde {

/// The Log Search API as it was from 2015 to 2019, under the resource manager: `POST .../search`, and the
/// poll
/// `.../search/{id}` by GET or empty POST (wire document on classic search). Paths in any case. A search is
/// answered Pending so often, with a growing part of its rows, before it is Successful; six minutes after its
/// start, or at once if it never was Pending, its poll answers 410. Requests are answered on the threads they
/// come on.
class ClassicService
{
public:
    /// Answers that say Pending unless the fault `pending` names another number.
    static constexpr int defaultPendings = 2;

    /// \a engine outlives the service; \a serverStop ends the queries under way. A search that takes longer
    /// than \a timeLimit is answered 504; 0: it takes as long as it takes.
    ClassicService(const SandboxEndpoints &endpoints, const Engine &engine,
                   std::shared_ptr<const Clock> clock, const Faults &faults, CancelStatePtr serverStop,
                   std::chrono::milliseconds timeLimit = {});

    /// Whether the path is one of the resource manager's, existing or not.
    static bool owns(const ServerRequest &request);
    HttpAnswer handle(const ServerRequest &request);

private:
    struct Asked;
    struct Search
    {
        std::string requestId;
        std::string apiVersion;
        ClassicTranslation facts;
        ClassicRecords rows;
        qint64 total = 0;
        std::optional<qint64> top; ///< as asked
        Ticks started = 0;
        Ticks lastUpdated = 0;
        qint64 startedMs = 0; ///< of the monotonic clock
        qint64 requestMs = 0;
        int answers = 0; ///< given so far
        int pendings = 0;
        bool isPending() const { return answers <= pendings; }
    };
    using SearchPtr = std::shared_ptr<Search>;

    std::optional<HttpAnswer> refusePath(const ServerRequest &request,
                                         const std::vector<std::string> &path) const;
    Result<Asked> read(const ServerRequest &request) const;
    HttpAnswer start(const ServerRequest &request);
    HttpAnswer poll(const std::string &requestId);
    Result<void> runInto(Search &search, const Asked &asked, const CancelState &cancel) const;
    Result<ChunkedTable> query(const QString &kql, const Asked &asked, const CancelState &cancel) const;
    HttpAnswer answerOf(Search &search) const; ///< counts as one look
    std::string metadataOf(const Search &search, std::size_t rows, qint64 total) const;
    std::string resourcePath(const Search &search) const;
    void forgetOld();
    void addRateLimit(HttpAnswer &answer);

    const SandboxEndpoints m_endpoints;
    const Engine &m_engine;
    const std::shared_ptr<const Clock> m_clock;
    const Faults m_faults;
    const CancelStatePtr m_serverStop;
    const std::chrono::milliseconds m_timeLimit;
    const ClassicTranslator m_translator;

    std::mutex m_mutex;
    std::map<std::string, SearchPtr> m_searches; ///< guarded by m_mutex, like all below
    qint64 m_windowStartMs = 0;
    int m_searchesInWindow = 0;
};

} // namespace sonde
