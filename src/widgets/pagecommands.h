#pragma once

#include <QObject>

class QAction;
class QLineEdit;

namespace sonde {

class Actions;
class Clock;
class QueryPage;
class QueryTabs;
class RowDetailsDock;

/// What the menus' edit, find and focus actions do: each goes to the page in front, or to nothing.
class PageCommands final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the commands.
    PageCommands(const Actions &actions, QueryTabs &tabs, RowDetailsDock &details, const Clock &clock,
                 QObject *parent);

private:
    void connectEditing(const Actions &actions);
    void connectMoving(const Actions &actions);
    template <typename Command>
    void onPage(QAction *action, Command command);
    /// A text field of a dock or bar that has the focus comes before the page.
    template <typename Command>
    void onTable(QAction *action, Command command);
    /// To the table if it has the keyboard, else to the page.
    template <typename OnTable, typename OnPage>
    void onTableOrPage(QAction *action, OnTable onTableCommand, OnPage onPageCommand);
    /// To the row details or the table if they have the keyboard, else to the page.
    template <typename InDetails, typename OnTable, typename OnPage>
    void onPart(QAction *action, InDetails inDetails, OnTable onTableCommand, OnPage onPageCommand);
    template <typename Command>
    void onText(QAction *action, void (QLineEdit::*inField)(), Command command);
    void copy();
    /// Also in the row details, where the keyboard is in them.
    template <typename InDetails, typename Command>
    void onDetails(QAction *action, InDetails inDetails, Command command);
    bool isInDetails() const;

    QueryTabs &m_tabs;
    RowDetailsDock &m_details;
    const Clock &m_clock;
};

} // namespace sonde
