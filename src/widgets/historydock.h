#pragma once

#include "core/timerange.h"
#include "stores/historyentry.h"

#include <QDockWidget>
#include <QModelIndex>

class QLineEdit;
class QListView;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace sonde {

class Clock;
class ConnectionStore;
class EmptyState;
class HistoryFilterButton;
class HistoryModel;
class HistoryStore;
class SettingsStore;
class UndoBar;
class Icons;
class MessageBar;
class Theme;

/// The dock of past runs: a search field and a filter above them, and what can be done with one by mouse,
/// menu and key. Deleting asks nothing and can be undone; clearing asks.
class HistoryDock final : public QDockWidget
{
    Q_OBJECT

public:
    /// All outlive the dock. Nothing is fetched before it is shown.
    HistoryDock(HistoryStore &store, const ConnectionStore &connections, SettingsStore &settings,
                const Clock &clock, const Theme &theme, const Icons &icons, QWidget *parent = nullptr);
    ~HistoryDock() override;

    /// In which the times are shown, and whose midnight parts the days.
    void setZone(TimeRange::Zone zone);
    TimeRange::Zone zone() const;

public slots:
    void focusSearch();
    /// Asks, and then deletes all runs.
    void askToClear();

signals:
    /// Open a new tab with the run's query, language, range and limits on its connection, and run it where
    /// \a run says so.
    void openRequested(const sonde::HistoryEntry &entry, bool run);
    /// Set Connection::keepsHistory of that connection to false.
    void neverKeepRequested(const QString &connectionId);
    /// Show two runs side by side, the older one first; or a single one beside the query of the current tab.
    void compareRequested(const QList<sonde::HistoryEntry> &entries);
    /// The empty dock's button: run the query of the current tab.
    void runRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLayout();
    void connectParts();
    void retranslate();
    void refresh();
    void applyFilter();
    void showAll();
    void showState();
    QString whyEmpty() const;
    void showFailure(const Error &error);
    void showProblem(const Error &error);
    void showMenu(const QPoint &position);
    void addRunActions(QMenu &menu, const HistoryEntry &entry);
    bool handleSearchKey(int key);
    bool handleListKey(QKeyEvent &event);
    void open(bool run);
    void copyQuery();
    void compare();
    void removeSelected();
    void undoRemove();
    void askToKeepNoMore(const HistoryEntry &entry);
    void takeRemoved(const QList<qint64> &ids);
    qint64 neighbourOf(const QList<QModelIndex> &rows) const;
    void takeEmptyAction();
    HistoryEntry current() const;
    QList<HistoryEntry> selected() const;

    HistoryStore &m_store;
    const ConnectionStore &m_connections;
    const Icons &m_icons;
    HistoryModel *m_model;
    QLineEdit *m_search;
    HistoryFilterButton *m_filter;
    QToolButton *m_clear;
    QPushButton *m_chip; ///< what the filter is, to be taken away
    QListView *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    MessageBar *m_messages;
    UndoBar *m_undo;
    QTimer *m_typing;
    QList<qint64> m_removed;  ///< what Undo brings back
    qint64 m_nextId = 0;      ///< chosen once they are gone
    qint64 m_currentId = 0;   ///< kept over a reload
    bool m_hasFailed = false; ///< the last page did not come
    bool m_hasLoaded = false; ///< the first page came
};

} // namespace sonde
