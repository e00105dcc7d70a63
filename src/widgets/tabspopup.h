#pragma once

#include "widgets/tablisting.h"
#include "widgets/windowservices.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;

namespace sonde {

class EmptyState;
class QueryTabs;
class WindowList;

/// All tabs of all windows, to go to one by typing a part of it, or to close it. Follows what happens to the
/// tabs while it is open; deletes itself when it closes.
class TabsPopup final : public QFrame
{
    Q_OBJECT

public:
    /// \a own are the tabs of the window that it opens over. All outlive the popup.
    TabsPopup(const WindowServices &services, const WindowList &windows, QueryTabs &own);

    /// Over the middle of the window of \a own, no larger than that.
    void openOver();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectParts();
    void look();
    void follow(const TabEntry &entry);
    /// Those that fit what is typed; \a wanted is chosen where it is among them, else the row \a row.
    void list(const QueryPage *wanted, int row);
    void refreshSoon();
    void sayNothing();
    bool takeKey(int key);
    void step(int rows);
    QueryPage *chosen() const;
    void go();
    void closeChosen();

    WindowServices m_services;
    const WindowList &m_windows;
    QueryTabs &m_own;
    QLineEdit *m_search;
    QListWidget *m_list;
    EmptyState *m_empty;
    QLabel *m_help;
    QList<TabEntry> m_entries;
    QTimer m_refresh; ///< from the first change to the list with it
    QList<QPointer<QueryPage>> m_followed;
};

} // namespace sonde
