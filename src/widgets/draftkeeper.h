#pragma once

#include "stores/draftstore.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QMainWindow;

namespace sonde {

class ClosedTabs;
class QueryPage;
class QueryTabs;

/// Keeps the windows of a session on the disk as they are, and brings them back.
class DraftKeeper final : public QObject
{
    Q_OBJECT

public:
    /// \a store outlives the keeper. One that is not open keeps nothing, and the tabs know it.
    explicit DraftKeeper(DraftStore &store, QObject *parent = nullptr);
    ~DraftKeeper() override;

    ClosedTabs &closedTabs() { return *m_closed; }

    /// Brings back what was closed; the windows are attached one by one.
    void restore(const RestoredSession &session);
    /// Brings back the window's tabs and places, if \a layout has any, and keeps it from now on. Both live
    /// until windowClosed() at least, or finish().
    void attach(QMainWindow &window, QueryTabs &tabs, const WindowLayout &layout = {},
                const QHash<QString, Draft> &drafts = {});
    /// Says in the page in front of \a tabs, once, what a person should know about the restart.
    static void tell(const RestoredSession &session, QueryTabs &tabs);

    /// The last state of everything goes to the disk. False where it did not within \a atMost.
    bool finish(std::chrono::milliseconds atMost);

signals:
    /// One of several windows was closed: its tabs are among the closed ones, and it is kept no longer.
    void windowClosed(QMainWindow *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Window
    {
        QMainWindow *window;
        QueryTabs *tabs;
        WindowLayout layout; ///< geometry and state as last seen while it was shown
    };

    void connectTabs(QueryTabs &tabs);
    void restoreTabs(QueryTabs &tabs, const WindowLayout &layout, const QHash<QString, Draft> &drafts);
    void keepPage(QueryPage *page);
    void takeClosedWindow(QMainWindow *window);
    void noteLayout();
    void putLayout();
    void takeFailure(const Error &error);
    void takeRecovery();

    DraftStore &m_store;
    ClosedTabs *m_closed;
    QList<Window> m_windows;
    QTimer m_layoutTimer;
    QStringList m_dropped; ///< drafts whose files go with the next layout
    bool m_isRestoring = false;
};

} // namespace sonde
