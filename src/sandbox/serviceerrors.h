#pragma once

#include "core/error.h"
#include "sandbox/http.h"

#include <QString>
#include <optional>
#include <vector>

/// The error bodies of the two services, in the shapes that were recorded.
namespace sonde {

/// One link of the logs service's chain of errors.
struct ErrorLink
{
    std::string code;
    QString message;
    std::optional<TextPosition> position = {}; ///< written as `line`, `pos` and `token`
    QString token = {};
};

/// `{"error":{"message","code","correlationId","innererror":{...}}}`, outermost link first (recordings R20 to
/// R25).
HttpAnswer logsError(int status, const std::vector<ErrorLink> &chain);

/// The resource manager's flat `{"error":{"code","message"}}`.
HttpAnswer managementError(int status, const char *code, const QString &message);

/// The `error` that comes beside rows: PartialError > EngineError > \a hresult (recording R10).
std::string partialErrorJson(const char *hresult, const QString &message);

/// 429, 500, 503 or 504 as either service words it, for the faults of that name.
HttpAnswer logsFault(int status, int waitSeconds);
/// 429 for a caller that asks too much.
HttpAnswer logsThrottled(int retryAfterSeconds);
HttpAnswer managementFault(int status);

} // namespace sonde
