#pragma once

#include <QObject>

namespace sonde {

class Actions;
class QueryPage;
class QueryTabs;

/// What the actions about tabs do, each to the tab in front. Keeps them enabled and checked as that is.
class TabCommands final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the commands.
    TabCommands(const Actions &actions, QueryTabs &tabs, QObject *parent);

private:
    void attach(QueryPage *page);
    void update();

    const Actions &m_actions;
    QueryTabs &m_tabs;
};

} // namespace sonde
