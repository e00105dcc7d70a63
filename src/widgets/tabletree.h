#pragma once

#include "models/schemamodel.h"

#include <QTreeView>

class QAction;

namespace sonde {

class Icons;
class Theme;

/// The tree of the tables, with what can be done with a row: by keys, by the context menu, by a double click
/// and by dragging names out.
class TableTree final : public QTreeView
{
    Q_OBJECT

public:
    /// All outlive the tree. \a refresh is an entry of its menu.
    TableTree(SchemaModel &model, const Theme &theme, const Icons &icons, QAction *refresh,
              QWidget *parent = nullptr);

    /// The chosen names, as by Enter; a group is folded or unfolded.
    void insertChosen();
    /// Whether tables can be taken away: those of the person's own.
    void setCanRemove(bool canRemove);
    /// After the model was reset: no row is as it was.
    void updateActions();

signals:
    /// Into the query in front, at the caret.
    void insertRequested(const QString &text);
    /// A query of its own; \a run starts it at once.
    void queryRequested(const QString &text, bool run, const QString &title);
    /// To see all columns of that table.
    void columnsRequested(const QString &table);
    /// To star that table, or no longer.
    void starRequested(const QString &table);
    void removeRequested(const QString &table);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void makeActions(const Icons &icons);
    QAction *actionFor(const QKeyEvent &event) const;
    /// The chosen names as KQL text, from top to bottom.
    QString chosenText() const;
    void showRows();
    void showColumns();
    void openFunction();
    void copyChosen();
    void toggleStar();
    void removeTable();

    SchemaModel &m_model;
    QAction *m_insert = nullptr;
    QAction *m_rows = nullptr;
    QAction *m_columns = nullptr;
    QAction *m_open = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_star = nullptr;
    QAction *m_remove = nullptr;
    bool m_canRemove = false;
    QAction *m_refresh;
};

} // namespace sonde
