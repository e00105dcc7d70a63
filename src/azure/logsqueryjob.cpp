#include "azure/logsqueryjob.h"

#include "azure/answererror.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sonde {

namespace {

/// How much longer than the service's own limit a silence may last (wire document, 1.3: with wait=1 the
/// recorded 504 came after 8 s).
constexpr auto graceAfterWait = std::chrono::seconds(30);
/// For the service's work and 100 MB over a slow line.
constexpr auto timeToReceive = std::chrono::minutes(30);

} // namespace

LogsQueryJob::LogsQueryJob(const AnswerSetup &setup, LogsQueryRequest request,
                           LogsDecoder::ChunkHandler deliver, QObject *parent)
    : AnswerJob(setup, parent)
    , m_request(std::move(request))
    , m_reader(std::make_shared<LogsReader>(m_request.rowLimit, std::move(deliver), setup.pool))
{}

void LogsQueryJob::start(const QByteArray &token)
{
    HttpRequest http;
    http.verb = "POST";
    // From Qt 6.7 on fromEncoded takes a view, which a sum that is not yet bytes does not become.
    const QByteArray address =
        baseOf(m_request.base) + "/workspaces/" + QUrl::toPercentEncoding(m_request.workspaceId) + "/query";
    http.url = QUrl::fromEncoded(address);
    http.contentType = "application/json";
    http.bearer = token;
    http.headers = {{"Prefer", "wait=" + QByteArray::number(m_request.serverTimeoutSeconds) +
                                   ", include-statistics=true, include-render=true"},
                    // The service may answer from a cache that is two minutes old unless told not to.
                    {"Cache-Control", "no-cache"}};
    const QString timespan = toWireInstant(m_request.range.start) + u'/' + toWireInstant(m_request.range.end);
    http.body = QJsonDocument(QJsonObject{{QStringLiteral("query"), m_request.text},
                                          {QStringLiteral("timespan"), timespan}})
                    .toJson(QJsonDocument::Compact);
    http.inactivityTimeout = std::chrono::seconds(m_request.serverTimeoutSeconds) + graceAfterWait;
    http.deadline = http.inactivityTimeout + timeToReceive;
    AnswerJob::start(std::move(http), m_reader);
}

void LogsQueryJob::onAnswered(const std::optional<Error> &error)
{
    if (error)
        m_outcome = failure(*error);
    else
        m_outcome = LogsOutcome{m_reader->answer(), m_reader->capped(), m_reader->rows()};
    emit finished();
}

Error LogsQueryJob::refusal(const QByteArray &body) const
{
    return answerError(ServiceKind::LogsQuery, head(), body, m_request.serverTimeoutSeconds);
}

Error LogsQueryJob::emptyAnswer() const
{
    return emptyAnswerError();
}

} // namespace sonde
