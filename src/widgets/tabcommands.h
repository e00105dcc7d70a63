#pragma once

#include "widgets/windowservices.h"

#include <QObject>
#include <QPoint>

class QMainWindow;
class QMenu;

namespace sonde {

class Actions;
class QueryPage;
class QueryTabs;
class WindowList;

/// What the actions about tabs do, each to the tab in front. Keeps them enabled and checked as that is.
class TabCommands final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the commands.
    TabCommands(const WindowServices &services, const Actions &actions, QueryTabs &tabs, QMainWindow *window);

private:
    void attach(QueryPage *page);
    void fill(QMenu &menu, QueryPage *page);
    void drop(QueryPage *page, const QPoint &place);
    void update();

    const Actions &m_actions;
    QueryTabs &m_tabs;
    WindowList &m_windows;
    WindowServices m_services;
};

} // namespace sonde
