#include "sandbox/sandboxendpoints.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <array>

namespace sonde {

namespace {

QString freshSecret()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

SandboxEndpoints SandboxEndpoints::at(const QString &baseUrl)
{
    SandboxEndpoints endpoints;
    endpoints.authority = baseUrl;
    endpoints.management = baseUrl;
    endpoints.logs = baseUrl + QStringLiteral("/v1");
    endpoints.tenant = QStringLiteral("3f5d1c9a-7b24-4e68-9a10-c0de00000001");
    endpoints.clientId = QStringLiteral("8a2e6b40-51d7-4c3f-b9e2-c0de00000002");
    endpoints.clientSecret = freshSecret();
    endpoints.subscription = QStringLiteral("c4b8a6d2-19e3-4f57-8d06-c0de00000003");
    endpoints.resourceGroup = QStringLiteral("contoso-operations");
    endpoints.workspace = QStringLiteral("contoso-logs");
    endpoints.workspaceId = QStringLiteral("5e9d7c31-a2f4-46b8-8c15-c0de00000004");
    const Endpoints cloud = endpointsOf(Cloud::Public);
    endpoints.logsScope = cloud.logsAudience;
    endpoints.managementResource = cloud.managementAudience;
    return endpoints;
}

QByteArray SandboxEndpoints::toJson() const
{
    const QJsonObject object{
        {QStringLiteral("authority"), authority},
        {QStringLiteral("management"), management},
        {QStringLiteral("logs"), logs},
        {QStringLiteral("tenant"), tenant},
        {QStringLiteral("clientId"), clientId},
        {QStringLiteral("clientSecret"), clientSecret},
        {QStringLiteral("subscription"), subscription},
        {QStringLiteral("resourceGroup"), resourceGroup},
        {QStringLiteral("workspace"), workspace},
        {QStringLiteral("workspaceId"), workspaceId},
        {QStringLiteral("logsScope"), logsScope},
        {QStringLiteral("managementResource"), managementResource},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Connection SandboxEndpoints::toConnection() const
{
    Connection connection = embeddedConnection();
    connection.cloud = Cloud::Custom;
    connection.custom.authority = QUrl(authority);
    connection.custom.management = QUrl(management);
    connection.custom.logs = QUrl(logs);
    connection.custom.managementAudience = managementResource;
    connection.custom.logsAudience = logsScope;
    connection.custom.managementToken = TokenVersion::V1;
    connection.custom.logsToken = TokenVersion::V2;
    connection.tenant = tenant;
    connection.clientId = clientId;
    connection.subscription = subscription;
    connection.resourceGroup = resourceGroup;
    connection.workspace = workspace;
    connection.workspaceId = workspaceId;
    return connection;
}

} // namespace sonde
