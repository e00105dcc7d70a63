#pragma once

#include "core/connection.h"

#include <optional>

namespace sonde {

/// What a pasted text says about a workspace; what it does not say is empty.
struct WorkspaceReference
{
    std::optional<Cloud> cloud; ///< never Custom
    QString tenant;             ///< id or domain
    QString subscription;
    QString resourceGroup;
    QString workspace;   ///< name
    QString workspaceId; ///< GUID

    bool isEmpty() const { return *this == WorkspaceReference(); }
    /// Puts what it says into \a connection and leaves the rest. A workspace by name takes the place of one
    /// by id, and the other way round: ids of another workspace than the name's do not stay beside it.
    void applyTo(Connection &connection) const;
    bool operator==(const WorkspaceReference &) const = default;
};

/// Finds a workspace in what people have at hand: an ARM resource id, a link to the portal (of any of the
/// clouds, percent-encoded or not), an address of the query API or of Azure Resource Manager, what
/// `az monitor log-analytics workspace show` prints, or a workspace id alone. Nothing where the text names no
/// workspace, more than one, or a resource of another kind.
std::optional<WorkspaceReference> workspaceReferenceFrom(const QString &text);

} // namespace sonde
