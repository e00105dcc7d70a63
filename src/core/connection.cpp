#include "core/connection.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

QUrl url(const char *text)
{
    return QUrl(QString::fromLatin1(text));
}

/// Why a service address cannot be used, or nothing.
QString problemOfAddress(const QString &what, const QUrl &address)
{
    if (address.isEmpty())
        return Words::tr("The %1 address is missing.").arg(what);
    if (!address.isValid() || address.host().isEmpty())
        return Words::tr("The %1 address is not a web address.").arg(what);
    if (!address.userInfo().isEmpty())
        return Words::tr("The %1 address must not hold a user or password.").arg(what);
    if (address.scheme() == QLatin1String("https"))
        return {};
    if (address.scheme() == QLatin1String("http") && isLoopbackHost(address.host()))
        return {};
    return Words::tr("The %1 address must begin with https:// (http:// only on this machine).").arg(what);
}

QString problemOfTenant(const QString &tenant)
{
    if (tenant.isEmpty())
        return Words::tr("The tenant is missing.");
    static const QRegularExpression domain(QStringLiteral("^[\\w-]+(\\.[\\w-]+)*$"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    if (!domain.match(tenant).hasMatch())
        return Words::tr("The tenant is neither a GUID nor a domain such as contoso.onmicrosoft.com.");
    return {};
}

/// A path is built from these names: what would change its shape is not a name.
QString problemOfResourceName(const QString &name, const QString &missing, const QString &wrong)
{
    if (name.isEmpty())
        return missing;
    static const QRegularExpression pattern(QStringLiteral("^[\\w(). -]*[\\w()-]$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(name).hasMatch() ? QString() : wrong;
}

/// Collects what is wrong, field by field.
class Inspection
{
public:
    explicit Inspection(const Connection &connection)
        : m_connection(connection)
    {}

    void inspectSignIn()
    {
        if (m_connection.name.trimmed().isEmpty())
            add(ConnectionField::Name, Words::tr("The connection has no name."));
        else if (m_connection.name.contains(QLatin1String("clientSecret")))
            add(ConnectionField::Name,
                Words::tr("The name holds an endpoints line, with its secret; paste that again."));
        add(ConnectionField::Tenant, problemOfTenant(m_connection.tenant));
        if (m_connection.clientId.isEmpty())
            add(ConnectionField::ClientId, Words::tr("The application id is missing."));
        else if (!isGuid(m_connection.clientId))
            add(ConnectionField::ClientId, Words::tr("The application id is not a GUID."));
    }

    void inspectLogs()
    {
        if (m_connection.workspaceId.isEmpty())
            add(ConnectionField::WorkspaceId, Words::tr("The workspace id is missing."));
        else if (!isGuid(m_connection.workspaceId))
            add(ConnectionField::WorkspaceId, Words::tr("The workspace id is not a GUID."));
    }

    void inspectClassic()
    {
        if (m_connection.subscription.isEmpty())
            add(ConnectionField::Subscription, Words::tr("The subscription is missing."));
        else if (!isGuid(m_connection.subscription))
            add(ConnectionField::Subscription, Words::tr("The subscription is not a GUID."));
        add(ConnectionField::ResourceGroup,
            problemOfResourceName(
                m_connection.resourceGroup, Words::tr("The resource group is missing."),
                Words::tr("A resource group’s name holds only letters, digits, blanks and - _ . ( "
                          "), and does not end with “.”.")));
        add(ConnectionField::Workspace,
            problemOfResourceName(m_connection.workspace, Words::tr("The workspace name is missing."),
                                  Words::tr("A workspace’s name holds only letters, digits and hyphens.")));
    }

    void inspectCustom(bool logs, bool classic)
    {
        const Endpoints &e = m_connection.custom;
        add(ConnectionField::Authority, problemOfAddress(Words::tr("sign-in"), e.authority));
        if (logs) {
            add(ConnectionField::Logs, problemOfAddress(Words::tr("logs query"), e.logs));
            if (e.logsAudience.isEmpty())
                add(ConnectionField::LogsAudience,
                    Words::tr("The audience of the logs query service is missing."));
        }
        if (classic) {
            add(ConnectionField::Management, problemOfAddress(Words::tr("management"), e.management));
            if (e.managementAudience.isEmpty())
                add(ConnectionField::ManagementAudience,
                    Words::tr("The audience of the management service is missing."));
        }
    }

    void add(ConnectionField field, const QString &sentence)
    {
        if (!sentence.isEmpty())
            m_problems.append({field, sentence});
    }
    QList<ConnectionProblem> problems() const { return m_problems; }

private:
    const Connection &m_connection;
    QList<ConnectionProblem> m_problems;
};

} // namespace

bool isGuid(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\z"));
    return pattern.match(text).hasMatch();
}

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
    if (local)
        return language == QueryLanguage::Kql;
    if (language == QueryLanguage::Kql)
        return !workspaceId.isEmpty();
    return !subscription.isEmpty() && !resourceGroup.isEmpty() && !workspace.isEmpty();
}

QList<ConnectionProblem> problemsByField(const Connection &connection, const QList<QueryLanguage> &services)
{
    if (connection.isBuiltIn())
        return {};
    const bool logs = services.contains(QueryLanguage::Kql);
    const bool classic = services.contains(QueryLanguage::Classic);
    Inspection inspection(connection);
    inspection.inspectSignIn();
    if (!logs && !classic)
        inspection.add(ConnectionField::Services, Words::tr("At least one service is needed."));
    if (logs)
        inspection.inspectLogs();
    if (classic)
        inspection.inspectClassic();
    if (connection.cloud == Cloud::Custom)
        inspection.inspectCustom(logs, classic);
    return inspection.problems();
}

QStringList problemsOf(const Connection &connection)
{
    QList<QueryLanguage> services;
    for (const QueryLanguage language : {QueryLanguage::Kql, QueryLanguage::Classic}) {
        if (connection.offers(language))
            services << language;
    }
    QStringList problems;
    const QList<ConnectionProblem> found = problemsByField(connection, services);
    for (const ConnectionProblem &problem : found) {
        problems << (problem.field == ConnectionField::Services
                         ? Words::tr(
                               "A workspace id is needed for KQL; subscription, resource group and workspace "
                               "name are needed for classic search.")
                         : problem.sentence);
    }
    return problems;
}

Connection embeddedConnection()
{
    Connection connection;
    connection.id = embeddedConnectionId;
    connection.name = Words::tr("Embedded workspace");
    connection.embedded = true;
    return connection;
}

Connection localConnection()
{
    Connection connection;
    connection.id = localConnectionId;
    connection.name = Words::tr("Your tables");
    connection.local = true;
    return connection;
}

QList<Connection> builtInConnections()
{
    return {embeddedConnection(), localConnection()};
}

std::optional<Connection> builtInConnection(const QString &id)
{
    if (id == embeddedConnectionId)
        return embeddedConnection();
    if (id == localConnectionId)
        return localConnection();
    return std::nullopt;
}

} // namespace sonde
