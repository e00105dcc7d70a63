#include "core/endpointsjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EndpointsJson)
};

} // namespace

Result<ConnectionWithSecret> connectionFromEndpointsJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.trimmed()).object();
    if (object.isEmpty()) {
        return failure(ErrorKind::Usage, Words::tr("The endpoints are not a JSON object."),
                       Words::tr("Use the line that sonde-sandbox prints when it starts."));
    }
    const auto text = [&object](QLatin1StringView key) { return object.value(key).toString(); };
    ConnectionWithSecret out;
    Connection &c = out.connection;
    c.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    c.cloud = Cloud::Custom;
    c.custom.authority = QUrl(text(QLatin1StringView("authority")));
    c.custom.management = QUrl(text(QLatin1StringView("management")));
    c.custom.logs = QUrl(text(QLatin1StringView("logs")));
    c.custom.managementAudience = text(QLatin1StringView("managementResource"));
    c.custom.logsAudience = text(QLatin1StringView("logsScope"));
    c.tenant = text(QLatin1StringView("tenant"));
    c.clientId = text(QLatin1StringView("clientId"));
    c.subscription = text(QLatin1StringView("subscription"));
    c.resourceGroup = text(QLatin1StringView("resourceGroup"));
    c.workspace = text(QLatin1StringView("workspace"));
    c.workspaceId = text(QLatin1StringView("workspaceId"));
    c.name = c.workspace.isEmpty() ? c.custom.logs.host() : c.workspace;
    out.secret = text(QLatin1StringView("clientSecret"));
    QStringList problems = problemsOf(c);
    if (out.secret.isEmpty())
        problems << Words::tr("The client secret is missing.");
    if (!problems.isEmpty())
        return failure(ErrorKind::Usage, Words::tr("The endpoints are not complete."),
                       problems.join(QLatin1Char(' ')));
    return out;
}

bool mayHoldEndpointsSecret(const QString &text)
{
    return text.contains(QLatin1String("\"clientSecret\""));
}

} // namespace sonde
