#pragma once

#include "stores/favouritefile.h"

#include <QDockWidget>
#include <QSet>

class QAction;
class QActionGroup;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace sonde {

class EmptyState;
class FavouriteStore;
class FavouritesModel;
class FavouritesProxyModel;
class Icons;
class MessageBar;
class Theme;
class UndoBar;

/// The dock of the favourites: searches, opens, runs, sorts, moves and deletes them.
class FavouritesDock final : public QDockWidget
{
    Q_OBJECT

public:
    /// All three outlive the dock.
    FavouritesDock(FavouriteStore &store, const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// The order and what is unfolded, for the next start.
    QByteArray state() const;
    void restoreState(const QByteArray &state);
    /// The folder that is chosen, or that the chosen favourite lies in; empty: none of the user's.
    QString currentFolder() const;
    /// Chooses a favourite and brings it into view.
    void reveal(const QString &path);
    void focusSearch();
    void showError(const Error &error);
    void showNote(const QString &message, const QString &advice);

signals:
    /// A favourite that can be read; \a run starts it at once.
    void openRequested(const sonde::FavouriteFile &file, bool run);
    void saveCurrentRequested();
    void editRequested(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void makeTree();
    void makeActions();
    QToolButton *makeSortButton();
    QToolButton *makeAddButton();
    void connectParts();
    void open(bool run);
    void search(const QString &words);
    void updateEmptyState();
    void showEmpty(bool isEmpty, bool isAlone);
    void updateActions();
    void showMenu(const QPoint &position);
    void removeChosen();
    void undo();
    void makeFolder();
    void askForFolder();
    void showInFileManager();
    void foldAll();
    void unfold();
    QModelIndex current() const; ///< of the model
    QString currentPath() const;

    FavouriteStore &m_store;
    const Icons &m_icons;
    FavouritesModel *m_model;
    FavouritesProxyModel *m_proxy;
    QLineEdit *m_search;
    QTreeView *m_tree;
    EmptyState *m_empty;
    MessageBar *m_messages;
    UndoBar *m_undoBar;
    QActionGroup *m_orders = nullptr;
    QAction *m_run = nullptr;
    QAction *m_open = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_newFolder = nullptr;
    QAction *m_forget = nullptr;
    QAction *m_show = nullptr;
    int m_removal = 0;          ///< what Undo brings back
    QString m_following;        ///< the new path of what is chosen, until it is shown there
    QSet<QString> m_unfolded;   ///< folders, as the user left them
    bool m_isUnfolding = false; ///< the program does it, not the user
};

} // namespace sonde
