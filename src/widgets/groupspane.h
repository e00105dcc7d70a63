#pragma once

#include "models/groupsmodel.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QTreeView;

namespace sonde {

class FlowLayout;
class Icons;

/// Beside a table: its rows in groups by the columns that were dropped here or chosen otherwise. The group
/// that is chosen is the one whose rows the table is to show.
class GroupsPane final : public QWidget
{
    Q_OBJECT

public:
    /// Of a column that is dragged here: its number, as text.
    static inline const QString columnMime = QStringLiteral("application/x-sonde-column");

    explicit GroupsPane(const Icons &icons, QWidget *parent = nullptr);

    /// The columns to group by, the outermost first.
    const std::vector<int> &columns() const { return m_columns; }
    /// \a names of all the table's columns. columnsChanged() is not sent.
    void setColumns(const std::vector<int> &columns, const QStringList &names);
    /// Groups by the columns of \a other, with the same groups unfolded and chosen.
    void setAs(const GroupsPane &other);
    /// What is grouped; its columns are those of this pane. The groups that were unfolded and the one that
    /// was chosen are so again, where they still exist.
    void setRows(const ChunkedTable &rows, const RowFilter &filter, const CellDisplay &display);
    void takeKeyboard();
    /// No group is chosen any more.
    void letGo();

signals:
    void columnsChanged();
    /// None: the rows of all groups are to be shown.
    void groupChosen(const std::vector<sonde::ColumnCondition> &conditions);

protected:
    /// While a group is chosen, Escape is for the pane before it is for the window.
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void showChips();
    void sayChips();
    void changeColumns(std::vector<int> columns);
    void choose();
    void restore(const QModelIndex &parent);

    const Icons &m_icons;
    GroupsModel *m_model;
    FlowLayout *m_bar;
    QLabel *m_hint;
    QTreeView *m_tree;
    QPushButton *m_all;
    QToolButton *m_close;
    QList<QPushButton *> m_chips;
    std::vector<int> m_columns;
    QStringList m_names;
    QSet<QStringList> m_unfolded;
    QStringList m_chosen; ///< the path of the group; empty: none
    bool m_isRestoring = false;
};

} // namespace sonde
