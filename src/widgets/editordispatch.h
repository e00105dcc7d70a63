#pragma once

#include <QObject>

class QAction;

namespace sonde {

class Actions;
class Icons;
class QueryEditor;
class QueryPage;
class QueryTabs;

/// Brings the menus' actions of the query's editor to the editor of the page in front, and gives every editor
/// their keys and its context menu; also the panel that looks through all tabs.
class EditorDispatch final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. \a tabs is in a main window.
    EditorDispatch(const Actions &actions, QueryTabs &tabs, const Icons &icons, QObject *parent);

private:
    template <typename Command>
    void onPage(QAction *action, Command command);
    template <typename Command>
    void onEditor(QAction *action, Command command);
    void connectLines();
    void connectCarets();
    void connectLanguage();
    void attach(QueryPage *page);

    const Actions &m_actions;
    QueryTabs &m_tabs;
};

} // namespace sonde
