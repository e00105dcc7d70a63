#pragma once

#include "core/connection.h"
#include "core/timerange.h"
#include "models/schemamodel.h"
#include "widgets/windowservices.h"

#include <QDockWidget>
#include <QSet>

class QAction;
class QActionGroup;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace sonde {

class EmptyState;
class MessageBar;
class TableChoices;
class TableTree;
class UndoBar;

/// The dock of the tables: what the workspace has, to be looked up, put into the query and looked into.
class TablesDock final : public QDockWidget
{
    Q_OBJECT

public:
    explicit TablesDock(const WindowServices &services, QWidget *parent = nullptr);
    ~TablesDock() override;

    /// Whose tables are shown.
    void setConnection(const Connection &connection);
    /// In which it says when they were listed.
    void setZone(TimeRange::Zone zone);
    void focusSearch();

signals:
    /// Into the query in front, at the caret.
    void insertRequested(const QString &text);
    /// A query of its own; \a run starts it at once.
    void queryRequested(const QString &text, bool run, const QString &title);
    /// A file is to become one of the person's own tables.
    void openTableRequested();
    /// That table of the person's own is to go.
    void removeRequested(const QString &table);
    /// And is to come back.
    void undoRemoveRequested(const QString &table);
    /// And is not wanted back.
    void removedForGood(const QString &table);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QToolButton *makeGroupButton();
    QToolButton *makeRefreshButton();
    void makeLayout();
    void connectParts();
    void retranslate();
    void showSchema();
    void showState();
    QString noteOf() const;
    void showEmpty();
    void takeEmptyAction();
    /// What is chosen, unfolded and in view, across a reset of the model.
    void keepPlace();
    void restorePlace();
    void unfold();
    void rememberFold(const QModelIndex &index, bool isUnfolded);
    void keepFolds();
    void search(const QString &words);
    bool handleSearchKey(int key);
    void remove(const QString &table);
    void undoRemove();
    void sayRemoved();
    void forgetRemoved();
    void showColumns(const QString &table);

    WindowServices m_services;
    TableChoices *m_choices;
    SchemaModel *m_model;
    QLineEdit *m_search;
    QAction *m_refresh;
    TableTree *m_tree;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    MessageBar *m_messages;
    QLabel *m_note;
    UndoBar *m_undo;
    QStringList m_removed; ///< the tables that it brings back, the last one last
    QActionGroup *m_groupings = nullptr;
    QTimer *m_foldTimer; ///< until what was folded is kept
    Connection m_connection;
    TimeRange::Zone m_zone = TimeRange::Zone::Utc;
    QSet<QString> m_unfolded; ///< keys, as the user left them
    QString m_currentKey;
    QString m_topKey;           ///< of the first row in view
    bool m_isUnfolding = false; ///< the program does it, not the user
};

} // namespace sonde
