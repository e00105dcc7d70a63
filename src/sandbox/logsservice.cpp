#include "sandbox/logsservice.h"

#include "kql/kqltree.h"
#include "sandbox/gzipwriter.h"
#include "sandbox/runningquery.h"
#include "sandbox/samplemetadata.h"
#include "sandbox/serviceerrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <limits>

namespace sonde {

namespace {

constexpr int longestWaitSeconds = 600;

ErrorLink badArgument()
{
    return {"BadArgumentError", QStringLiteral("The request had some invalid properties")};
}

HttpAnswer pathNotFound()
{
    return logsError(404, {{"PathNotFoundError", QStringLiteral("The requested path does not exist")}});
}

// The value of one preference, such as `wait` in `wait=60, include-render=true`; the separators are those in
// use.
std::optional<std::string> preference(const ServerRequest &request, std::string_view name)
{
    const auto [first, last] = request.headers.equal_range(std::string("Prefer"));
    for (auto header = first; header != last; ++header) {
        const QString value = QString::fromStdString(toLower(header->second)).replace(u';', u',');
        const QStringList parts = value.split(u',');
        for (const QString &part : parts) {
            const auto equals = part.indexOf(u'=');
            if (equals > 0 && part.left(equals).trimmed().toStdString() == name)
                return part.mid(equals + 1).trimmed().toStdString();
        }
    }
    return std::nullopt;
}

bool prefers(const ServerRequest &request, std::string_view name)
{
    return preference(request, name) == "true" || preference(request, "ai." + std::string(name)) == "true";
}

// ISO 8601 as the service takes it: a duration that ends now, start/end, start/duration, duration/end.
std::optional<ResolvedRange> resolveTimespan(const QString &text, const QDateTime &now)
{
    const bool iso = text.startsWith(u'P') || text.contains(u'/');
    const auto range = iso ? TimeRange::parse(text) : tl::unexpected(Error());
    return range ? std::optional(range->resolve(now)) : std::nullopt;
}

ResolvedRange intersection(const ResolvedRange &left, const ResolvedRange &right)
{
    return {std::max(left.start, right.start), std::min(left.end, right.end)};
}

HttpAnswer queryRefused(const QString &text, const Error &error)
{
    const std::string code = error.serviceCode.toStdString();
    if (error.kind != ErrorKind::Query)
        return logsError(500, {{"InternalServerError", QStringLiteral("Internal server error")},
                               {"EngineError", error.message}});
    if (code.starts_with("E_")) {
        return logsError(400, {badArgument(),
                               {"EngineError",
                                QStringLiteral("Something went wrong processing your query on the server.")},
                               {code, error.message}});
    }
    const bool syntax = code == "SYN0002";
    const ErrorLink middle{syntax ? "SyntaxError" : "SemanticError",
                           syntax ? QStringLiteral("A recognition error occurred in the query.")
                                  : QStringLiteral("A semantic error occurred.")};
    const QString token = error.position ? tokenAt(text, *error.position) : QString();
    return logsError(400, {badArgument(), middle, {code, error.message, error.position, token}});
}

} // namespace

struct LogsService::Question
{
    QString text;
    std::optional<ResolvedRange> range;
    QStringList workspaces;
};

LogsService::LogsService(const SandboxEndpoints &endpoints, const Engine &engine,
                         std::shared_ptr<const Clock> clock, const Faults &faults, CancelStatePtr serverStop,
                         const ServiceLimits &limits)
    : m_endpoints(endpoints)
    , m_engine(engine)
    , m_clock(std::move(clock))
    , m_faults(faults)
    , m_serverStop(std::move(serverStop))
    , m_limits(limits)
    , m_callers(limits, m_clock)
{}

void LogsService::setFixedAnswer(std::string body)
{
    GzipWriter writer;
    std::string packed;
    // zlib counts the bytes of one call in 32 bits.
    constexpr std::size_t step = 16 * 1024 * 1024;
    for (std::size_t at = 0; at < body.size(); at += step)
        writer.write(std::string_view(body).substr(at, step), packed);
    writer.finish(packed);
    m_packedAnswer = std::make_shared<const std::string>(std::move(packed));
    m_fixedAnswer = std::make_shared<const std::string>(std::move(body));
}

bool LogsService::owns(const ServerRequest &request)
{
    const auto path = pathSegments(request.path);
    return !path.empty() && toLower(path.front()) == "v1";
}

int LogsService::waitSeconds(const ServerRequest &request, int usual)
{
    const auto wait = preference(request, "wait");
    const int seconds = wait ? QString::fromStdString(*wait).toInt() : usual;
    return std::clamp(seconds, 1, longestWaitSeconds);
}

HttpAnswer LogsService::handle(const ServerRequest &request)
{
    // Whose token it is: here every caller has tokens of its own.
    auto entry = m_callers.enter(request.header("Authorization"));
    if (!entry.ticket)
        return logsThrottled(entry.retryAfterSeconds);
    HttpAnswer whole = answer(request);
    if (whole.stream) {
        // Given back with the last row, before the client may know that it was the last.
        whole.stream = [stream = std::move(whole.stream), ticket = std::make_shared<std::shared_ptr<void>>(
                                                              std::move(entry.ticket))](BodySink &sink) {
            const bool done = stream(sink);
            ticket->reset();
            return done;
        };
    }
    return whole;
}

HttpAnswer LogsService::answer(const ServerRequest &request)
{
    const auto path = pathSegments(request.path);
    const std::string asked =
        path.size() == 4 && toLower(path[1]) == "workspaces" ? toLower(path[3]) : std::string();
    const bool known = asked == "query" || asked == "metadata";
    if (!known || (request.method != "GET" && request.method != "POST"))
        return pathNotFound();
    const QString workspace = QString::fromStdString(path[2]);
    if (QUuid::fromString(workspace).isNull()) {
        return logsError(400, {badArgument(),
                               {"FailedToResolveResource",
                                QStringLiteral("Failed to resolve resource '%1'").arg(workspace)}});
    }
    if (workspace.compare(m_endpoints.workspaceId, Qt::CaseInsensitive) != 0) {
        return logsError(404, {{"ResourceNotFoundError",
                                QStringLiteral("The workspace '%1' could not be found").arg(workspace)}});
    }
    if (asked == "metadata")
        return HttpAnswer::json(200, sampleMetadata(*m_engine.schema(), m_endpoints).toStdString());
    // Both real services answer a POST that is not announced as JSON with 200 and nothing.
    if (request.method == "POST" && !request.isJson())
        return HttpAnswer::empty(200);
    return run(request);
}

Result<LogsService::Question> LogsService::read(const ServerRequest &request) const
{
    Question question;
    QStringList timespans{QString::fromStdString(request.parameter("timespan"))};
    if (request.method == "GET") {
        question.text = QString::fromStdString(request.parameter("query"));
        question.workspaces =
            QString::fromStdString(request.parameter("workspaces")).split(u',', Qt::SkipEmptyParts);
    } else {
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(request.body));
        if (!document.isObject())
            return failure(ErrorKind::Usage, QStringLiteral("The request body is not valid JSON"));
        const QJsonObject body = document.object();
        question.text = body.value(u"query").toString();
        timespans += body.value(u"timespan").toString();
        const QJsonArray workspaces = body.value(u"workspaces").toArray();
        for (const auto &name : workspaces)
            question.workspaces += name.toString();
    }
    if (question.text.trimmed().isEmpty())
        return failure(ErrorKind::Usage, QStringLiteral("The query is missing"));
    const QDateTime now = m_clock->nowUtc();
    for (const QString &timespan : std::as_const(timespans)) {
        if (timespan.isEmpty())
            continue;
        const auto range = resolveTimespan(timespan, now);
        if (!range)
            return failure(ErrorKind::Usage, QStringLiteral("The timespan '%1' is not valid").arg(timespan));
        question.range = question.range ? intersection(*question.range, *range) : *range;
    }
    for (const QString &name : std::as_const(question.workspaces)) {
        if (!isOwnWorkspace(name.trimmed()))
            return failure(ErrorKind::NotFound, QStringLiteral("Failed to resolve resource '%1'").arg(name));
    }
    return question;
}

bool LogsService::isOwnWorkspace(const QString &name) const
{
    const QString resource =
        QStringLiteral("/subscriptions/%1/resourcegroups/%2/providers/"
                       "microsoft.operationalinsights/workspaces/%3")
            .arg(m_endpoints.subscription, m_endpoints.resourceGroup, m_endpoints.workspace);
    const QStringList names{m_endpoints.workspaceId, m_endpoints.workspace, resource,
                            m_endpoints.subscription + u'/' + m_endpoints.resourceGroup + u'/' +
                                m_endpoints.workspace};
    return names.contains(name, Qt::CaseInsensitive);
}

HttpAnswer LogsService::run(const ServerRequest &request)
{
    const auto question = read(request);
    if (!question) {
        const char *code =
            question.error().kind == ErrorKind::NotFound ? "FailedToResolveResource" : "QueryValidationError";
        return logsError(400, {badArgument(), {code, question.error().message}});
    }
    if (m_fixedAnswer)
        return fixedAnswer(request);
    RunningQuery::Options options;
    options.statistics = prefers(request, "include-statistics");
    options.render = prefers(request, "include-render");
    options.partialError = m_faults.partialError;
    options.rowLimit = m_limits.rows > 0 ? m_limits.rows : std::numeric_limits<qint64>::max();
    options.byteLimit = m_limits.bytes > 0 ? m_limits.bytes : std::numeric_limits<qint64>::max();
    const int wait = waitSeconds(request, m_limits.wait);
    options.patience = std::chrono::seconds(wait);
    const QueryRequest asked{question->text, question->range, toTicks(m_clock->nowUtc())};
    const auto running = std::make_shared<RunningQuery>(m_engine, asked, options, m_serverStop);
    const auto head = running->waitForHead(std::chrono::seconds(wait));
    if (!head)
        return logsFault(504, wait);
    if (!*head)
        return queryRefused(question->text, head->error());
    HttpAnswer answer;
    answer.stream = [running](BodySink &sink) { return running->sendTo(sink); };
    return answer;
}

HttpAnswer LogsService::fixedAnswer(const ServerRequest &request) const
{
    HttpAnswer answer;
    if (request.acceptsGzip())
        answer.headers.emplace_back("Content-Encoding", "gzip");
    const auto body = request.acceptsGzip() ? m_packedAnswer : m_fixedAnswer;
    answer.stream = [body](BodySink &sink) { return sink.write(*body); };
    return answer;
}

} // namespace sonde
