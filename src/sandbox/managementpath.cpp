#include "sandbox/managementpath.h"

#include "sandbox/serviceerrors.h"

#include <algorithm>

namespace sonde {

namespace {

/// The segments of a path, which may be fewer than asked for.
class Segments
{
public:
    explicit Segments(const std::vector<std::string> &path)
        : m_path(path)
    {}
    std::size_t size() const { return m_path.size(); }
    bool is(std::size_t index, const QString &text) const
    {
        return index < m_path.size() && toLower(m_path[index]) == toLower(text.toStdString());
    }
    QString at(std::size_t index) const { return QString::fromStdString(m_path[index]); }

private:
    const std::vector<std::string> &m_path;
};

HttpAnswer unknownVersion(const QString &version, const std::vector<QLatin1StringView> &versions)
{
    QStringList known;
    for (const QLatin1StringView each : versions)
        known += QString(each);
    return managementError(
        400, "NoRegisteredProviderFound",
        QStringLiteral("No registered resource provider found for API version '%1' for type "
                       "'workspaces'. The supported api-versions are '%2'.")
            .arg(version, known.join(QStringLiteral(", "))));
}

} // namespace

std::optional<HttpAnswer> refuseManagementPath(const ServerRequest &request,
                                               const std::vector<std::string> &path,
                                               const SandboxEndpoints &endpoints,
                                               QLatin1StringView collection,
                                               const std::vector<QLatin1StringView> &versions)
{
    const QString version = QString::fromStdString(request.parameter("api-version"));
    if (version.isEmpty()) {
        return managementError(
            400, "MissingApiVersionParameter",
            QStringLiteral("The api-version query parameter (?api-version=) is required for all "
                           "requests."));
    }
    const Segments segments(path);
    if (segments.size() > 1 && !segments.is(1, endpoints.subscription)) {
        return managementError(
            404, "SubscriptionNotFound",
            QStringLiteral("The subscription '%1' could not be found.").arg(segments.at(1)));
    }
    const bool isOfWorkspace = segments.is(2, QStringLiteral("resourceGroups")) &&
                               segments.is(4, QStringLiteral("providers")) &&
                               segments.is(5, QStringLiteral("Microsoft.OperationalInsights")) &&
                               segments.is(6, QStringLiteral("workspaces")) && segments.is(8, collection) &&
                               (segments.size() == 9 || segments.size() == 10);
    if (!isOfWorkspace) {
        return managementError(404, "InvalidResourceType",
                               QStringLiteral("The resource type could not be found in the namespace "
                                              "'Microsoft.OperationalInsights' for api version '%1'.")
                                   .arg(version));
    }
    if (!segments.is(3, endpoints.resourceGroup)) {
        return managementError(404, "ResourceGroupNotFound",
                               QStringLiteral("Resource group '%1' could not be found.").arg(segments.at(3)));
    }
    if (!segments.is(7, endpoints.workspace)) {
        return managementError(
            404, "ResourceNotFound",
            QStringLiteral("The Resource 'Microsoft.OperationalInsights/workspaces/%1' under "
                           "resource group '%2' was not found.")
                .arg(segments.at(7), segments.at(3)));
    }
    if (std::find(versions.begin(), versions.end(), version) == versions.end())
        return unknownVersion(version, versions);
    return std::nullopt;
}

HttpAnswer refuseManagementMethod(const ServerRequest &request)
{
    return managementError(405, "MethodNotAllowed",
                           QStringLiteral("The requested resource does not support http method '%1'.")
                               .arg(QString::fromStdString(request.method)));
}

} // namespace sonde
