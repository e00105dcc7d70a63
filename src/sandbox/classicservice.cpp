#include "sandbox/classicservice.h"

#include "core/timezone.h"
#include "kql/kqltree.h"
#include "sandbox/jsonvalues.h"
#include "sandbox/managementpath.h"
#include "sandbox/serviceerrors.h"
#include "sandbox/timelimit.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace sonde {

namespace {

// Wire document, sections 3 and 5.
constexpr qint64 aggregatedCap = 500'000;
constexpr qint64 topWithoutTop = 10;
constexpr qint64 cacheMs = 6 * 60 * 1000;
// As recorded in October 2017; the length of the window is not known.
constexpr int rateLimit = 100;
constexpr qint64 rateWindowMs = 60 * 1000;
// How many answers are kept for polls; more than any client leaves open.
constexpr std::size_t keptSearches = 64;

HttpAnswer syntaxError(const QString &query, const Error &error)
{
    const TextPosition position = error.position.value_or(TextPosition());
    std::string body = R"({"__metadata":{"resultType":"error"},"error":{"type":"QuerySyntax","message":)";
    body += jsonString(error.message) + ",\"line\":" + std::to_string(position.line);
    body += ",\"column\":" + std::to_string(position.column);
    body += ",\"text\":" + jsonString(tokenAt(query, position)) + "}}";
    return HttpAnswer::json(200, std::move(body));
}

void appendNames(std::string &out, const QStringList &names)
{
    out += '[';
    for (const QString &name : names) {
        if (&name != &names.first())
            out += ',';
        out += jsonString(name);
    }
    out += ']';
}

std::string sortJson(const QList<ClassicTranslation::SortKey> &keys)
{
    std::string out = "[";
    for (const auto &key : keys) {
        if (out.size() > 1)
            out += ',';
        out += "{\"name\":" + jsonString(key.field) + ",\"order\":\"" + (key.descending ? "desc" : "asc") +
               "\"}";
    }
    return out + ']';
}

} // namespace

struct ClassicService::Asked
{
    QString text;
    std::optional<qint64> top;
    std::optional<ResolvedRange> range;
    /// What is put before and behind a match.
    std::optional<std::pair<QString, QString>> highlight;
};

ClassicService::ClassicService(const SandboxEndpoints &endpoints, const Engine &engine,
                               std::shared_ptr<const Clock> clock, const Faults &faults,
                               CancelStatePtr serverStop, std::chrono::milliseconds timeLimit)
    : m_endpoints(endpoints)
    , m_engine(engine)
    , m_clock(std::move(clock))
    , m_faults(faults)
    , m_serverStop(std::move(serverStop))
    , m_timeLimit(timeLimit)
    , m_translator(engine.schema()->tables)
{}

bool ClassicService::owns(const ServerRequest &request)
{
    const auto path = pathSegments(request.path);
    return !path.empty() && toLower(path.front()) == "subscriptions";
}

HttpAnswer ClassicService::handle(const ServerRequest &request)
{
    const auto path = pathSegments(request.path);
    if (auto refusal = refusePath(request, path))
        return *std::move(refusal);
    const bool isStart = path.size() == 9;
    HttpAnswer answer;
    if (m_faults.gone)
        answer = HttpAnswer::empty(410);
    else if (isStart && !request.isJson())
        answer = HttpAnswer::empty(200); // so does the real service
    else
        answer = isStart ? start(request) : poll(path[9]);
    if (isStart)
        addRateLimit(answer);
    const std::string id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    const std::string stamp =
        m_clock->nowUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toStdString();
    answer.headers.insert(answer.headers.end(), {{"x-ms-request-id", id},
                                                 {"x-ms-correlation-request-id", id},
                                                 {"x-ms-routing-request-id", "LOOPBACK:" + stamp + ':' + id},
                                                 {"Cache-Control", "no-cache"},
                                                 {"Pragma", "no-cache"},
                                                 {"Expires", "-1"}});
    return answer;
}

std::optional<HttpAnswer> ClassicService::refusePath(const ServerRequest &request,
                                                     const std::vector<std::string> &path) const
{
    if (auto refusal =
            refuseManagementPath(request, path, m_endpoints, QLatin1StringView("search"),
                                 {QLatin1StringView("2015-11-01-preview"), QLatin1StringView("2015-03-20")}))
        return refusal;
    const bool isVerb = request.method == "POST" || (request.method == "GET" && path.size() == 10);
    return isVerb ? std::nullopt : std::optional(refuseManagementMethod(request));
}

Result<ClassicService::Asked> ClassicService::read(const ServerRequest &request) const
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(request.body));
    if (!document.isObject())
        return failure(ErrorKind::Usage, QStringLiteral("The request content was invalid and could not be "
                                                        "deserialized."));
    const QJsonObject body = document.object();
    Asked asked;
    asked.text = valueOf(body, QLatin1StringView("query")).toString();
    const QJsonValue top = valueOf(body, QLatin1StringView("top"));
    if (top.isDouble())
        asked.top = std::max<qint64>(top.toInteger(), 0);
    const QJsonValue highlight = valueOf(body, QLatin1StringView("highlight"));
    if (highlight.isObject()) {
        const QJsonObject marks = highlight.toObject();
        asked.highlight = {valueOf(marks, QLatin1StringView("pre")).toString(),
                           valueOf(marks, QLatin1StringView("post")).toString()};
    }
    const QDateTime now = m_clock->nowUtc();
    // Without a bound on one side the window reaches as far as the data does.
    ResolvedRange range{QDateTime(QDate(1, 1, 1), QTime(0, 0), utcZone), now.addDays(1)};
    bool bounded = false;
    const std::pair<QLatin1StringView, QDateTime *> bounds[] = {{QLatin1StringView("start"), &range.start},
                                                                {QLatin1StringView("end"), &range.end}};
    for (const auto &[key, bound] : bounds) {
        const QString text = valueOf(body, key).toString();
        if (text.isEmpty())
            continue;
        const auto ticks = parseIsoDateTime(text.toStdString());
        if (!ticks)
            return failure(
                ErrorKind::Usage,
                QStringLiteral("The value '%1' of '%2' is not a valid date and time.").arg(text, key));
        *bound = toDateTimeUtc(*ticks);
        bounded = true;
    }
    if (bounded)
        asked.range = range;
    return asked;
}

HttpAnswer ClassicService::start(const ServerRequest &request)
{
    const auto asked = read(request);
    if (!asked)
        return managementError(400, "BadRequest", asked.error().message);
    const auto search = std::make_shared<Search>();
    search->startedMs = m_clock->monotonicMs();
    search->started = toTicks(m_clock->nowUtc());
    search->lastUpdated = search->started;
    search->apiVersion = request.parameter("api-version");
    search->top = asked->top;
    search->pendings = m_faults.pendings.value_or(m_faults.pollExpired ? 1 : defaultPendings);
    // The form of October 2017: a GUID, a bar, and the time without its T.
    search->requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + '|' +
                        m_clock->nowUtc().toString(QStringLiteral("yyyy-MM-ddHH-mm-ss'Z'")).toStdString();
    const TimeLimit limit(m_timeLimit, m_serverStop);
    if (const auto run = runInto(*search, *asked, limit.cancel()); !run) {
        if (limit.isOver())
            return managementFault(504);
        return run.error().kind == ErrorKind::Query ? syntaxError(asked->text, run.error())
                                                    : managementFault(500);
    }
    search->requestMs = m_clock->monotonicMs() - search->startedMs;
    const std::lock_guard lock(m_mutex);
    forgetOld();
    HttpAnswer answer = answerOf(*search);
    // A search that is done at once is not kept, as the documentation says.
    if (search->pendings > 0)
        m_searches.emplace(toLower(search->requestId), search);
    return answer;
}

HttpAnswer ClassicService::poll(const std::string &requestId)
{
    if (m_faults.pollExpired)
        return HttpAnswer::empty(410);
    const std::lock_guard lock(m_mutex);
    forgetOld();
    const auto found = m_searches.find(toLower(requestId));
    return found == m_searches.end() ? HttpAnswer::empty(410) : answerOf(*found->second);
}

Result<void> ClassicService::runInto(Search &search, const Asked &asked, const CancelState &cancel) const
{
    auto translation = m_translator.translate(asked.text, m_clock->nowUtc());
    if (!translation)
        return tl::unexpected(translation.error());
    search.facts = *std::move(translation);
    const qint64 cap = search.facts.aggregated ? aggregatedCap : classicRowCap;
    const bool limited = asked.top || search.facts.top || search.facts.aggregated;
    const qint64 rows = std::min(limited ? asked.top.value_or(cap) : topWithoutTop, cap);
    const auto table = query(search.facts.kql + QStringLiteral("\n| take %1").arg(rows), asked, cancel);
    if (!table)
        return tl::unexpected(table.error());
    const auto count = query(search.facts.countKql, asked, cancel);
    if (!count)
        return tl::unexpected(count.error());
    search.total = count->rowCount() == 1 ? count->cell(0, 0).column->integer(0)
                                          : static_cast<qint64>(table->rowCount());
    std::optional<ClassicHighlighter> highlighter;
    if (asked.highlight)
        highlighter.emplace(search.facts, asked.highlight->first, asked.highlight->second);
    search.rows = toClassicRecords(*table, search.facts, m_endpoints, highlighter ? &*highlighter : nullptr);
    return {};
}

Result<ChunkedTable> ClassicService::query(const QString &kql, const Asked &asked,
                                           const CancelState &cancel) const
{
    CollectingSink sink;
    const auto outcome = m_engine.run({kql, asked.range, toTicks(m_clock->nowUtc())}, sink, cancel);
    if (outcome)
        return sink.rows();
    Error error = outcome.error();
    // A place in the translated text means nothing to who asked.
    error.position.reset();
    return tl::unexpected(std::move(error));
}

HttpAnswer ClassicService::answerOf(Search &search) const
{
    ++search.answers;
    const bool pending = search.isPending();
    const auto all = search.rows.records.size();
    const auto looks = static_cast<std::size_t>(search.answers);
    const auto steps = static_cast<std::size_t>(search.pendings) + 1;
    const std::size_t rows = pending ? all * looks / steps : all;
    const qint64 total = pending ? search.total * search.answers / (search.pendings + 1) : search.total;
    // Later answers to a finished search are the same answer: nothing was updated.
    if (search.answers <= search.pendings + 1)
        search.lastUpdated = std::max(toTicks(m_clock->nowUtc()), search.lastUpdated + 1);
    std::string body = "{\"id\":" + jsonString(std::string_view(resourcePath(search)));
    body += ",\"__metadata\":" + metadataOf(search, rows, total) + ",\"value\":[";
    for (std::size_t row = 0; row < rows; ++row) {
        if (row > 0)
            body += ',';
        body += search.rows.records[row];
    }
    HttpAnswer answer = HttpAnswer::json(200, body + "]}");
    if (pending) {
        // Malformed in every recording: two schemes, two paths, & for ?.
        const std::string base = m_endpoints.management.toStdString();
        const std::string host = base.substr(base.find("://") + 3);
        std::string collection = '/' + resourcePath(search);
        collection.resize(collection.rfind('/'));
        answer.headers.emplace_back(
            "Location", "https://https//" + host + collection + "?api-version=" + search.apiVersion + '/' +
                            resourcePath(search) + "&api-version=" + search.apiVersion);
    }
    return answer;
}

std::string ClassicService::metadataOf(const Search &search, std::size_t rows, qint64 total) const
{
    const bool pending = search.isPending();
    const std::string documents = std::to_string(total);
    std::string status = "\"Status\":\"" + std::string(pending ? "Pending" : "Successful");
    status += "\",\"NumberOfDocuments\":" + documents;
    status += ",\"StartTime\":\"" + formatKqlDateTime(search.started);
    status += "\",\"LastUpdated\":\"" + formatKqlDateTime(search.lastUpdated);
    status += "\",\"ETag\":\"" + std::to_string(search.lastUpdated) + '"';
    const std::string requestId = "\"RequestId\":" + jsonString(std::string_view(search.requestId));
    const ClassicTranslation &facts = search.facts;
    std::string out = "{";
    if (facts.aggregated) {
        out += requestId + ',' + status + ",\"resultType\":\"aggregated\"";
        if (!facts.valueFields.isEmpty()) {
            out += ",\"aggregatedValueField\":" + jsonString(facts.valueFields.first());
            out += ",\"aggregatedValueFields\":";
            appendNames(out, facts.valueFields);
        }
        out += ",\"aggregateGroupingFields\":";
        appendNames(out, facts.groupingFields);
        if (!facts.intervalField.isEmpty()) {
            out += ",\"aggregateIntervalField\":" + jsonString(facts.intervalField);
            // Months and years have none; parts of a second would be another interval.
            if (facts.intervalMilliseconds > 0 && facts.intervalMilliseconds % 1000 == 0)
                out += ",\"aggregateIntervalSeconds\":" + std::to_string(facts.intervalMilliseconds / 1000);
        }
        if (!facts.valueFields.isEmpty()) {
            out += ",\"sum\":";
            appendJsonFloat(out, search.rows.sum);
            out += ",\"max\":";
            appendJsonFloat(out, search.rows.max);
        }
        return out + ",\"total\":" + std::to_string(pending ? static_cast<qint64>(rows) : total) + '}';
    }
    out += "\"resultType\":\"raw\",\"total\":" + documents;
    if (search.top)
        out += ",\"top\":" + std::to_string(*search.top);
    out += ',' + requestId + ",\"CoreResponses\":[],\"CoreSummaries\":[";
    if (pending)
        out += "{\"Status\":\"Pending\",\"NumberOfDocuments\":" + documents + '}';
    out += "]," + status + ",\"sort\":" + sortJson(facts.sort);
    return out + ",\"requestTime\":" + std::to_string(search.requestMs) + '}';
}

std::string ClassicService::resourcePath(const Search &search) const
{
    const QString workspace =
        QStringLiteral("subscriptions/%1/resourceGroups/%2/providers/"
                       "Microsoft.OperationalInsights/workspaces/%3/search/")
            .arg(m_endpoints.subscription, m_endpoints.resourceGroup, m_endpoints.workspace);
    return workspace.toStdString() + search.requestId;
}

void ClassicService::forgetOld()
{
    const qint64 now = m_clock->monotonicMs();
    std::erase_if(m_searches, [now](const auto &entry) { return now - entry.second->startedMs >= cacheMs; });
    while (m_searches.size() >= keptSearches) {
        m_searches.erase(
            std::min_element(m_searches.begin(), m_searches.end(), [](const auto &a, const auto &b) {
                return a.second->startedMs < b.second->startedMs;
            }));
    }
}

void ClassicService::addRateLimit(HttpAnswer &answer)
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock->monotonicMs();
    if (now - m_windowStartMs >= rateWindowMs) {
        m_windowStartMs = now;
        m_searchesInWindow = 0;
    }
    ++m_searchesInWindow;
    answer.headers.emplace_back("X-RateLimit-Limit", std::to_string(rateLimit));
    answer.headers.emplace_back("X-RateLimit-Remaining",
                                std::to_string(std::max(rateLimit - m_searchesInWindow, 0)));
}

} // namespace sonde
