#include "azure/classicsearchjob.h"

#include "azure/answererror.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sonde {

namespace {

constexpr auto inactivityLimit = std::chrono::seconds(120);
constexpr auto searchLimit = std::chrono::minutes(10);

} // namespace

ClassicSearchJob::ClassicSearchJob(const AnswerSetup &setup, const Connection &connection, QObject *parent)
    : AnswerJob(setup, parent)
    , m_connection(connection)
    , m_reader(std::make_shared<ClassicReader>())
{}

QUrl ClassicSearchJob::address(const QString &requestId) const
{
    QByteArray url = baseOf(m_connection.endpoints().management) + "/subscriptions/" +
                     QUrl::toPercentEncoding(m_connection.subscription) + "/resourcegroups/" +
                     QUrl::toPercentEncoding(m_connection.resourceGroup) +
                     "/providers/Microsoft.OperationalInsights/workspaces/" +
                     QUrl::toPercentEncoding(m_connection.workspace) + "/search";
    // Recorded ids hold a `|`, which is no character of an address.
    if (!requestId.isEmpty())
        url += '/' + QUrl::toPercentEncoding(requestId);
    url += "?api-version=" + QUrl::toPercentEncoding(m_connection.classicApiVersion);
    return QUrl::fromEncoded(url);
}

void ClassicSearchJob::startSearch(const QByteArray &token, const QString &text, qint64 top,
                                   const ResolvedRange &range)
{
    HttpRequest http;
    http.verb = "POST";
    http.url = address({});
    http.contentType = "application/json";
    http.bearer = token;
    http.body = QJsonDocument(QJsonObject{{QStringLiteral("query"), text},
                                          {QStringLiteral("top"), top},
                                          {QStringLiteral("start"), toWireInstant(range.start)},
                                          {QStringLiteral("end"), toWireInstant(range.end)}})
                    .toJson(QJsonDocument::Compact);
    http.inactivityTimeout = inactivityLimit;
    http.deadline = searchLimit;
    start(std::move(http), m_reader);
}

void ClassicSearchJob::startLook(const QByteArray &token, const QString &requestId, Verb verb,
                                 std::chrono::milliseconds limit)
{
    HttpRequest http;
    http.verb = verb == Verb::Get ? "GET" : "POST";
    http.url = address(requestId);
    if (verb == Verb::Post)
        http.contentType = "application/json";
    http.bearer = token;
    http.inactivityTimeout = inactivityLimit;
    http.deadline = limit;
    start(std::move(http), m_reader);
}

void ClassicSearchJob::onAnswered(const std::optional<Error> &error)
{
    if (error)
        m_outcome = failure(*error);
    else if (m_reader->answer())
        m_outcome = *m_reader->answer();
    else
        m_outcome = failure(emptyAnswerError());
    emit finished();
}

Error ClassicSearchJob::refusal(const QByteArray &body) const
{
    // The search's own error body may come with any status (its status was never recorded).
    if (body.contains("\"resultType\"")) {
        const Result<ClassicAnswer> answer = decodeClassicAnswer(body);
        if (!answer && answer.error().kind == ErrorKind::Query)
            return answer.error();
    }
    return answerError(ServiceKind::ClassicSearch, head(), body, 0);
}

Error ClassicSearchJob::emptyAnswer() const
{
    return emptyAnswerError();
}

} // namespace sonde
