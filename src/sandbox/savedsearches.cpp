#include "sandbox/savedsearches.h"

#include "core/querycheck.h"
#include "sandbox/jsonvalues.h"
#include "sandbox/managementpath.h"
#include "sandbox/samplefunctions.h"
#include "sandbox/samplesearches.h"
#include "sandbox/serviceerrors.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sonde {

namespace {

constexpr QLatin1StringView collection("savedSearches");

HttpAnswer answerOf(const QJsonObject &json)
{
    return HttpAnswer::json(200, QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString());
}

HttpAnswer notFound(const QString &id)
{
    return managementError(404, "NotFound", QStringLiteral("The saved search '%1' was not found.").arg(id));
}

HttpAnswer badRequest(const QString &sentence)
{
    return managementError(400, "BadRequest", sentence);
}

QString tagOf(int revision)
{
    return QStringLiteral("W/\"%1\"").arg(revision);
}

QJsonObject propertiesOf(const SampleSearch &search)
{
    return {{QStringLiteral("category"), search.category},
            {QStringLiteral("displayName"), search.displayName},
            {QStringLiteral("query"), search.query},
            {QStringLiteral("version"), 2}};
}

QJsonObject propertiesOf(const KqlFunction &function)
{
    return {{QStringLiteral("category"), function.categories.value(0, QStringLiteral("Functions"))},
            {QStringLiteral("displayName"), function.name},
            {QStringLiteral("query"), function.body},
            {QStringLiteral("functionAlias"), function.name},
            {QStringLiteral("functionParameters"), function.parameters},
            {QStringLiteral("version"), 2}};
}

/// What is kept of a body's properties; a sentence where a needed one is missing.
Result<QJsonObject> readProperties(const QJsonObject &body)
{
    const QJsonObject given = valueOf(body, QLatin1StringView("properties")).toObject();
    QJsonObject kept;
    for (const char *key : {"category", "displayName", "query"}) {
        const QString text = valueOf(given, QLatin1StringView(key)).toString();
        if (text.isEmpty())
            return failure(ErrorKind::Usage,
                           QStringLiteral("The property '%1' is required.").arg(QLatin1StringView(key)));
        if (text.size() > longestQueryText)
            return failure(ErrorKind::Usage,
                           QStringLiteral("The property '%1' is too long.").arg(QLatin1StringView(key)));
        kept.insert(QLatin1StringView(key), text);
    }
    for (const char *key : {"functionAlias", "functionParameters", "tags"}) {
        if (const QJsonValue value = valueOf(given, QLatin1StringView(key)); !value.isUndefined())
            kept.insert(QLatin1StringView(key), value);
    }
    kept.insert(QStringLiteral("version"), valueOf(given, QLatin1StringView("version")).toInt(2));
    return kept;
}

} // namespace

SavedSearches::SavedSearches(const SandboxEndpoints &endpoints)
    : m_endpoints(endpoints)
{
    for (const SampleSearch &search : sampleSearches())
        add(search.id, propertiesOf(search));
    for (const KqlFunction &function : sampleFunctions())
        add(function.name, propertiesOf(function));
}

void SavedSearches::add(const QString &id, const QJsonObject &properties)
{
    m_entries[toLower(id.toStdString())] = {id, properties};
}

bool SavedSearches::owns(const ServerRequest &request)
{
    const auto path = pathSegments(request.path);
    return path.size() > 8 && toLower(path.front()) == "subscriptions" && toLower(path[8]) == "savedsearches";
}

HttpAnswer SavedSearches::handle(const ServerRequest &request)
{
    const auto path = pathSegments(request.path);
    if (auto refusal = refuseManagementPath(request, path, m_endpoints, collection,
                                            {QLatin1StringView("2025-07-01"), QLatin1StringView("2025-02-01"),
                                             QLatin1StringView("2023-09-01"), QLatin1StringView("2020-08-01"),
                                             QLatin1StringView("2015-03-20")}))
        return *std::move(refusal);
    if (path.size() == 9)
        return request.method == "GET" ? list() : refuseManagementMethod(request);
    const std::string &id = path[9];
    if (request.method == "GET")
        return read(id);
    if (request.method == "PUT")
        return write(QString::fromStdString(id), request.body);
    if (request.method == "DELETE")
        return remove(id);
    return refuseManagementMethod(request);
}

HttpAnswer SavedSearches::list() const
{
    const std::lock_guard lock(m_mutex);
    QJsonArray all;
    for (const auto &[key, entry] : m_entries)
        all.append(toJson(entry, false)); // the items of a list have no etag
    return answerOf({{QStringLiteral("value"), all}});
}

HttpAnswer SavedSearches::read(const std::string &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(toLower(id));
    return found == m_entries.end() ? notFound(QString::fromStdString(id))
                                    : answerOf(toJson(found->second, true));
}

HttpAnswer SavedSearches::write(const QString &id, const std::string &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(body));
    if (!document.isObject())
        return badRequest(QStringLiteral("The request content was invalid and could not be deserialized."));
    const auto properties = readProperties(document.object());
    if (!properties)
        return badRequest(properties.error().message);
    const QString tag = valueOf(document.object(), QLatin1StringView("etag")).toString();
    const std::lock_guard lock(m_mutex);
    const std::string key = toLower(id.toStdString());
    if (m_entries.size() >= mostSearches && !m_entries.contains(key))
        return badRequest(
            QStringLiteral("There are %1 saved searches; there may be no more.").arg(m_entries.size()));
    const auto [found, isNew] = m_entries.try_emplace(key, Entry{id, {}, 0});
    // Which status the service gives is not recorded; its reference says that the tag is needed.
    if (!isNew && tag != u"*" && tag != tagOf(found->second.revision)) {
        return managementError(409, "Conflict",
                               QStringLiteral("The saved search '%1' exists already. To replace it, send its "
                                              "current etag or '*'.")
                                   .arg(id));
    }
    found->second.properties = *properties;
    ++found->second.revision;
    return answerOf(toJson(found->second, true));
}

HttpAnswer SavedSearches::remove(const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    return m_entries.erase(toLower(id)) > 0 ? HttpAnswer::empty(200) : notFound(QString::fromStdString(id));
}

QJsonObject SavedSearches::toJson(const Entry &entry, bool withTag) const
{
    const QString path =
        QStringLiteral("/subscriptions/%1/resourceGroups/%2/providers/"
                       "Microsoft.OperationalInsights/workspaces/%3/savedSearches/%4")
            .arg(m_endpoints.subscription, m_endpoints.resourceGroup, m_endpoints.workspace, entry.id);
    QJsonObject json{{QStringLiteral("id"), path},
                     {QStringLiteral("name"), entry.id},
                     {QStringLiteral("type"), QStringLiteral("Microsoft.OperationalInsights/savedSearches")},
                     {QStringLiteral("properties"), entry.properties}};
    if (withTag)
        json.insert(QStringLiteral("etag"), tagOf(entry.revision));
    return json;
}

} // namespace sonde
