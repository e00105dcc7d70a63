#pragma once

#include "sandbox/http.h"
#include "sandbox/sandboxendpoints.h"

#include <QJsonObject>
#include <QString>
#include <map>
#include <mutex>

namespace sonde {

/// The searches that are saved in the embedded workspace, as the resource manager serves them: listed, read,
/// written and deleted under `.../workspaces/{workspace}/savedSearches[/{id}]` (source: Microsoft's REST
/// reference of Saved Searches, 2020-08-01). One with a functionAlias is a function. What is written is there
/// until the server ends. Any thread.
class SavedSearches
{
public:
    /// As many as there may be.
    static constexpr std::size_t mostSearches = 1000;

    /// \a endpoints outlives it. Begins with the samples: some searches, and the functions that its queries
    /// may call.
    explicit SavedSearches(const SandboxEndpoints &endpoints);

    /// Whether the path asks for saved searches, of whatever workspace.
    static bool owns(const ServerRequest &request);
    HttpAnswer handle(const ServerRequest &request);

private:
    struct Entry
    {
        QString id; ///< in the case it was written in
        QJsonObject properties;
        int revision = 1;
    };

    void add(const QString &id, const QJsonObject &properties);
    HttpAnswer list() const;
    HttpAnswer read(const std::string &id) const;
    HttpAnswer write(const QString &id, const std::string &body);
    HttpAnswer remove(const std::string &id);
    QJsonObject toJson(const Entry &entry, bool withTag) const;

    const SandboxEndpoints &m_endpoints;
    mutable std::mutex m_mutex;
    std::map<std::string, Entry> m_entries; ///< by the id in small letters; guarded by m_mutex
};

} // namespace sonde
