#pragma once

#include <QObject>

class QMenu;

namespace sonde {

class Actions;
class QueryPage;
class QueryTabs;

/// What the actions about pinned results, and comparing with them, do: each goes to the page in front. Keeps
/// them enabled and checked as that page is.
class PinCommands final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the commands.
    PinCommands(const Actions &actions, QueryTabs &tabs, QObject *parent);

private:
    void attach(QueryPage *page);
    void fill(QMenu &menu) const;
    void compare();
    void update();

    const Actions &m_actions;
    QueryTabs &m_tabs;
};

} // namespace sonde
