#include "core/connection.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sonde {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

QUrl url(const char *text)
{
    return QUrl(QString::fromLatin1(text));
}

bool isGuid(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
    return pattern.match(text).hasMatch();
}

/// Why a service address cannot be used, or nothing.
QString problemOfAddress(const QString &what, const QUrl &address)
{
    if (address.isEmpty())
        return tr("The %1 address is missing.").arg(what);
    if (!address.isValid() || address.host().isEmpty())
        return tr("The %1 address is not a web address.").arg(what);
    if (address.scheme() == QLatin1String("https"))
        return {};
    if (address.scheme() == QLatin1String("http") && isLoopbackHost(address.host()))
        return {};
    return tr("The %1 address must begin with https:// (http:// only on this machine).").arg(what);
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression pattern(QStringLiteral("^127(\\.\\d{1,3}){3}$"));
    return host == QLatin1String("localhost") || host == QLatin1String("::1") ||
           pattern.match(host).hasMatch();
}

Endpoints endpointsOf(Cloud cloud)
{
    Endpoints e;
    switch (cloud) {
    case Cloud::Public:
        e.authority = url("https://login.microsoftonline.com");
        e.management = url("https://management.azure.com");
        e.logs = url("https://api.loganalytics.azure.com/v1");
        e.managementAudience = QStringLiteral("https://management.core.windows.net/");
        e.logsAudience = QStringLiteral("https://api.loganalytics.io/.default");
        break;
    case Cloud::UsGovernment:
        e.authority = url("https://login.microsoftonline.us");
        e.management = url("https://management.usgovcloudapi.net");
        e.logs = url("https://api.loganalytics.us/v1");
        e.managementAudience = QStringLiteral("https://management.core.usgovcloudapi.net/");
        e.logsAudience = QStringLiteral("https://api.loganalytics.us/.default");
        break;
    case Cloud::China:
        e.authority = url("https://login.partner.microsoftonline.cn");
        e.management = url("https://management.chinacloudapi.cn");
        e.logs = url("https://api.loganalytics.azure.cn/v1");
        e.managementAudience = QStringLiteral("https://management.core.chinacloudapi.cn/");
        e.logsAudience = QStringLiteral("https://api.loganalytics.azure.cn/.default");
        break;
    case Cloud::Custom:
        break;
    }
    return e;
}

bool Connection::offers(QueryLanguage language) const
{
    if (embedded)
        return true;
    if (language == QueryLanguage::Kql)
        return !workspaceId.isEmpty();
    return !subscription.isEmpty() && !resourceGroup.isEmpty() && !workspace.isEmpty();
}

QStringList problemsOf(const Connection &connection)
{
    QStringList problems;
    if (connection.embedded)
        return problems;
    if (connection.name.trimmed().isEmpty())
        problems << tr("The connection has no name.");
    if (connection.tenant.isEmpty())
        problems << tr("The tenant is missing.");
    if (!isGuid(connection.clientId))
        problems << tr("The application id is not a GUID.");
    if (!connection.subscription.isEmpty() && !isGuid(connection.subscription))
        problems << tr("The subscription is not a GUID.");
    if (!connection.workspaceId.isEmpty() && !isGuid(connection.workspaceId))
        problems << tr("The workspace id is not a GUID.");
    if (!connection.offers(QueryLanguage::Kql) && !connection.offers(QueryLanguage::Classic)) {
        problems << tr(
            "A workspace id is needed for KQL; subscription, resource group and workspace name are "
            "needed for classic search.");
    }
    if (connection.cloud == Cloud::Custom) {
        const Endpoints &e = connection.custom;
        problems << problemOfAddress(tr("sign-in"), e.authority);
        if (connection.offers(QueryLanguage::Kql)) {
            problems << problemOfAddress(tr("logs query"), e.logs);
            if (e.logsAudience.isEmpty())
                problems << tr("The audience of the logs query service is missing.");
        }
        if (connection.offers(QueryLanguage::Classic)) {
            problems << problemOfAddress(tr("management"), e.management);
            if (e.managementAudience.isEmpty())
                problems << tr("The audience of the management service is missing.");
        }
        problems.removeAll(QString());
    }
    return problems;
}

Connection embeddedConnection()
{
    Connection connection;
    connection.id = embeddedConnectionId;
    connection.name = tr("Embedded workspace");
    connection.embedded = true;
    return connection;
}

} // namespace sonde
