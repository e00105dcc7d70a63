#include "stores/connectionjson.h"

namespace sonde {

namespace {

QString cloudName(Cloud cloud)
{
    switch (cloud) {
    case Cloud::Public:
        return QStringLiteral("public");
    case Cloud::UsGovernment:
        return QStringLiteral("usgovernment");
    case Cloud::China:
        return QStringLiteral("china");
    case Cloud::Custom:
        return QStringLiteral("custom");
    }
    return {};
}

std::optional<Cloud> cloudFromName(const QString &name)
{
    for (const Cloud cloud : {Cloud::Public, Cloud::UsGovernment, Cloud::China, Cloud::Custom}) {
        if (cloudName(cloud) == name)
            return cloud;
    }
    return {};
}

QString colourName(ColourMark colour)
{
    switch (colour) {
    case ColourMark::None:
        return QStringLiteral("none");
    case ColourMark::Red:
        return QStringLiteral("red");
    case ColourMark::Orange:
        return QStringLiteral("orange");
    case ColourMark::Yellow:
        return QStringLiteral("yellow");
    case ColourMark::Green:
        return QStringLiteral("green");
    case ColourMark::Blue:
        return QStringLiteral("blue");
    case ColourMark::Purple:
        return QStringLiteral("purple");
    }
    return {};
}

ColourMark colourFromName(const QString &name)
{
    for (const ColourMark colour : {ColourMark::Red, ColourMark::Orange, ColourMark::Yellow,
                                    ColourMark::Green, ColourMark::Blue, ColourMark::Purple}) {
        if (colourName(colour) == name)
            return colour;
    }
    return ColourMark::None;
}

QString tokenName(TokenVersion version)
{
    return version == TokenVersion::V1 ? QStringLiteral("v1") : QStringLiteral("v2");
}

TokenVersion tokenFromName(const QString &name)
{
    return name == QLatin1String("v1") ? TokenVersion::V1 : TokenVersion::V2;
}

QJsonObject toJson(const Endpoints &endpoints)
{
    return {{QStringLiteral("authority"), endpoints.authority.toString()},
            {QStringLiteral("management"), endpoints.management.toString()},
            {QStringLiteral("logs"), endpoints.logs.toString()},
            {QStringLiteral("managementAudience"), endpoints.managementAudience},
            {QStringLiteral("logsAudience"), endpoints.logsAudience},
            {QStringLiteral("managementToken"), tokenName(endpoints.managementToken)},
            {QStringLiteral("logsToken"), tokenName(endpoints.logsToken)}};
}

Endpoints endpointsFromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    Endpoints endpoints;
    endpoints.authority = QUrl(text("authority"));
    endpoints.management = QUrl(text("management"));
    endpoints.logs = QUrl(text("logs"));
    endpoints.managementAudience = text("managementAudience");
    endpoints.logsAudience = text("logsAudience");
    endpoints.managementToken = tokenFromName(text("managementToken"));
    endpoints.logsToken = tokenFromName(text("logsToken"));
    return endpoints;
}

} // namespace

QJsonObject connectionjson::written(const Connection &connection, QJsonObject json)
{
    json.insert(QStringLiteral("id"), connection.id);
    json.insert(QStringLiteral("name"), connection.name);
    // What says the same already stays: a colour of a newer version is not ours to take away.
    if (connection.colour != colourFromName(json.value(QLatin1String("colour")).toString()))
        json.insert(QStringLiteral("colour"), colourName(connection.colour));
    if (connection.keepsHistory != json.value(QLatin1String("keepsHistory")).toBool(true))
        json.insert(QStringLiteral("keepsHistory"), connection.keepsHistory);
    json.insert(QStringLiteral("cloud"), cloudName(connection.cloud));
    if (connection.cloud == Cloud::Custom)
        json.insert(QStringLiteral("endpoints"), toJson(connection.custom));
    else
        json.remove(QStringLiteral("endpoints"));
    json.insert(QStringLiteral("tenant"), connection.tenant);
    json.insert(QStringLiteral("clientId"), connection.clientId);
    json.insert(QStringLiteral("subscription"), connection.subscription);
    json.insert(QStringLiteral("resourceGroup"), connection.resourceGroup);
    json.insert(QStringLiteral("workspace"), connection.workspace);
    json.insert(QStringLiteral("workspaceId"), connection.workspaceId);
    json.insert(QStringLiteral("classicApiVersion"), connection.classicApiVersion);
    return json;
}

std::optional<Connection> connectionjson::read(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const std::optional<Cloud> cloud = cloudFromName(text("cloud"));
    Connection connection;
    connection.id = text("id");
    if (connection.id.isEmpty() || !cloud)
        return {};
    connection.name = text("name");
    connection.colour = colourFromName(text("colour"));
    connection.keepsHistory = json.value(QLatin1String("keepsHistory")).toBool(true);
    connection.cloud = *cloud;
    if (*cloud == Cloud::Custom)
        connection.custom = endpointsFromJson(json.value(QLatin1String("endpoints")).toObject());
    connection.tenant = text("tenant");
    connection.clientId = text("clientId");
    connection.subscription = text("subscription");
    connection.resourceGroup = text("resourceGroup");
    connection.workspace = text("workspace");
    connection.workspaceId = text("workspaceId");
    if (const QString apiVersion = text("classicApiVersion"); !apiVersion.isEmpty())
        connection.classicApiVersion = apiVersion;
    return connection;
}

} // namespace sonde
