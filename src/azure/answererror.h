#pragma once

#include "azure/requestjob.h"
#include "core/error.h"

namespace sonde {

enum class ServiceKind { LogsQuery, ClassicSearch, Metadata };

/// What a refusal means in words: from the status, and from the service's own error body where there is one.
/// \a serverTimeoutSeconds is the `wait` that was sent, named when the service gave up (504).
Error answerError(ServiceKind service, const AnswerHead &head, const QByteArray &body,
                  int serverTimeoutSeconds);

/// A web page where data was asked for: what proxies and sign-in pages on the way send. Nothing where the
/// answer is none, or where the service's own gateway may have sent it (5xx without a proxy). The page itself
/// is never a message.
std::optional<Error> webPageError(const AnswerHead &head);

/// 200 with an empty body: what the real service does to a POST without `Content-Type: application/json`, so
/// a proxy on the way has probably changed the request.
Error emptyAnswerError();

/// Whether another token may help: this one was refused, and not for its audience, which the next one has
/// too.
bool isTokenRefused(int httpStatus, const Error &error);

/// Whether the rows before this failure are an answer all the same.
bool leavesRows(const Error &error);

} // namespace sonde
