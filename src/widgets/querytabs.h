#pragma once

#include "core/query.h"
#include "core/result.h"
#include "stores/draft.h"
#include "widgets/windowservices.h"

#include <QList>
#include <QPointer>
#include <QStackedWidget>
#include <optional>

class QMenu;
class QTabWidget;

namespace sonde {

class ClosedTabs;
class QueryPage;
class QueryTabBar;
class WelcomePage;

/// The middle of the window: the query pages as tabs, or the welcome page while there are none.
class QueryTabs final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit QueryTabs(const WindowServices &services, QWidget *parent = nullptr);
    ~QueryTabs() override;

    /// Those that the page is in.
    static QueryTabs *holding(const QueryPage &page);

    WelcomePage &welcomePage() { return *m_welcome; }
    /// Null while the welcome page is shown.
    QueryPage *current() const;
    void setCurrent(QueryPage *page);
    /// Into the editor of the tab in front.
    void takeKeyboard(Qt::FocusReason reason);
    QList<QueryPage *> pages() const;
    /// The page with the query of that file, or its rows, however its path is written; null where it is not
    /// open.
    QueryPage *pageOfFile(const QString &path) const;

    /// Whether what is typed survives the window without being saved; see hasUnsavedText().
    void setKept(bool isKept) { m_isKept = isKept; }
    /// Whether closing all would lose text that is in no file and in no session.
    bool hasUnsavedText() const;

    /// A new tab in front. An empty \a title gives it a number; another one stays while the text is still
    /// that query.
    QueryPage *open(const Query &query, const QString &connectionId, const QString &title = {});
    /// The file's tab in front, which is a new one unless the file is open already. Fails where the file
    /// cannot be read; no tab is made then.
    Result<QueryPage *> openFile(const QString &path, const QString &connectionId, const TimeRange &range);
    /// A tab as it was, behind the others and not in front.
    QueryPage *restore(const Draft &draft);

    /// Takes the page over from the tabs of another window, in front and before the tab \a index: with its
    /// run, its rows and what undo knows.
    void adopt(QueryPage *page, QueryTabs &from, int index);

    /// These ask only where a file would stay behind the text. None closes a pinned tab: that is kept
    /// because its rows would be missed, and a key is pressed once too often.
    void close(QueryPage *page);
    void closeCurrent();
    void closeOthers(QueryPage *page);
    /// Whether its file would stay behind the text.
    static bool asksBeforeClosing(const QueryPage &page);
    /// The tab that was closed last, with its text.
    void reopen();
    bool canReopen() const;
    /// A copy beside it, which is in no file.
    void duplicateCurrent();
    /// A line over the tab, to type its title in. A tab with a file is called as the file is.
    void renameCurrent();
    /// A pinned tab stands before those that are not, is smaller, and stays when others are closed.
    void setPinned(QueryPage *page, bool isPinned);
    /// \a step tabs to the right, around the end.
    void move(int step);
    /// As it stands on the tab, without the mark of a change.
    QString titleOf(const QueryPage *page) const;

    /// Before which tab one belongs that is dropped at that place of the screen; none where no tabs are.
    std::optional<int> indexAt(const QPoint &globalPosition) const;

    /// The closed tabs of several windows in one list, which outlives this.
    void shareClosedTabs(ClosedTabs &closed);

signals:
    /// Before it is in front.
    void pageAdded(sonde::QueryPage *page);
    /// Goes to another window, which will say pageAdded() of it: who heard that here listens no longer.
    void pageReleased(sonde::QueryPage *page);
    /// Another page, or none, is in front.
    void currentChanged(sonde::QueryPage *page);
    /// canReopen() may have changed.
    void reopenableChanged();
    /// The context menu of that tab opens; what is added to it stands in its middle.
    void menuOpening(QMenu &menu, sonde::QueryPage *page);
    /// The tab was dropped there on the screen, away from the others of this window.
    void draggedOut(sonde::QueryPage *page, const QPoint &place);
    /// Tabs came, went or moved, or another one is in front.
    void arrangementChanged();
    /// A sentence on why nothing happened, without a full stop.
    void noted(const QString &text);

protected:
    bool event(QEvent *event) override;

private:
    using Pages = QList<QPointer<QueryPage>>;

    QueryPage *makePage(const Query &query, const QString &connectionId);
    void insert(QueryPage *page, int index);
    void bringToFront(QueryPage *page);
    void closeEach(Pages pages);
    void askToSave(QueryPage *page, const Pages &next);
    void remove(QueryPage *page);
    void takeOut(QueryPage *page);
    void rename(int index);
    void showMenu(int index, const QPoint &position);
    void updateTitle(QueryPage *page);
    int pinnedCount() const;
    bool hasTitle(const QString &title) const;
    QString freeNumberedTitle() const;
    QueryPage *pageAt(int index) const;

    WindowServices m_services;
    WelcomePage *m_welcome;
    QueryTabBar *m_bar;
    QTabWidget *m_tabs;
    ClosedTabs *m_closed;
    bool m_isKept = false;
};

} // namespace sonde
