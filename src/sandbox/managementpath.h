#pragma once

#include "sandbox/http.h"
#include "sandbox/sandboxendpoints.h"

#include <QLatin1StringView>
#include <optional>
#include <vector>

namespace sonde {

/// Why the resource manager would not find a thing of the workspace: `/subscriptions/S/resourceGroups/G/
/// providers/Microsoft.OperationalInsights/workspaces/W/COLLECTION[/ID]`, compared without regard to case.
/// Nothing where \a path (see pathSegments()) names the one workspace there is, in a version of the API that
/// \a versions lists. The method is the caller's to check.
std::optional<HttpAnswer> refuseManagementPath(const ServerRequest &request,
                                               const std::vector<std::string> &path,
                                               const SandboxEndpoints &endpoints,
                                               QLatin1StringView collection,
                                               const std::vector<QLatin1StringView> &versions);

/// 405 in the resource manager's words.
HttpAnswer refuseManagementMethod(const ServerRequest &request);

} // namespace sonde
