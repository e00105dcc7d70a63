#pragma once

#include "widgets/theme.h"

#include <QList>
#include <QMetaType>
#include <QPointer>
#include <QString>

namespace sonde {

class ConnectionStore;
class QueryPage;
class QueryTabs;
class WindowList;

/// A tab in a list of those of all windows, as it stands now.
struct TabEntry
{
    QPointer<QueryPage> page;
    QString title;      ///< with the mark of a change, as on the tab
    QString head;       ///< the beginning of its query, as much as is looked through
    QString line;       ///< the beginning of its query in one line
    QString connection; ///< its name; empty where it is gone
    QString state;      ///< how its last run stands, in words; empty before the first
    QLatin1StringView icon;
    ColorRole role = ColorRole::MutedText; ///< of state and icon
    bool isPinned = false;
    bool isElsewhere = false; ///< in another window
};

/// Those of the window of \a own first, each window's from left to right.
QList<TabEntry> listTabs(const WindowList &windows, const QueryTabs &own, const ConnectionStore &connections);
/// Those in which every word of \a typed is found: in the title, by parts and capitals as well, or as it
/// stands in the connection's name or the beginning of the query. Titles that are found best come first.
QList<TabEntry> tabsMatching(const QList<TabEntry> &entries, const QString &typed);
/// All that a list shows of it, for who cannot see it.
QString describeTab(const TabEntry &entry);

} // namespace sonde

Q_DECLARE_METATYPE(sonde::TabEntry)
