#pragma once

#include "models/schemamodel.h"

#include <QHash>
#include <QObject>
#include <optional>

namespace sonde {

class ConnectionStore;
class SettingsStore;

/// What was chosen in the dock of the tables, kept in the settings: how tables are grouped, and for each
/// connection which are starred and what is unfolded. GUI thread.
class TableChoices final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    TableChoices(SettingsStore &settings, const ConnectionStore &connections, QObject *parent);

    SchemaModel::Grouping grouping() const { return m_grouping; }
    void setGrouping(SchemaModel::Grouping grouping);
    QSet<QString> starred(const QString &connectionId) const;
    void setStarred(const QString &connectionId, const QString &table, bool isStarred);
    /// Keys of SchemaModel; nothing where nobody has folded anything yet.
    std::optional<QSet<QString>> unfolded(const QString &connectionId) const;
    void setUnfolded(const QString &connectionId, const QSet<QString> &keys);

signals:
    /// The grouping or the stars are others now, perhaps by another window.
    void changed();

private:
    struct OfConnection
    {
        QSet<QString> starred;
        std::optional<QSet<QString>> unfolded;
    };
    void read();
    void write();

    SettingsStore &m_settings;
    const ConnectionStore &m_connections;
    SchemaModel::Grouping m_grouping = SchemaModel::Grouping::Solution;
    QHash<QString, OfConnection> m_byConnection;
    bool m_isWriting = false;
};

} // namespace sonde
