#include "core/workspacereference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace sonde {

namespace {

/// No link of the portal is longer than this; what is, is some other text.
constexpr qsizetype longestText = 64 * 1024;

constexpr QLatin1StringView guidPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

QString firstCapture(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).captured(1);
}

/// Links are encoded once for the address and sometimes once more for the part behind the #.
QString decoded(const QString &text)
{
    QString result = text;
    for (int round = 0; round < 3 && result.contains(QLatin1Char('%')); ++round) {
        const QString next = QUrl::fromPercentEncoding(result.toUtf8());
        if (next == result)
            break;
        result = next;
    }
    return result;
}

std::optional<Cloud> cloudOfHost(const QString &host)
{
    struct Suffix
    {
        const char *text;
        Cloud cloud;
    };
    static constexpr Suffix suffixes[] = {
        {"portal.azure.com", Cloud::Public},           {"management.azure.com", Cloud::Public},
        {"api.loganalytics.io", Cloud::Public},        {"api.loganalytics.azure.com", Cloud::Public},
        {"portal.azure.us", Cloud::UsGovernment},      {"management.usgovcloudapi.net", Cloud::UsGovernment},
        {"api.loganalytics.us", Cloud::UsGovernment},  {"portal.azure.cn", Cloud::China},
        {"management.chinacloudapi.cn", Cloud::China}, {"api.loganalytics.azure.cn", Cloud::China},
    };
    for (const Suffix &suffix : suffixes) {
        const QLatin1StringView known(suffix.text);
        // Also ms.portal.azure.com and westeurope.api.loganalytics.io, but not notportal.azure.com.
        if (host == known || host.endsWith(QLatin1Char('.') + known))
            return suffix.cloud;
    }
    return {};
}

bool isPortal(const QString &host)
{
    return host.contains(QLatin1String("portal.azure."));
}

/// `#@contoso.com/…` or `https://portal.azure.com/contoso.com/…`
QString tenantOf(const QString &address)
{
    static const QRegularExpression behindAt(QStringLiteral("#@([\\w.-]+)"));
    if (const QString tenant = firstCapture(behindAt, address); !tenant.isEmpty())
        return tenant;
    static const QRegularExpression inPath(
        QStringLiteral("^https://[^/#?]+/([\\w-]+(?:\\.[\\w-]+)+|%1)/?(?:[#?]|$)").arg(guidPattern),
        QRegularExpression::CaseInsensitiveOption);
    return firstCapture(inPath, address);
}

/// What a resource id in \a text says; false where it is the id of something else than a workspace.
bool readResourceId(const QString &text, WorkspaceReference &reference)
{
    static const QRegularExpression subscription =
        pattern(QStringLiteral("(?:^|/)subscriptions/(%1)(?=$|[^0-9a-f-])").arg(guidPattern));
    const QRegularExpressionMatch found = subscription.match(text);
    if (!found.hasMatch())
        return true;
    reference.subscription = found.captured(1).toLower();
    const QString rest = text.mid(found.capturedEnd(1));
    static const QRegularExpression group = pattern(QStringLiteral("^/resourceGroups/([^/?#&,;\"']+)"));
    reference.resourceGroup = firstCapture(group, rest);
    static const QRegularExpression provider =
        pattern(QStringLiteral("^/resourceGroups/[^/]+/providers/(.+)$"));
    const QString resource = firstCapture(provider, rest);
    if (resource.isEmpty())
        return true;
    // Sentinel's pages name the workspace as a resource of their own.
    static const QRegularExpression workspace = pattern(QStringLiteral(
        "^(?:Microsoft\\.OperationalInsights/workspaces|Microsoft\\.SecurityInsightsArg/sentinel)/"
        "([^/?#&,;\"']+)"));
    reference.workspace = firstCapture(workspace, resource);
    return !reference.workspace.isEmpty();
}

std::optional<WorkspaceReference> fromAddress(const QString &text)
{
    WorkspaceReference reference;
    const QString plain = decoded(text);
    static const QRegularExpression address = pattern(QStringLiteral("^https?://([^/?#:]+)"));
    const QString host = firstCapture(address, plain).toLower();
    if (!host.isEmpty()) {
        reference.cloud = cloudOfHost(host);
        if (isPortal(host))
            reference.tenant = tenantOf(plain);
    }
    if (!readResourceId(plain, reference))
        return {};
    static const QRegularExpression byId =
        pattern(QStringLiteral("/workspaces/(%1)(?=$|[/?#\\s])").arg(guidPattern));
    if (reference.workspace.isEmpty() && reference.subscription.isEmpty())
        reference.workspaceId = firstCapture(byId, plain).toLower();
    // A tenant or a cloud alone is no workspace.
    if (reference.subscription.isEmpty() && reference.workspaceId.isEmpty())
        return {};
    return reference;
}

std::optional<WorkspaceReference> fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QJsonObject object = document.object();
    // `az … workspace list` prints an array; which of several is meant only a person knows.
    if (document.isArray() && document.array().size() == 1)
        object = document.array().at(0).toObject();
    WorkspaceReference reference;
    if (!readResourceId(object.value(QLatin1String("id")).toString(), reference))
        return {};
    QString customerId = object.value(QLatin1String("customerId")).toString();
    if (customerId.isEmpty())
        customerId = object.value(QLatin1String("properties"))
                         .toObject()
                         .value(QLatin1String("customerId"))
                         .toString();
    if (isGuid(customerId))
        reference.workspaceId = customerId.toLower();
    if (reference.workspace.isEmpty() && reference.workspaceId.isEmpty())
        return {};
    if (reference.workspace.isEmpty())
        reference.workspace = object.value(QLatin1String("name")).toString();
    if (reference.resourceGroup.isEmpty())
        reference.resourceGroup = object.value(QLatin1String("resourceGroup")).toString();
    return reference;
}

/// Without what surrounds a text where it was copied from: blanks, quotes, angle brackets, braces.
QString bare(const QString &text)
{
    QString result = text.trimmed();
    static const QString opening = QStringLiteral("\"'<`“");
    static const QString closing = QStringLiteral("\"'>`”");
    while (result.size() >= 2) {
        const qsizetype kind = opening.indexOf(result.front());
        if (kind < 0 || result.back() != closing.at(kind))
            break;
        result = result.mid(1, result.size() - 2).trimmed();
    }
    return result;
}

} // namespace

void WorkspaceReference::applyTo(Connection &connection) const
{
    const auto take = [](QString &target, const QString &value) {
        if (!value.isEmpty())
            target = value;
    };
    if (cloud)
        connection.cloud = *cloud;
    take(connection.tenant, tenant);
    const bool otherId =
        !workspaceId.isEmpty() && workspaceId.compare(connection.workspaceId, Qt::CaseInsensitive) != 0;
    const auto differs = [](const QString &one, const QString &other) {
        return !one.isEmpty() && one.compare(other, Qt::CaseInsensitive) != 0;
    };
    const bool otherName = differs(workspace, connection.workspace) ||
                           differs(resourceGroup, connection.resourceGroup) ||
                           differs(subscription, connection.subscription);
    if (otherName && workspaceId.isEmpty() && !connection.workspace.isEmpty())
        connection.workspaceId.clear();
    if (otherId && workspace.isEmpty() && !connection.workspaceId.isEmpty()) {
        connection.subscription.clear();
        connection.resourceGroup.clear();
        connection.workspace.clear();
    }
    take(connection.subscription, subscription);
    take(connection.resourceGroup, resourceGroup);
    take(connection.workspace, workspace);
    take(connection.workspaceId, workspaceId);
}

std::optional<WorkspaceReference> workspaceReferenceFrom(const QString &text)
{
    if (text.size() > longestText)
        return {};
    QString plain = bare(text);
    if (plain.startsWith(QLatin1Char('{')) && plain.endsWith(QLatin1Char('}')) &&
        isGuid(plain.mid(1, plain.size() - 2)))
        plain = plain.mid(1, plain.size() - 2);
    if (isGuid(plain)) {
        WorkspaceReference reference;
        reference.workspaceId = plain.toLower();
        return reference;
    }
    if (plain.startsWith(QLatin1Char('{')) || plain.startsWith(QLatin1Char('[')))
        return fromJson(plain.toUtf8());
    // A resource id or an address is one word.
    static const QRegularExpression blank(QStringLiteral("\\s"));
    if (plain.contains(blank))
        return {};
    return fromAddress(plain);
}

} // namespace sonde
