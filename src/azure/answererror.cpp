#include "azure/answererror.h"

#include "results/serviceerror.h"

#include <QCoreApplication>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AnswerError)
};

/// The longest `Prefer: wait` that the logs query service takes (wire document, 1.3).
constexpr int longestServerTimeout = 600;

void refuseQuery(ServiceKind service, const std::optional<ServiceErrorBody> &body, Error &error)
{
    error.kind = ErrorKind::Query;
    if (service == ServiceKind::Metadata) {
        error.kind = ErrorKind::Service;
        error.message = Words::tr("The service refused to list the tables of the workspace.");
        error.advice = Words::tr("Refresh the tables in a few minutes.");
    } else if (body && !body->message.isEmpty()) {
        // In the service's own words, which are English whatever language Sonde speaks.
        error.message = body->message;
        error.advice = Words::tr("The service refuses the query as it is: correct it and run it again.");
    } else {
        error.message = Words::tr("The service refused the query.");
        error.advice = Words::tr("Correct the query and run it again.");
    }
}

void refuseAudience(Error &error)
{
    error.kind = ErrorKind::SignIn;
    error.message = Words::tr("The service does not accept a token for this audience.");
    error.advice = Words::tr("Check the cloud and the audience in the connection.");
    error.remedy = Remedy::EditConnection;
}

void refuseAccess(ServiceKind service, Error &error)
{
    error.kind = ErrorKind::Forbidden;
    error.message = Words::tr("The application may not read this workspace.");
    error.advice =
        service != ServiceKind::ClassicSearch
            ? Words::tr("Ask for the role “Log Analytics Reader” on the workspace; a new role may take up to "
                        "60 minutes to work.")
            : Words::tr("Ask for the role “Log Analytics Reader” on the workspace (it holds "
                        "workspaces/search/action); a new role may take up to 60 minutes to work.");
}

void refuseMissing(ServiceKind service, Error &error)
{
    error.kind = ErrorKind::NotFound;
    error.message = Words::tr("The workspace was not found.");
    error.advice =
        service != ServiceKind::ClassicSearch
            ? Words::tr("Check the workspace id and the cloud in the connection.")
            : Words::tr(
                  "Check the subscription, the resource group and the workspace name in the connection.");
    error.remedy = Remedy::EditConnection;
}

void refuseRate(const AnswerHead &head, Error &error)
{
    error.kind = ErrorKind::RateLimited;
    error.message = Words::tr("The service has had too many requests.");
    error.advice = head.retryAfterSeconds
                       ? Words::tr("Try again in %n second(s).", nullptr, *head.retryAfterSeconds)
                       : Words::tr("Wait a minute and try again.");
    error.remedy = Remedy::RunAgain;
}

void refuseTime(ServiceKind service, int serverTimeoutSeconds, Error &error)
{
    error.kind = ErrorKind::Timeout;
    if (service == ServiceKind::Metadata) {
        error.message = Words::tr("The service did not answer in time.");
        error.advice = Words::tr("Refresh the tables in a few minutes.");
        return;
    }
    if (service == ServiceKind::ClassicSearch) {
        error.message = Words::tr("The service did not answer in time.");
        error.advice = Words::tr("Run the search again, or over a shorter time range.");
        error.remedy = Remedy::RunAgain;
        return;
    }
    error.message =
        Words::tr("The query did not finish within the time limit of %1 s.").arg(serverTimeoutSeconds);
    if (serverTimeoutSeconds < longestServerTimeout) {
        error.advice = Words::tr("Raise the time limit (up to %1 s), or ask over a shorter time range.")
                           .arg(longestServerTimeout);
        error.remedy = Remedy::RaiseServerTimeout;
    } else {
        error.advice =
            Words::tr("This is the longest that the service allows; ask over a shorter time range.");
    }
}

} // namespace

std::optional<Error> webPageError(const AnswerHead &head)
{
    if (!head.contentType.contains("html") || (head.proxy.isEmpty() && head.status >= 500))
        return {};
    Error error;
    error.kind = head.status >= 400 ? ErrorKind::Service : ErrorKind::Decode;
    error.httpStatus = head.status;
    error.detail = QStringLiteral("HTTP %1").arg(head.status);
    if (head.proxy.isEmpty()) {
        error.message = Words::tr("“%1” answered with a web page and not with data.").arg(head.host);
        error.advice = Words::tr("A proxy or a sign-in page may stand between you and the service; check the "
                                 "address of the connection.");
    } else {
        //: %1: the proxy’s address; %2: the server’s
        error.message = Words::tr("A web page came through the proxy “%1” in place of the answer of “%2”.")
                            .arg(head.proxy, head.host);
        error.advice = Words::tr("Check the proxy in the settings, or ask who runs it.");
        error.remedy = Remedy::OpenSettings;
    }
    return error;
}

Error answerError(ServiceKind service, const AnswerHead &head, const QByteArray &bytes,
                  int serverTimeoutSeconds)
{
    if (const std::optional<Error> page = webPageError(head))
        return *page;
    const std::optional<ServiceErrorBody> body = parseServiceError(bytes);
    const auto hasCode = [&body](const char *code) {
        return body && body->codes.contains(QLatin1String(code), Qt::CaseInsensitive);
    };
    Error error;
    error.httpStatus = head.status;
    if (body) {
        error.serviceCode = body->code;
        error.correlationId = body->correlationId;
        error.position = body->position;
    }
    error.detail = QStringLiteral("HTTP %1").arg(head.status);
    if (body && !body->detail.isEmpty())
        error.detail += u'\n' + body->detail;

    if (hasCode("InvalidAuthenticationTokenAudience")) {
        refuseAudience(error);
        return error;
    }
    // Also with 403, from the logs query service.
    const bool isTokenRefused =
        head.status == 401 || hasCode("InvalidAuthenticationToken") || hasCode("InvalidTokenError");
    switch (isTokenRefused ? 401 : head.status) {
    case 400:
        if (hasCode("FailedToResolveResource"))
            refuseMissing(service, error);
        else
            refuseQuery(service, body, error);
        break;
    case 401:
        error.kind = ErrorKind::SignIn;
        error.message = Words::tr("The service did not accept the sign-in.");
        error.advice = Words::tr("Check the tenant, the cloud and the audience in the connection.");
        error.remedy = Remedy::EditConnection;
        break;
    case 403:
        refuseAccess(service, error);
        break;
    case 404:
        if (service == ServiceKind::Metadata && hasCode("PathNotFoundError")) {
            error.kind = ErrorKind::NotFound;
            error.message = Words::tr("This service does not list the tables of its workspaces.");
        } else {
            refuseMissing(service, error);
        }
        break;
    case 410:
        error.kind = ErrorKind::Gone;
        error.message = Words::tr("What was asked for is no longer there.");
        error.advice = Words::tr("Run the query again.");
        error.remedy = Remedy::RunAgain;
        break;
    case 429:
        refuseRate(head, error);
        break;
    case 504:
        refuseTime(service, serverTimeoutSeconds, error);
        break;
    default:
        error.kind = ErrorKind::Service;
        if (head.status >= 500) {
            error.message = Words::tr("The service failed (HTTP %1).").arg(head.status);
            error.advice = Words::tr("Try again in a few minutes.");
            error.remedy = Remedy::RunAgain;
        } else {
            error.message =
                Words::tr("The service answered in a way that was not expected (HTTP %1).").arg(head.status);
            error.advice = Words::tr("Check the address of the connection, and see the details.");
        }
        break;
    }
    return error;
}

Error emptyAnswerError()
{
    Error error;
    error.kind = ErrorKind::Decode;
    error.message = Words::tr("The service answered with success and nothing else.");
    error.advice =
        Words::tr("A proxy on the way may have changed the request; try again, or from another network.");
    error.remedy = Remedy::RunAgain;
    return error;
}

bool isTokenRefused(int httpStatus, const Error &error)
{
    return httpStatus == 401 || (error.kind == ErrorKind::SignIn &&
                                 error.serviceCode != QLatin1String("InvalidAuthenticationTokenAudience"));
}

bool leavesRows(const Error &error)
{
    return error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout ||
           error.kind == ErrorKind::Decode;
}

} // namespace sonde
