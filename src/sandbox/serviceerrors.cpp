#include "sandbox/serviceerrors.h"

#include "sandbox/jsonvalues.h"

#include <QUuid>

namespace sonde {

namespace {

// Microsoft's services answer with this header where a client is to wait.
constexpr int retrySeconds = 1;

void appendInnerErrors(std::string &out, const std::vector<ErrorLink> &chain, std::size_t index)
{
    if (index == chain.size())
        return;
    const ErrorLink &link = chain[index];
    out += ",\"innererror\":{\"code\":" + jsonString(std::string_view(link.code));
    out += ",\"message\":" + jsonString(link.message);
    if (link.position) {
        out += ",\"line\":" + std::to_string(link.position->line);
        out += ",\"pos\":" + std::to_string(link.position->column);
        out += ",\"token\":" + jsonString(link.token);
    }
    appendInnerErrors(out, chain, index + 1);
    out += '}';
}

} // namespace

HttpAnswer logsError(int status, const std::vector<ErrorLink> &chain)
{
    const ErrorLink &outermost = chain.front();
    std::string body = "{\"error\":{\"message\":" + jsonString(outermost.message);
    body += ",\"code\":" + jsonString(std::string_view(outermost.code));
    body += ",\"correlationId\":" + jsonString(QUuid::createUuid().toString(QUuid::WithoutBraces));
    appendInnerErrors(body, chain, 1);
    return HttpAnswer::json(status, body + "}}");
}

HttpAnswer managementError(int status, const char *code, const QString &message)
{
    HttpAnswer answer = HttpAnswer::json(status, "{\"error\":{\"code\":\"" + std::string(code) +
                                                     "\",\"message\":" + jsonString(message) + "}}");
    answer.headers.emplace_back("x-ms-failure-cause", "gateway");
    return answer;
}

std::string partialErrorJson(const char *hresult, const QString &message)
{
    return "{\"code\":\"PartialError\",\"message\":\"There were some errors when processing your query.\","
           "\"details\":[{\"code\":\"EngineError\",\"message\":\"Something went wrong processing your query "
           "on the "
           "server.\",\"innererror\":{\"code\":\"" +
           std::string(hresult) + "\",\"message\":" + jsonString(message) +
           ",\"severity\":2,\"severityName\":\"Error\"}}]}";
}

HttpAnswer logsThrottled(int retryAfterSeconds)
{
    HttpAnswer answer = logsError(429, {{"ThrottledError", QStringLiteral("Too many requests")}});
    answer.headers.emplace_back("Retry-After", std::to_string(retryAfterSeconds));
    return answer;
}

HttpAnswer logsFault(int status, int waitSeconds)
{
    HttpAnswer answer;
    switch (status) {
    case 429:
        answer = logsThrottled(retrySeconds);
        break;
    case 503:
        answer = logsError(status, {{"ServiceUnavailable", QStringLiteral("The service is unavailable")}});
        break;
    case 504:
        answer = logsError(status, {{"GatewayTimeout", QStringLiteral("Gateway timeout")},
                                    {"GatewayTimeout", QStringLiteral("Kusto query timed out")}});
        answer.headers.emplace_back("Preference-Applied", "wait=" + std::to_string(waitSeconds));
        break;
    default:
        answer = logsError(status, {{"InternalServerError", QStringLiteral("Internal server error")}});
    }
    return answer;
}

HttpAnswer managementFault(int status)
{
    HttpAnswer answer;
    switch (status) {
    case 429:
        answer = managementError(
            status, "ResourceRequestsThrottled",
            QStringLiteral("Number of requests for action "
                           "'Microsoft.OperationalInsights/workspaces/search/action' exceeded "
                           "the limit of '100' for time interval '00:01:00'. Please try again "
                           "after '1' seconds."));
        answer.headers.emplace_back("Retry-After", std::to_string(retrySeconds));
        break;
    case 503:
        answer = managementError(status, "ServiceUnavailable",
                                 QStringLiteral("The service is temporarily unavailable."));
        break;
    case 504:
        answer = managementError(
            status, "GatewayTimeout",
            QStringLiteral("The gateway did not receive a response from "
                           "'Microsoft.OperationalInsights' within the specified time period."));
        break;
    default:
        answer = managementError(status, "InternalServerError",
                                 QStringLiteral("The server encountered an internal error."));
    }
    return answer;
}

} // namespace sonde
