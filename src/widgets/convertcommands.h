#pragma once

#include <QObject>
#include <QPointer>

class QAction;

namespace sonde {

class Icons;
class QueryPage;
class QueryTabs;

/// Query > Convert to KQL: for the tab in front, where its search is a classic one.
class ConvertCommands final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the commands.
    ConvertCommands(QAction &action, QueryTabs &tabs, const Icons &icons, QObject *parent);

private:
    void convert();
    void update();

    QAction &m_action;
    QueryTabs &m_tabs;
    const Icons &m_icons;
    QPointer<QueryPage> m_followed; ///< whose language decides whether there is anything to convert
};

} // namespace sonde
